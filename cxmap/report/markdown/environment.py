"""The templates of Markdown pages, in which every text that is written is escaped by itself."""

import re
from collections.abc import Callable, Sequence
from html import escape, unescape
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from cxmap.output.cell import cell
from cxmap.report.environment import Sandbox, loader
from cxmap.report.markdown import marks, mermaid
from cxmap.report.markdown.details import details
from cxmap.report.rich import is_safe_link
from cxmap.report.rich import note as as_html
from cxmap.report.say import sentence

_TAG = re.compile(r"(<[^>]*>)")
_ADDRESS = "/:?&=%#+,;@-._~"  # what an address is made of besides letters and digits


def environment(own: Sequence[Path]) -> Environment:
    """What pages are laid out with: sandboxed, escaping, strict about names that nobody set.

    Args:
        own: folders whose templates stand before ours, file by file, the first one first.
    """
    made = Sandbox(
        loader=loader(own),
        autoescape=True,
        finalize=literal,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals.update(FUNCTIONS)
    made.filters.update(note=note, sentence=sentence)
    made.tests["safe_link"] = is_safe_link
    return made


def literal(value: object) -> Markup:
    """What stands between double braces in a template: a text as text, markup of ours as it is."""
    return value if isinstance(value, Markup) else Markup(cell(str(value)))  # noqa: S704 (escaped)


def link(words: str, address: str) -> Markup:
    """Words that lead somewhere; the words alone where the address is empty.

    Args:
        words: what is read.
        address: a page of the report or a place on it, or an address that `safe_link` allows.
    """
    if not address:
        return literal(words)
    return Markup(f"[{cell(words)}]({quote(address, safe=_ADDRESS)})")  # noqa: S704 (escaped)


def anchor(name: str) -> Markup:
    """A place on a page that links lead to."""
    return Markup(f'<a name="{escape(name)}"></a>')  # noqa: S704 (escaped)


def note(text: str) -> Markup:
    """A note, which is Markdown itself, as the tags it stands for, on one line.

    So neither its lists nor its blank lines break a table or a list around it.
    """
    parts = _TAG.split(as_html(text))
    words = (part if n % 2 else cell(unescape(part)) for n, part in enumerate(parts))
    return Markup("".join(words).strip())  # noqa: S704 (tags of ours, and escaped text)


FUNCTIONS: dict[str, Callable[..., object]] = {
    "anchor": anchor,
    "bar": marks.bar,
    "curves": mermaid.curves,
    "details": details,
    "link": link,
    "peaks": mermaid.peaks,
    "spark": marks.spark,
    "strip": marks.strip,
    "unrated": mermaid.unrated,
}
"""What templates can call besides what Jinja brings."""
