"""The page of a kind of change for a terminal."""

from collections.abc import Iterator, Sequence
from textwrap import indent

from cxmap.diff.kind import ChangeKind
from cxmap.output.ink import painter
from cxmap.output.kinds._facts import said, setting
from cxmap.output.plain import folded
from cxmap.output.results import Format, Look

_INDENT = "  "


def _write(kinds: Sequence[ChangeKind], look: Look) -> str:
    return "\n\n".join("\n".join(_page(kind, look)) for kind in kinds) + "\n"


def _page(kind: ChangeKind, look: Look) -> Iterator[str]:
    paint = painter(look)
    page = kind.page
    yield paint(kind.name, "title")
    yield from folded(said(kind), look.width)
    for text in (page.finds, page.why, page.more):
        if text:
            yield from ("", *folded(text.replace("\n\n", " "), look.width))
    for title, sample in (("Before", page.bad), ("After", page.good)):
        if sample:
            yield from ("", paint(title, "title"), indent(sample, _INDENT))
    yield from ("", paint("To weigh it otherwise", "title"), _INDENT + setting(kind))


FORMAT = Format("text", _write)
