"""Planned against actual for a wiki or a report: the funnel and the promises kept."""

from collections.abc import Iterator, Sequence

from cxmap.measure.conformance import Conformed, Share, Walked
from cxmap.output.cell import cell
from cxmap.output.conformed import Format, between, of, promised, remarks, took, turned
from cxmap.output.results import Look


def _write(conformed: Conformed, _look: Look) -> str:
    lines = [line for walked in conformed.paths for line in _journey(walked, conformed)]
    ways = [[f"{way.before} → {way.after}", f"{way.customers:,}"] for way in conformed.ways]
    lines += _table("Ways that the maps do not have", ("Way", "Customers"), ways)
    if conformed.unmapped:
        lines += ["### In the data and on no map", ""]
        lines += [*(f"- {cell(remark)}" for remark in remarks(conformed)), ""]
    return "\n".join(lines) + "\n"


def _journey(walked: Walked, conformed: Conformed) -> Iterator[str]:
    least = conformed.min_n
    people = f"{walked.customers:,}" if walked.customers is not None else f"Under {least}"
    yield from (f"## {cell(walked.journey.label)}", "")
    yield from (f"{people} customers in {cell(walked.source)}, to {conformed.today}.", "")
    if walked.customers is None:
        return
    promises = sorted(walked.promises, key=lambda p: (p.kept.value is None, p.kept.value or 0))
    yield from _table(
        "Promises kept",
        ("Touchpoint", "Promise", "Kept", "95 % interval"),
        [[p.touchpoint.what, promised(p), of(p.kept, least), between(p)] for p in promises],
    )
    yield from _table(
        "Moments",
        ("Touchpoint", "Got it", "In time"),
        [[o.touchpoint.what, of(o.got, least), of(o.in_time, least)] for o in walked.occasions],
    )
    yield from _table(
        "How far customers got",
        ("Stage", "Reached", "Left here", "Under way"),
        [
            [s.stage.name, of(s.reached, least), _few(s.left), _few(s.under_way)]
            for s in walked.stages
        ],
    )
    yield from _table(
        "Who met what",
        ("Touchpoint", "Customers"),
        [[m.touchpoint.what, of(m.customers, least)] for m in walked.met],
    )
    yield from _table(
        "From one to the next",
        ("Step", "How long", ""),
        [[f"{s.before.what} → {s.after.what}", took(s, least), turned(s)] for s in walked.steps],
    )
    yield from _table(
        "Promises that cannot be looked for",
        ("Touchpoint", "Why"),
        [[touchpoint.what, why] for touchpoint, why in walked.unsaid],
    )


def _few(share: Share | None) -> str:
    return f"{share.part:,}" if share is not None and share.part is not None else "–"


def _table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if not rows:
        return
    yield from (f"### {title}", "")
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    yield from (f"| {' | '.join(cell(text) for text in row)} |" for row in rows)
    yield ""


FORMAT = Format("markdown", _write)
