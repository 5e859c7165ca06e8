"""Los pasos de «generar», de arriba abajo. Quien lee este archivo entiende el programa.

1. leer el caso: el archivo del asesor, a un árbol de texto con líneas y columnas
2. validar: del texto a montos, fechas y nombres, con todos los errores de una vez; los textos
   largos, de Markdown a bloques
3. aplicar las reglas: requisitos, términos, sumas, progresividad; un error impide el acto
4. redactar: qué dice el acto
5. componer: la plantilla de Word con esos datos, `acto.docx`, y los demás documentos del caso; lo
   que tiene que sumar se vuelve a leer del Word terminado
6. convertir: `acto.pdf`; los números de página a los que el Word remite son los suyos
7. hacer las copias: una sellada por destinatario, solo si el acto tiene número y fecha
8. oficios: una carta por copia y, si el acto se comunica, una por destinatario, en Word y PDF
9. manifiesto: la huella de todo lo anterior
10. escribir: todo a la vez o nada

Los pasos 1 a 9 ocurren en memoria (`generador.obra`): si algo falla, la carpeta queda como estaba.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generador.carpeta import Cambio, Carpeta
from generador.caso.al_lado import FIGURAS, leer_al_lado, traer
from generador.caso.arbol import lugar_de, partes_de
from generador.caso.lectura import leer
from generador.errores import CasoRechazado
from generador.hallazgos import Gravedad, Hallazgo, abreviar, en_orden, hay_errores
from generador.huella import sha256
from generador.modelo.validacion import validar
from generador.obra import ACTO_DOCX, ACTO_PDF, ANEXOS, BITACORA, Obra, Pedido, Revision
from generador.redaccion.comprobacion import comprobar
from generador.redaccion.textos import leer_textos
from generador.tipos import tipo_de

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generador.caso.arbol import Mapa
    from generador.redaccion.textos import Textos


FORMAS = {ACTO_DOCX: "Word", ACTO_PDF: "PDF"}


@dataclass(frozen=True, slots=True)
class Entrega:
    """Lo que se hizo (o se haría): dónde, qué abrir, archivo por archivo, y qué conviene mirar."""

    carpeta: Path
    principal: Path
    hallazgos: tuple[Hallazgo, ...]
    cambios: tuple[Cambio, ...]
    resumen: str


def revisar(archivo: Path) -> Revision:
    """Pasos 1 a 3: lee, valida y aplica las reglas, y junta todos los hallazgos en orden.

    Raises:
        CasoRechazado: el archivo no se puede leer o no dice qué documento es.
    """
    BITACORA.info("1. leer el caso")
    raiz, al_lado, sin_leer = traer(leer(archivo), archivo.parent)
    tipo = tipo_de(raiz)
    BITACORA.info("2. validar como %s", tipo.nombre)
    validado = validar(raiz, tipo.modelo)
    textos = leer_textos(validado.caso, tipo.datos(validado.caso))
    imagenes, sin_figura = _figuras(textos, archivo.parent)
    BITACORA.info("3. aplicar las reglas")
    regimen = tipo.regimen()
    hallazgos = tipo.revisar(validado.caso, regimen)
    # De lo que no se pudo leer ya se dijo todo: que además no valga como dato es un eco.
    dichos = {h.sitio for h in sin_leer if h.gravedad is Gravedad.ERROR}
    no_validos = [h for h in validado.hallazgos if h.sitio not in dichos]
    todos = [*sin_leer, *no_validos, *sin_figura]
    propios = [*textos.hallazgos, *comprobar(validado.caso, textos), *hallazgos]
    todos += [h for h in _ubicar(propios, raiz) if h.sitio not in dichos]
    if validado.hallazgos:
        # Lo que no se pudo comprobar por un dato que ya se informó como malo es ruido.
        todos = [h for h in todos if h.gravedad is not Gravedad.NOTA]
    huella = sha256(archivo.read_bytes())
    return Revision(
        archivo,
        huella,
        tipo,
        validado.caso,
        regimen,
        tuple(abreviar(en_orden(todos))),
        {nombre: sha256(datos) for nombre, datos in sorted({**al_lado, **imagenes}.items())},
        imagenes,
    )


def _figuras(textos: Textos, carpeta: Path) -> tuple[dict[str, bytes], list[Hallazgo]]:
    """Las figuras que piden los textos, por su ruta, y las que no se pueden leer."""
    imagenes: dict[str, bytes] = {}
    hallazgos: list[Hallazgo] = []
    for figura in textos.figuras:
        try:
            imagenes[figura.archivo] = leer_al_lado(
                carpeta, figura.archivo, figura.lugar, figura.ruta, FIGURAS
            )
        except CasoRechazado as error:
            hallazgos += error.hallazgos
    return imagenes, hallazgos


def _ubicar(hallazgos: Iterable[Hallazgo], raiz: Mapa) -> list[Hallazgo]:
    """Pone a cada hallazgo de las reglas la línea y la columna de su campo, si no las trae ya."""
    return [h if h.linea else h.en(lugar_de(raiz, partes_de(h.ruta))) for h in hallazgos]


def expedir(archivo: Path, salida: Path, pedido: Pedido) -> Entrega:
    """Genera los documentos de un caso en `salida/<nombre del caso>/` (o `…-borrador/`).

    Raises:
        CasoRechazado: hay hallazgos de gravedad error y no es borrador; no se escribe nada.
        TrabajoAjeno: la carpeta tiene cambios hechos a mano y no se pidió reemplazarlos.
        ErrorMinuta: plantilla, conversión o escritura, con su explicación.
    """
    revision = revisar(archivo)
    if hay_errores(revision.hallazgos) and not pedido.borrador:
        raise CasoRechazado(revision.hallazgos)
    # El borrador va aparte: nunca toca lo que ya se expidió.
    nombre = f"{archivo.stem}-borrador" if pedido.borrador else archivo.stem
    carpeta = Carpeta.abrir(salida / nombre, terminar=not pedido.simular)
    if not pedido.reemplazar:
        carpeta.exigir_intacta()
    obra = Obra(revision, pedido)
    _hacer(obra)
    if not pedido.reemplazar:
        carpeta.exigir_libres(obra.archivos)
        carpeta.exigir_mismas_copias(obra.archivos, firmadas=False)
    return entregar(obra, carpeta)


def _hacer(obra: Obra) -> None:
    """Pasos 4 a 9, en memoria."""
    BITACORA.info("4. redactar")
    tipo, caso, regimen = obra.revision.tipo, obra.revision.caso, obra.revision.regimen
    acto, anexos = tipo.redactar(caso, regimen), tipo.anexos(caso, regimen)
    BITACORA.info("5. componer")
    obra.archivos[ACTO_DOCX] = obra.componer(acto)
    if not obra.pedido.borrador:
        tipo.comprobar(obra.archivos[ACTO_DOCX], caso)
    motor = obra.pedido.motor
    if motor is not None:
        BITACORA.info("6. convertir con %s", motor.nombre)
        obra.poner_acto(acto, motor)
    obra.poner_anexos(anexos)
    if not obra.pedido.borrador:
        obra.poner_hojas(tipo.hojas(caso))
    if obra.revision.es_oficial and not obra.pedido.borrador:
        if motor is not None and tipo.copias is not None:
            obra.remitir(acto, motor, tipo.copias)
        obra.comunicar(tipo.oficios(caso, regimen))
    obra.cerrar()


def entregar(obra: Obra, carpeta: Carpeta) -> Entrega:
    """Paso 10: escribe la obra en su carpeta, o solo dice qué escribiría."""
    cambios = carpeta.cambios(obra.archivos)
    if not obra.pedido.simular:
        BITACORA.info("10. escribir")
        carpeta.escribir(obra.archivos)
    principal = carpeta.ruta / (ACTO_PDF if ACTO_PDF in obra.archivos else ACTO_DOCX)
    hallazgos = (*obra.revision.hallazgos, *obra.avisos)
    return Entrega(carpeta.ruta, principal, hallazgos, cambios, _resumen(obra, carpeta))


def _paginas(cuantas: int) -> str:
    return "1 página" if cuantas == 1 else f"{cuantas} páginas"


def _resumen(obra: Obra, carpeta: Carpeta) -> str:
    """Qué se hizo y dónde, en pocas líneas."""
    hecho = "se haría" if obra.pedido.simular else "listo"
    formas = [nombre for ruta, nombre in FORMAS.items() if ruta in obra.archivos]
    paginas = f" ({_paginas(obra.paginas)})" if obra.paginas else ""
    lineas = [f"{carpeta.ruta}: {hecho} el acto en {' y '.join(formas)}{paginas}"]
    anexos = sorted(r for r in obra.archivos if r.startswith(ANEXOS) and not r.endswith(".pdf"))
    if anexos:
        lineas.append(f"  y del mismo caso: {', '.join(anexos)}")
    if obra.comunicados:
        comunican = (
            "1 oficio que comunica"
            if obra.comunicados == 1
            else f"{obra.comunicados} oficios que comunican"
        )
        lineas.append(f"  {comunican} el acto, en oficios/")
    return "\n".join([*lineas, *_sobre_copias(obra)])


def _sobre_copias(obra: Obra) -> list[str]:
    """Cuántas copias se hicieron, o por qué no hay."""
    if obra.copias:
        copias = "1 copia" if len(obra.copias) == 1 else f"{len(obra.copias)} copias"
        lineas = [f"  {copias} con su oficio, y manifiesto.json"]
        if ACTO_PDF not in obra.del_asesor and ACTO_DOCX not in obra.del_asesor:
            lineas.append(
                "  son copias del acto sin firmar; cuando se firme: "
                f"minuta copias ARCHIVO --caso {obra.revision.archivo}"
            )
        return lineas
    if obra.pedido.borrador:
        return ["  es un borrador: no se expiden copias"]
    if obra.revision.tipo.copias is None:
        return []
    if obra.revision.es_oficial:
        return ["  sin copias: se hacen del PDF, y no se hizo"] if obra.pedido.motor is None else []
    return ["  es un proyecto: sin número y fecha no se expiden copias oficiales"]
