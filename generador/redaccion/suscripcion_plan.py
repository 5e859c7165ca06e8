"""La resolución que suscribe el plan: qué datos lleva cada considerando y cada artículo.

Fuente: contenido del acto de suscripción (artículo 92 del proyecto). La prosa y su orden viven en
`plantillas/suscripcion_plan/plantilla.docx`, que el asesor edita en Word.
"""

from __future__ import annotations

import re
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from generador.documento.bloques import Fragmento, Parrafo
from generador.documento.metadatos import Metadatos
from generador.lengua.cantidades import cantidad
from generador.lengua.fechas import fecha_de_cierre, fecha_larga
from generador.lengua.listas import enumerar
from generador.modelo.falta import Falta
from generador.redaccion import considerandos_plan as considerandos
from generador.redaccion.documento import Redaccion, o_espacio, o_falta, si_hay, si_se_puede
from generador.reglas.plan.cuadro import Cuadro, calcular
from generador.reglas.plan.parametros import articulado_de, normas_de

if TYPE_CHECKING:
    from generador.modelo.acto import Persona
    from generador.modelo.suscripcion_plan import CasoSuscripcionPlan, Proyeccion
    from generador.reglas.plan.tramite import Regimen

PLANTILLA = "suscripcion_plan"
ESTILO_RESUMEN = "Resumen"
DIAN = "Dirección de Impuestos y Aduanas Nacionales (DIAN)"
GESTION_DE_ADUANAS = f"Dirección de Gestión de Aduanas de la {DIAN}"
# Los espacios de ley mientras el acto es proyecto.
ESPACIO_NUMERO, ESPACIO_ANIO, ESPACIO_FECHA = "________", "________", " " * 24
ESPACIO_DADA = "a los ________ (__) días del mes de ________________ de ________."


def epigrafe(caso: CasoSuscripcionPlan) -> str:
    """El epígrafe, escrito una sola vez para la carátula, los encabezados y los oficios."""
    return (
        "Por la cual se suscribe el plan de internacionalización y anual de ventas de "
        f"{caso.usuario_industrial.razon_social} para el año gravable {caso.plan.anio_gravable}"
    )


def nombre_del_acto(caso: CasoSuscripcionPlan) -> str:
    """«Resolución 0412 del 18 de octubre de 2024», o «Proyecto de resolución» si no es oficial."""
    numero, fecha = caso.acto.numero, caso.acto.fecha
    if numero is None or fecha is None:
        return "Proyecto de resolución"
    return f"Resolución {numero} del {si_hay(fecha_larga, fecha)}"


def redactar(caso: CasoSuscripcionPlan, regimen: Regimen) -> Redaccion:
    """Reúne lo que dice el acto. El caso puede traer `Falta` si es borrador."""
    contexto = {
        "epigrafe": epigrafe(caso),
        "acto": _acto(caso),
        "normas": normas_de(caso, regimen.parametros),
        "articulos": articulado_de(caso, regimen.parametros),
        "usuario": _usuario(caso),
        "representante": _campos(caso.representante),
        "zona": {
            "nombre": caso.zona_franca.nombre,
            "direccion": caso.zona_franca.direccion,
            "municipio": si_hay(str, caso.zona_franca.municipio),
        },
        "exigibilidad": considerandos.exigibilidad(caso, regimen),
        "solicitud": considerandos.solicitud(caso, regimen),
        "requerimiento": considerandos.requerimiento(caso, regimen),
        "demora": considerandos.demora(caso, regimen),
        "requisitos": considerandos.requisitos(caso, regimen),
        "cumplimiento": considerandos.cumplimiento(caso, regimen),
        "plan": {"anio_gravable": caso.plan.anio_gravable, **_ingresos(caso.plan.proyeccion)},
        "cuadro": _cuadro(caso),
        # Los objetivos máximos, aparte del cuadro: la ficha exige que el articulado los diga.
        "compromisos": {
            campo: getattr(caso.plan.proyeccion, campo)
            for campo in ("ventas_tan", "ajenos_actividad")
        },
        "progresividad": considerandos.progresividad(caso),
        "reporte": _reporte(caso, regimen),
        "notificacion": _notificacion(caso),
        "reposicion": {"dias": cantidad(regimen.parametros.reposicion_dias, "día", "días")},
        "destinatarios": [nombre for nombre, _ in destinatarios(caso)],
    }
    resumen = caso.plan.resumen_ejecutivo
    bloques = {
        nombre: _parrafos(getattr(resumen, nombre))
        for nombre in ("descripcion", "objetivos", "metas")
    }
    return Redaccion(PLANTILLA, contexto, metadatos(caso), bloques)


def metadatos(caso: CasoSuscripcionPlan) -> Metadatos:
    """Título, autor y fecha del archivo; la fecha es la del acto o la de la solicitud."""
    fecha = caso.solicitud.fecha if caso.acto.fecha is None else caso.acto.fecha
    return Metadatos(
        titulo=f"{nombre_del_acto(caso)}: {epigrafe(caso)}",
        autor=str(caso.acto.entidad),
        asunto=epigrafe(caso),
        fecha=fecha if isinstance(fecha, date) else date(2000, 1, 1),
    )


