"""La consulta que un concepto responde: leerla y ponerla en el caso, con lo que de ella se sabe.

1. leer el documento en que llegó, sin el encabezado ni el pie, que son del papel
2. transcribirla en Markdown, letra por letra
3. hallar sus preguntas, que se proponen como problemas
4. hallar las normas que cita y preguntar al catálogo si rigen
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generador.citas.catalogo import Estado, catalogo
from generador.citas.lectura import leer
from generador.citas.referencias import consolidar
from generador.documento.contenido import Parte
from generador.errores import UsoIncorrecto
from generador.marcado.transcripcion import leer_parrafos, transcribir
from generador.modelo.nuevo import Puesto
from generador.revision.lectura import leer_documento

if TYPE_CHECKING:
    from pathlib import Path

    from generador.citas.norma import Norma

SANGRIA = "  "
_DEL_PAPEL = frozenset({Parte.ENCABEZADO, Parte.PIE})
_PREGUNTA = re.compile(r"¿[^¿?]*\?")
_NUMERAL = re.compile(r"\(?([0-9]{1,2}|[a-z])[.)-]+\s")
_SIN_VIGOR = frozenset({Estado.DEROGADA, Estado.INEXEQUIBLE})


@dataclass(frozen=True, slots=True)
class Pregunta:
    """Una pregunta de la consulta, y el punto en que va, si está numerado."""

    texto: str
    punto: str = ""


@dataclass(frozen=True, slots=True)
class Consulta:
    """La consulta leída. `normas` trae, por renglón, cada norma que cita, y si no rige."""

    transcrita: str
    preguntas: tuple[Pregunta, ...]
    normas: tuple[str, ...]
    avisos: tuple[str, ...]


def leer_consulta(archivo: Path) -> Consulta:
    """Lee la consulta de un .docx, .txt o .md.

    Raises:
        UsoIncorrecto: no existe, o es de otra clase.
        ErrorDeDocumento: está vacía, dañada o cifrada.
    """
    if archivo.suffix.casefold() == ".pdf":
        raise UsoIncorrecto(
            f"«{archivo.name}» es un PDF, que no guarda los párrafos: no se puede transcribir tal "
            "cual.",
            "Ábralo en Word y guárdelo como .docx, o copie la consulta a un .txt.",
        )
    documento = leer_documento(archivo)
    tramos = [t for t in documento.tramos if t.parte not in _DEL_PAPEL]
    texto = "\n\n".join(documento.texto[t.inicio : t.fin] for t in tramos)
    return Consulta(
        transcribir(texto), tuple(_preguntas(texto)), tuple(_normas(texto)), documento.avisos
    )


def _preguntas(texto: str) -> Iterator[Pregunta]:
    vistas: set[str] = set()
    for parrafo in leer_parrafos(texto):
        corrido = "\n".join(r.texto for r in parrafo)
        for hallada in _PREGUNTA.finditer(corrido):
            pregunta = " ".join(hallada[0].split())
            if pregunta not in vistas:
                vistas.add(pregunta)
                numeral = _NUMERAL.match(corrido, corrido.rfind("\n", 0, hallada.start()) + 1)
                yield Pregunta(pregunta, numeral[1] if numeral else "")


def _normas(texto: str) -> Iterator[str]:
    """Cada norma con sus artículos y si no rige; al final, lo que no se supo cuál es.

    También las que la consulta transcribe de otro texto: quien responde tiene que mirarlas.
    """
    consolidadas = consolidar(leer(texto))
    for referencia in (*consolidadas.renglones, *consolidadas.fuera):
        if _rige(referencia.norma):
            yield referencia.texto
        else:
            advertencias = " ".join(catalogo().advertencias(referencia.norma))
            yield f"NO RIGE: {referencia.texto.rstrip('.')} ({advertencias.rstrip('.')})."
    for hallada in consolidadas.sin_resolver:
        yield f"«{' '.join(hallada.texto.split())}»: no se supo a qué norma se refiere."


def _rige(norma: Norma) -> bool:
    """Falso si se sabe que no rige; un código sigue la suerte de la norma que lo adoptó."""
    ficha = catalogo().ficha_de(norma)
    if ficha is None:
        return True
    adoptante = catalogo().de_clave(ficha.equivale or "")
    return _SIN_VIGOR.isdisjoint({ficha.estado, adoptante.estado if adoptante else ficha.estado})


def puestos(consulta: Consulta) -> Mapping[str, Puesto]:
    """Los campos del caso de un concepto que la consulta llena, como los escribe `nuevo`."""
    normas = [f"- {norma}" for norma in consulta.normas] or ["Minuta no halló ninguna."]
    transcrita = (f"{SANGRIA}{linea}".rstrip() for linea in consulta.transcrita.split("\n"))
    campos = {
        "peticion": Puesto(
            ("peticion: |", *transcrita),
            (
                "La consulta está tal cual. Una barra (\\) hace que el signo que la sigue salga "
                "como está; al final del renglón, lo separa del siguiente.",
                "Normas que cita:",
                *normas,
            ),
        )
    }
    if consulta.preguntas:
        campos["problemas"] = Puesto(
            ("problemas:", *(linea for p in consulta.preguntas for linea in _problema(p))),
            ("Son las preguntas de la consulta: únalas, sepárelas o escríbalas de otra forma.",),
        )
    return campos


def _problema(pregunta: Pregunta) -> Iterator[str]:
    yield f"{SANGRIA}- pregunta: {_entre_comillas(pregunta.texto)}"
    if pregunta.punto:
        yield f"{SANGRIA}  puntos: [{_entre_comillas(pregunta.punto)}]"


def _entre_comillas(texto: str) -> str:
    """El texto como lo lee YAML, diga lo que diga."""
    return "'" + texto.replace("'", "''") + "'"
