"""What differs, as a fact: who gains or loses by it is for the kinds of change to say."""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum

from cxmap.loading import subject
from cxmap.loading.subject import Subject
from cxmap.model.journey import Journey, Stage
from cxmap.model.part import Part
from cxmap.model.touchpoint import Touchpoint


class Sort(Enum):
    """What happened to an item."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    """It has another id, and is clearly alike."""
    REPLACED = "replaced"
    """It has another id, and the map says what it was."""
    MERGED = "merged"
    SPLIT = "split"
    MOVED = "moved"
    """It stands in another stage."""
    REORDERED = "reordered"
    ANSWERED = "answered"
    """A question is answered otherwise: `field`, `was` and `now` say which and how."""


@dataclass(frozen=True, slots=True)
class Spot:
    """An item and where it stands.

    Attributes:
        part: the item itself.
        subject: its path and the names that lead to it.
        journey: the map it stands in, or None.
        stage: the stage it stands in, or is itself.
        place: its place among its siblings, from 1; 0 outside maps.
        number: what people call its place on a map: 3 for a stage, 3.2 for a touchpoint.
    """

    part: Part
    subject: Subject
    journey: Journey | None = None
    stage: Stage | None = None
    place: int = 0
    number: str = ""

    @property
    def item(self) -> str:
        """Its path, such as `onboarding@current/welcome-letter`."""
        return self.subject.item

    @property
    def kind(self) -> str:
        """What it is, such as `touchpoint`."""
        return self.part.KIND

    @property
    def name(self) -> str:
        """What people call it."""
        return self.subject.trail[-1] if self.subject.trail else self.item


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs.

    Attributes:
        sort: what happened.
        before: the item as it was; None where it is new.
        after: the item as it is; None where it is gone.
        field: the key that is answered otherwise.
        item: the item of its list that was lost or got or changed, where each counts by itself.
        was: what it was answered with, None for nothing.
        now: what it is answered with, None for nothing.
    """

    sort: Sort
    before: Spot | None
    after: Spot | None
    field: str = ""
    item: str = ""
    was: Hashable = None
    now: Hashable = None

    @property
    def spot(self) -> Spot:
        """The item as it is, else as it was."""
        found = self.after or self.before
        if found is None:
            raise LookupError(self.sort)
        return found

    @property
    def ids(self) -> tuple[str, str]:
        """Its id as it was and as it is."""
        before, after = (getattr(s.part, "id", "") if s else "" for s in (self.before, self.after))
        return before, after


def spot_of_journey(journey: Journey) -> Spot:
    """Where a map stands: by itself."""
    return Spot(journey, subject.of_journey(journey), journey)


def spot_of_stage(journey: Journey, stage: Stage, place: int) -> Spot:
    """Where a stage stands."""
    return Spot(stage, subject.of_stage(journey, stage), journey, stage, place, str(place))


def spot_of_touchpoint(
    journey: Journey, stage: Stage, touchpoint: Touchpoint, stage_place: int, place: int
) -> Spot:
    """Where a touchpoint stands."""
    about = subject.of_touchpoint(journey, stage, touchpoint)
    return Spot(touchpoint, about, journey, stage, place, f"{stage_place}.{place}")
