"""Lo que se escribe encima de una tabla o figura: su leyenda y sus medidas."""

from __future__ import annotations

import re

from generador.marcado.contexto import Linea
from generador.marcado.cuerpo import Cuerpo
from generador.marcado.literal import escapar
from generador.marcado.senales import ATRIBUTOS, LEYENDA
from generador.texto import sugerencia

ADMITIDOS = {"tabla": ("anchos", "totales"), "figura": ("ancho",)}


class Anuncio:
    """Lo que se escribió encima de una tabla o figura: su leyenda y sus medidas."""

    def __init__(self, cuerpo: Cuerpo, clase: str, arriba: list[Linea]) -> None:
        self.ctx = cuerpo.ctx
        self.titulo: list[Linea] = []
        self.etiqueta = ""
        self.medidas: dict[str, tuple[str, Linea]] = {}
        for linea in arriba:
            leyenda = LEYENDA.match(linea.texto) if not self.titulo else None
            if leyenda:
                self._leyenda(linea, leyenda, clase)
            elif hallado := ATRIBUTOS.match(linea.texto):
                self._medidas(linea, hallado[1], clase)
            elif linea.texto:
                self.titulo.append(linea)

    def _leyenda(self, linea: Linea, leyenda: re.Match[str], clase: str) -> None:
        self.etiqueta = leyenda[2] or ""
        self.ctx.etiquetar(self.etiqueta, linea)
        self.titulo.append(linea.desde(leyenda.end()))
        if leyenda[1].lower() != clase:
            mensaje = f"El título dice «{leyenda[1]}» y debajo hay una {clase}."
            self.ctx.error("MAR004", linea, mensaje, f"Escriba «{clase.capitalize()}».")

    def _medidas(self, linea: Linea, texto: str, clase: str) -> None:
        for parte in texto.split(";"):
            nombre, _, valor = (x.strip() for x in parte.partition(":"))
            if nombre in ADMITIDOS[clase]:
                self.medidas[nombre] = (valor, linea)
            elif nombre:
                pista = sugerencia(nombre, ADMITIDOS[clase])
                remedio = f"{pista} Aquí van: {', '.join(ADMITIDOS[clase])}.".strip()
                self.ctx.error("MAR004", linea, f"Una {clase} no lleva «{nombre}».", remedio)

    def enteros(self, nombre: str, ejemplo: str) -> list[int]:
        """Los números de una medida; vacío si no se dio o está mal, que es un error."""
        valor, linea = self.medidas.get(nombre, ("", None))
        if linea is None:
            return []
        partes = valor.replace("%", " ").replace(",", " ").split()
        if partes and all(p.isascii() and p.isdecimal() and len(p) < 4 for p in partes):  # noqa: PLR2004 (de 0 a 999)
            return [int(p) for p in partes]
        mensaje = f"«{nombre}: {valor}» no se entiende."
        self.ctx.error("MAR004", linea, mensaje, f"Escriba, por ejemplo, «{ejemplo}».")
        return []


def como_parrafos(cuerpo: Cuerpo, i: int, fin: int) -> int:
    """Lo que no se pudo leer como tabla queda a la vista, letra por letra."""
    for linea in cuerpo.lineas[i:fin]:
        cuerpo.parrafo([linea._replace(texto=escapar(linea.texto))])
    return fin
