"""The page of a kind of change as JSON."""

from collections.abc import Sequence
from typing import Any

from cxmap.diff.kind import ChangeKind
from cxmap.output.as_json import dumps
from cxmap.output.results import Format, Look


def _write(kinds: Sequence[ChangeKind], _look: Look) -> str:
    return dumps({"version": 1, "kinds": [_record(kind) for kind in kinds]}) + "\n"


def _record(kind: ChangeKind) -> dict[str, Any]:
    page = kind.page
    return {
        "name": kind.name,
        "level": kind.level.word,
        "finds": page.finds,
        "why": page.why,
        "more": page.more,
        "before": page.bad,
        "after": page.good,
    }


FORMAT = Format("json", _write)
