"""What an item is, in a few lines of plain text, as an editor shows beside the pointer."""

from collections.abc import Iterator

from cxmap.facts import Facts
from cxmap.loading.settings import Settings
from cxmap.model.action import Action
from cxmap.model.customer import Customer
from cxmap.model.figures import say
from cxmap.model.journey import Journey, Stage
from cxmap.model.listening import ListeningPost
from cxmap.model.metric import Metric, kind_of
from cxmap.model.part import Part
from cxmap.model.team import Channel, Team
from cxmap.model.touchpoint import Touchpoint
from cxmap.output.plain import plain
from cxmap.words import count, cut

_LONG = 300


def describe(part: Part, facts: Facts, settings: Settings) -> str:
    """A few lines about an item: first what it is, then what a reader wants to know of it."""
    lines = [line for line in _lines(part, facts, settings) if line]
    return "\n".join(plain(cut(line, _LONG)) for line in lines)


def _lines(part: Part, facts: Facts, settings: Settings) -> Iterator[str]:
    match part:
        case Team():
            yield f"{part.name or part.title or part.id} (team)"
            yield f"led by {part.lead}" if part.lead else ""
            yield part.function if part.function != "other" else ""
        case Channel():
            yield f"{part.name or part.id} ({part.kind or 'a'} channel)"
        case Customer():
            yield f"{part.name or part.title or part.id} ({part.kind})"
            yield part.about or ""
            yield _list("wants", part.goals)
        case Metric():
            yield from _metric(part, facts, settings)
        case Journey():
            yield f"{part.label} (journey, {part.state})"
            stages = count(len(part.stages), "stage")
            yield f"{stages}, {count(sum(1 for _ in part.touchpoints()), 'touchpoint')}"
            yield f"owner: {facts.team_name(part.owner)}" if part.owner else ""
        case Stage():
            yield f"{part.name} (stage)"
            yield part.goal or ""
            yield count(len(part.touchpoints), "touchpoint")
        case Touchpoint():
            yield f"{part.what} (touchpoint)"
            yield from _touchpoint(part, facts)
        case Action():
            yield f"{part.title or part.name or part.id} (action, {part.status})"
            yield f"owner: {facts.team_name(part.owner)}" if part.owner else ""
        case ListeningPost():
            yield f"{part.name or part.title or part.id} (listening post)"
        case _:
            yield part.KIND


def _list(word: str, items: tuple[str, ...]) -> str:
    return f"{word}: {'; '.join(items)}" if items else ""


def _touchpoint(part: Touchpoint, facts: Facts) -> Iterator[str]:
    yield f"who: {facts.team_name(part.who)}" if part.who else "nobody owns it yet"
    yield f"how: {', '.join(map(facts.channel_name, part.how))}" if part.how else ""
    yield f"moment of truth: {part.standard or 'without a standard yet'}" * part.moment_of_truth


def _metric(part: Metric, facts: Facts, settings: Settings) -> Iterator[str]:
    """What a metric says; a figure out of too few answers is not shown."""
    kind = kind_of(part)
    currency = settings.currency or ""
    yield f"{part.label} ({kind.title})"
    yield part.question or ""
    yield kind.formula if not (part.method or part.statistic) else ""
    yield f"target: {say(part, part.target, currency)}" if part.target is not None else ""
    newest = facts.readings.latest(part)
    if not newest:
        yield "never read yet"
    for reading in newest:
        where = facts.readings.place_of(reading)
        at = f"{reading.period}{f', {where}' if where else ''}"
        if reading.n is not None and reading.n < settings.privacy.min_n:
            yield f"{at}: fewer than {settings.privacy.min_n} answers, so no figure is shown"
        else:
            answers = f" (n = {reading.n:,})" if reading.n is not None else ""
            yield f"{at}: {say(part, reading.value, currency)}{answers}"
