"""El catálogo de normas: el archivo entero, cada errata posible y lo que se advierte al citar."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generador import recursos
from generador.citas.catalogo import Catalogo, Estado, catalogo
from generador.citas.catalogo_toml import leer_fichas
from generador.citas.fichas import Ficha
from generador.citas.norma import Norma, Tipo
from generador.errores import DatoInvalido

LEY = '[[norma]]\ntipo = "ley"\nnumero = "2056"\nanio = 2020\nfuente = "D. O."\n'
CODIGO = '[[norma]]\ntipo = "codigo"\nnombre = "Código de Prueba"\nfuente = "D. O."\n'
RESOLUCION = (
    '[[norma]]\ntipo = "resolucion"\nnumero = "7"\nanio = 2020\nentidad = "E"\nfuente = "f"\n'
)


def norma(tipo: str, numero: str, anio: int | None = None, **datos: str) -> Norma:
    return Norma(Tipo(tipo), numero, anio, **datos)  # type: ignore[arg-type]  # solo va entidad


# ---- el archivo ----


def test_cada_ficha_dice_de_donde_salio_sin_rutas_ni_direcciones() -> None:
    for ficha in catalogo().fichas:
        assert ficha.fuente
        assert not re.search(r"https?:|/\w+/", ficha.fuente), ficha.norma.canonica


def test_el_archivo_no_tiene_rutas_de_ninguna_maquina() -> None:
    texto = (recursos.PAQUETE / "citas" / "normas.toml").read_text(encoding="utf-8")
    assert not re.search(r"https?:|/(work|tmp|home|root|usr)/", texto)


def test_los_numeros_del_diario_oficial_crecen_con_la_fecha() -> None:
    """Un número mal copiado salta: el Diario Oficial sale todos los días, en orden."""
    publicadas = sorted(
        (ficha.norma.fecha, int(ficha.diario_oficial.replace(".", "")), ficha.norma.canonica)
        for ficha in catalogo().fichas
        if ficha.norma.fecha and ficha.diario_oficial
    )
    numeros = [numero for _, numero, _ in publicadas]
    assert numeros == sorted(numeros)


def test_las_leyes_se_numeran_en_orden_de_anios() -> None:
    leyes = sorted(
        (int(n.numero), n.anio)
        for n in catalogo().normas
        if n.tipo is Tipo.LEY and n.numero and n.anio and n.anio >= 1992
    )
    anios = [anio for _, anio in leyes]
    assert anios == sorted(anios)


def test_la_norma_que_modifica_tambien_esta() -> None:
    conocidas = {n.canonica for n in catalogo().normas}
    cambios = {cambio.norma for ficha in catalogo().fichas for cambio in ficha.modificaciones}
    assert cambios <= conocidas


def test_la_fecha_de_la_modificacion_es_la_de_quien_modifica() -> None:
    fechas = {n.canonica: n.fecha for n in catalogo().normas}
    for ficha in catalogo().fichas:
        for cambio in ficha.modificaciones:
            assert cambio.fecha is None or cambio.fecha == fechas[cambio.norma], cambio


def test_todo_codigo_y_todo_estatuto_dice_que_norma_lo_adopto() -> None:
    for ficha in catalogo().fichas:
        if ficha.norma.tipo in {Tipo.CODIGO, Tipo.ESTATUTO}:
            assert ficha.equivale, ficha.norma.canonica


def test_los_numeros_errados_de_los_documentos_no_estan() -> None:
    assert catalogo().de_numero(Tipo.LEY, "1430", 2009) == ()
    assert catalogo().de_numero(Tipo.LEY, "1150", 2017) == ()


@pytest.mark.parametrize(
    ("nombre", "clave"),
    [
        ("CPACA", "ley:1437:2011"),
        ("C.P.A.C.A.", "ley:1437:2011"),
        ("Estatuto Tributario", "decreto:624:1989"),
        ("E.T.", "decreto:624:1989"),
        ("CGP", "ley:1564:2012"),
        ("Código Civil", "ley:84:1873"),
        ("Código de Comercio", "decreto:410:1971"),
        ("CCA", "decreto:1:1984"),
        ("Código Nacional de Policía", "ley:1801:2016"),
        ("Estatuto General de Contratación", "ley:80:1993"),
        ("Estatuto Orgánico del Presupuesto", "decreto:111:1996"),
    ],
)
def test_los_codigos_se_conocen_por_su_nombre_y_su_sigla(nombre: str, clave: str) -> None:
    ficha = catalogo().ficha_de(catalogo().nombres[nombre])
    assert ficha is not None
    assert ficha.equivale == clave


@pytest.mark.parametrize(
    ("alias", "nombre"),
    [
        ("Carta Política", "Constitución Política"),
        ("C.P.", "Constitución Política"),
        ("Acuerdo Único de la Comisión Rectora del SGR", "Acuerdo Único del SGR"),
        (
            "Acuerdo de Obstáculos Técnicos al Comercio de la Organización Mundial del Comercio",
            "Acuerdo OTC (OMC)",
        ),
        ("Decreto Único Reglamentario del SGR", "Decreto 1821 de 2020"),
    ],
)
def test_los_alias_llevan_a_la_norma(alias: str, nombre: str) -> None:
    assert catalogo().nombres[alias].canonica == nombre


def test_un_epigrafe_no_es_un_nombre() -> None:
    ficha = catalogo().de_clave("ley:2056:2020")
    assert ficha is not None
    assert ficha.norma.nombre not in catalogo().nombres


@pytest.mark.parametrize("numero", [str(n) for n in range(1066, 1086)])
def test_estan_los_decretos_unicos_de_2015(numero: str) -> None:
    (ficha,) = catalogo().de_numero(Tipo.DECRETO, numero, 2015)
    assert ficha.norma.tipo is Tipo.DECRETO_UNICO
    assert ficha.norma.fecha == date(2015, 5, 26)


# ---- las erratas ----


@pytest.mark.parametrize(
    ("texto", "mensaje"),
    [
        (LEY + "ano = 2020\n", "Ley 2056 de 2020: la clave «ano» no existe. ¿Quiso decir «anio»?"),
        (LEY + "anio = 2020\n", "Ley 2056 de 2020, línea 6: hay una clave repetida"),
        (LEY + "nombre = 'Por la\n", "Ley 2056 de 2020, línea 6: la línea no está bien escrita"),
        (LEY + "fecha = 2019-09-30\n", "la fecha 2019-09-30 no concuerda con el año 2020"),
        (LEY + "fecha = '2020-09-30'\n", "«fecha» está mal escrito. Debe ser una fecha"),
        (LEY + "fecha = 2020-09-30T10:00:00\n", "«fecha» está mal escrito. Debe ser una fecha"),
        (LEY + "nombre = ' Por la'\n", "«nombre» está mal escrito. Debe ser un texto"),
        (LEY + "alias = 'ET'\n", "«alias» está mal escrito. Debe ser una lista"),
        (LEY + "alias = [1]\n", "«alias» es una lista de textos"),
        (LEY + "diario_oficial = '51453'\n", "el Diario Oficial «51453» está mal escrito"),
        (LEY + "estado = 'derogado'\n", "el estado «derogado» no existe. ¿Quiso decir «derogada»?"),
        (LEY + "estado = 'derogada'\n", "falta «estado_fuente»"),
        (LEY + "estado_fuente = 'D. O.'\n", "pero no el estado"),
        (LEY + "equivale = 'ley:1:1'\n", "Ley 2056 de 2020: equivale a «ley:1:1», que no está"),
        (LEY + "modificaciones = [{ norma = 'Ley 1' }]\n", "cada modificación lleva «norma» y"),
        (
            LEY + "modificaciones = [{ norma = 'L', que = 'q', cuando = 1 }]\n",
            "Ley 2056 de 2020: la clave «cuando» no existe",
        ),
        (LEY + LEY, "Ley 2056 de 2020: está dos veces"),
        (LEY.replace('"ley"', '"lei"'), "el tipo «lei» no existe. ¿Quiso decir «ley»?"),
        (LEY.replace('"ley"', '"xyz"'), "el tipo «xyz» no existe. Use constitucion, "),
        (LEY.replace('"2056"', '"2.056"'), "el número va sin puntos ni ceros. Escriba «2056»"),
        (LEY.replace('"2056"', '"02056"'), "el número va sin puntos ni ceros. Escriba «2056»"),
        (LEY.replace('"2056"', "2056"), "«numero» está mal escrito. Debe ser un texto"),
        (LEY.replace("2020", "true"), "«anio» está mal escrito. Debe ser un número"),
        (LEY.replace("anio = 2020\n", ""), "Ley 2056: faltan «numero» o «anio»"),
        (LEY.replace('fuente = "D. O."', ""), "Ley 2056 de 2020: falta «fuente»"),
        (RESOLUCION.replace('entidad = "E"', ""), "Resolución 7 de 2020: falta «entidad»"),
        (CODIGO + "anio = 2020\n", "Código de Prueba: va con «nombre», sin «numero» ni «anio»"),
        (CODIGO.replace("nombre", "entidad"), "Código: va con «nombre»"),
        (
            LEY + 'alias = ["Código de prueba"]\n' + CODIGO,
            "Código de Prueba: «Código de Prueba» ya nombra a Ley 2056 de 2020",
        ),
        ("norma = 3\n", "El catálogo solo puede tener normas"),
        ("norma = [3]\n", "El catálogo solo puede tener normas"),
        ("[otra]\n" + LEY, "El catálogo solo puede tener normas"),
    ],
)
def test_una_errata_en_el_archivo_se_explica(texto: str, mensaje: str) -> None:
    with pytest.raises(DatoInvalido) as error:
        leer_fichas(texto)
    assert mensaje in str(error.value)


def test_lo_que_no_consta_queda_vacio() -> None:
    (ficha,) = leer_fichas(LEY)
    assert ficha == Ficha(norma("ley", "2056", 2020), "D. O.")
    assert ficha.estado is None


# ---- las búsquedas ----


@pytest.mark.parametrize(
    ("tipo", "numero", "anio", "halladas"),
    [
        ("decreto", "019", 2012, ["Decreto Ley 19 de 2012"]),
        ("decreto_ley", "1821", None, ["Decreto 1821 de 2020"]),
        ("ley", "1.437", 2011, ["Ley 1437 de 2011"]),
        ("resolucion", "4 0326", 2025, ["Resolución 40326 de 2025"]),
        ("sentencia", "c-713", 2008, ["Sentencia C-713 de 2008"]),
        (
            "acto_legislativo",
            "5",
            None,
            ["Acto Legislativo 5 de 2011", "Acto Legislativo 5 de 2019"],
        ),
        ("ley", "2056", 2021, []),
        ("ley", "99999", None, []),
    ],
)
def test_se_busca_por_clase_y_numero_como_venga_escrito(
    tipo: str, numero: str, anio: int | None, halladas: list[str]
) -> None:
    fichas = catalogo().de_numero(Tipo(tipo), numero, anio)
    assert [ficha.norma.canonica for ficha in fichas] == halladas


def test_la_que_tiene_entidad_se_halla_sin_decirla() -> None:
    completa = catalogo().completar(norma("resolucion", "40326", 2025))
    assert completa.entidad == "Ministerio de Minas y Energía"
    assert completa.fecha == date(2025, 7, 23)


def test_no_se_completa_con_la_de_otra_entidad() -> None:
    ajena = norma("resolucion", "40326", 2025, entidad="Ministerio de Transporte")
    assert catalogo().completar(ajena) is ajena


def test_no_se_completa_si_dos_entidades_tienen_el_mismo_numero() -> None:
    dos = Catalogo(leer_fichas(RESOLUCION + RESOLUCION.replace('"E"', '"Otra"')))
    suelta = norma("resolucion", "7", 2020)
    assert dos.completar(suelta) is suelta


def test_se_respeta_la_clase_y_la_fecha_con_que_se_cito() -> None:
    citada = Norma(Tipo.DECRETO, "19", 2012, fecha=date(2012, 1, 11))
    completa = catalogo().completar(citada)
    assert (completa.tipo, completa.fecha) == (Tipo.DECRETO, date(2012, 1, 11))


def test_la_decision_andina_se_halla_sin_anio_y_la_ley_no() -> None:
    assert catalogo().ficha_de(norma("decision", "486")) is not None
    assert catalogo().ficha_de(norma("ley", "1437")) is None


# ---- las advertencias ----


@pytest.mark.parametrize(
    ("citada", "frases"),
    [
        (norma("ley", "2056", 2020), ()),
        (norma("ordenanza", "7", 2020), ()),
        (norma("ley", "2700", 2030), ()),
        (
            norma("ley", "1430", 2009),
            (
                "La Ley 1430 no puede ser de 2009: por su número es de 2010.",
                "¿Quiso citar «Ley 1340 de 2009» o «Ley 1430 de 2010»?",
            ),
        ),
        (
            norma("decreto", "1802", 2015),
            (
                "Decreto 1802 de 2015 no está en el catálogo y se parece a otra que sí.",
                "¿Quiso citar «Decreto 1082 de 2015»?",
            ),
        ),
        (
            norma("ley", "1500", 2009),
            ("La Ley 1500 no puede ser de 2009: por su número es de entre 2011 y 2012.",),
        ),
        (
            norma("ley", "734", 2002),
            (
                "Ley 734 de 2002 no rige desde el 29 de marzo de 2022; derogatoria: "
                "Ley 1952 de 2019, con los cambios de la Ley 2094 de 2021.",
            ),
        ),
        (
            norma("ley", "1943", 2018),
            (
                "Ley 1943 de 2018 no rige desde el 1° de enero de 2020; inexequibilidad: "
                "Sentencia C-481 de 2019.",
            ),
        ),
        (
            norma("ley", "1340", 2009),
            (
                "Ley 1340 de 2009: Ley 1955 del 25 de mayo de 2019 modificó el artículo 7, "
                "sobre abogacía de la competencia (artículo 146).",
            ),
        ),
        (
            Norma(Tipo.LEY, "2056", 2020, fecha=date(2020, 9, 3)),
            (
                "Ley 2056 de 2020: se cita con fecha del 3 de septiembre de 2020, "
                "y el catálogo trae el 30 de septiembre de 2020.",
            ),
        ),
        (
            Norma(Tipo.ORDENANZA, "7", 2020, fecha=date(2019, 9, 3)),
            ("Ordenanza 7 de 2020: se cita con fecha del 3 de septiembre de 2019, de otro año.",),
        ),
        (
            Norma(Tipo.LEY, "2056", 2020, fecha=date(2020, 9, 30)),
            (),
        ),
    ],
)
def test_se_advierte_lo_que_conviene_saber(citada: Norma, frases: tuple[str, ...]) -> None:
    assert catalogo().advertencias(citada) == frases


def test_el_codigo_advierte_lo_de_la_ley_que_lo_adopto() -> None:
    cpaca = catalogo().advertencias(catalogo().nombres["CPACA"])
    assert cpaca == catalogo().advertencias(norma("ley", "1437", 2011))
    assert any("Ley 2080 del 25 de enero de 2021" in frase for frase in cpaca)
    cca = catalogo().advertencias(catalogo().nombres["CCA"])
    assert any("no rige desde el 2 de julio de 2012" in frase for frase in cca)


def test_modificada_sin_detalle_y_con_el() -> None:
    estado = "estado = 'modificada'\nestado_fuente = 'SUIN'\n"
    cambio = "modificaciones = [{ norma = 'Ley 1 de 2021', que = 'cambió el artículo 2' }]\n"
    sin_detalle = Catalogo(leer_fichas(LEY + estado))
    con_detalle = Catalogo(leer_fichas(LEY + estado + cambio))
    citada = norma("ley", "2056", 2020)
    assert sin_detalle.advertencias(citada) == (
        "Ley 2056 de 2020 fue objeto de modificaciones: SUIN.",
    )
    assert con_detalle.advertencias(citada) == (
        "Ley 2056 de 2020: Ley 1 de 2021 cambió el artículo 2.",
    )


def test_lo_que_paso_despues_no_se_advierte_a_quien_escribia_antes() -> None:
    estado = "estado = 'derogada'\nestado_desde = 2024-05-01\nestado_fuente = 'SUIN'\n"
    cambio = (
        "modificaciones = [{ norma = 'Ley 1 de 2021', fecha = 2021-03-01, que = 'cambió algo' }]\n"
    )
    modificada = Catalogo(
        leer_fichas(LEY + "estado = 'modificada'\nestado_fuente = 'x'\n" + cambio)
    )
    derogada = Catalogo(leer_fichas(LEY + estado + cambio))
    citada = norma("ley", "2056", 2020)
    assert modificada.advertencias(citada, date(2021, 2, 28)) == ()
    assert len(modificada.advertencias(citada, date(2021, 3, 1))) == 1
    assert len(derogada.advertencias(citada, date(2024, 4, 30))) == 1
    assert len(derogada.advertencias(citada)) == len(
        derogada.advertencias(citada, date(2024, 5, 1))
    )
    assert "no rige" in derogada.advertencias(citada, date(2024, 5, 1))[0]


def test_la_vigente_no_se_advierte() -> None:
    vigente = Catalogo(leer_fichas(LEY + "estado = 'vigente'\nestado_fuente = 'SUIN'\n"))
    assert vigente.fichas[0].estado is Estado.VIGENTE
    assert vigente.advertencias(norma("ley", "2056", 2020)) == ()
