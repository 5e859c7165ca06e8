"""Una hoja donde se dibuja en puntos (1/72 de pulgada) y de la que sale un PNG de 300 ppp.

Es el muro de Pillow. La letra es la de los actos, de modo que la figura y el texto se ven iguales.
"""

from __future__ import annotations

import io
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from generador.recursos import PAQUETE

PUNTOS_POR_PULGADA = 72
PPP = 300
ESCALA = PPP / PUNTOS_POR_PULGADA
INTERLINEA = 1.22
FUENTES = {False: "LiberationSans-Regular.ttf", True: "LiberationSans-Bold.ttf"}
BLANCO, TINTA = "#FFFFFF", "#1F2937"
PUNTA = 4.5  # largo de la punta de flecha, en puntos

Punto = tuple[float, float]
Caja = tuple[float, float, float, float]


@cache
def _letra(cuerpo: float, *, negrita: bool) -> ImageFont.FreeTypeFont:
    archivo = PAQUETE / "pdf" / "fuentes" / FUENTES[negrita]
    return ImageFont.truetype(str(archivo), round(cuerpo * ESCALA))


def ancho_de(texto: str, cuerpo: float, *, negrita: bool = False) -> float:
    """Ancho en puntos de `texto`, que va en un solo renglón, a `cuerpo` puntos."""
    return _letra(cuerpo, negrita=negrita).getlength(texto) / ESCALA


def renglones(texto: str, ancho: float, cuerpo: float, *, negrita: bool = False) -> list[str]:
    """Parte `texto` en renglones que caben en `ancho` puntos; una palabra enorme se corta.

    >>> renglones("Recepción de proyectos", 60, 9)
    ['Recepción de', 'proyectos']
    >>> renglones("", 60, 9)
    []
    """
    hechos: list[str] = []
    actual = ""
    for palabra in texto.split():
        for trozo in _trozos(palabra, ancho, cuerpo, negrita=negrita):
            junto = f"{actual} {trozo}".strip()
            if actual and ancho_de(junto, cuerpo, negrita=negrita) > ancho:
                hechos.append(actual)
                junto = trozo
            actual = junto
    return [*hechos, actual] if actual else hechos


def _trozos(palabra: str, ancho: float, cuerpo: float, *, negrita: bool) -> list[str]:
    """La palabra entera, o en pedazos si ella sola no cabe en el renglón."""
    trozos: list[str] = []
    actual = ""
    for letra in palabra:
        if actual and ancho_de(actual + letra, cuerpo, negrita=negrita) > ancho:
            trozos.append(actual)
            actual = ""
        actual += letra
    return [*trozos, actual]


class Lienzo:
    """Una imagen de `ancho` por `alto` puntos, con el origen arriba a la izquierda."""

    def __init__(self, ancho: float, alto: float) -> None:
        tamano = (round(ancho * ESCALA), round(alto * ESCALA))
        self._imagen = Image.new("RGB", tamano, BLANCO)
        self._pluma = ImageDraw.Draw(self._imagen)

    def recuadro(self, caja: Caja, fondo: str, *, redondez: float = 0) -> None:
        """Un rectángulo con borde, de esquina a esquina."""
        self._pluma.rounded_rectangle(
            [v * ESCALA for v in caja],
            radius=redondez * ESCALA,
            fill=fondo,
            outline=TINTA,
            width=round(0.8 * ESCALA),
        )

    def mancha(self, caja: Caja, color: str) -> None:
        """Un rectángulo lleno y sin borde."""
        izquierda, arriba, derecha, abajo = (round(v * ESCALA) for v in caja)
        self._pluma.rectangle([izquierda, arriba, max(izquierda, derecha - 1), abajo], fill=color)

    def linea(self, *puntos: Punto) -> None:
        """Un trazo que pasa por todos los puntos."""
        self._pluma.line(
            [(x * ESCALA, y * ESCALA) for x, y in puntos], fill=TINTA, width=round(ESCALA)
        )

    def flecha(self, *puntos: Punto) -> None:
        """Un trazo de tramos rectos (horizontales o verticales) que termina en punta."""
        (x0, y0), (x, y) = puntos[-2:]
        dx, dy = _signo(x - x0), _signo(y - y0)
        base = (x - dx * PUNTA, y - dy * PUNTA)
        self.linea(*puntos[:-1], base)
        alas = [
            (base[0] + lado * dy * PUNTA / 2, base[1] + lado * dx * PUNTA / 2) for lado in (-1, 1)
        ]
        self._pluma.polygon([(a * ESCALA, b * ESCALA) for a, b in ((x, y), *alas)], fill=TINTA)

    def texto(self, esquina: Punto, lineas: list[str], cuerpo: float, *, negrita: bool) -> None:
        """Los renglones, uno debajo de otro desde `esquina`."""
        x, y = esquina
        for i, linea in enumerate(lineas):
            lugar = (x * ESCALA, (y + i * cuerpo * INTERLINEA) * ESCALA)
            self._pluma.text(lugar, linea, fill=TINTA, font=_letra(cuerpo, negrita=negrita))

    def png(self) -> bytes:
        """El PNG, siempre con los mismos bytes para el mismo dibujo."""
        salida = io.BytesIO()
        # Con 32 tonos de sobra para el suavizado de la letra, pesa la décima parte.
        paleta = self._imagen.quantize(32, dither=Image.Dither.NONE)
        paleta.save(salida, "PNG", dpi=(PPP, PPP), optimize=True)
        return salida.getvalue()


def _signo(valor: float) -> int:
    return (valor > 0) - (valor < 0)
