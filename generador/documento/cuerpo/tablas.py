"""Los cuadros: rejilla, encabezado que se repite, filas que no se parten y totales."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from generador.documento.caracteres import escapar, legal
from generador.documento.cuerpo.en_linea import Letra, escribir
from generador.documento.cuerpo.parrafos import envolver
from generador.documento.cuerpo.titulos import rotular, texto_plano
from generador.errores import DatoInvalido
from generador.marcado.bloques import Alineacion

if TYPE_CHECKING:
    from generador.documento.cuerpo.donde import Donde
    from generador.documento.cuerpo.taller import Taller
    from generador.marcado.bloques import Celda, Columna, Fila, Tabla

ALINEACIONES: Final = {
    Alineacion.IZQUIERDA: "left",
    Alineacion.CENTRO: "center",
    Alineacion.DERECHA: "right",
}
_CELDA, _ENCABEZADO = "Cuadro", "Encabezado de cuadro"
# Word une dos tablas seguidas, y no admite una al final de una celda: detrás va un párrafo bajo.
_AIRE: Final = '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>'


def tabla(cuadro: Tabla, donde: Donde, taller: Taller) -> str:
    """El cuadro con su título encima y el aire de debajo."""
    filas = (cuadro.encabezado, *cuadro.filas, *cuadro.totales)
    if any(len(fila) != len(cuadro.columnas) for fila in filas):
        raise DatoInvalido(f"El cuadro de la línea {cuadro.linea} no tiene filas parejas.")
    titulo = ""
    if cuadro.titulo or cuadro.etiqueta:
        rotulado = rotular("Cuadro", cuadro, donde, taller)
        titulo = envolver(rotulado, donde, taller, "Titulo de cuadro", ("<w:keepNext/>", ""))
    anchos = repartir(cuadro.columnas, donde.util)
    rejilla = "".join(f'<w:gridCol w:w="{ancho}"/>' for ancho in anchos)
    escritas = [_fila(cuadro.encabezado, cuadro, anchos, donde, taller, clase="encabezado")]
    escritas += [_fila(f, cuadro, anchos, donde, taller) for f in cuadro.filas]
    escritas += [_fila(f, cuadro, anchos, donde, taller, clase="total") for f in cuadro.totales]
    return (
        f"{titulo}<w:tbl>{_propiedades(cuadro, donde, taller)}<w:tblGrid>{rejilla}</w:tblGrid>"
        f"{''.join(escritas)}</w:tbl>{envolver('', donde, taller, _CELDA, (_AIRE, ''))}"
    )


def repartir(columnas: tuple[Columna, ...], ancho: int) -> list[int]:
    """El ancho de cada columna, que suman justo `ancho`; sin proporciones, a partes iguales.

    >>> from generador.marcado.bloques import Columna
    >>> repartir((Columna(1), Columna(2)), 100)
    [33, 67]
    """
    partes = [c.ancho or 1 for c in columnas]
    cortes = [0, *(a * ancho // sum(partes) for a in accumulate(partes))]
    return [hasta - desde for desde, hasta in pairwise(cortes)]


def _propiedades(cuadro: Tabla, donde: Donde, taller: Taller) -> str:
    """Lo que va en `w:tblPr`; el título y la descripción los lee quien no ve el cuadro."""
    nombres = [" ".join(texto_plano(p.contenido) for p in c) for c in cuadro.encabezado]
    descripcion = f"Columnas: {'; '.join(n.strip() or '(sin nombre)' for n in nombres)}."
    titulo = texto_plano(cuadro.titulo).strip() or "Cuadro"
    return (
        f'<w:tblPr><w:tblStyle w:val="{escapar(taller.estilo("Cuadro Minuta", "table"))}"/>'
        f'<w:tblW w:w="{donde.util}" w:type="dxa"/>'
        f'<w:tblInd w:w="{donde.izquierda}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escapar(legal(titulo))}"/>'
        f'<w:tblDescription w:val="{escapar(legal(descripcion))}"/></w:tblPr>'
    )


def _fila(
    fila: Fila, cuadro: Tabla, anchos: list[int], donde: Donde, taller: Taller, *, clase: str = ""
) -> str:
    estilo = _ENCABEZADO if clase else _CELDA
    celdas = zip(fila, cuadro.columnas, anchos, strict=True)
    escritas = [
        f'<w:tc><w:tcPr><w:tcW w:w="{ancho}" w:type="dxa"/></w:tcPr>'
        f"{_parrafos(celda, _alineacion(columna, clase), donde.en_celda(estilo, ancho), taller)}"
        "</w:tc>"
        for celda, columna, ancho in celdas
    ]
    repetida = "<w:tblHeader/>" * (clase == "encabezado")
    return f"<w:tr><w:trPr><w:cantSplit/>{repetida}</w:trPr>{''.join(escritas)}</w:tr>"


def _alineacion(columna: Columna, clase: str) -> str:
    """La de la columna; un total sin la suya no se centra como un encabezado."""
    defecto = "left" if clase == "total" else ""
    alineada = ALINEACIONES.get(columna.alineacion, defecto)
    return f'<w:jc w:val="{alineada}"/>' if alineada else ""


def _parrafos(celda: Celda, alineacion: str, donde: Donde, taller: Taller) -> str:
    contenidos = [escribir(p.contenido, Letra(donde), taller) for p in celda] or [""]
    return "".join([envolver(c, donde, taller, "", ("", alineacion)) for c in contenidos])
