"""Todo lo que puede estar mal en la escritura de un caso, en una página: código, qué y remedio.

Los códigos no cambian de significado; uno que deje de usarse no se reutiliza. Del 1 al 9 habla
el archivo; del 10 al 19, la estructura; del 20 al 30, la escritura YAML;
31 y 32, el contenido; del 33 al 36, los textos, figuras y tablas que van al lado; desde el 40, la
escritura JSON. Desde el 50, las tablas, en `rechazos_de_tabla`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from generador.caso.rechazos_de_tabla import DE_TABLA
from generador.hallazgos import Gravedad, Hallazgo

if TYPE_CHECKING:
    from generador.hallazgos import Lugar

CATALOGO = MappingProxyType(
    {
        "CASO001": ("El archivo no existe.", "Revise el nombre y la carpeta. {sugerencia}"),
        "CASO002": ("{problema}", "{remedio}"),
        "CASO003": (
            "Un caso va en un archivo .yaml, .yml o .json, y este termina en «{extension}».",
            "{remedio}",
        ),
        "CASO004": (
            "El archivo pesa más de {tope} MB: no es un caso, que cabe en unos cientos de líneas.",
            "Revise que sea el archivo correcto; los anexos van aparte.",
        ),
        "CASO005": (
            "El archivo no es texto: parece {formato}.",
            "Cambiarle el nombre no lo convierte: escriba el caso en un archivo de texto .yaml.",
        ),
        "CASO006": (
            "El archivo está guardado en {codificacion} y no en UTF-8{detalle}.",
            "En el Bloc de notas: Archivo, Guardar como, Codificación «UTF-8», y guárdelo encima.",
        ),
        "CASO007": (
            "Hay un carácter que no cabe en un documento de Word: {caracter}.",
            "Bórrelo. Suele llegar al copiar de un PDF o de otro sistema, y no se ve.",
        ),
        "CASO008": ("El archivo está vacío.", "Escriba en él los datos del caso."),
        "CASO009": (
            "El caso debe ser una lista de campos «clave: valor» y es {forma}.",
            "Escriba cada dato en su línea, con un espacio después de los dos puntos: «tipo: …».",
        ),
        "CASO010": (
            "El archivo trae más de un caso: aquí empieza otro.",
            "Deje un solo caso por archivo, o quite la línea «---» o «...».",
        ),
        "CASO011": (
            "La clave «{clave}» está repetida: ya se escribió en la línea {linea}, "
            "columna {columna}.",
            "Deje una sola de las dos.",
        ),
        "CASO012": (
            "«{signo}» al empezar un valor crea un alias o un ancla de YAML, y un caso no los usa.",
            "Si «{signo}» es parte del texto, ponga el valor entre comillas; si no, quítelo.",
        ),
        "CASO013": (
            "«{etiqueta}» es una etiqueta de tipo de YAML, y un caso no las usa.",
            "Si «!» es parte del texto, ponga el valor entre comillas; si no, quite la etiqueta.",
        ),
        "CASO014": (
            "La clave «<<» mezcla campos de otra parte, y un caso no la usa.",
            "Escriba aquí los campos, uno por uno.",
        ),
        "CASO015": (
            "La clave no es un texto simple: es {forma}.",
            "Las claves son nombres como «nit». Si esto es un valor, póngalo entre comillas.",
        ),
        "CASO016": (
            "Hay más de {tope} niveles de campos unos dentro de otros.",
            "Revise la sangría, los corchetes y las llaves: ningún caso es tan profundo.",
        ),
        "CASO017": (
            "Este elemento de la lista está vacío.",
            "Escriba su valor o quite el elemento.",
        ),
        "CASO018": (
            "Una línea que empieza por «%» es una directiva de YAML, y un caso no las usa.",
            "Quite la línea; si es un texto, póngalo entre comillas en el campo que le toca.",
        ),
        "CASO019": (
            "Lo que sigue a « #» es un comentario y no llegaría al documento: «{perdido}».",
            "Si es parte del valor (como en «Calle 10 # 20-30»), ponga todo el valor entre "
            "comillas; si es un comentario, páselo a su propia línea.",
        ),
        "CASO020": (
            "No se entiende lo escrito en este punto.",
            "Revise esta línea y la anterior: cada dato va como «clave: valor», y los textos con "
            "signos van entre comillas.",
        ),
        "CASO021": (
            "Hay un tabulador {donde}.",
            "Reemplácelo por espacios: en YAML la sangría y la separación van solo con espacios.",
        ),
        "CASO022": (
            "Falta un espacio después de los dos puntos de «{clave}».",
            "Escriba «{clave}: {valor}».",
        ),
        "CASO023": (
            "Una comilla ({comilla}) se abre aquí y no se cierra en su lugar.",
            "Ciérrela donde termina el valor. Si la comilla es parte del texto, escriba el valor "
            "debajo, después de «|».",
        ),
        "CASO024": (
            "La sangría de esta línea no coincide con la de sus vecinas.",
            "Los campos de un mismo grupo empiezan en la misma columna, y los que van dentro de "
            "otro, dos espacios más adentro.",
        ),
        "CASO025": (
            "Hay «: » dentro del valor de «{clave}», y el valor no está entre comillas.",
            "Ponga el valor entre comillas: {clave}: {valor}",
        ),
        "CASO026": (
            "El valor empieza por «{signo}», un signo reservado de YAML.",
            "Ponga el valor entre comillas: {valor}",
        ),
        "CASO027": (
            "Después de cerrar {cierre} sigue más texto: «{resto}».",
            "Ponga todo el valor entre comillas: {valor}",
        ),
        "CASO028": (
            "Entre comillas dobles, «\\» empieza una secuencia especial y «{secuencia}» no es una.",
            "Use comillas sencillas, que dejan todo como está: 'C:\\Actos'.",
        ),
        "CASO029": (
            "«{signo}» se abre aquí y no se cierra bien.",
            "Ciérrelo, con los elementos separados por comas; o escriba un elemento por línea con "
            "«- ». Si es parte de un texto, ponga todo el valor entre comillas.",
        ),
        "CASO030": (
            "Esta línea no tiene la forma «clave: valor».",
            "Si es un campo, escriba «: » después de la clave; si continúa el texto de la línea "
            "anterior, póngale sangría.",
        ),
        "CASO031": (
            "Hay un carácter de control que no se ve: {caracter}.",
            "Bórrelo o vuelva a escribir la letra: suele ser una tilde o comilla mal convertida.",
        ),
        "CASO032": (
            "El archivo trae más de {tope} datos: no es un caso.",
            "Revise que sea el archivo correcto; los anexos van aparte.",
        ),
        "CASO033": (
            "«{nombre}» no termina en {extensiones}.",
            "Los textos van sin formato, en «.md»; las figuras, en «.png» o «.jpg»; las tablas, en "
            "«.xlsx» o «.csv».",
        ),
        "CASO034": (
            "«{nombre}» no está en la carpeta del caso.",
            "Ponga el archivo junto al caso, o en una carpeta dentro de la suya, y escriba su "
            "nombre desde ahí: textos/antecedentes.md.",
        ),
        "CASO035": ("No existe el archivo «{nombre}» junto al caso.", "{sugerencia}"),
        "CASO036": (
            "No se puede leer «{nombre}»: {motivo}.",
            "Ciérrelo si está abierto en otro programa, o pida permiso para leerlo.",
        ),
        "CASO040": (
            "No se entiende lo escrito en este punto del JSON: {hallado}.",
            "Aquí va {esperado}.",
        ),
        "CASO041": ("Sobra la coma antes de «{cierre}».", "Quite esa coma."),
        "CASO042": (
            "Falta una coma entre este elemento y el anterior.",
            "Escriba «,» al final del anterior.",
        ),
        "CASO043": (
            "JSON no admite comillas sencillas ni curvas.",
            'Use comillas dobles rectas: "texto".',
        ),
        "CASO044": (
            "JSON no admite comentarios.",
            "Quite el comentario, o pase el caso a YAML, que sí los admite con «#».",
        ),
        "CASO045": ("Una comilla se abre aquí y no se cierra en su línea.", "Cierre la comilla."),
        "CASO046": (
            "«\\» empieza una secuencia especial y «{secuencia}» no es una.",
            "Para escribir la barra, duplíquela: «\\\\».",
        ),
        "CASO047": (
            "«{texto}» no está entre comillas y no es un número de JSON.",
            'Escríbalo entre comillas: "{texto}".',
        ),
        "CASO048": (
            "«{signo}» se abre aquí y no se cierra: el archivo termina antes.",
            "Escriba el cierre que falta, o recupere el final del archivo.",
        ),
        "CASO049": (
            "Hay un tabulador dentro de un texto de JSON.",
            "Reemplácelo por un espacio o escríbalo «\\t».",
        ),
        **DE_TABLA,
    }
)

LARGO_CITA = 60
"""Caracteres de un valor que se citan en un mensaje: bastan para reconocerlo."""


def citar(texto: str) -> str:
    r"""El texto en una línea y no más largo de lo que se lee de un vistazo.

    >>> citar("uno\n  dos")
    'uno dos'
    """
    plano = " ".join(texto.split())
    return plano if len(plano) <= LARGO_CITA else plano[: LARGO_CITA - 1] + "…"


def entrecomillar(valor: str) -> str:
    r"""El valor como se escribe en YAML entre comillas, con las que menos lo cambian.

    >>> entrecomillar("Zona D'Oro"), entrecomillar('"ACME" S.A.S.')
    ('"Zona D\'Oro"', '\'"ACME" S.A.S.\'')
    """
    citado = citar(valor)
    if '"' in citado or "\\" in citado:
        return "'" + citado.replace("'", "''") + "'"
    return f'"{citado}"'


def rechazo(codigo: str, lugar: Lugar, ruta: str = "", **datos: object) -> Hallazgo:
    """El hallazgo `codigo` del catálogo, en su lugar, con los datos que piden sus textos."""
    mensaje, remedio = CATALOGO[codigo]
    return Hallazgo(
        codigo=codigo,
        gravedad=Gravedad.ERROR,
        mensaje=mensaje.format(**datos),
        remedio=remedio.format(**datos).strip(),
        ruta=ruta,
    ).en(lugar)
