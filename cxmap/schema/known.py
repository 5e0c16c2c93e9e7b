"""The ids of a workspace, so that an editor can offer them where maps refer to each other."""

from collections.abc import Iterable, Iterator, Mapping

from cxmap.model.index import Identified, Index
from cxmap.model.journey import Journey
from cxmap.model.workspace import Workspace

Known = Mapping[str, Mapping[str, str]]
"""By kind, as references name it, the ids with a few words for each."""


def known_ids(workspace: Workspace) -> Known:
    """Everything that the maps of a workspace may point at, sorted; kinds without items left out.

    An empty workspace knows the built-in channels.
    """
    found = {
        "team": _names(workspace.teams),
        "channel": ((c.id, _told(c.name, c.kind)) for c in workspace.all_channels),
        "customer": _names(workspace.customers),
        "metric": _names(workspace.metrics),
        "data": _names(workspace.data),
        "journey": ((j.id, j.title or "") for j in workspace.journeys),
        "stage": _stages(workspace.journeys),
        "touchpoint": _touchpoints(workspace.journeys),
        "current-touchpoint": _current(workspace.journeys),
    }
    return {kind: words for kind, items in found.items() if (words := _sorted(items))}


def _sorted(items: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """The first words of each id that are any: a current and a target map share their ids."""
    words: dict[str, str] = {}
    for identity, meaning in items:
        words[identity] = words.get(identity) or meaning
    return dict(sorted(words.items()))


def _names(items: Index[Identified]) -> Iterator[tuple[str, str]]:
    for item in items:
        name = getattr(item, "name", None) or getattr(item, "title", None)
        yield item.id, name or ""


def _told(*words: str | None) -> str:
    return ", ".join(word for word in words if word)


def _stages(journeys: Iterable[Journey]) -> Iterator[tuple[str, str]]:
    for journey in journeys:
        for stage in journey.stages:
            yield f"{journey.id}#{stage.id}", f"{journey.label}: {stage.name}"


def _touchpoints(journeys: Iterable[Journey]) -> Iterator[tuple[str, str]]:
    for journey in journeys:
        for touchpoint in journey.touchpoints():
            yield f"{journey.id}/{touchpoint.id}", f"{journey.label}: {touchpoint.what}"


def _current(journeys: Iterable[Journey]) -> Iterator[tuple[str, str]]:
    for journey in journeys:
        if journey.state == "current":
            for touchpoint in journey.touchpoints():
                yield touchpoint.id, f"{journey.label}: {touchpoint.what}"
