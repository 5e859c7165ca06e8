"""Las citas de un documento: leerlas, decir dónde están y qué conviene mirar de cada norma.

1. leer el documento, en Word, PDF o texto: un solo texto, con lugares
2. leer en él las citas
3. preguntar al catálogo por cada norma: si rige, si cambió, si su año concuerda con su número

La forma en `jsonl` es el contrato de `docs/terminal.md`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from generador.citas.catalogo import Estado, catalogo
from generador.citas.cita import Cita, Modo
from generador.citas.identificador import iri
from generador.citas.lectura import leer
from generador.citas.lugares import en_prosa
from generador.citas.referencias import consolidar
from generador.hallazgos import Gravedad, Hallazgo, Lugar, en_orden
from generador.revision.lectura import leer_documento

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generador.citas.cita import CitaHallada
    from generador.citas.norma import Norma
    from generador.citas.referencias import Referencia
    from generador.revision.documento import DocumentoLeido

ENCABEZADOS = ("Dónde", "Dice", "Norma", "Lugar de la norma", "Modo")
SIN_RESOLVER = "sin resolver"
_MODOS = MappingProxyType({Modo.REMISION: "remisión"})  # lo que en español lleva tilde


@dataclass(frozen=True, slots=True)
class Citado:
    """Las citas de un archivo, en orden, con lo que conviene mirar de ellas."""

    archivo: Path
    documento: DocumentoLeido
    citas: tuple[CitaHallada, ...]
    hallazgos: tuple[Hallazgo, ...]

    @property
    def resumen(self) -> str:
        """«concepto.txt: 12 citas, 1 sin resolver»."""
        if not self.citas:
            return f"{self.archivo}: no se hallaron citas."
        cuantas = "1 cita" if len(self.citas) == 1 else f"{len(self.citas)} citas"
        sueltas = sum(hallada.cita is None for hallada in self.citas)
        return f"{self.archivo}: {cuantas}" + (f", {sueltas} {SIN_RESOLVER}" if sueltas else "")


def citar(archivo: Path, *, estricto: bool = False) -> Citado:
    """Lee las citas de `archivo` (.docx, .pdf, .txt o .md).

    `estricto` es para borradores propios: no perdona erratas ni lo que deja un escáner.

    Raises:
        ErrorMinuta: el archivo no se puede leer; los de `leer_documento`.
    """
    documento = leer_documento(archivo)
    citas = tuple(leer(documento.texto, tolerante=not estricto))
    hallazgos = [
        Hallazgo(codigo="CIT001", gravedad=Gravedad.AVISO, archivo=str(archivo), mensaje=aviso)
        for aviso in documento.avisos
    ]
    for norma, suyas in _por_advertencia(citas):
        hallazgos.append(_de_norma(archivo, documento, norma, suyas))
    for hallada in citas:
        hallazgos += _de_defectos(archivo, documento, hallada)
    return Citado(archivo, documento, citas, tuple(en_orden(hallazgos)))


def _por_advertencia(citas: Iterable[CitaHallada]) -> Iterator[tuple[Norma, list[CitaHallada]]]:
    """Las citas de lo que pide advertencia; un código va con la ley que lo adoptó."""
    grupos: dict[tuple[str, ...], tuple[Norma, list[CitaHallada]]] = {}
    for hallada in citas:
        if hallada.cita is not None:
            norma = hallada.cita.norma
            frases = catalogo().advertencias(norma)
            grupos.setdefault(frases, (norma, []))[1].append(hallada)
    grupos.pop((), None)
    yield from grupos.values()


def _de_norma(
    archivo: Path, documento: DocumentoLeido, norma: Norma, citas: list[CitaHallada]
) -> Hallazgo:
    """Un solo hallazgo por norma, en su primera cita, con cuántas veces se cita."""
    frases = catalogo().advertencias(norma)
    preguntas = [frase for frase in frases if frase.startswith("¿")]
    veces = [f"Se cita {len(citas)} veces."] if len(citas) > 1 else []
    cuerpo = [frase for frase in frases if frase not in preguntas]
    # Todas empiezan por el nombre de la norma: basta una vez.
    nombre = "".join(cuerpo[:1]).partition(": ")[0] + ": "
    mensaje = " ".join([*cuerpo[:1], *(f.removeprefix(nombre) for f in cuerpo[1:]), *veces])
    gravedad = Gravedad.AVISO if _pide_decision(norma) else Gravedad.NOTA
    return _hallazgo("CIT002", gravedad, archivo, documento, citas[0], mensaje, *preguntas)


def _pide_decision(norma: Norma) -> bool:
    """Si no rige, si se cita con otra fecha o si no se conoce; que se haya modificado informa."""
    ficha = catalogo().ficha_de(norma)
    if ficha is None:
        return True
    if norma.fecha and (norma.fecha.year, norma.fecha) != (
        norma.anio or norma.fecha.year,
        ficha.norma.fecha or norma.fecha,
    ):
        return True
    adoptante = catalogo().de_clave(ficha.equivale or "")
    estados = {ficha.estado, adoptante.estado if adoptante else None}
    return not estados.isdisjoint((Estado.DEROGADA, Estado.INEXEQUIBLE))


def _de_defectos(
    archivo: Path, documento: DocumentoLeido, hallada: CitaHallada
) -> Iterator[Hallazgo]:
    for defecto in hallada.defectos:
        mensaje = f"«{_legible(hallada.texto)}»: {defecto}"
        yield _hallazgo("CIT003", Gravedad.NOTA, archivo, documento, hallada, mensaje)


def _hallazgo(  # noqa: PLR0913, PLR0917 -- qué, de qué gravedad y en qué lugar: todo hace falta
    codigo: str,
    gravedad: Gravedad,
    archivo: Path,
    documento: DocumentoLeido,
    hallada: CitaHallada,
    mensaje: str,
    remedio: str = "",
) -> Hallazgo:
    lugar = documento.lugar_en(hallada.inicio)
    hallazgo = Hallazgo(
        codigo=codigo,
        gravedad=gravedad,
        mensaje=f"{lugar.donde}: {mensaje}" if lugar.donde else mensaje,
        remedio=remedio,
        archivo=str(archivo),
        pagina=lugar.pagina,
        parrafo=lugar.parrafo,
        inicio=hallada.inicio,
        fin=hallada.fin,
        texto=hallada.texto,
    )
    if lugar.donde:
        return hallazgo
    columna = hallada.inicio - documento.texto.rfind("\n", 0, hallada.inicio)
    return hallazgo.en(Lugar(str(archivo), hallada.linea, columna))


def como_jsonl(citado: Citado, hallada: CitaHallada, *, con_archivo: bool) -> str:
    """La cita como una línea JSON: las claves del contrato y, si aplican, las nuestras al final."""
    cita = hallada.cita
    norma = cita.norma if cita else None
    datos: dict[str, object] = {
        "tipo": (norma.tipo if norma else hallada.tipo).value,
        "norma": norma.canonica if norma else None,
        "clave": norma.clave if norma else None,
        "numero": hallada.numero or (norma.numero if norma else None),
        "anio": hallada.anio or (norma.anio if norma else None),
    }
    if norma and norma.fecha:
        datos["fecha"] = norma.fecha.isoformat()
    datos |= {
        "articulos": list(cita.articulos) if cita else [],
        "partes": {nivel: list(r) for nivel, r in cita.partes.items()} if cita else {},
        "modo": hallada.modo.value,
        "inicio": hallada.inicio,
        "fin": hallada.fin,
        "linea": hallada.linea,
        "texto": hallada.texto,
    }
    lugar = citado.documento.lugar_en(hallada.inicio)
    nuestras = {
        "archivo": str(citado.archivo) if con_archivo else None,
        "parte": lugar.parte.value if lugar.donde else None,
        "pagina": lugar.pagina,
        "parrafo": lugar.parrafo,
        "nota": lugar.nota,
        "transcrita": hallada.transcrita or None,
        "iri": iri(norma) if norma else None,
        "defectos": list(hallada.defectos) or None,
    }
    datos |= {clave: valor for clave, valor in nuestras.items() if valor is not None}
    return json.dumps(datos, ensure_ascii=False)


def fila(citado: Citado, hallada: CitaHallada) -> tuple[str, ...]:
    """La cita como una fila de la tabla, bajo `ENCABEZADOS`."""
    cita = hallada.cita
    lugar = citado.documento.lugar_en(hallada.inicio)
    return (
        lugar.donde or f"línea {hallada.linea}",
        _legible(hallada.texto),
        _legible(cita.norma.canonica) if cita else SIN_RESOLVER,
        _legible(en_prosa(cita.localizadores)) if cita and cita.localizadores else "",
        _MODOS.get(hallada.modo, hallada.modo.value)
        + (", transcrita" if hallada.transcrita else ""),
    )


def referencias(leidos: Iterable[Citado], *, jsonl: bool) -> tuple[list[str], list[Hallazgo]]:
    """La lista de normas de los documentos, una por renglón, y lo que quedó fuera de ella.

    En texto, las clases van separadas por un renglón vacío; en JSON, cada línea dice la suya.
    """
    consolidadas = consolidar(hallada for citado in leidos for hallada in citado.citas)
    fuera = [
        Hallazgo(
            codigo="CIT004",
            gravedad=Gravedad.NOTA,
            mensaje=f"No va en las referencias: {renglon.texto}. {renglon.motivo}",
        )
        for renglon in consolidadas.fuera
    ]
    lineas: list[str] = []
    anterior = ""
    for renglon in consolidadas.renglones:
        if not jsonl and anterior not in {"", renglon.grupo}:
            lineas.append("")
        lineas.append(_referencia_jsonl(renglon) if jsonl else _legible(renglon.texto))
        anterior = renglon.grupo
    return lineas, fuera


def _referencia_jsonl(renglon: Referencia) -> str:
    cita = Cita(renglon.norma, renglon.localizadores)
    datos = {
        "tipo": renglon.norma.tipo.value,
        "norma": renglon.norma.canonica,
        "clave": renglon.norma.clave,
        "articulos": list(cita.articulos),
        "partes": {nivel: list(r) for nivel, r in cita.partes.items()},
        "clase": renglon.grupo,
        "veces": renglon.veces,
        "texto": renglon.texto,
    }
    return json.dumps(datos, ensure_ascii=False)


def _legible(texto: str) -> str:
    """En una línea y sin caracteres de control, que en una terminal son órdenes."""
    return " ".join("".join(c if c.isprintable() else " " for c in texto).split())
