"""One journey as a map on a terminal."""

from collections.abc import Iterator, Sequence

from cxmap.facts import Facts
from cxmap.model import timeline
from cxmap.model.journey import Journey, Stage
from cxmap.model.touchpoint import Touchpoint
from cxmap.output.ink import painter
from cxmap.output.journeys.curve import curve
from cxmap.output.journeys.numbered import Numbered, Question, numbered, questions
from cxmap.output.journeys.strips import strips
from cxmap.output.plain import broken, plain, width
from cxmap.output.results import Look
from cxmap.words import count

WIDE = 80
"""Columns from which touchpoints stand in a table; under that they are stacked."""

_SHARES = (0.28, 0.17, 0.14, 0.23, 0.18)
"""What part of a line goes to what, who, how, when, and how we know."""
_FIXED = 11  # columns of the number and of how it feels


def draw(journey: Journey, facts: Facts, look: Look, *, stage: Stage | None, gaps: bool) -> str:
    """The whole map: heading, sentences, coverage, emotion curve, touchpoints stage by stage.

    Args:
        journey: the map.
        facts: what follows from its workspace.
        look: how text may look.
        stage: only this stage, without the rest; None for all.
        gaps: only touchpoints at which something is missing.
    """
    items = numbered(journey)
    asked = questions(journey, facts)
    lines: list[str] = []
    if stage is None:
        lines += [*_heading(journey, facts, look), ""]
        if items:
            lines += [*_folded(_sentences(items, asked), look), ""]
            lines += [*strips(items, asked, look), ""]
            drawn = curve(items, look)
            lines += [*drawn, ""] if drawn else []
    for number, held in enumerate(journey.stages, 1):
        if stage is not None and held is not stage:
            continue
        shown = [item for item in items if item.stage_number == number]
        if gaps:
            shown = [item for item in shown if _missing(item.touchpoint, asked)]
        if gaps and not shown and stage is None:
            continue
        lines += [*_stage(number, held, look)]
        lines += [line for item in shown for line in _touchpoint(item, asked, facts, look)]
        if not held.touchpoints:
            lines.append(f"    {painter(look)('no touchpoints yet', 'error')}")
        lines.append("")
    if not journey.stages:
        lines += [f"No stages yet. Add one to {journey.at('journey').path}.", ""]
    lines.append(_legend(look))
    return "\n".join(lines) + "\n"


def _heading(journey: Journey, facts: Facts, look: Look) -> Iterator[str]:
    title = plain(journey.label)
    state = f"{journey.state} state" + (f", {journey.as_of}" if journey.as_of else "")
    room = (look.width or 0) - width(title) - len(state)
    yield painter(look)(title, "title") + (" " * room if room > 1 else "  ") + state
    for customer in facts.customers(journey):
        goal = next(iter(customer.goals), "")
        name = customer.name or customer.title or customer.id
        yield from _folded(plain(f"{name}: “{goal}”" if goal else name), look)


def _sentences(items: Sequence[Numbered], asked: Sequence[Question]) -> str:
    stages = len({item.stage_number for item in items})
    said = [f"{count(len(items), 'touchpoint')} in {count(stages, 'stage')}."]
    rated = [i for i in items if i.touchpoint.feeling() is not None]
    if rated:
        low = min(rated, key=lambda i: i.touchpoint.feeling() or 0)
        feeling = low.touchpoint.feeling() or 0
        if feeling < 0:
            moment = ", a moment of truth" if low.touchpoint.moment_of_truth else ""
            said.append(f"Low point {low.label} {low.touchpoint.what} ({feels(feeling)}){moment}.")
    nobody = sum(asked[0].answered(i.touchpoint) is False for i in items)
    deaf = sum(asked[-1].answered(i.touchpoint) is False for i in items)
    if nobody:
        said.append(f"{nobody} {'belongs' if nobody == 1 else 'belong'} to nobody.")
    if deaf:
        said.append(f"At {deaf} we do not ask what the customer thinks.")
    return plain(" ".join(said))


def feels(feeling: float | None) -> str:
    """An emotion as it is written: `+1`, `0`, `−2`, and `?` where nobody rated it."""
    if feeling is None:
        return "?"
    return f"{feeling:+g}".replace("-", "−").replace("+0", "0")


