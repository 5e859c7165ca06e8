"""Las definiciones de notas: `[^nombre]: texto`, con sus demás párrafos sangrados."""

from __future__ import annotations

import re

from generador.marcado.contexto import Definida
from generador.marcado.cuerpo import Cuerpo

DEFINICION = re.compile(r"\[\^([^\]\[\s\\^]{1,60})\]: *")


def regla_definicion(cuerpo: Cuerpo, i: int) -> int:
    """`[^nombre]: texto`, con sus demás párrafos sangrados; devuelve dónde sigue la lectura."""
    lineas, ctx = cuerpo.lineas, cuerpo.ctx
    hallado = DEFINICION.match(lineas[i].texto)
    if not hallado:
        return i
    sangria = lineas[i].sangria + 2
    seguidas = cuerpo.seguidas(i)
    fin = cuerpo.sangradas(seguidas, sangria)
    for pegada in lineas[i + 1 : seguidas]:
        if pegada.sangria < sangria:
            mensaje = "Este renglón está pegado a una nota al pie, y no se sabe si es de ella."
            remedio = "Si es de la nota, sángrelo dos espacios; si no, deje un renglón en blanco."
            ctx.error("MAR007", pegada, mensaje, remedio)
    primera = lineas[i].desde(hallado.end())._replace(sangria=0)
    cuerpo_de_la_nota = [primera, *(x.menos(sangria) for x in lineas[i + 1 : fin])]
    nombre = hallado[1]
    if ctx.en_nota:
        remedio = "Sáquela, sin sangría, después de la otra."
        ctx.error("MAR002", lineas[i], f"La nota «{nombre}» se define dentro de otra.", remedio)
    elif not any(x.texto for x in cuerpo_de_la_nota):
        ctx.error("MAR002", lineas[i], f"La nota «{nombre}» está vacía.", "Escriba su texto.")
    elif nombre in ctx.notas:
        mensaje = f"La nota «{nombre}» ya se definió en la línea {ctx.notas[nombre].lugar.numero}."
        ctx.error("MAR002", lineas[i], mensaje, "Cambie el nombre de una de las dos.")
    else:
        ctx.notas[nombre] = Definida(tuple(cuerpo_de_la_nota), lineas[i])
    return fin
