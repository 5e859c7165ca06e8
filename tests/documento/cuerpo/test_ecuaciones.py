"""De LaTeX a la ecuación de Word, con los arreglos que Word y LibreOffice necesitan."""

from __future__ import annotations

import pytest

from generador.documento.cuerpo.ecuaciones import a_omml
from generador.documento.ooxml import M, leer_xml
from generador.errores import DatoInvalido


@pytest.mark.parametrize(
    ("latex", "dice", "lleva"),
    [
        (r"P_i = \frac{a}{b}", "Pi=ab", ["sSub", "f"]),
        (r"\sqrt{\frac{a}{b}}", "ab", ["rad", "degHide", "deg", "f"]),
        (r"\sqrt[3]{x}", "3x", ["rad", "deg"]),
        (r"\sum_{i=1}^{n} x_i", "i=1nxi", ["nary"]),
        (r"\text{Puntaje (\%)}", "Puntaje\xa0(%)", ["nor"]),
        (r"5\%", "5%", ["nor"]),
        (r"a % b", "a%b", ["nor"]),
        (r"\text{Puntaje (%)}_i + 3", "Puntaje\xa0(%)i+3", ["sSub", "nor"]),
        (
            r"P_i = \frac{\text{Participación (%)}_i}{\sum_{i=1}^{n} \text{Participación (%)}_i}"
            r" \times P_{max}",
            "Pi=Participación\xa0(%)ii=1nParticipación\xa0(%)i×Pmax",
            ["sSub", "f", "nary"],
        ),
        (r"a < b", "a<b", []),
        (r"\hat{x} + \overline{y}", "x+y", ["acc", "bar"]),
        (r"\lim_{n \to \infty} a", "limn→∞a", ["limLow"]),
        (r"\left(\frac{a}{b}\right)", "ab", ["d"]),
        (r"\begin{cases} a & b \\ c & d \end{cases}", "abcd", ["m"]),
        (r"\mathrm{VF}", "VF", []),
    ],
)
def test_la_ecuacion_dice_lo_que_decia(latex: str, dice: str, lleva: list[str]) -> None:
    raiz = leer_xml(a_omml(latex).encode(), "")
    assert "".join(raiz.itertext()) == dice
    for nombre in lleva:
        assert next(raiz.iter(M + nombre), None) is not None, nombre
    assert next(raiz.iter(M + "box"), None) is None


@pytest.mark.parametrize(
    ("latex", "motivo"),
    [
        (r"\raiz{x}", r"no existe «\\raiz»"),
        (r"x^{2", "una llave no tiene pareja"),
        ("}{", "una llave no tiene pareja"),
        (r"\frac{a}", "falta o sobra algo"),
        (r"\left( a", "falta o sobra algo"),
        ("a & b", "falta o sobra algo"),
        ("{" * 900 + "}" * 900, "falta o sobra algo|está vacía"),
        ("x" * 4001, "pasa de 4000"),
        (r"\;", "está vacía"),
        ("", "falta o sobra algo|está vacía"),
    ],
)
def test_la_que_no_se_entiende_dice_por_que(latex: str, motivo: str) -> None:
    with pytest.raises(DatoInvalido, match=motivo) as hallado:
        a_omml(latex, 7)
    assert hallado.value.mensaje.startswith("Línea 7: La ecuación «")
    assert hallado.value.remedio
