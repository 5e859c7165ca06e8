"""Lo que un mal día le pone delante a la terminal: siempre un código del contrato y español."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import EJEMPLO, RAIZ, Minuta

Sembrar = Callable[..., Path]
Hacer = Callable[[Path], Path]

# Lo que delata una traza o un mensaje que no escribió Minuta.
AJENO = (
    "Traceback",
    "KeyboardInterrupt",
    "falló por dentro",
    "No such file",
    "Permission denied",
    "Is a directory",
    "Not a directory",
    "File exists",
    "el sistema respondió",
)


def en_regla(resultado: subprocess.CompletedProcess[str], codigo: int, *frases: str) -> None:
    dicho = resultado.stdout + resultado.stderr
    assert resultado.returncode == codigo, dicho
    for marca in AJENO:
        assert marca not in dicho
    for frase in frases:
        assert frase in resultado.stderr


def vacio(raiz: Path) -> Path:
    archivo = raiz / "vacío.yaml"
    archivo.touch()
    return archivo


def binario(raiz: Path) -> Path:
    archivo = raiz / "caso.yaml"
    archivo.write_bytes(bytes(range(256)) * 40)
    return archivo


def word_renombrado(raiz: Path) -> Path:
    archivo = raiz / "caso.yaml"
    shutil.copy(RAIZ / "plantillas" / "oficio_remisorio" / "plantilla.docx", archivo)
    return archivo


def enorme(raiz: Path) -> Path:
    archivo = raiz / "caso.yaml"
    with archivo.open("w", encoding="utf-8") as flujo:
        for numero in range(50):
            flujo.write(f"clave_{numero}: " + "x" * 1024 * 1024 + "\n")
    return archivo


def carpeta(raiz: Path) -> Path:
    (raiz / "caso.yaml").mkdir()
    return raiz / "caso.yaml"


def inexistente(raiz: Path) -> Path:
    return raiz / "no está.yaml"


def enlace_en_circulo(raiz: Path) -> Path:
    (raiz / "caso.yaml").symlink_to(raiz / "caso.yaml")
    return raiz / "caso.yaml"


def sin_extension(raiz: Path) -> Path:
    return Path(shutil.copy(EJEMPLO, raiz / "caso"))


@pytest.mark.parametrize("orden", ["validar", "generar"])
@pytest.mark.parametrize(
    ("hacer", "frase"),
    [
        (vacio, "El archivo está vacío"),
        (binario, "no es texto"),
        (word_renombrado, "un documento de Word (.docx)"),
        (enorme, "2 MB"),
        (carpeta, "Esto es una carpeta"),
        (inexistente, "El archivo no existe"),
        (enlace_en_circulo, ""),
        (sin_extension, ""),
    ],
)
def test_lo_que_no_es_un_caso_se_rechaza_con_su_motivo(
    tmp_path: Path, minuta: Minuta, orden: str, hacer: Hacer, frase: str
) -> None:
    caso, salida = hacer(tmp_path), tmp_path / "salida"
    mas = ["-o", salida, "--pdf", "embebido"] if orden == "generar" else []
    resultado = minuta(orden, caso, *mas)
    en_regla(resultado, 1)
    assert frase in resultado.stdout + resultado.stderr
    assert not salida.exists()


def test_un_caso_malo_no_impide_los_buenos(tmp_path: Path, minuta: Minuta) -> None:
    resultado = minuta("generar", vacio(tmp_path), EJEMPLO, "-o", tmp_path / "s", "--pdf", "no")
    en_regla(resultado, 1, "está vacío")
    assert (tmp_path / "s" / EJEMPLO.stem / "acto.docx").exists()


def test_la_salida_es_un_archivo(tmp_path: Path, minuta: Minuta) -> None:
    (tmp_path / "salida").write_text("del asesor", encoding="utf-8")
    resultado = minuta("generar", EJEMPLO, "-o", tmp_path / "salida", "--pdf", "no")
    en_regla(resultado, 1, "archivo donde debe ir una carpeta", "-o")
    assert (tmp_path / "salida").read_text(encoding="utf-8") == "del asesor"


def test_la_carpeta_del_caso_es_un_archivo(tmp_path: Path, minuta: Minuta) -> None:
    (tmp_path / EJEMPLO.stem).write_text("del asesor", encoding="utf-8")
    resultado = minuta("generar", EJEMPLO, "-o", tmp_path, "--pdf", "no")
    en_regla(resultado, 1, "archivo donde debe ir una carpeta")
    assert [p.name for p in tmp_path.iterdir()] == [EJEMPLO.stem]


def en_disco_ajeno(opciones: str, punto: Path, *orden: str | Path) -> tuple[int, str]:
    """Ejecuta `minuta` con `punto` en un disco propio del proceso, que desaparece con él."""
    guion = f'mount -t tmpfs -o {opciones} tmpfs "$1" || exit 77; shift; exec "$@"'
    minuta = [sys.executable, RAIZ / "cli.py", *orden]
    try:
        resultado = subprocess.run(
            ["unshare", "-rm", "sh", "-c", guion, "sh", punto, *minuta],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    except FileNotFoundError:
        pytest.skip("este sistema no tiene unshare")
    if resultado.returncode == 77 or "unshare:" in resultado.stderr:
        pytest.skip("aquí no se puede montar un disco propio")
    return resultado.returncode, resultado.stderr


@pytest.mark.parametrize(
    ("opciones", "frase"), [("ro", "solo lectura"), ("size=64k", "no hay espacio en el disco")]
)
def test_la_salida_no_admite_escritura(tmp_path: Path, opciones: str, frase: str) -> None:
    codigo, dicho = en_disco_ajeno(
        opciones, tmp_path, "generar", EJEMPLO, "-o", tmp_path, "--pdf", "embebido"
    )
    assert codigo == 1, dicho
    assert frase in dicho
    assert not any(marca in dicho for marca in AJENO)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="solo Linux tiene /dev/full")
def test_la_salida_util_no_cabe(tmp_path: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as lleno:
        resultado = subprocess.run(
            [sys.executable, RAIZ / "cli.py", "letras", "5"],
            stdout=lleno,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            check=False,
        )
    assert resultado.returncode == 1
    assert "no hay espacio" in resultado.stderr
    assert "Exception" not in resultado.stderr


@pytest.fixture(scope="module")
def copia_del_programa(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Minuta en otra carpeta, para poder dañarle las plantillas."""
    raiz = tmp_path_factory.mktemp("programa")
    for nombre in ("generador", "plantillas", "datos_ejemplo"):
        shutil.copytree(RAIZ / nombre, raiz / nombre, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(RAIZ / "cli.py", raiz)
    return raiz


def truncar(plantilla: Path) -> None:
    plantilla.write_bytes(plantilla.read_bytes()[:2000])


def vaciar(plantilla: Path) -> None:
    plantilla.write_bytes(b"")


def poner_texto(plantilla: Path) -> None:
    plantilla.write_text("esto no es Word", encoding="utf-8")


def voltear_bytes(plantilla: Path) -> None:
    datos = bytearray(plantilla.read_bytes())
    for lugar in range(200, len(datos) - 3000, 1009):
        datos[lugar] ^= 0xFF
    plantilla.write_bytes(datos)


def borrar_ficha(plantilla: Path) -> None:
    (plantilla.parent / "ficha.toml").unlink()


def borrar(plantilla: Path) -> None:
    plantilla.unlink()


@pytest.mark.parametrize(
    "danar", [truncar, vaciar, poner_texto, voltear_bytes, borrar_ficha, borrar]
)
def test_una_plantilla_danada_se_nombra(
    tmp_path: Path, copia_del_programa: Path, danar: Callable[[Path], None]
) -> None:
    carpeta_sana = RAIZ / "plantillas" / "suscripcion_plan"
    danada = copia_del_programa / "plantillas" / "suscripcion_plan"
    shutil.rmtree(danada)
    shutil.copytree(carpeta_sana, danada)
    danar(danada / "plantilla.docx")
    resultado = subprocess.run(
        [sys.executable, copia_del_programa / "cli.py", "generar", EJEMPLO, "-o", tmp_path / "s"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    en_regla(resultado, 1, "error: ")
    assert "lantilla" in resultado.stderr
    assert not (tmp_path / "s").exists()


def test_diez_mil_lineas_de_resumen(tmp_path: Path, sembrar: Sembrar, minuta: Minuta) -> None:
    largo = "\n\n".join(f"      Párrafo {n} del resumen." for n in range(5000))
    caso = sembrar(("    objetivos: >\n", f"    objetivos: |\n{largo}\n\n"))
    resultado = minuta("generar", caso, "-o", tmp_path / "s", "--pdf", "no")
    en_regla(resultado, 0)
    from generador.documento.lectura import texto

    word = texto((tmp_path / "s" / "caso" / "acto.docx").read_bytes())
    assert word.count("del resumen.") == 5000


def test_un_nombre_de_caso_con_espacios_tildes_y_apostrofo(tmp_path: Path, minuta: Minuta) -> None:
    nombre = "Año 2025, plan de O'Ñandú (versión «2»)"
    caso = Path(shutil.copy(EJEMPLO, tmp_path / f"{nombre}.yaml"))
    resultado = minuta("generar", caso, "-o", tmp_path / "mis actos", "--pdf", "no")
    en_regla(resultado, 0)
    acto = tmp_path / "mis actos" / nombre / "acto.docx"
    assert acto.exists()
    assert resultado.stdout.strip() == str(acto)


@pytest.mark.parametrize(
    ("uno", "otro"),
    [
        ("a/caso.yaml", "b/caso.yaml"),
        ("a/caso.yaml", "a/caso.json"),
        ("a/Caso.yaml", "b/caso.yaml"),
        ("a/caso.yaml", "a/caso.yaml"),
        ("a/acción.yaml", "b/accio\u0301n.yaml"),
    ],
)
def test_dos_casos_que_irian_a_la_misma_carpeta_se_rechazan_antes_de_generar(
    tmp_path: Path, minuta: Minuta, uno: str, otro: str
) -> None:
    for ruta in (uno, otro):
        (tmp_path / ruta).parent.mkdir(exist_ok=True)
        shutil.copy(EJEMPLO, tmp_path / ruta)
    resultado = minuta("generar", tmp_path / uno, tmp_path / otro, "-o", tmp_path / "s")
    en_regla(resultado, 2, "misma carpeta", "Cámbiele el nombre")
    assert not (tmp_path / "s").exists()


def test_el_pdf_que_hizo_el_asesor_no_se_pisa(tmp_path: Path, minuta: Minuta) -> None:
    """Generó solo Word, exportó el PDF desde Word con el mismo nombre, y repite con PDF."""
    assert minuta("generar", EJEMPLO, "-o", tmp_path, "--pdf", "no").returncode == 0
    suyo = tmp_path / EJEMPLO.stem / "acto.pdf"
    suyo.write_bytes(b"%PDF del asesor")
    resultado = minuta("generar", EJEMPLO, "-o", tmp_path, "--pdf", "embebido")
    en_regla(resultado, 1, "acto.pdf", "--reemplazar")
    assert suyo.read_bytes() == b"%PDF del asesor"


def test_un_defecto_del_programa_no_muestra_una_traza(
    copia_del_programa: Path, tmp_path: Path
) -> None:
    programa = tmp_path / "programa"
    shutil.copytree(copia_del_programa, programa)
    modulo = programa / "generador" / "texto.py"
    roto = "\n\ndef sugerencia(texto, opciones):\n    raise KeyError('CANARIO-' + texto)\n"
    modulo.write_text(modulo.read_text(encoding="utf-8") + roto, encoding="utf-8")
    caso = tmp_path / "caso.yaml"
    caso.write_text("tipo: 900.111.222-1\n", encoding="utf-8")
    resultado = subprocess.run(
        [sys.executable, programa / "cli.py", "validar", caso],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
    )
    assert resultado.returncode == 1
    assert "falló por dentro: KeyError en texto.py:" in resultado.stderr
    assert "Traceback" not in resultado.stderr
    assert "CANARIO" not in resultado.stderr
    assert "900.111.222" not in resultado.stderr
