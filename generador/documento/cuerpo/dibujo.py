"""De los bloques del marcado al XML de Word, con los estilos de la plantilla."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generador.documento.bloques import Parrafo as ParrafoConEstilo
from generador.documento.cuerpo.articulos import articulo
from generador.documento.cuerpo.citas import con_comillas_de_seguir
from generador.documento.cuerpo.donde import Donde
from generador.documento.cuerpo.ecuaciones import a_omml
from generador.documento.cuerpo.en_linea import Letra, corrida, escribir
from generador.documento.cuerpo.numeracion import NIVELES, PASO
from generador.documento.cuerpo.parrafos import envolver, numerado, parrafo
from generador.documento.cuerpo.recuadro import recuadro
from generador.documento.cuerpo.tablas import tabla
from generador.documento.cuerpo.taller import Taller
from generador.documento.cuerpo.titulos import marcar, numerar, partir_numero, rotular, texto_plano
from generador.documento.escritura import a_xml
from generador.documento.ooxml import M
from generador.errores import DatoInvalido
from generador.marcado import bloques as b

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generador.documento.notas import Notas

    Dibujable = b.Bloque | ParrafoConEstilo

_SECCION: Final = re.compile(r"<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
_MEDIDA: Final = re.compile(r"<w:(pgSz|pgMar)\b([^>]*)>")
_ATRIBUTO: Final = re.compile(r'w:(\w+)="(\d+)"')
# Carta con márgenes de 2,54 cm, en veinteavos de punto: lo que Word supone si no se dice otra cosa.
_CARTA: Final = {"w": 12240, "h": 15840, "left": 1440, "right": 1440, "top": 1440, "bottom": 1440}
# Debajo de una figura a toda página tiene que caber su título.
_PARTE_DE_FIGURA: Final = 0.85
_SALTO: Final = '<w:r><w:br w:type="page"/></w:r>'
_SIN_AIRE: Final = '<w:spacing w:before="0" w:after="0"/>'


def abrir_taller(
    partes: dict[str, bytes], notas: Notas, cuerpo: str, imagenes: Mapping[str, bytes]
) -> Taller:
    """El taller de un documento; `imagenes`, de la ruta que dice cada figura a su contenido."""
    return Taller(partes, notas, cuerpo, imagenes, _dibujar)


def pagina_util(cuerpo: str, desde: int = 0) -> Donde:
    """El lugar de un bloque suelto que cae en esa posición: el ancho y alto útiles de su sección.

    >>> pagina_util("").ancho
    9360
    """
    seccion = _SECCION.search(cuerpo, desde)
    medidas = dict(_CARTA)
    for _, atributos in _MEDIDA.findall(seccion.group() if seccion else ""):
        medidas |= {nombre: int(valor) for nombre, valor in _ATRIBUTO.findall(atributos)}
    ancho = medidas["w"] - medidas["left"] - medidas["right"]
    return Donde(max(ancho, 1), max(medidas["h"] - medidas["top"] - medidas["bottom"], 1))


def dibujar(bloques: Sequence[Dibujable], taller: Taller, donde: Donde) -> str:
    """Devuelve el XML de los bloques; lo que necesitan fuera de él queda en el taller.

    Los de `documento.bloques` van con el estilo que traen. Da `ErrorDePlantilla` si falta un
    estilo y `DatoInvalido`, con su línea, si algo de un bloque no se puede escribir.
    """
    return _dibujar(bloques, donde, taller)


def _dibujar(bloques: Sequence[Dibujable], donde: Donde, taller: Taller) -> str:
    return "".join([_FORMAS[type(bloque)](bloque, donde, taller) for bloque in bloques])


def _con_estilo(bloque: ParrafoConEstilo, _donde: Donde, taller: Taller) -> str:
    return a_xml([bloque], taller.estilos_de_parrafo, taller.notas)


def _encabezado(bloque: b.Encabezado, donde: Donde, taller: Taller) -> str:
    """El marcador abarca el número que trae escrito, o todo el título si no trae."""
    letra = Letra(donde)
    primero = bloque.contenido[0] if bloque.contenido else None
    antes, numero, despues = partir_numero(primero.texto if isinstance(primero, b.Texto) else "")
    if bloque.etiqueta and numero and isinstance(primero, b.Texto):
        formato = letra.formato(negrita=primero.negrita, cursiva=primero.cursiva)
        corridas = "".join(
            (
                corrida(antes, formato) if antes else "",
                marcar(corrida(numero, formato), bloque, numero, taller),
                corrida(despues, formato) if despues else "",
                escribir(bloque.contenido[1:], letra, taller),
            )
        )
    else:
        escrito = escribir(bloque.contenido, letra, taller)
        corridas = marcar(escrito, bloque, texto_plano(bloque.contenido).strip(), taller)
    return envolver(corridas, donde, taller, f"Heading {bloque.nivel}")


def _cita(bloque: b.CitaTextual, donde: Donde, taller: Taller) -> str:
    abre, cierra = taller.marcadores.abrir_cita()
    interior = donde.en_cita(taller.sangria_de_cita())
    dentro = con_comillas_de_seguir(bloque.bloques) if bloque.de_seguir else bloque.bloques
    return f"{abre}{_dibujar(dentro, interior, taller)}{cierra}"


def _lista(bloque: b.Lista, donde: Donde, taller: Taller) -> str:
    if donde.nivel >= NIVELES:
        raise DatoInvalido(
            f"La lista de la línea {bloque.linea} está dentro de otras {NIVELES}.",
            "Word no admite más niveles: saque esta lista a un párrafo aparte.",
        )
    lista = taller.listas.abrir(bloque, donde.nivel)
    interior = donde.en_elemento(PASO)
    piezas: list[str] = []
    for elemento in bloque.elementos:
        primero, resto = None, elemento
        if elemento and isinstance(elemento[0], b.Parrafo):
            primero, resto = elemento[0], elemento[1:]
        marca = numerado(primero, interior, taller, lista)
        piezas += (marca, _dibujar(resto, interior, taller))
    return "".join(piezas)


def _figura(bloque: b.Figura, donde: Donde, taller: Taller) -> str:
    titulo = texto_plano(bloque.titulo)
    alto = int(donde.alto * _PARTE_DE_FIGURA)
    dibujo = f"<w:r>{taller.imagenes.dibujar(bloque, titulo, donde.util, alto)}</w:r>"
    con_titulo = bool(bloque.titulo or bloque.etiqueta)
    junto = "<w:keepNext/>" * con_titulo
    imagen = envolver(dibujo, donde, taller, "Figura", (junto, ""))
    if not con_titulo:
        return imagen
    return imagen + envolver(
        rotular("Figura", bloque, donde, taller), donde, taller, "Titulo de figura"
    )


def _ecuacion(bloque: b.Ecuacion, donde: Donde, taller: Taller) -> str:
    """Sola va centrada; con etiqueta lleva su número a la derecha, entre tabuladores."""
    omml = a_omml(bloque.latex, bloque.linea)
    if not bloque.etiqueta:
        interior = f'<m:oMathPara xmlns:m="{M[1:-1]}">{omml}</m:oMathPara>'
        return envolver(interior, donde, taller, "Ecuacion")
    centro, fin = donde.izquierda + donde.util // 2, donde.izquierda + donde.util
    topes = (
        f'<w:tabs><w:tab w:val="center" w:pos="{centro}"/><w:tab w:val="right" w:pos="{fin}"/>'
        "</w:tabs>"
    )
    numero = f"{corrida('(')}{numerar('Ecuacion', bloque, taller)}{corrida(')')}"
    tope = "<w:r><w:tab/></w:r>"
    corridas = f"{tope}{omml}{tope}{numero}"
    return envolver(corridas, donde, taller, "Ecuacion", (topes, '<w:jc w:val="left"/>'))


def _salto(_bloque: b.SaltoDePagina, donde: Donde, taller: Taller) -> str:
    return envolver(_SALTO, donde, taller, "", (_SIN_AIRE, ""))


_FORMAS: Final[dict[type, Callable[..., str]]] = {
    ParrafoConEstilo: _con_estilo,
    b.Parrafo: parrafo,
    b.Encabezado: _encabezado,
    b.CitaTextual: _cita,
    b.Recuadro: recuadro,
    b.Lista: _lista,
    b.Tabla: tabla,
    b.Figura: _figura,
    b.Ecuacion: _ecuacion,
    b.Articulo: articulo,
    b.Paragrafo: articulo,
    b.SaltoDePagina: _salto,
}
