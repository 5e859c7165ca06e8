"""Abrir un .docx para mirarlo por dentro: sus partes ya revisadas y su XML ya leído.

A las defensas de `paquete` (que no es un .docx entero, macros, contenido enlazado) se suma aquí
la de los campos que leen otros archivos: lo que se abre se puede dar a cualquier motor.
"""

from __future__ import annotations

from dataclasses import dataclass

from generador.documento.campos import campos
from generador.documento.ooxml import Elemento, leer_xml
from generador.documento.paquete import leer_paquete
from generador.documento.relaciones import con_texto, relacionada
from generador.errores import ErrorDeDocumento

# Sin ellas no se sabe con qué formato sale el texto: se leen aunque su nombre no diga «.xml».
CONSULTADAS = ("styles", "numbering", "theme")


@dataclass(frozen=True, slots=True)
class Paquete:
    """Un .docx abierto: sus partes, el árbol de las que son XML y la clase de las que se imprimen.

    `clases` va del nombre de la parte a su clase, como la da `relaciones.con_texto`.
    """

    partes: dict[str, bytes]
    arboles: dict[str, Elemento]
    clases: dict[str, str]

    @property
    def principal(self) -> str:
        """Nombre de la parte con el cuerpo del documento."""
        return next(iter(self.clases))

    def impresos(self, *clases: str) -> list[Elemento]:
        """Los árboles que llevan texto impreso, el cuerpo primero; con `clases`, solo esas."""
        return [
            self.arboles[n] for n, clase in self.clases.items() if not clases or clase in clases
        ]

    def relacionado(self, tipo: str) -> Elemento | None:
        """El árbol de la parte de `CONSULTADAS` que el cuerpo enlaza con ese tipo, o `None`."""
        nombre = relacionada(self.partes, tipo)
        return None if nombre is None else self.arboles[nombre]


def abrir(docx: bytes) -> Paquete:
    """Lee y revisa un .docx entero.

    Da `ErrorDeDocumento` si `leer_paquete` lo rechaza, si una parte no es XML bien formado o si
    tiene campos que leen otros archivos. El mensaje no nombra el documento: eso lo hace quien lo
    tiene.

    >>> abrir(b"hola")
    Traceback (most recent call last):
    ...
    generador.errores.ErrorDeDocumento: El archivo no es un .docx. Ábralo en Word y guárdelo...
    """
    partes = leer_paquete(docx)
    clases = con_texto(partes)
    consultadas = {relacionada(partes, tipo) for tipo in CONSULTADAS}
    arboles = {
        nombre: leer_xml(datos, nombre)
        for nombre, datos in partes.items()
        if nombre.casefold().endswith(".xml") or nombre in clases or nombre in consultadas
    }
    for arbol in arboles.values():
        _rechazar_campos(arbol)
    return Paquete(partes, arboles, clases)


def _rechazar_campos(arbol: Elemento) -> None:
    for campo in campos(arbol):
        if campo.lee_archivos:
            raise ErrorDeDocumento(
                f"El documento tiene un campo {campo.nombre}, que trae contenido de otro archivo.",
                "En Word: póngase sobre el campo y oprima Ctrl+Mayús+F9 para dejar solo el texto.",
            )
