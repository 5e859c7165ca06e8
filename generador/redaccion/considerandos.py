"""Los considerandos: cada párrafo empieza por «Que» y termina en punto, sin ponerlos dos veces.

No lleva punto el que termina en otro signo de puntuación ni el que sigue con una transcripción, una
lista o un cuadro: la frase no ha terminado.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generador.marcado.bloques import (
    Bloque,
    CitaTextual,
    EnLinea,
    Lista,
    LlamadaDeNota,
    Parrafo,
    Tabla,
    Texto,
)

INTERRUMPEN = (CitaTextual, Lista, Tabla)
QUE = re.compile(r"Que\b", re.IGNORECASE)
# El que transcribe otro considerando ya dice «Que», dentro de sus comillas.
QUE_TRANSCRITO = re.compile(r"[“«\"]Que\b")
# La coma y el punto y coma también: un punto detrás cambiaría lo escrito (y la regla lo avisa).
TERMINADO = re.compile(r"[.,:;?!…][”»\"’)\]]*\s*$")
# Las que abren una frase y no son nombre propio: tras «Que» van en minúscula.
COMUNES = frozenset(
    """a además adicional al algunas algunos ambas ambos ante aquel aquella aquellas aquellos
    aquello asimismo así aun aunque bajo cada como con conforme contra corresponde cuando
    cualquier dado de debe deben debido del dentro desde dicha dichas dicho dichos durante en
    entre era eran es esa esas ese esos esta estas este esto estos existe existen fue fueron
    ha habida hace hacia han hasta hay hoy lo luego mediante ningún ninguna no otra otras
    otro otros para pese por puesto pues qué queda quedan quedará quedarán quedaron quedó
    quien quienes se según será serán si sin sobre son su sus tal tales también tampoco tanto
    teniendo toda todas todo todos tras tuvo una uno un varias varios vista visto ya""".split()  # noqa: SIM905 -- se lee mejor corrido
)
# Las que también abren nombres propios: «La Guajira», «El Tiempo», «De La Calle».
DE_NOMBRE = frozenset(("de", "el", "la", "las", "le", "les", "los"))
# Y lo que, aun con mayúscula, no forma nombre con su artículo: «Que la Ley 80 de 1993…».
CON_ARTICULO = frozenset(
    """acto actos acuerdo agencia agencias alcaldía artículo artículos asamblea auditoría autoridad
    autoridades banco cancillería cámara circular código comisión comité concejo congreso consejería
    consejo constitución contraloría corporación corte decreto decretos defensoría departamento
    dirección directiva director directora estado estatuto fiscalía fondo gobernación gobierno
    grupo instituto jefe junta ley leyes ministerio ministerios ministra ministro nación oficina
    ordenanza plan política presidencia presidenta presidente procuraduría programa rama ramas
    registraduría república resolución resoluciones sala secretaría secretario sección sector senado
    sentencia sentencias sistema sociedad subdirección superintendencia superintendente tribunal
    unidad universidad usuario usuarios viceministerio viceministra viceministro
    zona""".split()  # noqa: SIM905 -- se lee mejor corrido
)
PALABRA = re.compile(r"\w+")
LA_QUE_SIGUE = re.compile(r"\s+(\w+)")


def puestos(bloques: Sequence[Bloque]) -> tuple[Bloque, ...]:
    r"""Los considerandos con su «Que» y su punto final.

    >>> from generador.marcado.lectura import marcar
    >>> leidos = marcar("La ley lo ordena\n\nQue así lo dice.\n\nTexto:", archivo="a.md").bloques
    >>> [p.contenido[0].texto for p in puestos(leidos)]
    ['Que la ley lo ordena.', 'Que así lo dice.', 'Que Texto:']
    """
    return tuple(_puestos(bloques))


def _puestos(bloques: Sequence[Bloque]) -> Iterator[Bloque]:
    for anterior, bloque, siguiente in zip(
        [None, *bloques], bloques, [*bloques[1:], None], strict=False
    ):
        if isinstance(bloque, Parrafo):
            contenido = bloque.contenido
            if not (isinstance(anterior, INTERRUMPEN) and _sigue_la_frase(contenido)):
                contenido = _con_que(contenido)
            sigue = isinstance(siguiente, INTERRUMPEN)
            yield replace(bloque, contenido=contenido if sigue else _con_punto(contenido))
        else:
            yield bloque


def _sigue_la_frase(contenido: Sequence[EnLinea]) -> bool:
    """Si continúa la frase que interrumpió una transcripción: empieza en minúscula."""
    primero = contenido[0]
    return isinstance(primero, Texto) and primero.texto[0].islower()


def _con_que(contenido: Sequence[EnLinea]) -> tuple[EnLinea, ...]:
    primero, *resto = contenido
    if not isinstance(primero, Texto):
        return (Texto("Que "), primero, *resto)
    if QUE.match(primero.texto):
        return (replace(primero, texto=f"Que{primero.texto[3:]}"), *resto)
    if QUE_TRANSCRITO.match(primero.texto):
        return tuple(contenido)
    texto = primero.texto
    if _va_en_minuscula("".join(p.texto for p in contenido if isinstance(p, Texto))):
        texto = texto[0].lower() + texto[1:]
    if primero.negrita or primero.cursiva:
        return (Texto("Que "), replace(primero, texto=texto), *resto)
    return (replace(primero, texto=f"Que {texto}"), *resto)


def _va_en_minuscula(frase: str) -> bool:
    """Si la frase empieza por una palabra común y no por un nombre propio ni por una inicial.

    >>> [_va_en_minuscula(f) for f in ("La ley", "La Ley 80", "La DIAN", "En Colombia")]
    [True, True, True, True]
    >>> [_va_en_minuscula(f) for f in ("La Guajira", "EL CONGRESO", "A. B. dijo", "A LA FECHA")]
    [False, False, False, False]
    """
    hallada = PALABRA.match(frase)
    if hallada is None or frase[hallada.end() :].startswith("."):
        return False
    palabra = hallada[0]
    sigue = LA_QUE_SIGUE.match(frase, hallada.end())
    siguiente = sigue[1] if sigue else ""
    en_mayusculas = palabra.isupper() and (len(palabra) > 1 or siguiente[:2].isupper())
    if en_mayusculas or palabra[1:2].isupper():
        return False
    if palabra.lower() in DE_NOMBRE:
        sigla = len(siguiente) > 1 and siguiente.isupper()
        return not siguiente[:1].isupper() or sigla or siguiente.lower() in CON_ARTICULO
    return palabra.lower() in COMUNES or palabra.lower().endswith("mente")


def _con_punto(contenido: tuple[EnLinea, ...]) -> tuple[EnLinea, ...]:
    """Con punto final; la llamada de nota que cierra la frase va antes del punto."""
    dichos = [pieza for pieza in contenido if not isinstance(pieza, LlamadaDeNota)]
    ultimo = dichos[-1] if dichos else None
    if isinstance(ultimo, Texto):
        if TERMINADO.search(ultimo.texto):
            return contenido
        if contenido[-1] is ultimo:
            return (*contenido[:-1], replace(ultimo, texto=f"{ultimo.texto.rstrip()}."))
    return (*contenido, Texto("."))
