"""Revisar una parte de la plantilla párrafo por párrafo, antes de compilarla.

Aquí se hallan casi todos los errores de quien escribe la plantilla, porque aquí todavía se sabe
en qué párrafo está cada etiqueta. También se juntan las etiquetas que Word parte en varios
trozos con formato, sin mover de su sitio el texto que las rodea.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from generador.documento.campos import campos
from generador.documento.ooxml import ESPACIO, Elemento, W, texto_de, textos_de
from generador.documento.revisiones import CAMBIOS
from generador.errores import ErrorDePlantilla
from generador.plantilla.lenguaje import revisar_expresion, revisar_orden
from generador.plantilla.valores import MINUTA

if TYPE_CHECKING:
    from jinja2 import Environment

BLOQUES = f"{{{MINUTA}}}bloques"
# El marcador ya escrito como XML: su prefijo lo fija `_bloque_pedido`.
MARCA_DE_BLOQUES = re.compile(rf'<m:bloques xmlns:m="{MINUTA}" nombre="(\w+)"/>')
ETIQUETA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_MARCA = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_ORDEN = re.compile(r"\{%(?:(p|tr|tc)(?=\s))?\s*(\w*)(.*?)%\}", re.DOTALL)
_COMENTARIO = re.compile(r"\{#(p|tr|tc)\s")
_PIDE_BLOQUES = re.compile(r"\s*\[\[\s*bloques:\s*([a-z][a-z0-9_]*)\s*\]\]\s*")
_COMILLAS = str.maketrans("“”„«»‘’", '"""""\'\'')
_ANIDADOS = 4
_QUITADOS = {"p": "párrafo", "tr": "fila", "tc": "celda"}
_CITA = 120


@dataclass(frozen=True, slots=True)
class Parrafo:
    """Un párrafo de la plantilla y cómo nombrarlo en un mensaje."""

    parte: str
    numero: int
    elemento: Elemento
    texto: str

    def error(self, que: str, remedio: str = "", etiqueta: str = "") -> ErrorDePlantilla:
        """El error de este párrafo, con la parte, el número, el texto y la etiqueta."""
        sujeto = f"la etiqueta {etiqueta}: {que}" if etiqueta else que
        return ErrorDePlantilla(f"{lugar(self.parte, self.texto, self.numero)}: {sujeto}.", remedio)


@dataclass(frozen=True, slots=True)
class _Abierta:
    palabra: str
    etiqueta: str
    prefijo: str
    recinto: Elemento
    parrafo: Parrafo


def lugar(parte: str, texto: str, numero: int | None = None) -> str:
    """Cómo se nombra un párrafo: «cuerpo, párrafo 3 («Señor {{ nombre }}»)»."""
    corto = texto if len(texto) <= _CITA else texto[: _CITA - 1] + "…"
    cual = "párrafo" if numero is None else f"párrafo {numero}"
    return f"{parte}, {cual} («{corto.strip()}»)"


def inspeccionar(raiz: Elemento, parte: str, ambiente: Environment) -> frozenset[str]:
    """Revisa y normaliza la parte en su sitio; devuelve los nombres de bloques que pide.

    `parte` es su nombre para el asesor («cuerpo», «encabezado»…). Da `ErrorDePlantilla` con
    parte, párrafo y etiqueta.
    """
    _rechazar_ajenos(raiz, parte)
    abiertas: list[_Abierta] = []
    bloques = []
    for numero, elemento in enumerate(list(raiz.iter(W + "p")), start=1):
        parrafo = Parrafo(parte, numero, elemento, texto_de(elemento))
        pedido = _bloque_pedido(parrafo)
        if pedido:
            bloques.append(pedido)
        elif _MARCA.search(parrafo.texto):
            _revisar_parrafo(parrafo, ambiente, abiertas)
            _juntar_etiquetas(elemento)
    if abiertas:
        pendiente = abiertas[-1]
        raise pendiente.parrafo.error(
            "no se cierra", f"Agregue {{% end{pendiente.palabra} %}}.", pendiente.etiqueta
        )
    return frozenset(bloques)


