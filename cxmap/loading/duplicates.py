"""What is declared twice."""

from collections.abc import Iterable, Iterator

from cxmap.finding import Finding, Related, Severity
from cxmap.loading import subject
from cxmap.loading.subject import Subject
from cxmap.model.actual import Actual
from cxmap.model.index import Index
from cxmap.model.journey import Journey, Stage
from cxmap.model.metric import Metric, Reading
from cxmap.model.part import Part
from cxmap.model.strategy import Strategy
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.workspace import Workspace
from cxmap.source.span import Span
from cxmap.words import slug


def check(workspace: Workspace, strategies: Iterable[Strategy]) -> list[Finding]:
    """Find items of a kind that share an id, maps that share journey and state, and so on."""
    findings: list[Finding] = []
    for index in workspace.library:
        findings += _in_library(index)
    findings += _maps(workspace.journeys)
    for journey in workspace.journeys:
        findings += _inside(journey)
    findings += _strategies(strategies)
    findings += _readings(workspace)
    findings += _actual(workspace.actual)
    return findings


def _in_library(index: Index) -> Iterator[Finding]:  # type: ignore[type-arg]
    first: dict[str, Part] = {}
    for item in index:
        before = first.setdefault(item.id, item)
        if before is not item:
            yield _twice(
                item.place, before.place, f"two {item.noun()}s have", item.id, subject.of_item(item)
            )


def _maps(journeys: Iterable[Journey]) -> Iterator[Finding]:
    first: dict[str, Journey] = {}
    for journey in journeys:
        before = first.setdefault(journey.path, journey)
        if before is not journey:
            here, there = journey.at("journey"), before.at("journey")
            message = f"two files tell the {journey.state} map of the journey `{journey.id}`"
            hint = "give one another id, or `state: target`; another telling has `scenario_of`"
            yield _finding(here, there, message, hint, subject.of_journey(journey))


def _inside(journey: Journey) -> Iterator[Finding]:
    parts: list[tuple[Part, Subject]] = []
    if _repeats(journey.stages):
        parts += [(stage, subject.of_stage(journey, stage)) for stage in journey.stages]
    if _repeats(journey.touchpoints()):
        parts += [
            (touchpoint, subject.of_touchpoint(journey, stage, touchpoint))
            for stage in journey.stages
            for touchpoint in stage.touchpoints
        ]
    first: dict[str, Part] = {}
    for part, about in parts:
        before = first.setdefault(about.item, part)
        if before is not part:
            words = f"two {part.noun()}s of this journey have"
            identity = about.item.replace("#", "/").rpartition("/")[2]
            yield _twice(part.place, before.place, words, identity, about)


def _repeats(items: Iterable[Stage | Touchpoint]) -> bool:
    ids = [item.id for item in items]
    return len(set(ids)) < len(ids)


def _strategies(strategies: Iterable[Strategy]) -> Iterator[Finding]:
    found = tuple(strategies)
    for strategy in found[1:]:
        message = "a workspace has one strategy, and this is a second one"
        hint = "put both into one file"
        about = subject.of_item(strategy)
        yield _finding(strategy.place, found[0].place, message, hint, about)


def _readings(workspace: Workspace) -> Iterator[Finding]:
    """A figure that stands twice: one written by hand wins over a computed one."""
    first: dict[tuple[str, ...], Reading] = {}
    for metric, reading in readings_of(workspace):
        key = reading_key(metric.id if metric else reading.metric or "", reading)
        before = first.setdefault(key, reading)
        if before is not reading:
            name = metric.label if metric else reading.metric
            message = f"a second reading of {name} for {reading.period}"
            hint = "the first one counts; delete one of them"
            about = subject.of_item(metric) if metric else Subject("reading")
            here = reading.at("period")
            yield _finding(here, before.at("period"), message, hint, about, Severity.WARNING)


def _actual(every: Iterable[Actual]) -> Iterator[Finding]:
    """What the same events said of a journey, told twice."""
    first: dict[tuple[str, str], Actual] = {}
    for actual in every:
        before = first.setdefault((slug(actual.journey), actual.data), actual)
        if before is not actual:
            message = f"a second account of `{actual.journey}` out of the data `{actual.data}`"
            hint = "the first one counts; delete one of them"
            here, there = actual.at("journey"), before.at("journey")
            yield _finding(here, there, message, hint, Subject("actual"), Severity.WARNING)


def readings_of(workspace: Workspace) -> Iterator[tuple[Metric | None, Reading]]:
    """Every reading with its metric: those written with the metric first."""
    for metric in workspace.metrics:
        for reading in metric.readings:
            yield metric, reading
    for reading in workspace.readings:
        yield workspace.metrics.get(reading.metric), reading


def reading_key(metric: str, reading: Reading) -> tuple[str, ...]:
    """What makes a reading the same as another: metric, place, customers and period."""
    segment = reading.segment
    if isinstance(segment, dict):
        segment = ",".join(
            f"{k}={v}" for k, v in sorted(segment.items(), key=str) if isinstance(k, str)
        )
    place = (reading.journey or "", reading.stage or "", reading.touchpoint or "")
    return (metric, *place, str(segment or ""), reading.period)


def _twice(here: Span, there: Span, words: str, identity: str, about: Subject) -> Finding:
    hint = "give one of them another id; ids are how other files point at an item"
    return _finding(here, there, f"{words} the id `{identity}`", hint, about)


def _finding(
    here: Span,
    there: Span,
    message: str,
    hint: str,
    about: Subject,
    severity: Severity = Severity.ERROR,
) -> Finding:
    return Finding(
        "duplicate-id",
        severity,
        message,
        here,
        label="the second one",
        hint=hint,
        item=about.item,
        field="id",
        trail=about.trail,
        moment=about.moment,
        importance=about.importance,
        related=(Related(there, "the first one"),) if there.path else (),
    )
