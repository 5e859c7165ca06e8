"""Ninguna plantilla ejecuta código, lee atributos de Python ni llena la memoria."""

from collections.abc import Callable

import pytest

from generador.errores import ErrorDePlantilla
from tests.plantilla.taller import con_notas, hacer, hacer_con_xml, llamada, rendir

CARGAS = (
    # CVE-2016-10745, CVE-2019-10906: str.format y format_map
    "{{ '{0.__class__.__mro__}'.format(x) }}",
    "{{ '{x.__class__}'.format_map({'x': 1}) }}",
    "{{ x.format(x) }}",
    "{{ x.format_map(d) }}",
    "{{ ('{0.__class__}'|safe).format(1) }}",
    # CVE-2024-56326: referencia indirecta a format
    "{{ ['{0.__class__}'.format]|map('call')|list }}",
    "{% set f = x.format %}{{ f(1) }}",
    "{{ x['format'](1) }}",
    # CVE-2024-56201: nombre de plantilla al compilar
    '{% include \'""" + __import__("os") + """\' %}',
    "{% import 'os' as o %}",
    "{% from 'os' import system %}",
    "{% extends '/etc/passwd' %}",
    # CVE-2025-27516: |attr
    "{{ x|attr('format')(1) }}",
    "{{ x|attr('__class__') }}",
    "{{ [x]|map(attribute='__class__')|list }}",
    "{{ d|map('attr', '__class__')|list }}",
    # GHSA-v5gf-r78h-55q6: objetos de docxtpl al alcance de la plantilla
    "{{ img.tpl.save('canario') }}",
    "{{ x.tpl }}",
    "{{ x|attr('tpl') }}",
    # CVE-2020-5219, CVE-2024-14020, CVE-2024-37301: salir por el constructor
    "{{ constructor.constructor('return 1')() }}",
    "{{ x.constructor }}",
    "{{ x.__init__.__globals__ }}",
    # lo de siempre
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ x.__class__ }}",
    "{{ x['__class__'] }}",
    "{{ x['__cl' ~ 'ass__'] }}",
    "{{ x['__cl' + 'ass__'] }}",
    "{{ d._valores }}",
    "{{ d['_valores'] }}",
    "{{ d.__class__ }}",
    "{{ d.items() }}",
    "{{ d.keys }}",
    "{{ d.update({'a': 1}) }}",
    "{{ l.append(1) }}",
    "{{ l.count }}",
    "{{ l['count'] }}",
    "{{ x.upper() }}",
    "{{ x.encode }}",
    "{{ n.real }}",
    "{{ n.to_bytes(2, 'big') }}",
    "{{ self }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ loop }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ joiner() }}",
    "{{ namespace(a=1) }}",
    "{{ lipsum() }}",
    "{{ lipsum.__globals__ }}",
    "{{ dict(a=1) }}",
    "{{ range(3) }}",
    "{{ request }}",
    "{{ config }}",
    "{{ __builtins__ }}",
    "{{ ().__class__ }}",
    "{{ {}.__class__ }}",
    "{{ {'a': 1} }}",
    "{% for i in l %}{{ loop.__class__ }}{% endfor %}",
    "{% for i in l %}{{ loop._iterable }}{% endfor %}",
    "{% for i in l %}{{ loop.cycle('a') }}{% endfor %}",
    "{% for i in l %}{{ loop.changed(1) }}{% endfor %}",
    "{% for i in l recursive %}{{ loop(l) }}{% endfor %}",
    "{% macro m() %}x{% endmacro %}{{ m() }}",
    "{% call x() %}{% endcall %}",
    "{% filter upper %}x{% endfilter %}",
    "{% set a %}x{% endset %}",
    "{% set d.a = 1 %}",
    "{% set ns.a = 1 %}",
    "{% autoescape false %}{{ x }}{% endautoescape %}",
    "{% raw %}{{ x }}{% endraw %}",
    "{% do x %}",
    "{% debug %}",
    "{% with a = x %}{{ a }}{% endwith %}",
    "{% block b %}{% endblock %}",
    "{{ x|safe }}",
    "{{ x|xmlattr }}",
    "{{ x|pprint }}",
    "{{ x|map('upper') }}",
    "{{ x|format(1) }}",
    "{{ x is callable }}",
    "{{ x is filter }}",
    # formato crudo y extensiones de docxtpl
    "{{p x }}",
    "{{r x }}",
    "{{tr x }}",
    "{% colspan n %}",
    "{% cellbg x %}",
    # memoria y tiempo
    "{{ 'a' * 10**9 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ '%999999999d' % 1 }}",
    "{{ x ~ x }}",
    "{{ x + x }}",
    "{{ l + l }}",
    "{{ n * n }}",
    "{{ " + "(" * 3000 + "x" + ")" * 3000 + " }}",
    "{{ " + "9" * 5000 + " }}",
    "{% for a in l %}" * 5 + "x" + "{% endfor %}" * 5,
)
CONTEXTO: dict[str, object] = {"x": "{0.__class__}", "n": 3, "l": ["a", "b"], "d": {"k": "v"}}


def _escapada(carga: str) -> str:
    return carga.replace("&", "&amp;").replace("<", "&lt;")


LUGARES: dict[str, Callable[[str], bytes]] = {
    "cuerpo": hacer,
    "encabezado": lambda c: hacer("x", encabezado=c),
    "pie de página": lambda c: hacer("x", pie=c),
    "notas al pie": lambda c: con_notas(hacer_con_xml(llamada(1)), {1: _escapada(c)}),
}


@pytest.mark.parametrize("lugar", LUGARES)
@pytest.mark.parametrize("carga", CARGAS, ids=range(len(CARGAS)))
def test_ninguna_carga_prospera(carga: str, lugar: str) -> None:
    with pytest.raises(ErrorDePlantilla, match=lugar):
        rendir(LUGARES[lugar](carga), CONTEXTO)


def test_son_suficientes() -> None:
    assert len(set(CARGAS)) >= 60


def test_un_ciclo_dentro_de_otro_no_llena_la_memoria(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generador.plantilla.parte.TOPE_SALIDA", 100_000)
    plantilla = hacer("{% for a in l %}{% for b in l %}{{ x }}{% endfor %}{% endfor %}")
    with pytest.raises(ErrorDePlantilla, match="desmedido"):
        rendir(plantilla, {"l": ["a"] * 1000, "x": "z" * 100})
