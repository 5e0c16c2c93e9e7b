"""Our own templates, compiled to quicker code: no sandbox, the same escaping and strictness."""

import html
from collections.abc import Callable
from keyword import iskeyword

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape


class _Direct(CodeGenerator):
    """Reads attributes as Python does, and escapes texts without wrapping each of them."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (jinja2's name)
        """An attribute; a template of ours that asks for one that is not there is a bug of ours."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802 (jinja2's signature)
        """A call, of a function or macro that asks for no context."""
        self.write("environment.called(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        """What stands before every value that is put out; `)` comes after it."""
        del node, finalize
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            raise LookupError("templates of ours never switch escaping off")
        self.write("environment.escaped(")


class Trusted(Environment):
    """Lays out templates that came with cxmap.

    The sandbox asks at each of a million attributes whether it may be read. That is worth its time
    for templates out of a workspace, and for no others.
    """

    code_generator_class = _Direct

    @staticmethod
    def called(function: Callable[..., object], *arguments: object, **named: object) -> object:
        """What a function or macro makes of its arguments."""
        return function(*arguments, **named)

    @staticmethod
    def escaped(value: object) -> str:
        """A value as text in which nothing is markup but what is known to be."""
        if type(value) is str:
            # Quotes are spelled as in the sandbox, so that both make the same bytes.
            return html.escape(value, quote=False).replace('"', "&#34;").replace("'", "&#39;")
        return value if type(value) is Markup else escape(value)
