from __future__ import annotations

from generador.marcado.bloques import Figura, Lista, Parrafo, SaltoDeLinea, Tabla, Texto
from generador.marcado.lectura import marcar
from generador.modelo.flujograma import Flujograma, Matriz
from generador.redaccion.figuras import cuadro, equivalente, reunir
from generador.redaccion.llamados import Piezas

FLUJOGRAMA = Flujograma.model_validate(
    {
        "nombre": "tramite",
        "titulo": "El trámite",
        "pasos": [
            {
                "numero": "1",
                "titulo": "Se pide.",
                "texto": "Por\nescrito.",
                "ramas": [{"texto": "Completa"}, {"texto": "Incompleta", "lleva_a": "1"}],
            },
            {"numero": "2", "titulo": "Se decide"},
        ],
    }
)
MATRIZ = Matriz.model_validate(
    {
        "nombre": "puntos",
        "titulo": "Criterios",
        "criterios": [
            {"nombre": "Uno", "definicion": "Lo que mide.", "puntaje": "60"},
            {"nombre": "Dos", "definicion": "Otra cosa.", "puntaje": "40"},
        ],
    }
)


def dicho(bloque: object) -> str:
    """El texto corrido de un bloque, en su orden."""
    if isinstance(bloque, Texto):
        return bloque.texto
    if isinstance(bloque, Parrafo):
        return "".join(map(dicho, bloque.contenido))
    if isinstance(bloque, Lista):
        return " / ".join(map(dicho, bloque.elementos))
    if isinstance(bloque, tuple):
        return " > ".join(map(dicho, bloque))
    return ""


def test_el_flujograma_dice_con_palabras_todo_lo_que_muestra() -> None:
    entrada, lista = equivalente(FLUJOGRAMA)
    assert dicho(entrada) == "El flujograma, paso por paso:"
    assert dicho(lista) == (
        "Se pide. Por escrito. > Completa / Incompleta (lleva al paso 1) / Se decide."
    )


def test_la_figura_va_con_titulo_texto_alternativo_y_su_imagen() -> None:
    figuras = reunir([FLUJOGRAMA], [])
    figura, *_ = figuras.por_nombre["flujograma", "tramite"]
    assert isinstance(figura, Figura)
    assert figura.titulo == (Texto("El trámite"),)
    assert figura.alternativo.startswith("Flujograma. Pasos: (1) Se pide y (2) Se decide.")
    assert list(figuras.imagenes) == [figura.ruta]


def test_un_flujograma_largo_son_varias_figuras_y_una_sola_lista() -> None:
    paso = {"titulo": "Un paso", "texto": "palabra " * 90}
    largo = Flujograma.model_validate(
        {
            "nombre": "largo",
            "titulo": "Largo",
            "pasos": [{**paso, "numero": str(n)} for n in range(1, 13)],
        }
    )
    figuras = reunir([largo], [])
    bloques = figuras.por_nombre["flujograma", "largo"]
    titulos = [dicho(b.titulo) for b in bloques if isinstance(b, Figura)]
    assert titulos[0] == f"Largo, parte 1 de {len(titulos)}"
    assert len(set(figuras.imagenes)) == len(titulos) > 1
    assert sum(isinstance(b, Lista) for b in bloques) == 1


def test_la_matriz_suma_los_puntajes() -> None:
    tabla = cuadro(MATRIZ)
    assert dicho(tabla.encabezado) == "N.º > Criterio > Definición > Puntaje máximo"
    assert dicho(tabla.filas[1]) == "2 > Dos > Otra cosa. > 40"
    assert dicho(tabla.totales[0]) == " > Total >  > 100"


def test_cada_llamado_se_cambia_por_lo_suyo_y_lo_demas_queda() -> None:
    texto = (
        "Antes.\n\n[[ flujograma : tramite ]]\n\nEn [[matriz: puntos]] no.\n\n[[matriz: puntos]]"
    )
    bloques = marcar(texto, archivo="a.md").bloques
    puestos = reunir([FLUJOGRAMA], [MATRIZ]).puestas(bloques)
    clases = [type(bloque) for bloque in puestos]
    assert clases == [Parrafo, Figura, Parrafo, Lista, Parrafo, Tabla]
    assert puestos[0] == bloques[0]
    assert puestos[4] == bloques[2]


def test_el_llamado_desconocido_queda_a_la_vista() -> None:
    desconocido = (Parrafo((Texto("[[matriz: otra]]"),)),)
    assert reunir([], [MATRIZ]).puestas(desconocido) == desconocido


def test_un_parrafo_con_algo_mas_que_texto_no_es_un_llamado() -> None:
    mixto = (Parrafo((Texto("[[matriz: puntos]]"), SaltoDeLinea())),)
    assert Piezas().puestas(mixto) == mixto
