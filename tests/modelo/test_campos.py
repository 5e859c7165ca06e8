"""La casa por dentro: en ningún modelo un escalar escapa a un `Lector`, y todo se explica."""

from __future__ import annotations

import importlib
import pkgutil
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from pydantic.fields import FieldInfo

import generador.modelo
from generador.modelo.comunes import Lector, Modelo


def _modelos(base: type[Modelo] = Modelo) -> list[type[Modelo]]:
    for modulo in pkgutil.iter_modules(generador.modelo.__path__, "generador.modelo."):
        importlib.import_module(modulo.name)
    hijos = []
    for hijo in base.__subclasses__():
        if hijo.__module__.startswith("generador.modelo."):
            hijos += [hijo, *_modelos(hijo)]
    return hijos


CAMPOS = [
    pytest.param(modelo, nombre, campo, id=f"{modelo.__name__}.{nombre}")
    for modelo in dict.fromkeys(_modelos())
    for nombre, campo in modelo.model_fields.items()
]


def _escapa(anotacion: Any, metadatos: tuple[Any, ...] = ()) -> bool:
    """Si un escalar llega a pydantic sin pasar por un `Lector`."""
    if any(isinstance(m, Lector) for m in metadatos):
        return False
    if get_origin(anotacion) is Annotated:
        return _escapa(get_args(anotacion)[0], anotacion.__metadata__)
    if get_origin(anotacion) in (Union, UnionType):
        return any(_escapa(a) for a in get_args(anotacion) if a is not NoneType)
    if get_origin(anotacion) is tuple:
        elemento, *resto = get_args(anotacion)
        return resto != [Ellipsis] or _escapa(elemento)
    if get_origin(anotacion) is dict:
        clave, valor = get_args(anotacion)
        return clave is not str or _escapa(valor)
    return not (isinstance(anotacion, type) and issubclass(anotacion, Modelo))


def test_hay_modelos_que_revisar() -> None:
    assert len(CAMPOS) >= 80


@pytest.mark.parametrize(("modelo", "nombre", "campo"), CAMPOS)
def test_ningun_escalar_escapa_a_un_lector(
    modelo: type[Modelo], nombre: str, campo: FieldInfo
) -> None:
    assert not _escapa(campo.annotation, tuple(campo.metadata)), (modelo, nombre)


@pytest.mark.parametrize(("modelo", "nombre", "campo"), CAMPOS)
def test_todo_campo_dice_que_es(modelo: type[Modelo], nombre: str, campo: FieldInfo) -> None:
    descripcion = campo.description or ""
    assert descripcion.endswith("."), (modelo, nombre)
    assert len(descripcion) > len(nombre) / 2
    assert nombre.isascii()


@pytest.mark.parametrize("modelo", dict.fromkeys(_modelos()), ids=lambda m: m.__name__)
def test_todo_modelo_es_inmutable_cerrado_y_explicado(modelo: type[Modelo]) -> None:
    configuracion = modelo.model_config
    assert configuracion["extra"] == "forbid"
    assert configuracion["frozen"]
    assert configuracion["hide_input_in_errors"]
    assert modelo.__doc__


@pytest.mark.parametrize(
    "anotacion", [str, int, bool, Any, str | None, tuple[str, ...], dict[str, str], list[str]]
)
def test_la_prueba_de_la_casa_descubre_al_que_escapa(anotacion: Any) -> None:
    assert _escapa(anotacion)
