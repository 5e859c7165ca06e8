"""Dónde están las plantillas, los ejemplos y los datos, en el checkout y ya instalado.

En el checkout, `plantillas/` y `datos_ejemplo/` viven en el primer nivel; la rueda los lleva
dentro del paquete (`_plantillas`, `_datos_ejemplo`). Nadie más en el proyecto arma estas rutas.
"""

from __future__ import annotations

from pathlib import Path

PAQUETE = Path(__file__).resolve().parent


def _carpeta(nombre: str) -> Path:
    instalada = PAQUETE / f"_{nombre}"
    return instalada if instalada.is_dir() else PAQUETE.parent / nombre


def plantillas() -> Path:
    """Carpeta con una subcarpeta por documento (`plantilla.docx` y `ficha.toml`)."""
    return _carpeta("plantillas")


def datos_ejemplo() -> Path:
    """Carpeta con los casos de ejemplo."""
    return _carpeta("datos_ejemplo")
