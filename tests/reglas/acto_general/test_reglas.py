"""Las reglas de la resolución y del decreto, una por una: cuándo hablan y cuándo callan."""

from __future__ import annotations

import pytest

from generador.modelo.falta import Falta
from generador.reglas.acto_general.textos import revisar_comas, revisar_formulas, revisar_titulos
from tests.reglas.acto_general.expediente import caso, codigos, hallazgos

NUEVO = "Artículo. Modifíquese el artículo 5 de la Ley 80 de 1993, el cual quedará así:\n"
ANEXO = "anexos: [{titulo: Formato, texto: Hola}]"
DOS_ANEXOS = "anexos: [{titulo: Uno, texto: Hola}, {titulo: Dos, texto: Hola}]"


@pytest.mark.parametrize("tipo", ["resolucion", "decreto"])
def test_un_acto_en_regla_no_tiene_hallazgos(tipo: str) -> None:
    assert codigos(tipo) == []


@pytest.mark.parametrize(
    ("tipo", "epigrafe", "esperados"),
    [
        ("resolucion", "Por la cual se prueba", []),
        ("resolucion", "Por medio de la cual se prueba", []),
        ("resolucion", "Por el cual se prueba", ["GEN001"]),
        ("resolucion", "Se prueba", ["GEN001"]),
        ("decreto", "Por el cual se prueba", []),
        ("decreto", "Por medio del cual se prueba", []),
        ("decreto", "Por la cual se prueba", ["GEN001"]),
        ("resolucion", "Por la cual se prueba.", ["GEN002"]),
        ("resolucion", "“Por la cual se prueba”", ["GEN001", "GEN002"]),
        ("resolucion", "Por la cual se “prueba”", ["GEN002"]),
    ],
)
def test_epigrafe(tipo: str, epigrafe: str, esperados: list[str]) -> None:
    assert codigos(tipo, epigrafe=epigrafe) == esperados


@pytest.mark.parametrize(
    ("competencia", "esperados"),
    [
        ("En uso de sus facultades legales", []),
        ("Según sus facultades", ["GEN003"]),
        (
            "En ejercicio de la Constitución Política, artículo 189, la Ley 489 de 1998 y el "
            "Decreto 1081 de 2015",
            [],
        ),
        ("En ejercicio del Decreto 1081 de 2015 y la Ley 489 de 1998", ["GEN010"]),
        ("En ejercicio de la Ley 489 de 1998 y el artículo 189 de la Constitución", ["GEN010"]),
        ("En ejercicio de la Ley 489 de 1998 y la Sentencia C-713 de 2008", []),
        ("En ejercicio de la Sentencia C-713 de 2008 y la Ley 489 de 1998", ["GEN010"]),
    ],
)
def test_competencia(competencia: str, esperados: list[str]) -> None:
    assert codigos(competencia=competencia) == esperados


@pytest.mark.parametrize(
    ("dispositiva", "formulas"),
    [
        ("RESUELVE:\n\nArtículo. **A.** B.", ["RESUELVE"]),
        ("**DECRETA:**\n\nArtículo. **A.** B.", ["DECRETA"]),
        ("# CONSIDERANDO\n\nArtículo. **A.** B.", ["CONSIDERANDO"]),
        ("En mérito de lo expuesto,\n\nArtículo. **A.** B.", ["En mérito de lo expuesto"]),
        ("Artículo. **A.** B.\n\nPUBLÍQUESE Y CÚMPLASE", ["PUBLÍQUESE Y CÚMPLASE"]),
        (
            "Artículo. **A.** B.\n\nComuníquese, publíquese y cúmplase.\n\nDada en Bogotá",
            ["Comuníquese, publíquese y cúmplase", "Dada en Bogotá"],
        ),
        ("Artículo. **A.** El director resuelve:\n\nla petición.", []),
        ("Artículo. **A.** Cita:\n\n> RESUELVE:", []),
        ("Artículo. **A.** Certificado\ndado en Bogotá.", []),
    ],
)
def test_las_formulas_de_la_plantilla_no_van_en_el_texto(
    dispositiva: str, formulas: list[str]
) -> None:
    hallados = [h for h in hallazgos(dispositiva=dispositiva) if h.codigo == "GEN044"]
    assert [h.mensaje.split("»")[0].removeprefix("«") for h in hallados] == formulas


