r"""Ecuaciones en su propio renglón: `\[ latex \] {etiqueta}`."""

from __future__ import annotations

from generador.marcado.bloques import Ecuacion
from generador.marcado.cuerpo import Cuerpo
from generador.marcado.senales import ETIQUETA


def regla_ecuacion(cuerpo: Cuerpo, i: int) -> int:
    r"""Lee la ecuación que abre con `\[`, en uno o varios renglones, y su etiqueta."""
    if not cuerpo.lineas[i].texto.startswith(r"\["):
        return i
    fin = _cierre(cuerpo, i)
    if fin is None:
        remedio = r"Escriba «\]» al final, sin renglones en blanco en medio."
        cuerpo.ctx.error("MAR006", cuerpo.lineas[i], r"La ecuación «\[» no cierra.", remedio)
        return i
    todo = "\n".join(x.texto for x in cuerpo.lineas[i : fin + 1])
    latex, _, resto = todo.removeprefix(r"\[").partition(r"\]")
    etiqueta = ETIQUETA.match(resto)
    if not latex.strip() or (resto and not etiqueta):
        mensaje = "La ecuación está vacía, o hay texto después de ella."
        remedio = r"Va sola: \[ latex \] o \[ latex \] {etiqueta}."
        cuerpo.ctx.error("MAR006", cuerpo.lineas[fin], mensaje, remedio)
        return i
    nombre = etiqueta[1] if etiqueta else ""
    cuerpo.ctx.etiquetar(nombre, cuerpo.lineas[fin])
    lugar = cuerpo.lineas[i]
    ecuacion = Ecuacion(latex.strip(), nombre, linea=lugar.numero, columna=lugar.columna)
    cuerpo.pendientes.append(lambda: ecuacion)
    return fin + 1


def _cierre(cuerpo: Cuerpo, i: int) -> int | None:
    r"""El renglón donde está el `\]`; un renglón vacío u otra que abre la dejan sin cerrar."""
    fin = i
    while r"\]" not in cuerpo.lineas[fin].texto:
        fin += 1
        if fin == len(cuerpo.lineas) or cuerpo.lineas[fin].texto[:2] in ("", r"\["):
            return None
    return fin
