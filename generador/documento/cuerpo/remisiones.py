"""Las remisiones internas: campos de Word con su valor ya escrito (ISO/IEC 29500-1, 17.16.5).

El valor se sabe cuando ya está dibujado todo: mientras tanto va una marca en su lugar. La página
solo la sabe quien compone las páginas: el campo queda pendiente (`w:dirty`), Word y LibreOffice lo
calculan al abrir, y lo escrito es «¿?», que nadie confunde con una página. Cuando hay PDF, la pone
`documento.paginas`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generador.documento.caracteres import escapar, legal
from generador.documento.cuerpo.marcadores import DE_BLOQUE, DE_NOTA, en_linea, nombre
from generador.errores import DatoInvalido
from generador.marcado.bloques import ClaseDeRemision
from generador.texto import sugerencia

if TYPE_CHECKING:
    from collections.abc import Callable

    from generador.marcado.bloques import Remision

ORDENES: Final = {
    ClaseDeRemision.NUMERO: "REF",
    ClaseDeRemision.PAGINA: "PAGEREF",
    ClaseDeRemision.NOTA: "NOTEREF",
}
PAGINA: Final = "¿?"
# Ningún XML puede traer este carácter.
_MARCA: Final = re.compile("\0([^\0]*)\0")
_LLAMADA: Final = re.compile(r"<w:footnoteReference\b[^>]*>")
_ID: Final = re.compile(r'\bw:id="([^"]*)"')
_A_MANO: Final = re.compile(r'\bw:customMarkFollows="(?:1|true|on)"')


@dataclass(frozen=True, slots=True)
class Destino:
    """Algo con etiqueta: `numero` es lo que se escribe al citarlo, y puede no tener."""

    marcador: str
    numero: str


class Remisiones:
    """Lo que tiene etiqueta y lo que remite a ello, en todo el documento."""

    def __init__(self) -> None:
        self._bloques: dict[str, Destino] = {}
        self._notas: dict[str, Destino] = {}
        self._pedidas: list[Remision] = []

    def anotar(self, etiqueta: str, marcador: str, numero: str) -> None:
        """Registra un bloque con etiqueta."""
        self._bloques[etiqueta] = Destino(marcador, numero)

    def anotar_nota(self, etiqueta: str, marcador: str, identificador: str) -> None:
        """Registra una nota con etiqueta; su número se sabe al final."""
        self._notas[etiqueta] = Destino(marcador, identificador)

    def pedir(self, remision: Remision, formato: str) -> str:
        """El campo de una remisión, con una marca donde irá su valor."""
        self._pedidas.append(remision)
        marca = f"\0{len(self._pedidas) - 1}\0"
        en_nota = remision.clase is ClaseDeRemision.NOTA
        destino = nombre(remision.etiqueta, DE_NOTA if en_nota else DE_BLOQUE)
        return campo(
            f"{ORDENES[remision.clase]} {destino} \\h",
            marca,
            formato,
            pendiente=remision.clase is ClaseDeRemision.PAGINA,
        )

    def resolver(self, cuerpo: str) -> Callable[[str], str]:
        """Devuelve con qué cambiar las marcas por sus valores; `DatoInvalido` si uno no existe."""
        numeros = _numeros_de_notas(cuerpo)
        valores = [escapar(legal(self._valor(r, numeros))) for r in self._pedidas]
        return lambda xml: _MARCA.sub(lambda m: valores[int(m.group(1))], xml)

    def _valor(self, remision: Remision, numeros: dict[str, int]) -> str:
        en_nota = remision.clase is ClaseDeRemision.NOTA
        conocidos = self._notas if en_nota else self._bloques
        destino = conocidos.get(remision.etiqueta)
        if destino is None:
            que = "ninguna nota se llama" if en_nota else "nada tiene la etiqueta"
            raise DatoInvalido(
                f"{en_linea(remision.linea)}Se remite a «{remision.etiqueta}», pero {que} así.",
                sugerencia(remision.etiqueta, conocidos) or "Corrija el nombre.",
            )
        if remision.clase is ClaseDeRemision.PAGINA:
            return PAGINA
        if en_nota:
            return str(numeros[destino.numero])
        if not destino.numero:
            raise DatoInvalido(
                f"{en_linea(remision.linea)}Se remite al número de «{remision.etiqueta}», "
                "que no lo tiene.",
                "Nómbrelo sin número: «el parágrafo de este artículo».",
            )
        return destino.numero


def _numeros_de_notas(cuerpo: str) -> dict[str, int]:
    """El número que Word le pone a cada nota: las de marca escrita a mano no cuentan."""
    numeros: dict[str, int] = {}
    cuenta = 0
    for llamada in _LLAMADA.findall(cuerpo):
        hallado = _ID.search(llamada)
        if hallado and not _A_MANO.search(llamada):
            cuenta += 1
            numeros.setdefault(hallado.group(1), cuenta)
    return numeros


def campo(orden: str, valor: str, formato: str, *, pendiente: bool = False) -> str:
    """Un campo de Word con su valor, que ya es XML; `formato` son las propiedades de letra."""
    letra = f"<w:rPr>{formato}</w:rPr>" if formato else ""
    sucio = ' w:dirty="true"' if pendiente else ""
    return (
        f'<w:r>{letra}<w:fldChar w:fldCharType="begin"{sucio}/></w:r>'
        f'<w:r>{letra}<w:instrText xml:space="preserve"> {orden} </w:instrText></w:r>'
        f'<w:r>{letra}<w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r>{letra}<w:t xml:space="preserve">{valor}</w:t></w:r>'
        f'<w:r>{letra}<w:fldChar w:fldCharType="end"/></w:r>'
    )
