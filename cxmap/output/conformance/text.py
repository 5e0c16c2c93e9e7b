"""Planned against actual for people at a terminal: what went wrong most before what went well."""

from collections.abc import Iterator, Sequence

from cxmap.measure.conformance import Conformed, Walked
from cxmap.output import conformed as say
from cxmap.output.conformed import Format
from cxmap.output.ink import painter
from cxmap.output.plain import folded, plain, width
from cxmap.output.results import Look


def _write(conformed: Conformed, look: Look) -> str:
    blocks = [list(_journey(walked, conformed.min_n, look)) for walked in conformed.paths]
    rows = [[line] for line in say.strangers(conformed)]
    blocks.append(list(_section("In the data and on no map", rows, look))[1:])
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks if block)


def _journey(walked: Walked, least: int, look: Look) -> Iterator[str]:
    title = painter(look)(plain(walked.journey.label), "title")
    yield f"{title}   {plain(say.people(walked, least))}"
    if walked.customers is None:
        return
    arrow = "→" if look.unicode else "->"
    promises = [
        [
            p.touchpoint.what,
            say.promised(p),
            say.of(p.kept, least),
            _sure(say.between(p)),
            say.really(p),
        ]
        for p in say.worst_first(walked)
    ]
    occasions = [
        [o.touchpoint.what, f"got it {say.of(o.got, least)}", f"in time {say.of(o.in_time, least)}"]
        for o in walked.occasions
    ]
    stages = [
        [stage.stage.name, say.of(stage.reached, least), say.drop(walked.stages, number)]
        for number, stage in enumerate(walked.stages)
    ]
    met = [[m.touchpoint.what, say.of(m.customers, least)] for m in walked.met]
    steps = [
        [f"{s.before.what} {arrow} {s.after.what}", say.took(s, least), say.turned(s)]
        for s in walked.steps
    ]
    unsaid = [[touchpoint.what, why] for touchpoint, why in walked.unsaid]
    for heading, rows in (
        ("Promises kept", promises),
        ("Moments", occasions),
        ("How far customers got", stages),
        ("Who met what", met),
        ("From one to the next", steps),
        ("Ways that the map does not have", say.ways(walked, arrow)),
        ("Promises that cannot be looked for", unsaid),
    ):
        yield from _section(heading, rows, look)
    if say.hides(walked):
        yield ""
        yield painter(look)(say.HIDDEN, "quiet")


def _sure(between: str) -> str:
    return f"95% sure: {between}" if between else ""


def _section(title: str, rows: Sequence[Sequence[str]], look: Look) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield painter(look)(title, "title")
    table = [[plain(cell) for cell in row] for row in rows]
    widths = [max(width(row[n]) for row in table) for n in range(len(table[0]))]
    if look.width is not None and sum(widths) + 2 * len(widths) > look.width:
        yield from _stacked(table, look.width)
        return
    for row in table:
        cells = (cell + " " * (widths[n] - width(cell)) for n, cell in enumerate(row))
        yield ("  " + "  ".join(cells)).rstrip()


def _stacked(table: Sequence[Sequence[str]], columns: int) -> Iterator[str]:
    """The rows one below the other, for a terminal on which they do not fit side by side."""
    for first, *others in table:
        yield from (f"  {line}" for line in folded(first, columns - 2))
        rest = ", ".join(filter(None, others))
        yield from (f"    {line}" for line in folded(rest, columns - 4))


FORMAT = Format("text", _write)
