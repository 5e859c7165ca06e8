import io
import os
import zipfile
from pathlib import Path

import pytest

from generador.caso.arbol import Escalar
from generador.caso.construir import HALLAZGOS
from generador.caso.eventos_yaml import REINTENTOS
from generador.caso.fuente import MAXIMO_POR_CLASE, TOPE_BYTES, Fuente
from generador.caso.lectura import leer, leer_bytes
from generador.caso.sintaxis_yaml import diagnosticar
from generador.errores import CasoRechazado
from generador.hallazgos import Hallazgo


def _rechazo(datos: bytes, nombre: str = "caso.yaml") -> Hallazgo:
    with pytest.raises(CasoRechazado) as rechazado:
        leer_bytes(datos, nombre)
    return rechazado.value.hallazgos[0]


def _rechazo_de(archivo: Path) -> Hallazgo:
    with pytest.raises(CasoRechazado) as rechazado:
        leer(archivo)
    (hallazgo,) = rechazado.value.hallazgos
    return hallazgo


def _zip(nombre: str) -> bytes:
    datos = io.BytesIO()
    with zipfile.ZipFile(datos, "w") as archivo:
        archivo.writestr(nombre, "x")
    return datos.getvalue()


@pytest.mark.parametrize("nombre", ["caso.yaml", "caso.YML", "caso.json"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("salto", [b"\n", b"\r\n", b"\r"])
def test_lee_el_archivo_con_su_nombre_en_los_lugares(
    tmp_path: Path, nombre: str, bom: bytes, salto: bytes
) -> None:
    archivo = tmp_path / nombre
    archivo.write_bytes(bom + b'{"a":' + salto + b' "b"}')
    nodo = leer(archivo).campos["a"]
    assert isinstance(nodo, Escalar)
    assert nodo.texto == "b"
    assert str(nodo.lugar) == f"{archivo}:2:2"


@pytest.mark.parametrize(
    ("datos", "codigo", "lugar", "fragmento"),
    [
        (_zip("word/document.xml"), "CASO005", (1, 1), "Word"),
        (_zip("xl/workbook.xml"), "CASO005", (1, 1), "Excel"),
        (_zip("foto.txt"), "CASO005", (1, 1), ".zip"),
        (b"%PDF-1.7\n", "CASO005", (1, 1), "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "CASO005", (1, 1), "Office antiguo"),
        (b"{\\rtf1\\ansi}", "CASO005", (1, 1), "RTF"),
        (b"\x89PNG\r\n", "CASO005", (1, 1), "imagen"),
        (b"a: 1\nb: \0", "CASO005", (1, 1), "otro programa"),
        ("nit: 1".encode("utf-16"), "CASO006", (1, 1), "Unicode"),
        ("nit: 1".encode("utf-16-le"), "CASO006", (1, 1), "UTF-16"),
        ("nit: 1".encode("utf-16-be"), "CASO006", (1, 1), "UTF-16"),
        (
            "a: 1\nb: Bogotá".encode("latin-1"),
            "CASO006",
            (2, 9),
            "byte que no encaja es E1, quizá «á»",
        ),
        ("é: “x”".encode() + "“".encode("cp1252"), "CASO006", (1, 7), "«“»"),
        (b"a: \xed\xa0\x80", "CASO006", (1, 4), "Windows-1252"),
        (b"a: b\xc3", "CASO006", (1, 5), "C3"),
        (b"a: 1\n" * 500_000, "CASO004", (1, 1), "2 MB"),
    ],
)
def test_bytes_que_no_son_un_caso(
    datos: bytes, codigo: str, lugar: tuple[int, int], fragmento: str
) -> None:
    hallazgo = _rechazo(datos)
    assert (hallazgo.codigo, hallazgo.linea, hallazgo.columna) == (codigo, *lugar)
    assert fragmento in hallazgo.mensaje


@pytest.mark.parametrize(
    ("nombre", "fragmento"),
    [
        ("caso.xlsx", "minuta lote"),
        ("acto.docx", "documento de Word"),
        ("caso.txt", "«.yaml»"),
        ("caso", "archivo correcto"),
    ],
)
def test_otra_extension_se_explica(nombre: str, fragmento: str) -> None:
    hallazgo = _rechazo(b"a: 1", nombre)
    assert hallazgo.codigo == "CASO003"
    assert fragmento in hallazgo.remedio


def test_archivo_que_no_existe_sugiere_el_parecido(tmp_path: Path) -> None:
    (tmp_path / "negacion.yaml").touch()
    (tmp_path / "negacion.docx").touch()
    assert "«negacion.yaml»" in _rechazo_de(tmp_path / "negasion.yaml").remedio
    assert _rechazo_de(tmp_path / "otra" / "negacion.yaml").codigo == "CASO001"


def test_carpeta_y_archivo_especial(tmp_path: Path) -> None:
    assert "carpeta" in _rechazo_de(tmp_path).mensaje
    assert "corriente" in _rechazo_de(Path(os.devnull)).mensaje


@pytest.mark.parametrize(
    ("error", "fragmento"),
    [(PermissionError(13, "x"), "permiso"), (OSError(5, "falla del disco"), "el disco falló")],
)
def test_archivo_que_no_se_puede_abrir(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, fragmento: str
) -> None:
    archivo = tmp_path / "caso.yaml"
    archivo.touch()

    def abrir(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", abrir)
    hallazgo = _rechazo_de(archivo)
    assert hallazgo.codigo == "CASO002"
    assert fragmento in hallazgo.mensaje


def test_un_archivo_enorme_no_se_lee_entero(tmp_path: Path) -> None:
    archivo = tmp_path / "caso.yaml"
    with archivo.open("wb") as abierto:
        abierto.truncate(50 * 1024**2)
    assert _rechazo_de(archivo).codigo == "CASO004"


def test_los_caracteres_ilegales_se_muestran_hasta_un_tope() -> None:
    with pytest.raises(CasoRechazado) as rechazado:
        leer_bytes(b"a: \x01" + b"\x02" * 99, "caso.json")
    ilegales = [h for h in rechazado.value.hallazgos if h.codigo == "CASO007"]
    assert len(ilegales) == MAXIMO_POR_CLASE


def test_los_tabuladores_de_sangria_se_muestran_hasta_un_tope() -> None:
    with pytest.raises(CasoRechazado) as rechazado:
        leer_bytes(b"a:\n" + b"\tb: 1\n" * 99, "caso.yaml")
    assert len(rechazado.value.hallazgos) == MAXIMO_POR_CLASE


@pytest.mark.parametrize("malas", ["a: 1\n" * 500, "- *a\n" * 500, "- \n" * 500])
def test_se_juntan_hallazgos_hasta_un_tope(malas: str) -> None:
    with pytest.raises(CasoRechazado) as rechazado:
        leer_bytes(malas.encode(), "caso.yaml")
    assert len(rechazado.value.hallazgos) == HALLAZGOS


def test_los_campos_sin_espacio_se_muestran_hasta_un_tope() -> None:
    malas = "a:\n" + "  b:1\n" * 99 + "  c: 2\n"
    with pytest.raises(CasoRechazado) as rechazado:
        leer_bytes(malas.encode(), "caso.yaml")
    ultimas = [h.linea for h in rechazado.value.hallazgos if h.codigo == "CASO022"]
    assert ultimas[-MAXIMO_POR_CLASE:] == list(range(81, 101))


@pytest.mark.parametrize("nombre", ["caso.yaml", "caso.json"])
@pytest.mark.parametrize("dato", ["1,", "[],"])
def test_demasiados_datos_no_son_un_caso(
    monkeypatch: pytest.MonkeyPatch, nombre: str, dato: str
) -> None:
    monkeypatch.setattr("generador.caso.construir.NODOS", 100)
    hallazgo = _rechazo(('{"a": [' + dato * 100 + "1]}").encode(), nombre)
    assert hallazgo.codigo == "CASO032"


def test_se_aparta_un_numero_limitado_de_lineas_malas() -> None:
    malas = "".join(f"c{n}: @x\n" for n in range(100))
    with pytest.raises(CasoRechazado) as rechazado:
        leer_bytes(malas.encode(), "caso.yaml")
    assert [h.linea for h in rechazado.value.hallazgos] == list(range(1, REINTENTOS + 2))


def test_en_un_archivo_largo_se_para_en_la_primera_linea_mala() -> None:
    relleno = "# relleno\n" * (TOPE_BYTES // 100)
    with pytest.raises(CasoRechazado) as rechazado:
        leer_bytes(f"a: @x\nb: @y\n{relleno}".encode(), "caso.yaml")
    assert [h.linea for h in rechazado.value.hallazgos] == [1]


def test_un_control_crudo_que_json_admite_llega_igual() -> None:
    nodo = leer_bytes(b'{"a": "x\x7f"}', "caso.json").campos["a"]
    assert isinstance(nodo, Escalar)
    assert nodo.texto == "x\x7f"


def test_claves_muy_largas_y_texto_largo_en_json() -> None:
    clave = "k" * 5000
    assert list(leer_bytes(f'{{"{clave}":\t1}}'.encode(), "caso.json").campos) == [clave]


def test_un_error_sin_lugar_conocido_se_explica() -> None:
    falla = diagnosticar(Fuente("caso.yaml", "a: 1"), ValueError("x"))
    assert [h.codigo for h in falla.hallazgos] == ["CASO020"]
