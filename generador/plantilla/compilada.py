"""La plantilla compilada: el lenguaje de docxtpl, sin repetir en cada documento lo que no cambia.

Una vez por plantilla se abre el zip, se parcha y se compila; por documento se rinden las partes con
etiquetas y se copian las demás ya comprimidas. El resultado es, parte por parte, el de docxtpl,
salvo sus defectos (los enumera `tests/plantilla/test_defectos_de_docxtpl.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from generador.documento.molde import comprimir, en_orden, unir
from generador.documento.paquete import escribir_paquete
from generador.errores import ErrorDePlantilla
from generador.plantilla.camino_lento import rendir_lento
from generador.plantilla.docxtpl_fuentes import abrir_fuentes
from generador.plantilla.parte import CaminoLento
from generador.plantilla.parte_docxtpl import Parte, compilar_de_docxtpl
from generador.plantilla.valores_docxtpl import aislado, con_salida

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import Environment

_GUARDADAS: Final = 32
# Con ellas el XML que se rinde no es todo el que se analizó, o no todo valor se escapa.
_SOLO_DOCXTPL: Final = frozenset(
    ("autoescape", "raw", "include", "extends", "import", "from", "block")
)
# docxtpl escapa dos veces las propiedades, llena dos veces las notas al pie, y las finales nunca.
_MEJOR_AQUI: Final = frozenset(("propiedades", "footnotes", "endnotes"))


class Camino(Enum):
    """Cómo se hizo un documento."""

    RAPIDO = "como texto"
    REVISADO = "como texto, con una parte revisada entera"
    LENTO = "con docxtpl"


@dataclass(frozen=True, slots=True)
class Rendido:
    """Un documento y el camino que tomó."""

    docx: bytes
    camino: Camino


class Compilada:
    """Una plantilla lista para rendir muchos documentos; viaja a otro proceso como sus bytes."""

    __slots__ = ("_entorno", "_fijos", "_fuente", "_partes", "_propio", "_solo_docxtpl")

    def __init__(self, fuente: bytes, entorno: Environment | None) -> None:
        self._fuente = fuente
        self._propio = entorno is not None
        self._entorno = entorno or aislado()
        abiertas = abrir_fuentes(fuente)
        self._fijos = abiertas.fijos
        salida = con_salida(self._entorno)
        self._partes = tuple(
            compilar_de_docxtpl(f, abiertas.enlaces(f.archivo), salida) for f in abiertas.fuentes
        )
        self._solo_docxtpl = any(p.riesgos.palabras & _SOLO_DOCXTPL for p in self._partes)

    def __reduce__(self) -> tuple[Callable[[bytes], Compilada], tuple[bytes]]:
        if self._propio:
            raise TypeError("con un ambiente propio, compile en cada proceso")
        return compilar, (self._fuente,)

    def rendir(self, contexto: Mapping[str, object]) -> bytes:
        """Devuelve el .docx con esos datos; mismos datos, mismos bytes.

        Da `ErrorDePlantilla` (con la parte y el párrafo) si un dato falta, una etiqueta no se
        puede calcular o el XML que se inserta no es correcto, y `DatoInvalido` si un texto trae
        un carácter que no cabe en Word.
        """
        return self.rendir_y_decir(contexto).docx

    def rendir_y_decir(self, contexto: Mapping[str, object]) -> Rendido:
        """Lo mismo, con el camino que tomó."""
        if self._solo_docxtpl:
            return self._lento(contexto)
        try:
            return self._rapido(contexto)
        except CaminoLento:
            return self._lento(contexto)

    def _rapido(self, contexto: Mapping[str, object]) -> Rendido:
        miembros = dict(self._fijos)
        revisado = False
        for parte in self._partes:
            xml, por_arbol = parte.rendir(contexto)
            archivo = parte.fuente.archivo
            miembros[archivo] = comprimir(archivo, xml)
            revisado |= por_arbol
        docx = unir(miembros[n] for n in en_orden(miembros))
        return Rendido(docx, Camino.REVISADO if revisado else Camino.RAPIDO)

    def _lento(self, contexto: Mapping[str, object]) -> Rendido:
        partes = rendir_lento(self._fuente, contexto, self._entorno)
        for parte in self._partes:
            if parte.fuente.clase in _MEJOR_AQUI:
                partes[parte.fuente.archivo] = _sin_imagenes(parte, contexto)
        return Rendido(escribir_paquete(partes), Camino.LENTO)


def _sin_imagenes(parte: Parte, contexto: Mapping[str, object]) -> bytes:
    try:
        return parte.rendir(contexto)[0]
    except CaminoLento:
        raise ErrorDePlantilla(
            f"{parte.compilada.nombre}: aquí no se puede insertar una imagen ni un subdocumento.",
            "Póngalo en el cuerpo, el encabezado o el pie de página.",
        ) from None


@lru_cache(maxsize=_GUARDADAS)
def compilar(fuente: bytes, entorno: Environment | None = None) -> Compilada:
    """Devuelve la plantilla compilada; la segunda vez en el proceso no cuesta nada.

    `entorno` es el ambiente de Jinja (con `autoescape=True`); sin él, uno aislado en que un dato
    que falta es un error. Da `ErrorDeDocumento` si el .docx no sirve, `ErrorDePlantilla` si sus
    etiquetas no se entienden, y `ValueError` si el ambiente no escapa.
    """
    return Compilada(fuente, entorno)
