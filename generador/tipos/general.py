"""La resolución y el decreto de carácter general."""

from __future__ import annotations

from generador.modelo import acto_general as modelo
from generador.redaccion import acto_general as redaccion
from generador.reglas import acto_general
from generador.tipos.tipo import Tipo

RESOLUCION = Tipo(
    nombre=modelo.RESOLUCION,
    modelo=modelo.CasoResolucion,
    revisar=acto_general.revisar,
    redactar=redaccion.redactar_resolucion,
    epigrafe=redaccion.epigrafe,
    datos=redaccion.datos,
    anexos=redaccion.redactar_anexos,
)
DECRETO = Tipo(
    nombre=modelo.DECRETO,
    modelo=modelo.CasoDecreto,
    revisar=acto_general.revisar,
    redactar=redaccion.redactar_decreto,
    epigrafe=redaccion.epigrafe,
    datos=redaccion.datos,
    anexos=redaccion.redactar_anexos,
)
