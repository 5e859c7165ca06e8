"""Por qué no se entiende un YAML, en español: de la queja del analizador a la causa probable.

El analizador dice dónde se perdió, que suele ser después de donde está la falla. Cada pista mira
la línea y reconoce una equivocación corriente; la primera que acierta da el hallazgo y, si la
falla cabe en su línea, el texto con esa línea apartada (del mismo largo) para seguir leyendo.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generador.caso.fuente import MAXIMO_POR_CLASE
from generador.caso.rechazos import citar, entrecomillar, rechazo

if TYPE_CHECKING:
    from collections.abc import Callable

    from generador.caso.fuente import Fuente
    from generador.hallazgos import Hallazgo

_CAMPO = re.compile(
    r"""(?P<margen>\s*(?:-\s+)*)(?P<clave>[^\s:'"\[\]{}#&*!|>%@`,][^:]*):[ \t]+(?P<valor>\S.*)"""
)
_ELEMENTO = re.compile(r"(?P<margen>\s*)(?P<clave>-)\s+(?P<valor>\S.*)")
# «clave:valor», menos las horas (12:30) y las direcciones (https://…).
_PEGADO = re.compile(r"\s*(?:-\s+)*(?P<clave>[A-Za-z_]\w*):(?P<valor>[^\s/:].*)")
_SANGRIA_CON_TABULADOR = re.compile(r" *\t\s*\S")
_FUERA_DE_UNICODE = re.compile(r"\\U(?!000[0-9A-Fa-f]{5}|0010[0-9A-Fa-f]{4})")
_PROHIBIDO = re.compile("cannot start|tag handle")
_RESERVADOS = "@`%*&!|>,]}"
_CIERRES = {'"': "la comilla", "'": "la comilla", "]": "el corchete", "}": "la llave"}
_ABRE = {'"': '"', "'": "'", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Falla:
    """Lo que se le dice al asesor, y cómo seguir leyendo sin la línea mala (si se puede)."""

    hallazgos: list[Hallazgo]
    linea: int
    apartada: str | None = None


@dataclass(frozen=True, slots=True)
class _Queja:
    """La queja del analizador y el punto del texto donde se perdió (todo desde 0)."""

    fuente: Fuente
    contexto: str
    problema: str
    abre: int
    posicion: int

    @property
    def numero(self) -> int:
        return self.fuente.lugar(self.posicion).linea - 1

    @property
    def linea(self) -> str:
        return self.fuente.linea(self.numero)

    @property
    def columna(self) -> int:
        return self.posicion - self.fuente.inicios[self.numero]

    @property
    def signo(self) -> str:
        return self.fuente.texto[self.posicion : self.posicion + 1]

    def falla(
        self, codigo: str, posicion: int, apartada: str | None = None, **datos: object
    ) -> Falla:
        lugar = self.fuente.lugar(posicion)
        return Falla([rechazo(codigo, lugar, "", **datos)], lugar.linea - 1, apartada)

    def con_linea(self, numero: int, nueva: str) -> str:
        """El texto con una línea cambiada por otra, rellena hasta el mismo largo."""
        inicio, vieja = self.fuente.inicios[numero], self.fuente.linea(numero)
        texto = self.fuente.texto
        return texto[:inicio] + nueva.ljust(len(vieja)) + texto[inicio + len(vieja) :]

    def sin_valor(self, numero: int) -> str | None:
        """El texto con el valor de un campo apartado; `None` si el valor sigue en otra línea."""
        linea = self.fuente.linea(numero).rstrip()
        campo = _CAMPO.match(linea) or _ELEMENTO.match(linea)
        if campo is None:
            return None
        comilla = campo["valor"][0]
        if comilla in "\"'" and not (len(campo["valor"]) > 1 and linea.endswith(comilla)):
            return None
        return self.con_linea(numero, linea[: campo.start("valor")] + "x")


def diagnosticar(fuente: Fuente, error: Exception) -> Falla:
    """La causa probable de un error del analizador, en su lugar y con su remedio."""
    marca = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if marca is None:
        return _sin_marca(fuente)
    abre: Any = getattr(error, "context_mark", None) or marca
    queja = _Queja(
        fuente,
        str(getattr(error, "context", "")),
        str(getattr(error, "problem", "")),
        abre.index,
        marca.index,
    )
    halladas = (pista(queja) for pista in _PISTAS)
    return next((f for f in halladas if f is not None), queja.falla("CASO020", queja.posicion))


def pegados(fuente: Fuente) -> list[Hallazgo]:
    """Las líneas «clave:valor» de un archivo que YAML leyó entero como un solo texto."""
    hallazgos = []
    for numero in range(len(fuente.inicios)):
        pegado = _PEGADO.match(fuente.linea(numero))
        if pegado is not None:
            hallazgos.append(_falta_espacio(fuente, numero, pegado))
    return hallazgos


def _falta_espacio(fuente: Fuente, numero: int, pegado: re.Match[str]) -> Hallazgo:
    lugar = fuente.lugar(fuente.inicios[numero] + pegado.start("valor"))
    return rechazo("CASO022", lugar, clave=pegado["clave"], valor=citar(pegado["valor"]))


def _sin_marca(fuente: Fuente) -> Falla:
    """Un error sin lugar: `chr` no admite un número que no es de Unicode."""
    fuera = _FUERA_DE_UNICODE.search(fuente.texto)
    queja = _Queja(fuente, "", "", 0, fuera.start() if fuera else 0)
    if fuera is None:
        return queja.falla("CASO020", 0)
    return queja.falla("CASO028", queja.posicion, secuencia=fuera.group())


def _escape(q: _Queja) -> Falla | None:
    if "double-quoted" not in q.contexto:
        return None
    barra = q.fuente.texto.rfind("\\", 0, q.posicion)
    secuencia = citar(q.fuente.texto[barra : barra + 2])
    return q.falla("CASO028", barra, q.sin_valor(q.numero), secuencia=secuencia)


def _tabulador(q: _Queja) -> Falla | None:
    if q.signo != "\t":
        return None
    antes, despues = q.linea[: q.columna], q.linea[q.columna :]
    if not antes.strip() and despues.strip():
        return _tabuladores_de_sangria(q)
    if not despues.strip():
        donde = "al final de la línea" if antes.strip() else "en una línea en blanco"
    else:
        donde = "después de los dos puntos" if antes.endswith(":") else "en medio de la línea"
    apartada = q.con_linea(q.numero, q.linea.replace("\t", " "))
    return q.falla("CASO021", q.posicion, apartada, donde=donde)


def _tabuladores_de_sangria(q: _Queja) -> Falla:
    """Quien sangra con tabuladores lo hace en todo el archivo: se dicen todos."""
    hallazgos: list[Hallazgo] = []
    for numero in range(q.numero, len(q.fuente.inicios)):
        linea = q.fuente.linea(numero)
        if _SANGRIA_CON_TABULADOR.match(linea) and len(hallazgos) < MAXIMO_POR_CLASE:
            lugar = q.fuente.lugar(q.fuente.inicios[numero] + linea.index("\t"))
            hallazgos.append(rechazo("CASO021", lugar, donde="en la sangría"))
    return Falla(hallazgos, q.numero)


def _comilla_sin_cerrar(q: _Queja) -> Falla | None:
    if "quoted scalar" not in q.contexto:
        return None
    return q.falla("CASO023", q.abre, comilla=q.fuente.texto[q.abre])


def _directiva(q: _Queja) -> Falla | None:
    porcentaje = re.match(r"%", q.fuente.texto[: q.posicion + 1])
    return None if porcentaje is None else q.falla("CASO018", 0)


def _signo_reservado(q: _Queja) -> Falla | None:
    if q.signo and q.signo in "@`%!" and _PROHIBIDO.search(q.problema):
        resto = entrecomillar(q.linea[q.columna :])
        apartada = q.sin_valor(q.numero)
        return q.falla("CASO026", q.posicion, apartada, signo=q.signo, valor=resto)
    campo = _CAMPO.match(q.linea) or _ELEMENTO.match(q.linea)
    if campo is None or q.columna < campo.start("valor"):
        return None
    signo, valor = campo["valor"][0], campo["valor"]
    if signo not in _RESERVADOS and valor.split()[0] not in ("-", "?"):
        return None
    posicion = q.fuente.inicios[q.numero] + campo.start("valor")
    apartada = q.sin_valor(q.numero)
    return q.falla("CASO026", posicion, apartada, signo=signo, valor=entrecomillar(valor))


def _texto_tras_cierre(q: _Queja) -> Falla | None:
    """«"ACME" S.A.S.», o una comilla de antes que vino a cerrarse en la que abría esta línea."""
    previo = q.fuente.texto[: q.posicion].rstrip()
    cierre = previo[-1:]
    if "<block end>" not in q.problema or cierre not in _CIERRES:
        return None
    for numero in range(q.numero, -1, -1):
        linea = q.fuente.linea(numero)
        campo = _CAMPO.match(linea) or _ELEMENTO.match(linea)
        if campo is None or campo["valor"][0] != _ABRE[cierre]:
            continue
        abre = q.fuente.inicios[numero] + campo.start("valor")
        if abre == len(previo) - 1:
            continue
        if numero != q.numero and cierre in "\"'":
            return q.falla("CASO023", abre, comilla=cierre)
        datos = {"resto": citar(q.linea[q.columna :]), "valor": entrecomillar(campo["valor"])}
        apartada = q.con_linea(numero, linea[: campo.start("valor")] + "x")
        return q.falla("CASO027", q.posicion, apartada, cierre=_CIERRES[cierre], **datos)
    return None


def _dos_puntos(q: _Queja) -> Falla | None:
    if "mapping values are not allowed" not in q.problema:
        return None
    campo = _CAMPO.match(q.linea)
    if campo is not None and campo.start("valor") <= q.columna:
        datos = {"clave": campo["clave"], "valor": entrecomillar(campo["valor"])}
        return q.falla("CASO025", q.posicion, q.sin_valor(q.numero), **datos)
    anterior = q.numero - 1
    while anterior > 0 and not q.fuente.linea(anterior).strip():
        anterior -= 1
    falta_espacio = _pegados_hasta(q, anterior)
    if falta_espacio is not None:
        return falta_espacio
    linea = q.fuente.linea(max(anterior, 0))
    margen = len(linea) - len(linea.lstrip())
    if margen == len(q.linea) - len(q.linea.lstrip()) and not linea.lstrip().startswith("-"):
        return q.falla("CASO030", q.fuente.inicios[max(anterior, 0)] + margen)
    return _en_el_margen(q)


def _pegados_hasta(q: _Queja, ultima: int) -> Falla | None:
    """Las líneas seguidas «clave:valor», que YAML lee como un solo texto, hasta `ultima`."""
    hallazgos: list[Hallazgo] = []
    texto = q.fuente.texto
    for numero in range(ultima, -1, -1):
        linea = q.fuente.linea(numero)
        pegado = _PEGADO.match(linea)
        if pegado is None or len(hallazgos) == MAXIMO_POR_CLASE:
            break
        inicio, corte = q.fuente.inicios[numero], pegado.start("valor")
        hallazgos.insert(0, _falta_espacio(q.fuente, numero, pegado))
        blanco = " " * (len(linea) - corte)
        texto = texto[: inicio + corte] + blanco + texto[inicio + len(linea) :]
    return Falla(hallazgos, ultima, texto) if hallazgos else None


def _sin_forma(q: _Queja) -> Falla | None:
    if "could not find expected ':'" not in q.problema:
        return None
    numero = q.fuente.lugar(q.abre).linea - 1
    return _pegados_hasta(q, numero) or q.falla("CASO030", q.abre, q.con_linea(numero, ""))


def _corchete(q: _Queja) -> Falla | None:
    if "flow" not in q.contexto:
        return None
    tope = q.abre + 1
    abre = max(q.fuente.texto.rfind("[", 0, tope), q.fuente.texto.rfind("{", 0, tope))
    return q.falla("CASO029", abre, signo=q.fuente.texto[abre])


def _sangria(q: _Queja) -> Falla | None:
    return None if q.linea[: q.columna].strip() or not q.signo else _en_el_margen(q)


def _en_el_margen(q: _Queja) -> Falla:
    margen = len(q.linea) - len(q.linea.lstrip())
    return q.falla("CASO024", q.fuente.inicios[q.numero] + margen)


_PISTAS: tuple[Callable[[_Queja], Falla | None], ...] = (
    _escape,
    _tabulador,
    _comilla_sin_cerrar,
    _directiva,
    _signo_reservado,
    _texto_tras_cierre,
    _dos_puntos,
    _sin_forma,
    _corchete,
    _sangria,
)
