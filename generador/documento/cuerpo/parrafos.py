"""Un párrafo de Word: estilo, sangría, número de lista y contenido."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.documento.caracteres import escapar
from generador.documento.cuerpo.en_linea import Letra, escribir
from generador.documento.cuerpo.numeracion import PASO

if TYPE_CHECKING:
    from generador.documento.cuerpo.donde import Donde
    from generador.documento.cuerpo.taller import Taller
    from generador.marcado.bloques import Parrafo


def parrafo(bloque: Parrafo, donde: Donde, taller: Taller) -> str:
    """Un párrafo corriente, con el estilo del lugar."""
    corridas = escribir(bloque.contenido, Letra(donde), taller)
    return envolver(corridas, donde, taller, formato=(_junto(bloque), ""))


def _junto(bloque: Parrafo | None) -> str:
    return "<w:keepNext/>" if bloque is not None and bloque.con_lo_que_sigue else ""


def envolver(
    corridas: str,
    donde: Donde,
    taller: Taller,
    estilo: str = "",
    formato: tuple[str, str] = ("", ""),
) -> str:
    """El `w:p` de unas corridas ya escritas.

    `estilo` es el del lugar si no se dice otro; `formato`, lo que va antes y después de la
    sangría en sus propiedades (el orden lo fija el esquema).
    """
    nombre = estilo or donde.estilo
    propiedades = f'<w:pStyle w:val="{escapar(taller.estilo(nombre))}"/>'
    sangria = _sangria(donde, nombre, taller)
    return f"<w:p><w:pPr>{propiedades}{formato[0]}{sangria}{formato[1]}</w:pPr>{corridas}</w:p>"


def numerado(bloque: Parrafo | None, donde: Donde, taller: Taller, lista: int) -> str:
    """El primer párrafo de un elemento de lista, vacío si no tiene; `donde` es el de adentro."""
    corridas = escribir(bloque.contenido if bloque else (), Letra(donde), taller)
    numero = f'<w:numPr><w:ilvl w:val="{donde.nivel - 1}"/><w:numId w:val="{lista}"/></w:numPr>'
    derecha = f' w:right="{donde.derecha}"' if donde.derecha else ""
    sangria = f'<w:ind w:left="{donde.izquierda}"{derecha} w:hanging="{PASO}"/>'
    estilo = f'<w:pStyle w:val="{escapar(taller.estilo(donde.estilo))}"/>'
    propiedades = f"{estilo}{_junto(bloque)}{numero}{sangria}"
    return f"<w:p><w:pPr>{propiedades}</w:pPr>{corridas}</w:p>"


def _sangria(donde: Donde, estilo: str, taller: Taller) -> str:
    """Nada si el estilo ya entra lo que debe: quien cambie el estilo en Word, lo verá cambiar."""
    pedida = (donde.izquierda, donde.derecha)
    if pedida == (0, 0) or (not donde.nivel and pedida == taller.sangria(estilo)):
        return ""
    primera = ' w:firstLine="0"' if donde.nivel else ""
    derecha = f' w:right="{donde.derecha}"' if donde.derecha else ""
    return f'<w:ind w:left="{donde.izquierda}"{derecha}{primera}/>'
