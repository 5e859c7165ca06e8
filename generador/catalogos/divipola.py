"""Los municipios de Colombia con su código DIVIPOLA y su nombre como se escribe en una frase.

Fuente: División Político-Administrativa de Colombia (Divipola), DANE. La tabla trae los nombres
en mayúsculas; aquí están en la grafía de prosa, revisados uno por uno. El código son cinco
dígitos y es texto: el cero inicial importa. La columna `tipo` distingue los municipios de las
dieciocho áreas no municipalizadas, que no pueden ser beneficiarias de una asignación. Los nombres
con que aparecían algunos en listados anteriores están en otra tabla, con su fuente.

>>> municipio("05615")
Municipio(codigo='05615', nombre='Rionegro', departamento='Antioquia', tipo='municipio')
>>> print(resolver("Rionegro (Santander)"))
Rionegro (Santander)
>>> municipio("5615")
Traceback (most recent call last):
    ...
generador.errores.DatoInvalido: «5615» no es un código DIVIPOLA: son cinco dígitos. ¿Quiso decir «05615», Rionegro (Antioquia)?
"""  # noqa: E501 - el mensaje del error va entero en su línea

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from generador.catalogos import tabla
from generador.errores import DatoInvalido
from generador.lengua.listas import enumerar
from generador.texto import clave, parecido

BOGOTA = "11001"
MUNICIPIO, AREA_NO_MUNICIPALIZADA = "municipio", "área no municipalizada"

_DIGITOS = re.compile(r"[0-9]+")
_CON_DEPARTAMENTO = re.compile(r"(?P<nombre>[^()]+)\((?P<departamento>[^()]+)\)")


@dataclass(frozen=True, slots=True)
class Municipio:
    """Un municipio (o área no municipalizada, según `tipo`) y su departamento, en prosa."""

    codigo: str
    nombre: str
    departamento: str
    tipo: str = MUNICIPIO

    def __str__(self) -> str:
        if self.codigo == BOGOTA:  # no está en ningún departamento
            return self.nombre
        return f"{self.nombre} ({self.departamento})"


def municipio(codigo: str) -> Municipio:
    """Municipio de ese código de cinco dígitos, o `DatoInvalido` con el que más se le parece."""
    todos = municipios()
    if codigo in todos:
        return todos[codigo]
    que_pasa = (
        "no está en la DIVIPOLA."
        if re.fullmatch(r"[0-9]{5}", codigo)
        else "no es un código DIVIPOLA: son cinco dígitos."
    )
    cercano = codigo.zfill(5) if codigo.zfill(5) in todos else parecido(codigo, todos)
    raise DatoInvalido(
        f"«{codigo}» {que_pasa}",
        f"¿Quiso decir «{cercano}», {todos[cercano]}?"
        if cercano
        else "Escriba el código del DANE, como 05001.",
    )


def buscar(nombre: str, departamento: str | None = None) -> tuple[Municipio, ...]:
    """Municipios que se llaman así, sin mirar tildes, mayúsculas ni espacios.

    Si ninguno se llama exactamente así, los que llevan esas palabras en su nombre. Con
    `departamento` se buscan solo los suyos. Sin resultados, la tupla vacía.

    >>> [str(m) for m in buscar("cucuta")]
    ['San José de Cúcuta (Norte de Santander)']
    >>> buscar("Macondo")
    ()
    """
    donde: Iterable[Municipio] = municipios().values()
    if departamento is not None:
        donde = _coinciden(departamento, donde, lambda m: m.departamento)
    return _coinciden(nombre, donde, lambda m: m.nombre)


