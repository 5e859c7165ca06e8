"""La lista de referencias: la tabla de documentos, los motivos y sus propiedades."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.citas.cita import Cita, CitaHallada, Modo
from generador.citas.jerarquia import jerarquia, leer_jerarquia
from generador.citas.norma import Norma, Tipo
from generador.citas.referencias import Agregada, Excluida, Referencia, consolidar
from generador.errores import DatoInvalido

from .casos import leer_cita, leer_norma
from .estrategias import citas

LEY = Norma(Tipo.LEY, "80", 1993)


def hallada(cita: Cita | None, inicio: int = 0, *, transcrita: bool = False) -> CitaHallada:
    """Una cita en un texto cualquiera."""
    tipo = cita.norma.tipo if cita else Tipo.LEY
    return CitaHallada(tipo, Modo.PLENA, inicio, inicio + 1, 1, "x", cita, transcrita=transcrita)


@dataclass
class Documento:
    """Un documento de referencias.txt."""

    titulo: str
    lineas: list[tuple[str, str]] = field(default_factory=list)

    def de(self, *signos: str) -> list[str]:
        return [texto for signo, texto in self.lineas if signo in signos]


def documentos() -> list[Documento]:
    """Los documentos de la tabla, tras la explicación."""
    texto = (Path(__file__).parent / "referencias.txt").read_text(encoding="utf-8")
    leidos = []
    for bloque in texto.split("\n=== ")[1:]:
        titulo, *lineas = bloque.splitlines()
        leidos.append(Documento(titulo, [(x[0], x[2:]) for x in lineas if x.strip()]))
    return leidos


def citas_de(documento: Documento) -> list[CitaHallada]:
    return [
        hallada(None if signo == "?" else leer_cita(texto), n, transcrita=signo == '"')
        for n, (signo, texto) in enumerate(documento.lineas)
        if signo in '-"?'
    ]


def escrito(renglon: Referencia, *, con_veces: bool) -> str:
    veces = f" [{renglon.veces}]" if con_veces else ""
    return renglon.texto + veces + (f" # {renglon.motivo}" if renglon.motivo else "")


@pytest.mark.parametrize("documento", documentos(), ids=lambda d: d.titulo)
def test_tabla_de_referencias(documento: Documento) -> None:
    agregadas = [linea.split(" # ") for linea in documento.de("+")]
    excluidas = [linea.split(" # ") for linea in documento.de("x")]
    referencias = consolidar(
        citas_de(documento),
        agregadas=[Agregada(leer_cita(cita), motivo) for cita, motivo in agregadas],
        excluidas=[Excluida(leer_norma(norma), motivo) for norma, motivo in excluidas],
    )
    assert [escrito(r, con_veces=True) for r in referencias.renglones] == documento.de("=")
    assert [escrito(r, con_veces=False) for r in referencias.fuera] == documento.de("~")
    assert len(referencias.sin_resolver) == len(documento.de("?"))
    avisos = [(aviso.codigo, aviso.mensaje) for aviso in referencias.avisos]
    for (codigo, mensaje), esperado in zip(avisos, documento.de("!"), strict=True):
        assert codigo == esperado.partition(" ")[0]
        assert esperado.partition(" ")[2] in mensaje


def test_la_primera_cita_es_la_primera_propia() -> None:
    cita = Cita(LEY)
    referencias = consolidar(
        [hallada(cita, 3, transcrita=True), hallada(cita, 7), hallada(cita, 9)]
    )
    (renglon,) = referencias.renglones
    assert renglon.primera is not None
    assert (renglon.primera.inicio, renglon.veces, renglon.grupo) == (7, 2, "normas")


def test_la_agregada_no_tiene_lugar() -> None:
    (renglon,) = consolidar([], agregadas=[Agregada(Cita(LEY), "la aplica")]).renglones
    assert (renglon.primera, renglon.veces, renglon.motivo) == (None, 0, "la aplica")


@pytest.mark.parametrize("motivo", ["", "  "])
def test_sin_motivo_no_se_agrega_ni_se_excluye(motivo: str) -> None:
    with pytest.raises(DatoInvalido, match="Ley 80 de 1993 se agrega a las referencias sin decir"):
        Agregada(Cita(LEY), motivo)
    with pytest.raises(DatoInvalido, match="Ley 80 de 1993 se excluye de las referencias sin"):
        Excluida(LEY, motivo)


def test_no_se_agrega_lo_que_no_es_referencia() -> None:
    with pytest.raises(DatoInvalido, match=r"Diario Oficial 51\.453 no es una referencia"):
        Agregada(Cita(Norma(Tipo.DIARIO_OFICIAL, "51.453")), "se publicó ahí")


@given(st.lists(citas(), max_size=12))
@settings(derandomize=True, deadline=None)
def test_cada_cita_esta_en_un_solo_renglon(varias: list[Cita]) -> None:
    referencias = consolidar(hallada(cita, n) for n, cita in enumerate(varias))
    normas = [renglon.norma for renglon in referencias.renglones]
    assert len(set(normas)) == len(normas)
    contadas = [x for x in varias if x.norma.tipo in jerarquia().puestos]
    assert sum(renglon.veces for renglon in referencias.renglones) == len(contadas)
    al_reves = consolidar(hallada(cita, n) for n, cita in enumerate(reversed(varias)))
    assert [r.texto for r in al_reves.renglones] == [r.texto for r in referencias.renglones]


# --- La jerarquía -------------------------------------------------------------------------------


def test_toda_clase_tiene_su_lugar() -> None:
    fuera = set(Tipo) - jerarquia().puestos.keys()
    assert fuera == {Tipo.DIARIO_OFICIAL, Tipo.GACETA, Tipo.INTERNA}
    assert list(jerarquia().titulos) == [
        "normas",
        "providencias",
        "conceptos",
        "doctrina",
        "documentos",
    ]


def grupo(*clases: str) -> dict[str, Any]:
    return {"grupo": [{"nombre": "normas", "titulo": "Normas", "orden": [list(clases)]}]}


@pytest.mark.parametrize(
    ("datos", "mensaje"),
    [
        (grupo("lei"), "«lei» no es una clase de norma.*«ley»"),
        (grupo("ley", "ley"), "«ley» está dos veces"),
        (grupo("ley"), "no se sabe dónde van: constitucion"),
        ({**grupo(*Tipo), "fuera": {"clases": ["ley"]}}, "no se sabe dónde van: lo de fuera"),
    ],
)
def test_jerarquia_mal_escrita(datos: dict[str, Any], mensaje: str) -> None:
    with pytest.raises(DatoInvalido, match=mensaje):
        leer_jerarquia(datos)
