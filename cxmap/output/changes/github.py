"""Annotations of a GitHub workflow run; what is gone is marked where it was in the new file.

GitHub keeps ten annotations of each level for a step, so what customers lose comes first and a
last notice says how many are left out.
"""

from collections import Counter
from collections.abc import Iterator

from cxmap.diff.change import Change
from cxmap.diff.comparison import Comparison
from cxmap.diff.level import Level
from cxmap.output.changed import Changed, levels, path_of
from cxmap.output.plain import plain
from cxmap.output.results import Format, Look
from cxmap.output.workflow import command, from_the_top
from cxmap.source.span import Span

_KEPT = 10
_LEVELS = {Level.LOSS: "error", Level.RISK: "warning", Level.GAIN: "notice", Level.NOTE: "notice"}


def _write(changed: Changed, _look: Look) -> str:
    return "".join(f"{line}\n" for line in _lines(changed))


def _lines(changed: Changed) -> Iterator[str]:
    standing = [c for c in changed.shown.changes if c.accepted is None]
    standing.sort(key=lambda change: change.level)
    numbers = Counter(_LEVELS[change.level] for change in standing)
    room = dict.fromkeys(numbers, _KEPT)
    if max(numbers.values(), default=0) > _KEPT:
        room["notice"] = _KEPT - 1  # the last notice takes a place of its own
    left = []
    for change in standing:
        if room[_LEVELS[change.level]]:
            room[_LEVELS[change.level]] -= 1
            yield _annotation(change, changed)
        else:
            left.append(change)
    if left:
        text = f"{levels(left)} more: the log of `cxmap diff` has them all"
        yield command("notice", {"title": "cxmap"}, text)


def _annotation(change: Change, changed: Changed) -> str:
    span = change.after or _where_it_was(change, changed.comparison)
    where: dict[str, object] = {}
    if span is not None:
        where = {"file": from_the_top(path_of(changed, span)), "line": max(span.line, 1)}
        if span.end_line == span.line:  # the runner takes columns on a single line only
            where |= {"col": span.column, "endColumn": span.end_column}
    where["title"] = change.kind
    text = f"{change.difference.spot.name}: {change.message}"
    hint = f"\ndo: {plain(change.hint)}" if change.hint else ""
    return command(_LEVELS[change.level], where, plain(text) + hint)


def _where_it_was(change: Change, comparison: Comparison) -> Span | None:
    """The stage that something is gone from, in the new file; else its map, where that is left."""
    before = change.difference.before
    maps = comparison.maps_of(before.journey) if before and before.journey else None
    if before is None or maps is None:
        return None
    stages = {pair.before.id: pair.after for pair in maps.stages.pairs}
    stage = stages.get(before.stage.id) if before.stage else None
    return stage.place if stage else maps.after.at("journey")


FORMAT = Format("github", _write)
