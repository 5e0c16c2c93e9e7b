"""A comment for a pull request: what changes for customers, what nobody has planned, who is asked.

The first line is a hidden marker, by which a build finds its own comment and replaces it. Hosts
refuse long comments: what is folded away is left out first, then rows, and a line says so.
"""

from collections.abc import Iterator, Sequence

from cxmap.diff.change import Change
from cxmap.diff.groups import Group
from cxmap.diff.level import Level
from cxmap.model.journey import Journey
from cxmap.output.asked import asked
from cxmap.output.balance import rows
from cxmap.output.cell import cell
from cxmap.output.changed import Changed, happened, heading, levels, tally
from cxmap.output.planned import planned
from cxmap.output.results import Format, Look
from cxmap.words import count

_LIMIT = 60_000
_SPARE = 500  # for the line that says what was left out
_MARKS = {"added": "➕", "removed": "➖", "moved": "↪️", "changed": "✏️"}
_WORST = 4  # lines of one item in the table; the fold has them all
_STRONG = {Level.LOSS: "**loss** ", Level.RISK: "risk: ", Level.GAIN: "", Level.NOTE: ""}


def _write(changed: Changed, _look: Look) -> str:
    comparison = changed.comparison
    ids = sorted({journey.id for journey in comparison.journeys})
    start = f"<!-- cxmap:diff {' '.join(ids) if len(ids) == 1 else 'all'} -->\n"
    return start + section(changed, _LIMIT - len(start))


def section(changed: Changed, limit: int) -> str:
    """What changes, without the marker.

    Args:
        changed: what changed.
        limit: how many characters it may have.
    """
    comparison = changed.comparison
    if not comparison.changes:
        return "### cxmap: nothing changes for customers\n"
    sections: list[str] = []
    folds: list[str] = []
    for journey in comparison.journeys:
        sections += _map(journey, changed)
        folds += _folds(journey, changed)
    sections += _elsewhere(changed)
    return _fitted(sections, folds, limit - _SPARE)


def _fitted(sections: Sequence[str], folds: Sequence[str], room: int) -> str:
    """As much as fits, rows before folds."""
    kept: list[str] = []
    left = 0
    for part in (*sections, *folds):
        if left == 0 and len(part) <= room:
            kept.append(part)
            room -= len(part)
        else:
            left += 1
    note = "\n_The rest does not fit into a comment: `cxmap diff` shows it all._\n" if left else ""
    return "".join(kept) + note


def _map(journey: Journey, changed: Changed) -> Iterator[str]:
    comparison = changed.comparison
    groups = changed.shown.groups_of(journey)
    state = ", the target" if journey.state == "target" and not comparison.aim else ""
    versions = f"`{cell(comparison.before)}` → `{cell(comparison.after)}`"
    yield f"### cxmap: {cell(journey.label)}{state}, {versions}\n\n"
    said = f"**{tally(comparison, journey).said()}**. "
    whole = comparison.groups_of(journey)
    said += f"{levels(c for group in whole for c in group.changes)}."
    open_groups = [g for g in groups if g.uncovered] if comparison.aim else []
    if open_groups:
        said += f" **Nobody has planned {len(open_groups)} of them.**"
    yield f"{said}\n\n"
    table = [row for row in rows(comparison.balance(journey)) if row.before != row.after]
    if table:
        before, after = ("Today", "Target") if comparison.aim else ("Before", "After")
        marks = {None: "", True: "✅", False: "⚠️"}
        yield f"| | {before} | {after} | |\n| --- | --: | --: | --- |\n" + "".join(
            f"| {row.name} | {row.before} | {row.after} | {marks[row.better]} |\n" for row in table
        )
        yield "\n"
    ordered = [*open_groups, *(g for g in groups if g not in open_groups)]
    shown = [g for g in ordered if g.level is not Level.NOTE or happened(g) != "changed"]
    yield from _table(shown, planned=comparison.aim)


def _elsewhere(changed: Changed) -> Iterator[str]:
    groups = changed.shown.groups_elsewhere
    if groups:
        yield "### cxmap: outside the maps\n\n"
        yield f"{levels(c for group in groups for c in group.changes)}.\n\n"
        yield from _table(groups, planned=False)


def _table(groups: Sequence[Group], *, planned: bool) -> Iterator[str]:
    if groups:
        yield "| | What | What changes |\n| --- | --- | --- |\n"
        yield from (_row(group, planned=planned) for group in groups)
        yield "\n"


def _row(group: Group, *, planned: bool) -> str:
    word = happened(group)
    mark = f"{_MARKS[word]} {word}"
    shown = [c for c in group.changes if c.level is not Level.NOTE] or list(group.changes)
    lines = [_said(change) for change in shown[:_WORST]]
    if len(shown) > _WORST:
        lines.append(f"and {len(shown) - _WORST} more")
    if planned and group.uncovered:
        lines.append("**nobody has planned it**")
    return f"| {mark} | {cell(heading(group))} | {'<br>'.join(lines)} |\n"


def _said(change: Change) -> str:
    said = f"{_STRONG[change.level]}{cell(change.message)}"
    if change.accepted is not None:
        return f"{said} (accepted by {cell(change.accepted.who)}: {cell(change.accepted.why)})"
    return said


def _folds(journey: Journey, changed: Changed) -> Iterator[str]:
    comparison = changed.comparison
    groups = changed.shown.groups_of(journey)
    facts = comparison.sight.now
    name = cell(journey.label)
    lines = []
    for group in groups:
        lines.append(f"- {_MARKS[happened(group)]} **{cell(heading(group))}**\n")
        for change in group.changes:
            hint = f" ({cell(change.hint)})" if change.hint else ""
            lines.append(f"  - {change.level.word}: {cell(change.message)}{hint}\n")
        lines += [f"  - delivered by {cell(planned(a, facts))}\n" for a in group.actions]
    number = sum(len(group.changes) for group in groups)
    told = "1 change, and who delivers it"
    if number != 1:
        told = f"all {count(number, 'change')}, and who delivers them"
    yield _fold(f"{name}: {told}", "".join(lines))
    asks = [ask for ask in comparison.asks(journey) if not ask.nothing]
    if asks:
        table = "| Team | Owned | Owns | |\n| --- | --: | --: | --- |\n" + "".join(
            f"| {cell(ask.name)} | {ask.before} | {ask.after} | {cell(asked(ask))} |\n"
            for ask in asks
        )
        yield _fold(f"{name}: what it asks of each team", table)


def _fold(summary: str, text: str) -> str:
    return f"<details>\n<summary>{summary}</summary>\n\n{text}\n</details>\n\n"


FORMAT = Format("markdown", _write)
