"""The history of a touchpoint, as every output format receives it."""

from collections.abc import Sequence
from dataclasses import dataclass

from cxmap.diff.history import Event


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a touchpoint.

    Attributes:
        name: what it is called today.
        item: its path, such as `onboarding@current/welcome-letter`.
        events: what changed, newest first.
    """

    name: str
    item: str
    events: Sequence[Event]

    @property
    def whole(self) -> bool:
        """Whether it goes back to where the touchpoint began."""
        return bool(self.events) and self.events[-1].first
