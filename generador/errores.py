"""Todos los errores de Minuta, en una página.

Cada error dice qué pasó (`mensaje`) y cómo se arregla (`remedio`), en español llano, y con qué
código sale la terminal: `1` el caso o el archivo está mal, `2` la orden está mal escrita,
`3` falta un componente externo.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generador.hallazgos import Hallazgo


class ErrorMinuta(Exception):
    """Raíz de los errores que el asesor puede entender y resolver."""

    codigo_salida: ClassVar[int] = 1

    def __init__(self, mensaje: str, remedio: str = "") -> None:
        super().__init__(mensaje)
        self.mensaje = mensaje
        self.remedio = remedio

    def __str__(self) -> str:
        return f"{self.mensaje} {self.remedio}".strip()


class DatoInvalido(ErrorMinuta, ValueError):
    """Un texto no se puede leer como monto, fecha, NIT… El mensaje cita el texto recibido."""


class DatoFaltante(ErrorMinuta):
    """Se quiso calcular o decidir con un dato que el borrador todavía no tiene."""

    def __init__(self, ruta: str) -> None:
        super().__init__(f"Falta el dato «{ruta}».", "Escríbalo en el caso.")
        self.ruta = ruta


class CasoRechazado(ErrorMinuta):
    """El caso tiene hallazgos de gravedad error: no produce ningún documento."""

    def __init__(self, hallazgos: Sequence[Hallazgo]) -> None:
        super().__init__("El caso tiene errores; no se generó ningún documento.")
        self.hallazgos = tuple(hallazgos)


class ErrorDeDocumento(ErrorMinuta):
    """Un .docx no se puede leer, o trae algo peligroso. Quien sabe cómo se llama, lo nombra."""


class ErrorDePlantilla(ErrorMinuta):
    """La plantilla está mal escrita, o pide un dato que el contexto no tiene."""


class ErrorDePdf(ErrorMinuta):
    """La conversión no dio un PDF completo y legible."""


class ErrorDeCopia(ErrorMinuta):
    """No se puede sellar o verificar una copia."""


class ErrorDeEscritura(ErrorMinuta):
    """No se pudo escribir el resultado (disco lleno, carpeta protegida, archivo abierto)."""


class TrabajoAjeno(ErrorDeEscritura):
    """La carpeta tiene cambios hechos a mano que se perderían al escribir."""


class UsoIncorrecto(ErrorMinuta):
    """La orden de la terminal está mal escrita."""

    codigo_salida = 2


class FaltaComponente(ErrorMinuta):
    """Se necesita un programa externo que no está o no sirve para este documento."""

    codigo_salida = 3
