"""The item a finding speaks of: its path and the names that lead to it."""

from typing import NamedTuple

from cxmap.model.journey import Journey, Stage
from cxmap.model.part import Part
from cxmap.model.touchpoint import Touchpoint


class Subject(NamedTuple):
    """An item as findings name it.

    Attributes:
        item: its path, such as `onboarding@current/welcome-letter`.
        trail: names from the journey down to it.
        moment: it is a moment of truth.
        importance: 1 to 5 to the customer, 0 where nobody said.
        journey: the map it stands in, or None.
    """

    item: str
    trail: tuple[str, ...] = ()
    moment: bool = False
    importance: int = 0
    journey: Journey | None = None


def of_journey(journey: Journey) -> Subject:
    """A whole map."""
    return Subject(journey.path, (journey.label,), journey=journey)


def of_stage(journey: Journey, stage: Stage) -> Subject:
    """A stage of a map."""
    return Subject(journey.stage_path(stage), (journey.label, stage.name), journey=journey)


def of_touchpoint(journey: Journey, stage: Stage, touchpoint: Touchpoint) -> Subject:
    """A touchpoint of a map."""
    return Subject(
        journey.touchpoint_path(touchpoint),
        (journey.label, stage.name, touchpoint.what),
        touchpoint.moment_of_truth,
        touchpoint.importance or 0,
        journey,
    )


def of_item(part: Part) -> Subject:
    """An item of a section, such as a team."""
    identity = getattr(part, "id", "")
    names = (getattr(part, key, None) for key in (*part.NAMED_BY, "id"))
    label = next((name for name in names if isinstance(name, str)), "")
    return Subject(f"{part.KIND}:{identity}" if identity else part.KIND, (label,) if label else ())
