from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from generador.caso.lectura import leer_bytes
from generador.hallazgos import Hallazgo
from generador.modelo.comunes import Modelo
from generador.modelo.esquema import esquema
from generador.modelo.nuevo import ANCHO, nuevo
from generador.modelo.validacion import validar
from generador.tipos import TIPOS
from tests.modelo.como_editor import como_editor
from tests.modelo.muestra import Muestra

MODELOS: dict[str, type[Modelo]] = {
    "muestra": Muestra,
    **{nombre: tipo.modelo for nombre, tipo in TIPOS.items()},
}
CADA_UNO = pytest.mark.parametrize(("tipo", "modelo"), MODELOS.items(), ids=list(MODELOS))
APAGADA = re.compile(r"^( *)#(?=\S)", re.MULTILINE)


def hallazgos(modelo: type[Modelo], texto: str) -> tuple[Hallazgo, ...]:
    return validar(leer_bytes(texto.encode(), "caso.yaml"), modelo).hallazgos


def solo_faltan_datos(modelo: type[Modelo], texto: str) -> None:
    """Cada hallazgo es un dato sin valor, y está en la línea de su clave."""
    lineas = texto.splitlines()
    encontrados = hallazgos(modelo, texto)
    assert encontrados
    for hallazgo in encontrados:
        assert hallazgo.codigo == "MOD001", hallazgo.como_texto()
        clave = hallazgo.ruta.rpartition(".")[2]
        assert hallazgo.linea is not None
        assert re.fullmatch(rf" *(- )?{clave}: ?\|?", lineas[hallazgo.linea - 1])


@CADA_UNO
def test_de_un_caso_nuevo_solo_faltan_los_datos(tipo: str, modelo: type[Modelo]) -> None:
    solo_faltan_datos(modelo, nuevo(modelo, tipo, None))


@CADA_UNO
def test_con_lo_opcional_encendido_tambien(tipo: str, modelo: type[Modelo]) -> None:
    solo_faltan_datos(modelo, APAGADA.sub(r"\1", nuevo(modelo, tipo, None)))


@CADA_UNO
def test_encendido_estan_todas_las_claves_del_modelo_en_su_orden(
    tipo: str, modelo: type[Modelo]
) -> None:
    texto = APAGADA.sub(r"\1", nuevo(modelo, tipo, None))
    forma = esquema(modelo, tipo)
    grupos = {
        frozenset(g["properties"]): list(g["properties"]) for g in forma["definitions"].values()
    }
    grupos[frozenset(forma["properties"])] = list(forma["properties"])

    def recorrer(valor: object) -> None:
        if isinstance(valor, dict):
            assert list(valor) == grupos[frozenset(valor)]
            valor = list(valor.values())
        for hijo in valor if isinstance(valor, list) else ():
            recorrer(hijo)

    recorrer(como_editor(texto))


@CADA_UNO
def test_el_editor_senala_los_mismos_vacios_que_minuta(tipo: str, modelo: type[Modelo]) -> None:
    texto = nuevo(modelo, tipo, None)
    errores = list(Draft7Validator(esquema(modelo, tipo)).iter_errors(como_editor(texto)))
    # Bajo un «|» sin nada, el editor ve un texto vacío.
    assert all(e.instance in (None, "") for e in errores)
    rutas = {re.sub(r"\[(\d+)\]", lambda m: f"[{int(m[1]) + 1}]", e.json_path[2:]) for e in errores}
    assert rutas == {h.ruta for h in hallazgos(modelo, texto)}


@CADA_UNO
def test_se_lee_en_cualquier_editor(tipo: str, modelo: type[Modelo]) -> None:
    lineas = nuevo(modelo, tipo, None).split("\n")
    assert max(map(len, lineas)) <= ANCHO
    assert lineas[-1] == ""
    assert not any("\t" in linea for linea in lineas)


@CADA_UNO
def test_cada_clave_lleva_su_explicacion_encima(tipo: str, modelo: type[Modelo]) -> None:
    lineas = nuevo(modelo, tipo, None).splitlines()
    for anterior, linea in itertools.pairwise(lineas):
        if re.match(r" *#?(- )?[a-z_]+:", linea):
            sangria = linea[: len(linea) - len(linea.lstrip())]
            assert anterior.startswith(f"{sangria}# "), linea


@pytest.mark.parametrize("salto", ["\n", "\r\n"])
@settings(derandomize=True, deadline=None, max_examples=30)
@given(datos=st.data())
def test_cada_opcional_se_enciende_por_su_cuenta(salto: str, datos: st.DataObject) -> None:
    # Se borra el «#» de unas cuantas claves sin grupo; las de un grupo apagado van con él.
    lineas = nuevo(Muestra, "muestra", None).splitlines()
    sueltas = [
        n for n, linea in enumerate(lineas) if re.match(r"#(medio|visible|oculta|larga):", linea)
    ]
    assert len(sueltas) == 4
    for n in datos.draw(st.sets(st.sampled_from(sueltas))):
        lineas[n] = lineas[n][1:]
    encontrados = hallazgos(Muestra, salto.join(lineas))
    assert {h.codigo for h in encontrados} == {"MOD001"}


@pytest.mark.parametrize(
    "linea",
    [
        "# yaml-language-server: $schema=file:///casos/muestra.json",
        "tipo: muestra",
        "#medio: electrónica",
        "#visible: sí",
        "#oculta: no",
        "# Medio. Opcional. Opciones: electrónica, en la sede.",
        "# Si se ve. Opcional. Opciones: sí, no.",
        "# Monto. Ejemplo: 921.125.209,56",
        "monto: ",
        "rama:",
        "#otra:",
        "  #hoja:",
        "    #nota: ",
        "  - hoja:",
        "      valor: ",
        "    #fechas:",
        "      #- 2024-06-28",
        "  #- texto",
        "# Textos. Uno por línea, con guion.",
    ],
)
def test_trae_la_linea(linea: str) -> None:
    assert linea in nuevo(Muestra, "muestra", "file:///casos/muestra.json").splitlines()


def test_sin_esquema_empieza_por_lo_que_el_documento_es() -> None:
    assert nuevo(Muestra, "muestra", None).startswith("# muestra: Una muestra de todo.\n")
