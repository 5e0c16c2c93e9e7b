"""The words of a pain."""

from cxmap.diff.difference import Spot
from cxmap.model.meaning import exact
from cxmap.model.touchpoint import Pain


def pain(spot: Spot | None, key: str) -> str:
    """The text of an item's pain, by its id or, where it has none, its text."""
    pains: tuple[Pain, ...] = getattr(spot.part, "pains", ()) if spot else ()
    return next((p.text for p in pains if key in {p.id, exact(p.text)}), key)
