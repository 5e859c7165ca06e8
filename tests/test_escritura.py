"""Escribir una carpeta entera o nada: en un mal día, la versión vieja o la nueva."""

from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.errores import ErrorDeEscritura, TrabajoAjeno
from generador.escritura import candado as modulo_candado
from generador.escritura import completar, disco, escribir_archivo, escribir_carpeta
from generador.escritura.candado import candado

Archivos = dict[str, bytes]

MANIFIESTO = "manifiesto.json"
VIEJA: Archivos = {
    "acto.docx": b"acto viejo" * 50,
    "copias/01-uno.pdf": b"copia vieja",
    "copias/02-dos.pdf": b"copia que sobra",
    "oficios/01-uno.pdf": b"igual en las dos",
    MANIFIESTO: b"manifiesto viejo",
}
NUEVA: Archivos = {
    "acto.docx": b"acto nuevo" * 70,
    "acto.pdf": b"pdf nuevo",
    "anexos/tabla.xlsx": b"tabla nueva",
    "copias/01-uno.pdf": b"copia nueva",
    "oficios/01-uno.pdf": b"igual en las dos",
    MANIFIESTO: b"manifiesto nuevo",
}
AJENO = "notas del asesor.txt"


def leer(carpeta: Path) -> Archivos:
    return {
        a.relative_to(carpeta).as_posix(): a.read_bytes() for a in carpeta.rglob("*") if a.is_file()
    }


def sobras(destino: Path) -> list[str]:
    return sorted(p.name for p in destino.parent.iterdir() if p != destino)


def escribir(destino: Path, archivos: Archivos, antes: Archivos | None = None) -> None:
    retirar = [ruta for ruta in antes or {} if ruta not in archivos]
    escribir_carpeta(destino, archivos, retirar, ultimo=MANIFIESTO)


# --- Lo corriente ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "nombre", ["caso", "Ñandú «1» de O'Higgins", "con.puntos. y más", "á" * 80]
)
def test_carpeta_nueva_y_despues_la_siguiente_version(tmp_path: Path, nombre: str) -> None:
    destino = tmp_path / "salida con espacios y tildes: así" / nombre
    escribir(destino, VIEJA)
    assert leer(destino) == VIEJA
    (destino / AJENO).write_bytes(b"no se toca")
    (destino / "copias" / AJENO).write_bytes(b"tampoco")
    escribir(destino, NUEVA, VIEJA)
    assert leer(destino) == {**NUEVA, AJENO: b"no se toca", f"copias/{AJENO}": b"tampoco"}
    assert sobras(destino) == []


def test_lo_retirado_no_deja_carpetas_vacias(tmp_path: Path) -> None:
    destino = tmp_path / "caso"
    escribir(destino, VIEJA)
    solo = {"acto.docx": b"proyecto", MANIFIESTO: b"m"}
    escribir(destino, solo, VIEJA)
    assert sorted(p.name for p in destino.iterdir()) == ["acto.docx", MANIFIESTO]


def test_una_carpeta_vacia_que_hizo_el_asesor_sirve(tmp_path: Path) -> None:
    destino = tmp_path / "caso"
    destino.mkdir()
    escribir(destino, NUEVA)
    assert leer(destino) == NUEVA


def test_el_manifiesto_se_mueve_de_ultimo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    destino = tmp_path / "caso"
    escribir(destino, VIEJA)
    movidos: list[str] = []
    original = os.replace

    def anotar(origen: Any, final: Any) -> None:
        if destino in Path(final).parents:
            movidos.append(Path(final).name)
            assert (destino / "copias/02-dos.pdf").exists() is False
        original(origen, final)

    monkeypatch.setattr(os, "replace", anotar)
    escribir(destino, NUEVA, VIEJA)
    assert len(movidos) == len(NUEVA)
    assert movidos[-1] == MANIFIESTO


