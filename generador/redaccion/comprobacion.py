"""Lo que un texto ya leído no dejaría componer: se dice al validar, con su línea, y no al generar.

Son las ecuaciones que no se pueden escribir en Word, las remisiones a lo que no lleva número o está
en otro documento, y los artículos sin número donde nadie los numera.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generador.errores import DatoInvalido
from generador.hallazgos import Gravedad, Hallazgo, Lugar
from generador.marcado.bloques import (
    Articulo,
    ClaseDeRemision,
    Ecuacion,
    EcuacionEnLinea,
    Encabezado,
    Figura,
    Paragrafo,
    Remision,
    Tabla,
)
from generador.modelo.acto_general import CasoGeneral
from generador.modelo.concepto import CasoConcepto
from generador.modelo.memoria import CasoMemoria
from generador.redaccion.numeracion import numerar
from generador.redaccion.recorrido import hallar
from generador.redaccion.remisiones import numeros

if TYPE_CHECKING:
    from generador.caso.arbol import TextoCrudo
    from generador.marcado.bloques import Bloque
    from generador.modelo.comunes import Modelo
    from generador.redaccion.textos import Textos


@dataclass(frozen=True, slots=True)
class _Leido:
    """Un texto con sus bloques; `se_numera` dice si sus artículos sin número lo reciben."""

    texto: TextoCrudo
    bloques: tuple[Bloque, ...]
    se_numera: bool

    def error(self, codigo: str, linea: int, columna: int, error: tuple[str, str]) -> Hallazgo:
        mensaje, remedio = error
        escalar = self.texto.escalar
        hallazgo = Hallazgo(
            codigo=codigo,
            gravedad=Gravedad.ERROR,
            mensaje=mensaje,
            remedio=remedio,
            ruta="" if escalar is None else escalar.ruta,
        )
        if escalar is None:
            return hallazgo
        cuerpo = escalar.cuerpo
        if cuerpo is None:  # sus renglones no lo son del archivo
            return hallazgo.en(escalar.lugar)
        return hallazgo.en(Lugar(cuerpo.archivo, linea, columna or cuerpo.columna))


def comprobar(caso: Modelo, textos: Textos) -> list[Hallazgo]:
    """Todo lo que impediría componer los documentos de un caso ya leído."""
    acto, memoria = _documentos(caso, textos)
    todos = [*acto, *memoria]
    del_acto, de_la_memoria = (_numeros(leidos) for leidos in (acto, memoria))
    hallazgos = [h for leido in todos for h in _ecuaciones(leido)]
    hallazgos += [h for leido in todos for h in _sin_numero(leido)]
    hallazgos += _remisiones(acto, del_acto, de_la_memoria, ajeno="la memoria")
    hallazgos += _remisiones(memoria, de_la_memoria, del_acto, ajeno="el acto")
    return hallazgos


def _documentos(caso: Modelo, textos: Textos) -> tuple[list[_Leido], list[_Leido]]:
    """Los textos del acto y los de la memoria del mismo caso."""
    de_la_memoria: set[int] = set()
    numerados: set[int] | None = None
    if isinstance(caso, CasoGeneral):
        de_la_memoria = {id(texto) for texto in textos.de(caso.memoria)}
        numerados = {id(caso.dispositiva), *(id(anexo.texto) for anexo in caso.anexos)}
    elif isinstance(caso, CasoMemoria | CasoConcepto):
        numerados = set()
    partes: tuple[list[_Leido], list[_Leido]] = ([], [])
    for texto in textos.de(caso):
        se_numera = numerados is None or id(texto) in numerados
        bloques = textos.bloques(texto)
        leido = _Leido(texto, numerar(bloques) if se_numera else bloques, se_numera)
        partes[id(texto) in de_la_memoria].append(leido)
    return partes


def _numeros(leidos: Sequence[_Leido]) -> dict[str, str]:
    """El número de cada etiqueta de un documento; vacío si lo que la lleva no tiene."""
    con_etiqueta = (Articulo, Paragrafo, Encabezado, Tabla, Figura, Ecuacion)
    bloques = tuple(bloque for leido in leidos for bloque in leido.bloques)
    sin_numero = {b.etiqueta: "" for b in hallar(bloques, *con_etiqueta) if b.etiqueta}
    return sin_numero | numeros({"": bloques})


def _ecuaciones(leido: _Leido) -> Iterator[Hallazgo]:
    ecuaciones = list(hallar(leido.bloques, Ecuacion, EcuacionEnLinea))
    if not ecuaciones:
        return
    # Aquí y no arriba: quien no escribe ecuaciones no espera por lo que las traduce.
    from generador.documento.cuerpo.ecuaciones import a_omml

    for ecuacion in ecuaciones:
        try:
            a_omml(ecuacion.latex)
        except DatoInvalido as mala:
            dicho = mala.mensaje, mala.remedio
            yield leido.error("TEX002", ecuacion.linea, ecuacion.columna, dicho)


def _sin_numero(leido: _Leido) -> Iterator[Hallazgo]:
    """Los artículos y parágrafos que nadie numera."""
    for bloque in hallar(leido.bloques, Articulo, Paragrafo):
        if bloque.numero is None:
            mensaje = f"«{bloque.rotulo}.» está sin número, y aquí no se numera solo."
            remedio = (
                "Se numeran los de la parte dispositiva y los de cada anexo, fuera de listas y "
                "cuadros. Escriba el número; si lo transcribe, póngale «>» al renglón."
            )
            yield leido.error("TEX003", bloque.linea, 0, (mensaje, remedio))


def _remisiones(
    leidos: Iterable[_Leido], propios: dict[str, str], ajenos: dict[str, str], *, ajeno: str
) -> Iterator[Hallazgo]:
    """Las remisiones que no tendrían qué escribir. Las que no existen ya las dijo la lectura."""
    for leido in leidos:
        for remision in hallar(leido.bloques, Remision):
            malo = _malo(remision, propios, ajenos, ajeno)
            if malo:
                yield leido.error("TEX004", remision.linea, remision.columna, malo)


def _malo(
    remision: Remision, propios: dict[str, str], ajenos: dict[str, str], ajeno: str
) -> tuple[str, str] | None:
    """Qué tiene de malo una remisión y cómo se arregla, o `None` si está bien."""
    etiqueta = remision.etiqueta
    if remision.clase is ClaseDeRemision.NOTA:
        return None
    es_numero = remision.clase is ClaseDeRemision.NUMERO
    hallado = propios.get(etiqueta, ajenos.get(etiqueta))
    if hallado == "" and es_numero:
        return (
            f"Se remite al número de «{etiqueta}», que no lo tiene.",
            "Nómbrelo sin número: «el parágrafo de este artículo».",
        )
    if etiqueta in propios or etiqueta not in ajenos:
        return None
    if ajeno == "la memoria":
        mensaje = f"«{etiqueta}» está en la memoria: el acto no remite a ella."
        return mensaje, "Remita a algo del acto, o diga en el texto de qué se trata."
    if not es_numero:
        mensaje = f"«{etiqueta}» está en el acto: desde la memoria no se sabe en qué página."
        return mensaje, f"Cite su número: {{ref: {etiqueta}}}."
    return None
