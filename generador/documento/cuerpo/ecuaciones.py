r"""De LaTeX a la ecuación nativa de Word (OMML: ISO/IEC 29500-1, 22.1).

latex2mathml y mathml-to-omml hacen la traducción; aquí se corrige lo que Word o LibreOffice no
entenderían, y se rechaza lo que habría salido escrito como órdenes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from lxml import etree

from generador.documento.caracteres import legal
from generador.documento.cuerpo.marcadores import en_linea
from generador.documento.ooxml import Elemento, M, leer_xml
from generador.errores import DatoInvalido, ErrorDeDocumento

_GUARDADAS: Final = 512
_CITA: Final = 80
_TOPE: Final = 4000  # más larga no cabe en un renglón, y su lectura es recursiva
_ESPACIO: Final = f'<m:oMath xmlns:m="{M[1:-1]}">'
# latex2mathml escribe estos dos signos sin escapar: viajan con otro nombre.
_VIAJE: Final = str.maketrans("<>", "\ue000\ue001")
_VUELTA: Final = str.maketrans("\ue000\ue001", "<>")
_LLAVES: Final = re.compile(r"\\.|[{}]", re.DOTALL)
_PORCENTAJE: Final = re.compile(r"(\\.)|%", re.DOTALL)
_ACENTOS: Final = {"^": "\u0302", "~": "\u0303", "˙": "\u0307", "¨": "\u0308", "→": "\u20d7"}
_RAYAS: Final = frozenset("―¯‾_")
_CON_LIMITE: Final = frozenset(("lim", "max", "min", "sup", "inf", "máx", "mín"))


def a_omml(latex: str, linea: int = 0) -> str:
    r"""Devuelve el `m:oMath` de una ecuación; `DatoInvalido`, con su línea, si no se entiende.

    >>> a_omml(r"x^2").count("m:sSup")
    2
    >>> a_omml(r"\raiz{x}", 7)
    Traceback (most recent call last):
    ...
    generador.errores.DatoInvalido: Línea 7: La ecuación «\raiz{x}» no se entiende: no existe...
    """
    try:
        return _traducir(legal(latex))
    except _NoSeEntiende as error:
        cita = latex if len(latex) <= _CITA else latex[: _CITA - 1] + "…"
        raise DatoInvalido(
            f"{en_linea(linea)}La ecuación «{cita}» no se entiende: {error}.",
            r"Corríjala. Las palabras van en \text{…}.",
        ) from error


class _NoSeEntiende(Exception):
    """Por qué no se entiende una ecuación."""


@lru_cache(maxsize=_GUARDADAS)
def _traducir(latex: str) -> str:
    if len(latex) > _TOPE:
        raise _NoSeEntiende(f"pasa de {_TOPE} caracteres")
    _exigir_llaves(latex)
    raiz = _convertir(latex)
    _desempacar(raiz)
    _poner_grados(raiz)
    _poner_acentos(raiz)
    _poner_limites(raiz)
    _revisar_textos(raiz)
    if not "".join(raiz.itertext()).strip():
        raise _NoSeEntiende("está vacía")
    etree.cleanup_namespaces(raiz)
    return str(etree.tostring(raiz, encoding="unicode"))


def _exigir_llaves(latex: str) -> None:
    hondura = 0
    for signo in _LLAVES.findall(latex):
        hondura += {"{": 1, "}": -1}.get(signo, 0)
        if hondura < 0:
            break
    if hondura:
        raise _NoSeEntiende("una llave no tiene pareja")


def _sin_comentarios(latex: str) -> str:
    r"""En LaTeX lo que sigue a «%» se pierde; aquí es el signo, se escriba «%» o «\%»."""
    return _PORCENTAJE.sub(lambda hallado: hallado[1] or r"\%", latex)


def _convertir(latex: str) -> Elemento:
    import latex2mathml.converter
    import mathml_to_omml

    try:
        mathml = latex2mathml.converter.convert(_sin_comentarios(latex).translate(_VIAJE))
        omml = str(mathml_to_omml.convert(mathml))
        return leer_xml(omml.replace("<m:oMath>", _ESPACIO, 1).encode(), "ecuación")
    # Las dos bibliotecas dejan salir lo que encuentren, sin un error propio común.
    except (Exception, RecursionError) as error:
        if isinstance(error, ErrorDeDocumento):
            raise _NoSeEntiende("no se puede escribir en Word") from error
        raise _NoSeEntiende("falta o sobra algo") from error


def _desempacar(raiz: Elemento) -> None:
    """Quita las cajas que solo agrupan: LibreOffice las dibuja mal."""
    for caja in list(raiz.iter(M + "box")):
        interior = caja.find(M + "e")
        padre, lugar = caja.getparent(), caja.getparent().index(caja)
        padre[lugar : lugar + 1] = [] if interior is None else list(interior)


def _poner_grados(raiz: Elemento) -> None:
    """El esquema exige el grado de la raíz; sin él LibreOffice la pierde."""
    for radical in raiz.iter(M + "rad"):
        if radical.find(M + "deg") is None:
            formato = etree.Element(M + "radPr")
            etree.SubElement(formato, M + "degHide").set(M + "val", "1")
            radical.insert(0, formato)
            radical.insert(1, etree.Element(M + "deg"))


def _poner_acentos(raiz: Elemento) -> None:
    """El gorro, la raya y la flecha, como acentos y no como algo escrito encima."""
    for encima in list(raiz.iter(M + "limUpp")):
        signo = "".join(encima.find(M + "lim").itertext())
        base = encima.find(M + "e")
        if signo in _RAYAS:
            _reemplazar(encima, "bar", ("pos", "top"), base)
        elif signo in _ACENTOS:
            _reemplazar(encima, "acc", ("chr", _ACENTOS[signo]), base)


def _reemplazar(viejo: Elemento, clase: str, formato: tuple[str, str], base: Elemento) -> None:
    nuevo = etree.Element(M + clase)
    propiedades = etree.SubElement(nuevo, f"{M}{clase}Pr")
    etree.SubElement(propiedades, M + formato[0]).set(M + "val", formato[1])
    nuevo.append(base)
    nuevo.tail = viejo.tail
    viejo.getparent().replace(viejo, nuevo)


def _poner_limites(raiz: Elemento) -> None:
    """Lo que va debajo de «lim» es un límite y no un subíndice."""
    for bajo in list(raiz.iter(M + "sSub")):
        if "".join(bajo.find(M + "e").itertext()) in _CON_LIMITE:
            bajo.tag = M + "limLow"
            bajo.find(M + "sub").tag = M + "lim"


def _revisar_textos(raiz: Elemento) -> None:
    for texto in raiz.iter(M + "t"):
        escrito = (texto.text or "").replace(r"\%", "%").replace(r"\$", "$")
        if "\\" in escrito:
            orden = re.search(r"\\\w*", escrito)
            raise _NoSeEntiende(f"no existe «{orden.group() if orden else escrito}»")
        texto.text = escrito.translate(_VUELTA)
        if "%" in escrito:
            # LibreOffice toma el signo suelto por el comienzo de un símbolo suyo.
            _como_palabra(texto.getparent())


def _como_palabra(corrida: Elemento) -> None:
    formato = corrida.find(M + "rPr")
    if formato is None:
        formato = etree.Element(M + "rPr")
        corrida.insert(0, formato)
    formato[:] = [etree.Element(M + "nor")]
