"""Las copias del acto que se firmó: del archivo del asesor, no de una regeneración.

El asesor edita `acto.docx`, o recibe el PDF firmado o escaneado. `copiar` comprueba que es ese
acto (número, fecha y partes, donde haya texto), hace las copias y los oficios, y deja el
manifiesto al día. Un PDF con firma digital no se sella: se adjunta tal cual a su oficio.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from generador.carpeta import Carpeta
from generador.copias.firma import firmado
from generador.errores import CasoRechazado, ErrorDeDocumento, UsoIncorrecto
from generador.expedir import Entrega, entregar, revisar
from generador.hallazgos import Gravedad, Hallazgo, hay_errores
from generador.obra import ACTO_DOCX, ACTO_PDF, BITACORA, Obra, Pedido, Revision, convertir
from generador.sistema import motivo_de
from generador.texto import clave

CAMBIOS_A_LA_VISTA = 12
LARGO_DE_CITA = 160

if TYPE_CHECKING:
    from pathlib import Path

    from generador.redaccion.documento import Redaccion
    from generador.tipos.tipo import Copias


def copiar(archivo: Path, caso: Path, salida: Path | None, pedido: Pedido) -> Entrega:
    """Hace las copias y los oficios de `archivo` (.docx o .pdf), que es el acto de `caso`.

    `salida` es la carpeta donde está o se crea la del caso; sin ella, la de `archivo` si ya es
    la carpeta del caso, o una al lado.

    Raises:
        CasoRechazado: el caso tiene errores, no tiene número y fecha, o el archivo no es su acto.
        UsoIncorrecto: `archivo` no es .docx ni .pdf.
        TrabajoAjeno: la carpeta tiene otros cambios hechos a mano.
        ErrorMinuta: lectura, conversión, sello o escritura, con su explicación.
    """
    revision = revisar(caso)
    if hay_errores(revision.hallazgos):
        raise CasoRechazado(revision.hallazgos)
    copias = _exigir_copias(revision)
    _exigir_oficial(revision)
    if pedido.motor is None:
        raise UsoIncorrecto("Las copias y los oficios se hacen en PDF.", "Repita sin «--pdf no».")
    datos = _leer(archivo)
    obra = Obra(revision, pedido)
    acto = revision.tipo.redactar(revision.caso, revision.regimen)
    _poner_acto(obra, acto, archivo, datos)
    carpeta = Carpeta.abrir(_donde(archivo, caso, salida))
    # El archivo que el asesor acaba de dar puede haber cambiado: es justo el que se va a copiar.
    suyo = _suyo(archivo, carpeta)
    if not pedido.reemplazar:
        carpeta.exigir_intacta(salvo=suyo)
    _conservar_word(obra, carpeta)
    con_firma = firmado(obra.archivos[ACTO_PDF])
    if con_firma:
        obra.advertencias.append("El acto trae firma digital: se adjunta sin sello.")
    tipo, caso_leido, regimen = revision.tipo, revision.caso, revision.regimen
    obra.poner_anexos(tipo.anexos(caso_leido, regimen))
    obra.poner_hojas(tipo.hojas(caso_leido))
    obra.remitir(acto, pedido.motor, copias, sellar=not con_firma)
    obra.comunicar(tipo.oficios(caso_leido, regimen))
    obra.cerrar()
    if not pedido.reemplazar:
        carpeta.exigir_libres(obra.archivos, salvo=suyo)
        carpeta.exigir_mismas_copias(obra.archivos, firmadas=True)
    return entregar(obra, carpeta)


def _suyo(archivo: Path, carpeta: Carpeta) -> tuple[str, ...]:
    """Lo que puede haber cambiado: el archivo dado y, si es el firmado, el Word de donde salió."""
    dado = (archivo.name,) if archivo.resolve().parent == carpeta.ruta.resolve() else ()
    return (*dado, ACTO_DOCX) if archivo.suffix.casefold() == ".pdf" else dado


def _conservar_word(obra: Obra, carpeta: Carpeta) -> None:
    """Las copias de un PDF firmado no borran el Word del acto que ya estaba en la carpeta."""
    word = carpeta.ruta / ACTO_DOCX
    if ACTO_DOCX not in obra.archivos and word.is_file():
        obra.archivos[ACTO_DOCX] = word.read_bytes()
        obra.del_asesor.add(ACTO_DOCX)


def _leer(archivo: Path) -> bytes:
    try:
        return archivo.read_bytes()
    except OSError as error:
        raise UsoIncorrecto(
            f"No se puede leer «{archivo}»: {motivo_de(error)[0]}.",
            "Revise la ruta, y que no esté abierto o protegido.",
        ) from error


def _donde(archivo: Path, caso: Path, salida: Path | None) -> Path:
    if salida is not None:
        return salida / caso.stem
    carpeta = archivo.resolve().parent
    return archivo.parent if carpeta.name == caso.stem else archivo.parent / caso.stem


def _exigir_copias(revision: Revision) -> Copias:
    if revision.tipo.copias is None:
        raise UsoIncorrecto(
            f"Un documento de tipo «{revision.tipo.nombre}» no lleva copias oficiales.",
            "Las llevan los actos que la ley manda remitir, como suscripcion-plan.",
        )
    return revision.tipo.copias


def _exigir_oficial(revision: Revision) -> None:
    if not revision.es_oficial:
        raise CasoRechazado(
            [
                Hallazgo(
                    codigo="COP001",
                    gravedad=Gravedad.ERROR,
                    ruta="acto",
                    archivo=str(revision.archivo),
                    mensaje="El acto no tiene número y fecha: no se expiden copias oficiales.",
                    remedio="Escriba «numero» y «fecha» en «acto» cuando el acto se expida.",
                )
            ]
        )


def _poner_acto(obra: Obra, acto: Redaccion, archivo: Path, datos: bytes) -> None:
    """Comprueba el archivo, lo convierte si es Word, y lo deja en la obra."""
    tipo = archivo.suffix.casefold()
    if tipo == ".docx":
        _exigir_que_sea_el_acto(obra.revision, archivo, _texto_de_word(archivo, datos))
        _avisar_cambios(obra, acto, archivo, datos)
        obra.archivos[ACTO_DOCX] = datos
        obra.del_asesor.add(ACTO_DOCX)
        assert obra.pedido.motor is not None  # noqa: S101 -- `copiar` ya lo exigió
        BITACORA.info("6. convertir con %s", obra.pedido.motor.nombre)
        (pdf,) = convertir(obra.pedido.motor, [(acto, datos)])
        obra.poner_acto_pdf(pdf)
    elif tipo == ".pdf":
        from generador.pdf.lectura import textos

        paginas = textos(datos)
        _avisar_sin_texto(obra, archivo, paginas)
        if any(pagina.strip() for pagina in paginas):
            _exigir_que_sea_el_acto(obra.revision, archivo, " ".join(paginas))
        obra.poner_acto_pdf(datos)
        obra.del_asesor.add(ACTO_PDF)
    else:
        raise UsoIncorrecto(
            f"«{archivo.name}» no es un documento de Word ni un PDF.",
            "Dé el acto en .docx o en .pdf.",
        )


def _texto_de_word(archivo: Path, datos: bytes) -> str:
    """El texto del Word, si se puede leer y no tiene cambios sin aceptar."""
    from generador.documento.lectura import texto
    from generador.documento.revisiones import cambios_sin_aceptar

    try:
        leido, pendientes = texto(datos), cambios_sin_aceptar(datos)
    except ErrorDeDocumento as error:
        raise ErrorDeDocumento(f"«{archivo.name}»: {error.mensaje}", error.remedio) from error
    if pendientes:
        raise CasoRechazado(
            [
                _hallazgo(
                    "COP002",
                    archivo,
                    "El documento tiene control de cambios sin aceptar.",
                    "En Word: Revisar › Aceptar todos los cambios, y guarde.",
                )
            ]
        )
    return leido


def _avisar_cambios(obra: Obra, acto: Redaccion, archivo: Path, datos: bytes) -> None:
    """Muestra en qué párrafos el Word dado difiere del que daría el caso."""
    from generador.documento.lectura import parrafos
    from generador.documento.paginas import sin_paginas

    antes, ahora = (parrafos(sin_paginas(docx)) for docx in (obra.componer(acto), datos))
    pasos = SequenceMatcher(None, antes, ahora, autojunk=False).get_opcodes()
    cambios = [(antes[a:b], ahora[c:d]) for paso, a, b, c, d in pasos if paso != "equal"]
    for previo, nuevo in cambios[:CAMBIOS_A_LA_VISTA]:
        obra.avisos.append(
            _hallazgo(
                "COP005",
                archivo,
                f"Cambió respecto del caso: {_cita(previo)} → {_cita(nuevo)}.",
                "Confirme que el cambio es suyo y que el caso no debe cambiar también.",
                Gravedad.AVISO,
            )
        )
    if len(cambios) > CAMBIOS_A_LA_VISTA:
        obra.avisos.append(
            _hallazgo(
                "COP005",
                archivo,
                f"Hay {len(cambios) - CAMBIOS_A_LA_VISTA} cambios más respecto del caso.",
                "Compárelo en Word con el acto generado: Revisar › Comparar.",
                Gravedad.AVISO,
            )
        )


def _cita(textos: list[str]) -> str:
    """Un trozo entre comillas angulares, o «nada»."""
    junto = " ".join(textos)
    puntos = "…" if len(junto) > LARGO_DE_CITA else ""
    return f"«{junto[:LARGO_DE_CITA]}{puntos}»" if junto else "nada"


def _avisar_sin_texto(obra: Obra, archivo: Path, paginas: list[str]) -> None:
    mudas = [n for n, pagina in enumerate(paginas, 1) if not pagina.strip()]
    if mudas:
        donde = ", ".join(map(str, mudas))
        mensaje = f"No hay texto en {len(mudas)} de {len(paginas)} páginas ({donde})"
        obra.advertencias.append(f"{mensaje}: parece escaneado y no se comprobó que sea este acto.")
        obra.avisos.append(
            _hallazgo(
                "COP004",
                archivo,
                f"{mensaje}: parece escaneado y no se puede comprobar que sea este acto.",
                "Mire usted que el número, la fecha y las partes sean los del caso.",
                Gravedad.AVISO,
            )
        )


def _exigir_que_sea_el_acto(revision: Revision, archivo: Path, texto: str) -> None:
    """Busca en el texto las señas del acto del caso; la que no está, detiene."""
    hallado = f" {_sin_encabezados(revision, texto)} "
    faltan = [
        _hallazgo(
            "COP003",
            archivo,
            f"No dice {nombre} del caso: «{valor}».",
            "Confirme que es el acto de este caso, o corrija el caso si el acto cambió.",
        )
        for nombre, valor in _exigir_copias(revision).senas(revision.caso)
        if f" {clave(valor)} " not in hallado
    ]
    if faltan:
        raise CasoRechazado(faltan)


def _sin_encabezados(revision: Revision, texto: str) -> str:
    """El texto para comparar, sin los encabezados ni los pies que parten una frase en dos."""
    encabezado = clave(f"Continuación de la Resolución {revision.tipo.epigrafe(revision.caso)}")
    corrido = re.sub(r"pagina \d+ de \d+", " ", clave(texto).replace(encabezado, " "))
    return " ".join(corrido.split())


def _hallazgo(
    codigo: str, archivo: Path, mensaje: str, remedio: str, gravedad: Gravedad = Gravedad.ERROR
) -> Hallazgo:
    return Hallazgo(
        codigo=codigo,
        gravedad=gravedad,
        archivo=str(archivo),
        mensaje=mensaje,
        remedio=remedio,
    )
