import io
import os
import shutil
import sys
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from generador.documento.apertura import abrir
from generador.errores import ErrorDePdf, FaltaComponente
from generador.pdf import comprobacion, libreoffice, perfil
from generador.pdf.conformidad import archivar, carencias
from generador.pdf.lectura import paginas, textos
from generador.pdf.libreoffice import LibreOffice, buscar

from .documentos import METADATOS, acto, bytes_de, con, con_xml, documento, nuevo, reescrito

ACTO = acto()
SOFFICE = buscar()
con_soffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice no está instalado")
en_posix = pytest.mark.skipif(sys.platform == "win32", reason="los programas falsos son de sh")


@pytest.fixture
def falso(tmp_path: Path) -> Callable[..., LibreOffice]:
    """Fabrica un LibreOffice que en realidad es el guion de `sh` que se le dé."""

    def hacer(guion: str, espera: float = 20.0) -> LibreOffice:
        ejecutable = tmp_path / "soffice"
        ejecutable.write_text(f"#!/bin/sh\n{guion}\n", encoding="utf-8")
        ejecutable.chmod(0o755)
        return LibreOffice(ejecutable, espera=espera, espera_por_documento=0.0)

    return hacer


def _vivo(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    estado = Path(f"/proc/{pid}/stat")
    return not (estado.exists() and estado.read_text(encoding="utf-8").rsplit(")")[1][1] == "Z")


@en_posix
def test_colgado_se_mata_con_sus_hijos(falso: Callable[..., LibreOffice], tmp_path: Path) -> None:
    hijo = tmp_path / "hijo"
    motor = falso(f'sleep 300 & echo $! > "{hijo}"; sleep 300', espera=0.5)
    with pytest.raises(FaltaComponente, match="LibreOffice no terminó en"):
        motor.convertir([documento(ACTO)])
    limite = time.monotonic() + 20
    while _vivo(int(hijo.read_text(encoding="utf-8"))) and time.monotonic() < limite:
        time.sleep(0.05)
    assert not _vivo(int(hijo.read_text(encoding="utf-8")))


@en_posix
def test_el_que_termina_y_deja_hijos_tampoco_los_deja_vivos(
    falso: Callable[..., LibreOffice], tmp_path: Path
) -> None:
    hijo = tmp_path / "hijo"
    motor = falso(f'sleep 300 & echo $! > "{hijo}"; exit 0')
    with pytest.raises(FaltaComponente):
        motor.convertir([documento(ACTO)])
    limite = time.monotonic() + 20
    while _vivo(int(hijo.read_text(encoding="utf-8"))) and time.monotonic() < limite:
        time.sleep(0.05)
    assert not _vivo(int(hijo.read_text(encoding="utf-8")))


@en_posix
@pytest.mark.parametrize(
    "guion",
    [
        "exit 0",
        "exit 81",
        # Deja un pedazo de PDF, como cuando muere a la mitad.
        'while [ "$1" != "--outdir" ]; do shift; done; printf "%%PDF-1.7 " > "$2/0001.pdf"',
    ],
)
def test_salir_sin_escribir_no_engana(falso: Callable[..., LibreOffice], guion: str) -> None:
    # Responde su versión, así que el programa está sano y el problema es la conversión.
    sano = f'case "$*" in *--version*) echo "LibreOffice 24.2.1"; exit 0;; esac; {guion}'
    with pytest.raises(ErrorDePdf, match="ni en el lote ni solo") as error:
        falso(sano).convertir([documento(ACTO, "Resolución 1.docx")])
    assert "«Resolución 1.docx»" in error.value.mensaje


@en_posix
def test_un_pdf_que_no_se_puede_abrir_no_engana(falso: Callable[..., LibreOffice]) -> None:
    motor = falso(
        'while [ "$1" != "--outdir" ]; do shift; done; printf "%%PDF-1.7\\n%%%%EOF" > "$2/0001.pdf"'
    )
    with pytest.raises(ErrorDePdf, match=r"«acto\.docx»: El PDF no se puede abrir"):
        motor.convertir([documento(ACTO)])


@en_posix
def test_corre_con_perfil_propio_y_sin_el_ambiente_del_asesor(
    falso: Callable[..., LibreOffice], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAVE_SECRETA", "no")
    monkeypatch.setenv("http_proxy", "http://ejemplo.co")
    visto = tmp_path / "visto"
    copia = tmp_path / "perfil.xcu"
    motor = falso(
        'case "$*" in *--version*) exit 0;; esac; '
        f'env > "{visto}"; echo "$@" >> "{visto}"; '
        f'cp "$HOME/perfil/user/registrymodifications.xcu" "{copia}"'
    )
    with pytest.raises(FaltaComponente):
        motor.convertir([documento(ACTO, "--malo, nombre.docx")])
    dicho = visto.read_text(encoding="utf-8")
    assert "CLAVE_SECRETA" not in dicho
    assert "http_proxy" not in dicho
    assert "-env:UserInstallation=file:///" in dicho
    assert "/0001.docx" in dicho
    assert "--malo" not in dicho
    llaves = copia.read_text(encoding="utf-8")
    for llave, valor in (
        ("DisableMacrosExecution", "true"),
        ("MacroSecurityLevel", "3"),
        ("BlockUntrustedRefererLinks", "true"),
        ("ooInetProxyType", "1"),
    ):
        assert f'"{llave}" oor:op="fuse"><value>{valor}<' in llaves


@pytest.mark.parametrize(
    ("dijo", "avisa"),
    [("7.4.7.2 40(Build:2)", True), ("6.1", True), ("7.5.1", False), ("25.8.1.1 abc", False)],
)
@en_posix
def test_avisa_de_las_series_viejas(
    falso: Callable[..., LibreOffice], dijo: str, *, avisa: bool
) -> None:
    motor = falso(f'echo "LibreOffice {dijo}"')
    assert motor.version == dijo.split(maxsplit=1)[0]
    assert (motor.advertencia is not None) == avisa


@en_posix
def test_otro_programa_no_pasa_por_libreoffice(falso: Callable[..., LibreOffice]) -> None:
    with pytest.raises(FaltaComponente, match="no responde como LibreOffice"):
        _ = falso("echo hola").version


def test_un_programa_que_no_arranca_se_dice(tmp_path: Path) -> None:
    with pytest.raises(FaltaComponente, match="No se pudo arrancar LibreOffice"):
        LibreOffice(tmp_path / "no-existe").convertir([documento(ACTO)])


@en_posix
def test_sin_el_modulo_de_ecuaciones_se_niega(
    falso: Callable[..., LibreOffice], tmp_path: Path
) -> None:
    (tmp_path / "libswlo.so").touch()
    ecuacion = con_xml("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", en="párrafo")
    with pytest.raises(FaltaComponente, match=r"«acto\.docx» tiene ecuaciones") as error:
        falso("exit 0").convertir([documento(ecuacion)])
    assert "libreoffice-math" in error.value.remedio
    with pytest.raises(FaltaComponente, match="no responde como LibreOffice"):
        falso("exit 0").convertir([documento(ACTO)])


def test_un_pdf_sin_paginas_se_rechaza(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comprobacion, "paginas", lambda _: 0)
    with pytest.raises(ErrorDePdf, match="sin páginas"):
        comprobacion.comprobar(abrir(ACTO), b"")


def test_busca_en_el_path_y_luego_donde_suele_instalarse(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shutil, "which", lambda orden: f"/bin/{orden}")
    assert buscar() == Path("/bin/soffice")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(libreoffice, "_EN_OTROS", ())
    assert buscar() is None
    programa = tmp_path / "LibreOffice 25" / "program" / "soffice.com"
    programa.parent.mkdir(parents=True)
    programa.touch()
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))
    assert buscar() == programa


