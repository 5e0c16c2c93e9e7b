"""Several items of a journey whose ids come from equal names."""

import re
from collections.abc import Iterable, Iterator

from cxmap.finding import Edit, Fix, Related, Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.journey import Journey, Stage
from cxmap.model.notes import GIVEN_ID, ONE_LINE
from cxmap.model.touchpoint import Touchpoint
from cxmap.source.span import Span
from cxmap.words import quoted, slug

_IN_LINES = re.compile(r" *(?:- +)*")
_IN_BRACES = re.compile(r"\{ *$")
"""What stands before the first key of a mapping, in the two ways of writing one."""


@rule(Journey, severity=Severity.INFO, source="stable ids")
def repeated_name(journey: Journey, context: Context) -> Iterator[Gap]:
    """Touchpoints or stages that share a name and have no id of their own.

    Their ids are numbered in reading order, so that putting one in between makes measures, actions
    and what customers said point at the wrong one.

    Bad:

        journey: clinic
        stages:
          - {name: I am examined, touchpoints: [Attends appointment]}
          - {name: I hear the result, touchpoints: [Attends appointment]}

    Good:

        journey: clinic
        stages:
          - {name: I am examined, touchpoints: [Attends appointment]}
          - name: I hear the result
            touchpoints: [{id: result-appointment, what: Attends appointment}]
    """
    del context
    yield from _shared([(stage, stage.name) for stage in journey.stages], "stages")
    yield from _shared([(t, t.what) for t in journey.touchpoints()], "touchpoints")


def _shared(items: list[tuple[Stage | Touchpoint, str]], many: str) -> Iterator[Gap]:
    """One gap for each name, on the first item that was given a number."""
    by_name: dict[str, list[tuple[Stage | Touchpoint, str]]] = {}
    numbered: dict[str, list[Stage | Touchpoint]] = {}
    for item, name in items:
        by_name.setdefault(slug(name), []).append((item, name))
        if item.written is not None and GIVEN_ID in (item.written.notes or {}):
            numbered.setdefault(slug(name), []).append(item)
    known = {item.id: (item, name) for item, name in items}
    for key, without_id in numbered.items():
        item = without_id[0]
        alike = by_name[key]
        name = next(name for other, name in alike if other is item)
        if len(alike) > 1:
            message = f"{len(alike)} {many} are called {quoted(name)}"
        else:
            message = f"{quoted(name)} would have the id of {quoted(known[key][1])}"
        first = next(
            (o for o, _ in alike if o is not item), known[key][0] if key in known else item
        )
        yield Gap(
            f"{message}, and this one goes by `{item.id}` until it has an id of its own",
            field="id",
            label=f"known as `{item.id}`",
            hint=f"`id: <its own>`, before anything points at `{item.id}`",
            about=item,
            related=()
            if first is item
            else (Related(first.place, f"the other one, `{first.id}`"),),
            fix=_fix(without_id),
        )


def _fix(items: Iterable[Stage | Touchpoint]) -> Fix | None:
    """Write out the ids that the items go by, where each of them is written as keys."""
    edits = []
    for item in items:
        if item.written is None or ONE_LINE in (item.written.notes or {}):
            return None
        start = item.written.start()
        before = item.written.document.lines[start.line - 1][: start.column - 1]
        if _IN_BRACES.search(before):
            text = f"id: {item.id}, "
        elif _IN_LINES.fullmatch(before):
            text = f"id: {item.id}\n{' ' * len(before)}"
        else:
            return None
        here = Span(start.path, start.line, start.column, start.line, start.column)
        edits.append(Edit(here, text))
    return Fix("write out " + ", ".join(f"`id: {item.id}`" for item in items), tuple(edits))
