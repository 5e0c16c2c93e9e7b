"""Planned against actual for people at a terminal: what went wrong most before what went well."""

from collections.abc import Iterator, Sequence

from cxmap.measure.conformance import Conformed, Walked
from cxmap.output.conformed import Format, between, of, promised, remarks, took, turned
from cxmap.output.ink import painter
from cxmap.output.plain import plain, width
from cxmap.output.results import Look


def _write(conformed: Conformed, look: Look) -> str:
    blocks = [list(_journey(walked, conformed, look)) for walked in conformed.paths]
    if conformed.ways:
        arrow = "→" if look.unicode else "->"
        rows = [[f"{w.before} {arrow} {w.after}", f"{w.customers:,}"] for w in conformed.ways]
        blocks.append(list(_section("Ways that the maps do not have", rows, look))[1:])
    if conformed.unmapped:
        rows = [[remark] for remark in remarks(conformed)]
        blocks.append(list(_section("In the data and on no map", rows, look))[1:])
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks)


def _journey(walked: Walked, conformed: Conformed, look: Look) -> Iterator[str]:
    least = conformed.min_n
    people = f"{walked.customers:,}" if walked.customers is not None else f"under {least}"
    title = painter(look)(plain(walked.journey.label), "title")
    yield f"{title}   {people} customers in {walked.source}"
    if walked.customers is None:
        return
    promises = sorted(walked.promises, key=lambda p: (p.kept.value is None, p.kept.value or 0))
    rows = [[p.touchpoint.what, promised(p), of(p.kept, least), between(p)] for p in promises]
    yield from _section("Promises kept", rows, look)
    occasions = [
        [o.touchpoint.what, f"got it {of(o.got, least)}", f"in time {of(o.in_time, least)}"]
        for o in walked.occasions
    ]
    yield from _section("Moments", occasions, look)
    stages = [
        [
            s.stage.name,
            of(s.reached, least),
            f"{s.left.part:,} left here" if s.left and s.left.part else "",
            f"{s.under_way.part:,} under way" if s.under_way and s.under_way.part else "",
        ]
        for s in walked.stages
    ]
    yield from _section("How far customers got", stages, look)
    met = [[m.touchpoint.what, of(m.customers, least)] for m in walked.met]
    yield from _section("Who met what", met, look)
    arrow = "→" if look.unicode else "->"
    steps = [
        [f"{s.before.what} {arrow} {s.after.what}", took(s, least), turned(s)] for s in walked.steps
    ]
    yield from _section("From one to the next", steps, look)
    unsaid = [[touchpoint.what, why] for touchpoint, why in walked.unsaid]
    yield from _section("Promises that cannot be looked for", unsaid, look)


def _section(title: str, rows: Sequence[Sequence[str]], look: Look) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield painter(look)(title, "title")
    table = [[plain(cell) for cell in row] for row in rows]
    widths = [max(width(row[n]) for row in table) for n in range(len(table[0]))]
    for row in table:
        cells = (cell + " " * (widths[n] - width(cell)) for n, cell in enumerate(row))
        yield ("  " + "  ".join(cells)).rstrip()


FORMAT = Format("text", _write)
