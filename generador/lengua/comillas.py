"""Las comillas de un texto, en el juego que pide el documento y bien anidadas.

El texto puede traer rectas, inglesas o angulares, mezcladas. Cada nivel lleva las suyas, distintas
de las del nivel que lo contiene (RAE y ASALE, Ortografía de la lengua española, 2010, «comillas»):
angulares, inglesas y simples si el documento usa angulares; si usa inglesas, siguen las simples y,
dentro de ellas, las angulares, que son las que quedan. El cuarto nivel vuelve a empezar.

No son comillas el apóstrofo («O'Higgins», «los '60») ni la marca de una medida («5"», «6'»).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Juego:
    """Las comillas de cada nivel, de afuera hacia adentro: la que abre y la que cierra.

    `de_seguir` dice si cada párrafo de una transcripción, desde el segundo, empieza por la de
    cierre.
    """

    niveles: tuple[tuple[str, str], ...]
    de_seguir: bool

    def de(self, nivel: int) -> tuple[str, str]:
        """La que abre y la que cierra en un nivel, que se cuenta desde 0."""
        return self.niveles[nivel % len(self.niveles)]


ANGULARES = Juego((("«", "»"), ("“", "”"), ("‘", "’")), de_seguir=True)
INGLESAS = Juego((("“", "”"), ("‘", "’"), ("«", "»")), de_seguir=False)

COMILLAS = "\"“”«»'‘’"
SIMPLES = "'‘’"
_DOBLES, _ANGULARES, _SIMPLES = "dobles", "angulares", "simples"
_FAMILIAS = {
    **dict.fromkeys('"“”', _DOBLES),
    **dict.fromkeys("«»", _ANGULARES),
    **dict.fromkeys(SIMPLES, _SIMPLES),
}
_RECTAS = "\"'"
_ABREN, _CIERRAN = "“«‘", "”»’"
# Delante de la que abre; detrás de la que cierra.
_ANTES = "([{¿¡—–-/"
_DESPUES = ".,;:)]}?!"
_MARCA, _ABRE, _CIERRA, _SIGUE = "marca", "abre", "cierra", "sigue"


@dataclass(frozen=True, slots=True)
class Suelta:
    """Una comilla sin pareja, o que se puede entender de dos maneras."""

    parrafo: int
    posicion: int
    signo: str


@dataclass(frozen=True, slots=True)
class Conversion:
    """Los párrafos convertidos; con alguna comilla suelta, son los mismos que se dieron."""

    parrafos: tuple[str, ...]
    sueltas: tuple[Suelta, ...] = ()


def convertir(parrafos: Sequence[str], juego: Juego) -> Conversion:
    r"""Convierte unos párrafos seguidos: la comilla que abre uno puede cerrarla otro.

    Solo cambian las comillas, una por una, y convertir lo convertido no lo cambia. Al comienzo de
    un párrafo, la comilla de seguir es la de cierre de la que está abierta.

    >>> convertir(['Dijo "así lo \'vio\' «él»".'], ANGULARES).parrafos
    ('Dijo «así lo “vio” “él”».',)
    >>> convertir(["«Uno", "»dos “tres”»"], INGLESAS).parrafos
    ('“Uno', '”dos ‘tres’”')
    >>> convertir(['Mide 5" y 6\', dijo O\'Higgins'], ANGULARES).parrafos
    ('Mide 5" y 6\', dijo O\'Higgins',)
    >>> convertir(['Dijo "así.'], ANGULARES).sueltas
    (Suelta(parrafo=0, posicion=5, signo='"'),)
    """
    dados = tuple(parrafos)
    if not any(signo in parrafo for parrafo in dados for signo in COMILLAS):
        return Conversion(dados)
    leidas = _leer(dados)
    if leidas.sueltas:
        return Conversion(dados, tuple(sorted(leidas.sueltas, key=_lugar)))
    puestos = _poner(dados, leidas, juego)
    otra = _leer(puestos)
    if not otra.sueltas and _poner(puestos, otra, juego) == puestos:
        return Conversion(puestos)
    # Ya convertido se leería de otro modo: un apóstrofo pasaría por comilla.
    return Conversion(dados, tuple(leidas.apostrofos[:1]))


def en_texto(texto: str, juego: Juego) -> str:
    """El texto con las comillas de ese juego; el mismo, si alguna queda sin pareja.

    >>> en_texto('la "Guía"', INGLESAS), en_texto('la "Guía', INGLESAS)
    ('la “Guía”', 'la "Guía')
    """
    return convertir((texto,), juego).parrafos[0]


@dataclass(slots=True)
class _Leidas:
    """Las comillas de unos párrafos: dónde están, qué hacen y en qué nivel."""

    puestas: list[tuple[int, int, str, int]] = field(default_factory=list)
    sueltas: list[Suelta] = field(default_factory=list)
    apostrofos: list[Suelta] = field(default_factory=list)


def _lugar(suelta: Suelta) -> tuple[int, int]:
    return suelta.parrafo, suelta.posicion


def _leer(parrafos: tuple[str, ...]) -> _Leidas:
    """La que abre al comienzo de un párrafo es de adentro; si así no cuadra, es la de seguir."""
    leidas = _Lector(parrafos, reabre=False).leer()
    if not leidas.sueltas or len(parrafos) == 1:
        return leidas
    otra = _Lector(parrafos, reabre=True).leer()
    return leidas if otra.sueltas else otra


def _poner(parrafos: tuple[str, ...], leidas: _Leidas, juego: Juego) -> tuple[str, ...]:
    salida = [list(parrafo) for parrafo in parrafos]
    for n, i, clase, nivel in leidas.puestas:
        abre, cierra = juego.de(nivel)
        salida[n][i] = abre if clase == _ABRE else cierra
    return tuple("".join(letras) for letras in salida)


class _Lector:
    """Recorre los párrafos una vez, con las comillas que están abiertas."""

    def __init__(self, parrafos: tuple[str, ...], *, reabre: bool) -> None:
        self._parrafos = parrafos
        self._reabre = reabre
        self._pila: list[Suelta] = []
        self._niveles: dict[str, list[int]] = {_DOBLES: [], _ANGULARES: [], _SIMPLES: []}
        self._leidas = _Leidas()
        self._ultimo_cierre = max(self._cierres_simples(), default=(-1, -1))
        self._previa = _MARCA  # qué era la comilla anterior, si va pegada a esta

    def _cierres_simples(self) -> Iterator[tuple[int, int]]:
        for n, texto in enumerate(self._parrafos):
            for i, signo in enumerate(texto):
                if signo in "'’" and i and not texto[i - 1].isspace() and not _letra(texto, i + 1):
                    yield n, i

    def leer(self) -> _Leidas:
        for n, texto in enumerate(self._parrafos):
            comienzo = len(texto) - len(texto.lstrip())
            for i, signo in enumerate(texto):
                if signo in COMILLAS:
                    self._recibir(n, i, signo, al_comienzo=n > 0 and i == comienzo)
        self._leidas.sueltas += self._pila
        return self._leidas

    def _recibir(self, n: int, i: int, signo: str, *, al_comienzo: bool) -> None:
        texto, esta = self._parrafos[n], Suelta(n, i, signo)
        clase = self._seguir(texto, i) if al_comienzo else ""
        clase = clase or self._clase(texto, esta)
        self._previa = clase
        if clase == _MARCA:
            if signo in "'’":
                self._leidas.apostrofos.append(esta)
        elif clase == _ABRE:
            self._leidas.puestas.append((n, i, _ABRE, len(self._pila)))
            self._niveles[_FAMILIAS[signo]].append(len(self._pila))
            self._pila.append(esta)
        elif clase == _SIGUE:
            nivel = self._abierta(signo)
            self._leidas.puestas.append((n, i, _SIGUE, nivel))
        else:
            self._cerrar(esta)

    def _abierta(self, signo: str) -> int:
        """El nivel de la última abierta de la familia de `signo`; -1 si no hay."""
        niveles = self._niveles[_FAMILIAS[signo]]
        return niveles[-1] if niveles else -1

    def _cerrar(self, esta: Suelta) -> None:
        nivel = self._abierta(esta.signo)
        if nivel < 0:
            self._leidas.sueltas.append(esta)
            return
        self._leidas.sueltas += self._pila[nivel + 1 :]
        del self._pila[nivel:]
        for niveles in self._niveles.values():
            while niveles and niveles[-1] >= nivel:
                niveles.pop()
        self._leidas.puestas.append((esta.parrafo, esta.posicion, _CIERRA, nivel))

    def _seguir(self, texto: str, i: int) -> str:
        """Si la comilla del comienzo de un párrafo es la de seguir."""
        signo = texto[i]
        despues = texto[i + 1 : i + 2]
        if self._abierta(signo) < 0 or not despues or despues.isspace() or despues in _DESPUES:
            return ""
        return _SIGUE if signo in _CIERRAN or self._reabre else ""

    def _clase(self, texto: str, esta: Suelta) -> str:
        i, signo = esta.posicion, esta.signo
        if _FAMILIAS[signo] == _SIMPLES:
            return self._simple(texto, esta)
        if signo != '"':
            return _ABRE if signo in _ABREN else _CIERRA
        nivel = self._abierta(signo)
        recta = nivel >= 0 and self._pila[nivel].signo == '"'
        if texto[i - 1 : i].isdigit() and not recta:
            return _MARCA  # cinco pulgadas
        cierra_mal = (
            recta and texto[i + 1 : i + 2] in tuple(_DESPUES) and texto[i + 2 : i + 3] != "."
        )
        return _ABRE if self._puede_abrir(texto, i) and not cierra_mal else _CIERRA

    def _simple(self, texto: str, esta: Suelta) -> str:
        """Una simple que no abre ni cierra es un apóstrofo: nunca queda suelta."""
        i, signo = esta.posicion, esta.signo
        nivel = self._abierta(signo)
        recta = nivel >= 0 and self._pila[nivel].signo == "'"
        if (_letra(texto, i - 1) and _letra(texto, i + 1)) or _decada(texto, i):
            return _MARCA
        if signo == "'" and texto[i - 1 : i].isdigit() and not recta:
            return _MARCA  # seis pies
        if signo == "‘":
            return _ABRE
        con_cierre = self._ultimo_cierre > (esta.parrafo, i + 1)
        if signo == "'" and con_cierre and self._puede_abrir(texto, i):
            return _ABRE
        pegada = i > 0 and not texto[i - 1].isspace()
        return _CIERRA if nivel >= 0 and pegada else _MARCA

    def _puede_abrir(self, texto: str, i: int) -> bool:
        """Si lo de antes y lo de después son los de una comilla que abre."""
        antes, despues = texto[i - 1 : i] if i else "", texto[i + 1 : i + 2]
        if not despues or despues.isspace():
            return False
        if antes and antes in COMILLAS:
            return self._previa in (_ABRE, _SIGUE)
        return not antes or antes.isspace() or antes in _ANTES


def _letra(texto: str, i: int) -> bool:
    return 0 <= i < len(texto) and texto[i].isalnum()


def _decada(texto: str, i: int) -> bool:
    """«Los '60»: dos cifras y nada más."""
    cifras = texto[i + 1 : i + 3]
    return len(cifras) == 2 and cifras.isdigit() and not _letra(texto, i + 3)  # noqa: PLR2004 (dos cifras)
