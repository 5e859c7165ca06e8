"""Los oficios de una asignación: uno por municipio que recibe, y el que remite cada copia.

El destinatario se nombra por su cargo, nunca por su nombre.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generador.lengua.cantidades import cantidad
from generador.lengua.fechas import fecha_larga
from generador.lengua.listas import enumerar
from generador.lengua.numeros import Genero
from generador.lengua.pesos import cifra, en_letras_y_cifras
from generador.modelo.asignacion_formula import CasoFormula
from generador.redaccion import acto_general
from generador.redaccion.asignacion import convocatoria, cuadros, formula
from generador.redaccion.asignacion.partes import (
    bloques,
    en_anexo,
    nombre_del_anexo,
    total_de_anexos,
)
from generador.redaccion.documento import Redaccion, o_espacio
from generador.redaccion.oficio_remisorio import ESPACIO_FECHA
from generador.redaccion.remisiones import escribir_ajenas, numeros
from generador.redaccion.textos import leer_textos
from generador.reglas.asignacion import asignar, distribuir

if TYPE_CHECKING:
    from generador.catalogos.divipola import Municipio
    from generador.marcado.bloques import Bloque
    from generador.modelo.asignacion import CasoAsignacion
    from generador.modelo.asignacion_convocatoria import CasoConvocatoria
    from generador.redaccion.asignacion.partes import Propias
    from generador.redaccion.oficio_remisorio import CopiaRemitida
    from generador.reglas.asignacion.resultado import Paso, Puesto

AL_MUNICIPIO, DE_COPIA = "oficio_asignacion", "oficio_copia_asignacion"


@dataclass(frozen=True, slots=True)
class Comunicado:
    """Lo que se le comunica a un municipio: su monto, o sus proyectos si es una convocatoria."""

    municipio: Municipio
    monto: str = ""
    proyectos: tuple[Mapping[str, str], ...] = ()


def oficios_de_formula(caso: CasoFormula, _regimen: None) -> Mapping[str, Redaccion]:
    """Un oficio por municipio beneficiario, por su código y su nombre."""
    distribucion = distribuir(caso)
    comunicados = [
        Comunicado(b.municipio, en_letras_y_cifras(b.valor)) for b in distribucion.beneficiarios
    ]
    return _oficios(caso, formula.datos(caso), comunicados, formula.propias(distribucion))


def oficios_de_convocatoria(caso: CasoConvocatoria, _regimen: None) -> Mapping[str, Redaccion]:
    """Un oficio por municipio con proyectos que reciben recursos, por su código y su nombre."""
    hecho = asignar(caso)
    reciben = cuadros.que_reciben(hecho)
    por_municipio: dict[Municipio, list[Puesto]] = {}
    for puesto in hecho.puestos:
        for municipio in puesto.municipios if puesto.proyecto.codigo in reciben else ():
            por_municipio.setdefault(municipio, []).append(puesto)
    comunicados = [
        Comunicado(
            municipio,
            proyectos=tuple(_proyecto(p, municipio, reciben[p.proyecto.codigo]) for p in puestos),
        )
        for municipio, puestos in sorted(por_municipio.items(), key=lambda par: par[0].codigo)
    ]
    propias = convocatoria.propias(caso, hecho)
    return _oficios(caso, convocatoria.datos(caso), comunicados, propias)


def oficio_de_copia(
    acto: Redaccion, caso: CasoFormula | CasoConvocatoria, copia: CopiaRemitida
) -> Redaccion:
    """El oficio que remite una copia sellada de la resolución."""
    textos = formula.datos(caso) if isinstance(caso, CasoFormula) else convocatoria.datos(caso)
    nombre = acto_general.nombre_del_acto(caso)
    contexto = {
        **_comun(caso),
        "asignado": textos["asignado"],
        "beneficiarios": textos["beneficiarios"],
        "destinatario": {"nombre": copia.destinatario, "lineas": list(copia.lineas)},
        "copia": {
            "numero": str(copia.numero),
            "total": str(copia.total),
            "paginas": cantidad(copia.paginas, "página", "páginas", Genero.FEMENINO),
            "bytes": str(copia.longitud),
            "huella": copia.sha256,
            "sellada": copia.sellada,
        },
    }
    titulo = f"Oficio remisorio de la copia {copia.numero} de {copia.total}: {nombre}"
    return Redaccion(DE_COPIA, contexto, replace(acto.metadatos, titulo=titulo, asunto=titulo))


def destinatarios(caso: CasoAsignacion) -> Sequence[tuple[str, Sequence[str]]]:
    """A quién va cada copia y las líneas de su dirección."""
    return [(f"{d.cargo}, {d.entidad}", [d.ciudad]) for d in caso.copias]


def senas_de_formula(caso: CasoFormula) -> Iterator[tuple[str, str]]:
    """Lo que el texto de la resolución tiene que decir para ser la de este caso."""
    return _senas(caso, formula.datos(caso))


def senas_de_convocatoria(caso: CasoConvocatoria) -> Iterator[tuple[str, str]]:
    """Lo que el texto de la resolución tiene que decir para ser la de este caso."""
    return _senas(caso, convocatoria.datos(caso))


def _senas(caso: CasoAsignacion, datos: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if caso.acto.numero is not None and caso.acto.fecha is not None:
        yield "el número", str(caso.acto.numero)
        yield "la fecha", fecha_larga(caso.acto.fecha)
    yield "el epígrafe", acto_general.epigrafe(caso)
    yield "el monto asignado", datos["asignado"]
    yield "cuántos municipios reciben", datos["beneficiarios"]


def _oficios(
    caso: CasoAsignacion,
    datos: Mapping[str, str],
    comunicados: Sequence[Comunicado],
    propias: Propias,
) -> dict[str, Redaccion]:
    """Los oficios de los municipios: lo común se redacta una vez."""
    comun = _comun(caso)
    textos = leer_textos(caso, datos)
    comunicacion = caso.comunicacion
    sigue = {"sigue": textos.bloques(comunicacion.sigue if comunicacion else None)}
    sigue = escribir_ajenas(sigue, numeros(bloques(caso, textos, propias)))
    anexo = nombre_del_anexo(1, total_de_anexos(caso, len(propias.anexos)))
    donde = f"el {anexo}" if en_anexo(caso) else "el artículo 2"
    return {
        f"{c.municipio.codigo} {c.municipio.nombre}": _oficio(caso, comun, sigue, c, donde)
        for c in comunicados
    }


def _oficio(
    caso: CasoAsignacion,
    comun: Mapping[str, object],
    sigue: Mapping[str, Sequence[Bloque]],
    comunicado: Comunicado,
    donde: str,
) -> Redaccion:
    municipio = comunicado.municipio
    contexto = {
        **comun,
        "destinatario": {
            # Vale para municipios y distritos: «municipal» sería falso en Cartagena.
            "nombre": f"Alcalde o alcaldesa de {municipio.nombre}",
            "lineas": [str(municipio)],
        },
        "municipio": {
            "codigo": municipio.codigo,
            "nombre": municipio.nombre,
            "monto": comunicado.monto,
            "proyectos": list(comunicado.proyectos),
            "a_cuales": "al siguiente proyecto"
            if len(comunicado.proyectos) == 1
            else "a los siguientes proyectos",
            "donde": donde,
        },
    }
    titulo = f"Comunicación a {municipio}: {acto_general.nombre_del_acto(caso)}"
    metadatos = replace(acto_general.metadatos(caso), titulo=titulo, asunto=titulo)
    return Redaccion(AL_MUNICIPIO, contexto, metadatos, sigue)


def _proyecto(puesto: Puesto, municipio: Municipio, paso: Paso) -> dict[str, str]:
    """Un proyecto como lo dice el oficio: con quiénes se comparte y, si se recortó, qué pidió."""
    otros = [str(m) for m in puesto.municipios if m != municipio]
    return {
        "codigo": str(puesto.proyecto.codigo),
        "nombre": str(puesto.proyecto.nombre),
        "linea": puesto.linea,
        "lugar": str(puesto.lugar),
        "monto": en_letras_y_cifras(paso.asignado),
        "solicitado": cifra(paso.solicitado) if paso.asignado != paso.solicitado else "",
        "con": enumerar(otros) if otros else "",
    }


def _comun(caso: CasoAsignacion) -> dict[str, object]:
    """Lo que dicen igual todos los oficios de un acto."""
    comunicacion = caso.comunicacion
    firmante = comunicacion.firmante if comunicacion and comunicacion.firmante else caso.firmante
    fecha = comunicacion.fecha if comunicacion else None
    comun = acto_general.contexto_comun(caso)
    return {
        "epigrafe": comun["epigrafe"],
        "responsables": comun["responsables"],
        "acto": {"nombre": acto_general.nombre_del_acto(caso)},
        "oficio": {
            "ciudad": caso.acto.ciudad,
            "fecha_o_espacio": o_espacio(fecha_larga, fecha, ESPACIO_FECHA),
        },
        "remitente": {
            "entidad": caso.acto.entidad,
            "nombre": firmante.nombre,
            "cargo": firmante.cargo,
        },
    }