def resolver(texto: str) -> Municipio:
    """Devuelve el único municipio que nombra `texto`: un código, «Rionegro (Antioquia)» o un nombre.

    Da `DatoInvalido` con las opciones si hay varios, o con el más parecido si no hay ninguno.

    >>> resolver("Rionegro")
    Traceback (most recent call last):
        ...
    generador.errores.DatoInvalido: «Rionegro» puede ser Rionegro (Antioquia) o Rionegro (Santander). Escriba el nombre con su departamento, o el código: 05615 o 68615.
    """  # noqa: E501 - el mensaje del error va entero en su línea
    if _DIGITOS.fullmatch(texto.strip()):
        return municipio(texto.strip())
    partes = _CON_DEPARTAMENTO.fullmatch(texto.strip())
    hallados = buscar(partes["nombre"], partes["departamento"]) if partes else buscar(texto)
    if not hallados:
        cercano = parecido(texto, _nombres())
        raise DatoInvalido(
            f"No hay ningún municipio «{texto}» en la DIVIPOLA.",
            f"¿Quiso decir «{cercano}»?" if cercano else "Escriba el nombre oficial o el código.",
        )
    if len(hallados) > 1:
        raise DatoInvalido(
            f"«{texto}» puede ser {enumerar((str(m) for m in hallados), 'o')}.",
            "Escriba el nombre con su departamento, o el código: "
            f"{enumerar((m.codigo for m in hallados), 'o')}.",
        )
    return hallados[0]


def se_llama(quien: Municipio, nombre: str, departamento: str) -> bool:
    """Si esos son el nombre y el departamento del municipio, hoy o en un listado anterior.

    No miran tildes, mayúsculas ni espacios. Un nombre incompleto («Cartagena») vale si en el
    departamento no hay otro al que pueda referirse.

    >>> se_llama(municipio("13468"), "MOMPOS", "bolívar")
    True
    >>> se_llama(municipio("68615"), "Rionegro", "Antioquia")
    False
    >>> se_llama(municipio("13688"), "Santa Rosa", "Bolívar")  # es otro: el 13683
    False
    """
    pedido, suyo = clave(nombre), _clave_de_catalogo(quien.nombre)
    if pedido == suyo and clave(departamento) == _clave_de_catalogo(quien.departamento):
        return True
    del_departamento = _coinciden(departamento, municipios().values(), lambda m: m.departamento)
    if quien not in del_departamento:
        return False
    if pedido.replace(" ", "") in _nombres_anteriores().get(quien.codigo, ()):
        return True
    return _coinciden(nombre, del_departamento, lambda m: m.nombre) == (quien,)


@cache
def municipios() -> Mapping[str, Municipio]:
    """Todas las filas de la DIVIPOLA por su código, en orden de código."""
    return MappingProxyType(
        {
            f["codigo"]: Municipio(f["codigo"], f["municipio"], f["departamento"], f["tipo"])
            for f in tabla.leer("divipola.csv")
        }
    )


def _coinciden(
    texto: str, donde: Iterable[Municipio], campo: Callable[[Municipio], str]
) -> tuple[Municipio, ...]:
    """Los que tienen ese texto exacto en el campo o, si no hay, los que contienen sus palabras."""
    buscado = clave(texto)
    if not buscado:
        return ()
    con_clave = [(m, _clave_de_catalogo(campo(m))) for m in donde]
    junto = buscado.replace(" ", "")
    iguales = tuple(m for m, c in con_clave if c.replace(" ", "") == junto)
    return iguales or tuple(m for m, c in con_clave if f" {buscado} " in f" {c} ")


@cache
def _nombres_anteriores() -> Mapping[str, tuple[str, ...]]:
    """Las claves, sin espacios, de los nombres anteriores de cada código."""
    filas = tabla.leer("divipola_nombres.csv")
    claves = [(f["codigo"], clave(f["nombre"]).replace(" ", "")) for f in filas]
    return MappingProxyType({c: tuple(k for otro, k in claves if otro == c) for c, _ in claves})


@cache
def _clave_de_catalogo(nombre: str) -> str:
    """Clave de un nombre de la tabla: se calcula una vez, que un lote busca miles."""
    return clave(nombre)


@cache
def _nombres() -> tuple[str, ...]:
    """Con qué se compara un nombre mal escrito: solo, y con su departamento."""
    todos = municipios().values()
    return tuple(m.nombre for m in todos) + tuple(str(m) for m in todos)
