"""Lo que un documento necesita mientras se dibujan sus bloques, y cómo se cierra al final."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generador.documento import estilos
from generador.documento.cuerpo.enlaces import Enlaces
from generador.documento.cuerpo.imagenes import Imagenes
from generador.documento.cuerpo.marcadores import Marcadores
from generador.documento.cuerpo.numeracion import Numeracion
from generador.documento.cuerpo.remisiones import Remisiones
from generador.documento.relaciones import principal
from generador.errores import ErrorDePlantilla
from generador.texto import sugerencia

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generador.documento.cuerpo.donde import Donde
    from generador.documento.notas import Notas
    from generador.marcado.bloques import Bloque

    Seguir = Callable[[Sequence[Bloque], Donde, "Taller"], str]

_MARCADOR: Final = re.compile(r"<w:bookmarkStart\b[^>]*>")
_ID: Final = re.compile(r'\bw:id="(\d+)"')
_NOMBRE: Final = re.compile(r'\bw:name="([^"]*)"')
_DIBUJO: Final = re.compile(r'<wp:docPr\b[^>]*?\bid="(\d+)"')
_CLASES: Final = {"paragraph": "de párrafo", "character": "de carácter", "table": "de tabla"}
# Una cita sin sangría no se distinguiría: 1 cm, en veinteavos de punto.
SANGRIA_DE_CITA: Final = 567


class Taller:
    """Las notas, listas, vínculos, imágenes y marcadores de un documento mientras se compone.

    `cuerpo` es el XML donde van a caer los bloques: de él se sabe qué números ya están en uso.
    """

    def __init__(
        self,
        partes: dict[str, bytes],
        notas: Notas,
        cuerpo: str,
        imagenes: Mapping[str, bytes],
        seguir: Seguir,
    ) -> None:
        marcas = "".join(_MARCADOR.findall(cuerpo))
        self._partes = partes
        self._estilos: dict[str, Mapping[str, str]] = {}
        self._seguir = seguir
        self._cuentas: dict[str, int] = {}
        self._enlaces = {
            False: Enlaces(partes, principal(partes)),
            True: Enlaces(partes, notas.parte),
        }
        self.notas = notas
        self.listas = Numeracion(partes)
        self.marcadores = Marcadores(map(int, _ID.findall(marcas)), _NOMBRE.findall(marcas))
        self.remisiones = Remisiones()
        dibujos = max(map(int, _DIBUJO.findall(cuerpo)), default=0)
        self.imagenes = Imagenes(partes, imagenes, dibujos)

    def seguir(self, bloques: Sequence[Bloque], donde: Donde) -> str:
        """Dibuja lo que va dentro de otro bloque."""
        return self._seguir(bloques, donde, self)

    def estilo(self, nombre: str, clase: str = "paragraph") -> str:
        """El identificador de un estilo; `ErrorDePlantilla` si la plantilla no lo tiene."""
        if clase not in self._estilos:
            self._estilos[clase] = estilos.por_nombre(self._partes, clase)
        hallado = self._estilos[clase].get(nombre.casefold())
        if hallado is None:
            parecido = sugerencia(nombre, self._estilos[clase])
            raise ErrorDePlantilla(
                f"La plantilla no tiene el estilo {_CLASES[clase]} «{nombre}», y el texto lo pide.",
                f"Créelo en Word con ese nombre. {parecido}".strip(),
            )
        return hallado

    @property
    def estilos_de_parrafo(self) -> Mapping[str, str]:
        """Los estilos de párrafo, para los bloques que dicen el suyo."""
        return estilos.de_parrafo(self._partes)

    def sangria(self, nombre: str) -> tuple[int, int]:
        """La sangría izquierda y derecha de un estilo de párrafo."""
        return estilos.sangria(self._partes, self.estilo(nombre))

    def sangria_de_cita(self) -> tuple[int, int]:
        """Lo que entra una cita a cada lado."""
        izquierda, derecha = self.sangria("Cita textual")
        return izquierda or SANGRIA_DE_CITA, derecha

    def enlaces(self, donde: Donde) -> Enlaces:
        """Los vínculos de la parte donde se está dibujando."""
        return self._enlaces[donde.en_nota]

    def siguiente(self, serie: str) -> int:
        """El número que sigue en una serie: «Cuadro», «Figura», «Ecuacion»."""
        self._cuentas[serie] = self._cuentas.get(serie, 0) + 1
        return self._cuentas[serie]

    def cerrar(self, cuerpo: str) -> str:
        """Devuelve el XML del cuerpo con sus remisiones y notas numeradas, y guarda lo demás.

        Da `DatoInvalido` si una remisión no tiene a dónde ir.
        """
        resolver = self.remisiones.resolver(cuerpo)
        self.notas.reescribir(resolver)
        cuerpo = self.notas.cerrar(resolver(cuerpo))
        self.listas.cerrar()
        for enlaces in self._enlaces.values():
            enlaces.cerrar()
        return cuerpo
