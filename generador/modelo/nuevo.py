"""Un caso nuevo, en blanco y comentado, para llenarlo en cualquier editor de texto.

Encima de cada clave va su explicación («# » y espacio). Lo opcional está apagado con un «#»
pegado a la clave, en la columna de la clave: al borrarlo, la línea queda con su sangría y sirve.
La ayuda nunca va al lado del valor: un «#» sin espacio delante pasaría a ser parte del dato.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import wrap
from types import MappingProxyType
from typing import TYPE_CHECKING

from generador.modelo import formas
from generador.modelo.esquema import esquema as esquema_de

if TYPE_CHECKING:
    from generador.modelo.comunes import Modelo
    from generador.modelo.formas import Forma

ANCHO = 100
SANGRIA = "  "

AYUDA = (
    "Escriba cada dato después de los dos puntos y deje un espacio. Lo que empieza por «# » es"
    " ayuda y puede borrarlo.",
    "Lo opcional tiene un «#» pegado a la clave: para usarlo, borre el «#» y no cambie la sangría.",
    "Un texto largo puede seguir en las líneas de abajo, con más sangría que su clave.",
    "Si un dato trae « #» o «: », póngalo entre comillas.",
    "Para revisarlo: minuta validar, seguido del nombre de este archivo.",
)


@dataclass(frozen=True, slots=True)
class Puesto:
    """Un campo que ya se sabe: `ayuda` se suma a su explicación; `lineas` van desde su clave."""

    lineas: tuple[str, ...]
    ayuda: tuple[str, ...] = ()


SIN_PUESTOS: Mapping[str, Puesto] = MappingProxyType({})


def nuevo(
    modelo: type[Modelo],
    tipo: str,
    esquema: str | None,
    puestos: Mapping[str, Puesto] = SIN_PUESTOS,
) -> str:
    """El texto de un caso nuevo de `modelo`.

    Args:
        modelo: el modelo del documento, como `CasoSuscripcionPlan`.
        tipo: el nombre del documento, como `suscripcion-plan`.
        esquema: dirección o ruta del esquema JSON para el editor; `None` si no se tiene.
        puestos: los campos del primer nivel que no van en blanco.

    Returns:
        YAML en líneas de hasta 100 columnas, salvo la del esquema, que no se puede partir. Las
        claves obligatorias van vacías: `minuta validar` solo informa que faltan.
    """
    raiz = esquema_de(modelo, tipo)
    lineas = [f"# yaml-language-server: $schema={esquema}"] if esquema else []
    lineas += _comentario(f"{tipo}: {raiz['description']}", "")
    lineas.append("#")
    for parrafo in AYUDA:
        lineas += _comentario(parrafo, "")
    escritor = _Escritor(raiz["definitions"])
    for nombre in raiz["properties"]:
        puesto = puestos.get(nombre)
        campo = escritor.campo(raiz, nombre) if puesto is None else _puesto(raiz, nombre, puesto)
        lineas += ["", *campo]
    return "\n".join(lineas) + "\n"


class _Escritor:
    """Escribe las líneas de un esquema; `apagado` es el «#» de lo que va comentado."""

    def __init__(self, grupos: dict[str, Forma]) -> None:
        self._grupos = grupos

    def campo(
        self, grupo: Forma, nombre: str, sangria: str = "", apagado: str = "", guion: str = ""
    ) -> Iterator[str]:
        """La explicación, la clave y lo que va dentro de ella."""
        forma = grupo["properties"][nombre]
        obligatorio = nombre in grupo["required"]
        apagado = apagado or ("" if obligatorio else "#")
        yield from _comentario(_explicacion(forma, obligatorio=obligatorio), sangria)
        yield f"{sangria}{apagado}{guion}{nombre}:{_valor(forma)}"
        dentro = sangria + " " * len(guion) + SANGRIA
        if "allOf" in forma:
            yield from self._grupo(forma, dentro, apagado)
        elif "items" in forma:
            yield from self._elemento(forma["items"], dentro, apagado)

    def _grupo(self, forma: Forma, sangria: str, apagado: str, guion: str = "") -> Iterator[str]:
        grupo = self._grupos[forma["allOf"][0]["$ref"].rpartition("/")[2]]
        for nombre in grupo["properties"]:
            yield from self.campo(grupo, nombre, sangria, apagado, guion)
            sangria, guion = sangria + " " * len(guion), ""

    def _elemento(self, forma: Forma, sangria: str, apagado: str) -> Iterator[str]:
        """Un elemento de muestra; el de un solo valor va apagado: es un ejemplo, no un dato."""
        if "allOf" in forma:
            yield from self._grupo(forma, sangria, apagado, "- ")
        else:
            yield f"{sangria}#- {_muestra(forma)}"


def _puesto(raiz: Forma, nombre: str, puesto: Puesto) -> Iterator[str]:
    obligatorio = nombre in raiz["required"]
    yield from _comentario(_explicacion(raiz["properties"][nombre], obligatorio=obligatorio), "")
    for parrafo in puesto.ayuda:
        yield from _comentario(parrafo, "")
    yield from puesto.lineas


def _explicacion(forma: Forma, *, obligatorio: bool) -> str:
    """La descripción, si es opcional, y sus opciones o un ejemplo si ella no los dice."""
    partes = [forma["description"]]
    if not obligatorio:
        partes.append("Opcional.")
    if "items" in forma:
        partes.append("Uno por línea, con guion.")
    opciones = formas.listado(forma)
    if any(opcion not in forma["description"] for opcion in opciones):
        partes.append(f"Opciones: {', '.join(opciones)}.")
    elif "examples" in forma and (ejemplo := _muestra(forma)) not in forma["description"]:
        partes.append(f"Ejemplo: {ejemplo}")
    return " ".join(partes)


def _valor(forma: Forma) -> str:
    """Lo que sigue a los dos puntos: nada si va debajo, o el valor que ya se sabe, o el espacio."""
    if "allOf" in forma or "items" in forma:
        return ""
    if formas.es_marcado(forma):
        return " |"
    opciones = formas.listado(forma)
    unica = opciones[0] if len(opciones) == 1 else ""
    return f" {forma.get('default', unica)}"


def _muestra(forma: Forma) -> str:
    """Un valor que se puede leer: el primer ejemplo, la primera opción o, si es texto, «texto»."""
    candidatas = forma.get("examples") or formas.listado(forma) or ["texto"]
    return str(candidatas[0])


def _comentario(texto: str, sangria: str) -> list[str]:
    return wrap(
        texto,
        ANCHO,
        initial_indent=f"{sangria}# ",
        subsequent_indent=f"{sangria}# ",
        break_long_words=False,
        break_on_hyphens=False,
    )
