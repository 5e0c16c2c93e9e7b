"""Planned against actual for a wiki: promises kept, how far customers got, and the ways beside."""

from collections.abc import Iterator, Sequence

from cxmap.measure.conformance import Conformed, Walked
from cxmap.output import conformed as say
from cxmap.output.cell import cell
from cxmap.output.conformed import Format
from cxmap.output.results import Look


def _write(conformed: Conformed, _look: Look) -> str:
    lines = [line for walked in conformed.paths for line in _journey(walked, conformed)]
    lines += _list("In the data and on no map", list(say.strangers(conformed)))
    lines += _list("The data", list(say.remarks(conformed)))
    return "\n".join(lines)


def _journey(walked: Walked, conformed: Conformed) -> Iterator[str]:
    least = conformed.min_n
    people = say.people(walked, least)
    yield from (f"## {cell(walked.journey.label)}", "")
    yield from (f"{cell(people[:1].upper() + people[1:])}; as of {conformed.today}.", "")
    if walked.customers is None:
        return
    promises = say.worst_first(walked)
    yield from _table(
        "Promises kept",
        ("Touchpoint", "Promise", "Kept", "95% interval", "Really"),
        [
            [
                p.touchpoint.what,
                say.promised(p),
                say.of(p.kept, least),
                say.between(p),
                say.really(p),
            ]
            for p in promises
        ],
    )
    yield from _table(
        "Moments",
        ("Touchpoint", "Got it", "In time"),
        [
            [o.touchpoint.what, say.of(o.got, least), say.of(o.in_time, least)]
            for o in walked.occasions
        ],
    )
    yield from _table(
        "How far customers got",
        ("Stage", "Reached", "Drop-off"),
        [
            [s.stage.name, say.of(s.reached, least), say.drop(walked.stages, number)]
            for number, s in enumerate(walked.stages)
        ],
    )
    yield from _table(
        "Who met what",
        ("Touchpoint", "Customers"),
        [[m.touchpoint.what, say.of(m.customers, least)] for m in walked.met],
    )
    yield from _table(
        "From one to the next",
        ("Step", "How long", "Order"),
        [
            [f"{s.before.what} → {s.after.what}", say.took(s, least), say.turned(s)]
            for s in walked.steps
        ],
    )
    yield from _table(
        "Ways that the map does not have", ("Way", "Customers"), say.ways(walked, "→")
    )
    yield from _table(
        "Promises that cannot be looked for",
        ("Touchpoint", "Why"),
        [[touchpoint.what, why] for touchpoint, why in walked.unsaid],
    )
    if say.hides(walked):
        yield from (f"<sub>{cell(say.HIDDEN)}</sub>", "")


def _table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if not rows:
        return
    yield from (f"### {title}", "")
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    yield from (f"| {' | '.join(cell(text) for text in row)} |" for row in rows)
    yield ""


def _list(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield from (f"### {title}", "", *(f"- {cell(item)}" for item in items), "")


FORMAT = Format("markdown", _write)
