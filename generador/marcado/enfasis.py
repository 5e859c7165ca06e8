"""Negrilla y cursiva: las de CommonMark, menos los asteriscos y guiones que son texto."""

from __future__ import annotations

from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.emphasis import tokenize as enfasis_de_commonmark

from generador.marcado.pasos import poner


def asteriscos(state: StateInline) -> bool:
    """Negrilla y cursiva; los renglones para llenar y los asteriscos de cuentas son literales."""
    marca, inicio = state.src[state.pos], state.pos
    fin = inicio
    while fin < state.posMax and state.src[fin] == marca:
        fin += 1
    corrida = state.src[inicio:fin]
    antes, despues = state.src[max(0, inicio - 1) : inicio], state.src[fin : fin + 1]
    para_llenar = len(corrida) > (3 if marca == "*" else 2)
    en_palabra = antes.isalnum() and despues.isalnum()
    llamada = antes == "(" and despues == ")"
    if para_llenar or en_palabra or llamada:
        return poner(state, corrida)
    enfasis_de_commonmark(state, silent=False)
    delimitador = state.delimiters[-1]
    puestas = state.tokens[-len(corrida) :]
    state.env["marcas"].append((inicio, puestas, delimitador))
    abre = delimitador.open and marca == "*"
    if abre or (len(corrida) > 1 and (delimitador.open or delimitador.close)):
        state.env["abiertas"].append((inicio, marca, puestas))
    return True


def sin_pareja(state: StateInline) -> None:
    """Lo que abre y no cierra: se vería el asterisco en el acto."""
    for posicion, marca, puestas in state.env["abiertas"]:
        if all(ficha.type != "text" or ficha.content != marca for ficha in puestas):
            continue
        signo = marca * len(puestas)
        # Una llamada como «*Valores en millones» es texto legítimo: se avisa y queda.
        codigo = "MAR011" if len(puestas) == 1 else "MAR007"
        literal = f"\\{marca}" * len(puestas)
        remedio = (
            "Debe ir pegado a la primera y a la última letra de lo que resalta, y del otro "
            f"lado llevar espacio o puntuación. Si es literal, escriba «{literal}»."
        )
        mensaje = f"«{signo}» no tiene pareja en su párrafo, o está mal puesto."
        state.env["sucesos"].append((posicion, codigo, mensaje, remedio))


def cruzadas(state: StateInline) -> None:
    """Una negrilla o cursiva dentro de otra igual: CommonMark pierde sus signos en silencio.

    Así queda «**mal *cruz** ada*»: la primera que cierra no es la última que abrió. Con guiones
    bajos («**mal _cruz** ada_») no los pierde: los deja escritos.
    """
    lugares = {id(ficha): inicio for inicio, puestas, _ in state.env["marcas"] for ficha in puestas}
    abiertas = {"strong": 0, "em": 0}
    for ficha in state.tokens:
        if ficha.tag in abiertas:
            abiertas[ficha.tag] += ficha.nesting
            if ficha.nesting > 0 and abiertas[ficha.tag] > 1:
                _cruzada(state, lugares[id(ficha)], ficha.markup)
                return
    abierta: int | None = None
    for inicio, puestas, delimitador in state.env["marcas"]:
        if puestas[0].type != "text" or puestas[0].content != "_":
            continue
        if delimitador.close and not delimitador.open and abierta is not None:
            _cruzada(state, abierta, "_")
            return
        if delimitador.open and not delimitador.close and abierta is None:
            abierta = inicio


def _cruzada(state: StateInline, posicion: int, signo: str) -> None:
    mensaje = f"«{signo}» se cruza con otro: no se sabe qué va en negrilla o en cursiva."
    remedio = (
        "Cierre primero lo que abrió de última: «**negrilla *y cursiva* juntas**». Si el signo es "
        "literal, póngale una barra delante."
    )
    state.env["sucesos"].append((posicion, "MAR007", mensaje, remedio))
