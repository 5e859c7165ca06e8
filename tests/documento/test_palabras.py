import pytest

from generador.documento.apertura import abrir
from generador.documento.palabras import palabras
from tests.pdf.documentos import campo, con, con_xml


@pytest.mark.parametrize(
    ("contenido", "esperadas"),
    [
        (con(lambda p: p.add_run("uno-dos\ttres")), "que el acto rige uno dos tres"),
        (con(lambda p: campo(p, "REF a", "quinto")), "que el acto rige"),
        (con_xml("<w:vanish/>", en="formato"), "que el acto rige"),
        (con_xml('<w:vanish w:val="0"/>', en="formato"), "que el acto rige texto"),
        (
            con_xml('<w:fldSimple w:instr="SEQ a"><w:r><w:t>9</w:t></w:r></w:fldSimple>'),
            "que el acto rige texto",
        ),
    ],
)
def test_las_palabras_que_se_exigen_son_las_que_se_imprimen(
    contenido: bytes, esperadas: str
) -> None:
    paquete = abrir(contenido)
    assert palabras(paquete.arboles[paquete.principal]) == esperadas.split()
