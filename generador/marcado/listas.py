"""Listas: los números que se leen son los que saldrán, y la sangría dice quién va dentro de quién.

Una lista sigue mientras cada marca sea la siguiente de la anterior; si no lo es, empieza otra con
el número que trae. Así nunca cambia un número escrito. «i)», «v)» o «c)» son letra o romano según
lo que las rodea: lo que siga a la marca anterior («h)», luego «i)» letra); al empezar, lo que
venga después («i)» y «j)», letras; «i)» y «ii)», romanos); sola, «i», «v» y «x» son romanos.
"""

from __future__ import annotations

from functools import partial

from generador.marcado.articulos import armar
from generador.marcado.bloques import Bloque, ClaseDeLista, FormaDeMarca, Lista
from generador.marcado.contexto import Linea
from generador.marcado.cuerpo import Cuerpo
from generador.marcado.marcas import DENTRO, Marca, Valor, hermana, marca_de
from generador.marcado.senales import interrumpe

ROMANAS_SOLAS = frozenset({1, 5, 10})


def regla_lista(cuerpo: Cuerpo, i: int) -> int:
    """Lee la lista que empieza en el renglón `i`."""
    marca = marca_de(cuerpo.lineas[i].texto)
    valor = _al_empezar(cuerpo, i, marca) if marca else None
    if marca is None or valor is None:
        return i
    lectura = _Lectura(cuerpo, cuerpo.lineas[i].sangria, marca.forma)
    elementos: list[Cuerpo] = []
    inicio, linea = valor, cuerpo.lineas[i].numero
    while True:
        fin = lectura.elemento(i, valor)
        elementos.append(cuerpo.hijo(lectura.renglones(i, fin)))
        i = cuerpo.con_texto(fin)
        marca = lectura.marca(i)
        if marca is None or not marca.sigue_a(valor, lectura.forma):
            break
        valor = (valor[0], valor[1] + (valor[0] is not ClaseDeLista.VINETA))
    if marca and i == fin:
        lectura.avisar_salto(i, marca, valor)
    cuerpo.pendientes.append(partial(_armar, inicio, lectura.forma, elementos, linea))
    return fin


def _armar(inicio: Valor, forma: FormaDeMarca, elementos: list[Cuerpo], linea: int) -> Bloque:
    armados = tuple(armar(elemento) for elemento in elementos)
    return Lista(inicio[0], armados, inicio[1], forma, linea=linea)


def _al_empezar(cuerpo: Cuerpo, i: int, marca: Marca) -> Valor | None:
    """Cuál de las lecturas de la primera marca vale, o `None` si es un párrafo."""
    seguida = hermana(cuerpo.lineas, i, marca)
    if seguida:
        return seguida
    clase, valor = marca.valores[0]
    if len(marca.valores) > 1 and valor not in ROMANAS_SOLAS:
        clase, valor = marca.valores[1]
    # «C. P. Ruth Correa» o «v. gr.» no son listas: una letra con punto necesita compañía.
    suelta = marca.forma is FormaDeMarca.PUNTO and clase in (
        ClaseDeLista.LETRA_MAYUSCULA,
        ClaseDeLista.LETRA,
        ClaseDeLista.ROMANO,
        ClaseDeLista.ROMANO_MAYUSCULA,
    )
    inicial = clase in (ClaseDeLista.ROMANO, ClaseDeLista.ROMANO_MAYUSCULA, ClaseDeLista.LETRA)
    if not valor or (suelta and not (inicial and valor == 1)):
        return None
    return clase, valor


class _Lectura:
    """Los límites de cada elemento de una lista."""

    def __init__(self, cuerpo: Cuerpo, sangria: int, forma: FormaDeMarca) -> None:
        self._cuerpo = cuerpo
        self._lineas = cuerpo.lineas
        self._sangria = sangria
        self.forma = forma

    def marca(self, i: int) -> Marca | None:
        """La marca del renglón `i` si está a la altura de la lista."""
        if i >= len(self._lineas) or abs(self._lineas[i].sangria - self._sangria) >= DENTRO:
            return None
        return marca_de(self._lineas[i].texto)

    def elemento(self, i: int, valor: Valor) -> int:
        """Hasta dónde llega el elemento que empieza en `i`."""
        fin = i + 1
        con_sublista = False
        while fin < len(self._lineas):
            linea = self._lineas[fin]
            if not linea.texto:
                seguido = self._cuerpo.sangradas(fin, self._sangria + DENTRO)
                if seguido == fin:
                    break
                fin = seguido
                continue
            if linea.sangria < self._sangria + DENTRO:
                marca = self.marca(fin)
                if marca and not marca.sigue_a(valor, self.forma):
                    # «1. uno», «a) sub», «b) sub», «2. dos» sin sangría: la sublista es del 1.
                    con_sublista = con_sublista or (marca.primera and self._ajena(marca, valor))
                if marca and not con_sublista and self._corta(fin, marca, valor):
                    break
                if marca and marca.sigue_a(valor, self.forma):
                    break
                if not marca and interrumpe(self._cuerpo, fin):
                    break
            fin += 1
        return fin

    def _ajena(self, marca: Marca, valor: Valor) -> bool:
        return marca.forma is not self.forma or not marca.de_clase(valor[0])

    def _corta(self, i: int, marca: Marca, valor: Valor) -> bool:
        return not self._ajena(marca, valor) or interrumpe(self._cuerpo, i)

    def renglones(self, i: int, fin: int) -> list[Linea]:
        """Los renglones del elemento, sin su marca ni la sangría de la lista."""
        marca = marca_de(self._lineas[i].texto)
        assert marca is not None  # noqa: S101 (quien llama ya la vio)
        primera = self._lineas[i].desde(marca.largo)._replace(sangria=0)
        return [primera, *(x.menos(self._sangria + DENTRO) for x in self._lineas[i + 1 : fin])]

    def avisar_salto(self, i: int, marca: Marca, valor: Valor) -> None:
        """«1.» y enseguida «3.»: o falta el 2, o el 3 es texto; en los dos casos se pregunta.

        «1.» y enseguida «1.» no es otra lista: es la costumbre de no llevar la cuenta.
        """
        repite = valor in marca.valores
        empieza_otra = marca.primera and not repite
        if marca.forma is not self.forma or empieza_otra or not marca.de_clase(valor[0]):
            return
        hace = "repite" if repite else "salta a"
        self._cuerpo.ctx.error(
            "MAR007",
            self._lineas[i],
            f"La lista {hace} «{self._lineas[i].texto[: marca.largo].strip()}».",
            "Corrija el número (Word no cuenta la «ñ»); si no es de la lista, una los renglones.",
        )
