"""Qué formato tiene de verdad cada corrida de un Word (ISO/IEC 29500-1, 17.7.2).

El formato de un texto se hereda: la corrida manda sobre su estilo de carácter, este sobre el de
párrafo, este sobre el de tabla y todos sobre los valores del documento. Solo se resuelve lo que
hace falta para saber si un motor lo perdería: adornos y tipos de letra.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.documento.ooxml import A, Elemento, W, valor

if TYPE_CHECKING:
    from generador.documento.apertura import Paquete

_APAGADO = frozenset({"0", "false", "off", "none"})
# Sin tipo de letra en ninguna parte, Word usa este (ISO/IEC 29500-1, 17.3.2.26).
_LETRA_POR_DEFECTO = "Times New Roman"
_FORMATO = W + "rPr"


class EstilosEfectivos:
    """Los estilos de un documento, listos para preguntar por una corrida (`w:r`)."""

    def __init__(self, paquete: Paquete) -> None:
        estilos = paquete.relacionado("styles")
        todos = [] if estilos is None else estilos.findall(W + "style")
        self._por_id = {e.get(W + "styleId"): e for e in todos}
        self._por_defecto = {
            e.get(W + "type"): e.get(W + "styleId")
            for e in todos
            if e.get(W + "default") in {"1", "true"}
        }
        base = None if estilos is None else estilos.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._base = [] if base is None else [base]
        self._letras_del_tema = _letras_del_tema(paquete)
        self._cascadas: dict[tuple[str | None, ...], list[Elemento]] = {}

    def cadena(self, estilo: str | None) -> list[Elemento]:
        """El estilo y sus antecesores (`basedOn`), del más cercano al más lejano."""
        cadena: list[Elemento] = []
        while estilo in self._por_id and self._por_id[estilo] not in cadena:
            cadena.append(self._por_id[estilo])
            estilo = valor(cadena[-1].find(W + "basedOn"))
        return cadena

    def de_parrafo(self, parrafo: Elemento | None) -> str | None:
        """El identificador del estilo de un párrafo; sin uno escrito, el del documento."""
        escrito = None if parrafo is None else valor(parrafo.find(f"{W}pPr/{W}pStyle"))
        return escrito or self._por_defecto.get("paragraph")

    def formatos(self, corrida: Elemento) -> list[Elemento]:
        """Los `w:rPr` que rigen una corrida, del que más manda al que menos."""
        propio = corrida.find(_FORMATO)
        caracter = None if propio is None else valor(propio.find(W + "rStyle"))
        parrafo = next(corrida.iterancestors(W + "p"), None)
        tabla = next(corrida.iterancestors(W + "tbl"), None)
        de_tabla = None
        if tabla is not None:
            de_tabla = valor(tabla.find(f"{W}tblPr/{W}tblStyle"))
            de_tabla = de_tabla or self._por_defecto.get("table")
        llave = (caracter, self.de_parrafo(parrafo), de_tabla)
        if llave not in self._cascadas:
            formatos = [e.find(_FORMATO) for estilo in llave for e in self.cadena(estilo)]
            self._cascadas[llave] = [f for f in formatos if f is not None] + self._base
        heredados = self._cascadas[llave]
        return heredados if propio is None else [propio, *heredados]

    def letras(self, formatos: list[Elemento]) -> set[str]:
        """Los tipos de letra que rigen el texto latino de una corrida con esos formatos."""
        return {self._letra(formatos, cual) for cual in ("ascii", "hAnsi")}

    def _letra(self, formatos: list[Elemento], cual: str) -> str:
        for formato in formatos:
            letras = formato.find(W + "rFonts")
            if letras is None:
                continue
            tema = letras.get(f"{W}{cual}Theme")
            if tema is not None:
                return self._letras_del_tema.get(tema[:5], _LETRA_POR_DEFECTO)
            propia = letras.get(W + cual)
            if propia is not None:
                return str(propia)
        return _LETRA_POR_DEFECTO


def encendido(formatos: list[Elemento], propiedad: str) -> bool:
    """Dice si una propiedad de la corrida (`strike`, `caps`…) está encendida."""
    for formato in formatos:
        marca = formato.find(W + propiedad)
        if marca is not None:
            return marca.get(W + "val") not in _APAGADO
    return False


def _letras_del_tema(paquete: Paquete) -> dict[str, str]:
    """`minor` y `major` → el tipo de letra latino de cuerpo y de títulos del tema."""
    tema = paquete.relacionado("theme")
    letras = {}
    for cual in ("minor", "major"):
        latina = None if tema is None else tema.find(f".//{A}{cual}Font/{A}latin")
        if latina is not None:
            letras[cual] = latina.get("typeface", _LETRA_POR_DEFECTO)
    return letras
