"""The list of journeys, each with what its touchpoints answer."""

from cxmap.facts import Facts
from cxmap.model.journey import Journey
from cxmap.model.workspace import Workspace
from cxmap.output.ink import painter
from cxmap.output.journeys.numbered import numbered, questions
from cxmap.output.journeys.strips import strip_of
from cxmap.output.plain import plain, width
from cxmap.output.results import Look
from cxmap.words import count


def overview(workspace: Workspace, facts: Facts, look: Look) -> str:
    """Every map with its size and its coverage; current and target one below the other."""
    paint = painter(look)
    lines: list[str] = []
    journeys = (j for name in workspace.journey_ids for j in workspace.maps_of(name))
    for journey in journeys:
        items = numbered(journey)
        name = paint(plain(journey.label), "title")
        size = f"{count(len(items), 'touchpoint')}, {count(len(journey.stages), 'stage')}"
        lines.append(f"{name}  {journey.state}  {size}  ({journey.id})")
        lines += _coverage(journey, facts, look) if items else []
    return "\n".join([*lines, ""])


def _coverage(journey: Journey, facts: Facts, look: Look) -> list[str]:
    items = numbered(journey)
    lines = []
    for question in questions(journey, facts):
        answers = [question.answered(item.touchpoint) for item in items]
        asked = [answer for answer in answers if answer is not None]
        line = f"  {question.word:9} {sum(asked):>3} of {len(asked):<3}"
        strip = strip_of(items, question, look)
        room = look.width is None or width(line) + len(items) * 2 < look.width
        lines.append(f"{line} {strip}" if room else line)
    return lines
