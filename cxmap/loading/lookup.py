"""Journeys and stages by what people type on the command line."""

from cxmap.errors import CxmapError
from cxmap.model.index import Index
from cxmap.model.journey import Journey
from cxmap.model.workspace import Workspace
from cxmap.words import did_you_mean, listed


def find_journey(workspace: Workspace, name: str) -> Journey:
    """The map that `JOURNEY` or `JOURNEY@target` means; without a state the first there is.

    Raises:
        CxmapError: there is none; the text names the nearest.
    """
    identity, _, state = name.partition("@")
    maps = workspace.maps_of(identity)
    for found in maps:
        if found.state == (state or found.state):
            return found
    if maps:
        raise CxmapError(f"{maps[0].label} has no {state} map")
    known = workspace.journey_ids
    guess = did_you_mean(identity, known) or (f", there are: {listed(known, 20)}" if known else "")
    raise CxmapError(f"there is no journey `{identity}`{guess}")


def find_stage(journey: Journey, name: str) -> int:
    """The number of a stage, by id, name or number from 1.

    Raises:
        CxmapError: there is none; the text names the nearest.
    """
    if name.isdecimal() and 0 < int(name) <= len(journey.stages):
        return int(name) - 1
    found = Index(journey.stages).get(name)
    if found is None:
        known = [stage.id for stage in journey.stages]
        guess = did_you_mean(name, known) or f", there are: {listed(known, 20)}"
        raise CxmapError(f"{journey.label} has no stage `{name}`{guess}")
    return journey.stages.index(found)
