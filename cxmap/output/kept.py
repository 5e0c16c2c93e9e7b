"""How customers really went as files of the workspace: what `conform --write` leaves."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cxmap.measure.conformance import Conformed, Step, Walked
from cxmap.model.actual import Actual
from cxmap.model.journey import Journey
from cxmap.model.touchpoint import Touchpoint
from cxmap.output.conformed import lasting
from cxmap.output.written import quoted

FOLDER = "actual"
MARK = "# Written by `cxmap conform --write`: what is changed here is lost when it runs again."

_Fields = Sequence[tuple[str, object]]


def path_of(journey: str) -> str:
    """The file that holds how customers went on a journey, from the workspace."""
    return f"{FOLDER}/{journey}.yaml"


def files(
    conformed: Conformed, journeys: Iterable[Journey], before: Iterable[Actual]
) -> dict[str, str]:
    """The files to write, by their paths from the workspace: one a journey.

    Args:
        conformed: what was found.
        journeys: the maps that were looked at; nothing of an earlier run stays of them.
        before: what the workspace holds of earlier runs.
    """
    told = [walked for walked in conformed.paths if walked.customers is not None]
    written = {actual.file for actual in before}
    found = {}
    for journey in dict.fromkeys(journey.id for journey in journeys):
        path = path_of(journey)
        here = [walked for walked in told if walked.journey.id == journey]
        if here:
            rows = [line for walked in here for line in _lines(walked, conformed)]
            found[path] = "\n".join([MARK, "actual:", *rows, ""])
        elif path in written:
            found[path] = f"{MARK}\nactual: []\n"
    return found


def _lines(walked: Walked, conformed: Conformed) -> Iterator[str]:
    head: _Fields = (
        ("journey", quoted(walked.journey.id)),
        ("data", quoted(walked.source)),
        ("as_of", conformed.today),
        ("from", walked.since),
        ("to", walked.until),
        ("customers", walked.customers),
    )
    mark = "  - "
    for key, value in head:
        if value not in {"", None}:
            yield f"{mark}{key}: {value}"
            mark = "    "
    for key, rows in _sections(walked, conformed).items():
        lines = [_row(row) for row in rows]
        if lines:
            yield from (f"    {key}:", *lines)


def _sections(walked: Walked, conformed: Conformed) -> Mapping[str, Iterable[_Fields]]:
    at = walked.journey.id

    def touchpoint(part: Touchpoint) -> str:
        return quoted(f"{at}/{part.id}")

    return {
        "stages": (
            (
                ("stage", quoted(f"{at}#{s.stage.id}")),
                ("reached", s.reached.part),
                ("left", s.left.part if s.left else None),
                ("under_way", s.under_way.part if s.under_way else None),
            )
            for s in walked.stages
        ),
        "touchpoints": (
            (("touchpoint", touchpoint(m.touchpoint)), ("met", m.customers.part))
            for m in walked.met
        ),
        "steps": (
            (
                ("from", touchpoint(s.before)),
                ("to", touchpoint(s.after)),
                ("both", s.turned.whole),
                ("turned", s.turned.part),
                *_times(s),
            )
            for s in walked.steps
        ),
        "promises": (
            (
                ("touchpoint", touchpoint(p.touchpoint)),
                ("since", quoted(p.since)),
                ("within", p.within),
                ("at_least", "true" if p.at_least else None),
                ("cases", p.kept.whole),
                ("kept", p.kept.part),
                ("median", p.median),
                ("nine_tenths", p.nine_tenths),
            )
            for p in walked.promises
        ),
        "moments": (
            (
                ("touchpoint", touchpoint(o.touchpoint)),
                ("reached", o.reached),
                ("got", o.got.part),
                ("cases", o.in_time.whole),
                ("in_time", o.in_time.part),
            )
            for o in walked.occasions
        ),
        "ways": (
            (
                ("from", touchpoint(w.before)),
                ("to", touchpoint(w.after)),
                ("customers", w.customers),
            )
            for w in walked.ways
        ),
        "unmapped": (
            (("event", quoted(value)), ("customers", who))
            for source in conformed.sources
            if source.id == walked.source
            for value, who, _ in source.unmapped
        ),
        "unsaid": (
            (("touchpoint", touchpoint(part)), ("why", quoted(why))) for part, why in walked.unsaid
        ),
    }


def _times(step: Step) -> _Fields:
    times = (("median", step.median), ("nine_tenths", step.nine_tenths))
    return [(key, None if micros is None else lasting(micros)) for key, micros in times]


def _row(fields: _Fields) -> str:
    said = ", ".join(f"{key}: {value}" for key, value in fields if value is not None)
    return f"      - {{{said}}}"
