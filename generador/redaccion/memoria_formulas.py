"""Las fórmulas de la memoria: vigencia, afectaciones, jurisprudencia, circunstancias y consulta.

Cada una recibe lo que el caso dice y devuelve párrafos; las normas que citan son datos
(`reglas/parametros/memoria.toml`). Un dato que falta en un borrador sale escrito como tal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generador.lengua.fechas import fecha_larga
from generador.marcado.bloques import Parrafo, Texto
from generador.modelo.falta import Falta
from generador.redaccion.documento import o_falta, si_hay
from generador.reglas.memoria.parametros import parametros

if TYPE_CHECKING:
    from generador.modelo.memoria_2026 import Consulta
    from generador.modelo.memoria_secciones import (
        Afectacion,
        Circunstancias,
        Concepto,
        Decision,
        NormaVigente,
        Publicacion,
    )

# Con verbo y no con adjetivo: «la ley» y «el decreto» no concuerdan igual.
_ESTADOS = {
    "vigente": "está vigente",
    "vigente con modificaciones": "está vigente, con modificaciones",
    "derogada": "no rige, porque fue objeto de derogatoria",
    "suspendida": "no produce efectos, por suspensión",
    "inexequible": "no rige, por haberse declarado su inexequibilidad",
}
_CONCEPTOS = {
    "abogacia_competencia": (
        "Abogacía de la competencia",
        "solicitar el concepto de abogacía de la competencia a la Superintendencia de Industria y "
        "Comercio",
    ),
    "reglamento_tecnico": (
        "Reglamento técnico",
        "solicitar el concepto previo del Ministerio de Comercio, Industria y Turismo sobre "
        "reglamentos técnicos",
    ),
    "tramites": (
        "Trámites",
        "solicitar el concepto del Departamento Administrativo de la Función Pública sobre "
        "trámites nuevos",
    ),
}


def es_si(valor: object) -> bool:
    """Si un dato lógico es verdadero y se sabe: lo que el borrador no tiene no se afirma."""
    return not isinstance(valor, Falta) and bool(valor)


def frase(valor: object) -> str:
    """Un dato en un renglón y sin su punto final, para seguir la frase."""
    return " ".join(str(valor).split()).rstrip(".")


def parrafo(titulo: str, texto: str) -> Parrafo:
    """Un párrafo que empieza por un título en negrilla."""
    return Parrafo((Texto(f"{titulo}.", negrita=True), Texto(f" {texto}")))


def norma_vigente(norma: NormaVigente) -> Parrafo:
    """La publicación y la vigencia de una norma."""
    if norma.otra_publicacion is not None:
        donde = frase(norma.otra_publicacion)
    else:
        numero = o_falta(norma.diario_oficial, "diario_oficial")
        fecha = si_hay(fecha_larga, o_falta(norma.fecha_diario, "fecha_diario"))
        donde = f"el Diario Oficial {numero} del {fecha}"
    estado = norma.estado if isinstance(norma.estado, Falta) else _ESTADOS[norma.estado]
    especial = (
        f"; el proyecto desarrolla, en especial, {frase(norma.en_especial)}"
        if norma.en_especial
        else ""
    )
    return parrafo(frase(norma.norma), f"Se publicó en {donde} y {estado}{especial}.")


def afectacion(afectada: Afectacion) -> Parrafo:
    """Qué le hace el proyecto a una disposición, y por qué."""
    razon = f", porque {frase(afectada.razon)}" if afectada.razon else ""
    dicho = f"El proyecto {afectada.verbo} {frase(afectada.disposicion)}{razon}."
    return Parrafo((Texto(dicho),))


def decision(citada: Decision) -> Parrafo:
    """Una providencia y por qué importa."""
    nombre = frase(citada.providencia)
    return parrafo(nombre[0].upper() + nombre[1:], f"{frase(citada.relevancia)}.")


def circunstancias(escritas: Circunstancias) -> Iterator[Parrafo]:
    """Los bloques elegidos de 3.5, numerados en su orden: 3.5.1, 3.5.2…"""
    dichos: list[tuple[str, str]] = []
    if escritas.publicacion is not None:
        dichos.append(("Publicación para comentarios", _publicacion(escritas.publicacion)))
    for nombre, (titulo, que) in _CONCEPTOS.items():
        bloque = getattr(escritas, nombre)
        if bloque is not None:
            dichos.append((titulo, _concepto(bloque, que, parametros().normas[nombre])))
    for i, (titulo, texto) in enumerate(dichos, 1):
        yield parrafo(f"3.5.{i}. {titulo}", texto)


def _publicacion(publicada: Publicacion) -> str:
    return (
        f"Según {parametros().normas['publicacion']}, el texto del proyecto se "
        f"publicó en {frase(publicada.medio)} entre el {si_hay(fecha_larga, publicada.desde)} y el "
        f"{si_hay(fecha_larga, publicada.hasta)}, para comentarios de la ciudadanía. "
        f"{_comentarios(publicada.comentarios)}"
    )


def _comentarios(hubo: object) -> str:
    if isinstance(hubo, Falta):
        return f"Comentarios recibidos: {hubo}."
    informe = "el informe de observaciones y respuestas"
    if hubo:
        return f"Los comentarios recibidos se responden en {informe}."
    return f"No se recibieron comentarios, como consta en {informe}."


def _concepto(bloque: Concepto, que: str, norma: str) -> str:
    if isinstance(bloque.procede, Falta):
        return f"Sobre si procede {que}: {bloque.procede}."
    procede = "procede" if bloque.procede else "no procede"
    texto = f"Según {norma}, {procede} {que}, porque {frase(bloque.motivo)}."
    return f"{texto} El concepto consta en {frase(bloque.concepto)}." if bloque.concepto else texto


def consulta(hecha: Consulta) -> Sequence[Parrafo]:
    """La consulta en el SUCOP y, si la hubo, la adicional."""
    desde, hasta = si_hay(fecha_larga, hecha.desde), si_hay(fecha_larga, hecha.hasta)
    texto = (
        f"El proyecto se publicó en el Sistema Único de Consulta Pública (SUCOP) el {desde} y "
        f"recibió comentarios hasta el {hasta}. {_comentarios(hecha.comentarios)}"
    )
    if es_si(hecha.cambios_sustanciales):
        texto += " Después de la consulta el proyecto tuvo cambios sustanciales."
    if hecha.adicional is not None:
        otra, fin = hecha.adicional.desde, hecha.adicional.hasta
        texto += (
            f" Por eso se publicó de nuevo el {si_hay(fecha_larga, otra)}, con comentarios hasta "
            f"el {si_hay(fecha_larga, fin)}."
        )
    return (parrafo("Consulta pública", texto),)
