"""JSON (RFC 8259) al árbol crudo, con lugares exactos y los números como se escribieron.

No se pasa por el lector de YAML: las claves largas, los tabuladores y los pares sustitutos de
JSON no son YAML. Las cadenas las lee `scanstring`, de la biblioteca estándar.
"""

from __future__ import annotations

import re
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]  # typeshed no la declara
from typing import TYPE_CHECKING, NoReturn

from generador.caso.arbol import extender
from generador.caso.construir import Alto, Campos, Obra
from generador.caso.rechazos import citar
from generador.errores import CasoRechazado

if TYPE_CHECKING:
    from generador.caso.arbol import Escalar, Lista, Mapa, Nodo
    from generador.caso.fuente import Fuente

_BLANCO = re.compile(r"[ \t\r\n]*")
_PALABRA = re.compile(r"""[^\s,:\[\]{}"]+""")
_NUMERO = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_COMILLAS_AJENAS = "'‘’“”«»"
_COMENTARIOS = ("//", "/*", "#")


class _Lector(Obra):
    """Recorre el texto una vez; `_aqui` es la posición del siguiente carácter."""

    def __init__(self, fuente: Fuente) -> None:
        super().__init__(fuente)
        self._texto = fuente.texto
        self._aqui = 0

    def documento(self) -> Nodo | None:
        """La raíz, o `None` si no hay nada."""
        if not self._ver():
            return None
        raiz = self._valor("", 1)
        if self._ver():
            self._no_se_entiende("el final del archivo")
        return raiz

    def _ver(self) -> str:
        """El siguiente carácter que no es espacio, o cadena vacía al final."""
        blanco = _BLANCO.match(self._texto, self._aqui)
        self._aqui = blanco.end() if blanco else self._aqui
        return self._texto[self._aqui : self._aqui + 1]

    def _fallar(self, codigo: str, posicion: int, **datos: object) -> NoReturn:
        self.anotar(codigo, posicion, "", **datos)
        raise Alto

    def _no_se_entiende(self, esperado: str) -> NoReturn:
        hallado = self._texto[self._aqui : self._aqui + 1]
        if self._texto.startswith(_COMENTARIOS, self._aqui):
            self._fallar("CASO044", self._aqui)
        if hallado and hallado in _COMILLAS_AJENAS:
            self._fallar("CASO043", self._aqui)
        dicho = f"se halló «{hallado}»" if hallado else "el archivo termina"
        self._fallar("CASO040", self._aqui, hallado=dicho, esperado=esperado)

    def _valor(self, ruta: str, nivel: int) -> Nodo:
        signo = self._ver()
        if signo == "{":
            return self._objeto(ruta, nivel)
        if signo == "[":
            return self._lista(ruta, nivel)
        if signo == '"':
            inicio = self._aqui
            return self.escalar(self._cadena(), inicio, ruta)
        return self._suelto(ruta)

    def _suelto(self, ruta: str) -> Escalar:
        """Un número, `true`, `false` o `null`, como se escribió."""
        palabra = _PALABRA.match(self._texto, self._aqui)
        propio = self._texto.startswith((*_COMENTARIOS, *_COMILLAS_AJENAS), self._aqui)
        if palabra is None or propio:
            self._no_se_entiende("un valor")
        texto, inicio = palabra.group(), self._aqui
        if not (_NUMERO.fullmatch(texto) or texto in ("true", "false", "null")):
            self._fallar("CASO047", inicio, texto=citar(texto))
        self._aqui = palabra.end()
        if texto == "null":
            return self.escalar("", inicio, ruta, vacio=True)
        return self.escalar(texto, inicio, ruta)

    def _cadena(self) -> str:
        inicio = self._aqui
        texto: str
        try:
            texto, self._aqui = scanstring(self._texto, inicio + 1, True)  # noqa: FBT003 - estricto
        except JSONDecodeError as error:
            self._cadena_mala(error, inicio)
        return texto

    def _cadena_mala(self, error: JSONDecodeError, inicio: int) -> NoReturn:
        if "escape" in error.msg:
            barra = self._texto.rfind("\\", inicio, error.pos + 1)
            self._fallar("CASO046", barra, secuencia=self._texto[barra : barra + 2])
        if self._texto[error.pos] == "\t":
            self._fallar("CASO049", error.pos)
        self._fallar("CASO045", inicio)

    def _lista(self, ruta: str, nivel: int) -> Lista:
        inicio = self._aqui
        self.bajar(nivel, inicio, ruta)
        elementos: list[Nodo] = []
        self._aqui += 1
        sigue = self._ver() != "]"
        while sigue:
            elementos.append(self._valor(extender(ruta, len(elementos)), nivel + 1))
            sigue = self._sigue("]", inicio)
        self._aqui += 1
        return self.lista(elementos, inicio, ruta)

    def _objeto(self, ruta: str, nivel: int) -> Mapa:
        inicio = self._aqui
        self.bajar(nivel, inicio, ruta)
        campos = Campos(self, ruta)
        self._aqui += 1
        sigue = self._ver() != "}"
        while sigue:
            self._campo(campos, inicio, nivel)
            sigue = self._sigue("}", inicio)
        self._aqui += 1
        return campos.mapa(inicio)

    def _campo(self, campos: Campos, abre: int, nivel: int) -> None:
        signo = self._ver()
        if not signo:
            self._fallar("CASO048", abre, signo="{")
        if signo != '"':
            self._no_se_entiende("una clave entre comillas dobles")
        lugar_clave = self._aqui
        clave = self.escalar(self._cadena(), lugar_clave, "").texto
        ruta = campos.clave(clave, lugar_clave)
        if self._ver() != ":":
            self._no_se_entiende("«:» después de la clave")
        self._aqui += 1
        campos.valor(clave, self._valor(ruta, nivel + 1))

    def _sigue(self, cierre: str, abre: int) -> bool:
        """Dice si después de un elemento viene otro; deja la posición en él o en el cierre."""
        signo = self._ver()
        if signo == cierre:
            return False
        if not signo:
            self._fallar("CASO048", abre, signo=self._texto[abre])
        if signo != ",":
            if signo in '"{[':
                self._fallar("CASO042", self._aqui)
            self._no_se_entiende(f"«,» o «{cierre}»")
        coma = self._aqui
        self._aqui += 1
        if self._ver() == cierre:
            self._fallar("CASO041", coma, cierre=cierre)
        return True


def leer_json(fuente: Fuente) -> Nodo | None:
    """La raíz del árbol de un JSON, o `None` si no tiene contenido.

    Recibe el texto sin caracteres ilegales. Lanza `CasoRechazado` con los hallazgos que hubo
    hasta el primer error de escritura.
    """
    lector = _Lector(fuente)
    try:
        raiz = lector.documento()
    except Alto:
        raiz = None
    if lector.hallazgos:
        raise CasoRechazado(lector.hallazgos)
    return raiz
