"""El lugar donde cae un bloque: qué sangría tiene, con qué estilo y en qué parte del archivo."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Donde:
    """Un lugar del documento.

    `ancho` y `alto` son los de la página útil; `izquierda` y `derecha`, la sangría, todo en
    veinteavos de punto. `estilo` es el de los párrafos corrientes y `nivel`, cuántas listas lo
    rodean.
    """

    ancho: int
    alto: int
    estilo: str = "Cuerpo"
    izquierda: int = 0
    derecha: int = 0
    nivel: int = 0
    en_nota: bool = False

    @property
    def util(self) -> int:
        """El ancho que queda entre las sangrías."""
        return max(self.ancho - self.izquierda - self.derecha, 1)

    def en_cita(self, sangrias: tuple[int, int]) -> Donde:
        """El mismo lugar, dentro de una cita."""
        return replace(
            self,
            estilo=self.estilo if self.en_nota else "Cita textual",
            izquierda=self.izquierda + sangrias[0],
            derecha=self.derecha + sangrias[1],
        )

    def en_elemento(self, paso: int) -> Donde:
        """El mismo lugar, dentro de un elemento de lista."""
        return replace(
            self,
            estilo=self.estilo if self.en_nota else "Lista",
            izquierda=self.izquierda + paso,
            nivel=self.nivel + 1,
        )

    def en_celda(self, estilo: str, ancho: int) -> Donde:
        """Dentro de una celda de ese ancho."""
        return Donde(ancho, self.alto, estilo, en_nota=self.en_nota)
