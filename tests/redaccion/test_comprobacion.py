"""Lo que no se podría componer se dice al validar, con su línea y su columna."""

from __future__ import annotations

import subprocess
import sys

import pytest

from generador.caso.arbol import TextoCrudo
from generador.caso.lectura import leer_bytes
from generador.hallazgos import Hallazgo
from generador.modelo.acto_general import CasoResolucion
from generador.modelo.comunes import Modelo, TextoMarcado
from generador.modelo.memoria import CasoMemoria
from generador.modelo.validacion import validar
from generador.redaccion.comprobacion import comprobar
from generador.redaccion.textos import leer_textos

ACTO = """\
tipo: resolucion
acto:
  entidad: Ministerio de Pruebas
  epigrafe: Por la cual se prueba
  autoridad: La Ministra de Pruebas
  competencia: En ejercicio de sus facultades
vigencia: {{desde: desde hoy}}
firmante: {{nombre: Ana Ejemplo, cargo: Ministra}}
considerandos: |
{considerandos}
dispositiva: |
  Artículo {{uno}}. Ver página {{página: uno}} y {{nota: n}}[^n].

  Parágrafo {{solo}}. Único.

  Artículo {{dos}}. {dispositiva}

  [^n]: Nota.
{mas}
"""
MEMORIA = """\
memoria:
  regimen: 2020
  contenido_2020:
    antecedentes:
      texto: |
        # 1. Aparte {{aparte}}

        {memoria}
"""


def revisar(
    considerandos: str = "Que sí.", dispositiva: str = "Dos.", mas: str = "", memoria: str = ""
) -> list[Hallazgo]:
    mas = MEMORIA.format(memoria=memoria) if memoria else mas
    campos = {"considerandos": f"  {considerandos}", "dispositiva": dispositiva, "mas": mas}
    caso = validar(leer_bytes(ACTO.format(**campos).encode(), "caso.yaml"), CasoResolucion).caso
    textos = leer_textos(caso)
    assert [h for h in textos.hallazgos if h.codigo == "MAR003"] == []
    return comprobar(caso, textos)


def donde(hallazgos: list[Hallazgo]) -> list[tuple[str, int | None, int | None, str]]:
    return [(h.codigo, h.linea, h.columna, h.ruta) for h in hallazgos]


MALOS = [
    ({"considerandos": r"Que \( \raiz{x} \) no."}, ("TEX002", 10, 7, "considerandos")),
    ({"dispositiva": "Dos:\n\n  \\[ \\frac{a \\]"}, ("TEX002", 18, 3, "dispositiva")),
    (
        {"dispositiva": r"Dos[^m]." + "\n\n  [^m]: \\(\\raiz{x}\\)"},
        ("TEX002", 18, 9, "dispositiva"),
    ),
    ({"considerandos": "Que el {ref: solo} no."}, ("TEX004", 10, 10, "considerandos")),
    ({"considerandos": "Parágrafo. Aquí no."}, ("TEX003", 10, 3, "considerandos")),
    (
        {"dispositiva": "Ver {ref: aparte}.", "memoria": "Hola."},
        ("TEX004", 16, 23, "dispositiva"),
    ),
    (
        {"memoria": "Ver **{ref: solo}**."},
        ("TEX004", 26, 15, "memoria.contenido_2020.antecedentes.texto"),
    ),
    (
        {"memoria": "En la {página: uno}."},
        ("TEX004", 26, 15, "memoria.contenido_2020.antecedentes.texto"),
    ),
    (
        {"memoria": "Artículo. Sin número."},
        ("TEX003", 26, 9, "memoria.contenido_2020.antecedentes.texto"),
    ),
]


@pytest.mark.parametrize(("cambios", "esperado"), MALOS)
def test_lo_malo_se_dice_en_su_sitio(
    cambios: dict[str, str], esperado: tuple[str, int, int, str]
) -> None:
    assert donde(revisar(**cambios)) == [esperado]


@pytest.mark.parametrize(
    "cambios",
    [
        {},
        {"considerandos": r"Que \(x^2\) y {ref: uno}, {página: solo} y {ref: dos}."},
        {"memoria": "Ver {ref: uno}, {ref: aparte} y {página: aparte}."},
        {"mas": "anexos:\n- titulo: Uno\n  texto: |\n    Artículo. Del anexo.\n"},
    ],
)
def test_lo_que_se_puede_componer_no_se_dice(cambios: dict[str, str]) -> None:
    assert revisar(**cambios) == []


def test_si_los_renglones_no_son_del_archivo_se_senala_donde_empieza() -> None:
    texto = r'{"memoria": {"contenido_2020": {"ambito": {"texto": "a\n\n\\(\\z\\)"}}}}'
    caso = validar(leer_bytes(texto.encode(), "caso.json"), CasoMemoria).caso
    (malo,) = comprobar(caso, leer_textos(caso))
    assert (malo.codigo, malo.linea) == ("TEX002", 1)


def test_de_un_texto_sin_archivo_no_se_sabe_el_sitio() -> None:
    class Suelto(Modelo):
        """Un modelo cualquiera: sus artículos los numera quien lo redacta."""

        texto: TextoMarcado

    caso = Suelto.model_construct(texto=TextoCrudo(r"Artículo. Hola \(\z\)."))
    (malo,) = comprobar(caso, leer_textos(caso))
    assert (malo.codigo, malo.archivo, malo.ruta) == ("TEX002", None, "")


def test_sin_ecuaciones_no_se_carga_lo_que_las_traduce() -> None:
    guion = (
        "import sys\n"
        "from generador.expedir import revisar\n"
        "from pathlib import Path\n"
        "revisar(Path('datos_ejemplo/decreto_red_2026.yaml'))\n"
        "print('latex2mathml' in sys.modules)\n"
    )
    hecho = subprocess.run(
        [sys.executable, "-c", guion], capture_output=True, text=True, check=True
    )
    assert hecho.stdout.split() == ["False"]
