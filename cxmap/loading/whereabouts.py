"""Which item of a file a route leads to: for findings about things that could not be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxmap.model.notes import GIVEN_ID
from cxmap.source.packed import Raw
from cxmap.words import cut, slug

ITEMS = {
    "teams": "team",
    "channels": "channel",
    "customers": "customer",
    "metrics": "metric",
    "listening": "listening",
    "actions": "action",
    "data": "data",
}
"""The sections whose items have ids, and what an item is called in an item path."""

_OTHERS = ("strategy", "readings", "actual")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """An item's path, and the names from the journey down to it."""

    item: str
    trail: tuple[str, ...] = ()
    moment: bool = False
    importance: int = 0


def find(raw: Raw, route: Sequence[str | int]) -> Whereabouts:
    """The innermost item with an id that a route into a file passes."""
    if not isinstance(raw, dict):
        return Whereabouts("")
    first = route[0] if route else ""
    second = route[1] if len(route) > 1 else None
    if "journey" in raw and (first == "customers" or first not in {*ITEMS, *_OTHERS}):
        return _in_journey(raw, route)
    if first == "strategy":
        return Whereabouts("strategy", ("The programme",))
    if isinstance(first, str) and first in ITEMS:
        item = _step(raw.get(first), second if isinstance(second, int) else 0)
        if isinstance(item, dict):
            identity = _identity(item, "name", "title", "what")
            return Whereabouts(f"{ITEMS[first]}:{identity}", (_name(item) or identity,))
    return Whereabouts("")


def _in_journey(raw: Mapping[str | int, Raw], route: Sequence[str | int]) -> Whereabouts:
    state = raw.get("state")
    state = state if isinstance(state, str) and state in {"current", "target"} else "current"
    identity = raw.get("journey")
    path = f"{identity if isinstance(identity, str) else ''}@{state}"
    title = raw.get("title")
    trail: tuple[str, ...] = (title if isinstance(title, str) else str(identity or ""),)
    if len(route) < 2 or route[0] != "stages" or not isinstance(route[1], int):
        return Whereabouts(path, trail)
    stage = _step(raw.get("stages"), route[1])
    if not isinstance(stage, dict):
        return Whereabouts(path, trail)
    trail += (_name(stage),)
    if len(route) > 3 and route[2] == "touchpoints" and isinstance(route[3], int):
        touchpoint = _step(stage.get("touchpoints"), route[3])
        if isinstance(touchpoint, dict):
            moment = str(touchpoint.get("moment_of_truth")).lower() in {"true", "yes"}
            rank = str(touchpoint.get("importance"))
            return Whereabouts(
                f"{path}/{_identity(touchpoint, 'what')}",
                (*trail, _name(touchpoint)),
                moment,
                int(rank) if rank in {"1", "2", "3", "4", "5"} else 0,
            )
    return Whereabouts(f"{path}#{_identity(stage, 'name')}", trail)


def _step(raw: Raw, number: int) -> Raw:
    if isinstance(raw, list):
        return raw[number] if number < len(raw) else None
    return raw


def _identity(item: Mapping[str | int, Raw], *names: str) -> str:
    written = item.get("id") or item.get(GIVEN_ID)
    if isinstance(written, str):
        return written
    return next((slug(n) for key in names if isinstance(n := item.get(key), str)), "")


def _name(item: Mapping[str | int, Raw]) -> str:
    keys = ("what", "name", "title", "id")
    return next((cut(n, 80) for key in keys if isinstance(n := item.get(key), str)), "")
