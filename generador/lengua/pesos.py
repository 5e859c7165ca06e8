"""Montos en pesos colombianos: leerlos, y escribirlos en cifras y en letras.

Un monto es un `Decimal` de exponente 0 (se escribió sin centavos) o -2 (con centavos, así sean
«,00»), de cero a 999.999.999.999.999,99. Nunca pasa por `float`, y nada depende del contexto
decimal de quien llama.
Fuente: RAE, *Diccionario panhispánico de dudas*, «cardinales» y «millón»; CLDR, `es_CO`.
"""

from __future__ import annotations

from decimal import Context, Decimal, Inexact, InvalidOperation, localcontext

from babel.numbers import format_currency

from generador.errores import DatoInvalido
from generador.lengua._entrada import citar, en_una_linea
from generador.lengua._monto_escrito import MONTO, explicar
from generador.lengua.numeros import MILLON, cardinal, leer_cardinal
from generador.texto import sugerencia

ROTULOS = ("MONEDA LEGAL", "MONEDA CORRIENTE", "M/CTE", "M/L")
MONTO_MAXIMO = Decimal("999999999999999.99")
_CIFRAS_MAXIMAS = 15
_CENTAVOS_POR_PESO = 100
_UN_CENTAVO = Decimal("0.01")


def leer_monto(texto: str) -> Decimal:
    """El monto de un texto en formato colombiano: punto de miles (optativo) y coma decimal.

    El signo `$` es optativo, con un espacio detrás o sin él. Un solo decimal se completa a
    centavos. Todo lo demás es `DatoInvalido`, con la explicación y la forma correcta.

    >>> leer_monto("$ 921.125.209.529,56")
    Decimal('921125209529.56')
    >>> leer_monto("8000000000"), leer_monto("1000000,5")
    (Decimal('8000000000'), Decimal('1000000.50'))
    >>> leer_monto("1.23")  # ¿un peso con veintitrés centavos, o ciento veintitrés?
    Traceback (most recent call last):
    ...
    generador.errores.DatoInvalido: El monto «1.23» usa el punto como coma decimal. ...
    """
    escrito = MONTO.fullmatch(texto.strip())
    if escrito is None:
        raise explicar(texto)
    entero = escrito["entero"].replace(".", "")
    if len(entero) > _CIFRAS_MAXIMAS:
        raise _fuera_de_rango(citar(texto))
    centavos = escrito["centavos"]
    return Decimal(f"{entero}.{centavos:0<2}") if centavos else Decimal(entero)


def validar_monto(valor: Decimal | int) -> Decimal:
    """El mismo monto con exponente 0 (si no traía decimales) o -2 (si los traía).

    Un `float`, un `bool`, un negativo, una fracción de centavo o un valor fuera del rango
    dan `DatoInvalido`.

    >>> validar_monto(Decimal("1E+3")), validar_monto(Decimal("7.5"))
    (Decimal('1000'), Decimal('7.50'))
    >>> validar_monto(0.1)
    Traceback (most recent call last):
    ...
    generador.errores.DatoInvalido: Un monto no puede ser del tipo float (0.1). ...
    """
    if isinstance(valor, bool) or not isinstance(valor, Decimal | int):
        raise DatoInvalido(
            f"Un monto no puede ser del tipo {type(valor).__name__} ({citar(repr(valor))[1:-1]}).",
            "Use un Decimal o un entero de pesos, o lea el texto con leer_monto.",
        )
    monto = Decimal(valor)
    if not monto.is_finite() or not 0 <= monto <= MONTO_MAXIMO:
        raise _fuera_de_rango(citar(str(monto)))
    unidad = _UN_CENTAVO if _exponente(monto) < 0 else Decimal(1)
    try:
        return monto.copy_abs().quantize(unidad, context=_exacto())
    except Inexact:
        raise DatoInvalido(
            f"El monto {citar(str(monto))} trae fracciones de centavo.",
            "Redondéelo a centavos antes de escribirlo.",
        ) from None


def cifra(monto: Decimal | int) -> str:
    """El monto en cifras: `$` sin espacio, puntos de miles, y dos decimales o ninguno.

    >>> cifra(Decimal("921125209529.56")), cifra(Decimal("8000000000"))
    ('$921.125.209.529,56', '$8.000.000.000')
    """
    valor = validar_monto(monto)
    # El patrón va escrito porque el de CLDR cambia entre versiones, y con él el espacio tras $.
    patron = "¤#,##0.00" if _exponente(valor) else "¤#,##0"
    with localcontext(_exacto()):  # babel redondea con el contexto de quien llama
        return format_currency(valor, "COP", format=patron, locale="es_CO", currency_digits=False)


