"""Un documento con todo lo que el cuerpo sabe dibujar, y uno largo para medir."""

from __future__ import annotations

from typing import Any

from generador.marcado import bloques as b
from tests.documento.cuerpo.taller import hacer, p
from tests.plantilla.fabrica import png

RELLENO = "El presente texto no dice nada que importe y solo ocupa los renglones. " * 4
D, L, R = b.ClaseDeLista.DECIMAL, b.ClaseDeLista.LETRA, b.ClaseDeLista.ROMANO
N, PG = b.ClaseDeRemision.NOTA, b.ClaseDeRemision.PAGINA


def _nota(etiqueta: str, *bloques: Any) -> b.LlamadaDeNota:
    return b.LlamadaDeNota(b.Nota(bloques, etiqueta))


def _lista(clase: b.ClaseDeLista, *elementos: Any, **opciones: Any) -> b.Lista:
    return b.Lista(
        clase, tuple((p(e),) if isinstance(e, str) else tuple(e) for e in elementos), **opciones
    )


def _cuadro() -> b.Tabla:
    filas = tuple(
        ((p(f"Criterio {n}"),), (p(RELLENO),) if n % 2 else (p("a"), p("b")), (p(str(n)),))
        for n in range(1, 16)
    )
    return b.Tabla(
        (b.Columna(3), b.Columna(5), b.Columna(2, b.Alineacion.DERECHA)),
        ((p("Criterio"),), (p("Definición", _nota("", p("En el encabezado."))),), (p("Puntaje"),)),
        filas,
        (((p("Total"),), (), (p("100"),)),),
        (b.Texto("Matriz de criterios"),),
        "criterios",
    )


def _modificacion() -> b.CitaTextual:
    return b.CitaTextual(
        (
            b.Encabezado(3, (b.Texto("“CAPÍTULO IV"),)),
            b.Articulo(
                "87",
                (
                    p("Contenido nuevo. " + RELLENO),
                    _lista(D, "Uno.", (p("Dos:"), _lista(L, "a.", "b."))),
                    b.Tabla((b.Columna(), b.Columna()), ((p("A"),), ()), (((p("1"),), ()),)),
                    b.Paragrafo("1", (p("Uno."),)),
                    b.Paragrafo("2 transitorio", (p("Dos.”"),), transitorio=True),
                ),
                (b.Texto("Nuevo título."),),
            ),
        )
    )


def bloques() -> tuple[b.Bloque, ...]:
    """Todos los bloques, anidados como los anida un acto."""
    return (
        b.Encabezado(1, (b.Texto("1. Antecedentes"),), "antecedentes"),
        p(
            RELLENO,
            _nota("", p("Una nota.")),
            b.Texto("Negrilla", negrita=True),
            b.Texto(" y cursiva", cursiva=True),
            b.Enlace("https://ejemplo.example/a?b=1&c=2", (b.Texto("vínculo"),)),
            b.SaltoDeLinea(),
            "Artículo ",
            b.Remision("copias"),
            ", cuadro ",
            b.Remision("criterios"),
            ", página ",
            b.Remision("criterios", PG),
            ", figura ",
            b.Remision("flujo"),
            ", ecuación ",
            b.Remision("energia"),
            ", sección ",
            b.Remision("antecedentes"),
            " y nota ",
            b.Remision("larga", N),
        ),
        p(
            "Otro.",
            _nota(
                "larga",
                p("Con ", b.Enlace("https://ejemplo.example/nota", (b.Texto("vínculo"),))),
                _lista(L, "uno", "dos", forma=b.FormaDeMarca.PARENTESIS),
                p("Artículo ", b.Remision("copias")),
            ),
        ),
        b.CitaTextual((p("“Primero."), p("Segundo."), _lista(D, "uno", "dos"), p("Último.”"))),
        _lista(
            D, "uno", (p("dos"), _lista(L, "a", (p("b"), _lista(R, "i", "ii"))), p("sigue")), "tres"
        ),
        p("Reinicia:"),
        _lista(D, "uno", forma=b.FormaDeMarca.DOS_PARENTESIS),
        _lista(b.ClaseDeLista.VINETA, "viñeta", (p("otra"), _lista(b.ClaseDeLista.VINETA, "x"))),
        _cuadro(),
        b.Figura("flujo.png", "Un rectángulo", (b.Texto("Flujograma"),), 60, "flujo"),
        p("Con ", b.EcuacionEnLinea(r"P_i=\frac{\sqrt{a_i}}{\sum_{j=1}^{n} a_j}"), " dentro."),
        b.Ecuacion(r"V_i = \left(\frac{R_i \times 0{,}3}{b}\right) + \text{(\%)} < \overline{x}"),
        b.Ecuacion("E = m c^2", "energia"),
        b.SaltoDePagina(),
        b.Articulo("1", (p(RELLENO), b.Paragrafo("", (p("Único."),))), (b.Texto("Objeto."),)),
        b.Articulo("2", (p("Modifíquese:"), _modificacion()), (b.Texto("Modificación."),)),
        b.Articulo("3", (p("Se copia."),), (b.Texto("Copias."),), "copias"),
    )


def documento() -> bytes:
    """El .docx con todo."""
    return hacer(*bloques(), imagenes={"flujo.png": png(80, 30).getvalue()})


def largo(parrafos: int) -> list[b.Bloque]:
    """Párrafos con una nota cada cinco."""
    return [
        p(f"Párrafo {n}. {RELLENO}", *([_nota("", p(f"Nota {n}."))] if n % 5 == 0 else []))
        for n in range(parrafos)
    ]
