"""El orden de los paquetes es el camino del dato: cada uno importa solo lo que está antes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

RAIZ = Path(__file__).resolve().parent.parent
PAQUETE = RAIZ / "generador"

# De abajo arriba. Lo que comparte renglón no se importa entre sí salvo dentro del mismo paquete.
ORDEN = [
    "hallazgos huella recursos sistema texto",
    "errores",
    "lengua",
    "citas",
    "catalogos",
    "caso",
    "modelo",
    "reglas",
    "cuadernos graficas marcado",
    "documento",
    "redaccion",
    "plantilla",
    "pdf",
    "copias",
    "revision",
    "consulta escritura nombres tipos",
    "carpeta citar empezar obra",
    "expedir",
    "asignar copiar",
    "terminal",
    "puerta",
]
NIVEL = {nombre: nivel for nivel, renglon in enumerate(ORDEN) for nombre in renglon.split()}
# Las bibliotecas que dan forma a un formato ajeno se nombran solo detrás de su muro.
MUROS = {
    "docx": {"documento", "plantilla"},
    "lxml": {"documento", "plantilla"},
    "isal": {"documento"},
    "docxtpl": {"plantilla"},
    "pypdf": {"pdf", "copias"},
    "dxpdf": {"pdf"},
    "pypdfium2": {"pdf", "copias"},
    "pydantic": {"modelo"},
    "pydantic_core": {"modelo"},
    "ruamel": {"caso"},
    "typer": {"terminal", "puerta"},
    "jinja2": {"plantilla"},
    "markdown_it": {"marcado"},
    "latex2mathml": {"documento"},
    "mathml_to_omml": {"documento"},
    "holidays": {"catalogos"},
    "segno": {"copias"},
    "babel": {"lengua"},
    "num2words": {"lengua"},
    "PIL": {"graficas"},
    "python_calamine": {"caso"},
    "openpyxl": {"cuadernos"},
}
# El prefijo de WordprocessingML, sus espacios de nombres y el módulo que los guarda.
NOMBRES_DE_OOXML = re.compile(r"(?<!\w)w:|schemas\.openxmlformats\.org|\{W\}|documento\.ooxml")
MODULOS = sorted(PAQUETE.rglob("*.py"))


def importados(archivo: Path) -> Iterator[tuple[str, bool]]:
    """Nombres importados y si es solo para anotar tipos."""
    arbol = ast.parse(archivo.read_text(encoding="utf-8"))
    de_tipos = {
        id(nodo)
        for condicional in ast.walk(arbol)
        if isinstance(condicional, ast.If) and "TYPE_CHECKING" in ast.dump(condicional.test)
        for nodo in ast.walk(condicional)
    }
    for nodo in ast.walk(arbol):
        if isinstance(nodo, ast.Import):
            yield from ((alias.name, id(nodo) in de_tipos) for alias in nodo.names)
        elif isinstance(nodo, ast.ImportFrom):
            assert nodo.level == 0, f"{archivo}: las importaciones van con su nombre completo"
            modulo = nodo.module or ""
            yield modulo, id(nodo) in de_tipos
            for alias in nodo.names:
                yield f"{modulo}.{alias.name}", id(nodo) in de_tipos


def paquete_de(archivo: Path) -> str:
    return archivo.relative_to(PAQUETE).parts[0].removesuffix(".py")


def test_todo_paquete_tiene_su_nivel() -> None:
    presentes = {paquete_de(m) for m in MODULOS} - {"__init__"}
    assert presentes == set(NIVEL)


@pytest.mark.parametrize("archivo", MODULOS, ids=lambda a: a.relative_to(RAIZ).as_posix())
def test_importa_solo_hacia_abajo(archivo: Path) -> None:
    propio = paquete_de(archivo)
    if propio == "__init__":
        return
    for nombre, _ in importados(archivo):
        partes = nombre.split(".")
        if partes[0] != "generador" or len(partes) == 1 or partes[1] in ("__version__", propio):
            continue
        otro = partes[1]
        assert NIVEL[otro] < NIVEL[propio], f"{propio} importa {otro}, que está arriba o al lado"


@pytest.mark.parametrize("archivo", MODULOS, ids=lambda a: a.relative_to(RAIZ).as_posix())
def test_los_formatos_ajenos_viven_tras_su_muro(archivo: Path) -> None:
    for nombre, _ in importados(archivo):
        permitidos = MUROS.get(nombre.split(".")[0])
        assert permitidos is None or paquete_de(archivo) in permitidos, nombre


@pytest.mark.parametrize("archivo", MODULOS, ids=lambda a: a.relative_to(RAIZ).as_posix())
def test_los_nombres_de_ooxml_viven_tras_su_muro(archivo: Path) -> None:
    if paquete_de(archivo) not in {"documento", "plantilla"}:
        hallado = NOMBRES_DE_OOXML.search(archivo.read_text(encoding="utf-8"))
        assert hallado is None, hallado


@pytest.mark.parametrize(
    "nombre", ["<w:p>", 'f"{W}p"', "`w:r`", "from generador.documento.ooxml import W"]
)
def test_el_muro_reconoce_los_nombres_de_ooxml(nombre: str) -> None:
    assert NOMBRES_DE_OOXML.search(nombre)


@pytest.mark.parametrize("inocente", ["raw: str", r"[\W_]+", "{WORD}"])
def test_el_muro_deja_pasar_lo_demas(inocente: str) -> None:
    assert not NOMBRES_DE_OOXML.search(inocente)


def test_no_hay_ciclos_entre_modulos() -> None:
    nombres = {_modulo(m): m for m in MODULOS}
    grafo = {
        modulo: {
            nombre
            for nombre, de_tipos in importados(archivo)
            if not de_tipos and nombre in nombres and nombre != modulo
        }
        for modulo, archivo in nombres.items()
    }
    terminados: set[str] = set()

    def visitar(modulo: str, camino: tuple[str, ...]) -> None:
        assert modulo not in camino, f"ciclo: {' → '.join([*camino, modulo])}"
        if modulo not in terminados:
            for siguiente in grafo[modulo]:
                visitar(siguiente, (*camino, modulo))
            terminados.add(modulo)

    for modulo in grafo:
        visitar(modulo, ())


def _modulo(archivo: Path) -> str:
    partes = archivo.relative_to(RAIZ).with_suffix("").parts
    return ".".join(partes[:-1] if partes[-1] == "__init__" else partes)