def test_cada_archivo_y_cada_carpeta_se_asientan_antes_de_ponerlos_en_su_sitio(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    destino = tmp_path / "caso"
    asentados: set[int] = set()
    original_fsync, original_replace = os.fsync, os.replace
    puestos = 0

    def anotar(descriptor: int) -> None:
        asentados.add(os.fstat(descriptor).st_ino)
        original_fsync(descriptor)

    def comprobar(origen: Any, final: Any) -> None:
        nonlocal puestos
        arbol = [Path(origen), *Path(origen).rglob("*")]
        assert all(p.stat().st_ino in asentados for p in arbol)
        puestos += len(arbol)
        original_replace(origen, final)

    monkeypatch.setattr(os, "fsync", anotar)
    monkeypatch.setattr(os, "replace", comprobar)
    escribir(destino, VIEJA)
    escribir(destino, NUEVA, VIEJA)
    assert puestos > len(VIEJA) + 2 * len(NUEVA)


def test_un_archivo_suelto(tmp_path: Path) -> None:
    destino = tmp_path / "informe de mañana.txt"
    escribir_archivo(destino, b"uno")
    escribir_archivo(destino, b"dos")
    assert destino.read_bytes() == b"dos"
    assert sobras(destino) == []


nombres = st.sampled_from(["a", "b", "c/d", "c/e", "f/g/h", MANIFIESTO])
versiones = st.dictionaries(nombres, st.binary(max_size=20), min_size=1)


@settings(derandomize=True, deadline=None)
@given(st.lists(versiones, min_size=1, max_size=4))
def test_cada_version_reemplaza_a_la_anterior_entera(historia: list[Archivos]) -> None:
    with tempfile.TemporaryDirectory() as raiz:
        destino = Path(raiz) / "caso"
        antes: Archivos = {}
        for version in historia:
            escribir(destino, version, antes)
            assert leer(destino) == version
            antes = version
        assert sobras(destino) == []


# --- Falla cada operación del disco, una por una -----------------------------------------------


class Muerte(BaseException):
    """El proceso murió: desde ahí ninguna operación llega al disco."""


class Disco:
    """Cuenta las operaciones que cambian el disco y hace fallar desde la k-ésima.

    Con `muere`, fallan todas las que siguen, como si se hubiera ido la luz; si no, solo esa.
    """

    OPERACIONES = ("mkdir", "replace", "rename", "unlink", "rmdir", "fsync")

    def __init__(self, falla_en: int, *, error: BaseException, muere: bool) -> None:
        self.cuenta = 0
        self.falla_en = falla_en
        self.error = error
        self.muere = muere

    def paso(self) -> None:
        self.cuenta += 1
        if self.cuenta == self.falla_en or (self.muere and self.cuenta > self.falla_en):
            raise self.error

    def _contar(self, original: Callable[..., Any], nombre: str) -> Callable[..., Any]:
        def envuelta(*args: Any, **kwargs: Any) -> Any:
            try:
                self.paso()
            except BaseException:
                if nombre == "fsync":
                    # Lo que no se ha asentado puede quedar cortado: el peor caso.
                    with suppress(OSError):
                        os.ftruncate(args[0], 3)
                raise
            return original(*args, **kwargs)

        return envuelta

    @contextmanager
    def instalado(self) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as parche:
            for nombre in self.OPERACIONES:
                parche.setattr(os, nombre, self._contar(getattr(os, nombre), nombre))
            parche.setattr(io, "open", self._contar(io.open, "open"))
            parche.setattr(os, "open", self._contar(os.open, "os.open"))
            yield


ERRORES = {
    "muerte": (Muerte(), True),
    "teclado": (KeyboardInterrupt(), False),
    "disco dañado": (OSError(errno.EIO, "Input/output error"), False),
    "disco lleno": (OSError(errno.ENOSPC, "No space left on device"), False),
    "acceso negado": (PermissionError(errno.EACCES, "Permission denied"), False),
}


def operaciones(preparar: Callable[[Path], None], accion: Callable[[Path], None]) -> int:
    """Cuántas operaciones hace la acción si nada falla."""
    with tempfile.TemporaryDirectory() as raiz:
        destino = Path(raiz) / "caso"
        preparar(destino)
        contador = Disco(0, error=Muerte(), muere=False)
        with contador.instalado():
            accion(destino)
        return contador.cuenta


def con_vieja(destino: Path) -> None:
    escribir(destino, VIEJA)
    (destino / AJENO).write_bytes(b"no se toca")


def sin_nada(_destino: Path) -> None:
    """La carpeta del caso no existe todavía."""


@pytest.mark.parametrize("clase", ERRORES)
@pytest.mark.parametrize("preparar", [sin_nada, con_vieja])
def test_falle_la_operacion_que_falle_queda_la_vieja_o_la_nueva(
    tmp_path: Path, clase: str, preparar: Callable[[Path], None]
) -> None:
    error, muere = ERRORES[clase]
    total = operaciones(preparar, lambda d: escribir(d, NUEVA, VIEJA))
    assert total > 20
    ajeno = {AJENO: b"no se toca"} if preparar is con_vieja else {}
    vieja = {**VIEJA, **ajeno} if ajeno else {}
    nueva = {**NUEVA, **ajeno}
    interrumpidas = 0
    for k in range(1, total + 1):
        destino = tmp_path / str(k) / "caso"
        destino.parent.mkdir()
        preparar(destino)
        with Disco(k, error=error, muere=muere).instalado():
            try:
                escribir(destino, NUEVA, VIEJA)
            except (Muerte, KeyboardInterrupt, ErrorDeEscritura):
                interrumpidas += 1
        quedo = leer(destino)
        for ruta, datos in quedo.items():
            assert datos in (vieja.get(ruta), nueva.get(ruta)), f"{k}: {ruta} a medias"
        if not (destino.parent / ".caso.pendiente").exists():
            assert quedo in (vieja, nueva), k
        # El punto sin retorno: terminar lo pendiente da la nueva, o no había nada que terminar.
        completar(destino, MANIFIESTO)
        assert leer(destino) in (vieja, nueva), k
        escribir(destino, NUEVA, VIEJA)
        assert leer(destino) == nueva, k
        assert sobras(destino) == [], k
    assert interrumpidas > total * 0.8


def test_morir_tambien_mientras_se_repara(tmp_path: Path) -> None:
    """Muere al escribir y vuelve a morir al completar, en cada pareja de puntos (de a siete)."""
    total = operaciones(con_vieja, lambda d: escribir(d, NUEVA, VIEJA))
    for k in range(1, total + 1, 7):
        for j in range(1, total + 1, 7):
            destino = tmp_path / f"{k}-{j}" / "caso"
            destino.parent.mkdir()
            con_vieja(destino)
            for falla in (k, j):
                with Disco(falla, error=Muerte(), muere=True).instalado(), suppress(Muerte):
                    escribir(destino, NUEVA, VIEJA)
            escribir(destino, NUEVA, VIEJA)
            assert leer(destino) == {**NUEVA, AJENO: b"no se toca"}
            assert sobras(destino) == []


def test_un_archivo_suelto_queda_el_viejo_o_el_nuevo(tmp_path: Path) -> None:
    total = operaciones(
        lambda d: escribir_archivo(d, b"viejo"), lambda d: escribir_archivo(d, b"nuevo")
    )
    for k in range(1, total + 1):
        destino = tmp_path / str(k) / "informe.txt"
        destino.parent.mkdir()
        escribir_archivo(destino, b"viejo")
        with Disco(k, error=Muerte(), muere=True).instalado(), suppress(Muerte):
            escribir_archivo(destino, b"nuevo")
        assert destino.read_bytes() in (b"viejo", b"nuevo")
        escribir_archivo(destino, b"nuevo")
        assert destino.read_bytes() == b"nuevo"
        assert sobras(destino) == []


# --- Después de una interrupción ---------------------------------------------------------------


def interrumpir_a_medio_mover(destino: Path) -> None:
    """Muere cuando ya movió algo y todavía falta."""
    escribir(destino, VIEJA)
    original = os.replace
    movidos = 0

    def morir(origen: Any, final: Any) -> None:
        nonlocal movidos
        if destino in Path(final).parents:
            movidos += 1
            if movidos == 3:
                raise Muerte
        original(origen, final)

    with pytest.MonkeyPatch.context() as parche:
        parche.setattr(os, "replace", morir)
        with pytest.raises(Muerte):
            escribir(destino, NUEVA, VIEJA)


def test_lo_que_el_asesor_cambia_tras_la_interrupcion_no_se_pisa(tmp_path: Path) -> None:
    destino = tmp_path / "caso"
    interrumpir_a_medio_mover(destino)
    (destino / "copias/01-uno.pdf").write_bytes(b"lo firmado")
    with pytest.raises(TrabajoAjeno, match=r"copias/01-uno\.pdf"):
        completar(destino, MANIFIESTO)
    with pytest.raises(TrabajoAjeno):
        escribir(destino, NUEVA, VIEJA)
    (destino / "copias/01-uno.pdf").rename(tmp_path / "guardado.pdf")
    completar(destino, MANIFIESTO)
    assert leer(destino) == NUEVA
    assert (tmp_path / "guardado.pdf").read_bytes() == b"lo firmado"


def test_completar_sin_nada_pendiente_no_toca_el_disco(tmp_path: Path) -> None:
    completar(tmp_path / "no existe" / "caso", MANIFIESTO)
    assert list(tmp_path.iterdir()) == []


def test_interrumpir_con_el_teclado_al_mover_deja_la_nueva(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    destino = tmp_path / "caso"
    escribir(destino, VIEJA)
    original, veces = os.replace, iter(range(100))

    def interrumpir(origen: Any, final: Any) -> None:
        if destino in Path(final).parents and next(veces) == 2:
            raise KeyboardInterrupt
        original(origen, final)

    monkeypatch.setattr(os, "replace", interrumpir)
    with pytest.raises(KeyboardInterrupt):
        escribir(destino, NUEVA, VIEJA)
    assert leer(destino) == NUEVA
    assert sobras(destino) == []


# --- Otra corrida a la vez ---------------------------------------------------------------------


def test_lo_de_un_proceso_muerto_se_limpia_y_lo_de_uno_vivo_no(tmp_path: Path) -> None:
    destino = tmp_path / "caso"
    preparada = tmp_path / ".caso.preparando"
    preparada.mkdir()
    (preparada / "de otra versión.docx").write_bytes(b"a medias")
    guion = (
        "import sys, pathlib\n"
        "from generador.escritura.candado import candado\n"
        "with candado(pathlib.Path(sys.argv[1])):\n"
        "    print('listo', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    orden = [sys.executable, "-c", guion, str(tmp_path / ".caso.candado")]
    with (
        subprocess.Popen(orden, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as vivo,
        pytest.MonkeyPatch.context() as parche,
    ):
        assert vivo.stdout is not None
        assert vivo.stdout.readline() == "listo\n"
        parche.setattr(modulo_candado, "PACIENCIA", 0.2)
        with pytest.raises(ErrorDeEscritura, match="Otra corrida de Minuta"):
            escribir(destino, NUEVA)
        assert (preparada / "de otra versión.docx").read_bytes() == b"a medias"
        vivo.kill()
        vivo.wait()
        escribir(destino, NUEVA)
    assert leer(destino) == NUEVA
    assert sobras(destino) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows no borra un archivo abierto")
def test_un_candado_borrado_por_quien_lo_solto_no_cuenta(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    archivo, original, veces = tmp_path / "candado", fcntl.flock, iter(range(100))

    def borrar_y_tomar(descriptor: int, modo: int) -> None:
        if next(veces) == 0:
            archivo.unlink()
        original(descriptor, modo)

    monkeypatch.setattr(fcntl, "flock", borrar_y_tomar)
    with candado(archivo):
        assert archivo.exists()
    assert next(veces) == 2


def test_quien_espera_escribe_cuando_el_otro_termina(tmp_path: Path) -> None:
    destino = tmp_path / "caso"
    with candado(tmp_path / ".caso.candado"):
        otro = threading.Thread(target=escribir, args=(destino, NUEVA))
        otro.start()
        time.sleep(0.15)
        assert not destino.exists()
    otro.join(timeout=30)
    assert leer(destino) == NUEVA
    assert sobras(destino) == []


def test_dos_corridas_a_la_vez_dejan_una_version_entera(tmp_path: Path) -> None:
    destino = tmp_path / "caso"
    completas = [VIEJA, {ruta: VIEJA[ruta] + b"!" for ruta in VIEJA}]
    hilos = [threading.Thread(target=escribir, args=(destino, completas[n % 2])) for n in range(8)]
    for hilo in hilos:
        hilo.start()
    for hilo in hilos:
        hilo.join(timeout=30)
    assert leer(destino) in completas
    assert sobras(destino) == []


def test_un_disco_sin_candados_no_impide_escribir(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sin_candados(*_: object) -> bool:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(modulo_candado, "_tomar", sin_candados)
    escribir(tmp_path / "caso", NUEVA)
    assert leer(tmp_path / "caso") == NUEVA


# --- Lo que el sistema no deja -----------------------------------------------------------------


def cruzar_archivo(destino: Path) -> None:
    destino.write_bytes(b"esto es un archivo")


def cruzar_subcarpeta(destino: Path) -> None:
    destino.mkdir()
    (destino / "copias").write_bytes(b"un archivo llamado copias")


def cruzar_documento(destino: Path) -> None:
    (destino / "acto.docx").mkdir(parents=True)
    (destino / "acto.docx" / "adentro.txt").write_bytes(b"del asesor")


@pytest.mark.parametrize("cruzar", [cruzar_archivo, cruzar_subcarpeta, cruzar_documento])
def test_un_archivo_donde_va_una_carpeta_se_explica_y_no_se_toca(
    tmp_path: Path, cruzar: Callable[[Path], None]
) -> None:
    destino = tmp_path / "caso"
    cruzar(destino)
    antes = leer(tmp_path)
    with pytest.raises(ErrorDeEscritura, match="archivo donde debe ir una carpeta") as fallo:
        escribir(destino, NUEVA)
    assert fallo.value.remedio
    assert leer(tmp_path) == antes


def test_la_salida_es_un_archivo(tmp_path: Path) -> None:
    (tmp_path / "salida").write_bytes(b"archivo")
    with pytest.raises(ErrorDeEscritura, match="archivo donde debe ir una carpeta"):
        escribir(tmp_path / "salida" / "caso", NUEVA)


def test_un_nombre_demasiado_largo_se_explica(tmp_path: Path) -> None:
    with pytest.raises(ErrorDeEscritura, match="demasiado largo") as fallo:
        escribir(tmp_path / ("x" * 250), NUEVA)
    assert "Acorte" in fallo.value.remedio
    assert list(tmp_path.iterdir()) == []


def test_lo_pendiente_nunca_tiene_una_ruta_mas_larga_que_lo_preparado() -> None:
    """En Windows, lo que se pudo escribir tiene que poderse mover."""
    assert len("pendiente") <= len("preparando")


@pytest.mark.parametrize(
    ("codigo", "frase"),
    [
        (errno.EACCES, "protegido o abierto en otro programa"),
        (errno.EPERM, "protegido o abierto en otro programa"),
        (errno.EROFS, "solo lectura"),
        (errno.ENOSPC, "no hay espacio"),
        (errno.EDQUOT, "no hay espacio"),
        (errno.EIO, "el disco falló"),
        (errno.ENOENT, "no existe"),
        (errno.EINVAL, "caracteres"),
        (errno.EXDEV, "el sistema respondió"),
    ],
)
def test_cada_error_del_sistema_se_dice_en_espanol(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, codigo: int, frase: str
) -> None:
    def negar(*_: object) -> None:
        raise OSError(codigo, os.strerror(codigo), str(tmp_path / ".caso.preparando"))

    monkeypatch.setattr(os, "mkdir", negar)
    with pytest.raises(ErrorDeEscritura, match=frase) as fallo:
        escribir(tmp_path / "caso", NUEVA)
    assert f"«{tmp_path / 'caso'}»" in fallo.value.mensaje
    assert ".preparando" not in str(fallo.value)


class EnWindows:
    """`os.replace` de Windows: el archivo está ocupado unas veces, o siempre."""

    def __init__(self, ocupado: Path, veces: int) -> None:
        self.ocupado, self.veces, self.original = ocupado, veces, os.replace

    def __call__(self, origen: Any, final: Any) -> None:
        if Path(final) == self.ocupado and self.veces:
            self.veces -= 1
            error = PermissionError(errno.EACCES, "Acceso denegado", str(origen), None, str(final))
            error.winerror = 32  # type: ignore[attr-defined]  # solo existe en Windows
            raise error
        self.original(origen, final)


def test_el_antivirus_suelta_el_archivo_y_la_corrida_sigue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    destino = tmp_path / "caso"
    escribir(destino, VIEJA)
    monkeypatch.setattr(os, "replace", EnWindows(destino / "acto.docx", 2))
    escribir(destino, NUEVA, VIEJA)
    assert leer(destino) == NUEVA


def test_abierto_en_word_se_explica_y_la_siguiente_corrida_termina(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    destino = tmp_path / "caso"
    escribir(destino, VIEJA)
    monkeypatch.setattr(disco, "_ESPERAS", (0.0, 0.0))
    with monkeypatch.context() as parche:
        parche.setattr(os, "replace", EnWindows(destino / "acto.docx", 1000))
        with pytest.raises(ErrorDeEscritura, match=r"acto\.docx.*abierto") as fallo:
            escribir(destino, NUEVA, VIEJA)
        assert fallo.value.remedio.startswith("Ciérrelo en Word")
        with pytest.raises(ErrorDeEscritura):
            completar(destino, MANIFIESTO)
    completar(destino, MANIFIESTO)
    assert leer(destino) == NUEVA
    assert sobras(destino) == []


def test_abierto_en_word_se_nota_antes_del_punto_sin_retorno(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    destino = tmp_path / "caso"
    escribir(destino, VIEJA)
    original = io.open

    def negar(archivo: Any, modo: str = "r", *resto: Any, **mas: Any) -> Any:
        if Path(archivo) == destino / "acto.docx" and modo != "rb":
            raise PermissionError(errno.EACCES, "Permission denied", str(archivo))
        return original(archivo, modo, *resto, **mas)

    monkeypatch.setattr(io, "open", negar)
    with pytest.raises(ErrorDeEscritura, match=r"acto\.docx.*abierto") as fallo:
        escribir(destino, NUEVA, VIEJA)
    assert "Ciérrelo en Word" in fallo.value.remedio
    assert leer(destino) == VIEJA
    assert sobras(destino) == []


EN_DISCO_PEQUENO = """
import json, pathlib, sys
from generador.errores import ErrorDeEscritura
from generador.escritura import escribir_carpeta
destino = pathlib.Path(sys.argv[1]) / "caso"
leer = lambda: {a.name: a.stat().st_size for a in destino.parent.rglob("*") if a.is_file()}
escribir_carpeta(destino, {"acto.docx": b"v" * 50_000}, [], "")
try:
    escribir_carpeta(destino, {"acto.docx": b"n" * 60_000, "acto.pdf": b"n" * 400_000}, [], "")
    error = ""
except ErrorDeEscritura as fallo:
    error = str(fallo)
despues = leer()
escribir_carpeta(destino, {"acto.docx": b"n" * 60_000}, [], "")
print(json.dumps({"error": error, "despues": despues, "final": leer()}))
"""


def test_disco_lleno_de_verdad(tmp_path: Path) -> None:
    """En un disco en memoria de 256 KB, propio del proceso: desaparece con él."""
    montar = 'mount -t tmpfs -o size=256k tmpfs "$1" || exit 77; exec "$2" -c "$3" "$1"'
    try:
        resultado = subprocess.run(
            [
                "unshare",
                "-rm",
                "sh",
                "-c",
                montar,
                "sh",
                tmp_path,
                sys.executable,
                EN_DISCO_PEQUENO,
            ],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    except FileNotFoundError:
        pytest.skip("este sistema no tiene unshare")
    if resultado.returncode == 77 or "unshare" in resultado.stderr:
        pytest.skip("aquí no se puede montar un disco pequeño")
    assert resultado.returncode == 0, resultado.stderr
    dicho = json.loads(resultado.stdout)
    assert "no hay espacio en el disco" in dicho["error"]
    assert dicho["despues"] == {"acto.docx": 50_000}
    assert dicho["final"] == {"acto.docx": 60_000}
