"""Caso de suscripción del plan de internacionalización y anual de ventas.

Fuente: parágrafo 6 del artículo 240-1 del Estatuto Tributario y Título II del Decreto 2147 de
2016, sustituido por el Decreto 0047 de 2024. Las descripciones nombran el requisito y no su
artículo: la numeración es un dato con fuente (`reglas/parametros/plan_internacionalizacion.toml`).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generador.modelo.acto import Acto, Persona
from generador.modelo.comunes import (
    Anio,
    Articulo,
    Correo,
    Dinero,
    Entero,
    Fecha,
    Modelo,
    Municipio,
    Nit,
    Porcentaje,
    Seccional,
    SiNo,
    Texto,
    opcion,
)

TIPO: Literal["suscripcion-plan"] = "suscripcion-plan"

TipoDeCaso = Annotated[str, opcion(TIPO)]
ClaseUsuario = Annotated[str, opcion("bienes", "servicios", "bienes y servicios")]
Condicion = Annotated[str, opcion("calificado", "autorizado", "reconocido")]
APODERADOS = ("apoderado", "apoderada", "apoderado especial", "apoderada especial")
Calidad = Annotated[str, opcion("representante legal", "representante legal suplente", *APODERADOS)]
Estado = Annotated[str, opcion("cumple", "no cumple", "requerido")]
Dictamen = Annotated[str, opcion("certificados", "dictaminados")]
Medio = Annotated[str, opcion("electrónica", "personal", "publicación")]


class Integrante(Modelo):
    """Una de las personas que forman un usuario plural (consorcio o unión temporal)."""

    razon_social: Texto = Field(description="Razón social, como está en el registro mercantil.")
    nit: Nit = Field(description="NIT con dígito de verificación: 900.123.456-8.")


class UsuarioIndustrial(Modelo):
    """El usuario industrial que pide suscribir el plan."""

    razon_social: Texto = Field(description="Razón social, como está en el registro mercantil.")
    nit: Nit = Field(description="NIT con dígito de verificación: 900.123.456-8.")
    integrantes: tuple[Integrante, ...] = Field(
        (), description="Quienes lo forman, si es plural (consorcio o unión temporal)."
    )
    clase: ClaseUsuario = Field(description="De bienes, de servicios o de ambos.")
    condicion: Condicion = Field(
        description="Si fue calificado, autorizado o reconocido en la zona franca."
    )
    acto_condicion: Texto = Field(
        description="Acto que lo calificó, autorizó o reconoció, con su artículo: «el Acta …»."
    )
    fecha_condicion: Fecha = Field(description="Fecha de ese acto.")
    actividad: Texto = Field(
        description="Actividad para la cual fue calificado o autorizado, con su artículo: «la "
        "fabricación de …»."
    )
    localizacion: Texto = Field(
        description="Lugar dentro de la zona franca, con su artículo: «la Bodega …», «el Lote …»."
    )
    correo: Correo | None = Field(None, description="Correo del registro mercantil.")
    gran_contribuyente: SiNo = Field(
        description="Si la DIAN lo calificó como gran contribuyente: decide la fecha del reporte."
    )


class Representante(Modelo):
    """Quien presenta la solicitud."""

    nombre: Texto = Field(description="Nombre completo.")
    calidad: Calidad = Field(description="Cómo actúa. El decreto habla del representante legal.")
    documento: Texto = Field(
        description="Documento de identidad: «cédula de ciudadanía 00.000.000»."
    )


class ZonaFranca(Modelo):
    """La zona franca donde está el usuario; su localización decide la seccional de la DIAN."""

    nombre: Texto = Field(description="Nombre de la zona franca.")
    municipio: Municipio = Field(description="Código DIVIPOLA o «Municipio (Departamento)».")
    direccion: Texto = Field(description="Dirección o predio de la zona franca.")
    seccionales: Annotated[tuple[Seccional, ...], Field(min_length=1, max_length=2)] = Field(
        description="Dirección o direcciones seccionales de la DIAN con jurisdicción (una o dos)."
    )


class UsuarioOperador(Modelo):
    """El usuario operador de la zona franca, destinatario de una copia."""

    razon_social: Texto = Field(description="Razón social del usuario operador.")
    nit: Nit = Field(description="NIT con dígito de verificación.")
    direccion: Texto = Field(description="Dirección para el oficio.")
    municipio: Municipio = Field(description="Código DIVIPOLA o «Municipio (Departamento)».")
    correo: Correo = Field(description="Correo para el oficio.")


class Solicitud(Modelo):
    """La solicitud de suscripción."""

    radicado: Texto = Field(description="Número de radicación.")
    fecha: Fecha = Field(description="Radicación: el término corre desde el día siguiente.")


class Prorroga(Modelo):
    """La única prórroga para responder, pedida antes de vencer el término."""

    solicitada: Fecha = Field(description="Fecha en que se pidió.")
    dias: Entero = Field(description="Días hábiles concedidos, hasta el término inicial.")


class Respuesta(Modelo):
    """La respuesta al requerimiento."""

    radicado: Texto = Field(description="Número de radicación de la respuesta.")
    fecha: Fecha = Field(description="Fecha de la respuesta.")
    completa: SiNo = Field(description="Si allegó la totalidad de lo requerido.")


class Requerimiento(Modelo):
    """El requerimiento al solicitante, si lo hubo."""

    oficio: Texto = Field(description="Número del oficio con que se requirió.")
    fecha: Fecha = Field(description="El término corre desde el día siguiente.")
    solicitado: Texto = Field(
        description="Qué se pidió aclarar, completar o allegar; el acto lo cita entre comillas."
    )
    prorroga: Prorroga | None = Field(None, description="Prórroga concedida, si la hubo.")
    respuesta: Respuesta | None = Field(None, description="Respuesta, si la hubo.")


class Evidencia(Modelo):
    """El documento que prueba un requisito."""

    documento: Texto = Field(description="Qué documento es.")
    referencia: Texto = Field(description="Folios o radicado donde está.")
    fecha: Fecha | None = Field(None, description="Fecha del documento.")


class Requisito(Modelo):
    """El estado de un requisito y su evidencia."""

    estado: Estado = Field(description="cumple, no cumple o requerido.")
    evidencia: tuple[Evidencia, ...] = Field((), description="Documentos que lo prueban.")
    observacion: Texto | None = Field(None, description="Lo que el acto deba decir de él.")


class EstadosFinancieros(Requisito):
    """Estados financieros completos y demostración de solvencia."""

    corte: Fecha = Field(description="Fecha de corte: último día del mes anterior a la solicitud.")
    tipo: Dictamen = Field(description="certificados o dictaminados.")
    decision: Texto | None = Field(
        None,
        description="Por qué este Ministerio suscribe aunque el requisito no se tenga por "
        "cumplido; sigue a «porque».",
    )


class Requisitos(Modelo):
    """Los seis requisitos de la solicitud, cada uno con su evidencia."""

    identificacion: Requisito = Field(description="Identificación del usuario y su localización.")
    facultades: Requisito = Field(description="Facultades del representante para suscribir.")
    solicitud: Requisito = Field(description="Solicitud presentada en tiempo.")
    resumen_ejecutivo: Requisito = Field(description="Resumen ejecutivo completo.")
    estados_financieros: EstadosFinancieros = Field(description="Estados financieros y solvencia.")
    proyeccion: Requisito = Field(description="Proyección de la totalidad de ingresos fiscales.")


class ResumenEjecutivo(Modelo):
    """Resumen ejecutivo del plan. Cada línea en blanco separa un párrafo."""

    descripcion: Texto = Field(description="Descripción general del plan.")
    objetivos: Texto = Field(description="Objetivos.")
    metas: Texto = Field(description="Metas para la vigencia.")


class Porcentajes(Modelo):
    """Porcentajes que trae el plan, si los trae: se comprueban contra los calculados."""

    exportacion: Porcentaje = Field(description="Porcentaje de ingresos por exportación.")
    diferentes: Porcentaje = Field(description="Porcentaje de ingresos diferentes.")


class Proyeccion(Modelo):
    """Cuadro de ingresos fiscales estimados del año gravable, en pesos."""

    exportacion: Dinero = Field(description="Ingresos por exportación de bienes y/o servicios.")
    ventas_tan: Dinero = Field(
        description="Objetivo máximo de ingresos en el territorio aduanero nacional."
    )
    ajenos_actividad: Dinero = Field(
        description="Objetivo máximo de los demás ingresos, diferentes de la actividad."
    )
    diferentes: Dinero = Field(description="Ingresos diferentes de la exportación (las dos sumas).")
    total: Dinero = Field(description="Totalidad de los ingresos fiscales.")
    porcentajes: Porcentajes | None = Field(None, description="Porcentajes declarados en el plan.")
    mostrar_subfilas: SiNo = Field(
        default=True, description="Si el cuadro desagrega los ingresos diferentes."
    )


class Metas(Modelo):
    """Ingresos de un plan anterior, en pesos."""

    ventas_tan: Dinero = Field(description="Ingresos por operaciones en el TAN.")
    total: Dinero = Field(description="Totalidad de los ingresos.")


class Modificacion(Metas):
    """Cómo quedó el plan anterior después de modificado."""

    acto: Texto = Field(description="Acto que modificó el plan anterior.")


class PlanAnterior(Metas):
    """El último plan suscrito, contra el que se mide la progresividad."""

    anio_gravable: Anio = Field(description="Año gravable del plan anterior.")
    acto: Texto = Field(description="Acto que lo suscribió.")
    modificacion: Modificacion | None = Field(None, description="Si fue modificado, cómo quedó.")


class Plan(Modelo):
    """El plan que se suscribe."""

    anio_gravable: Anio = Field(description="Año gravable del plan.")
    primer_plan: SiNo = Field(description="Si es el primero que acuerda el usuario.")
    resumen_ejecutivo: ResumenEjecutivo = Field(description="Resumen ejecutivo del plan.")
    proyeccion: Proyeccion = Field(description="Cuadro de ingresos fiscales estimados.")
    plan_anterior: PlanAnterior | None = Field(
        None, description="El plan anterior, si este no es el primero."
    )
    justificacion_progresividad: Texto | None = Field(
        None,
        description="Por qué suben los ingresos en el TAN, si suben, según el usuario; sigue a «lo "
        "justificó en que».",
    )
    valoracion_progresividad: Texto | None = Field(
        None,
        description="Por qué este Ministerio acepta que los ingresos en el TAN suban o queden "
        "igual; sigue a «porque».",
    )


class Notificacion(Modelo):
    """Cómo se notifica el acto (Ley 1437 de 2011)."""

    medio: Medio = Field(
        description="electrónica (si la aceptó), personal o publicación (sin dirección)."
    )
    correo: Correo | None = Field(None, description="Correo autorizado, si es electrónica.")
    autorizacion: Texto | None = Field(
        None, description="Documento donde la aceptó, con su artículo: «la solicitud …»."
    )
    direccion: Texto | None = Field(None, description="Dirección, si es personal.")
    motivo_sin_direccion: Texto | None = Field(
        None,
        description="Por qué se desconoce la información para citarlo, si es por publicación; "
        "sigue a «pues».",
    )


class Remision(Modelo):
    """Oficios remisorios de las copias."""

    fecha: Fecha | None = Field(None, description="Fecha de los oficios.")
    firmante: Persona | None = Field(None, description="Quien los firma, si es otro.")


class Articulado(Modelo):
    """Numeración verificada por el asesor contra el Diario Oficial; reemplaza la del proyecto."""

    fuente: Texto = Field(description="Dónde la verificó: Diario Oficial y fecha.")
    sustitucion: Texto | None = Field(
        None,
        description="Norma que le dio el texto vigente, si es otra: «Decreto 1 del 2 de enero de "
        "2030».",
    )
    suscripcion: Articulo = Field(description="Artículo de la suscripción por acto administrativo.")
    requisitos: Articulo = Field(description="Artículo de los requisitos de la solicitud.")
    progresividad: Articulo = Field(description="Artículo de la progresividad de las metas.")
    revision: Articulo = Field(description="Artículo de la revisión y sus términos.")
    contenido: Articulo = Field(description="Artículo del contenido del acto y sus copias.")
    recursos: Articulo = Field(description="Artículo de la notificación y los recursos.")
    reporte: Articulo = Field(description="Artículo del reporte anual de cumplimiento.")


class CasoSuscripcionPlan(Modelo):
    """Suscripción del plan de internacionalización y anual de ventas de una zona franca.

    Fuente: parágrafo 6 del artículo 240-1 del Estatuto Tributario y Decreto 2147 de 2016.
    """

    tipo: TipoDeCaso = Field(description="Tipo de documento: suscripcion-plan.")
    acto: Acto = Field(description="Identificación del acto y quienes responden por él.")
    usuario_industrial: UsuarioIndustrial = Field(description="Quien pide suscribir el plan.")
    representante: Representante = Field(description="Quien presenta la solicitud.")
    zona_franca: ZonaFranca = Field(description="Zona franca donde está el usuario.")
    usuario_operador: UsuarioOperador = Field(description="Operador de la zona franca.")
    solicitud: Solicitud = Field(description="La solicitud de suscripción.")
    requerimiento: Requerimiento | None = Field(None, description="Requerimiento, si lo hubo.")
    requisitos: Requisitos = Field(
        description="Los requisitos del Decreto 2147 de 2016, cada uno con su evidencia."
    )
    plan: Plan = Field(
        description="El plan que se suscribe (parágrafo 6, artículo 240-1, Estatuto Tributario)."
    )
    notificacion: Notificacion = Field(description="Cómo se notifica el acto (Ley 1437 de 2011).")
    remision: Remision | None = Field(None, description="Datos de los oficios remisorios.")
    articulado: Articulado | None = Field(
        None,
        description="Numeración del Decreto 2147 de 2016 verificada contra el Diario Oficial.",
    )
