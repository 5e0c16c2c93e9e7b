"""One line for each change: place, level, kind, words, and the fingerprint to accept it by."""

from cxmap.diff.change import Change
from cxmap.output.changed import Changed, path_of
from cxmap.output.plain import plain
from cxmap.output.results import Format, Look


def _write(changed: Changed, _look: Look) -> str:
    return "".join(f"{_line(change, changed)}\n" for change in changed.shown.changes)


def _line(change: Change, changed: Changed) -> str:
    span = change.after or change.before
    place = ""
    if span:
        path = path_of(changed, span, before=change.after is None)
        place = f"{path}:{max(span.line, 1)}:{max(span.column, 1)}: "
    mark = "accepted " if change.accepted is not None else ""
    name = change.difference.spot.name
    said = f"{mark}{change.level.word} {change.kind} {name}: {change.message}"
    return plain(f"{place}{said} [{change.fingerprint}]")


FORMAT = Format("brief", _write)
