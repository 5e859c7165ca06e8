"""Las notas con nombre: se definen una vez, se llaman una vez, y no llevan notas."""

from __future__ import annotations

from generador.marcado.bloques import ClaseDeRemision, Nota
from generador.marcado.contexto import Contexto, Linea
from generador.texto import sugerencia


def llamar(ctx: Contexto, nombre: str, lugar: Linea) -> Nota | None:
    """La nota de ese nombre, leída; o `None`, con su error, si no se puede llamar aquí."""
    definida = ctx.notas.get(nombre)
    if definida is None:
        pista = sugerencia(nombre, ctx.notas)
        remedio = f"{pista} Agregue un renglón «[^{nombre}]: texto de la nota».".strip()
        ctx.error("MAR002", lugar, f"La nota «{nombre}» no está definida.", remedio)
        return None
    if ctx.en_nota:
        ctx.citadas.setdefault(nombre, lugar.numero)
        ctx.error("MAR002", lugar, "Una nota no puede llevar otra nota.", "Pásela al texto.")
        return None
    if nombre in ctx.citadas:
        mensaje = f"La nota «{nombre}» ya se llamó en la línea {ctx.citadas[nombre]}."
        remedio = f"Escriba otra nota, o remita a ella con «ver nota {{nota: {nombre}}}»."
        ctx.error("MAR002", lugar, mensaje, remedio)
        return None
    ctx.citadas[nombre] = lugar.numero
    ctx.en_nota = True
    bloques = ctx.leer(definida.lineas)
    ctx.en_nota = False
    return Nota(bloques, etiqueta=nombre, linea=definida.lugar.numero)


def revisar(ctx: Contexto) -> None:
    """Anota las notas que nadie llama y las remisiones a notas que no hay."""
    for nombre, definida in ctx.notas.items():
        if nombre not in ctx.citadas:
            mensaje = f"La nota «{nombre}» está definida y nadie la llama."
            remedio = f"Escriba «[^{nombre}]» donde va, o borre la nota."
            ctx.error("MAR002", definida.lugar, mensaje, remedio)
    for etiqueta, clase, lugar in ctx.remisiones:
        if clase is ClaseDeRemision.NOTA and etiqueta not in ctx.notas:
            pista = sugerencia(etiqueta, ctx.notas)
            remedio = f"{pista} Use el nombre con que la nota se define.".strip()
            ctx.error("MAR003", lugar, f"No hay ninguna nota «{etiqueta}».", remedio)
