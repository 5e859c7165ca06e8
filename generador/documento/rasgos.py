"""Lo que un Word trae además de texto corriente, con nombres de español.

No juzga: dice qué hay, para que quien convierte el documento sepa si lo puede conservar.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from generador.documento.campos import Campo, campos
from generador.documento.estilos_efectivos import EstilosEfectivos, encendido
from generador.documento.ooxml import A, Elemento, M, R, W, entero, recorrer, valor
from generador.documento.relaciones import relaciones
from generador.documento.revisiones import CAMBIOS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generador.documento.apertura import Paquete

PAGINA_REMITIDA: Final = "números de página a los que se remite (los calcula Word o LibreOffice)"
_CONSTRUCCIONES: Final = {
    M + "oMath": "ecuaciones",
    **dict.fromkeys(CAMBIOS, "control de cambios sin aceptar"),
    W + "pict": "dibujos o WordArt del formato antiguo (VML)",
    W + "object": "objetos incrustados (OLE)",
    W + "subDoc": "subdocumentos",
    W + "ruby": "guías fonéticas (ruby)",
    W + "dir": "texto con dirección forzada",
    W + "bdo": "texto con dirección forzada",
    W + "customXml": "XML personalizado",
    W + "framePr": "marcos de párrafo",
    W + "pgBorders": "bordes de página",
    W + "lnNumType": "numeración de renglones",
    W + "noBreakHyphen": "guion de no separación",
    A + "gradFill": "rellenos degradados",
}
_ADORNOS: Final = {
    "strike": "texto tachado",
    "dstrike": "texto con doble tachado",
    "smallCaps": "versalitas",
    "caps": "mayúsculas puestas por formato",
    "shadow": "texto con sombra",
    "outline": "texto en contorno",
    "emboss": "texto en relieve",
    "imprint": "texto grabado",
    "em": "signos de énfasis",
    "position": "texto subido o bajado a mano",
}
_DE_BLOQUE = frozenset(
    W + n for n in ("body", "tc", "hdr", "ftr", "footnote", "endnote", "txbxContent")
)
_CORRIDA, _TEXTO, _SIMBOLO, _FIGURA = W + "r", W + "t", W + "sym", A + "prstGeom"
_NUMERO = f"{W}pPr/{W}numPr/{W}numId"


def _en_linea(control: Elemento) -> bool:
    padre = control.getparent()
    return padre is not None and padre.tag not in _DE_BLOQUE


def _dentro_de(etiqueta: str) -> Callable[[Elemento], object]:
    return lambda e: next(e.iterancestors(W + etiqueta), None) is not None


# Las que son especiales solo con ciertos valores o en cierto lugar.
_SEGUN_EL_CASO: Final[dict[str, tuple[str, Callable[[Elemento], object]]]] = {
    W + "textDirection": (
        "texto girado en una celda",
        lambda e: valor(e) not in {"lrTb", "lr", "tb"},
    ),
    W + "sdt": ("controles de contenido dentro de un párrafo", _en_linea),
    W + "footnoteReference": (
        "notas al pie que se llaman desde un cuadro o un recuadro",
        _dentro_de("tbl"),
    ),
    W + "numPr": ("números de las listas que van en notas al pie", _dentro_de("footnote")),
    W + "fldChar": (
        PAGINA_REMITIDA,
        lambda e: e.get(W + "dirty") in {"1", "true", "on"},
    ),
    W + "pgNumType": (
        "número de página que no es arábigo",
        lambda e: e.get(W + "fmt", "decimal") != "decimal",
    ),
    W + "type": (
        "salto de sección a página par o impar",
        lambda e: valor(e) in {"evenPage", "oddPage"},
    ),
    A + "prstTxWarp": ("WordArt", lambda e: e.get("prst") != "textNoShape"),
    A + "graphicData": (
        "gráficos de Office o SmartArt",
        lambda e: re.search("/(chart|diagram)", e.get("uri", "")),
    ),
}


@dataclass(frozen=True, slots=True)
class Rasgos:
    """Lo especial de un documento: cuerpo, encabezados, pies y notas.

    `construcciones`, por su nombre; `adornos`, de su nombre a los textos que lo llevan;
    `figuras`, geometrías de dibujo (`rect`); `letras` y `textos`, los que se imprimen;
    `simbolos`, tipo de letra y código; `imagenes`, su extensión (`.png`); `rotulos`, el texto
    fijo de las listas en uso.
    """

    construcciones: set[str] = field(default_factory=set)
    adornos: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    figuras: set[str] = field(default_factory=set)
    letras: set[str] = field(default_factory=set)
    textos: set[str] = field(default_factory=set)
    simbolos: set[tuple[str, int]] = field(default_factory=set)
    campos: list[Campo] = field(default_factory=list)
    imagenes: set[str] = field(default_factory=set)
    rotulos: set[str] = field(default_factory=set)


def rasgos(paquete: Paquete) -> Rasgos:
    """Devuelve lo que el documento trae además de texto, tablas y listas corrientes.

    Da `ErrorDeDocumento` si un número del XML no lo es.
    """
    estilos = EstilosEfectivos(paquete)
    hallados = Rasgos()
    for parte in paquete.clases:
        arbol = paquete.arboles[parte]
        for nodo in recorrer(arbol):
            if nodo.tag == _CORRIDA:
                _mirar_corrida(nodo, estilos, hallados)
            else:
                _mirar_elemento(nodo, hallados)
        hallados.campos.extend(campos(arbol))
        hallados.imagenes.update(_imagenes(paquete, parte))
    hallados.rotulos.update(_rotulos(paquete, estilos))
    return hallados


def tiene_ecuaciones(paquete: Paquete) -> bool:
    """Dice si alguna parte del documento tiene una ecuación de Word."""
    return any(next(a.iter(M + "oMath"), None) is not None for a in paquete.arboles.values())


def _mirar_elemento(nodo: Elemento, hallados: Rasgos) -> None:
    if nodo.tag in _CONSTRUCCIONES:
        hallados.construcciones.add(_CONSTRUCCIONES[nodo.tag])
    elif nodo.tag in _SEGUN_EL_CASO:
        nombre, es_especial = _SEGUN_EL_CASO[nodo.tag]
        if es_especial(nodo):
            hallados.construcciones.add(nombre)
    elif nodo.tag == _FIGURA:
        hallados.figuras.add(nodo.get("prst", ""))
    elif nodo.tag == _SIMBOLO:
        hallados.simbolos.add((nodo.get(W + "font", ""), entero(nodo, "char", 16)))


def _mirar_corrida(corrida: Elemento, estilos: EstilosEfectivos, hallados: Rasgos) -> None:
    texto = "".join(t.text or "" for t in corrida.findall(_TEXTO))
    if not texto:
        return
    formatos = estilos.formatos(corrida)
    for propiedad, nombre in _ADORNOS.items():
        if encendido(formatos, propiedad):
            hallados.adornos[nombre].add(texto)
    hallados.letras.update(estilos.letras(formatos))
    hallados.textos.add(texto)


def _imagenes(paquete: Paquete, parte: str) -> Iterator[str]:
    imagenes = list(paquete.arboles[parte].iter(A + "blip"))
    if not imagenes:
        return
    destinos = {r.identificador: r.destino for r in relaciones(paquete.partes, parte)}
    for imagen in imagenes:
        destino = destinos.get(imagen.get(R + "embed"), "")
        yield posixpath.splitext(destino)[1].lower()


def _rotulos(paquete: Paquete, estilos: EstilosEfectivos) -> Iterator[str]:
    """El texto fijo de los números y viñetas de lista que se usan, sin el lugar del número."""
    numeracion = paquete.relacionado("numbering")
    if numeracion is None:
        return
    usados = _numeros_usados(paquete, estilos)
    moldes = {a.get(W + "abstractNumId"): a for a in numeracion.findall(W + "abstractNum")}
    for numero in numeracion.findall(W + "num"):
        molde = moldes.get(valor(numero.find(W + "abstractNumId")))
        if molde is not None and numero.get(W + "numId") in usados:
            for texto in molde.iter(W + "lvlText"):
                yield re.sub(r"%\d", "", valor(texto) or "")


def _numeros_usados(paquete: Paquete, estilos: EstilosEfectivos) -> set[str | None]:
    usados: set[str | None] = set()
    for arbol in paquete.impresos():
        for parrafo in arbol.iter(W + "p"):
            origenes = (parrafo, *estilos.cadena(estilos.de_parrafo(parrafo)))
            usados.update(valor(n) for o in origenes for n in o.findall(_NUMERO))
    return usados
