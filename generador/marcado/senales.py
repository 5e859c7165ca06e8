"""Por dónde se conoce que un renglón empieza un bloque, y qué pasa si llega a mitad de párrafo."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generador.lengua.rotulos import ESPACIO, rotulo
from generador.marcado.contexto import NOMBRE, Linea
from generador.marcado.marcas import hermana, marca_de
from generador.marcado.parecidos import errada, es_titulo, parece_marca, rotulo_raro

if TYPE_CHECKING:
    from generador.marcado.cuerpo import Cuerpo

ENCABEZADO = re.compile(r"(#{1,6}) +(?=\S)")
CERCA = re.compile(r"```|~~~")
SALTO = re.compile(r"\{ *salto de p[áa]gina *\}\Z")
ATRIBUTOS = re.compile(r"\{ *((?:anchos?|totales)\b[^{}]*)\}\Z")
LEYENDA = re.compile(rf"(Tabla|Figura)(?: \{{({NOMBRE})\}})?\. +(?=\S)")
# «Tabla 3. Criterios», «**Cuadro 1:** Criterios», «Gráfica. Criterios»: un título que no lo sería.
LITERAL = re.compile(
    r"\*{0,2}(?P<que>Tabla|Cuadro|Figura|Gr[áa]fic[oa]|Ilustraci[óo]n|Imagen)"
    r"(?P<numero> (?:n\.?[º°] ?|No\. ?)?\d{1,3})?(?: \{[^{}]*\})?(?:[.:]| ?[–—-])\*{0,2} +(?=\S)"
)
ETIQUETA = re.compile(rf" *\{{({NOMBRE})\}}\Z")
NOTA = re.compile(r"\[\^[^\]\[\s\\^]{1,60}\]:")
ARTICULO = re.compile(rotulo(rf"(?:{ESPACIO}\{{(?P<etiqueta>{NOMBRE})\}})?"))
ALCANCE = 20  # renglones entre una leyenda y su tabla o figura
FIN_DE_FRASE = (":", ";", ".", ",", "”", "»", ")", " y", " o", "]")


def es_raya(texto: str) -> bool:
    """Un renglón de guiones, asteriscos o iguales. El de guiones bajos es para llenar a mano.

    >>> es_raya("- - -"), es_raya("____"), es_raya("-- a")
    (True, False, False)
    """
    junto = texto.replace(" ", "")
    return len(junto) >= 3 and junto[0] in "-*=" and not junto.strip(junto[0])  # noqa: PLR2004 (CommonMark: tres)


def interrumpe(cuerpo: Cuerpo, i: int) -> bool:
    """Dice si el renglón `i`, pegado al anterior, empieza un bloque. Lo dudoso es un error."""
    if _inconfundible(cuerpo, i):
        return True
    linea = cuerpo.lineas[i]
    articulo, marca = ARTICULO.match(linea.texto), marca_de(linea.texto)
    primera = articulo is not None or (marca is not None and marca.primera)
    acompanada = marca is not None and hermana(cuerpo.lineas, i, marca) is not None
    if primera and (acompanada or cuerpo.lineas[i - 1].texto.endswith(FIN_DE_FRASE)):
        return True
    if primera or acompanada:
        largo = articulo.end() if articulo else marca.largo if marca else 0
        _dudoso(cuerpo, linea, linea.texto[:largo])
    elif senal := _parecida(cuerpo, i):
        _dudoso(cuerpo, linea, senal)
    return False


def _parecida(cuerpo: Cuerpo, i: int) -> str:
    """Con qué se parece el renglón `i`, pegado al anterior, al comienzo de otra cosa."""
    texto, antes = cuerpo.lineas[i].texto, cuerpo.lineas[i - 1].texto
    if antes.endswith("\\"):
        return ""  # el cambio de renglón se pidió: no se funde
    if es_titulo(texto):
        return texto
    literal = LITERAL.match(texto)
    if literal and objeto_tras(cuerpo, i) is not None:
        return literal[0]
    frase = antes.endswith(FIN_DE_FRASE)
    rotulo = rotulo_raro(texto) if frase else ""
    tras_marca = parece_marca(antes) or antes.endswith(":") or (cuerpo.en_elemento and i == 1)
    if rotulo or not (parece_marca(texto) and (tras_marca or (frase and errada(texto)))):
        return rotulo
    return texto.split(" ")[0]


def _inconfundible(cuerpo: Cuerpo, i: int) -> bool:
    """Lo que no puede ser texto corrido."""
    texto = cuerpo.lineas[i].texto
    if texto.startswith((">", "|", "![", r"\[")) or es_raya(texto):
        return True
    return any(s.match(texto) for s in (ENCABEZADO, CERCA, NOTA, SALTO, ATRIBUTOS)) or _es_leyenda(
        cuerpo, i
    )


def _es_leyenda(cuerpo: Cuerpo, i: int) -> bool:
    return bool(LEYENDA.match(cuerpo.lineas[i].texto)) and objeto_tras(cuerpo, i) is not None


def objeto_tras(cuerpo: Cuerpo, i: int) -> int | None:
    """El renglón de la tabla o figura que anuncia el renglón `i`, si está entre los próximos."""
    lineas, tope = cuerpo.lineas, min(len(cuerpo.lineas), i + ALCANCE)
    while i < tope and lineas[i].texto and lineas[i].texto[0] not in "|!{":
        i += 1
    while (i := cuerpo.con_texto(i)) < tope and ATRIBUTOS.match(lineas[i].texto):
        i += 1
    return i if i < tope and lineas[i].texto.startswith(("|", "![")) else None


def _dudoso(cuerpo: Cuerpo, linea: Linea, senal: str) -> None:
    cuerpo.ctx.error(
        "MAR007",
        linea,
        f"El renglón empieza por «{senal.strip()}» en medio de un párrafo.",
        "Si ahí empieza otra cosa, deje antes un renglón en blanco; si no, únalo al anterior.",
    )
