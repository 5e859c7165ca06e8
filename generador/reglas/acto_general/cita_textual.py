"""El texto nuevo de una norma que se modifica: en bloque y entre una sola pareja de comillas.

Fuente: Decreto 1081 de 2015 (técnica normativa): la disposición que modifica a otra transcribe el
texto como debe quedar, con la numeración de la norma modificada.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generador.hallazgos import Gravedad
from generador.modelo.falta import exigir
from generador.reglas.acto_general.hallados import en_texto, hallado

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.hallazgos import Hallazgo
    from generador.modelo.acto_general import CasoGeneral

# «…, el cual quedará así:» y, en los renglones con «>» que siguen, el texto nuevo.
QUEDARA = re.compile(
    r"\bquedar(?:á|án)\s+así:[ \t*]*(?P<seguido>.*)(?:\n|\Z)(?P<bloque>(?:[ \t]*(?:>.*)?(?:\n|$))*)"
)
MODIFICADO = re.compile(
    r"\b(?:modif[ií]|subr[oó]g|sustit[uú])\w*\s(?:(?!\n[ \t]*\n).)*?"
    r"\bart[íi]culo\s+(?P<numero>\d[\w.-]*\w|\d)",
    re.IGNORECASE | re.DOTALL,
)
NUEVO = re.compile(r"^[ \t]*>[\s>#*“«\"]*art[íi]culo\s+(?P<numero>\d[\w.-]*\w|\d)", re.I | re.M)
ABRE, CIERRA = '“«"', '”»"'
ADORNO = re.compile(r"^[#*\s]+|[*.\s]+$")


def revisar_textos_nuevos(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Cada texto nuevo va en bloque, abre comillas una vez al principio y cierra una al final."""
    dispositiva = exigir(caso.dispositiva)
    for hallada in QUEDARA.finditer(dispositiva):
        renglones = [r.strip()[1:] for r in hallada["bloque"].splitlines() if r.strip()]
        texto = ADORNO.sub("", "\n".join(renglones))
        if hallada["seguido"]:
            if _transcrito(dispositiva, hallada.start()):
                continue
            mensaje = "El texto nuevo de la norma empieza en el renglón de «quedará así:»."
            remedio = "Póngalo debajo, con «>» al empezar cada renglón."
        elif not texto:
            mensaje = "Dice que una norma «quedará así:» y no sigue el texto nuevo en bloque."
            remedio = "Ponga debajo el texto, y «>» al empezar cada renglón."
        elif texto[0] not in ABRE or texto[-1] not in CIERRA:
            mensaje = "El texto nuevo de la norma modificada no está entre comillas."
            remedio = "Abra comillas (“) antes de su primera palabra y ciérrelas (”) al final."
        elif texto.count("“") > texto.count("”"):
            mensaje = "El texto nuevo abre más comillas de las que cierra."
            remedio = "Deje una comilla de apertura al principio y una de cierre al final."
        else:
            continue
        error = hallado("GEN030", Gravedad.ERROR, "dispositiva", mensaje, remedio)
        yield en_texto(error, dispositiva, hallada.start())


def _transcrito(dispositiva: str, posicion: int) -> bool:
    """Si ese renglón es de una transcripción: lo que dice es asunto de su norma."""
    renglon = dispositiva[dispositiva.rfind("\n", 0, posicion) + 1 : posicion]
    return renglon.lstrip().startswith(">")


def revisar_numero_nuevo(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Avisa si se modifica un artículo y el texto nuevo es de otro."""
    dispositiva = exigir(caso.dispositiva)
    for hallada in QUEDARA.finditer(dispositiva):
        desde = dispositiva.rfind("\n\n", 0, hallada.start()) + 1
        modificado = MODIFICADO.search(dispositiva, desde, hallada.start())
        nuevos = [n["numero"] for n in NUEVO.finditer(hallada["bloque"])]
        if modificado and nuevos and modificado["numero"] not in nuevos:
            aviso = hallado(
                "GEN031",
                Gravedad.AVISO,
                "dispositiva",
                f"Se modifica el artículo {modificado['numero']} y el texto nuevo es del artículo "
                f"{nuevos[0]}.",
                "Corrija el número que esté mal.",
            )
            yield en_texto(aviso, dispositiva, modificado.start())
