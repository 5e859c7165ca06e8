"""Gramática de los cardinales escrita aparte, sin num2words ni el paquete que se prueba."""

from __future__ import annotations

HASTA_29 = [
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez",
    "once", "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho",
    "diecinueve", "veinte", "veintiuno", "veintidós", "veintitrés", "veinticuatro",
    "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
]  # fmt: skip
DECENAS = [
    "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa",
]  # fmt: skip
CENTENAS = [
    "ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos",
    "setecientos", "ochocientos", "novecientos",
]  # fmt: skip


def hasta_999(n: int, *, femenino: bool = False, apocope: bool = False) -> str:
    """De 0 a 999, palabra por palabra."""
    if n == 100:
        return "cien"
    palabras = []
    if n > 100:
        centena = CENTENAS[n // 100 - 1]
        if femenino and n >= 200:
            centena = centena[:-2] + "as"
        palabras.append(centena)
    resto = n % 100
    if resto >= 30:
        palabras.append(DECENAS[resto // 10 - 3])
        if resto % 10:
            palabras += ["y", HASTA_29[resto % 10]]
    elif resto or n == 0:
        palabras.append(HASTA_29[resto])
    if femenino and palabras[-1].endswith("uno"):
        palabras[-1] = palabras[-1][:-1] + "a"
    elif apocope:
        palabras[-1] = {"uno": "un", "veintiuno": "veintiún"}.get(palabras[-1], palabras[-1])
    return " ".join(palabras)


def completo(n: int, *, femenino: bool = False, apocope: bool = False) -> str:
    """Hasta 10^18 - 1, leyendo las cifras de tres en tres como en la escuela."""
    if n == 0:
        return "cero"
    cifras = f"{n:018d}"
    salida = []
    for clase, (singular, plural) in enumerate(
        (("billón", "billones"), ("millón", "millones"), ("", ""))
    ):
        seis = cifras[clase * 6 : clase * 6 + 6]
        miles, unidades = int(seis[:3]), int(seis[3:])
        ultima = clase == 2
        if miles == 1:
            salida.append("mil")
        elif miles:
            # Ante «mil» la centena concuerda («doscientas mil») pero el uno se apocopa.
            antes = hasta_999(miles, apocope=True)
            salida += [antes.replace("ientos", "ientas") if femenino and ultima else antes, "mil"]
        if unidades:
            salida.append(
                hasta_999(unidades, femenino=femenino, apocope=apocope)
                if ultima
                else hasta_999(unidades, apocope=True)
            )
        if int(seis) and not ultima:
            salida.append(singular if int(seis) == 1 else plural)
    return " ".join(salida)
