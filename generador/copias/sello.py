"""El sello: N copias de un acto, cada una igual al original más un incremento al final.

1. Se abre el original una vez y se comprueba que se pueda sellar sin dañarlo ni taparlo.
2. Se recorta la letra a los caracteres de todo el lote.
3. Por cada copia se escriben la constancia, el sello y las páginas que lo llaman, y se cierra
   con la huella de toda la copia (véase `generador.copias.constancia`).
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import IndirectObject, NameObject

from generador.copias import composicion, franja, tipografia
from generador.copias.constancia import CLAVE, COPIAS_MAXIMAS, Constancia, cerrar
from generador.copias.firma import firmado
from generador.copias.incremento import Objeto, agregar, escribir_objeto, leer_base
from generador.copias.pagina import ancho_del_sello, con_sello, hojas
from generador.errores import ErrorDeCopia
from generador.huella import huella_de

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generador.copias.incremento import Base
    from generador.copias.pagina import Hoja
    from generador.copias.tipografia import Fuente

_REPETIR: Final = "Vuelva a guardarlo como PDF desde Word o LibreOffice."


@dataclass(frozen=True, slots=True)
class DatosSello:
    """Lo que dice el sello de una copia.

    `destinatario` es el cargo o dependencia y la entidad, nunca el nombre de una persona;
    `numero` va de 1 a `total`; `acto` es tipo, número y fecha («Resolución 0412 del 21 de
    octubre de 2024»).
    """

    destinatario: str
    numero: int
    total: int
    acto: str


@dataclass(frozen=True, slots=True)
class _Lote:
    """Lo que es igual en todas las copias: se prepara una vez."""

    base: Base
    fuente: Fuente
    ancho: float
    fijos: tuple[Objeto, ...]


def sellar(original: bytes, sellos: Sequence[DatosSello]) -> Iterator[bytes]:
    """Devuelve las copias selladas, una por cada sello y en su orden; se escriben al pedirlas.

    Los primeros `len(original)` bytes de cada copia son `original`. Los mismos argumentos dan
    los mismos bytes. Da `ErrorDeCopia`, antes de la primera copia, si el PDF está firmado,
    cifrado, dañado o ya sellado, si la franja del sello no está libre en alguna página, o si un
    sello está incompleto, no cabe o usa un carácter que la letra no tiene.
    """
    huella = huella_de(original)
    constancias = [
        Constancia(
            original=huella,
            destinatario=s.destinatario,
            numero=s.numero,
            total=s.total,
            acto=s.acto,
        )
        for s in sellos
    ]
    for constancia in constancias:
        _exigir_completa(constancia)
    lector = _abrir(original)
    fuente = tipografia.recortar(t for c in constancias for t in composicion.textos(c))
    lote = _preparar(original, lector, fuente)
    for constancia in constancias:
        composicion.componer(constancia, fuente, lote.ancho)
    return (_copia(lote, c) for c in constancias)


def _exigir_completa(c: Constancia) -> None:
    if not (c.destinatario.strip() and c.acto.strip()):
        raise ErrorDeCopia(
            f"El sello de la copia {c.numero} no dice para quién es o de qué acto.",
            "Escriba el cargo o dependencia y la entidad del destinatario.",
        )
    if not 1 <= c.numero <= c.total <= COPIAS_MAXIMAS:
        raise ErrorDeCopia(f"No existe una «Copia {c.numero} de {c.total}».")


def _abrir(original: bytes) -> PdfReader:
    """Abre el original después de comprobar que sellarlo no lo daña."""
    if CLAVE in original:
        raise ErrorDeCopia(
            "Este PDF ya es una copia sellada.", "Saque las copias del acto original (acto.pdf)."
        )
    if firmado(original):
        raise ErrorDeCopia(
            "Este PDF trae una firma digital y sellarlo la invalidaría.",
            "Envíelo como está, adjunto a su oficio.",
        )
    try:
        lector = PdfReader(io.BytesIO(original))
        if lector.is_encrypted:
            raise ErrorDeCopia(
                "Este PDF está protegido con contraseña o con permisos.",
                "Guárdelo sin protección antes de sacar las copias.",
            )
        lector.root_object  # noqa: B018 - obliga a leer el catálogo: sin él no hay qué sellar
    except PyPdfError as error:
        raise ErrorDeCopia("El acto no abre como PDF.", _REPETIR) from error
    return lector


def _preparar(original: bytes, lector: PdfReader, fuente: Fuente) -> _Lote:
    base = leer_base(original, lector)
    try:
        todas = hojas(lector)
    except PyPdfError as error:
        raise ErrorDeCopia("Las páginas del acto no se pueden leer.", _REPETIR) from error
    ancho = ancho_del_sello(todas)
    if ancho < composicion.ANCHO_MINIMO:
        raise ErrorDeCopia(
            "Una página del acto es demasiado angosta para el sello.",
            "Use papel carta u oficio.",
        )
    _exigir_franja(original)
    return _Lote(base, fuente, ancho, tuple(_fijos(base, lector, todas, fuente, ancho)))


def _exigir_franja(original: bytes) -> None:
    ocupadas = franja.libre(original)
    if ocupadas:
        donde = ", ".join(map(str, ocupadas))
        paginas = f"la página {donde}" if len(ocupadas) == 1 else f"las páginas {donde}"
        raise ErrorDeCopia(
            f"El sello taparía lo que hay al pie de {paginas}.",
            f"Deje en blanco los últimos {franja.SUPERIOR:g} puntos (3 cm) de cada página: "
            "aumente el margen inferior o suba el pie de página.",
        )


def _fijos(
    base: Base, lector: PdfReader, todas: Sequence[Hoja], fuente: Fuente, ancho: float
) -> Iterator[Objeto]:
    """Los objetos iguales en todas las copias; la constancia y el sello toman los dos primeros."""
    constancia, sello = base.siguiente, base.siguiente + 1
    letra = sello + 1
    antes = letra + tipografia.OBJETOS
    raiz = lector.trailer.raw_get("/Root")
    catalogo = lector.root_object
    nuevo = type(catalogo)({clave: catalogo.raw_get(clave) for clave in catalogo})
    nuevo[NameObject(CLAVE.decode())] = IndirectObject(constancia, 0, lector)
    yield Objeto(raiz.idnum, raiz.generation, escribir_objeto(nuevo))
    yield from (Objeto(numero, 0, cuerpo) for numero, cuerpo in fuente.objetos(letra))
    yield Objeto(antes, 0, b"<< /Length 2 >>\nstream\nq\n\nendstream")
    ordenes: dict[bytes, int] = {}
    for hoja in todas:
        orden = hoja.orden(ancho)
        despues = ordenes.setdefault(orden, antes + 1 + len(ordenes))
        pagina = con_sello(hoja, sello, antes, despues)
        yield Objeto(hoja.numero_objeto, hoja.generacion, escribir_objeto(pagina))
    for orden, numero in ordenes.items():
        yield Objeto(numero, 0, b"<< /Length %d >>\nstream\n%b\nendstream" % (len(orden), orden))


def _copia(lote: _Lote, constancia: Constancia) -> bytes:
    primero = lote.base.siguiente
    forma = tipografia.flujo(
        composicion.contenido(constancia, lote.fuente, lote.ancho),
        f"/Type /XObject /Subtype /Form /BBox [0 0 {lote.ancho:g} {franja.ALTO:g}] "
        f"/Resources << /Font << /F1 {primero + 2} 0 R >> >>",
    )
    objetos = (
        Objeto(primero, 0, constancia.como_objeto()),
        Objeto(primero + 1, 0, forma),
        *lote.fijos,
    )
    return cerrar(agregar(lote.base, objetos, constancia.contenido_qr() + constancia.destinatario))