@pytest.mark.parametrize(
    ("parrafo", "titulo"),
    [
        ("**Antecedentes**", "Antecedentes"),
        ("**ANTECEDENTES DEL CASO:**", "ANTECEDENTES DEL CASO"),
        ("**Antecedentes.**", "Antecedentes"),
        ("**Antecedentes**.", "Antecedentes"),
        ("**La competencia para expedir el acto**", "La competencia para expedir el acto"),
        ("**La ley lo ordena así.**", None),
        ("**Que la ley lo ordena**", None),
        ("**La ley** lo ordena.", None),
        ("Antecedentes", None),
        ("# Antecedentes", None),
        ("> **Antecedentes**", None),
    ],
)
def test_un_titulo_en_negrilla_no_es_un_considerando(parrafo: str, titulo: str | None) -> None:
    considerandos = f"{parrafo}\n\nQue sí.\n\n{parrafo}"
    hallados = list(revisar_titulos(caso().model_copy(update={"considerandos": considerandos})))
    esperado = [("GEN045", titulo), ("GEN045", titulo)] if titulo else []
    assert [(h.codigo, h.mensaje.split("»")[0][1:]) for h in hallados] == esperado


def test_lo_que_diga_una_transcripcion_es_de_su_norma() -> None:
    dicho = "Artículo. Uno.\n\n> El artículo 5 quedará así: «Hola»."
    assert "GEN030" not in codigos(dispositiva=dicho)


def test_quedara_asi_puede_partirse_en_dos_renglones() -> None:
    partido = NUEVO.replace(" así:", "\nasí:")
    assert "GEN030" in codigos(dispositiva=f"{partido}\nTexto suelto.")


def test_sin_considerandos_se_miran_las_formulas_de_la_dispositiva() -> None:
    sin = caso(dispositiva="RESUELVE:").model_copy(update={"considerandos": Falta("considerandos")})
    assert [h.codigo for h in revisar_formulas(sin)] == ["GEN044"]


def test_sin_presidente_se_avisa_en_los_firmantes() -> None:
    firmas = "ministros: [{nombre: Ana, cargo: La Ministra}]"
    (aviso,) = [h for h in hallazgos("decreto", firmas) if h.codigo == "GEN004"]
    assert (aviso.gravedad, aviso.ruta) == ("aviso", "ministros")


@pytest.mark.parametrize(
    ("datos", "esperados"),
    [
        ("[{nombre: a, monto: 100}, {nombre: b, fecha: 2026-01-02}, {nombre: c, texto: x}]", []),
        ("[{nombre: a, monto: 100}, {nombre: a, monto: 200}]", ["GEN005", "GEN005"]),
        ("[{nombre: a}]", ["GEN006"]),
        ("[{nombre: a, monto: 100, texto: x}]", ["GEN006"]),
        ("[{nombre: a, monto: nada}]", []),
    ],
)
def test_datos(datos: str, esperados: list[str]) -> None:
    assert codigos(mas=f"datos: {datos}") == esperados


