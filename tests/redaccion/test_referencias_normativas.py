from __future__ import annotations

from generador.marcado.lectura import marcar
from generador.modelo.concepto_partes import AjustesDeReferencias
from generador.modelo.falta import Falta
from generador.redaccion.referencias_normativas import (
    citas_de,
    lista_de_normas,
    reunir_referencias,
)

TEXTO = r"""
El artículo 3 de la Ley 80 de 1993\
y la Ley 1150 de 2007[^1] con \(x\) y [la Ley 1474 de 2011](https://ejemplo.co).

[^1]: Ver el artículo 2 de la Ley 816 de 2003 y la Sentencia C-713 de 2008.

> La Ley 57 de 1887 y
>
> - el artículo 1 de la Ley 153 de 1887.

1. El Decreto 1082 de 2015, artículo 2.2.1.1.1.3.1.

| Norma |
|-------|
| Ley 2069 de 2020 |

Lo dijo “la Ley 4 de 1913”.
"""


def partes(texto: str = TEXTO) -> dict[str, tuple[object, ...]]:
    leido = marcar(texto, archivo="a.md")
    assert leido.hallazgos == ()
    return {"cuerpo": leido.bloques}


def renglones(ajustes: AjustesDeReferencias | None = None) -> list[str]:
    (lista,) = lista_de_normas(reunir_referencias(partes(), ajustes))
    return [elemento[0].contenido[0].texto for elemento in lista.elementos]  # type: ignore[union-attr]  # es una lista de párrafos de texto


def test_las_notas_y_los_cuadros_cuentan_y_lo_transcrito_no() -> None:
    assert renglones() == [
        "Ley 80 de 1993, artículo 3.",
        "Ley 816 de 2003, artículo 2.",
        "Ley 1150 de 2007.",
        "Ley 1474 de 2011.",
        "Ley 2069 de 2020.",
        "Decreto 1082 de 2015, artículo 2.2.1.1.1.3.1.",
    ]


def test_la_cita_textual_es_transcripcion_aunque_no_lleve_comillas() -> None:
    transcritas = {h.texto for h in citas_de(partes()) if h.transcrita}
    assert "Ley 57 de 1887" in transcritas
    assert "Ley 4 de 1913" in transcritas
    assert "Ley 1150 de 2007" not in transcritas


def test_los_ajustes_que_no_se_entienden_no_cuentan() -> None:
    datos = {
        "agregar": [
            {"norma": "Ley 4 de 1913", "motivo": "cómputo"},
            {"norma": "Sentencia C-713 de 2008", "motivo": "no es norma"},
            {"norma": Falta("norma"), "motivo": "m"},
        ],
        "excluir": [{"norma": "Ley 80 de 1993", "motivo": "sobra"}],
    }
    salen = renglones(AjustesDeReferencias.model_validate(datos))
    assert salen[0] == "Ley 4 de 1913."
    assert not any("80 de 1993" in renglon or "C-713" in renglon for renglon in salen)


def test_sin_normas_no_hay_lista() -> None:
    assert lista_de_normas(reunir_referencias(partes("Nada que citar."), None)) == ()
