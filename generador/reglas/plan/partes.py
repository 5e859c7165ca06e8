"""Las partes del acto: el usuario, la zona franca y sus seccionales, el operador, la notificación.

Fuente: artículo 92 del proyecto (contenido y copias) y Ley 1437 de 2011 (artículos 56 y 66 a 73).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.catalogos.divipola import buscar
from generador.catalogos.seccionales_dian import de_ciudad, que_deben_ir
from generador.catalogos.zonas_francas import buscar_operador
from generador.hallazgos import Gravedad, Hallazgo
from generador.lengua.fechas import fecha_larga
from generador.lengua.listas import enumerar
from generador.modelo.falta import exigir
from generador.texto import clave

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.modelo.suscripcion_plan import CasoSuscripcionPlan
    from generador.reglas.plan.tramite import Regimen

SECCIONALES = "zona_franca.seccionales"
CAPITAL = "001"  # así terminan en la DIVIPOLA los códigos de las capitales de departamento


def revisar_regimen(caso: CasoSuscripcionPlan, regimen: Regimen) -> Iterator[Hallazgo]:
    """Avisa que la numeración es la del proyecto, mientras el caso no traiga la verificada."""
    if caso.articulado is None:
        yield Hallazgo(
            codigo="PLAN001",
            gravedad=Gravedad.AVISO,
            mensaje=regimen.parametros.advertencia,
            remedio="Verifique la numeración en el Diario Oficial y escríbala en «articulado».",
        )


def revisar_exigibilidad(caso: CasoSuscripcionPlan, regimen: Regimen) -> Iterator[Hallazgo]:
    """Avisa si el usuario se calificó antes de que el plan le fuera exigible."""
    desde = regimen.parametros.exigible_desde
    if caso.usuario_industrial.fecha_condicion < desde:
        yield Hallazgo(
            codigo="PLAN002",
            gravedad=Gravedad.AVISO,
            ruta="usuario_industrial.fecha_condicion",
            mensaje=f"El plan solo es exigible a los usuarios calificados desde el "
            f"{fecha_larga(desde)}: {regimen.parametros.fuente_exigible}.",
            remedio="Confirme que lo pidió por su voluntad: así lo dirá el acto.",
        )


def revisar_seccionales(caso: CasoSuscripcionPlan, _regimen: Regimen) -> Iterator[Hallazgo]:
    """Comprueba que estén todas las seccionales de la ciudad, y solo ellas."""
    dadas = [exigir(s) for s in exigir(caso.zona_franca.seccionales)]
    ciudades = list(dict.fromkeys(s.ciudad for s in dadas))
    if len(ciudades) > 1:
        yield Hallazgo(
            codigo="PLAN050",
            gravedad=Gravedad.ERROR,
            ruta=SECCIONALES,
            mensaje=f"Las seccionales son de ciudades distintas: {enumerar(ciudades)}.",
            remedio="Deje las que tienen jurisdicción sobre la zona franca.",
        )
        return
    deben = que_deben_ir(ciudades[0])
    faltan = [s.nombre for s in deben if s not in dadas]
    sobran = [s.nombre for s in dadas if s not in deben]
    if faltan:
        yield Hallazgo(
            codigo="PLAN051",
            gravedad=Gravedad.ERROR,
            ruta=SECCIONALES,
            mensaje=f"En {ciudades[0]} la copia también va a: {enumerar(faltan)}.",
            remedio="Añádala a «seccionales», en su propia línea y con un guion.",
        )
    if sobran or len(set(dadas)) != len(dadas):
        yield Hallazgo(
            codigo="PLAN052",
            gravedad=Gravedad.ERROR,
            ruta=SECCIONALES,
            mensaje=f"En {ciudades[0]} las copias van una sola vez a: "
            f"{enumerar([s.nombre for s in deben])}.",
            remedio="Quite la que sobra o está repetida.",
        )


def revisar_localizacion(caso: CasoSuscripcionPlan, _regimen: Regimen) -> Iterator[Hallazgo]:
    """Compara las seccionales con las de la ciudad de la zona franca, si las tiene.

    En una capital es un error que las copias vayan a otra ciudad. En otro municipio con seccional
    propia es un aviso: no hay una tabla de jurisdicciones contra la cual decidir.
    """
    municipio = exigir(caso.zona_franca.municipio)
    capital = municipio.codigo.endswith(CAPITAL)
    # Fuera de las capitales, un nombre repetido (Armenia, Florencia) es de otro departamento.
    unico = len(buscar(municipio.nombre)) == 1
    locales = de_ciudad(municipio.nombre) if capital or unico else ()
    if locales and not any(exigir(s) in locales for s in caso.zona_franca.seccionales):
        ciudad = locales[0].ciudad
        yield Hallazgo(
            codigo="PLAN055",
            gravedad=Gravedad.ERROR if capital else Gravedad.AVISO,
            ruta=SECCIONALES,
            mensaje=f"La zona franca está en {municipio}, que tiene seccional de la DIAN, y las "
            "copias van a otra ciudad.",
            remedio=f"{'Cámbielas' if capital else 'Confirme la jurisdicción'}: en {ciudad} son "
            f"{enumerar([s.nombre for s in que_deben_ir(ciudad)])}.",
        )


def revisar_operador(caso: CasoSuscripcionPlan, _regimen: Regimen) -> Iterator[Hallazgo]:
    """Avisa si el operador no está en el catálogo, o si su catálogo no nombra la seccional."""
    razon = exigir(caso.usuario_operador.razon_social)
    operadores = buscar_operador(razon)
    if not operadores:
        yield Hallazgo(
            codigo="PLAN053",
            gravedad=Gravedad.AVISO,
            ruta="usuario_operador.razon_social",
            mensaje=f"«{razon}» no está en el catálogo de usuarios operadores de la DIAN.",
            remedio="Confirme la razón social; el catálogo puede no estar al día.",
        )
        return
    conocidas = {clave(ciudad) for operador in operadores for ciudad in operador.seccionales}
    ciudades = list(dict.fromkeys(exigir(s).ciudad for s in caso.zona_franca.seccionales))
    ajenas = [ciudad for ciudad in ciudades if clave(ciudad) not in conocidas]
    if ajenas:
        yield Hallazgo(
            codigo="PLAN054",
            gravedad=Gravedad.AVISO,
            ruta=SECCIONALES,
            mensaje=f"El catálogo no registra zonas de ese operador en {enumerar(ajenas)}.",
            remedio="Confirme la seccional por la localización de la zona franca.",
        )


def revisar_notificacion(caso: CasoSuscripcionPlan, _regimen: Regimen) -> Iterator[Hallazgo]:
    """Comprueba que el medio de notificación traiga lo que la ley pide."""
    exige = {
        "electrónica": ("correo", "autorizacion"),
        "personal": ("direccion",),
        "publicación": ("motivo_sin_direccion",),
    }
    notificacion = caso.notificacion
    for campo in exige[exigir(notificacion.medio)]:
        if getattr(notificacion, campo) is None:
            yield Hallazgo(
                codigo="PLAN060",
                gravedad=Gravedad.ERROR,
                ruta="notificacion",
                mensaje=f"La notificación {notificacion.medio} exige «{campo}».",
                remedio=f"Añada «{campo}» a «notificacion», o cambie el medio.",
            )
    conocidas = (
        notificacion.correo,
        notificacion.direccion,
        caso.usuario_industrial.correo,
    )
    if notificacion.medio == "publicación" and any(dato is not None for dato in conocidas):
        yield Hallazgo(
            codigo="PLAN061",
            gravedad=Gravedad.ERROR,
            ruta="notificacion.medio",
            mensaje="La publicación solo cabe si no se conoce dirección ni correo, y el caso trae "
            "alguno.",
            remedio="Use «personal» o «electrónica», o borre la dirección y el correo.",
        )