def _rechazar_ajenos(raiz: Elemento, parte: str) -> None:
    for elemento in raiz.iter():
        if elemento.tag in CAMBIOS:
            raise ErrorDePlantilla(
                f"{parte}: la plantilla tiene control de cambios.",
                "Acepte o rechace los cambios en Word antes de usarla.",
            )
        valores = list(elemento.attrib.values())
        if elemento.tag not in {W + "t"}:
            valores.append(elemento.text or "")
        for valor in valores:
            if any(marca in valor for marca in ("{{", "{%", "{#")):
                raise ErrorDePlantilla(
                    f"{parte}: hay una etiqueta fuera del texto («{valor[:80]}»).",
                    "Las etiquetas solo van en el texto: ni en campos, ni en textos alternativos.",
                )
    _rechazar_campos(raiz, parte)


def _rechazar_campos(raiz: Elemento, parte: str) -> None:
    for campo in campos(raiz):
        if campo.lee_archivos or campo.nombre == "MACROBUTTON":
            parrafo = next(campo.inicio.iterancestors(W + "p"), raiz)
            raise ErrorDePlantilla(
                f"{lugar(parte, texto_de(parrafo))}: el campo «{campo.instruccion[:40]}» trae "
                "contenido de otro archivo o programa.",
                "Quite ese campo de la plantilla.",
            )


def _bloque_pedido(parrafo: Parrafo) -> str | None:
    if "[[" not in parrafo.texto or "bloques" not in parrafo.texto:
        return None
    pedido = _PIDE_BLOQUES.fullmatch(parrafo.texto)
    if pedido is None or parrafo.parte != "cuerpo":
        raise parrafo.error(
            "el marcador de bloques está mal escrito o fuera de lugar",
            "Va solo en su párrafo, en el cuerpo: [[bloques: nombre_en_minusculas]].",
        )
    elemento = parrafo.elemento
    if next(elemento.iter(W + "sectPr"), None) is not None:
        raise parrafo.error("el marcador está en un salto de sección", "Póngalo en otro párrafo.")
    marca = etree.Element(BLOQUES, nsmap={"m": MINUTA}, nombre=pedido.group(1))
    marca.tail = elemento.tail
    elemento.getparent().replace(elemento, marca)
    return pedido.group(1)


def _revisar_parrafo(parrafo: Parrafo, ambiente: Environment, abiertas: list[_Abierta]) -> None:
    suelto = _MARCA.search(ETIQUETA.sub("", parrafo.texto))
    if suelto:
        raise parrafo.error(
            f"hay un «{suelto.group()}» sin su pareja",
            "Cada etiqueta empieza y termina en el mismo párrafo: {{ dato }} o {% orden %}.",
        )
    for hallada in ETIQUETA.finditer(parrafo.texto):
        etiqueta = hallada.group()
        try:
            _revisar_etiqueta(etiqueta, ambiente)
        except ErrorDePlantilla as error:
            raise parrafo.error(error.mensaje, error.remedio, etiqueta) from error
        _revisar_lugar(parrafo, etiqueta, hallada.start(), abiertas)
    if any(abierta.parrafo is parrafo and not abierta.prefijo for abierta in abiertas):
        raise parrafo.error(
            f"no se cierra en el mismo párrafo: {abiertas[-1].etiqueta}",
            "Para abarcar párrafos enteros use {%p … %} solo en su párrafo; para filas, {%tr … %}.",
        )


def _revisar_etiqueta(etiqueta: str, ambiente: Environment) -> None:
    interior = etiqueta[2:-2]
    if interior[:1] in {"-", "+"} or interior[-1:] in {"-", "+"}:
        raise ErrorDePlantilla("los signos «-» y «+» al borde no se admiten", "Quítelos.")
    if etiqueta.startswith("{{"):
        if re.match(r"(p|r|tr|tc)\s", interior):
            raise ErrorDePlantilla(
                "no se admite insertar formato o párrafos desde un dato",
                "Escriba {{ dato }}, con espacio, o use un marcador [[bloques: nombre]].",
            )
        revisar_expresion(etiqueta.translate(_COMILLAS), ambiente)
    elif etiqueta.startswith("{%"):
        orden = _ORDEN.fullmatch(etiqueta)
        palabra, resto = (orden.group(2), orden.group(3)) if orden else ("", interior)
        # El parche de las etiquetas de párrafo no reconoce las que llevan estos signos dentro.
        if orden and orden.group(1) and re.search("[}%]", resto):
            raise ErrorDePlantilla("no admite «}» ni «%» en su interior")
        revisar_orden(palabra, (palabra + resto).translate(_COMILLAS), ambiente)


