"""Las partes de un concepto, en el orden en que se leen: las del formato 2022 y las del 2025."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generador.documento.bloques import Fragmento
from generador.documento.bloques import Parrafo as ParrafoConEstilo
from generador.lengua.listas import enumerar
from generador.marcado.bloques import (
    Bloque,
    CitaTextual,
    Encabezado,
    FormaDeMarca,
    Parrafo,
    Recuadro,
    Texto,
)
from generador.modelo.concepto import FORMATO_2022
from generador.redaccion import concepto_piezas as piezas
from generador.redaccion.concepto_textos import formato_de, texto_fijo
from generador.redaccion.concepto_transcripciones import (
    entrecomillar,
    nota_transcrita,
    transcripcion,
)
from generador.redaccion.referencias_normativas import vinetas

if TYPE_CHECKING:
    from generador.caso.arbol import TextoCrudo
    from generador.modelo.concepto import CasoConcepto
    from generador.modelo.concepto_partes import Consideracion, Razon, Respuesta
    from generador.redaccion.llamados import Piezas
    from generador.redaccion.textos import Textos

Partes = Mapping[str, Sequence[Bloque | ParrafoConEstilo]]
DESCRIPTOR = "Descriptor"
SEPARADOR = " – "


@dataclass(frozen=True, slots=True)
class Cuerpo:
    """De dónde salen las partes: el caso, sus textos ya leídos y lo que ellos llaman."""

    caso: CasoConcepto
    textos: Textos
    llamadas: Piezas

    def texto(self, escrito: TextoCrudo) -> tuple[Bloque, ...]:
        """Los bloques de un texto, con sus cuadros donde los llama."""
        return self.llamadas.puestas(self.textos.bloques(escrito))

    def fijo(self, nombre: str) -> tuple[Bloque, ...]:
        """Los bloques de un texto fijo."""
        return texto_fijo(nombre, self.caso, self.textos)

    def partes(self) -> Partes:
        """Las partes del concepto, con el nombre que les da la plantilla, en orden de lectura."""
        propias = _de_2022(self) if formato_de(self.caso) == FORMATO_2022 else _de_2025(self)
        return {"descriptores": _descriptores(self), "entrada": _entrada(self), **propias}


def _descriptores(cuerpo: Cuerpo) -> tuple[Bloque | ParrafoConEstilo, ...]:
    bloques: list[Bloque | ParrafoConEstilo] = []
    for descriptor in cuerpo.caso.descriptores:
        titulo = SEPARADOR.join(map(str, (str(descriptor.tema).upper(), *descriptor.subtemas)))
        bloques.append(ParrafoConEstilo((Fragmento(titulo, negrita=True),), DESCRIPTOR))
        bloques += cuerpo.texto(descriptor.extracto)
    return tuple(bloques)


def _entrada(cuerpo: Cuerpo) -> tuple[Bloque, ...]:
    """Con qué competencia se responde, cómo llegó la petición y, en 2025, hasta dónde se va."""
    traslado = () if cuerpo.caso.traslado is None else cuerpo.fijo("traslado")
    es_2022 = formato_de(cuerpo.caso) == FORMATO_2022
    acotacion = () if es_2022 else cuerpo.fijo("acotacion")
    return (*cuerpo.fijo("competencia"), *traslado, *acotacion)


def _cierre(cuerpo: Cuerpo) -> tuple[Bloque, ...]:
    avisos = [piezas.parrafo(str(aviso)) for aviso in cuerpo.caso.avisos_institucionales]
    return (*avisos, *cuerpo.fijo("alcance"))


def _puntos(cuerpo: Cuerpo) -> tuple[Bloque, ...]:
    transcritos = [cuerpo.texto(punto.transcripcion) for punto in cuerpo.caso.puntos_trasladados]
    return piezas.sobre_los_puntos(cuerpo.caso, formato_de(cuerpo.caso), transcritos)


def _de_2022(cuerpo: Cuerpo) -> Partes:
    peticion = transcripcion(cuerpo.texto(cuerpo.caso.peticion), FORMATO_2022)
    consulta = piezas.parrafo("Usted presenta la siguiente consulta:")
    return {
        "problema": (consulta, peticion, *_puntos(cuerpo)),
        "consideraciones": (*_analisis(cuerpo), *_consideraciones(cuerpo)),
        "respuesta": tuple(b for r in cuerpo.caso.respuestas for b in _respuesta_2022(cuerpo, r)),
        "cierre": _cierre(cuerpo),
    }


def _analisis(cuerpo: Cuerpo) -> tuple[Bloque, ...]:
    """Qué se va a analizar, y qué conceptos anteriores trataron el asunto."""
    bloques: list[Bloque] = [*cuerpo.fijo("entrada")]
    titulos = [
        str(consideracion.titulo).rstrip(".") for consideracion in cuerpo.caso.consideraciones
    ]
    if len(titulos) > 1:
        bloques.append(piezas.parrafo("Para responder se analizarán los siguientes temas:"))
        elementos = [(piezas.parrafo(f"{titulo}."),) for titulo in titulos]
        bloques.append(piezas.romanos(elementos, FormaDeMarca.PARENTESIS))
    previos = piezas.doctrina(cuerpo.caso)
    if previos:
        antes = "el" if len(previos) == 1 else "los siguientes"
        frase = f"Esta entidad se refirió antes a asuntos relacionados, en {antes} "
        bloques.append(piezas.parrafo(f"{frase}{_conceptos(previos)}."))
    return tuple(bloques)


def _conceptos(previos: Sequence[str]) -> str:
    """«Concepto C-1 del …», o «conceptos: C-1 del … y C-2 del …»."""
    if len(previos) == 1:
        return previos[0]
    return f"conceptos: {enumerar([previo.removeprefix('Concepto ') for previo in previos])}"


def _consideraciones(cuerpo: Cuerpo) -> list[Bloque]:
    return [
        bloque
        for n, consideracion in enumerate(cuerpo.caso.consideraciones, 1)
        for bloque in _consideracion(cuerpo, consideracion, f"2.{n}")
    ]


def _consideracion(cuerpo: Cuerpo, consideracion: Consideracion, numero: str) -> list[Bloque]:
    """El título numerado y su texto, con los títulos de adentro numerados también."""
    titulo = str(consideracion.titulo).rstrip(".")
    bloques: list[Bloque] = [Encabezado(2, (Texto(f"{numero}. {titulo}"),))]
    cuentas: list[int] = []
    for bloque in cuerpo.texto(consideracion.texto):
        if isinstance(bloque, Encabezado):
            # Un título que salta un nivel se numera como si no lo saltara.
            hondura = min(max(bloque.nivel - 1, 1), len(cuentas) + 1)
            cuentas = [*cuentas, 0][:hondura]
            cuentas[-1] += 1
            rotulo = ".".join((numero, *map(str, cuentas)))
            contenido = (Texto(f"{rotulo}. "), *bloque.contenido)
            bloques.append(replace(bloque, nivel=min(hondura + 2, 6), contenido=contenido))
        else:
            bloques.append(bloque)
    return bloques


def _respuesta_2022(cuerpo: Cuerpo, respuesta: Respuesta) -> tuple[Bloque, ...]:
    """Las preguntas que responde, repetidas, y la respuesta."""
    preguntas: list[Bloque] = []
    for n in piezas.respondidos(respuesta, len(cuerpo.caso.problemas)):
        pregunta = piezas.parrafo(str(cuerpo.caso.problemas[n - 1].pregunta))
        preguntas += entrecomillar((pregunta,), FORMATO_2022)
    citada = (CitaTextual(tuple(preguntas)),) if preguntas else ()
    return (*citada, *cuerpo.texto(respuesta.texto))


def _de_2025(cuerpo: Cuerpo) -> Partes:
    doctrina = piezas.doctrina(cuerpo.caso)
    return {
        "problemas": _problemas(cuerpo),
        "respuestas": (Recuadro(_respuestas(cuerpo)),),
        "razones": (*cuerpo.fijo("entrada"), _razones(cuerpo)),
        "doctrina": (vinetas(doctrina), *cuerpo.fijo("cierre_doctrina")) if doctrina else (),
        "cierre": _cierre(cuerpo),
    }


def _problemas(cuerpo: Cuerpo) -> tuple[Bloque, ...]:
    caso, formato = cuerpo.caso, formato_de(cuerpo.caso)
    nota = nota_transcrita("La consulta dice", cuerpo.texto(caso.peticion), formato)
    varios = len(caso.problemas) > 1
    siguientes = "n los siguientes problemas" if varios else " el siguiente problema"
    entrada = piezas.parrafo("De acuerdo con su consulta", nota, f", se responde{siguientes}:")
    preguntas = [(piezas.parrafo(str(problema.pregunta)),) for problema in caso.problemas]
    return (entrada, piezas.romanos(preguntas, FormaDeMarca.PARENTESIS), *_puntos(cuerpo))


def _respuestas(cuerpo: Cuerpo) -> tuple[Bloque, ...]:
    """Cada respuesta, con los problemas que cubre si hay varios, y la advertencia final."""
    bloques: list[Bloque] = []
    cuantos = len(cuerpo.caso.problemas)
    for respuesta in cuerpo.caso.respuestas:
        numeros = piezas.respondidos(respuesta, cuantos)
        if cuantos > 1 and numeros:
            rotulo = piezas.rotulo_de_problemas(numeros)
            bloques.append(Parrafo((Texto(f"{rotulo}:", negrita=True),)))
        bloques += cuerpo.texto(respuesta.texto)
    return (*bloques, *cuerpo.fijo("advertencia"))


def _razones(cuerpo: Cuerpo) -> Bloque:
    razones = [_razon(cuerpo, razon) for razon in cuerpo.caso.razones]
    return piezas.romanos([*razones, cuerpo.fijo("advertencia")], FormaDeMarca.PUNTO)


def _razon(cuerpo: Cuerpo, razon: Razon) -> tuple[Bloque, ...]:
    """El texto de una razón, con su título corrido en negrilla."""
    bloques = cuerpo.texto(razon.texto)
    if razon.titulo is None:
        return bloques
    titulo = Texto(f"{str(razon.titulo).rstrip('.')}.", negrita=True)
    if bloques and isinstance(bloques[0], Parrafo):
        corrido = replace(bloques[0], contenido=(titulo, Texto(" "), *bloques[0].contenido))
        return (corrido, *bloques[1:])
    return (Parrafo((titulo,)), *bloques)
