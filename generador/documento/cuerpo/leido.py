"""Lo que se consulta al leer los bloques de un .docx: estilos, listas, vínculos y notas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generador.documento import estilos
from generador.documento.cuerpo.numeracion import FORMATOS, MARCAS
from generador.documento.ooxml import W, entero, leer_xml, valor
from generador.documento.relaciones import principal, relacionada, relaciones
from generador.marcado.bloques import ClaseDeLista, FormaDeMarca

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generador.documento.ooxml import Elemento

_CLASES: Final = {formato: clase for clase, formato in FORMATOS.items()}
_FORMAS: Final = {marca: forma for forma, marca in MARCAS.items()}


@dataclass(frozen=True, slots=True)
class ListaLeida:
    """Cómo se numera una lista."""

    clase: ClaseDeLista
    forma: FormaDeMarca
    inicio: int


class Leido:
    """Un paquete mientras se leen sus bloques."""

    def __init__(self, partes: dict[str, bytes]) -> None:
        self._partes = partes
        self.principal = principal(partes)
        self.cuerpo = leer_xml(partes[self.principal], self.principal).find(W + "body")
        nombres = estilos.por_nombre(partes, "paragraph")
        self._nombres = {identificador: nombre for nombre, identificador in nombres.items()}
        notas = relacionada(partes, "footnotes")
        raiz = () if notas is None else leer_xml(partes[notas], notas)
        self._notas = {nota.get(W + "id"): nota for nota in raiz}
        self._vinculos = {
            False: _destinos(partes, self.principal),
            True: {} if notas is None else _destinos(partes, notas),
        }
        numeracion = relacionada(partes, "numbering")
        raiz = () if numeracion is None else leer_xml(partes[numeracion], numeracion)
        self._listas = {e.get(W + "numId"): e for e in raiz if e.tag == W + "num"}
        self._moldes = {e.get(W + "abstractNumId"): e for e in raiz if e.tag == W + "abstractNum"}

    def estilo(self, parrafo: Elemento) -> str:
        """El nombre en minúsculas del estilo de un párrafo; vacío si no dice ninguno."""
        escrito = valor(parrafo.find(f"{W}pPr/{W}pStyle"))
        return self._nombres.get(escrito or "", "")

    def sangria(self, parrafo: Elemento) -> tuple[int, int]:
        """La sangría del párrafo; si no trae una propia, la de su estilo."""
        propia = parrafo.find(f"{W}pPr/{W}ind")
        if propia is not None and propia.get(W + "left") is not None:
            derecha = propia.get(W + "right")
            return entero(propia, "left"), 0 if derecha is None else entero(propia, "right")
        estilo = valor(parrafo.find(f"{W}pPr/{W}pStyle"))
        # Los títulos y párrafos del cuerpo pueden entrar por su estilo: no están dentro de nada.
        if estilo is None or self.estilo(parrafo) != "cita textual":
            return 0, 0
        return self.sangria_de_cita()

    def sangria_de_cita(self) -> tuple[int, int]:
        """Lo que entra una cita."""
        por_nombre = {nombre: i for i, nombre in self._nombres.items()}
        estilo = por_nombre.get("cita textual")
        return (0, 0) if estilo is None else estilos.sangria(self._partes, estilo)

    def vinculo(self, identificador: str, *, en_nota: bool) -> str:
        """A dónde lleva un vínculo."""
        return self._vinculos[en_nota].get(identificador, "")

    def nota(self, identificador: str) -> Elemento | None:
        """El elemento de una nota al pie, si está."""
        return self._notas.get(identificador)

    def lista(self, numero: str, nivel: str) -> ListaLeida | None:
        """Cómo se numera ese nivel de esa lista, o `None` si no es de las del marcado."""
        lista = self._listas.get(numero)
        if lista is None:
            return None
        molde = self._moldes.get(valor(lista.find(W + "abstractNumId")))
        definido = None if molde is None else _de_nivel(molde, "lvl", nivel)
        if definido is None:
            return None
        cambio = _de_nivel(lista, "lvlOverride", nivel)
        inicio = None if cambio is None else cambio.find(W + "startOverride")
        clase = _CLASES.get(valor(definido.find(W + "numFmt")) or "")
        marca = (valor(definido.find(W + "lvlText")) or "").replace(f"%{int(nivel) + 1}", "%{}")
        if clase is None:
            return None
        forma = _FORMAS.get(marca, FormaDeMarca.PUNTO)
        return ListaLeida(clase, forma, 1 if inicio is None else entero(inicio, "val"))


def _de_nivel(padre: Elemento, etiqueta: str, nivel: str) -> Elemento | None:
    return next((e for e in padre.findall(W + etiqueta) if e.get(W + "ilvl") == nivel), None)


def _destinos(partes: Mapping[str, bytes], parte: str) -> dict[str, str]:
    return {r.identificador: r.destino for r in relaciones(partes, parte) if r.externa}
