import pytest

from generador.documento.lectura import parrafos, texto
from tests.plantilla.taller import con_notas, hacer, hacer_con_xml, hacer_tabla, llamada, trozo

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


@pytest.mark.parametrize(
    ("interior", "esperado"),
    [
        (trozo("a") + trozo("b"), "ab"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r>", "1\u20112"),
        ('<w:ins w:id="1" w:author="x">' + trozo("sí") + "</w:ins>", "sí"),
        ('<w:del w:id="1" w:author="x">' + trozo("no") + "</w:del>x", ""),
        ("<w:r><w:t> recortado </w:t></w:r>", "recortado"),
        (trozo(" entero "), " entero "),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>", ""),
        (f"<mc:AlternateContent {MC}><mc:Choice>{trozo('a')}</mc:Choice>"
         f"<mc:Fallback>{trozo('a')}</mc:Fallback></mc:AlternateContent>", "a"),
    ],
)  # fmt: skip
def test_un_parrafo(interior: str, esperado: str) -> None:
    assert parrafos(hacer_con_xml(interior)) == [esperado]


def test_cuerpo_encabezado_pie_y_notas_en_orden() -> None:
    assert parrafos(hacer("uno", "dos", encabezado="E", pie="P")) == ["uno", "dos", "E", "P"]
    assert texto(con_notas(hacer_con_xml(trozo("c") + llamada(1)), {1: "n"})) == "c\nn"


def test_las_tablas_van_por_filas() -> None:
    assert parrafos(hacer_tabla(("a", "b"), ("c", "d"))) == ["a", "b", "c", "d"]
