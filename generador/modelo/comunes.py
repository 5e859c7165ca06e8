"""Los tipos de los campos: los únicos que convierten el texto del caso en otra cosa.

Todo escalar llega como lo escribió el asesor. Aquí, y solo aquí, `921.125.209,56` se vuelve un
monto exacto, `30 de junio de 2024` una fecha y `sí` un valor lógico; lo que no se entiende se
rechaza con la explicación y el remedio (`DatoInvalido`). Nada se convierte en silencio: ningún
modelo usa `int`, `float`, `Decimal`, `date` ni `str` sin pasar por un `Lector`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict
from pydantic_core import core_schema

from generador.caso.arbol import TextoCrudo
from generador.catalogos.divipola import Municipio as MunicipioDivipola
from generador.catalogos.divipola import resolver
from generador.catalogos.seccionales_dian import Seccional as SeccionalDian
from generador.catalogos.seccionales_dian import seccional
from generador.errores import DatoInvalido
from generador.lengua.fechas import leer_fecha
from generador.lengua.pesos import leer_monto
from generador.lengua.porcentajes import leer_porcentaje
from generador.modelo import formas
from generador.modelo.falta import Falta
from generador.texto import clave, sugerencia

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler

ANIO_MINIMO, ANIO_MAXIMO = 1991, 2199


class Modelo(BaseModel):
    """Base de todos los modelos: inmutable, sin claves desconocidas, sin datos en los errores."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Lector:
    """Convierte el texto crudo de un campo con `leer`; deja pasar la `Falta` de un borrador.

    `esquema` es lo que ve el editor (JSON Schema draft-07): un monto sin comillas es un número
    para YAML y aun así es válido, porque Minuta lo lee como texto.
    """

    def __init__(self, leer: Callable[[str], Any], esquema: dict[str, Any]) -> None:
        self.leer = leer
        self.esquema = esquema

    def _validar(self, crudo: object) -> Any:
        if isinstance(crudo, Falta):
            return crudo
        if not isinstance(crudo, str):
            hay = "una lista" if isinstance(crudo, list) else "un grupo de campos"
            raise DatoInvalido(
                f"Se esperaba un solo valor y hay {hay}.",
                "Escriba el valor en la misma línea de la clave, sin guiones ni sangría.",
            )
        return self.leer(crudo)

    def __get_pydantic_core_schema__(
        self, origen: Any, manejador: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Reemplaza la conversión de pydantic por la de `leer`."""
        return core_schema.no_info_plain_validator_function(self._validar)

    def __get_pydantic_json_schema__(
        self, _esquema: core_schema.CoreSchema, _manejador: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """El esquema que ve el editor."""
        return dict(self.esquema)


def leer_texto(crudo: str) -> str:
    """El texto como se escribió, sin los espacios ni los saltos de los bordes."""
    texto = crudo.strip()
    if not texto:
        raise DatoInvalido("El valor está vacío.", "Escríbalo, o borre la clave si es opcional.")
    return texto


def leer_con_letras(crudo: str) -> str:
    """Un texto que dice algo: con alguna letra, y no solo signos.

    >>> leer_con_letras("No hay.")
    'No hay.'
    >>> leer_con_letras(".")
    Traceback (most recent call last):
        ...
    generador.errores.DatoInvalido: «.» no dice nada: está sin motivo o sin texto. Escríbalo con ...
    """
    texto = leer_texto(crudo)
    if not any(letra.isalpha() for letra in texto):
        raise DatoInvalido(
            f"«{texto}» no dice nada: está sin motivo o sin texto.", "Escríbalo con palabras."
        )
    return texto


def leer_oracion(crudo: str) -> str:
    """Un texto con letras que puede terminar en punto, pero no en coma ni en punto y coma.

    >>> leer_oracion("No hay,")
    Traceback (most recent call last):
        ...
    generador.errores.DatoInvalido: «No hay,» termina en «,»: la frase no ha terminado. ...
    """
    texto = leer_con_letras(crudo)
    if texto[-1] in ",;":
        raise DatoInvalido(
            f"«{texto}» termina en «{texto[-1]}»: la frase no ha terminado.",
            "Quite ese signo: Minuta pone la puntuación.",
        )
    return texto


def frase(tras: str = "") -> Lector:
    """Lector de lo que se incrusta en una frase: con letras, sin signo final y sin repetir `tras`.

    El punto de una inicial («Bogotá, D. C.») no es el de la frase.

    >>> frase("porque").leer("no crea trámites")
    'no crea trámites'
    >>> frase("porque").leer("Porque no")
    Traceback (most recent call last):
        ...
    generador.errores.DatoInvalido: «Porque no» repite «porque», que ya está escrito. Quítelo.
    >>> frase().leer("el artículo 5;")
    Traceback (most recent call last):
        ...
    generador.errores.DatoInvalido: «el artículo 5;» termina en «;» y va dentro de una frase. ...
    """

    def leer(crudo: str) -> str:
        texto = leer_con_letras(crudo)
        if texto[-1] in ".,;:" and not re.search(r"\b[A-ZÁÉÍÓÚÑ]\.$", texto):
            raise DatoInvalido(
                f"«{texto}» termina en «{texto[-1]}» y va dentro de una frase.",
                "Quite ese signo: Minuta pone la puntuación.",
            )
        if tras and clave(texto).split()[0] == tras:
            raise DatoInvalido(f"«{texto}» repite «{tras}», que ya está escrito.", "Quítelo.")
        return texto

    return Lector(leer, {"type": formas.NUMERO_O_TEXTO})


def leer_marcado(crudo: str) -> TextoCrudo:
    r"""El texto en Markdown tal cual, con su lugar, si YAML no le juntó los renglones.

    Conserva los saltos de los bordes, para que las líneas se cuenten bien.

    >>> leer_marcado("\nUn párrafo.\n")
    '\nUn párrafo.\n'
    """
    leer_texto(crudo)
    texto = crudo if isinstance(crudo, TextoCrudo) else TextoCrudo(crudo)
    if texto.escalar is not None and texto.escalar.plegado:
        raise DatoInvalido(
            "El texto tiene varios párrafos y así escrito YAML los junta.",
            "Ponga «|» después de los dos puntos y el texto debajo, con sangría; o escríbalo en un "
            "archivo: «archivo: texto.md».",
        )
    return texto


def leer_entero(crudo: str) -> int:
    """Un entero no negativo de hasta nueve cifras, sin puntos ni signos.

    >>> leer_entero("15")
    15
    >>> leer_entero("1.5")
    Traceback (most recent call last):
        ...
    generador.errores.DatoInvalido: «1.5» no es un número entero. Escriba solo cifras, como 15.
    """
    texto = leer_texto(crudo)
    if not re.fullmatch(r"[0-9]{1,9}", texto):
        raise DatoInvalido(f"«{texto}» no es un número entero.", "Escriba solo cifras, como 15.")
    return int(texto)


def leer_anio(crudo: str) -> int:
    """Un año de cuatro cifras entre 1991 (Constitución vigente) y 2199."""
    texto = leer_texto(crudo)
    if not re.fullmatch(r"[0-9]{4}", texto) or not ANIO_MINIMO <= int(texto) <= ANIO_MAXIMO:
        raise DatoInvalido(
            f"«{texto}» no es un año.",
            f"Escriba cuatro cifras entre {ANIO_MINIMO} y {ANIO_MAXIMO}.",
        )
    return int(texto)


def leer_si_no(crudo: str) -> bool:
    """`sí` o `no`; en JSON también `true` o `false`.

    >>> leer_si_no("Sí"), leer_si_no("NO")
    (True, False)
    """
    texto = leer_texto(crudo)
    valores = {"si": True, "no": False, "true": True, "false": False}
    if clave(texto) not in valores:
        raise DatoInvalido(f"«{texto}» no es «sí» ni «no».", "Escriba sí o no.")
    return valores[clave(texto)]


def leer_nit(crudo: str) -> str:
    """NIT con dígito de verificación, en la forma `900.123.456-8`.

    Fuente: Decreto 2788 de 2004 (RUT) y algoritmo de la DIAN (módulo 11), por python-stdnum.

    >>> leer_nit("899999061-9")
    '899.999.061-9'
    """
    from stdnum.co import nit

    texto = leer_texto(crudo)
    forma = re.fullmatch(
        r"([1-9][0-9]{0,2}(?:\.[0-9]{3}){2,3}|[1-9][0-9]{7,9})\s*[-–]\s*([0-9])", texto
    )
    if not forma:
        raise DatoInvalido(
            f"«{texto}» no es un NIT con dígito de verificación.",
            "Escríbalo como 900.123.456-8: número, guion y dígito.",
        )
    numero, digito = forma[1].replace(".", ""), forma[2]
    esperado = nit.calc_check_digit(numero)
    if digito != esperado:
        raise DatoInvalido(
            f"El dígito de verificación del NIT «{texto}» no concuerda: con ese número sería "
            f"{esperado}.",
            "Revise el número y el dígito contra el RUT.",
        )
    return str(nit.format(numero + digito))


def leer_correo(crudo: str) -> str:
    """Dirección de correo con la forma usual `nombre@dominio.tld`."""
    texto = leer_texto(crudo)
    if not re.fullmatch(r"[^@\s<>\"(),;:]+@(?:[\w-]+\.)+[A-Za-z]{2,}", texto):
        raise DatoInvalido(
            f"«{texto}» no es un correo electrónico.", "Escríbalo como nombre@entidad.gov.co."
        )
    return texto


def leer_articulo(crudo: str) -> str:
    """Número de un artículo: cifras, con puntos o guion si los lleva.

    >>> leer_articulo("2.2.1.3"), leer_articulo("240-1")
    ('2.2.1.3', '240-1')
    >>> leer_articulo("artículo 89")
    Traceback (most recent call last):
        ...
    generador.errores.DatoInvalido: «artículo 89» no es un número de artículo. Escriba solo ...
    """
    texto = leer_texto(crudo)
    if not re.fullmatch(r"[0-9]+(?:[.-][0-9]+)*", texto):
        raise DatoInvalido(
            f"«{texto}» no es un número de artículo.",
            "Escriba solo las cifras, con sus puntos o su guion: 89, 2.2.1.3 o 240-1.",
        )
    return texto


def leer_seccional(crudo: str) -> SeccionalDian:
    """Dirección seccional de la DIAN por su nombre completo o su código."""
    return seccional(leer_texto(crudo))


def leer_municipio(crudo: str) -> MunicipioDivipola:
    """Municipio por su código DIVIPOLA o por su nombre y departamento."""
    return resolver(leer_texto(crudo))


def opcion(*admitidas: str) -> Lector:
    """Lector de una lista cerrada; tolera mayúsculas y tildes y devuelve la grafía de la lista.

    >>> opcion("electrónica", "personal").leer("Electronica")
    'electrónica'
    >>> opcion("electrónica", "personal").leer("persnal")
    Traceback (most recent call last):
        ...
    generador.errores.DatoInvalido: «persnal» no es una opción. ¿Quiso decir «personal»? ...
    """
    por_clave = {clave(o): o for o in admitidas}

    def leer(crudo: str) -> str:
        texto = leer_texto(crudo)
        if clave(texto) not in por_clave:
            pista = sugerencia(texto, admitidas)
            raise DatoInvalido(
                f"«{texto}» no es una opción.", f"{pista} Opciones: {', '.join(admitidas)}.".strip()
            )
        return por_clave[clave(texto)]

    return Lector(leer, formas.opciones(*admitidas))


def _forma(tipo: str | list[str], *ejemplos: str | int) -> formas.Forma:
    """Los ejemplos van de a dos o más: el editor escribiría solo, como dato, un ejemplo único."""
    return {"type": tipo, "examples": list(ejemplos)}


_MONTO = _forma(formas.NUMERO_O_TEXTO, "921.125.209,56", "$ 1.000.000")
_PORCENTAJE = _forma(formas.NUMERO_O_TEXTO, "12,5", "100%")
_FECHA = _forma("string", "2024-06-28", "28 de junio de 2024")
_NIT = _forma("string", "900.123.456-8", "900123456-8")
_CORREO = _forma("string", "nombre@entidad.gov.co", "tramites@empresa.com.co")
_ARTICULO = _forma(formas.NUMERO_O_TEXTO, 89, "2.2.1.3", "240-1")
_MUNICIPIO = _forma(formas.NUMERO_O_TEXTO, "Rionegro (Antioquia)", "05615")
_SECCIONAL = _forma(
    formas.NUMERO_O_TEXTO,
    "Dirección Seccional de Impuestos y Aduanas de Pereira",
    "Dirección Seccional de Impuestos de Medellín",
)

# El texto, o el grupo `archivo: texto.md`, que se trae antes de validar (`caso.al_lado`).
_MARCADO = formas.una_de(
    {"type": formas.NUMERO_O_TEXTO, "pattern": formas.CON_TEXTO}, formas.al_lado()
)

Texto = Annotated[str, Lector(leer_texto, {"type": formas.NUMERO_O_TEXTO})]
Oracion = Annotated[str, Lector(leer_oracion, {"type": formas.NUMERO_O_TEXTO})]
ConLetras = Annotated[str, Lector(leer_con_letras, {"type": formas.NUMERO_O_TEXTO})]
Frase = Annotated[str, frase()]
TextoMarcado = Annotated[TextoCrudo, Lector(leer_marcado, _MARCADO)]
Entero = Annotated[int, Lector(leer_entero, _forma(["string", "integer"], 5, 15))]
Anio = Annotated[int, Lector(leer_anio, _forma(["string", "integer"], 2025, 2026))]
SiNo = Annotated[bool, Lector(leer_si_no, formas.si_no())]
Dinero = Annotated[Decimal, Lector(leer_monto, _MONTO)]
Porcentaje = Annotated[Decimal, Lector(leer_porcentaje, _PORCENTAJE)]
Fecha = Annotated[date, Lector(leer_fecha, _FECHA)]
Nit = Annotated[str, Lector(leer_nit, _NIT)]
Correo = Annotated[str, Lector(leer_correo, _CORREO)]
Articulo = Annotated[str, Lector(leer_articulo, _ARTICULO)]
Municipio = Annotated[MunicipioDivipola, Lector(leer_municipio, _MUNICIPIO)]
Seccional = Annotated[SeccionalDian, Lector(leer_seccional, _SECCIONAL)]
