"""El libro de una distribución por fórmula: quién recibe y de dónde sale cada peso."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generador.cuadernos.libro import Columna, Formato, Hoja, escribir
from generador.cuadernos.parametros import hoja_de_parametros
from generador.modelo.asignacion import CENTAVO

if TYPE_CHECKING:
    from fractions import Fraction

    from generador.modelo.asignacion_formula import CasoFormula
    from generador.reglas.asignacion.resultado import Distribucion

PARAMETROS = ("bolsa", "calculo", "grupos")
LUGAR = (Columna("Código DIVIPOLA", 12), Columna("Departamento", 22), Columna("Municipio", 30))
# Cuántos decimales se muestran de lo que aún no se redondea: los que caben con su parte entera.
DE_PESOS, DE_PARTE = 4, 12


def libro_de_formula(caso: CasoFormula, resultado: Distribucion) -> bytes:
    """El libro de Excel de una distribución.

    Hojas: Resultado, Cálculo (lo que da cada criterio, antes de redondear), Redondeo, Excluidos y
    Parámetros. Los códigos van como texto y los montos como número, exactos.
    """
    pesos = Formato.PESOS_Y_CENTAVOS if caso.bolsa.unidad == CENTAVO else Formato.PESOS
    hojas = [
        _resultado(resultado, pesos),
        _calculo(resultado),
        _redondeo(resultado, pesos),
        _excluidos(resultado),
        hoja_de_parametros(
            caso,
            PARAMETROS,
            [
                ("Bolsa", resultado.bolsa),
                ("Repartido", resultado.repartido),
                ("Saldo", resultado.saldo),
                ("Beneficiarios", len(resultado.beneficiarios)),
            ],
        ),
    ]
    return escribir(hojas, "Distribución por fórmula")


def _resultado(resultado: Distribucion, pesos: Formato) -> Hoja:
    filas = [
        (b.municipio.codigo, b.municipio.departamento, b.municipio.nombre, b.valor)
        for b in resultado.beneficiarios
    ]
    total = ("TOTAL", None, f"{len(filas)} municipios", resultado.repartido)
    return Hoja("Resultado", [*LUGAR, Columna("Valor ($)", 22, pesos)], filas, total)


def _calculo(resultado: Distribucion) -> Hoja:
    columnas = [
        *LUGAR[::2],
        Columna("Grupo", 28),
        Columna("Criterio", 34),
        Columna("Indicador", 14, Formato.NUMERO),
        Columna("Parte del criterio", 18, Formato.PARTE),
        Columna("Valor antes de redondear ($)", 26, Formato.SIN_REDONDEAR),
    ]
    filas = [
        (
            b.municipio.codigo,
            b.municipio.nombre,
            a.grupo,
            a.criterio,
            a.indicador,
            decimal(a.parte, DE_PARTE),
            decimal(a.valor, DE_PESOS),
        )
        for b in resultado.beneficiarios
        for a in b.aportes
    ]
    return Hoja("Cálculo", columnas, filas)


def _redondeo(resultado: Distribucion, pesos: Formato) -> Hoja:
    columnas = [
        *LUGAR[::2],
        Columna("Suma antes de redondear ($)", 26, Formato.SIN_REDONDEAR),
        Columna("Residuo", 18, Formato.PARTE),
        Columna("Unidades por residuo", 12, Formato.ENTERO),
        Columna("Valor ($)", 22, pesos),
    ]
    filas = [
        (
            b.municipio.codigo,
            b.municipio.nombre,
            decimal(sum((a.valor for a in b.aportes), start=0), DE_PESOS),
            decimal(b.residuo, DE_PARTE),
            b.unidades_de_residuo,
            b.valor,
        )
        for b in resultado.beneficiarios
    ]
    unidades = sum(b.unidades_de_residuo for b in resultado.beneficiarios)
    total = ("TOTAL", None, None, None, unidades, resultado.repartido)
    return Hoja("Redondeo", columnas, filas, total)


def _excluidos(resultado: Distribucion) -> Hoja:
    filas = [
        (n.municipio.codigo, n.municipio.departamento, n.municipio.nombre, " ".join(n.razones))
        for n in resultado.no_elegibles
    ]
    return Hoja("Excluidos", [*LUGAR, Columna("Razón", 70)], filas)


def decimal(fraccion: Fraction | int, decimales: int) -> Decimal:
    """La fracción con esos decimales, redondeada al par: solo para mostrarla.

    >>> from fractions import Fraction
    >>> decimal(Fraction(1, 3), 4)
    Decimal('0.3333')
    """
    return Decimal(round(fraccion * 10**decimales)).scaleb(-decimales)
