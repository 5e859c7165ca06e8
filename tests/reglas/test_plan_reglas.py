"""Lo que no cabe en las tablas: lo que se dice siempre, los parámetros y las faltas."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

import pytest

from generador.errores import DatoFaltante
from generador.hallazgos import Gravedad
from generador.modelo.falta import Falta
from generador.modelo.suscripcion_plan import Articulado, CasoSuscripcionPlan, Requisitos
from generador.reglas import plan
from generador.reglas.plan import parametros as modulo
from generador.reglas.plan.cuadro import calcular
from generador.reglas.plan.parametros import articulado_de, normas_de, parametros
from generador.reglas.plan.progresividad import comparar
from generador.reglas.plan.tramite import (
    acto_que_corresponde,
    vencimiento_de_respuesta,
    vencimiento_para_decidir,
)
from tests.reglas.expediente import REGIMEN, caso

ARTICULADO = {
    nombre: str(n) for n, nombre in enumerate(Articulado.model_fields) if nombre != "sustitucion"
}


def codigos(expediente: CasoSuscripcionPlan) -> list[str]:
    return [h.codigo for h in plan.revisar(expediente, REGIMEN)]


def test_la_numeracion_del_proyecto_se_advierte_hasta_que_el_caso_traiga_la_verificada() -> None:
    (aviso,) = [h for h in plan.revisar(caso(), REGIMEN) if h.codigo == "PLAN001"]
    assert aviso.gravedad is Gravedad.AVISO
    assert "proyecto publicado en 2023" in aviso.mensaje
    assert "Decreto 1317" in aviso.mensaje
    assert "PLAN001" not in codigos(caso(cambios={"articulado": ARTICULADO}))


def test_el_operador_fuera_del_catalogo_se_avisa_con_su_nombre() -> None:
    (aviso,) = [h for h in plan.revisar(caso(), REGIMEN) if h.codigo == "PLAN053"]
    assert (aviso.gravedad, aviso.ruta) == (Gravedad.AVISO, "usuario_operador.razon_social")
    assert "Operadora Imaginaria S.A.S." in aviso.mensaje
    con_catalogo = {"usuario_operador.razon_social": "ZONA FRANCA SANTANDER S.A."}
    assert "PLAN053" not in codigos(caso(cambios=con_catalogo))


def test_el_articulado_que_se_cita_es_el_del_regimen_o_el_verificado() -> None:
    assert articulado_de(caso(), parametros())["requisitos"] == "89"
    verificado = articulado_de(caso(cambios={"articulado": ARTICULADO}), parametros())
    assert verificado == {n: ARTICULADO[n] for n in parametros().articulado}


def test_la_sustitucion_que_se_cita_es_la_del_regimen_o_la_verificada() -> None:
    assert normas_de(caso(), parametros())["sustitucion"] == "Decreto 0047 del 30 de enero de 2024"
    sin_ella = caso(cambios={"articulado": ARTICULADO})
    assert normas_de(sin_ella, parametros()) == parametros().normas
    con_ella = caso(cambios={"articulado": {**ARTICULADO, "sustitucion": "Decreto 1 de 2030"}})
    assert normas_de(con_ella, parametros())["sustitucion"] == "Decreto 1 de 2030"


def test_que_presente_un_apoderado_se_avisa() -> None:
    (aviso,) = [h for h in plan.revisar(caso("servicios"), REGIMEN) if h.codigo == "PLAN044"]
    assert (aviso.gravedad, aviso.ruta) == (Gravedad.AVISO, "representante.calidad")
    assert "artículo 89" in aviso.mensaje
    assert "el poder lo faculta" in aviso.remedio
    assert "PLAN044" not in codigos(caso())
    assert "PLAN044" in codigos(caso(cambios={"representante.calidad": "Apoderada especial"}))


@pytest.mark.parametrize("campo", ["exportacion", "ventas_tan", "ajenos_actividad", "diferentes"])
def test_un_sumando_que_falta_no_se_compara(campo: str) -> None:
    ruta = f"plan.proyeccion.{campo}"
    hallazgos = plan.revisar(_con(caso(), ruta, Falta(ruta)), REGIMEN)
    assert {h.ruta for h in hallazgos if h.codigo == "PLAN098"} == {ruta}
    assert "PLAN020" not in {h.codigo for h in hallazgos}


@pytest.mark.parametrize(
    ("anio", "gran_contribuyente", "fecha"),
    [
        (2024, True, "2025-01-31"),
        (2024, False, "2025-03-31"),
        (2026, True, "2027-01-31"),  # domingo: el acto cita la fecha de la ley
        (2026, False, "2027-03-31"),
    ],
)
def test_fecha_del_reporte(anio: int, fecha: str, *, gran_contribuyente: bool) -> None:
    dia = parametros().fecha_del_reporte(anio, gran_contribuyente=gran_contribuyente)
    assert dia == date.fromisoformat(fecha)


@pytest.mark.parametrize(
    ("anio", "limite"),
    [(2023, None), (2024, "2024-06-30"), (2025, "2024-09-30"), (2030, "2029-09-30")],
)
def test_limite_de_la_solicitud(anio: int, limite: str | None) -> None:
    assert parametros().limite_de_solicitud(anio) == (limite and date.fromisoformat(limite))


def test_los_parametros_son_los_del_dominio() -> None:
    p = parametros()
    assert [r.numeral for r in p.requisitos] == list("123456")
    assert [r.clave for r in p.requisitos if not r.bloquea] == ["estados_financieros"]
    assert {r.clave for r in p.requisitos} == set(Requisitos.model_fields)
    assert set(p.articulado) == set(Articulado.model_fields) - {"fuente", "sustitucion"}
    assert [p.articulado[n] for n in p.articulado] == ["88", "89", "90", "91", "92", "93", "95"]
    assert (p.terminos.decision_dias_habiles, p.terminos.respuesta_dias_habiles) == (15, 15)
    assert p.terminos.prorroga_maxima_dias_habiles == 15
    assert (p.terminos.decision_tras_respuesta_meses, p.reposicion_dias) == (1, 10)
    assert p.exigible_desde == date(2022, 12, 13)


def test_el_archivo_de_parametros_dice_de_donde_sale_y_que_no_esta_verificado() -> None:
    meta: dict[str, Any] = tomllib.loads(modulo.ARCHIVO.read_text("utf-8"))["meta"]
    assert meta["fuente"]
    assert isinstance(meta["fecha"], date)
    assert meta["verificado"] is False


def test_los_terminos_del_ejemplo_con_requerimiento() -> None:
    expediente = caso("servicios")
    assert expediente.requerimiento is not None
    assert vencimiento_de_respuesta(expediente.requerimiento, REGIMEN) == date(2025, 11, 7)
    assert vencimiento_para_decidir(expediente, REGIMEN).vence == date(2025, 12, 9)
    assert vencimiento_para_decidir(caso(), REGIMEN).vence == date(2024, 10, 21)
    assert (
        acto_que_corresponde(expediente, REGIMEN)
        == "la negación (negacion-plan, que esta versión aún no genera)"
    )


def test_el_primer_plan_no_tiene_con_que_compararse() -> None:
    assert comparar(caso()) is None


def test_el_cuadro_del_ejemplo_suma_cien() -> None:
    cuadro = calcular(caso().plan.proyeccion)
    assert cuadro.exportacion + cuadro.diferentes == 100
    assert cuadro.ventas_tan + cuadro.ajenos_actividad == cuadro.diferentes


@pytest.mark.parametrize(
    "ruta",
    [
        "notificacion.medio",
        "usuario_operador.razon_social",
        "solicitud.fecha",
        "acto.fecha",
        "plan.anio_gravable",
        "plan.primer_plan",
        "zona_franca.seccionales[1]",
        "zona_franca.municipio",
        "requisitos.estados_financieros.corte",
        "requisitos.facultades.estado",
        "usuario_industrial.gran_contribuyente",
        "plan.proyeccion.total",
    ],
)
def test_el_dato_ausente_se_dice_y_ninguna_regla_se_da_por_cumplida(ruta: str) -> None:
    completo = caso("servicios")
    borrador = _con(completo, ruta, Falta(ruta))
    hallazgos = plan.revisar(borrador, REGIMEN)
    notas = [h for h in hallazgos if h.codigo == "PLAN098"]
    assert [h.ruta for h in notas] == [ruta]
    assert notas[0].gravedad is Gravedad.NOTA
    assert ruta in notas[0].mensaje


def test_un_requisito_sin_estado_no_esconde_los_demas() -> None:
    borrador = _con(
        caso(cambios={"requisitos.proyeccion.estado": "no cumple"}),
        "requisitos.identificacion.estado",
        Falta("requisitos.identificacion.estado"),
    )
    rutas = {h.ruta for h in plan.revisar(borrador, REGIMEN) if h.codigo == "PLAN040"}
    assert rutas == {"requisitos.proyeccion.estado"}


def test_sin_la_fecha_de_la_solicitud_se_dice_el_incumplimiento_y_no_que_acto() -> None:
    incumplido = caso(cambios={"requisitos.facultades.estado": "no cumple"})
    borrador = _con(incumplido, "solicitud.fecha", Falta("solicitud.fecha"))
    (error,) = [h for h in plan.revisar(borrador, REGIMEN) if h.codigo == "PLAN040"]
    assert error.remedio == "No se sabe qué acto corresponde. Falta el dato «solicitud.fecha»."


def test_decidir_directamente_sobre_una_falta_es_un_error() -> None:
    borrador = _con(caso(), "solicitud.fecha", Falta("solicitud.fecha"))
    with pytest.raises(DatoFaltante, match=r"solicitud\.fecha"):
        vencimiento_para_decidir(borrador, REGIMEN)


def _con(expediente: CasoSuscripcionPlan, ruta: str, valor: object) -> CasoSuscripcionPlan:
    """Una copia del caso con un valor puesto en una ruta, sin validarlo."""
    from generador.caso.arbol import partes_de

    def poner(nodo: Any, partes: tuple[str | int, ...]) -> Any:
        if not partes:
            return valor
        parte, *resto = partes
        if isinstance(parte, int):
            lista = list(nodo)
            lista[parte] = poner(lista[parte], tuple(resto))
            return tuple(lista)
        hijo = poner(getattr(nodo, parte), tuple(resto))
        return nodo.model_copy(update={parte: hijo})

    copia: CasoSuscripcionPlan = poner(expediente, partes_de(ruta))
    return copia
