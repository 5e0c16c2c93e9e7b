"""The workspace at a glance: what stands out, and the figures at the top."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cxmap.model import coverage
from cxmap.model.journey import Journey
from cxmap.report.say import many, sentence
from cxmap.report.studio import Studio
from cxmap.report.view.action import ActionView
from cxmap.report.view.measures import Measures
from cxmap.report.view.telling import Piece


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at the top: what it counts, the figure, and words beside it."""

    words: str
    value: str
    beside: str


def standfirst(
    current: Sequence[Journey],
    studio: Studio,
    actions: Sequence[ActionView],
) -> Iterator[Piece]:
    """What stands out over all journeys, in pieces of a sentence."""
    brief = studio.brief
    listening = brief.facts.listening
    points = [(journey, t) for journey in current for t in journey.touchpoints()]
    if not points:
        yield Piece("Nothing is on a map yet.")
        return
    counted = coverage.count(listening, points)
    who, voice = counted["who"], counted["voice"]
    verb = "has" if who.answered == 1 else "have"
    yield Piece(f"{who.answered:,} of {who.asked:,} touchpoints {verb} an owner, and ")
    yield Piece(f"we ask the customer at {voice.answered:,}. ")
    unheard = [t for j, t in points if t.moment_of_truth and not listening.heard(j, t)]
    if unheard:
        few = [t.what for t in unheard[:2]]
        more = len(unheard) - len(few)
        names = ", ".join(few) + (f" and {more} more" if more else "")
        which = "a moment of truth" if len(unheard) == 1 else "moments of truth"
        yield Piece(f"Nobody asks at {names}, {which}. ", strong=True)
    late = sum(view.state == "late" for view in actions)
    if late:
        yield Piece(f"{sentence(many(late, 'action'))} {'is' if late == 1 else 'are'} late. ")


def figures(
    current: Sequence[Journey],
    studio: Studio,
    measured: Measures,
    actions: Sequence[ActionView],
) -> Iterator[Figure]:
    """How many journeys there are, what is answered on them, what is on target, what is late."""
    brief = studio.brief
    counted = coverage.count(
        brief.facts.listening, [(j, t) for j in current for t in j.touchpoints()]
    )
    targets = sum(brief.facts.target(journey) is not None for journey in current)
    yield Figure("Journeys", f"{len(current):,}", f"{targets:,} with a target")
    for question, words, beside in (
        ("who", "Touchpoints with an owner", "belong to nobody"),
        ("when", "With a timeline", "have no clock"),
        ("voice", "Where we ask", "without the customer’s voice"),
    ):
        fraction = counted[question]
        missing = fraction.asked - fraction.answered
        yield Figure(words, f"{fraction.answered:,} of {fraction.asked:,}", f"{missing:,} {beside}")
    shown = [row.measure for row in measured.rows]
    fresh = [m for m in shown if m.verdict.counts]
    if shown:
        on = sum(m.verdict.state == "ok" for m in fresh)
        rest = len(shown) - len(fresh)
        more = " more" if fresh else ""
        beside = f"{rest}{more} cannot be judged" if rest else "with fresh figures"
        yield Figure("Measures on target", f"{on} of {len(fresh)}" if fresh else "–", beside)
    ahead = [view for view in actions if view.state in {"late", "open"}]
    if actions:
        late = sum(view.state == "late" for view in ahead)
        yield Figure("Actions late", str(late), f"of {len(ahead)} open")