def _stage(number: int, stage: Stage, look: Look) -> Iterator[str]:
    paint = painter(look)
    name = plain(stage.name)
    lasts = f"   {plain(stage.duration)}" if stage.duration else ""
    yield paint(f"{number} {name}", "title") + lasts
    if stage.goal:
        for part in broken(f"“{plain(stage.goal)}”", look.width and look.width - 2):
            yield f"  {part}"


def _touchpoint(
    item: Numbered, asked: Sequence[Question], facts: Facts, look: Look
) -> Iterator[str]:
    if look.width is None or look.width < WIDE:
        yield from _stacked(item, asked, facts, look)
    else:
        yield from _row(item, asked, facts, look)


def _answers(
    touchpoint: Touchpoint, path: str, asked: Sequence[Question], facts: Facts
) -> list[tuple[str, bool]]:
    """Who, how, when and how we know, each with whether it is missing."""
    names = [facts.team_name(team) for team in (touchpoint.who or "", *touchpoint.with_)]
    who = "the customer" if touchpoint.by_customer else ", with ".join(filter(None, names[:2]))
    who = ", ".join((who, *names[2:]))
    known = [metric.label for metric in facts.metrics(touchpoint.measures)]
    known += [post.name or post.title or post.id for post in facts.measures.posts_on(path)]
    written = (
        who if touchpoint.who else "",
        ", ".join(map(facts.channel_name, touchpoint.how)),
        timeline.say(touchpoint.when) if touchpoint.when else "",
        ", ".join(dict.fromkeys(known)),
    )
    found = []
    for question, text in zip(asked, written, strict=True):
        missing = question.answered(touchpoint) is False
        words = f"{text} ({question.missing})" if missing and text else text or question.missing
        found.append((words if missing or text else "–", missing))
    return found


def _row(item: Numbered, asked: Sequence[Question], facts: Facts, look: Look) -> Iterator[str]:
    paint = painter(look)
    touchpoint = item.touchpoint
    mark = ("◆ " if look.unicode else "# ") if touchpoint.moment_of_truth else ""
    answers = _answers(touchpoint, item.path, asked, facts)
    room = (look.width or WIDE) - _FIXED
    sizes = [int(room * share) for share in _SHARES]
    cells = [(mark + plain(touchpoint.what), False), *((plain(t), m) for t, m in answers)]
    folds = [broken(text, size - 1) for (text, _), size in zip(cells, sizes, strict=True)]
    for line in range(max(map(len, folds))):
        row = f"{item.label:>5} " if line == 0 else " " * 6
        for number, (fold, size) in enumerate(zip(folds, sizes, strict=True)):
            text = fold[line] if line < len(fold) else ""
            style = "error" if cells[number][1] else "moment" if mark and number == 0 else ""
            row += (paint(text, style) if style else text) + " " * max(1, size - width(text))
            if number == len(sizes) - 2:
                row += f"{feels(touchpoint.feeling()) if line == 0 else '':>3}  "
        yield row.rstrip()


def _stacked(item: Numbered, asked: Sequence[Question], facts: Facts, look: Look) -> Iterator[str]:
    paint = painter(look)
    touchpoint = item.touchpoint
    mark = ("◆ " if look.unicode else "# ") if touchpoint.moment_of_truth else ""
    room = None if look.width is None else look.width - 10
    heading = f"{item.label} {mark}{plain(touchpoint.what)}  {feels(touchpoint.feeling())}"
    yield from broken(heading, look.width)
    rows = list(
        zip(
            ("who", "how", "when", "ask"),
            _answers(touchpoint, item.path, asked, facts),
            strict=True,
        )
    )
    for word, (text, missing) in rows:
        for number, part in enumerate(broken(plain(text), room)):
            yield f"    {'' if number else word:5} {paint(part, 'error') if missing else part}"
    for pain in touchpoint.pains:
        for number, part in enumerate(broken(plain(pain.text), room)):
            yield f"    {'' if number else 'pain':5} {part}"
    yield ""


def _missing(touchpoint: Touchpoint, asked: Sequence[Question]) -> bool:
    return any(question.answered(touchpoint) is False for question in asked)


def _folded(text: str, look: Look) -> list[str]:
    return broken(text, look.width)


def _legend(look: Look) -> str:
    moment = "◆" if look.unicode else "#"
    return f"{moment} moment of truth   ? not rated"