def destinatarios(caso: CasoSuscripcionPlan) -> list[tuple[str, list[str]]]:
    """A quién va cada copia, en el orden del decreto: su nombre y las líneas de su dirección."""
    operador = caso.usuario_operador
    partes: list[tuple[str, list[str]]] = [(GESTION_DE_ADUANAS, ["Bogotá, D. C."])]
    partes += [(f"{s.nombre}, {DIAN}", [str(s.ciudad)]) for s in caso.zona_franca.seccionales]
    lineas = [f"NIT {operador.nit}", "Usuario operador de zona franca", f"{operador.direccion}"]
    lineas += [str(operador.municipio), str(operador.correo)]
    return [*partes, (str(operador.razon_social), lineas)]


def _campos(modelo: Any) -> dict[str, object]:
    """Los campos de un modelo sin anidar, tal como están."""
    return {nombre: getattr(modelo, nombre) for nombre in type(modelo).model_fields}


def _usuario(caso: CasoSuscripcionPlan) -> dict[str, object]:
    """Los datos del usuario; si es plural, `integrado_por` dice quiénes lo forman."""
    datos = _campos(caso.usuario_industrial)
    integrantes = caso.usuario_industrial.integrantes
    datos["integrantes"] = len(integrantes)
    datos["integrado_por"] = (
        enumerar([f"{i.razon_social} (NIT {i.nit})" for i in integrantes]) if integrantes else ""
    )
    return datos


def _persona(persona: Persona) -> dict[str, object]:
    return {"nombre": persona.nombre, "cargo": persona.cargo}


def _acto(caso: CasoSuscripcionPlan) -> dict[str, object]:
    acto = caso.acto
    return {
        "entidad": acto.entidad,
        "numero_o_espacio": o_espacio(str, acto.numero, ESPACIO_NUMERO),
        "anio_o_espacio": o_espacio(lambda f: str(f.year), acto.fecha, ESPACIO_ANIO),
        "fecha_o_espacio": o_espacio(fecha_larga, acto.fecha, ESPACIO_FECHA),
        "dada": o_espacio(lambda f: f"{fecha_de_cierre(f)}.", acto.fecha, ESPACIO_DADA),
        "autoridad": acto.autoridad,
        "facultades": si_hay(_sin_enlace, acto.facultades),
        "ciudad": acto.ciudad,
        "firmante": _persona(acto.firmante),
        "proyecto": _persona(acto.proyecto),
        "reviso": _persona(acto.reviso),
        "aprobo": _persona(acto.aprobo),
    }


def _sin_enlace(facultades: str) -> str:
    """Las facultades sin la coma ni el «, y» finales, que ya están en la plantilla."""
    return re.sub(r"(?:[\s,]+y)?[\s,;]*$", "", facultades)


def _ingresos(proyeccion: Proyeccion) -> dict[str, object]:
    """Las cifras del cuadro; los porcentajes declarados no van: el acto lleva los calculados."""
    datos = _campos(proyeccion)
    del datos["porcentajes"]
    # En borrador, si no se sabe si desagregar, se desagrega: muestra más.
    if isinstance(datos["mostrar_subfilas"], Falta):
        datos["mostrar_subfilas"] = True
    return datos


def _cuadro(caso: CasoSuscripcionPlan) -> dict[str, object]:
    cuadro = si_se_puede(lambda: calcular(caso.plan.proyeccion))
    return {campo: si_hay(attrgetter(campo), cuadro) for campo in Cuadro.__slots__}


def _reporte(caso: CasoSuscripcionPlan, regimen: Regimen) -> dict[str, object]:
    return {
        "fecha": si_se_puede(
            lambda: regimen.parametros.fecha_del_reporte(
                caso.plan.anio_gravable,
                gran_contribuyente=caso.usuario_industrial.gran_contribuyente,
            )
        )
    }


def _notificacion(caso: CasoSuscripcionPlan) -> dict[str, object]:
    """Los datos de la notificación, y una bandera por medio (pendiente, en borrador)."""
    datos = _campos(caso.notificacion)
    medio = datos["medio"]
    pendiente = isinstance(medio, Falta)
    banderas = {"es_electronica": "electrónica", "es_personal": "personal"}
    banderas["es_publicacion"] = "publicación"
    faltas = {campo: o_falta(dato, f"notificacion.{campo}") for campo, dato in datos.items()}
    return {
        **faltas,
        "pendiente": pendiente,
        **{bandera: not pendiente and medio == valor for bandera, valor in banderas.items()},
    }


def _parrafos(texto: str | Falta) -> tuple[Parrafo, ...]:
    """Un párrafo por cada línea escrita; las líneas en blanco solo separan."""
    lineas = (linea.strip() for linea in str(texto).splitlines())
    return tuple(Parrafo((Fragmento(linea),), ESTILO_RESUMEN) for linea in lineas if linea)
