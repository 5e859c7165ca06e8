"""Las filas de los proyectos: que compitan en una línea y un tipo que existan, y que cuadren."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generador.modelo.falta import Falta, exigir
from generador.reglas.asignacion.cifras import centavos, pesos, unidad_de
from generador.reglas.asignacion.hallados import aviso, error
from generador.texto import clave, sugerencia

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.hallazgos import Hallazgo
    from generador.modelo.asignacion_convocatoria import CasoConvocatoria, Proyecto


def revisar_codigos(caso: CasoConvocatoria) -> Iterator[Hallazgo]:
    """Que ningún código se repita, sin mirar mayúsculas, signos ni espacios."""
    vistos: dict[str, int] = {}
    for n, proyecto in enumerate(caso.proyectos, 1):
        if isinstance(proyecto.codigo, Falta):
            continue
        unico = clave(proyecto.codigo)
        if unico in vistos:
            yield error(
                "ASG025",
                f"proyectos[{n}].codigo",
                f"El código «{proyecto.codigo}» está repetido: ya está en "
                f"«proyectos[{vistos[unico]}]».",
                "Deje un solo proyecto con ese código.",
            )
        vistos.setdefault(unico, n)


def revisar_pertenencia(caso: CasoConvocatoria) -> Iterator[Hallazgo]:
    """Que la línea y el tipo de cada proyecto sean de los del caso."""
    admitidas = {"linea": caso.lineas, "tipo": tuple(t.nombre for t in caso.tipos)}
    for campo, opciones in admitidas.items():
        claves = {clave(exigir(opcion)) for opcion in opciones}
        for n, proyecto in enumerate(caso.proyectos, 1):
            escrito = getattr(proyecto, campo)
            if isinstance(escrito, Falta) or clave(escrito) in claves:
                continue
            hay = f"Hay: {', '.join(opciones)}."
            yield error(
                "ASG026",
                f"proyectos[{n}].{campo}",
                f"«{escrito}» no está en «{campo}s».",
                f"{sugerencia(escrito, opciones)} {hay}".strip(),
            )


def revisar_elegibilidad(caso: CasoConvocatoria) -> Iterator[Hallazgo]:
    """Que el no elegible diga por qué, y que el elegible no traiga un motivo."""
    for n, proyecto in enumerate(caso.proyectos, 1):
        ruta = f"proyectos[{n}].motivo"
        if isinstance(proyecto.elegible, Falta) or isinstance(proyecto.motivo, Falta):
            continue
        if not proyecto.elegible and proyecto.motivo is None:
            yield error(
                "ASG027",
                ruta,
                f"El proyecto {proyecto.codigo} no es elegible y no dice por qué.",
                "Escriba el motivo: el acto lo informa.",
            )
        elif proyecto.elegible and proyecto.motivo is not None:
            yield aviso(
                "ASG028",
                ruta,
                f"El proyecto {proyecto.codigo} es elegible y trae un motivo de exclusión.",
                "Bórrelo, o corrija «elegible».",
            )


def revisar_montos(caso: CasoConvocatoria) -> Iterator[Hallazgo]:
    """Que lo solicitado sea algo, quepa en la unidad de reparto y no pase del costo."""
    unidad = unidad_de(caso.bolsa)
    for n, proyecto in enumerate(caso.proyectos, 1):
        montos = (proyecto.costo, proyecto.solicitado, proyecto.cofinanciacion)
        if not any(isinstance(monto, Falta) for monto in montos):
            yield from _revisar_montos(proyecto, n, unidad)


def _revisar_montos(proyecto: Proyecto, n: int, unidad: int) -> Iterator[Hallazgo]:
    costo, solicitado = centavos(proyecto.costo), centavos(proyecto.solicitado)
    cofinanciacion = centavos(proyecto.cofinanciacion)
    ruta = f"proyectos[{n}].solicitado"
    if not solicitado:
        yield error("ASG029", ruta, "El proyecto no pide nada.", "Escriba el monto solicitado.")
    elif solicitado % unidad:
        yield error(
            "ASG029",
            ruta,
            f"Pide {pesos(solicitado)}, con centavos, y la bolsa se reparte en pesos.",
            "Redondéelo, o ponga «unidad: centavo» en la bolsa.",
        )
    if solicitado + cofinanciacion > costo:
        yield aviso(
            "ASG031",
            ruta,
            f"Lo solicitado y la cofinanciación suman {pesos(solicitado + cofinanciacion)} y el "
            f"proyecto cuesta {pesos(costo)}.",
            "Revise los tres montos.",
        )


def revisar_topes(caso: CasoConvocatoria) -> Iterator[Hallazgo]:
    """Que el caso diga qué pasa con los que piden más que su tope, y con los compartidos."""
    pasan: Counter[int] = Counter()
    tipos = {clave(t.nombre): n for n, t in enumerate(caso.tipos)}
    for proyecto in caso.proyectos:
        tipo = tipos.get(clave(exigir(proyecto.tipo)))
        if exigir(proyecto.elegible) and tipo is not None:
            pasan[tipo] += proyecto.solicitado > caso.tipos[tipo].tope
    for tipo, cuantos in pasan.items():
        if cuantos and caso.tipos[tipo].sobre_tope is None:
            quienes = "1 proyecto pide" if cuantos == 1 else f"{cuantos} proyectos piden"
            yield error(
                "ASG040",
                f"tipos[{tipo + 1}].sobre_tope",
                f"{quienes} más que el tope de «{caso.tipos[tipo].nombre}» y el caso no dice qué "
                "hacer.",
                "Añada «sobre_tope»: recortar o rechazar.",
            )


def revisar_compartidos(caso: CasoConvocatoria) -> Iterator[Hallazgo]:
    """Que el caso diga cómo cuenta en los topes un proyecto de varios municipios."""
    limites = caso.por_municipio
    if limites is None or limites.tope is None or limites.reparto_compartidos is not None:
        return
    for n, proyecto in enumerate(caso.proyectos, 1):
        if exigir(proyecto.elegible) and len(exigir(proyecto.municipios)) > 1:
            yield error(
                "ASG040",
                "por_municipio.reparto_compartidos",
                f"El proyecto {proyecto.codigo} («proyectos[{n}]») es de varios municipios y el "
                "caso no dice cuánto cuenta en el tope de cada uno.",
                "Añada «reparto_compartidos»: partes iguales o completo.",
            )
            return
