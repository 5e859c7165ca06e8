"""El esquema JSON de un caso: con él, el editor completa, explica y señala mientras se escribe.

Se vuelca en draft-07, la versión que entienden los editores de YAML. En ella los hermanos de un
`$ref` se ignoran: la descripción va en la propiedad y el `$ref` dentro de un `allOf`.

El esquema no reemplaza a `minuta validar`: señala claves desconocidas o ausentes, opciones y
formas; las fechas imposibles, los dígitos de verificación y las sumas los revisa Minuta. Señala
de más en un solo caso: `true`, `false` o `null` como texto libre, que hay que poner entre comillas.

Fuente: JSON Schema draft-07 (https://json-schema.org/specification-links#draft-7).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from generador.modelo import formas

if TYPE_CHECKING:
    from generador.modelo.comunes import Modelo
    from generador.modelo.formas import Forma

BORRADOR = "http://json-schema.org/draft-07/schema#"
REFERENCIA = "#/definitions/{model}"

# Lo que se conserva de cada propiedad; el título automático repetiría la clave sin tildes.
_CONSERVADAS = ("type", "anyOf", "pattern", "patternErrorMessage", "examples")


class _SinTitulos(GenerateJsonSchema):
    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 -- firma de pydantic
        """El título de una propiedad es su clave: no se inventa otro."""
        return False


def esquema(modelo: type[Modelo], titulo: str) -> Forma:
    """El esquema JSON draft-07 de un caso de `modelo`.

    Args:
        modelo: el modelo del documento, como `CasoSuscripcionPlan`.
        titulo: cómo se llama el documento en el editor, como `suscripcion-plan`.

    Returns:
        El esquema en `dict` y `list` puros, con las propiedades en el orden del modelo y una
        descripción en cada una.
    """
    crudo = modelo.model_json_schema(ref_template=REFERENCIA, schema_generator=_SinTitulos)
    grupos = crudo.get("$defs", {})
    return {
        "$schema": BORRADOR,
        "title": titulo,
        "description": _en_una_linea(crudo["description"]),
        "type": "object",
        **_grupo(crudo, grupos),
        "definitions": {nombre: _grupo(grupo, grupos) for nombre, grupo in grupos.items()},
    }


def volcar(modelo: type[Modelo], titulo: str) -> str:
    """El esquema como texto JSON, con las tildes a la vista y salto de línea al final."""
    return json.dumps(esquema(modelo, titulo), ensure_ascii=False, indent=2) + "\n"


def _grupo(crudo: Forma, grupos: dict[str, Forma]) -> Forma:
    """Un grupo de campos. Sin `type` ni descripción: los pone cada clave que lo usa."""
    obligatorias = crudo.get("required", [])
    return {
        "additionalProperties": False,
        "required": obligatorias,
        "properties": {
            nombre: _propiedad(propiedad, grupos, obligatoria=nombre in obligatorias)
            for nombre, propiedad in crudo["properties"].items()
        },
    }


def _propiedad(crudo: Forma, grupos: dict[str, Forma], *, obligatoria: bool) -> Forma:
    # pydantic escribe `X | None` como anyOf de X y null; el vacío se admite con `opcional`.
    ramas = [r for r in crudo.get("anyOf", ()) if r != {"type": "null"}]
    varias = {**crudo, "anyOf": ramas} if ramas else crudo
    forma = _valor(ramas[0] if len(ramas) == 1 else varias, grupos)
    if "description" in crudo:
        forma["description"] = _en_una_linea(crudo["description"])
    if not obligatoria:
        forma = formas.opcional(forma)
    # Un vacío por defecto no es un valor que el asesor escriba.
    if crudo.get("default") not in (None, []):
        forma["default"] = _escrito(crudo["default"])
    return forma


def _valor(crudo: Forma, grupos: dict[str, Forma]) -> Forma:
    """La forma de un valor: un grupo, una lista o un escalar."""
    if "$ref" in crudo:
        nombre = crudo["$ref"].rpartition("/")[2]
        descripcion = _en_una_linea(grupos[nombre]["description"])
        return {"description": descripcion, "type": "object", "allOf": [{"$ref": crudo["$ref"]}]}
    if "items" in crudo:
        limites = {k: v for k, v in crudo.items() if k in ("minItems", "maxItems")}
        return {"type": "array", **limites, "items": _valor(crudo["items"], grupos)}
    return {k: v for k, v in crudo.items() if k in _CONSERVADAS}


def _escrito(valor: Any) -> str:
    """Un valor por defecto como lo escribiría el asesor."""
    if isinstance(valor, bool):
        return "sí" if valor else "no"
    return str(valor)


def _en_una_linea(texto: str) -> str:
    return " ".join(texto.split())
