"""La numeración de las listas (ISO/IEC 29500-1, 17.9): un número propio por lista, que reinicia."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generador.documento.ooxml import W, entero, escribir_xml, leer_xml
from generador.documento.relaciones import agregar_parte, principal, relacionada
from generador.marcado.bloques import ClaseDeLista, FormaDeMarca

if TYPE_CHECKING:
    from generador.marcado.bloques import Lista

NIVELES: Final = 9
PASO: Final = 510  # veinteavos de punto: 0,9 cm, lo que ocupa «xviii.»
FORMATOS: Final = {
    ClaseDeLista.DECIMAL: "decimal",
    ClaseDeLista.LETRA: "lowerLetter",
    ClaseDeLista.LETRA_MAYUSCULA: "upperLetter",
    ClaseDeLista.ROMANO: "lowerRoman",
    ClaseDeLista.ROMANO_MAYUSCULA: "upperRoman",
    ClaseDeLista.VINETA: "bullet",
}
MARCAS: Final = {
    FormaDeMarca.PUNTO: "%{}.",
    FormaDeMarca.PARENTESIS: "%{})",
    FormaDeMarca.DOS_PARENTESIS: "(%{})",
}
_VINETAS: Final = "•–"
_PARTE: Final = "word/numbering.xml"
_CONTENIDO: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_NINGUNA: Final = f'<w:numbering xmlns:w="{W[1:-1]}"/>'.encode()


class Numeracion:
    """Las listas que se van dibujando; se guardan todas de una vez al cerrar."""

    def __init__(self, partes: dict[str, bytes]) -> None:
        self._partes = partes
        hallada = relacionada(partes, "numbering")
        self._nueva = hallada is None
        self._parte = hallada or _PARTE
        self._raiz = leer_xml(_NINGUNA if hallada is None else partes[hallada], self._parte)
        moldes = (entero(m, "abstractNumId") for m in self._raiz.findall(W + "abstractNum"))
        self._primer_molde = max(moldes, default=-1) + 1
        self._ultima = max((entero(n, "numId") for n in self._raiz.findall(W + "num")), default=0)
        self._moldes: dict[tuple[ClaseDeLista, FormaDeMarca], int] = {}
        self._listas: list[str] = []

    def abrir(self, lista: Lista, nivel: int) -> int:
        """El número de Word de una lista nueva, que en ese nivel empieza en `lista.inicio`."""
        forma = FormaDeMarca.PUNTO if lista.clase is ClaseDeLista.VINETA else lista.forma
        molde = self._moldes.setdefault((lista.clase, forma), len(self._moldes))
        self._ultima += 1
        self._listas.append(
            f'<w:num w:numId="{self._ultima}">'
            f'<w:abstractNumId w:val="{self._primer_molde + molde}"/>'
            f'<w:lvlOverride w:ilvl="{nivel}"><w:startOverride w:val="{lista.inicio}"/>'
            "</w:lvlOverride></w:num>"
        )
        return self._ultima

    def cerrar(self) -> None:
        """Guarda las listas abiertas; si no hubo ninguna, no toca nada."""
        if not self._listas:
            return
        moldes = "".join(
            _molde(self._primer_molde + n, *clase) for clase, n in self._moldes.items()
        )
        escritas = f'<w:numbering xmlns:w="{W[1:-1]}">{moldes}{"".join(self._listas)}</w:numbering>'
        nuevas = list(leer_xml(escritas.encode(), self._parte))
        # El esquema pide primero las viñetas de imagen y los moldes, y luego las listas.
        cuantos = len(self._moldes)
        previas = self._raiz.findall(W + "num")
        lugar = self._raiz.index(previas[0]) if previas else len(self._raiz)
        self._raiz[lugar:lugar] = nuevas[:cuantos]
        lugar = self._raiz.index(previas[-1]) + 1 if previas else lugar + cuantos
        self._raiz[lugar:lugar] = nuevas[cuantos:]
        if self._nueva:
            origen = principal(self._partes)
            agregar_parte(self._partes, self._parte, _CONTENIDO, origen, "numbering")
        self._partes[self._parte] = escribir_xml(self._raiz)


def _molde(numero: int, clase: ClaseDeLista, forma: FormaDeMarca) -> str:
    niveles = "".join(_nivel(n, clase, forma) for n in range(NIVELES))
    return (
        f'<w:abstractNum w:abstractNumId="{numero}">'
        f'<w:multiLevelType w:val="multilevel"/>{niveles}</w:abstractNum>'
    )


def _nivel(nivel: int, clase: ClaseDeLista, forma: FormaDeMarca) -> str:
    vineta = clase is ClaseDeLista.VINETA
    marca = _VINETAS[nivel % len(_VINETAS)] if vineta else MARCAS[forma].format(nivel + 1)
    return (
        f'<w:lvl w:ilvl="{nivel}"><w:start w:val="1"/><w:numFmt w:val="{FORMATOS[clase]}"/>'
        f'<w:lvlText w:val="{marca}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{PASO * (nivel + 1)}" w:hanging="{PASO}"/></w:pPr></w:lvl>'
    )
