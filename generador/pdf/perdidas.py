"""Lo que el motor embebido perdería sin avisar, dicho antes de convertir.

Se comprobó con dxpdf 0.8.1 mirando la página: ninguna de las construcciones y adornos que
`documento.rasgos` reconoce sobrevive entera; desaparece, o sale distinta, sin ningún error. La
lista no promete ser completa; por eso el motor compara además, palabra por palabra, el texto del
Word con el del PDF (`comprobacion`).
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generador.documento.apertura import abrir
from generador.documento.cuerpo.marcadores import DE_BLOQUE
from generador.documento.rasgos import PAGINA_REMITIDA, rasgos

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generador.documento.apertura import Paquete
    from generador.documento.campos import Campo
    from generador.documento.rasgos import Rasgos

FUENTES = Path(__file__).parent / "fuentes"
# Las incluidas y las que miden exactamente lo mismo: el renglón corta en el mismo sitio.
LETRAS = {
    "Liberation Sans": ("Arial", "Helvetica"),
    "Liberation Serif": ("Times New Roman",),
}
_LETRAS_CONOCIDAS = frozenset(
    letra.casefold() for propia, iguales in LETRAS.items() for letra in (propia, *iguales)
)
_IMAGENES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp"})
_GEOMETRIAS = frozenset({"rect", "line"})
_CALCULADOS = frozenset({"PAGE", "NUMPAGES"})
_DE_RELOJ = frozenset({"DATE", "TIME"})
# No imprimen nada: son marcas o contenedores.
_SIN_VALOR = frozenset({"", "XE", "TC", "TA", "SET", "HYPERLINK", "IF", "ADVANCE"})
# La viñeta de siempre: dxpdf la traduce de la fuente Symbol al punto.
_VINETA_SYMBOL = "\uf0b7"
_MUESTRA = 8
_CITA = 30


def perdidas(docx: bytes) -> list[str]:
    """Lo que este Word perdería en silencio con el motor embebido; vacía si nada.

    Mira el cuerpo, los encabezados, los pies y las notas. Da `ErrorDeDocumento` si el archivo no
    es un .docx entero y sin peligro.
    """
    return perdidas_del_paquete(abrir(docx))


def perdidas_del_paquete(paquete: Paquete) -> list[str]:
    """Lo mismo que `perdidas`, con el Word ya abierto."""
    halladas: dict[str, set[str]] = defaultdict(set)
    for que, detalle in _perdidas(rasgos(paquete)):
        halladas[que].add(detalle)
    return [_renglon(que, detalles) for que, detalles in sorted(halladas.items())]


def _renglon(que: str, detalles: set[str]) -> str:
    muestra = ", ".join(sorted(d for d in detalles if d)[:_MUESTRA])
    return f"{que}: {muestra}" if muestra else que


def _perdidas(hallados: Rasgos) -> Iterator[tuple[str, str]]:
    """Cada cosa que se pierde, con un detalle que ayude a encontrarla."""
    yield from ((construccion, "") for construccion in hallados.construcciones)
    for adorno, textos in hallados.adornos.items():
        yield from ((adorno, f"«{texto.strip()[:_CITA]}»") for texto in textos)
    for figura in hallados.figuras - _GEOMETRIAS:
        yield "figuras que no son rectángulos, con su texto", figura
    for imagen in hallados.imagenes - _IMAGENES:
        yield "imágenes EMF, WMF o de otro formato que no lee", imagen
    yield from _de_letras(hallados)
    yield from _de_campos(hallados.campos)


def _de_letras(hallados: Rasgos) -> Iterator[tuple[str, str]]:
    for letra in hallados.letras:
        if letra.casefold() not in _LETRAS_CONOCIDAS:
            yield "tipos de letra que no están incluidos", letra
    for letra, codigo in hallados.simbolos:
        if letra.casefold() not in _LETRAS_CONOCIDAS or codigo not in caracteres():
            yield "símbolos insertados", f"{letra} U+{codigo:04X}"
    for caracter in _sin_dibujo(hallados.textos):
        yield "caracteres que las fuentes incluidas no tienen", caracter
    for caracter in _sin_dibujo(r.replace(_VINETA_SYMBOL, "") for r in hallados.rotulos):
        yield "viñetas que las fuentes incluidas no tienen", caracter


def _sin_dibujo(textos: Iterable[str]) -> Iterator[str]:
    usados = {c for texto in textos for c in unicodedata.normalize("NFC", texto)}
    for caracter in usados:
        # El guion opcional sí tiene dibujo, pero dxpdf lo pinta aunque no se parta la palabra.
        if ord(caracter) not in caracteres() or caracter == "\u00ad":
            visible = f"«{caracter}» " if caracter.isprintable() else ""
            yield f"{visible}U+{ord(caracter):04X}"


@cache
def caracteres() -> frozenset[int]:
    """Los códigos Unicode que dibujan todas las fuentes incluidas, en todos sus estilos."""
    from fontTools.ttLib import TTFont

    comunes: frozenset[int] | None = None
    for archivo in sorted(FUENTES.glob("*.ttf")):
        with TTFont(archivo, lazy=True) as fuente:
            propios = frozenset(fuente.getBestCmap())
        comunes = propios if comunes is None else comunes & propios
    return (comunes or frozenset()) | {ord("\t"), ord("\n")}


def _de_campos(hallados: Iterable[Campo]) -> Iterator[tuple[str, str]]:
    for campo in hallados:
        if campo.nombre in _DE_RELOJ:
            yield "campos de fecha u hora, que cambian cada día", campo.nombre
        elif campo.nombre == "PAGEREF" and DE_BLOQUE in campo.instruccion:
            # Lo guardado es la página del PDF de LibreOffice; aquí el texto corta en otro lado.
            yield PAGINA_REMITIDA, ""
        elif campo.nombre in _CALCULADOS | _SIN_VALOR:
            continue
        elif not campo.guardado.strip():
            yield "campos sin su valor guardado (actualícelos en Word con F9)", campo.nombre