def test_la_direccion_del_perfil_es_un_uri(tmp_path: Path) -> None:
    assert perfil.escribir(tmp_path / "con espacio y ñ").startswith("file:///")
    assert " " not in perfil.escribir(tmp_path / "otro con espacio")


def _agregar(texto: str) -> Callable[[Any], object]:
    return lambda parrafo: parrafo.add_run(texto)


def _motor() -> LibreOffice:
    assert SOFFICE is not None
    return LibreOffice(SOFFICE)


@pytest.mark.libreoffice
@con_soffice
def test_el_acto_sale_archivable_y_con_los_mismos_bytes() -> None:
    primero, segundo = (_motor().convertir([documento(ACTO)])[0] for _ in range(2))
    assert paginas(primero) >= 3
    assert "ENCABEZADO PRIMERO" in textos(primero)[0]
    final = archivar(primero, METADATOS)
    assert archivar(segundo, METADATOS) == final
    assert len(final) < len(primero) * 1.1
    # La caja de texto del acto de prueba no trae texto alternativo: es lo único que falta.
    assert carencias(final) in ([], ["figuras sin texto alternativo: 1"])
    assert b"pdfuaid:part" in final
    assert b"DocChecksum" in primero
    assert b"DocChecksum" not in final
    assert str(PdfReader(io.BytesIO(final)).root_object["/Lang"]) == "es-CO"


