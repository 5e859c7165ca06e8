"""Todos los datos mal a la vez: cada uno se dice en su línea y columna, en una sola pasada."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generador.caso.arbol import Escalar, Lista, Mapa, Nodo
from generador.caso.lectura import leer
from generador.expedir import revisar
from generador.hallazgos import Gravedad
from tests.conftest import EJEMPLO

# Lo que ningún lector de fechas, montos, opciones, NIT o correos acepta; un texto libre se vacía.
IMPOSIBLE, VACIO = '"¿?"', '""'
LIBRES = {
    "actividad", "acto_condicion", "autoridad", "autorizacion", "cargo", "direccion", "documento",
    "facultades", "localizacion", "nombre", "numero", "observacion", "radicado", "razon_social",
    "referencia",
}  # fmt: skip


def hojas(nodo: Nodo) -> Iterator[Escalar]:
    if isinstance(nodo, Escalar):
        yield nodo
    elif isinstance(nodo, Lista):
        for elemento in nodo.elementos:
            yield from hojas(elemento)
    else:
        assert isinstance(nodo, Mapa)
        for campo in nodo.campos.values():
            yield from hojas(campo)


def test_mas_de_sesenta_errores_en_una_pasada(tmp_path: Path) -> None:
    lineas = EJEMPLO.read_text(encoding="utf-8").splitlines()
    sembradas: dict[tuple[str, int, int], str] = {}
    corrimiento: dict[int, int] = {}
    for hoja in hojas(leer(EJEMPLO)):
        linea, columna = hoja.lugar.linea, hoja.lugar.columna
        malo = VACIO if hoja.ruta.rsplit(".", 1)[-1] in LIBRES else IMPOSIBLE
        # En una línea con varios datos, los de la derecha se corren al cambiar los anteriores.
        donde = columna - 1 + corrimiento.get(linea, 0)
        texto = lineas[linea - 1]
        if hoja.ruta == "tipo" or not texto.startswith(hoja.texto, donde):
            continue  # el tipo decide el modelo; un texto de varias líneas no se cambia aquí
        lineas[linea - 1] = texto[:donde] + malo + texto[donde + len(hoja.texto) :]
        corrimiento[linea] = corrimiento.get(linea, 0) + len(malo) - len(hoja.texto)
        sembradas[(hoja.ruta, linea, donde + 1)] = malo
    archivo = tmp_path / "todo_mal.yaml"
    archivo.write_text("\n".join(lineas), encoding="utf-8")
    hallados = {
        (h.ruta, h.linea, h.columna): h
        for h in revisar(archivo).hallazgos
        if h.gravedad is Gravedad.ERROR
    }
    assert len(sembradas) >= 60
    assert set(sembradas) <= set(hallados)
    for lugar in sembradas:
        assert hallados[lugar].archivo == str(archivo)
        assert hallados[lugar].remedio
