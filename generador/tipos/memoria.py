"""La memoria justificativa."""

from __future__ import annotations

from generador.modelo import memoria as modelo
from generador.redaccion import memoria as redaccion
from generador.reglas import memoria
from generador.tipos.tipo import Tipo

MEMORIA = Tipo(
    nombre=modelo.TIPO,
    modelo=modelo.CasoMemoria,
    revisar=lambda caso, _regimen: memoria.revisar(caso.proyecto, caso.memoria),
    redactar=lambda caso, _regimen: redaccion.redactar(caso),
    epigrafe=redaccion.epigrafe,
    numero_y_fecha=redaccion.numero_y_fecha,
)
