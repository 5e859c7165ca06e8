"""Cómo se escribe un valor en el XML: se comprueba y se escapa al pasar, sin barrer la salida.

Jinja llama a `finalize` y luego a `escape` por cada valor; aquí `finalize` ya devuelve XML, y el
código que Jinja genera lo escribe tal cual. Todo valor pasa por ahí: no hay otra salida.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import nodes
from jinja2.compiler import CodeGenerator

if TYPE_CHECKING:
    from jinja2.compiler import Frame


class Generador(CodeGenerator):
    """El generador de código de Jinja para un ambiente cuyo `finalize` ya devuelve XML."""

    def _output_child_pre(
        self,
        node: nodes.Expr,  # noqa: ARG002  # firma de Jinja
        frame: Frame,  # noqa: ARG002  # firma de Jinja
        finalize: CodeGenerator._FinalizeInfo,
    ) -> None:
        self.write(finalize.src or "str(")

    def _output_child_post(
        self,
        node: nodes.Expr,  # noqa: ARG002  # firma de Jinja
        frame: Frame,  # noqa: ARG002  # firma de Jinja
        finalize: CodeGenerator._FinalizeInfo,  # noqa: ARG002  # firma de Jinja
    ) -> None:
        self.write(")")

    def _output_child_to_const(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> str:
        if not isinstance(node, nodes.TemplateData):
            # Un valor fijo también pasa por `finalize`, al rendir.
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)
