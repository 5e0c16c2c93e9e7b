"""The templates: where they come from, and what they can call."""

from collections.abc import Callable, Sequence
from dataclasses import is_dataclass
from pathlib import Path

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cxmap.report.draw.bars import bullet, spark
from cxmap.report.draw.clock import clock
from cxmap.report.draw.curve import axis, curve, mini
from cxmap.report.draw.overlay import overlay, overlay_axis
from cxmap.report.draw.ribbon import ribbon
from cxmap.report.draw.strip import strip
from cxmap.report.draw.symbol import glyph, icon
from cxmap.report.hyphens import hyphenator
from cxmap.report.rich import code, is_safe_link, note
from cxmap.report.say import sentence
from cxmap.report.trusted import Trusted
from cxmap.resources import templates

DRAWINGS: dict[str, Callable[..., object]] = {
    "axis": axis,
    "bullet": bullet,
    "clock": clock,
    "curve": curve,
    "g": glyph,
    "icon": icon,
    "mini": mini,
    "overlay": overlay,
    "overlay_axis": overlay_axis,
    "ribbon": ribbon,
    "spark": spark,
    "strip": strip,
}
"""The functions that templates draw with: plain values in, SVG out."""


class Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, quick about our own views, which are records and nothing else."""

    def getattr(self, obj: object, attribute: str) -> object:
        """An attribute of an object, where it is safe to hand out."""
        ours = type(obj) in _VIEWS or _is_view(type(obj))
        if ours and attribute[:1] != "_" and hasattr(obj, attribute):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


_VIEWS: set[type] = set()


def _is_view(kind: type) -> bool:
    """Whether objects of a type are views of ours; noted, as it is asked a million times."""
    ours = is_dataclass(kind) and kind.__module__.startswith(("cxmap.report.", "cxmap.programme"))
    if ours:
        _VIEWS.add(kind)
    return ours


class _Within(FileSystemLoader):
    """Templates of one folder; a link that leads out of it is as if it were not there."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        source, file, fresh = super().get_source(environment, template)
        root = Path(self.searchpath[0]).resolve()
        if not Path(file).resolve().is_relative_to(root):
            raise TemplateNotFound(template)
        return source, file, fresh


def loader(own: Sequence[Path]) -> BaseLoader:
    """Where templates come from: the given folders, the first one first, and ours after them."""
    return ChoiceLoader([_Within(str(folder)) for folder in (*own, templates() / "report")])


def environment(own: Sequence[Path], language: str) -> Environment:
    """What pages are laid out with: escaping, strict about names that nobody set.

    Where any template is a workspace's own, all of them are kept in a sandbox.

    Args:
        own: folders whose templates stand before ours, file by file, the first one first.
        language: of the maps, for hyphens.
    """
    kind = Sandbox if own else Trusted
    made = kind(
        loader=loader(own),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    made.globals.update(DRAWINGS)
    made.filters.update(note=note, code=code, sentence=sentence, soft=hyphenator(language))
    made.tests["safe_link"] = is_safe_link
    return made
