"""Todo lo que puede estar mal en la hoja de cálculo que un caso trae al lado.

Sigue el catálogo de `generador.caso.rechazos`: código, qué pasó y cómo se arregla.
"""

from __future__ import annotations

from types import MappingProxyType

DE_TABLA = MappingProxyType(
    {
        "CASO050": ("No se puede leer la tabla de «{nombre}»: {motivo}.", "{remedio}"),
        "CASO051": ("En «{nombre}» no hay una hoja que se llame «{hoja}».", "{remedio}"),
        "CASO052": (
            "El libro «{nombre}» tiene varias hojas y el caso no dice cuál es.",
            "Añada «hoja: …» junto a «archivo». Hojas: {hojas}.",
        ),
        "CASO053": ("Junto a «archivo» sobra «{clave}».", "{remedio}"),
        "CASO054": (
            "La tabla no tiene {que}.",
            "Ponga los encabezados en la primera fila y una fila por cada {cosa}.",
        ),
        "CASO055": (
            "Falta la columna «{columna}».",
            "Los encabezados se leen de esta fila, sin mirar tildes ni mayúsculas. Hay: {hay}.",
        ),
        "CASO056": (
            "El encabezado «{encabezado}» está repetido: ya está en {celda}.",
            "Deje una sola de las dos columnas, o póngales nombres distintos.",
        ),
        "CASO057": (
            "La columna {columna} tiene datos y no tiene encabezado.",
            "Escriba su nombre en {celda}, o borre lo que haya en la columna: {dato}.",
        ),
        "CASO058": (
            "Esta fila está en blanco y más abajo sigue la tabla.",
            "Elimine la fila; si lo de abajo es otra tabla o una nota, páselo a otra hoja.",
        ),
        "CASO059": (
            "La tabla pasa de {filas} filas o de {columnas} columnas.",
            "Deje en la hoja solo la tabla del caso.",
        ),
        "CASO060": (
            "La celda tiene un error de la hoja de cálculo: {error}.",
            "Corrija la fórmula, o escriba el valor.",
        ),
        "CASO061": (
            "La celda tiene una fórmula y el libro no guarda su resultado.",
            "Abra el libro, deje que se calcule y guárdelo; o pegue los valores (Pegado especial).",
        ),
        "CASO062": (
            "La celda tiene formato de porcentaje, y donde se ve un porcentaje se guarda otro "
            "número: para 2 %, 0,02.",
            "Ponga la columna en formato General o Número y escriba los porcentajes sin el signo: "
            "2, no 2 %.",
        ),
        "CASO063": (
            "La celda tiene una fecha o una hora, y en esta tabla no las hay.",
            "Si era un código o un número, dé a la celda formato Texto y escríbalo de nuevo.",
        ),
        "CASO064": (
            "El número {numero} tiene más cifras de las {cifras} que una hoja guarda exactas.",
            "Redondéelo con la función REDONDEAR, o escríbalo en una celda con formato Texto.",
        ),
        "CASO065": (
            "El monto {numero} trae fracciones de centavo.",
            "Redondéelo a dos decimales con la función REDONDEAR.",
        ),
        "CASO066": (
            "Hay un carácter que no se ve: {caracter}.",
            "Vuelva a escribir la celda: suele llegar al copiar de una página o de un PDF.",
        ),
        "CASO067": (
            "Hay celdas combinadas ({rango}), y solo la primera conserva el dato.",
            "Sepárelas y escriba el valor en cada fila.",
        ),
        "CASO068": (
            "La tabla no está bien escrita en esta fila: {motivo}.",
            "Revise las comillas de la fila, o guarde la tabla como libro de Excel (.xlsx).",
        ),
        "CASO069": (
            "El archivo no está en UTF-8; se leyó como Windows-1252.",
            "Revise que las tildes y las eñes salgan bien.",
        ),
    }
)
