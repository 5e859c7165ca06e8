"""Los títulos de cuadros y figuras, y los números que se citan (campo SEQ: 17.16.5.56)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generador.documento.cuerpo.en_linea import Letra, corrida, escribir
from generador.documento.cuerpo.marcadores import nombre
from generador.documento.cuerpo.remisiones import campo
from generador.marcado.bloques import Enlace, SaltoDeLinea, Texto

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generador.documento.cuerpo.donde import Donde
    from generador.documento.cuerpo.taller import Taller
    from generador.marcado.bloques import Ecuacion, EnLinea, Figura, Tabla

# «3.2. Vigencia», «II. Hechos», «a) Objeto»; y «TÍTULO II», «Capítulo 3».
_NUMERO: Final = re.compile(
    r"(?P<antes>(?:[Tt]ítulo|TÍTULO|TITULO|[Cc]apítulo|CAP[ÍI]TULO|[Ss]ección|SECCI[ÓO]N|[Aa]nexo|ANEXO)\s+)?"
    r"(?P<numero>\d+(?:\.\d+)*|[IVXLC]+|(?<![^\W\d_])[A-Za-z](?=[.)]))(?=[.)\s]|$)"
)


def rotular(serie: str, bloque: Tabla | Figura, donde: Donde, taller: Taller) -> str:
    """«Cuadro 3. Título», con su número como campo y el marcador de su etiqueta."""
    letra = Letra(donde)
    numero = numerar(serie, bloque, taller)
    titulo = escribir(bloque.titulo, letra, taller)
    punto = corrida(". ") if titulo else ""
    return f"{corrida(f'{serie} ')}{numero}{punto}{titulo}"


def numerar(serie: str, bloque: Tabla | Figura | Ecuacion, taller: Taller) -> str:
    """El campo con el número que sigue en la serie, dentro del marcador de su etiqueta."""
    numero = str(taller.siguiente(serie))
    return marcar(campo(f"SEQ {serie} \\* ARABIC", numero, ""), bloque, numero, taller)


def marcar(corridas: str, bloque: object, numero: str, taller: Taller) -> str:
    """Las corridas dentro del marcador de la etiqueta del bloque, si la tiene."""
    etiqueta: str = getattr(bloque, "etiqueta", "")
    if not etiqueta:
        return corridas
    marcador = nombre(etiqueta)
    abre, cierra = taller.marcadores.abrir(marcador, etiqueta, getattr(bloque, "linea", 0))
    taller.remisiones.anotar(etiqueta, marcador, numero)
    return f"{abre}{corridas}{cierra}"


def partir_numero(texto: str) -> tuple[str, str, str]:
    """Lo que va antes del número de un encabezado, el número y lo que sigue.

    Si no lleva número, todo es lo de antes.

    >>> partir_numero("3.2. Vigencia"), partir_numero("TÍTULO II"), partir_numero("Objeto")
    (('', '3.2', '. Vigencia'), ('TÍTULO ', 'II', ''), ('Objeto', '', ''))
    """
    hallado = _NUMERO.match(texto)
    if hallado is None:
        return texto, "", ""
    return hallado["antes"] or "", hallado["numero"], texto[hallado.end() :]


def texto_plano(contenido: Sequence[EnLinea]) -> str:
    """Las palabras de un contenido, sin formato, notas ni campos."""
    piezas = []
    for pieza in contenido:
        if isinstance(pieza, Texto):
            piezas.append(pieza.texto)
        elif isinstance(pieza, SaltoDeLinea):
            piezas.append(" ")
        elif isinstance(pieza, Enlace):
            piezas.append(texto_plano(pieza.contenido))
    return "".join(piezas)
