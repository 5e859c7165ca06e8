"""El trozo de texto que se está leyendo: el archivo, una cita, un elemento de lista o una nota."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from generador.marcado.bloques import Bloque, Parrafo
from generador.marcado.contexto import Contexto, Linea
from generador.marcado.en_linea import leer_en_linea
from generador.marcado.senales import interrumpe

# Un bloque que se arma cuando ya se conocen todas las notas: se pueden definir al final.
Pendiente = Callable[[], Bloque]
PROFUNDIDAD_MAXIMA = 12


@dataclass(slots=True)
class Cuerpo:
    """Renglones que comparten sangría, y los bloques que se van hallando en ellos.

    Cada regla recibe el cuerpo y el renglón donde va la lectura, y devuelve dónde sigue: el mismo
    renglón, si no es lo suyo.
    """

    ctx: Contexto
    lineas: Sequence[Linea]
    partir: Callable[[Cuerpo], None]
    en_cita: bool = False
    en_elemento: bool = False  # su primer renglón traía la marca de una lista
    profundidad: int = 0
    pendientes: list[Pendiente] = field(default_factory=list)

    def hijo(self, lineas: Sequence[Linea], *, en_cita: bool = False) -> Cuerpo:
        """El cuerpo de una cita o de un elemento de lista, ya partido en bloques."""
        hijo = Cuerpo(
            self.ctx,
            lineas,
            self.partir,
            self.en_cita or en_cita,
            not en_cita,
            self.profundidad + 1,
        )
        self.partir(hijo)
        return hijo

    def parrafo(self, lineas: Sequence[Linea]) -> None:
        """Deja un párrafo con esos renglones."""

        def armar() -> Parrafo:
            return Parrafo(leer_en_linea(self.ctx, lineas), linea=lineas[0].numero)

        self.pendientes.append(armar)

    def con_texto(self, i: int) -> int:
        """El primer renglón con texto desde `i`, o el final."""
        while i < len(self.lineas) and not self.lineas[i].texto:
            i += 1
        return i

    def sangradas(self, i: int, sangria: int) -> int:
        """Hasta dónde llegan los renglones sangrados, con los vacíos que los separan."""
        fin, i = i, self.con_texto(i)
        while i < len(self.lineas) and self.lineas[i].sangria >= sangria:
            fin = i + 1
            i = self.con_texto(fin)
        return fin

    def seguidas(self, i: int) -> int:
        """Hasta dónde llega el párrafo que empieza en `i`: renglón vacío, o empieza otra cosa."""
        fin = i + 1
        while fin < len(self.lineas) and self.lineas[fin].texto and not interrumpe(self, fin):
            fin += 1
        return fin
