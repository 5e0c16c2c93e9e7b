"""Coverage of a map: how many touchpoints answer each question, and which do not."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cxmap.model import coverage
from cxmap.model.journey import Journey
from cxmap.model.touchpoint import Touchpoint
from cxmap.report.brief import Brief

_WORDS = {
    "who": ("has an owner", "have an owner", "Owner"),
    "when": ("has a timeline", "have a timeline", "Timeline"),
    "how": ("has a channel", "have a channel", "Channel"),
    "voice": ("asks the customer", "ask the customer", "Asked"),
}


@dataclass(frozen=True, slots=True)
class Strip:
    """One question of coverage.

    Attributes:
        question: `who`, `when`, `how` or `voice`.
        words: what the counted touchpoints do, such as "have an owner".
        short: the same in a word, such as "Owner".
        answered: how many do.
        asked: of how many.
        stages: for every stage and touchpoint whether it does; None where none is asked.
        label: all of it in words, with what is missing.
    """

    question: str
    words: str
    short: str
    answered: int
    asked: int
    stages: tuple[tuple[bool | None, ...], ...]
    label: str


def strips(journey: Journey, brief: Brief) -> tuple[Strip, ...]:
    """Owner, timeline and whether customers are asked; channel too where one is missing."""
    listening = brief.facts.listening
    counted = coverage.count(listening, [(journey, t) for t in journey.touchpoints()])
    tests: dict[str, Callable[[Touchpoint], bool]] = {
        "who": lambda t: t.wrote_answer("who"),
        "when": lambda t: t.wrote_answer("when"),
        "how": lambda t: t.wrote_answer("how"),
        "voice": lambda t: listening.heard(journey, t),
    }
    numbers = brief.numbers(journey)
    return tuple(
        _strip(
            journey, question, test, (counted[question].answered, counted[question].asked), numbers
        )
        for question, test in tests.items()
        if question != "how" or counted["how"].answered < counted["how"].asked
    )


def _strip(
    journey: Journey,
    question: str,
    test: Callable[[Touchpoint], bool],
    counted: tuple[int, int],
    numbers: Mapping[str, str],
) -> Strip:
    answered, asked = counted
    one, many, short = _WORDS[question]
    words = one if answered == 1 else many
    stages = tuple(
        tuple(None if t.by_customer else test(t) for t in stage.touchpoints)
        for stage in journey.stages
    )
    missing = [numbers[t.id] for t in journey.touchpoints() if not t.by_customer and not test(t)]
    where = f"; missing at {', '.join(missing)}" if missing else ""
    return Strip(
        question, words, short, answered, asked, stages, f"{answered} of {asked} {words}{where}"
    )


def silent(strip: Sequence[Strip], question: str) -> int:
    """How many touchpoints do not answer a question."""
    return next((s.asked - s.answered for s in strip if s.question == question), 0)
