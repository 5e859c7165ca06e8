"""El concepto: del caso a lo que cada parte dice.

La forma y el orden viven en `plantillas/concepto_2022` y `plantillas/concepto_2025`, que el asesor
edita en Word.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from generador.documento.metadatos import Metadatos
from generador.lengua.fechas import fecha_larga
from generador.modelo.concepto import COMILLAS, FORMATO_2025
from generador.modelo.falta import Falta
from generador.redaccion.anuncios import con_lo_anunciado
from generador.redaccion.comillas import en_bloques, en_datos
from generador.redaccion.concepto_cuerpo import Cuerpo
from generador.redaccion.concepto_textos import datos, formato_de, texto_fijo
from generador.redaccion.documento import Redaccion, o_espacio, si_hay
from generador.redaccion.fuentes import resolver
from generador.redaccion.fuentes_escritas import referencias
from generador.redaccion.puntaje import reunir_puntajes
from generador.redaccion.referencias_normativas import lista_de_normas, reunir_referencias
from generador.redaccion.textos import leer_textos

if TYPE_CHECKING:
    from generador.hallazgos import Hallazgo
    from generador.modelo.concepto import CasoConcepto
    from generador.redaccion.concepto_cuerpo import Partes
    from generador.redaccion.textos import Textos

ESPACIO_FECHA, ESPACIO_NUMERO, ESPACIO_ANIO = "________________", "C-______", "______"
ENTRE_TEMAS = " / "


def redactar(caso: CasoConcepto, _regimen: object) -> Redaccion:
    """Reúne lo que dice el concepto. El caso puede traer `Falta` si es borrador."""
    textos = leer_textos(caso, datos(caso))
    formato, partes = formato_de(caso), _partes(caso, textos)
    if formato == FORMATO_2025:
        normas = lista_de_normas(reunir_referencias(partes, caso.referencias))
        entrada = texto_fijo("entrada_referencias", caso, textos)
        partes = {**partes, **en_bloques({"referencias": (*entrada, *normas)}, COMILLAS[formato])}
    partes = con_lo_anunciado(partes)
    contexto = en_datos(_contexto(caso, partes), COMILLAS[formato])
    return Redaccion(f"concepto_{formato}", contexto, _metadatos(caso), partes)


def revisar_ajustes(caso: CasoConcepto) -> list[Hallazgo]:
    """Lo que hay que mirar de las referencias que el asesor agrega o excluye, contra el texto."""
    if caso.referencias is None or formato_de(caso) != FORMATO_2025:
        return []
    partes = _partes(caso, leer_textos(caso, datos(caso)))
    avisos = reunir_referencias(partes, caso.referencias).avisos
    return [replace(aviso, ruta="referencias") for aviso in avisos]


def _partes(caso: CasoConcepto, textos: Textos) -> Partes:
    """Las partes en orden de lectura, con sus fuentes en notas y sus comillas."""
    partes = Cuerpo(caso, textos, reunir_puntajes(caso.puntajes)).partes()
    citadas = resolver(partes, referencias(caso.fuentes, caso.entidad, textos))
    return en_bloques(citadas, COMILLAS[formato_de(caso)])


def epigrafe(caso: CasoConcepto) -> str:
    """Los temas del concepto."""
    return ENTRE_TEMAS.join(map(str, caso.temas))


def numero_y_fecha(caso: CasoConcepto) -> tuple[object, object]:
    """El número y la fecha, si los tiene."""
    return caso.concepto.numero, caso.concepto.fecha


def en_renglones(entidad: str) -> str:
    r"""El nombre para el título: lo que va entre rayas, en su propio renglón.

    >>> en_renglones("Agencia Nacional – Colombia Compra –")
    'Agencia Nacional\n– Colombia Compra –'
    >>> en_renglones("Ministerio de Ejemplo – Dirección")
    'Ministerio de Ejemplo – Dirección'
    """
    propio, raya, siglas = entidad.partition(" – ")
    entre_rayas = siglas.rstrip().endswith("–")
    return f"{propio}\n{raya.lstrip()}{siglas}" if entre_rayas else entidad


def nombre_del_concepto(caso: CasoConcepto) -> str:
    """«Concepto C-1514 de 2025», con los espacios de lo que todavía no tiene."""
    numero = o_espacio(str, caso.concepto.numero, ESPACIO_NUMERO)
    anio = o_espacio(lambda f: str(f.year), caso.concepto.fecha, ESPACIO_ANIO)
    return f"Concepto {numero} de {anio}"


def _contexto(caso: CasoConcepto, partes: Partes) -> dict[str, object]:
    concepto, a = caso.concepto, caso.destinatario
    lineas = (a.nombre, a.cargo, a.entidad, a.correo, a.ciudad)
    return {
        "entidad": si_hay(en_renglones, caso.entidad),
        "concepto": {
            "nombre": nombre_del_concepto(caso),
            "ciudad": concepto.ciudad,
            "fecha_o_espacio": o_espacio(fecha_larga, concepto.fecha, ESPACIO_FECHA),
        },
        "destinatario": {
            "tratamiento": a.tratamiento,
            "lineas": [linea for linea in lineas if linea is not None],
            "saludo": a.saludo,
        },
        "temas": epigrafe(caso),
        "radicacion": {
            "numero": caso.radicacion.numero,
            "fecha": si_hay(fecha_larga, caso.radicacion.fecha),
        },
        "hay_doctrina": bool(partes.get("doctrina")),
        "firmante": {"nombre": caso.firmante.nombre, "cargo": caso.firmante.cargo},
        "responsables": [
            {"papel": r.papel, "nombre": r.nombre, "cargo": r.cargo} for r in caso.responsables
        ],
    }


def _metadatos(caso: CasoConcepto) -> Metadatos:
    """Título, autor y fecha del archivo; sin fecha todavía, una fija que no diga nada."""
    fecha = caso.concepto.fecha
    oficial = not isinstance(fecha, Falta) and None not in numero_y_fecha(caso)
    nombre = nombre_del_concepto(caso) if oficial else "Proyecto de concepto"
    return Metadatos(
        titulo=f"{nombre}: {epigrafe(caso)}",
        autor=str(caso.entidad),
        asunto=epigrafe(caso),
        fecha=fecha if isinstance(fecha, date) else date(2000, 1, 1),
    )
