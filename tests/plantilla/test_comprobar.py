from dataclasses import replace

import pytest

from generador.errores import ErrorDePlantilla
from generador.plantilla import catalogo
from generador.plantilla.comprobar import exigir_obligatorias, variables
from tests.plantilla.taller import hacer


@pytest.mark.parametrize(
    ("parrafos", "esperadas"),
    [
        (("sin nada",), set()),
        (("{{ a }} {{ b.c.d }}",), {"a", "b.c.d"}),
        (("{{ a['b'] }} {{ l[0].x }}",), {"a.b", "l[].x"}),
        (("{{ a | lista }}{{ m | pesos }}",), {"a", "m"}),
        (("{% if a.b and c %}{{ d }}{% elif e %}x{% endif %}",), {"a.b", "c", "d", "e"}),
        (
            ("{%p for f in u.filas %}", "{{ loop.index }} {{ f.v }} {{ w }}", "{%p endfor %}"),
            {"u.filas", "u.filas[].v", "w"},
        ),
        (
            ("{%p for f in l %}", "{% for g in f.h %}{{ g }}{% endfor %}", "{%p endfor %}"),
            {"l", "l[].h", "l[].h[]"},
        ),
        (("{%p set s = a.b %}", "{{ s.c }}"), {"a.b", "a.b.c"}),
        (("{% for x in ['a'] %}{{ x }}{% endfor %}",), set()),
    ],
)
def test_rutas_pedidas(parrafos: tuple[str, ...], esperadas: set[str]) -> None:
    assert variables(hacer(*parrafos)) == esperadas


def test_tambien_las_de_encabezado_y_pie() -> None:
    assert variables(hacer("{{ a }}", encabezado="{{ b }}", pie="{{ c }}")) == {"a", "b", "c"}


def test_una_etiqueta_obligatoria_perdida_detiene_el_documento() -> None:
    completa = catalogo.abrir("suscripcion_plan")
    exigir_obligatorias(completa)
    recortada = replace(completa, docx=hacer("Que {{ usuario.razon_social }} pide."))
    with pytest.raises(ErrorDePlantilla, match=r"\{\{ usuario\.nit \}\}"):
        exigir_obligatorias(recortada)