def _revisar_lugar(parrafo: Parrafo, etiqueta: str, inicio: int, abiertas: list[_Abierta]) -> None:
    orden = _ORDEN.fullmatch(etiqueta)
    comentario = _COMENTARIO.match(etiqueta)
    prefijo = ((orden or comentario) and (orden or comentario).group(1)) or ""  # type: ignore[union-attr]  # el `and` lo asegura
    recinto = _recinto(parrafo, prefijo, etiqueta, inicio)
    if orden is None:
        return
    palabra = orden.group(2)
    if palabra in {"if", "for"}:
        abiertas.append(_Abierta(palabra, etiqueta, prefijo, recinto, parrafo))
        if sum(a.palabra == "for" for a in abiertas) > _ANIDADOS:
            raise parrafo.error(f"hay más de {_ANIDADOS} ciclos anidados", "", etiqueta)
        return
    if palabra == "set":
        return
    _revisar_pareja(parrafo, etiqueta, palabra, recinto, abiertas)


def _revisar_pareja(
    parrafo: Parrafo, etiqueta: str, palabra: str, recinto: Elemento, abiertas: list[_Abierta]
) -> None:
    cierra = {"endif": ("if",), "endfor": ("for",), "elif": ("if",), "else": ("if", "for")}[palabra]
    if not abiertas or abiertas[-1].palabra not in cierra:
        raise parrafo.error("no hay nada abierto que le corresponda", "", etiqueta)
    abierta = abiertas[-1]
    if abierta.recinto is not recinto:
        raise parrafo.error(
            f"no está al mismo nivel que {abierta.etiqueta} "
            f"(en {lugar(abierta.parrafo.parte, abierta.parrafo.texto, abierta.parrafo.numero)})",
            "Las dos van con el mismo prefijo y en la misma tabla, celda o párrafo.",
            etiqueta,
        )
    if palabra.startswith("end"):
        abiertas.pop()


def _recinto(parrafo: Parrafo, prefijo: str, etiqueta: str, inicio: int) -> Elemento:
    """El elemento que contiene lo que la etiqueta repite o quita."""
    if not prefijo:
        return _trozo_en(parrafo.elemento, inicio).getparent().getparent()
    quitado = parrafo.elemento
    if prefijo != "p":
        quitado = next(parrafo.elemento.iterancestors(W + prefijo), None)
        if quitado is None:
            raise parrafo.error("solo sirve dentro de una tabla", "Use {%p … %}.", etiqueta)
    texto = "".join(t.text or "" for t in quitado.iter(W + "t"))
    ajeno = any(
        next(quitado.iter(W + e), None) is not None
        for e in ("drawing", "pict", "sectPr", "footnoteReference")
    )
    if texto.strip() != etiqueta.strip() or ajeno:
        que = _QUITADOS[prefijo]
        raise parrafo.error(
            f"tiene que ir sola: lo demás que hay en su {que} se perdería",
            f"Deje la etiqueta sola en su {que}.",
            etiqueta,
        )
    return quitado.getparent()


def _trozo_en(elemento: Elemento, posicion: int) -> Elemento:
    for trozo in textos_de(elemento):
        posicion -= len(trozo.text or "")
        if posicion < 0:
            return trozo
    raise AssertionError("la posición sale del mismo texto")


def _juntar_etiquetas(elemento: Elemento) -> None:
    """Deja cada etiqueta entera en el trozo donde empieza; lo demás no se mueve."""
    trozos = textos_de(elemento)
    for trozo in trozos:
        # Un espacio al borde que Word no conservaba no debe aparecer ahora.
        if trozo.get(ESPACIO) != "preserve" and trozo.text:
            trozo.text = trozo.text.strip(" \t\r\n")
    texto = "".join(t.text or "" for t in trozos)
    duenos = [i for i, t in enumerate(trozos) for _ in t.text or ""]
    for hallada in ETIQUETA.finditer(texto):
        duenos[hallada.start() : hallada.end()] = [duenos[hallada.start()]] * len(hallada.group())
    nuevos = [""] * len(trozos)
    final = ETIQUETA.sub(lambda m: m.group().translate(_COMILLAS), texto)
    for letra, dueno in zip(final, duenos, strict=True):
        nuevos[dueno] += letra
    for trozo, nuevo in zip(trozos, nuevos, strict=True):
        trozo.text = nuevo
        trozo.set(ESPACIO, "preserve")
