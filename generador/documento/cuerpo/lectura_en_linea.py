"""De las corridas de un párrafo de Word a lo que va en un renglón del marcado."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, TypeGuard

from generador.documento.cuerpo.marcadores import DE_BLOQUE, DE_NOTA, etiqueta
from generador.documento.cuerpo.remisiones import ORDENES
from generador.documento.ooxml import M, R, W
from generador.marcado.bloques import (
    CitaDeFuente,
    EcuacionEnLinea,
    Enlace,
    LlamadaDeNota,
    Nota,
    Remision,
    SaltoDeLinea,
    SaltoDePagina,
    Texto,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generador.documento.cuerpo.leido import Leido
    from generador.documento.ooxml import Elemento
    from generador.marcado.bloques import Bloque, EnLinea

_CLASES: Final = {orden: clase for clase, orden in ORDENES.items()}


@dataclass(frozen=True, slots=True)
class Serie:
    """El lugar donde va el número de un cuadro, una figura o una ecuación."""


@dataclass(frozen=True, slots=True)
class NumeroDeNota:
    """El número con que empieza el texto de una nota."""


@dataclass(frozen=True, slots=True)
class Imagen:
    """Una imagen dibujada en el renglón; guarda su elemento."""

    dibujo: Elemento


@dataclass(slots=True)
class _Campo:
    orden: str = ""
    separado: bool = False
    valor: list[Texto] = field(default_factory=list)


@dataclass(slots=True)
class Lector:
    """Lee los renglones de una parte; `bloques_de` lee los de una nota."""

    leido: Leido
    bloques_de: Callable[[Elemento], tuple[Bloque, ...]]
    en_nota: bool = False
    marcador: str = ""
    de_nota: str = ""
    _campos: list[_Campo] = field(default_factory=list)

    def piezas(self, parrafo: Elemento) -> list[object]:
        """Las piezas del párrafo, una por corrida; `marcador` queda con el de su etiqueta."""
        self.marcador, self._campos = "", []
        return list(self._hijos(parrafo))

    def _hijos(self, padre: Elemento) -> Iterable[object]:
        for nodo in padre:
            if nodo.tag == W + "r":
                yield from self._corrida(nodo)
            elif nodo.tag == W + "hyperlink":
                destino = self.leido.vinculo(nodo.get(R + "id", ""), en_nota=self.en_nota)
                yield Enlace(destino, _de_enlace(juntar(self._hijos(nodo))))
            elif nodo.tag == M + "oMath":
                yield EcuacionEnLinea("".join(nodo.itertext()))
            elif nodo.tag == M + "oMathPara":
                yield from self._hijos(nodo)
            elif nodo.tag == W + "bookmarkStart":
                self._marcar(nodo.get(W + "name", ""))

    def _marcar(self, nombre: str) -> None:
        if nombre.startswith(DE_BLOQUE):
            self.marcador = nombre
        elif nombre.startswith(DE_NOTA):
            self.de_nota = nombre

    def _corrida(self, corrida: Elemento) -> Iterable[object]:
        formato = corrida.find(W + "rPr")
        negrita = formato is not None and formato.find(W + "b") is not None
        cursiva = formato is not None and formato.find(W + "i") is not None
        for nodo in corrida:
            pieza = self._pieza(nodo)
            if isinstance(pieza, str):
                pieza = Texto(pieza, negrita, cursiva) if pieza else None
            if pieza is not None and self._campos:
                self._al_campo(pieza)
            elif pieza is not None:
                yield pieza

    def _pieza(self, nodo: Elemento) -> object:
        """Lo que dice un nodo de una corrida: texto, una pieza, o nada."""
        if nodo.tag == W + "t":
            return nodo.text or ""
        if nodo.tag == W + "br":
            return SaltoDePagina() if nodo.get(W + "type") == "page" else SaltoDeLinea()
        if nodo.tag == W + "footnoteReference":
            return self._llamada(nodo)
        if nodo.tag in {W + "fldChar", W + "instrText"}:
            return self._de_campo(nodo)
        if nodo.tag == W + "drawing":
            return Imagen(nodo)
        fijas = {W + "tab": "\t", W + "footnoteRef": NumeroDeNota()}
        return fijas.get(nodo.tag)

    def _de_campo(self, nodo: Elemento) -> object:
        """La pieza que un campo deja al cerrarse; antes, nada."""
        if nodo.tag == W + "instrText":
            if self._campos:
                self._campos[-1].orden += nodo.text or ""
            return None
        paso = nodo.get(W + "fldCharType")
        if paso == "begin":
            self._campos.append(_Campo())
        elif paso == "separate" and self._campos:
            self._campos[-1].separado = True
        elif paso == "end" and self._campos:
            return _cerrar(self._campos.pop())
        return None

    def _al_campo(self, pieza: object) -> None:
        if isinstance(pieza, Texto) and self._campos[-1].separado:
            self._campos[-1].valor.append(pieza)

    def _llamada(self, nodo: Elemento) -> LlamadaDeNota | None:
        elemento = self.leido.nota(nodo.get(W + "id", ""))
        if elemento is None:
            return None
        nombre = etiqueta(self.de_nota, DE_NOTA) if self.de_nota else ""
        self.de_nota = ""
        return LlamadaDeNota(Nota(self.bloques_de(elemento), nombre))


def _cerrar(campo: _Campo) -> object:
    orden = campo.orden.split()
    clase = _CLASES.get(orden[0].upper()) if len(orden) > 1 else None
    prefijo = next((p for p in (DE_BLOQUE, DE_NOTA) if clase and orden[1].startswith(p)), "")
    valor = campo.valor[0] if campo.valor else Texto(" ")
    if clase is not None and prefijo:
        return Remision(etiqueta(orden[1], prefijo), clase, valor.negrita, valor.cursiva)
    if orden[:1] == ["SEQ"]:
        return Serie()
    return replace(valor, texto="".join(t.texto for t in campo.valor)) if campo.valor else None


def juntar(piezas: Iterable[object]) -> tuple[EnLinea, ...]:
    """Las piezas que el marcado conoce, con los textos de igual formato en uno solo."""
    juntas: list[EnLinea] = []
    for pieza in piezas:
        previa = juntas[-1] if juntas else None
        if isinstance(pieza, Texto) and _igual_formato(previa, pieza):
            juntas[-1] = replace(pieza, texto=previa.texto + pieza.texto)
        elif not isinstance(pieza, (Serie, NumeroDeNota, Imagen, SaltoDePagina)):
            juntas.append(pieza)  # type: ignore[arg-type]  # lo que queda es lo que va en línea
    return tuple(juntas)


def _de_enlace(
    piezas: tuple[EnLinea, ...],
) -> tuple[Texto | SaltoDeLinea | EcuacionEnLinea | Remision, ...]:
    """Lo que un vínculo puede llevar: ni otro vínculo ni notas."""
    return tuple(p for p in piezas if not isinstance(p, (Enlace, LlamadaDeNota, CitaDeFuente)))


def _igual_formato(previa: EnLinea | None, texto: Texto) -> TypeGuard[Texto]:
    return isinstance(previa, Texto) and replace(previa, texto=texto.texto) == texto


def sin_negrita(piezas: Iterable[EnLinea]) -> tuple[EnLinea, ...]:
    """Las piezas sin la negrilla que les pone su lugar."""
    return tuple(_sin_negrita(p) for p in piezas)


def _sin_negrita(pieza: EnLinea) -> EnLinea:
    if isinstance(pieza, (Texto, Remision)):
        return replace(pieza, negrita=False)
    if isinstance(pieza, Enlace):
        return replace(pieza, contenido=_de_enlace(sin_negrita(pieza.contenido)))
    return pieza


def sin_prefijo(piezas: list[object], largo: int) -> list[object]:
    """Las piezas sin sus primeros caracteres de texto."""
    for lugar, pieza in enumerate(piezas):
        if not largo or not isinstance(pieza, Texto):
            return piezas[lugar:]
        if len(pieza.texto) > largo:
            return [replace(pieza, texto=pieza.texto[largo:]), *piezas[lugar + 1 :]]
        largo -= len(pieza.texto)
    return []
