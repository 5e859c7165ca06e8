"""Los cuadros de un puntaje y sus cifras, donde el texto las llama."""

from __future__ import annotations

from generador.marcado.bloques import Parrafo, Tabla
from generador.marcado.lectura import marcar
from generador.modelo.falta import Falta
from generador.modelo.puntaje import Puntaje
from generador.redaccion.puntaje import datos_de_puntajes, reunir_puntajes
from tests.redaccion.test_figuras import dicho

IGUALES = Puntaje.model_validate(
    {
        "nombre": "bienes",
        "titulo": "Puntaje de los bienes",
        "maximo": "20",
        "decimales": "2",
        "bienes": [
            {"nombre": "Acero", "participacion": "5"},
            {"nombre": "Cemento", "participacion": "5,0"},
            {"nombre": "Vidrio", "participacion": "5"},
            {"nombre": "Madera, aserrada", "participacion": "0"},
        ],
        "proponentes": [
            {"nombre": "Proponente A", "ofrece": ["Vidrio", "Acero"]},
            {"nombre": "Proponente B"},
        ],
    }
)
SIN_PROPONENTES = IGUALES.model_copy(update={"proponentes": (), "decimales": 4})
DISTINTOS = Puntaje.model_validate(
    {
        "nombre": "otros",
        "titulo": "Otros",
        "maximo": "1000",
        "decimales": "1",
        "bienes": [
            {"nombre": "Uno", "participacion": "12,25"},
            {"nombre": "Dos", "participacion": "36,75"},
        ],
    }
)
LLAMADO = "Antes.\n\n[[puntaje: bienes]]\n\nDespués."


def puestos(puntaje: Puntaje) -> tuple[object, ...]:
    bloques = marcar(LLAMADO, archivo="a.md").bloques
    return reunir_puntajes([puntaje]).puestas(bloques)[1:-1]


def filas(tabla: object) -> list[str]:
    assert isinstance(tabla, Tabla)
    return [dicho(fila) for fila in (tabla.encabezado, *tabla.filas, *tabla.totales)]


def test_los_cuadros_van_donde_el_texto_los_llama() -> None:
    bienes, ajuste, proponentes = puestos(IGUALES)
    assert filas(bienes) == [
        "N.º > Bien > Participación (%) > Puntaje",
        "1 > Acero > 5 > 6,67",
        "2 > Cemento > 5 > 6,67",
        "3 > Vidrio > 5 > 6,66",
        "4 > Madera, aserrada > 0 > 0,00",
        " > Total > 15 > 20,00",
    ]
    assert dicho(ajuste) == (
        "Para que los puntajes sumen exactamente 20,00, se ajustan por mayor residuo y, a igual "
        "residuo, en el orden del cuadro: Vidrio, 6,66 en vez de 6,67."
    )
    assert filas(proponentes) == [
        "Proponente > Bienes ofrecidos > Puntaje",
        "Proponente A > Vidrio y Acero > 13,33",
        "Proponente B > Ninguno > 0,00",
    ]
    assert isinstance(proponentes, Tabla)
    assert dicho(proponentes.titulo) == "Puntaje de los bienes, por proponente"


def test_sin_ajuste_ni_proponentes_solo_va_un_cuadro() -> None:
    (tabla,) = reunir_puntajes([DISTINTOS]).por_nombre["puntaje", "otros"]
    assert filas(tabla)[1:] == [
        "1 > Uno > 12,25 > 250,0",
        "2 > Dos > 36,75 > 750,0",
        " > Total > 49,00 > 1.000,0",
    ]


def test_los_datos_son_los_del_cuadro() -> None:
    assert datos_de_puntajes([IGUALES, DISTINTOS]) == {
        "bienes: total": "20,00",
        "bienes: Acero": "6,67",
        "bienes: Cemento": "6,67",
        "bienes: Vidrio": "6,66",
        "bienes: Madera, aserrada": "0,00",
        "bienes: Proponente A": "13,33",
        "bienes: Proponente B": "0,00",
        "otros: total": "1.000,0",
        "otros: Uno": "250,0",
        "otros: Dos": "750,0",
    }


def test_lo_que_falta_se_ve() -> None:
    sin_maximo = SIN_PROPONENTES.model_copy(update={"maximo": Falta("puntajes[1].maximo")})
    (parrafo,) = puestos(sin_maximo)
    assert isinstance(parrafo, Parrafo)
    assert dicho(parrafo) == "[falta: puntajes[1].maximo]"
    assert set(datos_de_puntajes([sin_maximo]).values()) == {"[falta: puntajes[1].maximo]"}
    sin_bienes = SIN_PROPONENTES.model_copy(update={"bienes": Falta("puntajes[1].bienes")})
    assert datos_de_puntajes([sin_bienes]) == {"bienes: total": "[falta: puntajes[1].bienes]"}


def test_lo_que_no_se_puede_calcular_se_ve_en_el_borrador() -> None:
    ceros = tuple(
        b.model_copy(update={"participacion": b.participacion * 0}) for b in IGUALES.bienes
    )
    (parrafo,) = puestos(IGUALES.model_copy(update={"bienes": ceros}))
    assert dicho(parrafo) == "[falta: puntajes.bienes]"
