"""The page of a kind of change as Markdown."""

from collections.abc import Iterator, Sequence

from cxmap.diff.kind import ChangeKind
from cxmap.output.kinds._facts import said, setting
from cxmap.output.results import Format, Look


def _write(kinds: Sequence[ChangeKind], _look: Look) -> str:
    return "\n".join("\n".join(_page(kind)) for kind in kinds)


def _page(kind: ChangeKind) -> Iterator[str]:
    page = kind.page
    yield f"## {kind.name}\n"
    for text in (f"{page.finds} {page.why}".strip(), page.more):
        if text:
            yield f"{text}\n"
    for title, sample in (("Before", page.bad), ("After", page.good)):
        if sample:
            yield f"{title}:\n\n```yaml\n{sample}\n```\n"
    yield f"{said(kind)} In `cxmap.yaml`: `{setting(kind)}`\n"


FORMAT = Format("markdown", _write)
