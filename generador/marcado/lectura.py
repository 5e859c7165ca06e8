r"""Del Markdown que escribe el asesor a bloques, con todos los errores de una vez.

Se lee en dos vueltas: la primera parte los renglones en bloques (`reglas`) y recoge las notas y
las etiquetas, que pueden estar al final; la segunda lee lo que va dentro de cada renglón. Lo que
no se entiende queda como texto, con su error: nada se pierde.

La sintaxis se explica al asesor en `docs/marcado.md`. Parte de CommonMark 0.31
(https://spec.commonmark.org/0.31.2/) y se aparta donde allí el texto jurídico se funde o cambia.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from generador.hallazgos import Hallazgo, en_orden
from generador.marcado import notas
from generador.marcado.articulos import armar, regla_articulo, regla_rotulo_raro
from generador.marcado.bloques import (
    Bloque,
    CitaTextual,
    ClaseDeRemision,
    Encabezado,
    SaltoDePagina,
)
from generador.marcado.contexto import Contexto, Fuente, Linea
from generador.marcado.cuerpo import PROFUNDIDAD_MAXIMA, Cuerpo
from generador.marcado.definiciones import regla_definicion
from generador.marcado.ecuaciones import regla_ecuacion
from generador.marcado.en_linea import leer_en_linea
from generador.marcado.listas import regla_lista
from generador.marcado.literal import escapar
from generador.marcado.marcas import marca_de
from generador.marcado.objetos import regla_objeto
from generador.marcado.parecidos import errada, es_titulo
from generador.marcado.senales import (
    ARTICULO,
    CERCA,
    ENCABEZADO,
    ETIQUETA,
    SALTO,
    es_raya,
    interrumpe,
)
from generador.texto import sugerencia


@dataclass(frozen=True, slots=True)
class Marcado:
    """Los bloques de una fuente, sus etiquetas con la línea de cada una, y lo que está mal.

    Con hallazgos de gravedad error, los bloques sirven para un borrador y no para el acto.
    """

    bloques: tuple[Bloque, ...]
    hallazgos: tuple[Hallazgo, ...]
    etiquetas: dict[str, int]


def marcar(texto: str, *, archivo: str, linea_base: int = 1, columna_base: int = 1) -> Marcado:
    r"""Lee un texto suelto, que empieza en esa línea y columna de `archivo`.

    >>> leido = marcar("Hola, **mundo**.", archivo="a.md")
    >>> leido.bloques[0].contenido[1]
    Texto(texto='mundo', negrita=True, cursiva=False)
    >>> print(marcar("Como dice {ref: copias}.", archivo="a.md").hallazgos[0].como_texto())
    error: a.md:1:11: No hay ninguna etiqueta «copias».
           Póngala donde va: «# Título {copias}», «Artículo {copias}. …», «Tabla {copias}. …».
    """
    return marcar_juntas([Fuente(texto, archivo, linea_base, columna_base)])[0]


def marcar_juntas(fuentes: Sequence[Fuente]) -> tuple[Marcado, ...]:
    """Lee los textos de un mismo documento: cada uno puede remitir a etiquetas de los otros."""
    leidas = [_leer(fuente) for fuente in fuentes]
    etiquetas: dict[str, tuple[str, Linea]] = {}
    for ctx, _ in leidas:
        for etiqueta, lugar in ctx.etiquetas.items():
            archivo, otra = etiquetas.setdefault(etiqueta, (ctx.fuente.archivo, lugar))
            if otra is not lugar:
                mensaje = f"La etiqueta «{etiqueta}» ya se usó en {archivo}, línea {otra.numero}."
                ctx.error("MAR003", lugar, mensaje, "Ponga otro nombre en una de las dos.")
    for ctx, _ in leidas:
        _revisar_remisiones(ctx, etiquetas)
        notas.revisar(ctx)
    return tuple(
        Marcado(
            bloques,
            tuple(en_orden(dict.fromkeys(ctx.hallazgos))),
            {etiqueta: lugar.numero for etiqueta, lugar in ctx.etiquetas.items()},
        )
        for ctx, bloques in leidas
    )


def _leer(fuente: Fuente) -> tuple[Contexto, tuple[Bloque, ...]]:
    def leer(lineas: Sequence[Linea]) -> tuple[Bloque, ...]:
        cuerpo = Cuerpo(ctx, lineas, partir)
        partir(cuerpo)
        return armar(cuerpo)

    ctx = Contexto(fuente, leer)
    return ctx, leer(ctx.renglones())


def _revisar_remisiones(ctx: Contexto, etiquetas: dict[str, tuple[str, Linea]]) -> None:
    for etiqueta, clase, lugar in ctx.remisiones:
        if clase is not ClaseDeRemision.NOTA and etiqueta not in etiquetas:
            remedio = (
                f"{sugerencia(etiqueta, etiquetas)} Póngala donde va: «# Título {{{etiqueta}}}», "
                f"«Artículo {{{etiqueta}}}. …», «Tabla {{{etiqueta}}}. …»."
            ).strip()
            ctx.error("MAR003", lugar, f"No hay ninguna etiqueta «{etiqueta}».", remedio)


def partir(cuerpo: Cuerpo) -> None:
    """Parte en bloques los renglones de `cuerpo`."""
    i = cuerpo.con_texto(0)
    if i < len(cuerpo.lineas) and cuerpo.profundidad > PROFUNDIDAD_MAXIMA:
        mensaje = f"Hay más de {PROFUNDIDAD_MAXIMA} citas o listas, una dentro de otra."
        cuerpo.ctx.error("MAR009", cuerpo.lineas[i], mensaje, "Simplifique el texto.")
        cuerpo.parrafo([linea for linea in cuerpo.lineas if linea.texto])
        return
    while i < len(cuerpo.lineas):
        antes = i
        for regla in REGLAS:
            i = regla(cuerpo, antes)
            if i > antes:
                break
        i = cuerpo.con_texto(i)


def _regla_encabezado(cuerpo: Cuerpo, i: int) -> int:
    linea = cuerpo.lineas[i]
    hallado = ENCABEZADO.match(linea.texto)
    if not hallado:
        return i
    etiqueta = ETIQUETA.search(linea.texto, hallado.end())
    nombre = etiqueta[1] if etiqueta else ""
    cuerpo.ctx.etiquetar(nombre, linea)
    titulo = linea._replace(texto=linea.texto[: etiqueta.start()]) if etiqueta else linea
    contenido = titulo.desde(hallado.end())
    if ARTICULO.match(contenido.texto):
        mensaje = f"«{hallado[0]}» hace un título, y lo que sigue es un artículo o un parágrafo."
        cuerpo.ctx.error("MAR008", linea, mensaje, f"Quite «{hallado[0].strip()}».")

    def encabezar() -> Bloque:
        dentro = leer_en_linea(cuerpo.ctx, [contenido], en_titulo=True)
        return Encabezado(len(hallado[1]), dentro, nombre, linea=linea.numero)

    cuerpo.pendientes.append(encabezar)
    return i + 1


def _regla_cita(cuerpo: Cuerpo, i: int) -> int:
    fin = i
    while fin < len(cuerpo.lineas) and cuerpo.lineas[fin].texto.startswith(">"):
        fin += 1
    if fin == i:
        return i
    if fin < len(cuerpo.lineas) and cuerpo.lineas[fin].texto and not interrumpe(cuerpo, fin):
        mensaje = "Este renglón está pegado a una cita y no lleva «>»."
        remedio = "Si es de la cita, póngale «>»; si no, deje antes un renglón en blanco."
        cuerpo.ctx.error("MAR007", cuerpo.lineas[fin], mensaje, remedio)
    lineas = [_dentro_de_la_cita(linea) for linea in cuerpo.lineas[i:fin]]
    if not any(linea.texto for linea in lineas):
        cuerpo.ctx.error("MAR007", cuerpo.lineas[i], "La cita está vacía.", "Borre el «>».")
        return fin
    hijo = cuerpo.hijo(lineas, en_cita=True)
    numero = cuerpo.lineas[i].numero
    cuerpo.pendientes.append(lambda: CitaTextual(armar(hijo), linea=numero))
    return fin


def _dentro_de_la_cita(linea: Linea) -> Linea:
    resto = linea.desde(1)
    return resto.menos(1)


def _regla_salto(cuerpo: Cuerpo, i: int) -> int:
    if not SALTO.match(cuerpo.lineas[i].texto):
        return i
    cuerpo.pendientes.append(partial(SaltoDePagina, linea=cuerpo.lineas[i].numero))
    return i + 1


def _regla_no_admitido(cuerpo: Cuerpo, i: int) -> int:
    """Código y rayas: se dicen, y el texto queda a la vista."""
    linea = cuerpo.lineas[i]
    if es_raya(linea.texto):
        mensaje = f"No se admite una raya («{linea.texto[:20]}»)."
        remedio = "Para página nueva escriba «{salto de página}»; para título, «# Título»."
        cuerpo.ctx.error("MAR001", linea, mensaje, remedio)
        return i + 1
    if CERCA.match(linea.texto):
        mensaje = f"No se admite un bloque de código («{linea.texto[:3]}»)."
        cuerpo.ctx.error("MAR001", linea, mensaje, "Quite las marcas y deje el texto.")
        cuerpo.parrafo([linea._replace(texto=escapar(linea.texto))])
        return i + 1
    return i


def _regla_parrafo(cuerpo: Cuerpo, i: int) -> int:
    fin = cuerpo.seguidas(i)
    sola = " " not in cuerpo.lineas[i].texto and marca_de(f"{cuerpo.lineas[i].texto} x")
    if sola and fin > i + 1:
        mensaje = f"«{cuerpo.lineas[i].texto}» está solo en su renglón."
        remedio = "Si es de una lista, escriba su texto al lado; si no, una barra antes del signo."
        cuerpo.ctx.error("MAR007", cuerpo.lineas[i], mensaje, remedio)
    _mal_empezado(cuerpo, i, fin)
    cuerpo.parrafo(cuerpo.lineas[i:fin])
    return fin


def _mal_empezado(cuerpo: Cuerpo, i: int, fin: int) -> None:
    """El párrafo que empieza como una lista mal escrita, o por un título que se fundiría."""
    linea = cuerpo.lineas[i]
    mala = errada(linea.texto)
    if mala:
        mensaje = f"«{mala[0]}» no es la marca de una lista."
        remedio = f"Escriba «{mala[1]}»; si es literal, una barra antes del signo."
        cuerpo.ctx.error("MAR007", linea, mensaje, remedio)
    if fin > i + 1 and es_titulo(linea.texto):
        mensaje = f"El título «{linea.texto}» quedaría en el mismo párrafo que lo que sigue."
        remedio = f"Escríbalo «# {linea.texto}», o deje después un renglón en blanco."
        cuerpo.ctx.error("MAR007", linea, mensaje, remedio)


REGLAS: tuple[Callable[[Cuerpo, int], int], ...] = (
    _regla_no_admitido,
    _regla_encabezado,
    _regla_cita,
    regla_definicion,
    _regla_salto,
    regla_objeto,
    regla_ecuacion,
    regla_articulo,
    regla_rotulo_raro,
    regla_lista,
    _regla_parrafo,
)
