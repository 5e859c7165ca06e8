"""El número de una norma como está escrito: «4 0326», «019», «C-713/08», «PCSJA20-11517»."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generador.citas.lectura.colas import anio_corto, anio_de
from generador.citas.lectura.rotulos import es_numero
from generador.citas.lectura.vocabulario import VOZ
from generador.citas.norma import Tipo, numero_de_providencia, numero_llano

if TYPE_CHECKING:
    from generador.citas.lectura.piezas import Piezas

_DE_CORTE = frozenset(
    ("c", "t", "su", "a", "sc", "stc", "sl", "stl", "sp", "stp", "ap", "al", "ac")
)
_CON_LETRAS = frozenset((Tipo.SENTENCIA, Tipo.AUTO, Tipo.CONCEPTO, Tipo.RESOLUCION, Tipo.ACUERDO,
                         Tipo.CIRCULAR, Tipo.OFICIO, Tipo.MEMORANDO))  # fmt: skip
_CONSTITUCIONALES = frozenset(("C", "T", "SU", "A"))
_JUDICIALES = frozenset((Tipo.SENTENCIA, Tipo.AUTO, Tipo.CONCEPTO))
_RADICADOS = frozenset((Tipo.OFICIO, Tipo.MEMORANDO, Tipo.CONCEPTO))
_DE_MILES = re.compile(r"\d{1,3}(?:\.\d{3})*")
_CON_ANIO = re.compile(r"(\d{1,5})-((?:19|20)\d\d)")
_MUCHAS = 20
_PIEZAS_DE_RADICADO = 12
_CON_CERO = 4
_CIFRAS_DE_COMISION = 3
_MENOR_DIARIO = 1000
# Cifras que puede tener el número; más, y es otra cosa (un radicado, un NIT).
_CIFRAS = {Tipo.LEY: 4, Tipo.ACTO_LEGISLATIVO: 2, Tipo.DECRETO: 5, Tipo.DECRETO_LEY: 5,
           Tipo.CONPES: 4, Tipo.DECISION: 4, Tipo.DIRECTIVA: 4, Tipo.ORDENANZA: 4,
           Tipo.DIARIO_OFICIAL: 6, Tipo.GACETA: 4, Tipo.PROYECTO_LEY: 4}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Numero:
    """El número escrito y llano, el año que traiga incrustado («C-713/08») y la pieza siguiente."""

    escrito: str
    llano: str
    anio: int | None
    fin: int


def leer_numero(p: Piezas, i: int, tipo: Tipo) -> Numero | None:
    """El número de una norma de esa clase que empieza en la pieza `i`."""
    voz = p.voz[i]
    if es_numero(voz):
        return _con_cifras(p, i, tipo)
    if tipo in _CON_LETRAS and voz.isalpha():
        return _con_letras(p, i, tipo)
    return None


def _con_letras(p: Piezas, i: int, tipo: Tipo) -> Numero | None:
    """«C-713», «PCSJA20-11517», «SC1234-2019»: letras pegadas a cifras."""
    j = i + 1
    de_corte = p.voz[i] in _DE_CORTE and p.mayuscula(i)
    suelto = de_corte and (p.voz[j] == "-" or es_numero(p.voz[j]))
    if not (p.pegada(j) or suelto):
        return None
    if p.voz[j] == "-" or (p.voz[j] == "." and de_corte and p.pegada(j) and p.pegada(j + 1)):
        j += 1
    if not es_numero(p.voz[j]) or not (p.pegada(j) or suelto):
        return None
    cifras, anio = _partir_anio(p.voz[j])
    letras = p.escrito(i, i + 1).upper()
    escrito = p.escrito(i, j + 1)
    fin = j + 1
    if p.pegada(fin) and p.voz[fin] == "a":
        cifras, fin = f"{cifras}A", fin + 1
    if de_corte and tipo in _JUDICIALES and cifras[0].isdigit():
        return _de_corte(letras, cifras, Numero(escrito.partition("/")[0], "", anio, fin))
    if p.voz[i] in VOZ.siglas:
        # «CREG-095»: la sigla es de quien expide, no del número.
        return Numero(p.escrito(j, fin), numero_llano(cifras), anio, fin)
    while p.pegada(fin) and (p.voz[fin] == "-" or p.voz[fin].isalnum()) and fin < i + 6:
        fin += 1
    escrito = p.escrito(i, fin).rstrip("-")
    return Numero(escrito, numero_llano(escrito), anio, fin)


def _de_corte(letras: str, cifras: str, leido: Numero) -> Numero | None:
    """«C-713», «C-362-96», «SC1234-2019»; «C-52903», que al copiar perdió el guion del año."""
    partes = re.fullmatch(r"(\d+)-(\d{2}|\d{4})", cifras)
    if letras not in _CONSTITUCIONALES:
        anio = anio_de(partes[2]) if partes else None
        return replace(leido, llano=f"{letras}{cifras}", anio=anio)
    partes = partes or re.fullmatch(r"(\d{3})(\d{2})", cifras)
    if partes is None:
        return replace(leido, llano=numero_de_providencia(f"{letras}-{cifras}"))
    anio = anio_de(partes[2]) or anio_corto(partes[2])
    return replace(leido, llano=numero_de_providencia(f"{letras}-{partes[1]}"), anio=anio)


def _partir_anio(voz: str) -> tuple[str, int | None]:
    """«713/08» → («713», 2008)."""
    numero, barra, cola = voz.rpartition("/")
    if not barra:
        return voz, None
    anio = anio_de(cola) or anio_corto(cola)
    return (numero, anio) if anio else (voz, None)


def _con_cifras(p: Piezas, i: int, tipo: Tipo) -> Numero | None:
    voz, j = p.voz[i], i + 1
    if ("-" in voz and not _CON_ANIO.fullmatch(voz)) or tipo in _RADICADOS:
        largo = _radicado(p, i) if tipo in _CON_LETRAS else None
        if largo is not None:
            return largo
    con_anio = _CON_ANIO.fullmatch(voz)
    if con_anio and tipo not in _RADICADOS:
        llano = _llano(con_anio[1], tipo)
        return Numero(con_anio[1], llano, int(con_anio[2]), j) if llano else None
    cifras, anio = (voz, None) if voz.isdigit() else _partir_anio(voz)
    if not cifras.isdigit() and not _DE_MILES.fullmatch(cifras):
        return None
    if tipo in {Tipo.RESOLUCION, Tipo.CIRCULAR} and _en_dos(p, i):
        cifras, j = cifras + p.voz[j], j + 1
    if p.pegada(j) and len(p.voz[j]) == 1 and p.voz[j].isalpha() and p.mayuscula(j):
        cifras, j = cifras + p.voz[j].upper(), j + 1
    ordinal = p.pegada(j) and p.voz[j] in {"a", "o"} and p.voz[j + 1] == "."
    if p.voz[j] == "°" or ordinal:
        j += 1 + ordinal
    escrito = p.escrito(i, j).removesuffix("°").removesuffix("º")
    if anio is not None:
        escrito = escrito.partition("/")[0]
    llano = _llano(cifras, tipo)
    return Numero(escrito, llano, anio, j) if llano else None


def _llano(cifras: str, tipo: Tipo) -> str | None:
    """El número en la forma que usa su clase; `None` si tiene cifras de más o de menos."""
    llano = (cifras.lstrip("0") or cifras) if cifras.isdigit() else numero_llano(cifras)
    if tipo is Tipo.DIARIO_OFICIAL and llano.isdigit():
        if int(llano) < _MENOR_DIARIO:
            return None
        llano = f"{int(llano):,}".replace(",", ".")
    elif tipo in _JUDICIALES:
        llano = numero_de_providencia(cifras)
    largo = len(llano.replace(".", "").replace("-", ""))
    return llano if largo <= _CIFRAS.get(tipo, _MUCHAS) else None


def _en_dos(p: Piezas, i: int) -> bool:
    """«4 0326»: la cifra de la dependencia separada del consecutivo de cuatro con cero."""
    a, b = p.voz[i], p.voz[i + 1]
    if len(a) == len(b) == _CIFRAS_DE_COMISION and b.isdigit():
        return p.voz[i + 2] in {"de", "del"}
    return (
        len(a) <= 2  # noqa: PLR2004  # una o dos cifras de dependencia
        and len(b) == _CON_CERO
        and b.isdigit()
        and not p.pegada(i + 1)
        and (b[0] == "0" or p.voz[i + 2] in {"de", "del"})
        and p.texto[p.fin[i] : p.ini[i + 1]].strip() == ""
    )


def _radicado(p: Piezas, i: int) -> Numero | None:
    """«3-2025-027838», «220-123456», «100202208-0158»: cifras con guiones."""
    voz = p.voz[i]
    if "-" not in voz or "/" in voz:
        return None
    fin = i + 1
    while p.pegada(fin) and (p.voz[fin] == "-" or p.voz[fin].isalnum()) and fin < i + 6:
        fin += 1
    return Numero(p.escrito(i, fin), voz, None, fin)


def es_marcador(voz: str) -> bool:
    """«xxxxxx»: un número que quedó sin llenar."""
    return len(voz) > 1 and set(voz) == {"x"}


def saltar_marcas(p: Piezas, i: int) -> int:
    """Salta «No.», «N°», «número», «radicado bajo el No.» antes del número."""
    j = i
    for _ in range(_PIEZAS_DE_RADICADO):
        if p.voz[j] in VOZ.marcas:
            j += 1
            while p.voz[j] in {".", "°", ":"}:
                j += 1
        else:
            break
    return j


def saltar_interno(p: Piezas, i: int) -> int:
    """«Oficio 906150 - int 1193 del…», «(int. 121)», «[100208192-1352]»: el número interno."""
    j = i
    while p.voz[j] in {"-", "(", "["}:
        j += 1
    con_rotulo = p.voz[j] in {"int", "interno"}
    if con_rotulo:
        j += 1
        j += p.voz[j] == "."
    elif p.voz[i] != "[":
        return i
    if not es_numero(p.voz[j]):
        return i
    j += 1
    return j + (p.voz[j] in {")", "]"})
