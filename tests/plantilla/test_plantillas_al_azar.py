"""Plantillas armadas al azar con todo el lenguaje de docxtpl: el documento es siempre el suyo."""

from __future__ import annotations

import io
import random
from typing import Any

import pytest
from docx import Document
from docxtpl import DocxTemplate, Listing, RichText

from generador.plantilla.compilada import compilar
from generador.plantilla.valores_docxtpl import aislado
from tests.plantilla.fabrica import como_word
from tests.plantilla.test_equivalencia import diferencias

TROZOS = (
    "texto ", "{{ x }}", "{{y}}", "{% if a %}A{% else %}B{% endif %}", " & “c” — ", "{{r rt }}",
    "{% for i in l %}{{ i }},{% endfor %}", "{{ ls }}", "{{ x|upper }}", "{# nada #}", "{{ n }}",
    "{% if not a %}{{ x }}{% endif %}", "{% set z = x %}{{ z }}",
)  # fmt: skip
VALORES = (
    "v", "a & <b>", "u\nv", "t\tw", "p\aq", "f\fg", "“comillas” 😀", "{{ x }}", "", "  ",
)  # fmt: skip
HONDURA = 2


class Azar:
    """Arma una plantilla y sus datos; la misma semilla, los mismos."""

    def __init__(self, semilla: int) -> None:
        self.dado = random.Random(semilla)  # noqa: S311  # no es para guardar secretos
        self.documento = Document()

    def plantilla(self) -> bytes:
        for _ in range(self.dado.randint(1, 6)):
            self._bloque(self.documento, 0)
        if self.dado.random() < 0.4:
            self._escribir(self.documento.sections[0].header.paragraphs[0], self._trozo())
        return como_word(self.documento)

    def datos(self) -> dict[str, object]:
        return {
            "x": self._valor(),
            "y": self._valor(),
            "a": self.dado.random() < 0.5,
            "l": [self._valor() for _ in range(self.dado.randint(0, 3))],
            "rt": RichText(self._valor(), bold=True),
            "ls": Listing(self._valor()),
            "n": self.dado.randint(1, 3),
        }

    def _valor(self) -> str:
        return self.dado.choice(VALORES)

    def _trozo(self) -> str:
        return self.dado.choice(TROZOS)

    def _escribir(self, parrafo: Any, texto: str) -> None:
        corte = self.dado.randint(0, len(texto))
        for pedazo in (texto[:corte], texto[corte:]):
            parrafo.add_run(pedazo).bold = self.dado.choice((None, True))

    def _bloque(self, donde: Any, hondura: int) -> None:
        suerte = self.dado.random()
        if suerte < 0.5 or hondura > HONDURA:
            parrafo = donde.add_paragraph()
            for _ in range(self.dado.randint(0, 4)):
                self._escribir(parrafo, self._trozo())
        elif suerte < 0.8:
            abre, cierra = self.dado.choice(
                (("if a", "if"), ("if not a", "if"), ("for j in l", "for"))
            )
            donde.add_paragraph(f"{{%p {abre} %}}")
            self._bloque(donde, hondura + 1)
            if self.dado.random() < 0.3:
                donde.add_paragraph("{%p else %}")
                self._bloque(donde, hondura + 1)
            donde.add_paragraph(f"{{%p end{cierra} %}}")
        elif hondura < HONDURA:
            self._tabla(donde)

    def _tabla(self, donde: Any) -> None:
        ancho = self.dado.randint(1, 3)
        tabla = donde.add_table(0, ancho)
        if self.dado.random() < 0.7:
            self._fila(tabla, *(self._trozo() for _ in range(ancho)))
        orden = self.dado.choice(("", "for f in l", "if a", "colspan n", "columnas"))
        if orden == "columnas" and ancho > HONDURA:
            self._fila(tabla, "{%tc for c in l %}", "{{ c }}", "{%tc endfor %}")
        elif orden == "colspan n":
            self._fila(tabla, "{% colspan n %}w", limpia=True)
        elif orden.startswith(("for", "if")):
            tabla.add_row().cells[0].text = f"{{%tr {orden} %}}"
            celdas = self._fila(tabla, "{{ l }}")
            if self.dado.random() < 0.3:
                self._bloque(celdas[-1], HONDURA)
            tabla.add_row().cells[0].text = f"{{%tr end{orden.split()[0]} %}}"
        if self.dado.random() < 0.4:
            celdas = self._fila(tabla, "fin")
            celdas[0].merge(celdas[-1])

    def _fila(self, tabla: Any, *textos: str, limpia: bool = False) -> Any:
        celdas = tabla.add_row().cells
        for celda, texto in zip(celdas, textos, strict=False):
            if not limpia and self.dado.random() < 0.2 and "tc" not in texto:
                self._escribir(celda.paragraphs[0], self._trozo())
            self._escribir(celda.paragraphs[0], texto)
        return celdas


def _comprobar(semilla: int) -> None:
    azar = Azar(semilla)
    docx = azar.plantilla()
    datos = azar.datos()
    plantilla = DocxTemplate(io.BytesIO(docx))
    plantilla.render(datos, aislado(), autoescape=True)
    salida = io.BytesIO()
    plantilla.save(salida)
    assert diferencias(salida.getvalue(), compilar(docx).rendir(datos)) == []


@pytest.mark.parametrize("semilla", range(40))
def test_es_el_documento_de_docxtpl(semilla: int) -> None:
    _comprobar(semilla)


@pytest.mark.lenta
def test_es_el_documento_de_docxtpl_campania() -> None:
    for semilla in range(1000, 1500):
        _comprobar(semilla)
