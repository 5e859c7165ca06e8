"""Figuras: una imagen de un archivo que está junto al texto, con lo que muestra."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from generador.marcado.anuncio import Anuncio, como_parrafos
from generador.marcado.bloques import Figura
from generador.marcado.cuerpo import Cuerpo
from generador.marcado.en_linea import leer_en_linea

IMAGEN = re.compile(r"!\[(.*)\]\(([^()]*)\)\Z")
CIEN = 100


def leer_figura(cuerpo: Cuerpo, i: int, donde: int) -> int:
    """Lee la figura del renglón `donde`, anunciada desde el renglón `i`."""
    linea = cuerpo.lineas[donde]
    hallado = IMAGEN.match(linea.texto)
    if not hallado:
        remedio = "Va sola en su renglón: ![qué muestra](figuras/archivo.png)."
        cuerpo.ctx.error("MAR005", linea, "La figura no está bien escrita.", remedio)
        return como_parrafos(cuerpo, i, donde + 1)
    anuncio = Anuncio(cuerpo, "figura", list(cuerpo.lineas[i:donde]))
    alternativo, ruta = hallado[1].strip(), hallado[2].strip()
    if not alternativo:
        remedio = "Escríbalo entre los corchetes: lo lee quien no ve la figura."
        cuerpo.ctx.error("MAR005", linea, "Falta decir qué muestra la figura.", remedio)
    defecto = _defecto_de_ruta(ruta)
    if defecto:
        cuerpo.ctx.error("MAR005", linea, defecto, "Escriba, por ejemplo, «figuras/flujo.png».")
    ancho = next(iter(anuncio.enteros("ancho", "ancho: 80")), CIEN)
    if not 1 <= ancho <= CIEN:
        mensaje = f"El ancho {ancho} no está entre 1 y 100."
        cuerpo.ctx.error("MAR005", linea, mensaje, "Es un por ciento del ancho de la página.")
        ancho = CIEN
    numero = cuerpo.lineas[i].numero

    def armar() -> Figura:
        titulo = leer_en_linea(anuncio.ctx, anuncio.titulo, en_titulo=True)
        return Figura(ruta, alternativo, titulo, ancho, anuncio.etiqueta, linea=numero)

    cuerpo.pendientes.append(armar)
    return donde + 1


def _defecto_de_ruta(ruta: str) -> str:
    if "://" in ruta or ruta.startswith(("data:", "//")):
        return f"La figura «{ruta[:60]}» no está en un archivo: no se traen imágenes de la red."
    if not ruta or ruta.startswith("/") or "\\" in ruta or ":" in ruta:
        return f"«{ruta[:60]}» no es una ruta relativa al texto, con «/»."
    if ".." in PurePosixPath(ruta).parts:
        return f"«{ruta[:60]}» sale de la carpeta del texto."
    return ""
