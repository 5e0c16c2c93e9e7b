"""Values in the data as touchpoints, stages and journeys of the maps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cxmap.model.workspace import Workspace


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place on the maps, as files point at it; all empty for none.

    Attributes:
        journey: `onboarding`, where the whole journey is meant.
        stage: `onboarding#sign`, of a touchpoint too.
        touchpoint: `onboarding/welcome-letter`.
    """

    journey: str = ""
    stage: str = ""
    touchpoint: str = ""


NOWHERE = Place()
"""No place in particular."""


class Unknown(Exception):  # noqa: N818 (it says what a value is)
    """A value that is no place, or several; the text says which."""


def find_place(value: str, workspace: Workspace) -> Place:
    """The place that a value means: `journey/touchpoint`, `journey#stage`, a journey or a name.

    Raises:
        Unknown: there is none; the text is empty, or names the several ones.
    """
    if "/" in value:
        found = [
            _touchpoint(journey.id, touchpoint.id, workspace)
            for journey, touchpoint in workspace.touchpoints_of(value)
        ]
    elif "#" in value:
        found = [
            Place(journey.id, f"{journey.id}#{stage.id}")
            for journey, stage in workspace.stages_of(value)
        ]
    else:
        found = [*_touchpoints(value, workspace), *_journeys(value, workspace)]
    different = sorted(set(found))
    if len(different) == 1:
        return different[0]
    names = [place.touchpoint or place.stage or place.journey for place in different]
    raise Unknown(" or ".join(f"`{name}`" for name in names))


def find_places(
    values: Iterable[str], names: Mapping[str, str], workspace: Workspace
) -> tuple[dict[str, Place], dict[str, str]]:
    """The places that values mean, and the values that mean none, with why.

    Args:
        values: as the data have them.
        names: what a value is called in the maps, where that differs.
        workspace: the maps.
    """
    places: dict[str, Place] = {}
    unknown: dict[str, str] = {}
    for value in values:
        try:
            places[value] = find_place(names.get(value, value), workspace)
        except Unknown as error:
            unknown[value] = str(error)
    return places, unknown


def _touchpoints(value: str, workspace: Workspace) -> list[Place]:
    found = []
    for journey in workspace.journeys:
        touchpoint = workspace.touchpoint_index(journey).get(value)
        if touchpoint is not None:
            found.append(_touchpoint(journey.id, touchpoint.id, workspace))
    return found


def _touchpoint(journey: str, touchpoint: str, workspace: Workspace) -> Place:
    """A touchpoint with its stage: that of the current map, else that of the target."""
    for one in workspace.maps_of(journey):
        for stage in one.stages:
            if any(t.id == touchpoint for t in stage.touchpoints):
                return Place(journey, f"{journey}#{stage.id}", f"{journey}/{touchpoint}")
    return Place(journey, "", f"{journey}/{touchpoint}")


def _journeys(value: str, workspace: Workspace) -> list[Place]:
    return [Place(journey.id) for journey in workspace.maps_of(value)[:1]]