@pytest.mark.libreoffice
@con_soffice
def test_un_documento_malo_no_tumba_a_los_demas_y_se_nombra(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(libreoffice, "GRUPO", 2)
    buenos = [documento(con(_agregar(f"Caso {i}")), f"{i}.docx") for i in range(3)]
    for pdf, i in zip(_motor().convertir(buenos), range(3), strict=True):
        assert f"Caso {i}" in textos(pdf)[0]
    cortado = documento(ACTO[: len(ACTO) // 2], "cortado.docx")
    plano = documento(b"Esto es texto, no un documento.", "plano.docx")
    with pytest.raises(ErrorDePdf) as error:
        _motor().convertir([buenos[0], cortado, buenos[1], plano])
    assert "«cortado.docx»" in error.value.mensaje
    assert "«plano.docx»" in error.value.mensaje
    assert "«0.docx»" not in error.value.mensaje


@pytest.mark.libreoffice
@con_soffice
def test_un_dibujo_que_la_fuente_no_tiene_no_sale_en_silencio() -> None:
    # Si el equipo tiene una fuente china, el texto está; si no, hay error: nunca un cuadrito.
    try:
        (pdf,) = _motor().convertir([documento(con(lambda p: p.add_run("中文")))])
    except ErrorDePdf as error:
        assert "perdió texto" in error.mensaje  # noqa: PT017 — depende de las fuentes del equipo
    else:
        assert "中文" in "".join(textos(pdf))


@pytest.mark.libreoffice
@con_soffice
def test_ni_saltandose_la_revision_sale_a_la_red() -> None:
    pedidos: list[str] = []

    class Oreja(BaseHTTPRequestHandler):
        def _anotar(self) -> None:
            pedidos.append(self.path)
            self.send_error(404)

        do_GET = do_HEAD = do_OPTIONS = do_PROPFIND = _anotar  # noqa: N815 — nombres de http.server

        def log_message(self, *_: Any) -> None:
            """Callada: la prueba mira `pedidos`."""

    with HTTPServer(("127.0.0.1", 0), Oreja) as servidor:
        hilo = threading.Thread(target=servidor.serve_forever)
        hilo.start()
        enlace = (
            '<Relationship Id="rIdL" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            f'relationships/image" Target="http://127.0.0.1:{servidor.server_port}/a.png" '
            'TargetMode="External"/></Relationships>'
        )
        imagen = (
            '<w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="a"/>'
            '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/'
            'picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
            '<pic:nvPicPr><pic:cNvPr id="1" name="a"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
            '<a:blip r:link="rIdL"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
            '<a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
            "</a:graphic></wp:inline></w:drawing>"
        )
        malo = reescrito(
            con_xml(imagen),
            {
                "word/_rels/document.xml.rels": lambda b: b.replace(
                    b"</Relationships>", enlace.encode()
                )
            },
        )
        hechos = _motor()._convertir_grupo({0: malo}, destinos=False)
        servidor.shutdown()
        hilo.join()
    assert hechos
    assert pedidos == []


@pytest.mark.libreoffice
@con_soffice
def test_un_documento_vacio_da_una_pagina() -> None:
    (pdf,) = _motor().convertir([documento(bytes_de(nuevo()))])
    assert paginas(pdf) == 1


@pytest.mark.libreoffice
@con_soffice
def test_dice_su_version() -> None:
    assert _motor().version[0].isdigit()
    assert _motor().nombre == "libreoffice"
