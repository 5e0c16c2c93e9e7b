"""A map as it is shown: touchpoints with their numbers, and the questions they answer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cxmap.facts import Facts
from cxmap.model.journey import Journey, Stage
from cxmap.model.touchpoint import Touchpoint


@dataclass(frozen=True, slots=True)
class Numbered:
    """A touchpoint with its place: 3.2 is the second of the third stage."""

    stage_number: int
    number: int
    stage: Stage
    touchpoint: Touchpoint
    path: str

    @property
    def label(self) -> str:
        """The number that ties pictures, lists and tables together."""
        return f"{self.stage_number}.{self.number}"


def numbered(journey: Journey) -> tuple[Numbered, ...]:
    """The touchpoints of a map in the customer's order."""
    return tuple(
        Numbered(s, t, stage, touchpoint, journey.touchpoint_path(touchpoint))
        for s, stage in enumerate(journey.stages, 1)
        for t, touchpoint in enumerate(stage.touchpoints, 1)
    )


@dataclass(frozen=True, slots=True)
class Question:
    """A question asked of every touchpoint: its word, what its absence is called, and the answer.

    An answer is None where the question is not asked, as of what customers do alone.
    """

    word: str
    missing: str
    answered: Callable[[Touchpoint], bool | None]


def questions(journey: Journey, facts: Facts) -> tuple[Question, ...]:
    """Owner, channel, timeline and feedback."""

    def asked(field: str) -> Callable[[Touchpoint], bool | None]:
        return lambda t: None if t.by_customer else t.wrote_answer(field)

    def heard(touchpoint: Touchpoint) -> bool | None:
        return None if touchpoint.by_customer else facts.listening.heard(journey, touchpoint)

    return (
        Question("Owner", "no owner", asked("who")),
        Question("Channel", "no channel", asked("how")),
        Question("Timeline", "no timeline", asked("when")),
        Question("Feedback", "nobody asks", heard),
    )


def by_stage(items: Sequence[Numbered]) -> Iterator[tuple[Stage, list[Numbered]]]:
    """The touchpoints stage by stage; a stage without touchpoints does not appear."""
    stages: dict[int, list[Numbered]] = {}
    for item in items:
        stages.setdefault(item.stage_number, []).append(item)
    for held in stages.values():
        yield held[0].stage, held
