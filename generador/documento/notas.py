"""Notas al pie reales de Word, numeradas al final por orden de aparición.

LibreOffice empareja llamadas y notas por el orden de los identificadores, no por su valor: si no
suben en el orden del texto, imprime notas cambiadas sin avisar. Por eso se renumera de último,
con las notas de la plantilla y las de los bloques juntas (ISO/IEC 29500-1, 17.11).
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

from lxml import etree

from generador.documento import estilos
from generador.documento.ooxml import (
    Elemento,
    W,
    agregar_antes,
    entero,
    escribir_xml,
    hijo,
    leer_xml,
)
from generador.documento.relaciones import agregar_parte, principal, relacionada
from generador.errores import ErrorDePlantilla

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NINGUNA = f'<w:footnotes xmlns:w="{W[1:-1]}"/>'.encode()
_LLAMADA = re.compile(r'(<w:footnoteReference\b[^>]*?\bw:id=")([^"]*)(")')
_PARTE = "word/footnotes.xml"
_CONTENIDO = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
# Lo que en `w:settings` va después de `w:footnotePr` y con lo que basta para ubicarlo.
_DESPUES = (
    "endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang",
    "clrSchemeMapping", "doNotIncludeSubdocsInStats", "shapeDefaults", "decimalSymbol",
    "listSeparator",
)  # fmt: skip


class Notas:
    """Las notas de un documento mientras se compone."""

    def __init__(self, partes: dict[str, bytes]) -> None:
        self._partes = partes
        parte = relacionada(partes, "footnotes")
        self._parte = parte or _PARTE
        self._nueva = parte is None
        self._raiz = leer_xml(_NINGUNA if parte is None else partes[parte], self._parte)
        self._agregadas: list[str] = []
        self._estilos: tuple[str, str] | None = None

    @property
    def estilo_texto(self) -> str:
        """Identificador del estilo del texto de la nota (se crea si la plantilla no lo trae)."""
        return self._con_estilos()[0]

    @property
    def estilo_llamada(self) -> str:
        """Identificador del estilo del numerito."""
        return self._con_estilos()[1]

    def _con_estilos(self) -> tuple[str, str]:
        if self._estilos is None:
            self._estilos = estilos.de_notas(self._partes)
        return self._estilos

    @property
    def parte(self) -> str:
        """Nombre de la parte de las notas en el paquete."""
        return self._parte

    def agregar(self, parrafos: str) -> str:
        """Guarda los párrafos (XML) de una nota nueva; devuelve su identificador provisional."""
        ultimo = max((entero(n, "id") for n in self._raiz), default=0)
        identificador = str(max(ultimo, 0) + len(self._agregadas) + 1)
        self._agregadas.append(f'<w:footnote w:id="{identificador}">{parrafos}</w:footnote>')
        return identificador

    def reescribir(self, cambio: Callable[[str], str]) -> None:
        """Pasa por `cambio` el XML de cada nota agregada."""
        self._agregadas = [cambio(nota) for nota in self._agregadas]

    def cerrar(self, cuerpo: str) -> str:
        """Devuelve el XML de `cuerpo` con sus llamadas renumeradas, y guarda las notas.

        Una llamada repetida (dentro de un ciclo) recibe su propia copia de la nota. Da
        `ErrorDePlantilla` si una llamada no tiene nota.
        """
        llamadas = _LLAMADA.findall(cuerpo)
        if self._nueva and not llamadas:
            return cuerpo
        if self._agregadas:
            nuevas = f'<w:footnotes xmlns:w="{W[1:-1]}">{"".join(self._agregadas)}</w:footnotes>'
            self._raiz.extend(list(leer_xml(nuevas.encode(), self._parte)))
        if not self._separadores():
            self._crear_separadores()
        numeros = self._renumerar([identificador for _, identificador, _ in llamadas])
        if self._nueva:
            agregar_parte(
                self._partes, self._parte, _CONTENIDO, principal(self._partes), "footnotes"
            )
        self._partes[self._parte] = escribir_xml(self._raiz)
        self._declarar_separadores()
        return _LLAMADA.sub(lambda m: f"{m.group(1)}{next(numeros)}{m.group(3)}", cuerpo)

    def _separadores(self) -> list[Elemento]:
        return [n for n in self._raiz if n.get(W + "type", "normal") != "normal"]

    def _crear_separadores(self) -> None:
        clases = (("-1", "separator"), ("0", "continuationSeparator"))
        for lugar, (identificador, clase) in enumerate(clases):
            nota = etree.Element(W + "footnote")
            nota.set(W + "type", clase)
            nota.set(W + "id", identificador)
            parrafo = hijo(nota, "p")
            hijo(hijo(parrafo, "pPr"), "spacing", after="0", line="240", lineRule="auto")
            hijo(hijo(parrafo, "r"), clase)
            self._raiz.insert(lugar, nota)

    def _renumerar(self, llamadas: list[str]) -> Iterator[int]:
        """Deja una nota por llamada, en su orden, y devuelve sus números."""
        separadores = self._separadores()
        notas = {n.get(W + "id"): n for n in self._raiz if n not in separadores}
        ultimo = max((entero(n, "id") for n in separadores), default=0)
        primero = max(ultimo, 0) + 1
        nuevas = []
        for numero, llamada in enumerate(llamadas, start=primero):
            if llamada not in notas:
                raise ErrorDePlantilla(
                    "La plantilla tiene una llamada de nota al pie sin su nota.",
                    "Borre la llamada en Word y ponga la nota de nuevo.",
                )
            nota = copy.deepcopy(notas[llamada])
            nota.set(W + "id", str(numero))
            nuevas.append(nota)
        self._raiz[:] = [*separadores, *nuevas]
        return iter(range(primero, primero + len(llamadas)))

    def _declarar_separadores(self) -> None:
        nombre = relacionada(self._partes, "settings")
        if nombre is None:
            return
        raiz = leer_xml(self._partes[nombre], nombre)
        ajuste = raiz.find(W + "footnotePr")
        if ajuste is None:
            ajuste = etree.Element(W + "footnotePr")
            agregar_antes(raiz, ajuste, _DESPUES)
        for viejo in ajuste.findall(W + "footnote"):
            ajuste.remove(viejo)
        for separador in self._separadores():
            hijo(ajuste, "footnote", id=separador.get(W + "id"))
        self._partes[nombre] = escribir_xml(raiz)
