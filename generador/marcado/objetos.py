r"""Tablas, figuras y ecuaciones: lo que puede llevar título, medidas y etiqueta.

Tabla {matriz}. Criterios de evaluación          Figura {flujo}. Trámite de la solicitud
{anchos: 20 60 20; totales: 1}                   {ancho: 80}
| Criterio | Definición | Puntaje |              ![Lo que muestra](figuras/flujo.png)
|---|---|--:|
| Impacto | Uno.¶Dos. | 40 |                     \[ a^2 + b^2 = c^2 \] {pitagoras}
| Total | | 100 |
"""

from __future__ import annotations

import re

from generador.marcado.anuncio import como_parrafos
from generador.marcado.cuerpo import Cuerpo
from generador.marcado.figuras import leer_figura
from generador.marcado.senales import ATRIBUTOS, LEYENDA, LITERAL, objeto_tras
from generador.marcado.tablas import leer_tabla


def regla_objeto(cuerpo: Cuerpo, i: int) -> int:
    """Lee la tabla o figura del renglón `i`, o la que anuncian su leyenda o sus medidas."""
    texto = cuerpo.lineas[i].texto
    leyenda, medidas = LEYENDA.match(texto), ATRIBUTOS.match(texto)
    donde = i if texto[0] in "|!" else None
    if not leyenda and not cuerpo.en_cita and (escrito := LITERAL.match(texto)):
        _rotulo_literal(cuerpo, i, escrito)
    if leyenda or medidas:
        donde = objeto_tras(cuerpo, i)
        if donde is None:
            return _sin_objeto(cuerpo, i, leyenda, medidas)
    if donde is None:
        return i
    if cuerpo.lineas[donde].texto[0] == "|":
        return leer_tabla(cuerpo, i, donde)
    return leer_figura(cuerpo, i, donde)


def _sin_objeto(
    cuerpo: Cuerpo, i: int, leyenda: re.Match[str] | None, medidas: re.Match[str] | None
) -> int:
    if medidas or (leyenda and leyenda[2]):
        mensaje = "Debajo de esto no hay ninguna tabla ni figura."
        remedio = "La tabla empieza con «|» y la figura con «![», en el renglón siguiente."
        cuerpo.ctx.error("MAR004", cuerpo.lineas[i], mensaje, remedio)
        return como_parrafos(cuerpo, i, i + 1)
    return i


def _rotulo_literal(cuerpo: Cuerpo, i: int, escrito: re.Match[str]) -> None:
    """Un rótulo escrito a mano no lleva el número del documento, ni se puede citar."""
    donde = objeto_tras(cuerpo, i)
    es_tabla = donde is not None and cuerpo.lineas[donde].texto[0] == "|"
    clase = "Tabla" if es_tabla or escrito["que"] in ("Tabla", "Cuadro") else "Figura"
    remedio = (
        f"Escriba «{clase} {{etiqueta}}. Título» y, en el renglón siguiente, la "
        f"{clase.lower()}; para citarla, {{ref: etiqueta}}."
    )
    dicho = escrito[0].strip()
    if donde is not None:
        mensaje = f"«{dicho}» no es el título de una {clase.lower()}: Minuta pone el número."
        cuerpo.ctx.error("MAR004", cuerpo.lineas[i], mensaje, remedio)
    elif escrito["numero"]:
        mensaje = f"«{dicho}» parece un título, y debajo no hay ninguna tabla ni figura."
        cuerpo.ctx.error("MAR012", cuerpo.lineas[i], mensaje, remedio)
