"""Where touchpoints stand, and what their emotion and pains are based on."""

from dataclasses import dataclass
from functools import cached_property

from cxmap.model.fields import BasedOn
from cxmap.model.journey import Journey, Stage
from cxmap.model.part import Part
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Home:
    """Where a touchpoint stands."""

    journey: Journey
    stage: Stage


class Places:
    """Where the touchpoints of a workspace stand."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @cached_property
    def _homes(self) -> dict[int, Home]:
        """The home of every touchpoint, by the object: its id may stand in two maps."""
        stages = (Home(j, stage) for j in self._workspace.journeys for stage in j.stages)
        return {id(t): home for home in stages for t in home.stage.touchpoints}

    def home(self, touchpoint: Touchpoint) -> Home:
        """The map and the stage that a touchpoint of the workspace stands in."""
        return self._homes[id(touchpoint)]

    def based_on(self, touchpoint: Touchpoint) -> tuple[BasedOn, Part] | None:
        """Where its emotion and pains come from, and the part that says so: it, its stage or map.

        None where nobody said.
        """
        home = self.home(touchpoint)
        for part in (touchpoint, home.stage, home.journey):
            if part.based_on is not None:
                return part.based_on, part
        return None
