"""La carpeta de un caso: qué había, qué cambió el asesor y qué va a cambiar Minuta."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from generador.copias import manifiesto as registro
from generador.copias.manifiesto import Manifiesto
from generador.errores import ErrorDeCopia, TrabajoAjeno
from generador.escritura import completar, escribir_carpeta
from generador.huella import sha256

DOCUMENTOS = ("acto.docx", "acto.pdf")


@dataclass(frozen=True, slots=True)
class Cambio:
    """Qué le pasa a un archivo de la carpeta, y por qué."""

    ruta: str
    accion: str
    razon: str

    def __str__(self) -> str:
        return f"{self.accion:<10} {self.ruta}: {self.razon}"


@dataclass(frozen=True, slots=True)
class Carpeta:
    """La carpeta de un caso tal como está en el disco, con su manifiesto si lo tiene."""

    ruta: Path
    anterior: Manifiesto | None

    @classmethod
    def abrir(cls, ruta: Path, *, terminar: bool = True) -> Carpeta:
        """Mira la carpeta; antes, con `terminar`, acaba una escritura que se interrumpió."""
        if terminar:
            completar(ruta, registro.NOMBRE)
        archivo = ruta / registro.NOMBRE
        try:
            return cls(ruta, registro.leer(archivo.read_bytes()) if archivo.is_file() else None)
        except ErrorDeCopia:
            return cls(ruta, None)

    def exigir_intacta(self, salvo: Collection[str] = ()) -> None:
        """El trabajo del asesor no se pisa: lo que cambió desde el manifiesto detiene.

        `salvo` son los archivos que el propio asesor acaba de dar, y por eso pueden haber cambiado.

        Raises:
            TrabajoAjeno: hay archivos cambiados, o documentos de los que no hay manifiesto.
        """
        if self.anterior is None:
            cambiados = [n for n in DOCUMENTOS if (self.ruta / n).exists()]
        else:
            cambiados = [a.ruta for a in self.anterior.archivos if self._cambio(a)]
        cambiados = [ruta for ruta in cambiados if ruta not in salvo]
        if cambiados:
            raise TrabajoAjeno(
                f"En «{self.ruta}» hay archivos cambiados a mano: {', '.join(cambiados)}.",
                "Guárdelos en otra parte, o repita con --reemplazar para sobrescribirlos.",
            )

    def exigir_libres(self, archivos: Mapping[str, bytes]) -> None:
        """Tampoco se pisa lo que el asesor puso donde Minuta no había escrito nada.

        Raises:
            TrabajoAjeno: uno de `archivos` existe, es distinto y no consta en el manifiesto.
        """
        conocidos = {a.ruta for a in self.anterior.archivos} if self.anterior else set()
        conocidos.add(registro.NOMBRE)
        suyos = [
            ruta
            for ruta, datos in archivos.items()
            if ruta not in conocidos
            and (self.ruta / ruta).is_file()
            and (self.ruta / ruta).read_bytes() != datos
        ]
        if suyos:
            raise TrabajoAjeno(
                f"En «{self.ruta}» hay archivos que no hizo Minuta: {', '.join(suyos)}.",
                "Guárdelos en otra parte, o repita con --reemplazar para sobrescribirlos.",
            )

    def _cambio(self, archivo: registro.Archivo) -> bool:
        actual = self.ruta / archivo.ruta
        return actual.is_file() and sha256(actual.read_bytes()) != archivo.sha256

    def cambios(self, archivos: Mapping[str, bytes]) -> tuple[Cambio, ...]:
        """Qué pasaría al escribir `archivos`: crear, reemplazar, dejar igual o retirar."""
        lista = [self._cambio_de(ruta, datos) for ruta, datos in sorted(archivos.items())]
        lista += [Cambio(r, "retirar", "ya no se hace") for r in self._sobrantes(archivos)]
        return tuple(lista)

    def _cambio_de(self, ruta: str, datos: bytes) -> Cambio:
        actual = self.ruta / ruta
        if not actual.is_file():
            return Cambio(ruta, "crear", "no existe")
        if actual.read_bytes() == datos:
            return Cambio(ruta, "igual", "no cambia ni un byte")
        return Cambio(ruta, "reemplazar", "cambió el caso, la plantilla o el programa")

    def _sobrantes(self, archivos: Mapping[str, bytes]) -> list[str]:
        previos = [a.ruta for a in self.anterior.archivos] if self.anterior else []
        return [r for r in previos if r not in archivos and (self.ruta / r).is_file()]

    def escribir(self, archivos: Mapping[str, bytes]) -> None:
        """Escribe todo o nada, y retira lo que la corrida anterior hizo y esta no."""
        escribir_carpeta(self.ruta, archivos, self._sobrantes(archivos), ultimo=registro.NOMBRE)
