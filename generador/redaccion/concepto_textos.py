"""Los textos fijos de un concepto: los de la entidad, o los que la oficina cambia en el caso."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.citas.gramatica import determinar
from generador.lengua.fechas import fecha_larga
from generador.marcado.lectura import marcar
from generador.marcado.literal import escapar
from generador.modelo.concepto import FORMATO_2022, FORMATO_2025
from generador.modelo.falta import Falta
from generador.redaccion.documento import si_hay
from generador.redaccion.puntaje import datos_de_puntajes
from generador.redaccion.textos import DATO
from generador.reglas.concepto.parametros import ARCHIVO, parametros

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generador.marcado.bloques import Bloque
    from generador.modelo.concepto import CasoConcepto
    from generador.redaccion.textos import Textos


def formato_de(caso: CasoConcepto) -> str:
    """El formato escrito; en un borrador que no lo dice, el de las partes que trae."""
    if not isinstance(caso.formato, Falta):
        return caso.formato
    return FORMATO_2022 if caso.consideraciones else FORMATO_2025


def datos(caso: CasoConcepto) -> Mapping[str, str]:
    """Los datos que los textos traen con {dato: …}: la radicación, el traslado y los puntajes."""
    propios = {
        "radicacion: numero": str(caso.radicacion.numero),
        "radicacion: fecha": str(si_hay(fecha_larga, caso.radicacion.fecha)),
    }
    if caso.traslado is not None:
        propios |= {
            "traslado: entidad": str(si_hay(determinar, caso.traslado.de)),
            "traslado: oficio": str(caso.traslado.oficio),
            "traslado: fecha": str(si_hay(fecha_larga, caso.traslado.fecha)),
        }
    return {**propios, **datos_de_puntajes(caso.puntajes)}


def texto_fijo(nombre: str, caso: CasoConcepto, textos: Textos) -> tuple[Bloque, ...]:
    """Los bloques del texto fijo de ese nombre."""
    cambiado = getattr(caso.textos_fijos, nombre, None)
    if cambiado is not None:
        return textos.bloques(cambiado)
    valores = datos(caso)
    fijo = parametros().textos[formato_de(caso)][nombre].texto
    return marcar(DATO.sub(lambda h: escapar(valores[h[1]]), fijo), archivo=ARCHIVO.name).bloques