@pytest.mark.parametrize(
    ("norma", "gravedad", "trozo"),
    [
        ("la Ley 1430 de 2009", "aviso", "no puede ser de 2009"),
        ("la Ley 640 de 2001", "aviso", "no rige"),
        ("el Decreto 4567 de 2023", "aviso", "no está en el catálogo"),
        ("la Ley 1340 de 2009", "nota", "Ley 1955"),
        ("la Ley 80 del 5 de mayo de 1993", "aviso", "se cita con fecha"),
        ("la Resolución 1 de 2023", None, ""),
        ("la Ley 489 de 1998", None, ""),
    ],
)
def test_normas(norma: str, gravedad: str | None, trozo: str) -> None:
    texto = f"Artículo. Se aplica {norma}.\n\nArtículo. También {norma}."
    todos = hallazgos(dispositiva=texto, deroga="")
    hallados = [h for h in todos if h.codigo == "GEN011" and h.ruta == "dispositiva"]
    assert [h.gravedad for h in hallados] == ([gravedad] if gravedad else [])
    assert all(trozo in h.mensaje and h.linea == 10 for h in hallados)


def test_la_norma_se_advierte_una_vez_donde_primero_se_cita() -> None:
    hallados = [h for h in hallazgos() if h.codigo == "GEN011"]
    assert [(h.ruta, h.linea) for h in hallados] == [("considerandos", 8)]


@pytest.mark.parametrize(
    ("deroga", "esperados"),
    [
        ("", []),
        ("el artículo 5 de la Resolución 100 de 2020", []),
        ("las demás normas que le sean contrarias", ["GEN012"]),
        ("lo anterior", ["GEN013"]),
    ],
)
def test_derogatorias(deroga: str, esperados: list[str]) -> None:
    assert codigos(deroga=deroga) == esperados


@pytest.mark.parametrize(
    ("dispositiva", "esperados"),
    [
        ("Adóptese.", ["GEN020"]),
        ("**ARTÍCULO.** Adóptese.", []),
        ("Artículo. Esta resolución rige a partir de mañana.", ["GEN021"]),
        (f"{NUEVO}\n> “Artículo 5. Rige desde su publicación”.", []),
    ],
)
def test_articulos_y_vigencia(dispositiva: str, esperados: list[str]) -> None:
    assert codigos(dispositiva=dispositiva) == esperados


@pytest.mark.parametrize(
    ("dispositiva", "mas", "esperados"),
    [
        ("Artículo. Hola.", ANEXO, ["GEN022"]),
        ("Artículo. El formato del Anexo.", ANEXO, []),
        ("Artículo. El formato del Anexo 1.", ANEXO, []),
        ("Artículo. El formato del Anexo.", DOS_ANEXOS, ["GEN022", "GEN022"]),
        ("Artículo. Los anexos 1 y 2.", DOS_ANEXOS, []),
        ("Artículo. El Anexo 2.", DOS_ANEXOS, ["GEN022"]),
        ("Artículo. El Anexo 1.", "", ["GEN023"]),
        ("Artículo. Los documentos anexos.", "", []),
    ],
)
def test_anexos(dispositiva: str, mas: str, esperados: list[str]) -> None:
    assert codigos(dispositiva=dispositiva, mas=mas) == esperados


@pytest.mark.parametrize(
    ("nuevo", "trozo"),
    [
        ("\n> “Artículo 5. Hola”.", None),
        ("\n> # “TÍTULO II\n>\n> **Artículo 5.** Dice «hola».”", None),
        ("\n> “Artículo 5. Dice “hola” y ya”", None),
        ("\n> Artículo 5. Hola.", "no está entre comillas"),
        ("\n> “Artículo 5. Hola.", "no está entre comillas"),
        ("\n> “Artículo 5. Dice “hola y ya”.", "más comillas"),
        ("\nArtículo. Otro.", "no sigue el texto nuevo"),
        ("", "no sigue el texto nuevo"),
        (" “Artículo 5. Hola”.", "empieza en el renglón"),
        ("** “Artículo 5. Hola”.\n\n> “Artículo 6. Hola”.", "empieza en el renglón"),
    ],
)
def test_el_texto_nuevo_va_en_bloque_y_entre_comillas(nuevo: str, trozo: str | None) -> None:
    dispositiva = (NUEVO if nuevo[:1] in ("", "\n") else NUEVO.rstrip("\n")) + nuevo
    hallados = [h for h in hallazgos(dispositiva=dispositiva) if h.codigo == "GEN030"]
    assert [trozo in h.mensaje for h in hallados if trozo] == ([True] if trozo else [])
    assert all(h.linea == 10 for h in hallados)


