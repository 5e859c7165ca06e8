"""Los textos largos que van en un archivo .md al lado del caso.

Donde un campo lleva un texto se puede escribir un grupo con la sola clave `archivo`; aquí se
reemplaza por lo que dice ese archivo, con los lugares del archivo y no los del caso.

    antecedentes:
      archivo: antecedentes.md
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generador.caso.arbol import Escalar, Lista, Mapa
from generador.caso.fuente import ILEGAL, desde_bytes, ilegales
from generador.caso.rechazos import rechazo
from generador.errores import CasoRechazado
from generador.hallazgos import Lugar
from generador.lengua.listas import enumerar
from generador.sistema import motivo_de
from generador.texto import sugerencia

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generador.caso.arbol import Nodo
    from generador.hallazgos import Hallazgo

CLAVE = "archivo"
TEXTOS, FIGURAS = (".md",), (".png", ".jpg", ".jpeg")
# Un texto más largo lo rechaza `desde_bytes`; una figura de página entera pesa mucho menos.
TOPE_AL_LADO = 20 * 1024 * 1024


def traer(raiz: Mapa, carpeta: Path) -> tuple[Mapa, dict[str, bytes], list[Hallazgo]]:
    """El mismo árbol con los textos de al lado puestos en su sitio.

    Args:
        raiz: el árbol del caso.
        carpeta: la del caso; los textos están en ella o más adentro.

    Returns:
        El árbol, los bytes de cada archivo leído por su nombre en el caso, y los hallazgos. Donde
        un archivo no se pudo leer queda un texto que lo dice: el resto del caso se revisa igual.
    """
    obra = _Obra(carpeta)
    campos = {clave: obra.nodo(nodo) for clave, nodo in raiz.campos.items()}
    return replace(raiz, campos=campos), obra.leidos, obra.hallazgos


class _Obra:
    def __init__(self, carpeta: Path) -> None:
        self._carpeta = carpeta
        self.leidos: dict[str, bytes] = {}
        self.hallazgos: list[Hallazgo] = []

    def nodo(self, nodo: Nodo) -> Nodo:
        if isinstance(nodo, Lista):
            return replace(nodo, elementos=tuple(map(self.nodo, nodo.elementos)))
        if isinstance(nodo, Escalar):
            return nodo
        archivo = nodo.campos.get(CLAVE)
        if len(nodo.campos) == 1 and isinstance(archivo, Escalar) and not archivo.vacio:
            return self._texto(archivo, nodo.ruta)
        return replace(nodo, campos={clave: self.nodo(n) for clave, n in nodo.campos.items()})

    def _texto(self, archivo: Escalar, ruta: str) -> Escalar:
        nombre = archivo.texto
        try:
            datos = leer_al_lado(self._carpeta, nombre, archivo.lugar, archivo.ruta, TEXTOS)
            fuente = desde_bytes(datos, str(self._carpeta / nombre))
        except CasoRechazado as error:
            self.hallazgos += error.hallazgos
            return Escalar(f"[falta: {nombre}]", archivo.lugar, ruta, vacio=False)
        self.hallazgos += ilegales(fuente, ILEGAL, "CASO007")
        self.leidos[nombre] = datos
        inicio = Lugar(fuente.nombre, 1, 1)
        legible = ILEGAL.sub("\ufffd", fuente.texto)
        return Escalar(legible, inicio, ruta, vacio=not legible.strip(), cuerpo=inicio)


def leer_al_lado(
    carpeta: Path, nombre: str, lugar: Lugar, ruta: str, extensiones: Sequence[str]
) -> bytes:
    """Los bytes de un archivo de la carpeta del caso o de una que esté dentro de ella.

    Raises:
        CasoRechazado: `nombre` no termina en una de las `extensiones`, sale de la carpeta, no
            existe o no se puede leer; el hallazgo va en `lugar`, del campo `ruta`.
    """

    def rechazado(codigo: str, **datos: str) -> CasoRechazado:
        return CasoRechazado([rechazo(codigo, lugar, ruta, nombre=nombre, **datos)])

    escrito = PurePosixPath(nombre)
    if escrito.suffix.lower() not in extensiones:
        raise rechazado("CASO033", extensiones=enumerar(extensiones, "o"))
    camino = carpeta / escrito
    fuera = "\\" in nombre or ":" in nombre or ".." in escrito.parts or escrito.is_absolute()
    if fuera or not camino.resolve().is_relative_to(carpeta.resolve()):
        raise rechazado("CASO034")
    try:
        with camino.open("rb") as abierto:
            return abierto.read(TOPE_AL_LADO + 1)
    except FileNotFoundError:
        parecido = sugerencia(camino.name, _vecinos(camino.parent, extensiones))
        remedio = parecido or "Revise el nombre y que el archivo esté guardado."
        raise rechazado("CASO035", sugerencia=remedio) from None
    except OSError as error:
        raise rechazado("CASO036", motivo=motivo_de(error)[0]) from None


def _vecinos(carpeta: Path, extensiones: Sequence[str]) -> list[str]:
    if not carpeta.is_dir():
        return []
    return sorted(v.name for v in carpeta.iterdir() if v.suffix.lower() in extensiones)
