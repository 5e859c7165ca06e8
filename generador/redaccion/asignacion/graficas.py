"""Las gráficas que la memoria de una asignación llama con `[[grafica: nombre]]`.

Son figuras con su título y su texto alternativo, que dice lo mismo que la imagen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.graficas import asignacion
from generador.graficas.asignacion import DEPARTAMENTOS, MUNICIPIOS, PROYECTOS
from generador.marcado.bloques import Figura, Texto
from generador.modelo.falta import Falta
from generador.modelo.llamados import GRAFICA
from generador.redaccion.llamados import Piezas

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generador.graficas.dibujo import Grafica
    from generador.reglas.asignacion.resultado import Asignacion, Distribucion

# Los nombres con que se llaman las de cada tipo.
DE_FORMULA = (DEPARTAMENTOS, MUNICIPIOS)
DE_CONVOCATORIA = (DEPARTAMENTOS, PROYECTOS)


def de_formula(hecho: Distribucion | Falta) -> Piezas:
    """Las de una distribución; ninguna en un borrador que no la tiene."""
    return Piezas() if isinstance(hecho, Falta) else _piezas(asignacion.de_formula(hecho))


def de_convocatoria(hecho: Asignacion | Falta) -> Piezas:
    """Las de una asignación; ninguna en un borrador que no la tiene."""
    return Piezas() if isinstance(hecho, Falta) else _piezas(asignacion.de_convocatoria(hecho))


def _piezas(graficas: Mapping[str, Grafica]) -> Piezas:
    piezas = Piezas()
    for nombre, grafica in graficas.items():
        ruta = f"{GRAFICA}-{nombre}.png"
        piezas.imagenes[ruta] = grafica.png
        figura = Figura(ruta, grafica.descripcion, (Texto(grafica.titulo),))
        piezas.por_nombre[GRAFICA, nombre] = (figura,)
    return piezas
