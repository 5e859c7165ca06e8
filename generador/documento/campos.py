"""Los campos de Word de una parte: qué piden y qué valor dejó Word guardado.

Un campo es simple (`w:fldSimple`) o complejo (de `begin` a `end`, con la instrucción en trozos):
ISO/IEC 29500-1, 17.16.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generador.documento.ooxml import Elemento, W

if TYPE_CHECKING:
    from collections.abc import Iterable

# ISO/IEC 29500-1, 17.16.5, y los que Word conserva de versiones anteriores.
_LEEN_ARCHIVOS = frozenset(
    (
        *("INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK"),
        *("DDE", "DDEAUTO", "DATABASE", "RD"),
    )
)
_MARCA, _SIMPLE, _TEXTO = W + "fldChar", W + "fldSimple", W + "t"
_PIEZAS = (_MARCA, _SIMPLE, _TEXTO, W + "instrText", W + "delInstrText")


@dataclass(frozen=True, slots=True)
class Campo:
    """Un campo: su instrucción (`PAGEREF _Toc1`), su valor guardado y el elemento donde empieza.

    `textos` son los `w:t` de ese valor.
    """

    instruccion: str
    guardado: str
    inicio: Elemento = field(default=None, compare=False, repr=False)
    textos: tuple[Elemento, ...] = field(default=(), compare=False, repr=False)

    @property
    def nombre(self) -> str:
        """La primera palabra de la instrucción, en mayúsculas; vacía si no hay instrucción."""
        partes = self.instruccion.split(maxsplit=1)
        return partes[0].upper() if partes else ""

    @property
    def lee_archivos(self) -> bool:
        """Dice si el campo trae contenido de otro archivo o programa.

        >>> Campo("includetext C:/secreto.docx", "").lee_archivos, Campo("PAGE", "1").lee_archivos
        (True, False)
        """
        return self.nombre in _LEEN_ARCHIVOS


@dataclass(slots=True)
class _Abierto:
    """Un campo complejo mientras se recorre: va por la instrucción o, separado, por el valor."""

    inicio: Elemento
    instruccion: list[str] = field(default_factory=list)
    guardado: list[Elemento] = field(default_factory=list)
    separado: bool = False

    def cerrar(self) -> Campo:
        return _campo("".join(self.instruccion), self.guardado, self.inicio)


def _campo(instruccion: str, textos: Iterable[Elemento], inicio: Elemento) -> Campo:
    valor = tuple(textos)
    return Campo(instruccion.strip(), "".join(t.text or "" for t in valor), inicio, valor)


def campos(raiz: Elemento) -> list[Campo]:
    """Los campos de una parte, en el orden en que se cierran.

    Un campo dentro de otro (IF con MERGEFIELD) sale como dos: primero el de adentro. Se mira
    también lo que hay en `mc:Fallback`: un motor podría leerlo.
    """
    hallados: list[Campo] = []
    abiertos: list[_Abierto] = []
    sueltos: dict[Elemento, _Abierto] = {}
    for nodo in raiz.iter(*_PIEZAS):
        if nodo.tag == _SIMPLE:
            hallados.append(_campo(nodo.get(W + "instr", ""), nodo.iter(_TEXTO), nodo))
        elif nodo.tag == _MARCA:
            _pasar_marca(nodo, abiertos, hallados)
        elif nodo.tag == _TEXTO:
            for abierto in abiertos:
                if abierto.separado:
                    abierto.guardado.append(nodo)
        else:
            abierto = abiertos[-1] if abiertos else _suelto(nodo, sueltos)
            abierto.instruccion.append(nodo.text or "")
    # Sin cerrar o sin abrir también cuentan: cada programa los repara a su modo.
    return hallados + [campo.cerrar() for campo in (*abiertos, *sueltos.values())]


def _suelto(instruccion: Elemento, sueltos: dict[Elemento, _Abierto]) -> _Abierto:
    """El campo sin marca de comienzo del párrafo donde está esa instrucción."""
    parrafo = next(instruccion.iterancestors(W + "p"), None)
    return sueltos.setdefault(parrafo, _Abierto(instruccion))


def _pasar_marca(marca: Elemento, abiertos: list[_Abierto], hallados: list[Campo]) -> None:
    clase = marca.get(W + "fldCharType")
    if clase == "begin":
        abiertos.append(_Abierto(marca))
    elif clase == "separate" and abiertos:
        abiertos[-1].separado = True
    elif clase == "end" and abiertos:
        hallados.append(abiertos.pop().cerrar())
