"""Los textos largos y las tablas que van en un archivo al lado del caso.

Donde un campo lleva un texto se puede escribir un grupo con la sola clave `archivo`; aquí se
reemplaza por lo que dice ese archivo, con los lugares del archivo y no los del caso. Un campo que
es una tabla (`generador.caso.tabla.TABLAS`) se reemplaza por las filas de una hoja de cálculo.

    antecedentes:
      archivo: antecedentes.md
    municipios:
      archivo: tablas/municipios.xlsx
      hoja: Municipios
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generador.caso.arbol import Escalar, Lista, Mapa
from generador.caso.fuente import ILEGAL, desde_bytes, ilegales
from generador.caso.hoja_csv import leer_csv
from generador.caso.hoja_xlsx import leer_xlsx
from generador.caso.rechazos import rechazo
from generador.caso.tabla import HOJA, TABLAS, construir
from generador.errores import CasoRechazado
from generador.hallazgos import Lugar
from generador.lengua.listas import enumerar
from generador.sistema import motivo_de
from generador.texto import sugerencia

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generador.caso.arbol import Nodo
    from generador.caso.rejilla import Rejilla
    from generador.hallazgos import Hallazgo

CLAVE = "archivo"
TEXTOS, FIGURAS, HOJAS = (".md",), (".png", ".jpg", ".jpeg"), (".xlsx", ".csv")
LIBRO = ".xlsx"
# Un texto más largo lo rechaza `desde_bytes`; una figura de página entera pesa mucho menos.
TOPE_AL_LADO = 20 * 1024 * 1024


def traer(raiz: Mapa, carpeta: Path) -> tuple[Mapa, dict[str, bytes], list[Hallazgo]]:
    """El mismo árbol con los textos y las tablas de al lado puestos en su sitio.

    Args:
        raiz: el árbol del caso.
        carpeta: la del caso; los archivos están en ella o más adentro.

    Returns:
        El árbol, los bytes de cada archivo leído por su nombre en el caso, y los hallazgos. Donde
        un archivo no se pudo leer queda un texto que lo dice: el resto del caso se revisa igual.
    """
    obra = _Obra(carpeta)
    campos = {
        clave: obra.tabla(clave, nodo) or obra.nodo(nodo) for clave, nodo in raiz.campos.items()
    }
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

    def tabla(self, campo: str, nodo: Nodo) -> Nodo | None:
        """Las filas que el campo trae de una hoja, o `None` si no las trae de ninguna.

        Si no se puede leer queda un texto en el lugar del hallazgo, que ya dice por qué.
        """
        clase = TABLAS.get(campo)
        if clase is None or not isinstance(nodo, Mapa):
            return None
        archivo = nodo.campos.get(CLAVE)
        if not isinstance(archivo, Escalar) or archivo.vacio:
            return None
        try:
            filas, hallazgos = construir(self._rejilla(nodo, archivo), clase, nodo.ruta)
        except CasoRechazado as error:
            self.hallazgos += error.hallazgos
            return Escalar(
                f"[falta: {archivo.texto}]", _lugar(error, archivo), nodo.ruta, vacio=False
            )
        self.hallazgos += hallazgos
        return filas

    def _rejilla(self, nodo: Mapa, archivo: Escalar) -> Rejilla:
        nombre, hoja = archivo.texto, nodo.campos.get(HOJA)
        es_libro = PurePosixPath(nombre).suffix.lower() == LIBRO
        sobran = nodo.campos.keys() - ({CLAVE, HOJA} if es_libro else {CLAVE})
        if sobran or not isinstance(hoja, Escalar | None):
            raise _sobra(nodo, min(sobran, default=HOJA))
        datos = leer_al_lado(self._carpeta, nombre, archivo.lugar, archivo.ruta, HOJAS)
        if len(datos) > TOPE_AL_LADO:
            motivo = f"pesa más de {TOPE_AL_LADO // 1024**2} MB"
            remedio = "Deje en el archivo solo la tabla del caso."
            porque = {"nombre": nombre, "motivo": motivo, "remedio": remedio}
            raise CasoRechazado([rechazo("CASO050", archivo.lugar, archivo.ruta, **porque)])
        self.leidos[nombre] = datos
        ruta = str(self._carpeta / nombre)
        if es_libro:
            return leer_xlsx(datos, ruta, archivo, hoja)
        rejilla, notas = leer_csv(datos, ruta)
        self.hallazgos += notas
        return rejilla

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


def _lugar(error: CasoRechazado, archivo: Escalar) -> Lugar:
    """El del primer hallazgo: lo que después se diga de ese mismo lugar sobra."""
    primero, del_caso = error.hallazgos[0], archivo.lugar
    return Lugar(
        primero.archivo or del_caso.archivo,
        primero.linea or del_caso.linea,
        primero.columna or del_caso.columna,
        primero.hoja,
    )


def _sobra(nodo: Mapa, clave: str) -> CasoRechazado:
    remedio = (
        "Escriba el nombre de la hoja; si el archivo es .csv, quite la clave, que no tiene hojas."
        if clave == HOJA
        else f"{sugerencia(clave, [HOJA])} Van solo «archivo» y, en un libro, «hoja».".strip()
    )
    lugar = nodo.claves[clave]
    return CasoRechazado([rechazo("CASO053", lugar, nodo.ruta, clave=clave, remedio=remedio)])


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
