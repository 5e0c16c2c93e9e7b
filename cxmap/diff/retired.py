"""Why a touchpoint is gone, where a map says so."""

from cxmap.diff.difference import Difference
from cxmap.diff.sight import Sight
from cxmap.model.journey import Journey
from cxmap.model.workspace import Workspace


def reason(difference: Difference, sight: Sight) -> str | None:
    """Why a touchpoint was retired: by the target, also one that has since become today's map."""
    spot = difference.before
    if spot is None or spot.journey is None:
        return None
    journey, workspaces = spot.journey, (sight.now.workspace, sight.was.workspace)
    targets = (w.map_of(journey.id, "target") for w in workspaces)
    for workspace, target in zip(workspaces, targets, strict=True):
        for item in target.retired if target else ():
            own = item.touchpoint.removeprefix(f"{journey.id}/")
            if getattr(spot.part, "id", None) in {own, _found(workspace, journey, own)}:
                return item.why
    return None


def _found(workspace: Workspace, journey: Journey, reference: str) -> str | None:
    found = workspace.touchpoint_index(journey).get(reference)
    return found.id if found else None
