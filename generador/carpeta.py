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

ACTO_PDF = "acto.pdf"
DOCUMENTOS = ("acto.docx", ACTO_PDF)


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
        """El trabajo del asesor no se pisa: lo que él dio, o cambió desde el manifiesto, detiene.

        `salvo` son los archivos que el propio asesor acaba de dar, y por eso pueden haber cambiado.

        Raises:
            TrabajoAjeno: hay archivos suyos, o documentos de los que no hay manifiesto.
        """
        if self.anterior is None:
            suyos = [n for n in DOCUMENTOS if (self.ruta / n).exists()]
        else:
            suyos = [a.ruta for a in self.anterior.archivos if self._es_suyo(a)]
        self._rechazar([ruta for ruta in suyos if ruta not in salvo], "que usted cambió o dio")

    def exigir_libres(self, archivos: Mapping[str, bytes], salvo: Collection[str] = ()) -> None:
        """Tampoco se pisa lo que el asesor puso donde Minuta no había escrito nada.

        Raises:
            TrabajoAjeno: uno de `archivos` existe, es distinto y no consta en el manifiesto.
        """
        conocidos = {a.ruta for a in self.anterior.archivos} if self.anterior else set()
        conocidos |= {registro.NOMBRE, *salvo}
        suyos = [
            ruta
            for ruta, datos in archivos.items()
            if ruta not in conocidos
            and (self.ruta / ruta).is_file()
            and (self.ruta / ruta).read_bytes() != datos
        ]
        self._rechazar(suyos, "que no hizo Minuta")

    def exigir_mismas_copias(self, archivos: Mapping[str, bytes], *, firmadas: bool) -> None:
        """Unas copias ya expedidas no se cambian por las de otro acto sin que se pida.

        Con `firmadas`, solo cuentan las del acto que dio el asesor: cambiar las que Minuta hizo
        del acto sin firmar por las del firmado es lo corriente.

        Raises:
            TrabajoAjeno: hay copias y el acto que ahora se haría no es el mismo, byte a byte.
        """
        if self.anterior is None or not self.anterior.copias:
            return
        (previo,) = (a for a in self.anterior.archivos if a.ruta == ACTO_PDF)
        nuevo = archivos.get(ACTO_PDF)
        cambia = nuevo is None or sha256(nuevo) != previo.sha256
        if cambia and not (firmadas and previo.origen == registro.MINUTA):
            acto = self.anterior.acto
            raise TrabajoAjeno(
                f"En «{self.ruta}» están las {len(self.anterior.copias)} copias del acto "
                f"{acto.numero} del {acto.fecha}; lo que se haría ahora daría otra huella.",
                "Si ya se remitieron, use otra carpeta con -o; si no, repita con --reemplazar.",
            )

    def _rechazar(self, rutas: Collection[str], cuales: str) -> None:
        if rutas:
            raise TrabajoAjeno(
                f"En «{self.ruta}» hay archivos {cuales}: {', '.join(rutas)}.",
                "Guárdelos en otra parte o use otra -o; o repita con --reemplazar para "
                "sobrescribirlos.",
            )

    def _es_suyo(self, archivo: registro.Archivo) -> bool:
        existe = (self.ruta / archivo.ruta).is_file()
        return existe and (archivo.origen == registro.ASESOR or self._cambio(archivo))

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
