"""Artículos y parágrafos: cómo se reconocen y qué les pertenece.

`Artículo {etiqueta}. **Título.** Texto` se numera solo; `Artículo 87. **Título.** Texto` conserva
su número, y dentro de una cita el número es obligatorio: es el de la otra norma. El título es lo
que va en negrilla, que también puede abarcar la palabra: `**Artículo 87. Título.** Texto`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from generador.marcado.bloques import (
    Articulo,
    Bloque,
    Encabezado,
    Enlace,
    EnLinea,
    Paragrafo,
    Parrafo,
    Remision,
    SaltoDeLinea,
    Texto,
)
from generador.marcado.contexto import Contexto, Linea
from generador.marcado.cuerpo import Cuerpo
from generador.marcado.en_linea import leer_en_linea
from generador.marcado.parecidos import PROSA, rotulo_descuidado, rotulo_raro
from generador.marcado.senales import ARTICULO

PEGADO = re.compile(r"\s.*", re.DOTALL)  # desde el primer espacio, también el duro


def regla_articulo(cuerpo: Cuerpo, i: int) -> int:
    """Lee el artículo o parágrafo que empieza en el renglón `i`, con su primer párrafo."""
    hallado = ARTICULO.match(cuerpo.lineas[i].texto)
    if not hallado or _es_mencion(cuerpo, i, hallado):
        return i
    fin = cuerpo.seguidas(i)
    lineas = [_sin_rotulo(cuerpo.lineas[i], hallado), *cuerpo.lineas[i + 1 : fin]]
    cuerpo.ctx.etiquetar(hallado["etiqueta"] or "", cuerpo.lineas[i])
    es_articulo = _es_articulo(hallado)
    if es_articulo and cuerpo.en_cita and not hallado["numero"]:
        mensaje = "Un artículo transcrito lleva el número que tiene en su norma."
        cuerpo.ctx.error("MAR008", cuerpo.lineas[i], mensaje, "Escriba «Artículo 87.».")
    clase = _articulo if es_articulo else _paragrafo
    cuerpo.pendientes.append(partial(clase, cuerpo, hallado, lineas))
    return fin


def _es_articulo(hallado: re.Match[str]) -> bool:
    return hallado["rotulo"].lower().startswith("art")


def _es_mencion(cuerpo: Cuerpo, i: int, hallado: re.Match[str]) -> bool:
    """En una nota o en una lista no se abre un artículo: queda como se escribió.

    El que iba a numerarse solo, o a empezar donde la lista ya tenía su texto, es un error.
    """
    if not (cuerpo.en_elemento or cuerpo.ctx.en_nota):
        return False
    sin_numero = not hallado["numero"] and hallado["cierre"] == "."
    if not cuerpo.en_cita and (hallado["etiqueta"] or sin_numero or (cuerpo.en_elemento and i)):
        mensaje = f"«{hallado['rotulo']}» está dentro de una lista o de una nota."
        remedio = (
            "Si es del acto, sáquelo sin sangría, después de un renglón en blanco; si es una "
            "mención, póngale una barra antes del punto."
        )
        cuerpo.ctx.error("MAR008", cuerpo.lineas[i], mensaje, remedio)
    return True


def regla_rotulo_raro(cuerpo: Cuerpo, i: int) -> int:
    """Lo que parece un artículo o parágrafo y no lo es: se dice, y queda como párrafo."""
    texto = cuerpo.lineas[i].texto
    if cuerpo.en_elemento or cuerpo.ctx.en_nota or ARTICULO.match(texto):
        return i
    # Una transcripción puede decir «Art. 5.-»: se deja como está.
    senal = rotulo_raro(texto) or ("" if cuerpo.en_cita else rotulo_descuidado(texto))
    if senal and (senal != texto or not _sigue_la_frase(cuerpo, i)):
        mensaje = f"«{senal.strip()}» parece un artículo o un parágrafo, y no se entiende."
        remedio = (
            "Escriba «Artículo 1. **Objeto.** Texto» (o sin el número). Si es una mención, "
            "empiece por «El artículo…»; si es literal, ponga una barra antes del signo."
        )
        cuerpo.ctx.error("MAR008", cuerpo.lineas[i], mensaje, remedio)
    return i


def _sigue_la_frase(cuerpo: Cuerpo, i: int) -> bool:
    """«Artículo 5⏎de la Ley» es una frase; «ARTÍCULO PRIMERO⏎Objeto», no."""
    return cuerpo.seguidas(i) > i + 1 and PROSA.match(cuerpo.lineas[i + 1].texto) is not None


def _cierre(cuerpo: Cuerpo, hallado: re.Match[str]) -> str:
    """Lo transcrito conserva su «.-» o su «:»; lo del acto sale siempre «Artículo 1.»."""
    return hallado["cierre"] if cuerpo.en_cita else "."


def _marca(hallado: re.Match[str]) -> str:
    return hallado["marca"] or hallado["marca2"]


def _sin_rotulo(linea: Linea, hallado: re.Match[str]) -> Linea:
    """Lo que sigue al punto del rótulo; si la negrilla que lo abarcaba sigue, se vuelve a abrir."""
    resto = linea.desde(hallado.end())._replace(sangria=0)
    marca = _marca(hallado)
    if not marca or hallado["fin"]:
        return resto
    if linea.texto.startswith(marca, hallado.end()):
        return linea.desde(hallado.end() + len(marca))._replace(sangria=0)
    return Linea(marca + resto.texto, 0, resto.numero, resto.columna - len(marca))


def _articulo(cuerpo: Cuerpo, hallado: re.Match[str], lineas: list[Linea]) -> Articulo:
    titulo, bloques = _titulo_y_texto(cuerpo.ctx, lineas, _marca(hallado))
    return Articulo(
        hallado["numero"].strip() or ("" if cuerpo.en_cita else None),
        bloques,
        titulo,
        hallado["etiqueta"] or "",
        hallado["rotulo"],
        hallado["comilla"],
        _cierre(cuerpo, hallado),
        linea=lineas[0].numero,
    )


def _paragrafo(cuerpo: Cuerpo, hallado: re.Match[str], lineas: list[Linea]) -> Paragrafo:
    titulo, bloques = _titulo_y_texto(cuerpo.ctx, lineas, _marca(hallado))
    escrito = hallado["numero"].strip()
    automatico = not cuerpo.en_cita and escrito.lower() in ("", "transitorio", "transitoria")
    return Paragrafo(
        None if automatico else escrito,
        bloques,
        titulo,
        "transitori" in escrito.lower(),
        hallado["etiqueta"] or "",
        hallado["rotulo"],
        hallado["comilla"],
        _cierre(cuerpo, hallado),
        linea=lineas[0].numero,
    )


def _titulo_y_texto(
    ctx: Contexto, lineas: list[Linea], marca: str
) -> tuple[tuple[EnLinea, ...], tuple[Bloque, ...]]:
    """El título (lo resaltado del comienzo) y el primer párrafo, si queda algo."""
    contenido = leer_en_linea(ctx, [x for x in lineas if x.texto])
    cursiva = marca == "*"
    corte = 0
    for k, parte in enumerate(contenido):
        resaltada = _resaltada(parte, cursiva=cursiva)
        if resaltada is False:
            break
        corte = k + 1 if resaltada else corte
    if cursiva and corte == len(contenido):
        corte = 0  # una transcripción toda en cursiva no es toda título
    titulo = [_sin_resalte(parte, cursiva=cursiva) for parte in contenido[:corte]]
    resto = list(contenido[corte:])
    while titulo and resto and _pegar(titulo, resto):
        pass
    if resto and isinstance(resto[0], SaltoDeLinea):
        resto.pop(0)
    if resto and isinstance(resto[0], Texto):
        texto = resto[0].texto.lstrip(" ")
        resto[:1] = [replace(resto[0], texto=texto)] if texto else []
    bloques = (Parrafo(tuple(resto), linea=lineas[0].numero),) if resto else ()
    return tuple(titulo), bloques


def _pegar(titulo: list[EnLinea], resto: list[EnLinea]) -> bool:
    """Pasa al título lo que le sigue sin espacio («**Objeto**. Crear»); falso si no hay más."""
    if isinstance(resto[0], SaltoDeLinea):
        return False
    parte = resto.pop(0)
    if not isinstance(parte, Texto):
        titulo.append(parte)
        return True
    pegado = PEGADO.sub("", parte.texto)
    if pegado != parte.texto:
        resto.insert(0, replace(parte, texto=parte.texto[len(pegado) :]))
    ultima = titulo[-1]
    if isinstance(ultima, Texto) and replace(ultima, texto=parte.texto) == parte:
        titulo[-1] = replace(ultima, texto=ultima.texto + pegado)
    elif pegado:
        titulo.append(replace(parte, texto=pegado))
    return pegado == parte.texto


def _resaltada(parte: EnLinea, *, cursiva: bool) -> bool | None:
    """Si es del título; `None` en lo que no tiene letra propia, como una nota."""
    if isinstance(parte, Texto | Remision):
        return parte.cursiva if cursiva else parte.negrita
    if isinstance(parte, Enlace):
        return all(_resaltada(dentro, cursiva=cursiva) is not False for dentro in parte.contenido)
    return None


def _sin_resalte(parte: EnLinea, *, cursiva: bool) -> EnLinea:
    """La letra del título la pone el estilo, no quien lo escribe."""
    if isinstance(parte, Texto | Remision):
        return _sin_letra(parte, cursiva=cursiva)
    if isinstance(parte, Enlace):
        dentro = (
            _sin_letra(x, cursiva=cursiva) if isinstance(x, Texto | Remision) else x
            for x in parte.contenido
        )
        return Enlace(parte.destino, tuple(dentro))
    return parte


def _sin_letra(parte: Texto | Remision, *, cursiva: bool) -> Texto | Remision:
    return replace(parte, cursiva=False) if cursiva else replace(parte, negrita=False)


def armar(cuerpo: Cuerpo) -> tuple[Bloque, ...]:
    """Los bloques de un cuerpo ya partido, con los artículos y parágrafos dueños de lo suyo."""
    bloques = [pendiente() for pendiente in cuerpo.pendientes]
    return _agrupar(cuerpo.ctx, bloques, en_cita=cuerpo.en_cita)


def _agrupar(ctx: Contexto, bloques: list[Bloque], *, en_cita: bool) -> tuple[Bloque, ...]:
    """Da a cada parágrafo y artículo lo que le sigue, hasta el próximo o hasta un encabezado."""
    salida = _repartir(bloques, Paragrafo, (Articulo, Encabezado))
    salida = _repartir(salida, Articulo, (Encabezado,))
    for dueno in salida:
        _con_texto(ctx, dueno)
    if not en_cita:
        _sin_mezcla(ctx, [b for b in salida if isinstance(b, Articulo)])
        _con_dueno(ctx, salida)
        for dueno in salida:
            hijos = dueno.bloques if isinstance(dueno, Articulo) else ()
            _sin_mezcla(ctx, [b for b in hijos if isinstance(b, Paragrafo)])
    return tuple(salida)


def _con_dueno(ctx: Contexto, bloques: Sequence[Bloque]) -> None:
    """Donde hay artículos, un parágrafo sin número es de alguno: aquí se numeraría mal."""
    if not any(isinstance(bloque, Articulo) for bloque in bloques):
        return
    for bloque in bloques:
        if isinstance(bloque, Paragrafo) and bloque.numero is None:
            mensaje = f"«{bloque.rotulo}» no es de ningún artículo."
            remedio = "Póngalo debajo de su artículo, antes de otro título."
            ctx.error("MAR008", Linea("", 0, bloque.linea, 1), mensaje, remedio)


def _con_texto(ctx: Contexto, bloque: Bloque) -> None:
    """Un artículo o parágrafo dice algo, aunque sea en su título («Derogado.»)."""
    if not isinstance(bloque, Articulo | Paragrafo):
        return
    if not bloque.bloques and not bloque.titulo:
        mensaje = f"«{bloque.rotulo}» está sin texto."
        remedio = "Escríbalo después del punto, o borre el renglón."
        ctx.error("MAR008", Linea("", 0, bloque.linea, 1), mensaje, remedio)
    for hijo in bloque.bloques:
        _con_texto(ctx, hijo)


def _repartir(
    bloques: list[Bloque],
    clase: type[Articulo | Paragrafo],
    cierran: tuple[type[Bloque], ...],
) -> list[Bloque]:
    salida: list[Bloque] = []
    dueno: Articulo | Paragrafo | None = None
    propios: list[Bloque] = []
    for bloque in bloques:
        abre = isinstance(bloque, clase)
        if dueno and (abre or isinstance(bloque, cierran)):
            salida.append(replace(dueno, bloques=(*dueno.bloques, *propios)))
            dueno = None
        if isinstance(bloque, Articulo | Paragrafo) and abre:
            dueno, propios = bloque, []
        else:
            (propios if dueno else salida).append(bloque)
    if dueno:
        salida.append(replace(dueno, bloques=(*dueno.bloques, *propios)))
    return salida


def _sin_mezcla(ctx: Contexto, hermanos: Sequence[Articulo | Paragrafo]) -> None:
    """Unos con número escrito y otros sin él: los automáticos chocarían con los escritos.

    «Parágrafo transitorio.» va sin número aunque los demás lo lleven.
    """
    hermanos = [h for h in hermanos if isinstance(h, Articulo) or not h.transitorio]
    for hermano in hermanos:
        if (hermano.numero is None) != (hermanos[0].numero is None):
            mensaje = f"Unos llevan el número escrito y este «{hermano.rotulo}», no, o al revés."
            remedio = "Numérelos todos o ninguno: sin número, se numeran solos."
            ctx.error("MAR008", Linea("", 0, hermano.linea, 1), mensaje, remedio)
            return
