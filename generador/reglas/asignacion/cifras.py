"""Los números de una asignación por dentro: enteros exactos que no dependen de ningún contexto."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generador.modelo.asignacion import Bolsa

CENTAVOS_POR_PESO = 100
# Un monto o un puntaje caben de sobra: aquí no se redondea nada.
_EXACTO = Context(prec=60)


def centavos(monto: Decimal) -> int:
    """Un monto, en centavos.

    >>> centavos(Decimal("921125209529.56"))
    92112520952956
    """
    return int(Fraction(monto) * CENTAVOS_POR_PESO)


def dinero(en_centavos: int, unidad: int = CENTAVOS_POR_PESO) -> Decimal:
    """El monto de unos centavos: sin decimales si la unidad es el peso y es entero; si no, con dos.

    >>> dinero(800), dinero(850), dinero(800, 1)
    (Decimal('8'), Decimal('8.50'), Decimal('8.00'))
    """
    if unidad > 1 and en_centavos % CENTAVOS_POR_PESO == 0:
        return Decimal(en_centavos // CENTAVOS_POR_PESO)
    return _EXACTO.scaleb(Decimal(en_centavos), -2)


def unidad_de(bolsa: Bolsa) -> int:
    """Cuántos centavos tiene la unidad en que se reparte."""
    return 1 if bolsa.unidad == "centavo" else CENTAVOS_POR_PESO


def pesos(en_centavos: int) -> str:
    """Lo mismo que `lengua.pesos.cifra`, cincuenta veces más rápido: la traza escribe miles.

    >>> pesos(92112520952956), pesos(800000000000)
    ('$921.125.209.529,56', '$8.000.000.000')
    """
    enteros, resto = divmod(en_centavos, CENTAVOS_POR_PESO)
    cifra = f"${enteros:,}".replace(",", ".")
    return f"{cifra},{resto:02d}" if resto else cifra


def numero(valor: Decimal) -> str:
    """Un dato en cifras, con coma decimal y sin ceros sobrantes.

    >>> numero(Decimal("0.0340")), numero(Decimal("1200"))
    ('0,034', '1200')
    """
    entero, _, decimales = f"{valor:f}".partition(".")
    decimales = decimales.rstrip("0")
    return f"{entero},{decimales}" if decimales else entero


def escalados(valores: Sequence[Decimal]) -> tuple[list[int], int]:
    """Los valores como enteros sobre una misma potencia de diez, y esa potencia.

    >>> escalados([Decimal("0.5"), Decimal("12.25"), Decimal("3")])
    ([50, 1225, 300], 100)
    """
    decimales = max((-int(v.as_tuple().exponent) for v in valores), default=0)
    escala = 10**decimales
    return [int(Fraction(v) * escala) for v in valores], escala


def sumar(valores: Iterable[Decimal]) -> Decimal:
    """La suma exacta, aunque quien llama tenga otra precisión."""
    return reduce(_EXACTO.add, valores, Decimal(0))


def redondear(numerador: int, denominador: int, decimales: int) -> Decimal:
    """El cociente de dos enteros con esos decimales; la mitad exacta sube.

    >>> redondear(1, 8, 2), redondear(2, 3, 2)
    (Decimal('0.13'), Decimal('0.67'))
    """
    entero = (2 * numerador * 10**decimales + denominador) // (2 * denominador)
    return _EXACTO.scaleb(Decimal(entero), -decimales)
