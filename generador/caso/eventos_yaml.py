"""YAML 1.2 al árbol crudo, evento por evento: ningún tipo se resuelve.

Los eventos de ruamel traen cada escalar como texto y con su posición; los constructores, que
volverían `10.000` en 10, no se usan nunca. Tras un error de escritura en una línea se la aparta y
se sigue leyendo, para dar todos los hallazgos de una vez.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from generador.caso.arbol import Escalar, Mapa, extender
from generador.caso.construir import Alto, Campos, Obra
from generador.caso.fuente import Fuente
from generador.caso.rechazos import LARGO_CITA, citar
from generador.caso.sintaxis_yaml import diagnosticar, pegados
from generador.errores import CasoRechazado
from generador.hallazgos import Lugar, en_orden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.caso.arbol import Nodo
    from generador.hallazgos import Hallazgo

REINTENTOS = 20
"""Líneas mal escritas que se apartan para seguir leyendo."""

_TEXTO_CORTO = 100_000  # releer un archivo más largo tantas veces se haría esperar
# Word y los PDF meten estos saltos; para YAML 1.2 (5.4) son letras, ruamel los vuelve saltos.
_SALTOS_AJENOS = "\x85\u2028\u2029"
_DOS_PUNTOS = re.compile(r"(?:[ \t]*:)?")
# Toda dirección colombiana lleva « # »: un comentario que empieza por cifra casi nunca lo es.
_COMENTARIO_DUDOSO = re.compile(r"[ \t]+(#[ \t]*\d.*)")


class _Constructor(Obra):
    """Arma el árbol con los eventos de un intento de lectura."""

    def __init__(self, fuente: Fuente) -> None:
        super().__init__(fuente)
        self._texto, self._originales = _resguardar(fuente.texto)
        self._eventos = _eventos(self._texto)

    def documento(self) -> Nodo | None:
        """La raíz, o `None` si el archivo no tiene nada; anota lo que sobra después de ella."""
        raiz: Nodo | None = None
        for evento in self._eventos:
            clase = type(evento).__name__
            if clase == "DocumentStartEvent":
                posicion = evento.start_mark.index
                if raiz is not None:
                    self.anotar("CASO010", posicion)
                    raise Alto
                self._directivas(posicion)
                raiz = self._nodo(next(self._eventos), "", 1)
        return raiz

    def _directivas(self, posicion: int) -> None:
        for directiva in re.finditer(r"^%", self._texto[:posicion], re.MULTILINE):
            self.anotar("CASO018", directiva.start())
            raise Alto

    def _nodo(self, evento: Any, ruta: str, nivel: int) -> Nodo:
        posicion: int = evento.start_mark.index
        clase = type(evento).__name__
        self._rechazar_extras(evento, ruta)
        if clase == "AliasEvent":
            return self.escalar("", posicion, ruta)
        if clase == "ScalarEvent":
            return self._escalar(evento, ruta, evento.end_mark.index)
        self.bajar(nivel, posicion, ruta)
        if clase == "SequenceStartEvent":
            return self._lista(posicion, ruta, nivel)
        return self._mapa(posicion, ruta, nivel)

    def _rechazar_extras(self, evento: Any, ruta: str) -> None:
        posicion: int = evento.start_mark.index
        if evento.anchor is not None:
            signo = "*" if type(evento).__name__ == "AliasEvent" else "&"
            self.anotar("CASO012", posicion, ruta, signo=signo)
        elif getattr(evento, "ctag", None) is not None:
            etiqueta = self._texto[posicion : posicion + LARGO_CITA].split()[0]
            self.anotar("CASO013", posicion, ruta, etiqueta=citar(etiqueta))

    def _escalar(self, evento: Any, ruta: str, fin: int) -> Escalar:
        texto: str = evento.value.translate(self._originales)
        posicion: int = evento.start_mark.index
        plegado = evento.style != "|" and "\n" in texto.strip("\n")
        cuerpo = None if plegado else self._cuerpo(texto, posicion, evento.style)
        if evento.style is not None:
            sin_nada = evento.style in ("|", ">") and not texto.strip()
            return self.escalar(
                texto, posicion, ruta, vacio=sin_nada, cuerpo=cuerpo, plegado=plegado
            )
        perdido = _COMENTARIO_DUDOSO.match(self._texto, fin)
        if perdido is not None:
            self.anotar("CASO019", perdido.start(1), ruta, perdido=citar(perdido[1]))
        vacio = texto == ""
        donde = fin if vacio else posicion
        return self.escalar(texto, donde, ruta, vacio=vacio, cuerpo=cuerpo, plegado=plegado)

    def _cuerpo(self, texto: str, posicion: int, estilo: str | None) -> Lugar | None:
        """Dónde empieza el texto: tras su comilla o, en un bloque «|», bajo su clave y sangrado."""
        if estilo == ">":
            return None
        if estilo != "|":
            return self.fuente.lugar(posicion + (estilo is not None))
        linea = self.fuente.lugar(posicion).linea
        renglones = texto.split("\n")
        n = next((i for i, renglon in enumerate(renglones) if renglon), None)
        sangria = 0 if n is None else len(self.fuente.linea(linea + n)) - len(renglones[n])
        return Lugar(self.fuente.nombre, linea + 1, sangria + 1)

    def _valor(self, evento: Any, ruta: str, nivel: int, fin_clave: int) -> Nodo:
        """El valor de un campo; el lugar de un vacío es el que sigue a los dos puntos."""
        if type(evento).__name__ == "ScalarEvent" and evento.value == "" and evento.style is None:
            self._rechazar_extras(evento, ruta)
            dos_puntos = _DOS_PUNTOS.match(self._texto, fin_clave)
            return self._escalar(evento, ruta, dos_puntos.end() if dos_puntos else fin_clave)
        return self._nodo(evento, ruta, nivel)

    def _hasta(self, cierre: str) -> Iterator[Any]:
        """Los eventos hasta el cierre de un grupo, que también se consume."""
        return takewhile(lambda evento: type(evento).__name__ != cierre, self._eventos)

    def _lista(self, posicion: int, ruta: str, nivel: int) -> Nodo:
        elementos: list[Nodo] = []
        for evento in self._hasta("SequenceEndEvent"):
            elementos.append(self._nodo(evento, extender(ruta, len(elementos)), nivel + 1))
        return self.lista(elementos, posicion, ruta)

    def _mapa(self, posicion: int, ruta: str, nivel: int) -> Mapa:
        campos = Campos(self, ruta)
        for evento in self._hasta("MappingEndEvent"):
            clave = self._clave(evento, ruta, nivel)
            ruta_valor = campos.clave(clave, evento.start_mark.index)
            fin_clave: int = evento.end_mark.index
            valor = self._valor(next(self._eventos), ruta_valor, nivel + 1, fin_clave)
            campos.valor(clave, valor)
        return campos.mapa(posicion)

    def _clave(self, evento: Any, ruta: str, nivel: int) -> str:
        """El texto de la clave; a la que no es un texto simple le da uno irrepetible."""
        posicion: int = evento.start_mark.index
        nodo = self._nodo(evento, ruta, nivel + 1)
        if not isinstance(nodo, Escalar) or "\n" in nodo.texto:
            forma = "un texto de varias líneas" if isinstance(nodo, Escalar) else "un grupo"
            self.anotar("CASO015", posicion, ruta, forma=forma)
            return f"({posicion})"
        if type(evento).__name__ == "AliasEvent":
            return f"({posicion})"
        if nodo.texto == "<<":
            self.anotar("CASO014", posicion, ruta)
        return nodo.texto


def leer_yaml(fuente: Fuente) -> Nodo | None:
    """La raíz del árbol de un YAML, o `None` si no tiene contenido.

    Recibe el texto sin caracteres ilegales. Lanza `CasoRechazado` con todos los hallazgos que se
    pudieron juntar.
    """
    previos: list[Hallazgo] = []
    ultima = -1
    reintentos = REINTENTOS if len(fuente.texto) < _TEXTO_CORTO else 0
    while True:
        raiz, hallazgos, error = _intentar(fuente)
        if error is None:
            previos += pegados(fuente) if isinstance(raiz, Escalar) else []
            break
        falla = diagnosticar(fuente, error)
        previos += falla.hallazgos
        if falla.apartada is None or falla.linea <= ultima or not reintentos:
            break
        ultima, reintentos = falla.linea, reintentos - 1
        fuente = Fuente(fuente.nombre, falla.apartada)
    if previos or hallazgos:
        raise CasoRechazado(en_orden([*previos, *hallazgos]))
    return raiz


def _intentar(fuente: Fuente) -> tuple[Nodo | None, list[Hallazgo], Exception | None]:
    from ruamel.yaml.error import YAMLError

    obra = _Constructor(fuente)
    try:
        return obra.documento(), obra.hallazgos, None
    except Alto:
        return None, obra.hallazgos, None
    except (YAMLError, ValueError, OverflowError) as error:
        return None, obra.hallazgos, error


def _eventos(texto: str) -> Iterator[Any]:
    from ruamel.yaml import YAML

    yield from YAML(typ="safe", pure=True).parse(texto)


def _resguardar(texto: str) -> tuple[str, dict[int, str]]:
    """Cambia los saltos ajenos por letras que el texto no usa; devuelve cómo restaurarlos."""
    presentes = [salto for salto in _SALTOS_AJENOS if salto in texto]
    mayusculas = texto.upper() if presentes else ""
    libres = (
        chr(n) for n in range(0x10FFFD, 0, -1) if chr(n) not in texto and f"{n:X}" not in mayusculas
    )
    cambios = dict(zip(presentes, libres, strict=False))
    cambiado = texto.translate({ord(salto): letra for salto, letra in cambios.items()})
    return cambiado, {ord(letra): salto for salto, letra in cambios.items()}