@pytest.mark.parametrize(
    ("dispositiva", "esperados"),
    [
        ("Artículo 1. A.\n\nArtículo 2. B.", []),
        ("Artículo 1º. A.\n\nArtículo 2º. B.", []),
        ("ARTÍCULO PRIMERO. A.\n\nARTÍCULO SEGUNDO. B.", []),
        ("**Artículo Primero. Objeto.** A.\n\n**Artículo Segundo. Fin.** B.", []),
        ("Artículo 1. A.\n\nArtículo 1. B.", [("GEN024", 12)]),
        ("Artículo 1. A.\n\nArtículo 3. B.", [("GEN024", 12)]),
        ("Artículo 2. A.\n\nArtículo 1. B.", [("GEN024", 10), ("GEN024", 12)]),
        ("Artículo 1. A.\n\nArtículo 1A. B.", [("GEN025", 12)]),
        ("Artículo único. A.", [("GEN025", 10)]),
        ("Artículo 1. A, que quedará así:\n\n> “Artículo 7. B.\n>\n> Parágrafo 3. C.”", []),
        ("Artículo. A.\n\nParágrafo 1. B.\n\nParágrafo 2. C.", []),
        ("Artículo. A.\n\nParágrafo 3. B.\n\nParágrafo 1. C.", [("GEN026", 12), ("GEN026", 14)]),
        ("Artículo. A.\n\nParágrafo 1. B.\n\nParágrafo 1. C.", [("GEN026", 14)]),
        ("Artículo. A.\n\nParágrafo 1. B.", [("GEN027", 12)]),
        ("Artículo. A.\n\nParágrafo. B.\n\nArtículo. C.\n\nParágrafo 1. D.", [("GEN027", 16)]),
        ("Artículo. A.\n\nParágrafo único. B.", []),
        (
            "Artículo. A.\n\nParágrafo 1. B.\n\nParágrafo transitorio 2. C.\n\nParágrafo 3. D.",
            [],
        ),
        ("Artículo. A.\n\nParágrafo 1. B.\n\nParágrafo transitorio. C.\n\nParágrafo 2. D.", []),
    ],
)
def test_los_numeros_escritos_van_de_corrido(
    dispositiva: str, esperados: list[tuple[str, int]]
) -> None:
    hallados = hallazgos(dispositiva=dispositiva)
    de_numero = ("GEN024", "GEN025", "GEN026", "GEN027")
    assert [(h.codigo, h.linea) for h in hallados if h.codigo in de_numero] == esperados


def test_lo_que_falta_no_se_da_por_cumplido() -> None:
    hallados = codigos(epigrafe="", competencia="", dispositiva="")
    assert set(hallados) == {"GEN098"}


@pytest.mark.parametrize("cita", ["la citada ley", "el artículo 1 de la presente resolución"])
def test_lo_que_no_nombra_otra_norma_no_se_confirma(cita: str) -> None:
    assert codigos(dispositiva=f"Artículo. Según {cita}.") == []


MEMORIA = """\
memoria:
  regimen: 2020
  firmas: [{nombre: Ana, cargo: Jefe, papel: responsable del proyecto}]
"""


@pytest.mark.parametrize("tipo", ["resolucion", "decreto"])
def test_la_memoria_del_caso_se_revisa_con_los_datos_del_acto(tipo: str) -> None:
    hallados = codigos(tipo, mas=MEMORIA)
    assert "MEM040" in hallados
    # El epígrafe y la clase son los del acto: concuerdan.
    assert "MEM020" not in hallados


