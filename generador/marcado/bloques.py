"""Los bloques que el texto de un acto puede tener: valores inmutables, sin XML y sin estilo.

Quien los vuelve Word decide la letra, la sangría y los números automáticos. Aquí queda lo que el
asesor escribió. `linea` y `columna` son las del archivo de origen (desde 1; 0 si lo redactó el
programa): sirven para decir dónde está un error y no cuentan al comparar dos bloques.

>>> Parrafo((Texto("Hola"),), linea=3) == Parrafo((Texto("Hola"),), linea=9)
True
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class ClaseDeRemision(StrEnum):
    """Qué se escribe donde se remite: el número, la página o el número de una nota al pie."""

    NUMERO = "numero"
    PAGINA = "pagina"
    NOTA = "nota"


class ClaseDeLista(StrEnum):
    """Con qué se numeran los elementos de una lista."""

    VINETA = "viñeta"
    DECIMAL = "1"
    LETRA = "a"
    LETRA_MAYUSCULA = "A"
    ROMANO = "i"
    ROMANO_MAYUSCULA = "I"


class FormaDeMarca(StrEnum):
    """Qué acompaña al número de cada elemento: «1.», «1)» o «(1)»."""

    PUNTO = "."
    PARENTESIS = ")"
    DOS_PARENTESIS = "()"


class Alineacion(StrEnum):
    """Alineación de una columna; `NORMAL` es la del estilo de la tabla."""

    NORMAL = "normal"
    IZQUIERDA = "izquierda"
    CENTRO = "centro"
    DERECHA = "derecha"


# --- En línea ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Texto:
    """Texto corrido con un solo formato. Nunca vacío; no trae saltos de línea."""

    texto: str
    negrita: bool = False
    cursiva: bool = False


@dataclass(frozen=True, slots=True)
class SaltoDeLinea:
    """Cambio de renglón dentro del mismo párrafo."""


@dataclass(frozen=True, slots=True)
class EcuacionEnLinea:
    r"""Ecuación dentro del renglón: el LaTeX que iba entre `\(` y `\)`, sin espacios al borde."""

    latex: str
    linea: int = field(default=0, compare=False, repr=False)
    columna: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Remision:
    """Cita viva de algo que tiene etiqueta: «el artículo {ref: copias}»."""

    etiqueta: str
    clase: ClaseDeRemision = ClaseDeRemision.NUMERO
    negrita: bool = False
    cursiva: bool = False
    linea: int = field(default=0, compare=False, repr=False)
    columna: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class CitaDeFuente:
    """Mención de una fuente del caso: «{fuente: clave, detalle}».

    `detalle` es el lugar de la fuente («pp. 12-14»), o vacío. Quien redacta la cambia por una nota
    al pie, o por su texto si ya está en una: el documento no la dibuja.
    """

    clave: str
    detalle: str = ""
    linea: int = field(default=0, compare=False, repr=False)
    columna: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Enlace:
    """Vínculo a una dirección `https:`, `http:` o `mailto:`; no lleva otro vínculo ni notas."""

    destino: str
    contenido: tuple[Texto | SaltoDeLinea | EcuacionEnLinea | Remision, ...]


@dataclass(frozen=True, slots=True)
class Nota:
    """Nota al pie con uno o más bloques; una nota no lleva notas.

    `etiqueta` es el nombre con que se la definió (`[^nombre]`), o vacía si se escribió en línea.
    """

    bloques: tuple[Bloque, ...]
    etiqueta: str = ""
    linea: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class LlamadaDeNota:
    """El lugar donde va el número de la nota. Cada nota se llama una sola vez."""

    nota: Nota


# --- De bloque --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Parrafo:
    """Un párrafo: su contenido en línea, en orden.

    `con_lo_que_sigue`, si no puede quedar solo al pie de una página: lo decide quien redacta.
    """

    contenido: tuple[EnLinea, ...]
    linea: int = field(default=0, compare=False, repr=False)
    con_lo_que_sigue: bool = field(default=False, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Encabezado:
    """Título de una parte del texto; `nivel` de 1 a 6."""

    nivel: int
    contenido: tuple[EnLinea, ...]
    etiqueta: str = ""
    linea: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class CitaTextual:
    """Transcripción en bloque: puede traer un título entero con sus artículos.

    `de_seguir`, si sus párrafos llevan la comilla de seguir: lo decide quien redacta.
    """

    bloques: tuple[Bloque, ...]
    linea: int = field(default=0, compare=False, repr=False)
    de_seguir: bool = field(default=True, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Recuadro:
    """Lo que se destaca dentro de un marco. Lo pone quien redacta: no se escribe en Markdown."""

    bloques: tuple[Bloque, ...]
    linea: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Lista:
    """Elementos numerados de corrido desde `inicio`; en las viñetas `inicio` es 1.

    Cada elemento es una tupla de bloques, que empieza por un párrafo.
    """

    clase: ClaseDeLista
    elementos: tuple[tuple[Bloque, ...], ...]
    inicio: int = 1
    forma: FormaDeMarca = FormaDeMarca.PUNTO
    linea: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Columna:
    """`ancho` es la parte que le toca frente a las demás; `None` en todas, a partes iguales."""

    ancho: int | None = None
    alineacion: Alineacion = Alineacion.NORMAL


# Una celda es una tupla de párrafos (vacía si no dice nada); una fila, una tupla de celdas.
Celda = tuple[Parrafo, ...]
Fila = tuple[Celda, ...]


@dataclass(frozen=True, slots=True)
class Tabla:
    """Cuadro: toda fila, también la de encabezado y las de totales, tiene una celda por columna.

    `titulo` vacío: sin título. `totales`: las últimas filas, que se destacan.
    """

    columnas: tuple[Columna, ...]
    encabezado: Fila
    filas: tuple[Fila, ...]
    totales: tuple[Fila, ...] = ()
    titulo: tuple[EnLinea, ...] = ()
    etiqueta: str = ""
    linea: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Figura:
    """Imagen de un archivo que está junto al texto.

    `ruta` es relativa, con `/`, sin `..` y sin raíz; que exista y sea una imagen se comprueba al
    componer. `ancho` va de 1 a 100, en por ciento del ancho de la página útil.
    """

    ruta: str
    alternativo: str
    titulo: tuple[EnLinea, ...] = ()
    ancho: int = 100
    etiqueta: str = ""
    linea: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Ecuacion:
    r"""Ecuación en su propio renglón: el LaTeX que iba entre `\[` y `\]`."""

    latex: str
    etiqueta: str = ""
    linea: int = field(default=0, compare=False, repr=False)
    columna: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Articulo:
    """Artículo con todo lo que sigue hasta el próximo artículo o encabezado.

    `numero` es `None` si se numera solo; si no, lo escrito entre el rótulo y el punto («87»,
    «240-1», «PRIMERO»). `rotulo` es la palabra escrita («Artículo», «ARTÍCULO») y `comilla`
    lo que iba antes de ella («“»). `cierre` es lo que separa el número de lo que sigue: en una
    transcripción se conserva («.-», «:», « –»). `titulo` trae su punto final si se escribió.
    `con_lo_que_sigue`: su párrafo va en la misma página que el siguiente, como el último artículo
    con la firma; es cosa de la página y no cuenta al comparar.
    """

    numero: str | None
    bloques: tuple[Bloque, ...]
    titulo: tuple[EnLinea, ...] = ()
    etiqueta: str = ""
    rotulo: str = "Artículo"
    comilla: str = ""
    cierre: str = "."
    linea: int = field(default=0, compare=False, repr=False)
    con_lo_que_sigue: bool = field(default=False, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Paragrafo:
    """Parágrafo con todo lo que sigue hasta el próximo parágrafo, artículo o encabezado.

    `numero`: `None`, lo pone quien redacta (uno solo: «Parágrafo.»; varios: «Parágrafo 1.»);
    un texto, lo escrito entre el rótulo y el punto («2», «7 transitorio»), y vacío si en la norma
    transcrita no iba nada. `transitorio` se dice siempre, se numere solo o no.
    """

    numero: str | None
    bloques: tuple[Bloque, ...]
    titulo: tuple[EnLinea, ...] = ()
    transitorio: bool = False
    etiqueta: str = ""
    rotulo: str = "Parágrafo"
    comilla: str = ""
    cierre: str = "."
    linea: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class SaltoDePagina:
    """Lo que sigue empieza en página nueva."""

    linea: int = field(default=0, compare=False, repr=False)


EnLinea = Texto | SaltoDeLinea | EcuacionEnLinea | Remision | Enlace | LlamadaDeNota | CitaDeFuente
Bloque = (
    Parrafo
    | Encabezado
    | CitaTextual
    | Recuadro
    | Lista
    | Tabla
    | Figura
    | Ecuacion
    | Articulo
    | Paragrafo
    | SaltoDePagina
)
