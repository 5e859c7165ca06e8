"""El acto de verdad: los casos de ejemplo por `componer` y por docxtpl, en un proceso cada uno.

`python -m tests.rendimiento.banco.acto minuta|docxtpl SALIDAS`. Para que sea parejo, docxtpl
recibe la plantilla del proyecto, el mismo contexto congelado y el mismo ambiente ya hecho (sus
filtros y sus comprobaciones). Lo único que no conoce son los marcadores de bloques: los del ejemplo
son párrafos corridos con el estilo de su marcador, así que en su plantilla cada marcador se cambia,
fuera de lo que se mide, por un ciclo de párrafos, que es como docxtpl lo hace. `componer` carga
además con lo que docxtpl no hace (notas, metadatos, identificadores, mismos bytes).
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from docxtpl import DocxTemplate

from generador import recursos
from generador.documento.bloques import Fragmento, Parrafo
from generador.expedir import revisar
from generador.plantilla.ambiente import ambiente
from generador.plantilla.catalogo import abrir
from generador.plantilla.componer import componer
from generador.plantilla.contexto import plano
from generador.plantilla.filtros import FILTROS
from tests.rendimiento.banco.celda import medianas, pico_mb

if TYPE_CHECKING:
    from generador.redaccion.documento import Redaccion

# Dos casos por turnos, de la misma plantilla: así nadie gana por recordar el documento anterior.
EJEMPLOS = ("plan_bienes_2025.yaml", "plan_servicios_2026.yaml")
PLANTILLA = "suscripcion_plan"
MARCADOR = re.compile(r"\[\[bloques: (\w+)\]\]")
ESTILO = "Resumen"


def redactado(ejemplo: str) -> Redaccion:
    """La redacción de un caso de ejemplo."""
    revision = revisar(recursos.datos_ejemplo() / ejemplo)
    redaccion: Redaccion = revision.tipo.redactar(revision.caso, revision.regimen)
    assert redaccion.plantilla == PLANTILLA
    return redaccion


def con_minuta() -> Callable[[Redaccion], bytes]:
    """Como lo hace `generador.obra`, con la plantilla ya leída del disco."""
    plantilla = abrir(PLANTILLA).docx
    return lambda r: componer(plantilla, r.contexto, r.bloques, metadatos=r.metadatos)


def con_docxtpl() -> Callable[[Redaccion], bytes]:
    """Con docxtpl, con los bloques como ciclos de párrafos."""
    plantilla = _con_ciclos(abrir(PLANTILLA).docx)
    entorno = ambiente(FILTROS)

    def rendir(actual: Redaccion) -> bytes:
        documento = DocxTemplate(io.BytesIO(plantilla))
        bloques = {
            nombre: [_corrido(b) for b in suyos if isinstance(b, Parrafo)]
            for nombre, suyos in actual.bloques.items()
        }
        documento.render(plano({**actual.contexto, "bloques": bloques}), jinja_env=entorno)
        salida = io.BytesIO()
        documento.save(salida)
        return salida.getvalue()

    return rendir


def _con_ciclos(plantilla: bytes) -> bytes:
    documento = Document(io.BytesIO(plantilla))
    for parrafo in list(documento.paragraphs):
        marcador = MARCADOR.fullmatch(parrafo.text)
        if marcador is None:
            continue
        assert parrafo.style is not None
        assert parrafo.style.style_id == ESTILO
        parrafo.insert_paragraph_before(f"{{%p for parrafo in bloques.{marcador[1]} %}}")
        siguiente = parrafo._p.getnext()
        parrafo.text = "{{ parrafo }}"
        cierre = documento.add_paragraph("{%p endfor %}")
        siguiente.addprevious(cierre._p)
    salida = io.BytesIO()
    documento.save(salida)
    return salida.getvalue()


def _corrido(parrafo: Parrafo) -> str:
    assert parrafo.estilo == ESTILO, "el ejemplo trae bloques con otro estilo"
    textos = []
    for pieza in parrafo.contenido:
        assert isinstance(pieza, Fragmento), "el ejemplo trae notas en sus bloques"
        assert not pieza.negrita, "el ejemplo trae formato en sus bloques"
        assert not pieza.cursiva, "el ejemplo trae formato en sus bloques"
        textos.append(pieza.texto)
    return "".join(textos)


MOTORES = {"minuta": con_minuta, "docxtpl": con_docxtpl}


def principal(motor: str, salidas: Path) -> None:
    """Mide los actos con un motor, los guarda e imprime el resultado."""
    redacciones = [redactado(ejemplo) for ejemplo in EJEMPLOS]
    rendir = MOTORES[motor]()
    medido = {**medianas(rendir, redacciones), "compilar": None, "pico": pico_mb()}
    for n, redaccion in enumerate(redacciones):
        (salidas / f"{n}.docx").write_bytes(rendir(redaccion))
    print(json.dumps(medido))


if __name__ == "__main__":
    principal(sys.argv[1], Path(sys.argv[2]))
