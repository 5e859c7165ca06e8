"""Las fuentes en Word: la nota de la primera mención, y el número de ella en las siguientes."""

from __future__ import annotations

from generador.documento.campos import campos
from generador.documento.lectura import parrafos
from generador.documento.ooxml import leer_xml
from generador.documento.paquete import leer_paquete
from generador.lengua.comillas import ANGULARES
from generador.marcado.bloques import Texto
from generador.marcado.lectura import marcar
from generador.redaccion.comillas import en_bloques
from generador.redaccion.fuentes import resolver
from generador.redaccion.fuentes_escritas import Referencia
from tests.documento.cuerpo.taller import hacer

REFERENCIAS = {
    clave: Referencia((Texto(f"Corte. Sentencia {clave}"),), (Texto(f"Sentencia {clave}"),))
    for clave in ("A", "B")
}
MARKDOWN = """
Uno^[Del asesor.] dos {fuente: A}.

Tres[^n] cuatro {fuente: A, p. 2}.

[^n]: Como {fuente: B}.

> "Cita 'de adentro'.
>
> Sigue {fuente: B}".

- {fuente: A}{fuente: B}
"""


def documento() -> bytes:
    partes = resolver({"": marcar(MARKDOWN, archivo="a.md").bloques}, REFERENCIAS)
    return hacer(*en_bloques(partes, ANGULARES)[""])


def test_cada_remision_trae_el_numero_de_la_nota_donde_salio_completa() -> None:
    docx = documento()
    notas = leer_xml(leer_paquete(docx)["word/footnotes.xml"], "notas")
    hallados = [c.guardado for c in campos(notas) if c.nombre == "NOTEREF"]
    # Las notas: 1 del asesor, 2 A, 3 n con B, 4 A, 5 B, 6 A y B.
    assert hallados == ["2", "3", "2", "3"]
    escritas = ["".join(nota.itertext()).strip() for nota in notas][2:]
    assert escritas[1] == "Corte. Sentencia A."
    assert escritas[2] == "Como Corte. Sentencia B."
    assert escritas[3].startswith("Sentencia A, ver nota ")
    assert escritas[3].endswith("2, p. 2.")


def test_la_cita_de_dos_parrafos_lleva_la_comilla_de_seguir_una_sola_vez() -> None:
    lineas = parrafos(documento())
    assert "«Cita “de adentro”." in lineas
    assert [linea for linea in lineas if linea.startswith("»Sigue")]
