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
    fin = cuerpo.sangradas(cuerpo.seguidas(i), sangria)
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
