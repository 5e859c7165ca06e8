"""Lo que cada formato lleva y no lleva, y los textos fijos que le corresponden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.hallazgos import Gravedad
from generador.lengua.fechas import fecha_larga
from generador.lengua.listas import enumerar
from generador.modelo.concepto import FORMATO_2022, FORMATO_2025
from generador.modelo.falta import exigir
from generador.reglas.acto_general.hallados import hallado
from generador.reglas.concepto.doctrina import conceptos_previos
from generador.reglas.concepto.parametros import parametros

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.hallazgos import Hallazgo
    from generador.modelo.concepto import CasoConcepto

# De cada formato, lo que lleva y lo que no se usa en él.
OBLIGATORIO = {FORMATO_2022: "consideraciones", FORMATO_2025: "razones"}
AJENO = {FORMATO_2022: ("razones", "referencias"), FORMATO_2025: ("consideraciones",)}
PAPELES = ("Elaboró", "Revisó", "Aprobó")


def revisar_partes(caso: CasoConcepto) -> Iterator[Hallazgo]:
    """Exige las partes del formato y rechaza las del otro, que no saldrían."""
    formato = exigir(caso.formato)
    obligatorio = OBLIGATORIO[formato]
    if not getattr(caso, obligatorio):
        yield hallado(
            "CON001",
            Gravedad.ERROR,
            "formato",
            f"El formato {formato} lleva «{obligatorio}» y el caso no las trae.",
            f"Añada «{obligatorio}», o cambie el formato.",
        )
    for ajeno in AJENO[formato]:
        if getattr(caso, ajeno):
            yield hallado(
                "CON002",
                Gravedad.ERROR,
                ajeno,
                f"«{ajeno}» no va en el formato {formato}: no saldría.",
                "Quítelo, o cambie el formato.",
            )


def revisar_textos_ajenos(caso: CasoConcepto) -> Iterator[Hallazgo]:
    """Rechaza un texto fijo que el formato no lleva."""
    if caso.textos_fijos is None:
        return
    formato = exigir(caso.formato)
    propios = parametros().textos[formato]
    for nombre in type(caso.textos_fijos).model_fields:
        if getattr(caso.textos_fijos, nombre) is not None and nombre not in propios:
            yield hallado(
                "CON002",
                Gravedad.ERROR,
                f"textos_fijos.{nombre}",
                f"«{nombre}» no va en el formato {formato}: no saldría.",
                f"Quítelo. Sus textos son: {', '.join(propios)}.",
            )


def revisar_textos_sin_uso(caso: CasoConcepto) -> Iterator[Hallazgo]:
    """Rechaza el texto fijo de algo que el caso no trae: no saldría."""
    usos = {
        "traslado": ("un «traslado»", caso.traslado is not None),
        "cierre_doctrina": ("conceptos anteriores", any(True for _ in conceptos_previos(caso))),
    }
    for nombre, (que, esta) in usos.items():
        if getattr(caso.textos_fijos, nombre, None) is not None and not esta:
            yield hallado(
                "CON005",
                Gravedad.ERROR,
                f"textos_fijos.{nombre}",
                f"El caso no trae {que}: este texto no saldría.",
                "Añada lo que falta, o quite el texto.",
            )


def revisar_vigencia(caso: CasoConcepto) -> Iterator[Hallazgo]:
    """Avisa si el concepto es anterior a los textos fijos de su formato."""
    fecha = exigir(caso.concepto.fecha)
    if fecha is None:
        return
    formato = exigir(caso.formato)
    posteriores = {
        nombre: fijo.desde
        for nombre, fijo in parametros().textos[formato].items()
        if fecha < fijo.desde and getattr(caso.textos_fijos, nombre, None) is None
    }
    if posteriores:
        desde = max(posteriores.values())
        yield hallado(
            "CON003",
            Gravedad.AVISO,
            "concepto.fecha",
            f"El concepto es del {fecha_larga(fecha)} y estos textos fijos se usan desde el "
            f"{fecha_larga(desde)}: {enumerar(list(posteriores))}.",
            "Cambie el formato, o escriba en «textos_fijos» los que se usaban entonces.",
        )


def revisar_responsables(caso: CasoConcepto) -> Iterator[Hallazgo]:
    """Exige que conste quién elaboró, quién revisó y quién aprobó."""
    escritos = {exigir(responsable.papel) for responsable in caso.responsables}
    faltan = [papel for papel in PAPELES if papel not in escritos]
    if faltan:
        yield hallado(
            "CON004",
            Gravedad.ERROR,
            "responsables",
            f"No consta quién responde por el concepto: {enumerar(faltan)}.",
            "Añada cada uno a «responsables», con papel, nombre y cargo.",
        )
