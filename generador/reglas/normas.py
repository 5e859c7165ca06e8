"""Lo que el catálogo de normas advierte de las que un texto cita."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.citas.catalogo import Estado, catalogo
from generador.citas.lectura import leer
from generador.citas.norma import Tipo
from generador.hallazgos import Gravedad, Hallazgo
from generador.reglas.textos import en_texto

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from generador.citas.norma import Norma

SIN_VIGOR = (Estado.DEROGADA, Estado.INEXEQUIBLE)
# Las de numeración nacional: el catálogo las trae y vale la pena confirmar la que no esté.
NACIONALES = (Tipo.LEY, Tipo.DECRETO, Tipo.DECRETO_LEY, Tipo.DECRETO_UNICO)


def citadas(texto: str) -> Iterator[tuple[int, Norma]]:
    """Las normas que cita un texto, cada vez que las nombra, con la posición de la cita.

    >>> [(n, norma.canonica) for n, norma in citadas("Que la Ley 1437 de 2011 lo dispone")]
    [(7, 'Ley 1437 de 2011')]
    """
    for hallada in leer(texto):
        if hallada.cita is not None and hallada.cita.norma.tipo is not Tipo.INTERNA:
            yield hallada.inicio, hallada.cita.norma


def advertir_todas(textos: Iterable[tuple[str, str]], codigo: str) -> Iterator[Hallazgo]:
    """Lo que conviene mirar de las normas que citan unos textos, una vez, donde primero se citan.

    Cada texto va con su ruta en el caso.
    """
    dichas: set[tuple[str, str]] = set()
    for ruta, texto in textos:
        for posicion, norma in citadas(texto):
            advertencia = advertir(norma, codigo, ruta)
            dicho = (advertencia.mensaje, advertencia.remedio) if advertencia else ("", "")
            if advertencia and dicho not in dichas:
                dichas.add(dicho)
                yield en_texto(advertencia, texto, posicion)


def advertir(norma: Norma, codigo: str, ruta: str, hasta: date | None = None) -> Hallazgo | None:
    """Lo que conviene mirar de una norma: que no rija, que se cite con otro año, que no se conozca.

    Que haya sido modificada solo informa. Con `hasta`, no cuenta lo que le pasó después de ese
    día. Devuelve `None` si nada se sabe en su contra.
    """
    frases = catalogo().advertencias(norma, hasta)
    ficha = catalogo().ficha_de(norma)
    if not frases and (ficha is not None or norma.tipo not in NACIONALES):
        return None
    preguntas = [frase for frase in frases if frase.startswith("¿")]
    cuerpo = [frase for frase in frases if frase not in preguntas]
    # Todas empiezan por el nombre de la norma: basta una vez.
    nombre = "".join(cuerpo[:1]).partition(": ")[0] + ": "
    cuerpo = [*cuerpo[:1], *(frase.removeprefix(nombre) for frase in cuerpo[1:])]
    desconocida = f"«{norma.canonica}» no está en el catálogo de normas."
    return Hallazgo(
        codigo=codigo,
        gravedad=Gravedad.AVISO if _pide_decision(norma) else Gravedad.NOTA,
        ruta=ruta,
        mensaje=" ".join(cuerpo) or desconocida,
        remedio=" ".join(preguntas) or ("" if cuerpo else "Confírmela en el Diario Oficial."),
    )


def _pide_decision(norma: Norma) -> bool:
    ficha = catalogo().ficha_de(norma)
    if ficha is None or ficha.estado in SIN_VIGOR:
        return True
    return norma.fecha is not None and norma.fecha != (ficha.norma.fecha or norma.fecha)
