"""La resolución de ejemplo: su prosa, sus datos inventados y el texto que deben dar juntos.

El texto esperado se arma de la prosa y los datos, sin ningún motor: es lo que a todos se les exige.
"""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

Fila = dict[str, str]
Datos = dict[str, "str | list[Fila]"]

# Un párrafo por línea: «^ » centrado y en negrita, «~ » centrado, «**…**» en negrita.
PROSA = Path(__file__).with_name("resolucion.txt").read_text(encoding="utf-8").splitlines()
CUADRO = "[cuadro]"
ENCABEZADO = "Continuación de la Resolución [[numero]] de [[fecha]]"
PIE = ("Página ", " PAGE ", " de ", " NUMPAGES ")
COLUMNAS = {
    "codigo": "Código",
    "municipio": "Municipio",
    "departamento": "Departamento",
    "poblacion": "Población",
    "valor": "Valor asignado",
}
VARIABLE = re.compile(r"\[\[(\w+)\]\]")

_LUGARES = ("Peñón", "Güepa", "Támara", "Ñandú", "Unión", "Río Manso", "Jericó de Abajo")
_DEPARTAMENTOS = ("Costa & Sabana", "Alto Ensueño", "Córdoba la Vieja", "«Los Llanos»", "Nariñal")
_MESES = ("enero", "marzo", "junio", "agosto", "octubre")


def datos(cual: int, filas: int) -> Datos:
    """Los datos del documento número `cual`, con tantos renglones: siempre los mismos."""
    azar = Random(1000 + cual)  # noqa: S311  # datos de prueba, no claves
    return {
        "entidad": "Ministerio de Nubes & Tejados",
        "numero": f"{100 + cual:05d}",
        "fecha": _fecha(azar),
        "programa": f'Agua <Clara> y "Patios Secos" {cual}',
        "vigencia": "2099",
        "cargo": "Subdirector de Aleros",
        "ley": f"{azar.randint(9000, 9999)} de 2098",
        "decreto": f"{azar.randint(9000, 9999)} de 2099",
        "departamento": azar.choice(_DEPARTAMENTOS),
        "dependencia": "Subdirección de Goteras",
        "radicado": f"99-{azar.randint(1, 10**6):07d}",
        "fecha_radicado": _fecha(azar),
        "solicitante": "Ñáñez & Compañía Inexistente S.A.S.",
        "nit": "900.000.000-0",
        "articulo": str(azar.randint(2, 30)),
        "resolucion": f"{azar.randint(1, 2000):04d} de 2098",
        "certificado": str(azar.randint(10000, 99999)),
        "fecha_certificado": _fecha(azar),
        "valor_total": _pesos(azar, 10**12),
        "rubro": f"X-0000-{azar.randint(1, 20)}",
        "fecha_comite": _fecha(azar),
        "cuantos": str(filas),
        "inicio_publicacion": _fecha(azar),
        "fin_publicacion": _fecha(azar),
        "concepto": f"OJ-{azar.randint(1, 9999):04d}",
        "correo": f"buzon{cual}@municipio.example",
        "ciudad": "Macondo, D. C.",
        "fecha_letras": "quince (15) días del mes de octubre de dos mil noventa y nueve (2099)",
        "firmante": "María Ficticia Peñaranda O’Higgins",
        "proyecto": "J. Invéntez",
        "reviso": "A. Supuesta",
        "municipios": [_renglon(azar, n, cual) for n in range(filas)],
    }


def _renglon(azar: Random, orden: int, cual: int) -> Fila:
    return {
        "codigo": f"{90001 + 7 * orden + cual:05d}",
        "municipio": f'{azar.choice(_LUGARES)} "{orden + 1}"',
        "departamento": azar.choice(_DEPARTAMENTOS),
        "poblacion": f"{azar.randint(2000, 900000):,}".replace(",", "."),
        "valor": _pesos(azar, 10**10),
    }


def _fecha(azar: Random) -> str:
    return f"{azar.randint(1, 28)} de {azar.choice(_MESES)} de 2099"


def _pesos(azar: Random, hasta: int) -> str:
    return "$" + f"{azar.randint(10**7, hasta):,}".replace(",", ".")


def esperado(dado: Datos) -> list[str]:
    """Los párrafos que debe tener el documento, en orden: cuerpo, encabezado y pie."""
    parrafos = []
    for linea in PROSA:
        if linea != CUADRO:
            parrafos.append(_llenar(linea.removeprefix("^ ").removeprefix("~ "), dado))
            continue
        renglones = dado["municipios"]
        assert isinstance(renglones, list)
        parrafos += COLUMNAS.values()
        parrafos += [renglon[columna] for renglon in renglones for columna in COLUMNAS]
    # El encabezado abre con el párrafo del escudo; el pie lleva los números que Word recalcula.
    return [*parrafos, "", _llenar(ENCABEZADO, dado), "Página 1 de 1"]


def _llenar(linea: str, dado: Datos) -> str:
    return VARIABLE.sub(lambda m: str(dado[m[1]]), linea.replace("**", ""))
