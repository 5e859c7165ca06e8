from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generador.copias.manifiesto import Archivo, Copia, Manifiesto, volcar
from generador.copias.sello import DatosSello, sellar
from generador.copias.verificacion import verificar
from generador.errores import ErrorDeCopia
from generador.huella import sha256

from .conftest import ACTO, DESTINATARIOS
from .test_manifiesto import EJEMPLO

COPIAS = tuple(f"copias/0{n}.pdf" for n in (1, 2, 3))
OFICIO = "oficios/01.docx"


def _manifiesto(archivos: dict[str, bytes]) -> Manifiesto:
    return replace(
        EJEMPLO,
        archivos=tuple(Archivo(r, sha256(d), len(d)) for r, d in archivos.items()),
        copias=tuple(
            Copia(n, 3, d, r, OFICIO if n == 1 else "")
            for n, (d, r) in enumerate(zip(DESTINATARIOS, COPIAS, strict=True), 1)
        ),
    )


@pytest.fixture
def caso(tmp_path: Path, breve: bytes, copias: list[bytes]) -> Path:
    archivos = {"acto.docx": b"docx", "acto.pdf": breve, OFICIO: b"oficio"}
    archivos |= dict(zip(COPIAS, copias, strict=True))
    raiz = tmp_path / "caso"
    for ruta, datos in archivos.items():
        (raiz / ruta).parent.mkdir(parents=True, exist_ok=True)
        (raiz / ruta).write_bytes(datos)
    (raiz / "manifiesto.json").write_bytes(volcar(_manifiesto(archivos)))
    return raiz


def hallados(raiz: Path) -> list[tuple[str, str | None]]:
    return [(h.codigo, h.archivo) for h in verificar(raiz).hallazgos]


def test_caso_intacto(caso: Path) -> None:
    informe = verificar(caso)
    assert informe.hallazgos == ()
    assert "6 de 6 archivos coinciden con el manifiesto." in informe.comprobado
    assert any(linea.startswith("3 de 3 copias") for linea in informe.comprobado)


def tocar(ruta: str, posicion: int) -> Callable[[Path], object]:
    def cambio(raiz: Path) -> None:
        datos = bytearray((raiz / ruta).read_bytes())
        datos[posicion] ^= 1
        (raiz / ruta).write_bytes(datos)

    return cambio


def intercambiar(raiz: Path) -> None:
    primera, segunda = (raiz / r for r in COPIAS[:2])
    datos = primera.read_bytes()
    primera.write_bytes(segunda.read_bytes())
    segunda.write_bytes(datos)


def otro_acto(raiz: Path) -> None:
    nuevo = (raiz / "acto.pdf").read_bytes() + b"\n"
    sello = DatosSello(DESTINATARIOS[0], 1, 3, ACTO)
    (raiz / COPIAS[0]).write_bytes(next(iter(sellar(nuevo, [sello]))))


@pytest.mark.parametrize(
    ("cambio", "esperado"),
    [
        (tocar("acto.docx", 0), [("VER04", "acto.docx")]),
        (tocar("acto.pdf", 100), [("VER04", "acto.pdf")]),
        (tocar(OFICIO, 0), [("VER04", OFICIO)]),
        (tocar(COPIAS[0], 100), [("VER08", COPIAS[0])]),
        (tocar(COPIAS[0], -100), [("VER09", COPIAS[0])]),
        (lambda r: (r / COPIAS[2]).unlink(), [("VER03", COPIAS[2])]),
        (lambda r: (r / "acto.pdf").unlink(), [("VER03", "acto.pdf")]),
        (lambda r: (r / COPIAS[1]).write_bytes(b"hola"), [("VER07", COPIAS[1])]),
        (intercambiar, [("VER13", COPIAS[0]), ("VER13", COPIAS[1])]),
        (otro_acto, [("VER12", COPIAS[0])]),
        (lambda r: (r / "copias/04.pdf").write_bytes(b"x"), [("VER05", "copias/04.pdf")]),
        (lambda r: (r / "oficios/02.docx").write_bytes(b"x"), [("VER05", "oficios/02.docx")]),
        (lambda r: (r / "copias/.DS_Store").write_bytes(b"x"), []),
        (lambda r: (r / "notas.txt").write_bytes(b"x"), [("VER06", "notas.txt")]),
        (tocar("manifiesto.json", 40), [("VER02", "manifiesto.json")]),
        (lambda r: (r / "manifiesto.json").unlink(), [("VER01", "caso")]),
    ],
)
def test_cada_dano_nombra_su_archivo(
    caso: Path, cambio: Callable[[Path], object], esperado: list[tuple[str, str]]
) -> None:
    cambio(caso)
    assert hallados(caso) == esperado


def test_sin_manifiesto_distingue_interrumpida_de_ajena(caso: Path, tmp_path: Path) -> None:
    (caso / "manifiesto.json").unlink()
    assert "interrumpida" in verificar(caso).hallazgos[0].mensaje
    ajena = tmp_path / "fotos"
    ajena.mkdir()
    assert "no es de un caso" in verificar(ajena).hallazgos[0].mensaje


def test_un_pdf_firmado_se_envia_sin_sello(caso: Path, breve: bytes, copias: list[bytes]) -> None:
    archivos = {COPIAS[0]: breve, COPIAS[1]: copias[1], COPIAS[2]: copias[2], OFICIO: b"oficio"}
    (caso / COPIAS[0]).write_bytes(breve)
    (caso / "manifiesto.json").write_bytes(volcar(_manifiesto(archivos)))
    assert [c for c, _ in hallados(caso) if c != "VER06"] == []


def test_copia_suelta(caso: Path) -> None:
    informe = verificar(caso / COPIAS[1])
    assert informe.hallazgos == ()
    assert informe.comprobado[0].startswith("Copia 2 de 3 · Resolución 0412")


def test_copia_suelta_alterada(caso: Path) -> None:
    tocar(COPIAS[1], 50)(caso)
    informe = verificar(caso / COPIAS[1])
    assert [(h.codigo, h.archivo) for h in informe.hallazgos] == [("VER08", "02.pdf")]
    assert informe.comprobado == ()


def test_ruta_que_no_existe(tmp_path: Path) -> None:
    with pytest.raises(ErrorDeCopia, match=r"nada\.pdf"):
        verificar(tmp_path / "nada.pdf")
