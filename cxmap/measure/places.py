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
    found = workspace.places_of(value)
    if len(found) != 1:
        raise Unknown(" or ".join(f"`{path}`" for path in found))
    (path,) = found
    if "#" in path:
        return Place(path.partition("#")[0], path)
    journey, _, touchpoint = path.partition("/")
    return _touchpoint(journey, touchpoint, workspace) if touchpoint else Place(journey)


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


def _touchpoint(journey: str, touchpoint: str, workspace: Workspace) -> Place:
    """A touchpoint with its stage: that of the current map, else that of the target."""
    for one in workspace.maps_of(journey):
        for stage in one.stages:
            if any(t.id == touchpoint for t in stage.touchpoints):
                return Place(journey, f"{journey}#{stage.id}", f"{journey}/{touchpoint}")
    return Place(journey, "", f"{journey}/{touchpoint}")