@pytest.mark.parametrize(
    ("nuevo", "esperados"),
    [("6", ["GEN031"]), ("5", []), ("50", ["GEN031"])],
)
def test_el_texto_nuevo_es_del_articulo_que_se_modifica(nuevo: str, esperados: list[str]) -> None:
    assert codigos(dispositiva=f"{NUEVO}\n> “Artículo {nuevo}. Hola”.") == esperados


VEINTE = "VEINTE MILLONES DE PESOS MONEDA LEGAL"


@pytest.mark.parametrize(
    ("texto", "esperados"),
    [
        (f"por {VEINTE} ($25.000.000)", ["GEN041"]),
        (f"por **{VEINTE}** (**$25.000.000**)", ["GEN041"]),
        (f"por {VEINTE} ($20.000.000)", []),
        (f"por {VEINTE} ($20.000.000,00)", []),
        ("por veinte millones de pesos ($25.000.000)", ["GEN041"]),
        ("por veinte millones de pesos m/cte ($20.000.000)", []),
        ("por DOS PESOS CON CINCUENTA CENTAVOS ($2,50)", []),
        ("por DOS PESOS CON CINCUENTA CENTAVOS ($2,60)", ["GEN041"]),
        ("por trenta y dos mil pesos ($32.000)", []),
        ("por varios pesos ($32.000)", []),
        ("pesos ($32.000)", []),
        ("por dos pesos ($1.23)", []),
    ],
)
def test_las_letras_y_la_cifra_dicen_lo_mismo(texto: str, esperados: list[str]) -> None:
    hallados = [h for h in hallazgos(dispositiva=f"Artículo. Hola.\n\n{texto}.") if h.linea]
    assert [h.codigo for h in hallados if h.codigo == "GEN041"] == esperados
    assert all(h.linea == 12 for h in hallados if h.codigo == "GEN041")


def test_un_monto_discordante_en_un_campo_se_dice_en_su_campo() -> None:
    (error,) = [h for h in hallazgos(epigrafe=f"Por la cual {VEINTE} ($1)") if h.codigo == "GEN041"]
    assert error.ruta == "acto.epigrafe"


@pytest.mark.parametrize(
    "trozo",
    ["*hola*", "**hola**", "{dato: x}", "{ref: x}", "[[flujograma: x]]", "<b>"],
)
def test_los_campos_cortos_son_texto_llano(trozo: str) -> None:
    hallados = hallazgos(epigrafe=f'"Por la cual {trozo} se prueba"')
    assert [(h.ruta, trozo[:2] in h.mensaje) for h in hallados if h.codigo == "GEN040"] == [
        ("acto.epigrafe", True)
    ]
    assert "GEN040" in codigos(deroga=f'"la Ley 80 de 1993 {trozo} ya"')
    assert "GEN040" not in codigos(dispositiva=f"Artículo. Hola {trozo}.")


@pytest.mark.parametrize("clase", ["flujograma", "matriz"])
def test_las_figuras_de_la_memoria_no_van_en_el_acto(clase: str) -> None:
    hallados = hallazgos(dispositiva=f"Artículo. Hola.\n\n[[{clase}: x]]")
    assert [(h.codigo, h.linea) for h in hallados if h.codigo == "GEN042"] == [("GEN042", 12)]


@pytest.mark.parametrize(
    ("considerandos", "esperado"),
    [
        ("Que uno,", True),
        ("Que dijo «x,»\n\nQue dos.", True),
        ("Que uno,\n\n> “dos”", False),
        ("Que uno,\n\n1. dos", False),
        ("Que uno, dos.", False),
    ],
)
def test_un_considerando_no_termina_en_coma(considerandos: str, *, esperado: bool) -> None:
    base = caso()
    cambiado = base.model_copy(update={"considerandos": considerandos})
    hallados = [h.codigo for h in revisar_comas(cambiado)]
    assert hallados == (["GEN043"] if esperado else [])
