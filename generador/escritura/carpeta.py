"""Escribir una carpeta entera o no escribir nada.

Todo se prepara al lado, en `.NOMBRE.preparando`. Si el destino no existe, un solo cambio de nombre
la pone en su sitio. Si existe, el cambio de nombre a `.NOMBRE.pendiente` es el punto sin retorno:
desde ahí, una interrupción no pierde nada, porque la siguiente corrida termina de mover los
archivos antes de hacer cualquier otra cosa. Lo que el asesor tenga en la carpeta se queda donde
está; y si después de la interrupción cambió un archivo, no se le pisa.

El nombre de lo pendiente es más corto que el de lo que se prepara: si una ruta cupo en los 260
caracteres de Windows al escribirla, también cabe al moverla.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path

from generador.errores import TrabajoAjeno
from generador.escritura.candado import candado
from generador.escritura.disco import asentar, escribir, mover
from generador.escritura.problemas import explicando

_PLAN = ".plan.json"


@dataclass(frozen=True, slots=True)
class _Plan:
    """Qué quitar, y la huella de lo que había en cada ruta al pasar el punto sin retorno."""

    retirar: list[str]
    previos: dict[str, str]


def escribir_carpeta(
    destino: Path, archivos: Mapping[str, bytes], retirar: Sequence[str] = (), ultimo: str = ""
) -> None:
    """Deja en `destino` exactamente `archivos` (rutas relativas con «/») y quita `retirar`.

    `ultimo` es el archivo que se mueve al final (el manifiesto): mientras no esté, la carpeta no
    se da por buena. Los archivos ajenos que haya en la carpeta no se tocan.

    Raises:
        ErrorDeEscritura: disco lleno, carpeta protegida, archivo abierto en otro programa u otra
            corrida que escribe en el mismo sitio. La carpeta queda como estaba.
        TrabajoAjeno: véase `completar`.
    """
    with explicando(destino):
        destino.parent.mkdir(parents=True, exist_ok=True)
        with _turno(destino):
            _terminar(destino, ultimo)
            preparada = _vecina(destino, "preparando")
            try:
                if _preparar(preparada, destino, archivos, retirar):
                    return
            except BaseException:
                shutil.rmtree(preparada, ignore_errors=True)
                raise
            _mover_sin_parar(destino, list(retirar), ultimo)


def escribir_archivo(destino: Path, datos: bytes) -> None:
    """Escribe un archivo entero o no lo toca.

    Raises:
        ErrorDeEscritura: como en `escribir_carpeta`; el archivo queda como estaba.
    """
    provisional = _vecina(destino, "preparando")
    with explicando(destino), _turno(destino):
        try:
            escribir(provisional, datos)
            mover(provisional, destino)
        finally:
            provisional.unlink(missing_ok=True)
        asentar([destino.parent])


def completar(destino: Path, ultimo: str) -> None:
    """Termina una escritura interrumpida después del punto sin retorno, si la hay.

    Raises:
        ErrorDeEscritura: el sistema no dejó; se puede repetir.
        TrabajoAjeno: un archivo de los que faltan por mover cambió después de la interrupción.
    """
    with explicando(destino):
        if _vecina(destino, "pendiente").is_dir():
            with _turno(destino):
                _terminar(destino, ultimo)


def _vecina(destino: Path, estado: str) -> Path:
    return destino.with_name(f".{destino.name}.{estado}")


def _turno(destino: Path) -> AbstractContextManager[None]:
    return candado(_vecina(destino, "candado"))


def _preparar(
    carpeta: Path, destino: Path, archivos: Mapping[str, bytes], retirar: Sequence[str]
) -> bool:
    """Escribe todo en `carpeta` y le da su nombre; dice si ese nombre ya es el definitivo."""
    if carpeta.exists():
        # De una corrida que murió: con el candado en la mano, no es de nadie.
        shutil.rmtree(carpeta)
    carpeta.mkdir()
    for ruta, datos in archivos.items():
        archivo = carpeta / ruta
        archivo.parent.mkdir(parents=True, exist_ok=True)
        escribir(archivo, datos)
    nueva = not destino.exists()
    if not nueva:
        plan = _Plan(list(retirar), _huellas(destino, [*archivos, *retirar]))
        escribir(carpeta / _PLAN, json.dumps(asdict(plan)).encode())
    asentar([carpeta, *(p for p in carpeta.rglob("*") if p.is_dir())])
    mover(carpeta, destino if nueva else _vecina(destino, "pendiente"))
    asentar([destino.parent])
    return nueva


def _huellas(destino: Path, rutas: Iterable[str]) -> dict[str, str]:
    """La huella de cada archivo que ya está en `rutas`, tras comprobar que se puede reemplazar.

    Solo Windows impide reemplazar un archivo abierto en otro programa; abrirlo para escritura lo
    delata antes del punto sin retorno. Uno de solo lectura se respeta en todas partes.
    """
    huellas = {}
    for ruta in rutas:
        final = destino / ruta
        _exigir_carpetas(destino, final)
        if final.exists():
            with final.open("r+b") as flujo:
                huellas[ruta] = hashlib.sha256(flujo.read()).hexdigest()
    return huellas


def _exigir_carpetas(destino: Path, final: Path) -> None:
    for padre in final.parents[: len(final.relative_to(destino).parts)]:
        if padre.exists() and not padre.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(padre))


def _terminar(destino: Path, ultimo: str) -> None:
    """`completar`, con el candado ya en la mano."""
    pendiente = _vecina(destino, "pendiente")
    if not pendiente.is_dir():
        return
    archivo = pendiente / _PLAN
    # El plan se borra con la carpeta, cuando ya no queda nada por mover.
    plan = _Plan(**json.loads(archivo.read_bytes())) if archivo.exists() else _Plan([], {})
    faltan = [p.relative_to(pendiente).as_posix() for p in _por_mover(pendiente)]
    cambiados = [
        ruta
        for ruta in (*faltan, *plan.retirar)
        if (destino / ruta).exists()
        and hashlib.sha256((destino / ruta).read_bytes()).hexdigest() != plan.previos.get(ruta)
    ]
    if cambiados:
        raise TrabajoAjeno(
            f"Una corrida anterior en «{destino}» se interrumpió, y después alguien cambió: "
            f"{', '.join(cambiados)}.",
            "Mueva esos archivos a otra carpeta y repita: Minuta terminará lo que faltó.",
        )
    _mover_sin_parar(destino, plan.retirar, ultimo)


def _mover_sin_parar(destino: Path, retirar: Sequence[str], ultimo: str) -> None:
    """Mueve lo pendiente; una interrupción del teclado espera los milisegundos que falten."""
    try:
        _mover(destino, retirar, ultimo)
    except KeyboardInterrupt:
        _mover(destino, retirar, ultimo)
        raise


def _mover(destino: Path, retirar: Sequence[str], ultimo: str) -> None:
    """Pasa lo pendiente a `destino`. Se puede repetir desde cualquier punto."""
    pendiente = _vecina(destino, "pendiente")
    if not pendiente.is_dir():
        return
    destino.mkdir(exist_ok=True)
    pasos = [(p, destino / p.relative_to(pendiente)) for p in _por_mover(pendiente)]
    pasos.sort(key=lambda paso: paso[1] == destino / ultimo)
    for ruta in retirar:
        _retirar(destino, destino / ruta)
    for origen, final in pasos:
        final.parent.mkdir(parents=True, exist_ok=True)
        mover(origen, final)
    asentar({destino, *(final.parent for _, final in pasos)})
    shutil.rmtree(pendiente)


def _por_mover(pendiente: Path) -> list[Path]:
    return [p for p in sorted(pendiente.rglob("*")) if p.is_file() and p != pendiente / _PLAN]


def _retirar(destino: Path, archivo: Path) -> None:
    """Borra el archivo, y las carpetas que por eso queden vacías."""
    archivo.unlink(missing_ok=True)
    for padre in archivo.parents:
        if padre == destino or not padre.is_dir() or any(padre.iterdir()):
            return
        padre.rmdir()