def pesos_en_letras(monto: Decimal | int, rotulo: str = ROTULOS[0]) -> str:
    """El monto en letras mayúsculas con tildes, y el rótulo (uno de `ROTULOS`).

    «DE PESOS» va si y solo si los pesos son millones exactos; los centavos en cero no se
    escriben.

    >>> pesos_en_letras(Decimal("1000000.50"), "M/CTE")
    'UN MILLÓN DE PESOS CON CINCUENTA CENTAVOS M/CTE'
    >>> pesos_en_letras(21)
    'VEINTIÚN PESOS MONEDA LEGAL'
    >>> pesos_en_letras(21, "MONEDA LEGA")
    Traceback (most recent call last):
    ...
    generador.errores.DatoInvalido: El rótulo «MONEDA LEGA» ... ¿Quiso decir «MONEDA LEGAL»?
    """
    if rotulo not in ROTULOS:
        raise DatoInvalido(
            f"El rótulo {citar(rotulo)} no es de los admitidos: {', '.join(ROTULOS)}.",
            sugerencia(rotulo, ROTULOS),
        )
    # Como texto, porque divmod depende del contexto decimal de quien llama.
    entero, _, decimales = f"{validar_monto(monto):f}".partition(".")
    letras = _contar(int(entero), "peso")
    if centavos := int(decimales or 0):
        letras += f" con {_contar(centavos, 'centavo')}"
    return f"{letras.upper()} {rotulo}"


def en_letras_y_cifras(monto: Decimal | int, rotulo: str = ROTULOS[0]) -> str:
    """El monto como se lee en un acto: letras, rótulo y, entre paréntesis, la cifra.

    >>> en_letras_y_cifras(Decimal("8000000000.00"))
    'OCHO MIL MILLONES DE PESOS MONEDA LEGAL ($8.000.000.000,00)'
    """
    return f"{pesos_en_letras(monto, rotulo)} ({cifra(monto)})"


def leer_letras(texto: str) -> Decimal:
    """El monto de unas letras bien escritas, con cualquiera de los `ROTULOS`.

    Inversa de `pesos_en_letras`: sirve para revisar. El exponente es -2 solo si hay centavos.
    Lo mal escrito da `DatoInvalido` con la forma correcta cuando se puede saber.

    >>> leer_letras("Un millón de pesos con cincuenta centavos M/CTE")
    Decimal('1000000.50')
    >>> leer_letras("DOS MILLONES PESOS MONEDA LEGAL")
    Traceback (most recent call last):
    ...
    generador.errores.DatoInvalido: ... Se escribe «DOS MILLONES DE PESOS MONEDA LEGAL».
    """
    escrito = en_una_linea(texto).upper()
    rotulo = next((r for r in ROTULOS if escrito.endswith(f" {r}")), None)
    palabras = escrito.removesuffix(rotulo or "").split()
    moneda = next((p for p in palabras if p in {"PESO", "PESOS"}), None)
    if rotulo is None or moneda is None:
        raise DatoInvalido(
            f"{citar(texto)} no es un monto en letras.",
            f"Se escribe «… PESOS» y un rótulo: {', '.join(ROTULOS)}.",
        )
    lugar = palabras.index(moneda)
    enteras, resto = palabras[:lugar], palabras[lugar + 1 :]
    if enteras[-1:] == ["DE"]:
        enteras.pop()
    # `resto` es «CON … CENTAVOS»; que de verdad lo sea se ve al comparar con la forma correcta.
    pesos = leer_cardinal(" ".join(enteras))
    centavos = leer_cardinal(" ".join(resto[1:-1])) if resto else 0
    if centavos >= _CENTAVOS_POR_PESO:
        raise DatoInvalido(f"{citar(texto)} trae cien centavos o más.", "Súmelos a los pesos.")
    monto = Decimal(f"{pesos}.{centavos:02d}" if resto else pesos)
    correcta = pesos_en_letras(monto, rotulo)
    if escrito != correcta:
        raise DatoInvalido(
            f"El monto {citar(texto)} está mal escrito.", f"Se escribe «{correcta}»."
        )
    return monto


def _contar(n: int, moneda: str) -> str:
    de = "de " if n and n % MILLON == 0 else ""
    return f"{cardinal(n, apocope=True)} {de}{moneda}{'' if n == 1 else 's'}"


def _exponente(monto: Decimal) -> int:
    return int(monto.as_tuple().exponent)


def _exacto() -> Context:
    return Context(prec=_CIFRAS_MAXIMAS + 2, traps=[Inexact, InvalidOperation])


def _fuera_de_rango(citado: str) -> DatoInvalido:
    return DatoInvalido(
        f"El monto {citado} no se puede escribir.",
        "Va de $0 a $999.999.999.999.999,99.",
    )
