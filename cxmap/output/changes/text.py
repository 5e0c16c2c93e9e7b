"""Changes for a terminal: first what nobody has planned, then the rest, map by map."""

from collections.abc import Iterator, Sequence

from cxmap.diff.change import Change
from cxmap.diff.groups import Group
from cxmap.diff.level import Level
from cxmap.model.journey import Journey
from cxmap.output.asked import asked
from cxmap.output.balance import rows
from cxmap.output.changed import Changed, happened, heading, levels, tally
from cxmap.output.ink import painter
from cxmap.output.plain import folded, plain, width
from cxmap.output.planned import planned
from cxmap.output.results import Format, Look
from cxmap.words import count

_SIGNS = {"added": "+", "removed": "-", "moved": ">", "changed": "~"}
_STYLES = {Level.LOSS: "error", Level.RISK: "warning", Level.GAIN: "info", Level.NOTE: "quiet"}

_UNDER = " " * len("    loss  ")


def _write(changed: Changed, look: Look) -> str:
    comparison = changed.comparison
    blocks = [list(_map(journey, changed, look)) for journey in comparison.journeys]
    if changed.shown.groups_elsewhere:
        blocks.append(list(_elsewhere(changed, look)))
    return "".join("\n".join(block) + "\n\n" for block in blocks)


def _map(journey: Journey, changed: Changed, look: Look) -> Iterator[str]:
    comparison, paint = changed.comparison, painter(look)
    groups = changed.shown.groups_of(journey)
    state = "" if comparison.aim or journey.state == "current" else " (target)"
    arrow = "→" if look.unicode else "->"
    versions = plain(f"{comparison.before} {arrow} {comparison.after}")
    yield f"{paint(plain(journey.label) + state, 'title')}   {versions}"
    yield ""
    yield f"  {tally(comparison, journey).said()}"
    yield f"  {levels(_changes(comparison.groups_of(journey)))}"
    table = list(rows(comparison.balance(journey)))
    if not comparison.aim:
        table = [row for row in table if row.before != row.after]
    if table:
        yield ""
        yield from _table([(r.name, r.before, arrow, r.after, _verdict(r.better)) for r in table])
    open_groups = [g for g in groups if g.uncovered] if comparison.aim else []
    if open_groups:
        yield from ("", paint(f"Nobody has planned {_these(len(open_groups))}", "error"))
        yield from _groups(open_groups, changed, look)
        rest = [group for group in groups if not group.uncovered]
        if rest:
            yield from ("", paint("Planned, or no work by itself", "title"))
        yield from _groups(rest, changed, look)
    elif groups:
        yield from ("", *_groups(groups, changed, look))
    asks = [ask for ask in comparison.asks(journey) if not ask.nothing]
    if asks:
        yield from ("", paint("What it asks of each team", "title"))
        for ask in asks:
            said = f"{ask.name} ({ask.before} {arrow} {ask.after}): {asked(ask)}"
            yield from _fold(plain(said), "  ", "    ", look)


def _elsewhere(changed: Changed, look: Look) -> Iterator[str]:
    groups = changed.comparison.groups_elsewhere
    yield painter(look)("Outside the maps", "title")
    yield f"  {levels(_changes(groups))}"
    yield ""
    yield from _groups(changed.shown.groups_elsewhere, changed, look)


def _changes(groups: Sequence[Group]) -> Iterator[Change]:
    return (change for group in groups for change in group.changes)


def _groups(groups: Sequence[Group], changed: Changed, look: Look) -> Iterator[str]:
    paint = painter(look)
    for group in groups:
        kind = "" if group.spot.journey else f" ({group.spot.kind})"
        yield f"{_SIGNS[happened(group)]} {paint(plain(heading(group)), 'title')}{kind}"
        for change in group.changes:
            yield from _change(change, look)
        for action in group.actions:
            arrow = "→" if look.unicode else "->"
            said = f"{arrow} {plain(planned(action, changed.comparison.sight.now))}"
            yield from (paint(line, "quiet") for line in _fold(said, "    ", "      ", look))


def _change(change: Change, look: Look) -> Iterator[str]:
    word = painter(look)(change.level.word, _STYLES[change.level])
    yield from _fold(plain(change.message), f"    {word}  ", _UNDER, look)
    if change.hint:
        yield from _fold(plain(f"do: {change.hint}"), _UNDER, _UNDER, look)
    if change.accepted is not None:
        said = f"accepted by {change.accepted.who}: {change.accepted.why}"
        yield from _fold(plain(said), _UNDER, _UNDER, look)


def _these(number: int) -> str:
    return "this" if number == 1 else f"these {count(number, 'item')}"


def _verdict(better: bool | None) -> str:  # noqa: FBT001 (as a row holds it)
    return "" if better is None else "better" if better else "worse"


def _table(cells: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(width(row[n]) for row in cells) for n in range(len(cells[0]))]
    for row in cells:
        name = row[0] + " " * (widths[0] - width(row[0]))
        numbers = [" " * (widths[n] - width(row[n])) + row[n] for n in (1, 2, 3)]
        yield f"  {name}  {' '.join(numbers)}  {row[4]}".rstrip()


def _fold(text: str, first: str, others: str, look: Look) -> Iterator[str]:
    room = None if look.width is None else max(20, look.width - len(others))
    for number, part in enumerate(folded(text, room)):
        yield (others if number else first) + part


FORMAT = Format("text", _write)
