"""La memoria justificativa: su cabecera, sus secciones, sus anexos y sus firmas.

Los títulos de las secciones y su orden viven en `plantillas/memoria_2020` y `memoria_2026`, que el
asesor edita en Word.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generador.documento.metadatos import Metadatos
from generador.lengua.fechas import fecha_larga
from generador.modelo.falta import Falta
from generador.modelo.memoria import DELEGADO, ENCARGADO, REGIMEN_2020, REGIMEN_2026
from generador.modelo.memoria_2026 import Contenido2026
from generador.modelo.memoria_secciones import Contenido2020
from generador.redaccion.documento import Redaccion, o_espacio, si_hay, si_se_puede
from generador.redaccion.figuras import reunir
from generador.redaccion.llamados import Piezas
from generador.redaccion.memoria_cuerpo import Cuerpo, ausentes, secciones_2020, secciones_2026
from generador.redaccion.memoria_formulas import frase
from generador.redaccion.textos import Textos, leer_textos
from generador.reglas.memoria.parametros import parametros

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generador.marcado.bloques import Bloque
    from generador.modelo.memoria import CasoMemoria, Firma, Memoria, ProyectoNormativo

SIN_GRAFICAS = Piezas()
PLANTILLAS = {REGIMEN_2020: "memoria_2020", REGIMEN_2026: "memoria_2026"}
ESPACIO_FECHA = "________________"
SI, NO = "X", "N/A"
ROTULOS_DEL_ACTO = {ENCARGADO: "Encargo", DELEGADO: "Delegación"}


def redactar(caso: CasoMemoria) -> Redaccion:
    """Reúne lo que dice la memoria de un caso. Puede traer `Falta` si es borrador."""
    return redactar_memoria(caso.proyecto, caso.memoria, leer_textos(caso))


def redactar_memoria(
    proyecto: ProyectoNormativo,
    memoria: Memoria,
    textos: Textos,
    graficas: Piezas = SIN_GRAFICAS,
) -> Redaccion:
    """La memoria de un proyecto; `textos` son los del caso que la trae.

    `graficas` son las que el texto puede llamar además de las figuras escritas en la memoria.
    """
    regimen = _regimen(memoria)
    figuras = reunir(memoria.flujogramas, memoria.matrices).con(graficas)
    contexto = {
        "proyecto": {
            "entidad": proyecto.entidad,
            "rotulo": si_hay(lambda c: f"Proyecto de {str(c).capitalize()}", proyecto.clase),
            "epigrafe": proyecto.epigrafe,
        },
        "fecha": {
            "rotulo": f"Fecha ({memoria.formato_fecha})",
            "valor": si_se_puede(
                lambda: o_espacio(lambda f: _fecha(f, memoria), memoria.fecha, ESPACIO_FECHA)
            ),
        },
        "firmas": [_firma(firma, proyecto) for firma in memoria.firmas],
        **_soportes(memoria, regimen),
    }
    return Redaccion(
        PLANTILLAS[regimen],
        contexto,
        _metadatos(proyecto, memoria),
        _bloques(memoria, regimen, Cuerpo(textos, figuras)),
        figuras.imagenes,
    )


def epigrafe(caso: CasoMemoria) -> str:
    """El epígrafe del proyecto, escrito una sola vez."""
    return str(caso.proyecto.epigrafe)


def numero_y_fecha(caso: CasoMemoria) -> tuple[None, object]:
    """La memoria no se numera ni tiene copias oficiales; tiene fecha."""
    return None, caso.memoria.fecha


def _regimen(memoria: Memoria) -> str:
    """El régimen escrito; en un borrador que no lo dice, el del contenido que trae."""
    if not isinstance(memoria.regimen, Falta):
        return memoria.regimen
    return REGIMEN_2020 if memoria.contenido_2026 is None else REGIMEN_2026


def _bloques(memoria: Memoria, regimen: str, cuerpo: Cuerpo) -> Mapping[str, Sequence[Bloque]]:
    ruta = f"memoria.contenido_{regimen}"
    if regimen == REGIMEN_2020:
        de_2020 = memoria.contenido_2020
        return secciones_2020(de_2020, cuerpo) if de_2020 else ausentes(Contenido2020, ruta)
    de_2026 = memoria.contenido_2026
    return secciones_2026(de_2026, cuerpo) if de_2026 else ausentes(Contenido2026, ruta)


def _fecha(fecha: date, memoria: Memoria) -> str:
    """La fecha como pide el rótulo.

    >>> from types import SimpleNamespace as Memoria
    >>> formatos = ("dd/mm/aaaa", "dd/mm/aa", "mes y año")
    >>> [_fecha(date(2025, 7, 24), Memoria(formato_fecha=f)) for f in formatos]
    ['24/07/2025', '24/07/25', 'julio de 2025']
    """
    if memoria.formato_fecha == "mes y año":
        return fecha_larga(fecha).partition(" de ")[2]
    anio = f"{fecha:%Y}" if memoria.formato_fecha == "dd/mm/aaaa" else f"{fecha:%y}"
    return f"{fecha:%d/%m}/{anio}"


def _firma(firma: Firma, proyecto: ProyectoNormativo) -> dict[str, object]:
    """Una firma: el encargado lleva «(E)» y, como el delegado, el acto que lo dice."""
    calidad = "" if isinstance(firma.calidad, Falta) else firma.calidad
    acto = frase(Falta("memoria.firmas.acto") if firma.acto is None else firma.acto)
    rotulo = ROTULOS_DEL_ACTO.get(calidad)
    return {
        "nombre": firma.nombre,
        "cargo": f"{firma.cargo} (E)" if calidad == ENCARGADO else firma.cargo,
        "entidad": proyecto.entidad if firma.entidad is None else firma.entidad,
        "acto": f"{rotulo}: {acto}" if rotulo else "",
    }


def _soportes(memoria: Memoria, regimen: str) -> dict[str, object]:
    """Las filas de la tabla de anexos (2020) o de soportes (2026)."""
    if regimen == REGIMEN_2020:
        de_2020 = memoria.contenido_2020
        anexos = de_2020.anexos if de_2020 else Falta("memoria.contenido_2020.anexos")
        filas = [
            {"nombre": legal.nombre, "marca": _marca(getattr(anexos, legal.clave))}
            for legal in parametros().anexos
        ]
        otro = anexos.otro if de_2020 else None
        return {
            "anexos": [*filas, {"nombre": f"Otro: {frase(otro)}", "marca": SI}] if otro else filas
        }
    de_2026 = memoria.contenido_2026
    soportes = de_2026.soportes if de_2026 else Falta("memoria.contenido_2026.soportes")
    return {
        "soportes": [
            {
                "nombre": legal.nombre,
                "marca": _marca(getattr(soportes, legal.clave).aporta),
                "motivo": _motivo(getattr(soportes, legal.clave)),
            }
            for legal in parametros().soportes
        ]
    }


def _marca(aporta: object) -> object:
    return si_hay(lambda si: SI if si else NO, aporta)


def _motivo(soporte: object) -> object:
    motivo = getattr(soporte, "motivo", None)
    return "" if motivo is None else si_hay(lambda m: f"{m[0].upper()}{m[1:]}", motivo)


def _metadatos(proyecto: ProyectoNormativo, memoria: Memoria) -> Metadatos:
    """Título, autor y fecha del archivo; sin fecha todavía, una fija que no diga nada."""
    titulo = f"Memoria justificativa: {proyecto.epigrafe}"
    fecha = memoria.fecha if isinstance(memoria.fecha, date) else date(2000, 1, 1)
    return Metadatos(
        titulo=titulo, autor=str(proyecto.entidad), asunto=str(proyecto.epigrafe), fecha=fecha
    )
