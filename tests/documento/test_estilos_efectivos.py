from typing import Any

from generador.documento.apertura import abrir
from generador.documento.estilos_efectivos import EstilosEfectivos, encendido
from generador.documento.ooxml import Elemento, W
from tests.pdf.documentos import bytes_de, elemento, nuevo


def _ultima_corrida(documento: Any) -> tuple[EstilosEfectivos, Elemento]:
    paquete = abrir(bytes_de(documento))
    (cuerpo,) = paquete.impresos("document")
    return EstilosEfectivos(paquete), list(cuerpo.iter(W + "r"))[-1]


def test_la_corrida_manda_sobre_su_estilo_y_este_sobre_el_del_parrafo() -> None:
    documento = nuevo()
    documento.styles["Heading 1"].font.all_caps = True
    documento.styles["Strong"].font.name = "Georgia"
    corrida = documento.add_heading("", 1).add_run("Considerando", style="Strong")
    estilos, hallada = _ultima_corrida(documento)
    assert encendido(estilos.formatos(hallada), "caps")
    assert estilos.letras(estilos.formatos(hallada)) == {"Georgia"}
    corrida.font.all_caps = False
    estilos, hallada = _ultima_corrida(documento)
    assert not encendido(estilos.formatos(hallada), "caps")


def test_el_estilo_del_documento_rige_al_parrafo_que_no_dice_otro() -> None:
    documento = nuevo("Georgia")
    documento.add_paragraph("texto")
    estilos, hallada = _ultima_corrida(documento)
    assert estilos.letras(estilos.formatos(hallada)) == {"Georgia"}


def test_dos_estilos_que_se_heredan_uno_al_otro_no_cuelgan() -> None:
    documento = nuevo()
    for de, a in (("Normal", "Heading1"), ("Heading 1", "Normal")):
        estilo = documento.styles[de].element
        for viejo in estilo.findall(W + "basedOn"):
            estilo.remove(viejo)
        estilo.insert(1, elemento(f'<w:basedOn w:val="{a}"/>'))
    documento.add_paragraph("texto")
    estilos, _ = _ultima_corrida(documento)
    assert len(estilos.cadena("Normal")) == 2
