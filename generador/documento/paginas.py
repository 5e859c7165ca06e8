"""El número de página guardado en las remisiones: ponerlo cuando el PDF ya lo dice, o quitarlo.

Word no calcula un campo PAGEREF (ISO/IEC 29500-1, 17.16.5.42) hasta que se lo piden: lo que
muestra al abrir es el valor guardado, y ese debe ser el del PDF que va con él.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generador.documento.apertura import abrir
from generador.documento.campos import Campo, campos
from generador.documento.cuerpo.remisiones import PAGINA
from generador.documento.ooxml import W, escribir_xml, valor
from generador.documento.paquete import escribir_paquete

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generador.documento.apertura import Paquete

# Con «\p» el campo dice «más arriba» y no un número.
_ORDEN: Final = re.compile(r'PAGEREF\s+"?(?P<marcador>[^\s"]+)"?(?:\s+\\h|\s+\\\*\s*MERGEFORMAT)*')
_SALTAN: Final = frozenset({"oddPage", "evenPage"})


def marcadores_remitidos(paquete: Paquete) -> frozenset[str]:
    """Los marcadores a cuya página se remite y que la tienen igual en el papel y en la cuenta.

    Ninguno si el documento numera sus páginas de otro modo (empieza en otro número, usa romanos o
    salta a página impar): ahí la hoja 3 del PDF puede no ser la página 3.
    """
    arboles = paquete.impresos()
    propia = any(n.attrib for arbol in arboles for n in arbol.iter(W + "pgNumType"))
    salta = any(valor(n) in _SALTAN for arbol in arboles for n in arbol.iter(W + "type"))
    if propia or salta:
        return frozenset()
    pedidos = (_marcador(campo) for arbol in arboles for campo in campos(arbol))
    return frozenset(marcador for marcador in pedidos if marcador)


def con_paginas(docx: bytes, paginas: Mapping[str, int]) -> bytes:
    """El .docx con la página de cada marcador escrita donde se remite a ella.

    El campo deja de estar pendiente. El marcador que no está en `paginas` queda como estaba; si
    ninguno está, devuelve los mismos bytes.
    """
    return _reescrito(docx, {marcador: str(pagina) for marcador, pagina in paginas.items()})


def sin_paginas(docx: bytes) -> bytes:
    """El .docx sin el número de las páginas a las que remite, para comparar lo demás."""
    pedidos = (_marcador(c) for arbol in abrir(docx).impresos() for c in campos(arbol))
    return _reescrito(docx, dict.fromkeys(filter(None, pedidos), PAGINA))


def _reescrito(docx: bytes, valores: Mapping[str, str]) -> bytes:
    if not valores:
        return docx
    paquete = abrir(docx)
    cambiadas = {}
    for nombre in paquete.clases:
        arbol = paquete.arboles[nombre]
        hechos = [_escribir(campo, valores) for campo in campos(arbol)]
        if any(hechos):
            cambiadas[nombre] = escribir_xml(arbol)
    return escribir_paquete({**paquete.partes, **cambiadas}) if cambiadas else docx


def _marcador(campo: Campo) -> str:
    """El marcador a cuya página remite un campo con su valor guardado, o vacío."""
    orden = _ORDEN.fullmatch(campo.instruccion)
    return orden["marcador"] if orden and campo.textos else ""


def _escribir(campo: Campo, valores: Mapping[str, str]) -> bool:
    """Cambia el valor guardado del campo, si se sabe; dice si lo hizo."""
    nuevo = valores.get(_marcador(campo))
    if nuevo is None:
        return False
    # Word parte el valor en corridas cuando lo guarda: va todo en la primera.
    primero, *demas = campo.textos
    primero.text = nuevo
    for otro in demas:
        otro.text = ""
    campo.inicio.attrib.pop(W + "dirty", None)
    return True
