"""From what was read to an inventory: touchpoints that name one stage stand in it together."""

from cxmap.inventory.inventory import Inventory, of_raw
from cxmap.inventory.reading import Found, Reading
from cxmap.source.packed import Raw
from cxmap.words import slug


def assemble(reading: Reading, journey: str, title: str, state: str) -> Inventory:
    """The inventory of what was read: stages in the order in which they are first named.

    Args:
        reading: what was read.
        journey: the id that the journey is to have.
        title: its name in words, or nothing.
        state: `current` or `target`.
    """
    stages: dict[tuple[int, str], dict[str, Raw]] = {}
    for found in reading.found:
        stage = stages.setdefault(stage_key(found), {"touchpoints": []})
        for key, value in found.stage.items():
            stage.setdefault(key, value)
        if found.touchpoint is not None:
            stage["touchpoints"].append(dict(found.touchpoint))
    return of_raw({"stages": list(stages.values())}, journey, title, state)


def stage_key(found: Found) -> tuple[int, str]:
    """What tells a stage from others: its heading, and its id or else its name."""
    name = str(found.stage.get("name", ""))
    return found.heading, str(found.stage.get("id") or slug(name) or name)


def interleaved(found: tuple[Found, ...]) -> tuple[str, ...]:
    """The names of stages that are named again after another one, as a sorted sheet has them."""
    seen: dict[tuple[int, str], str] = {}
    again: dict[tuple[int, str], str] = {}
    last = None
    for one in found:
        key = stage_key(one)
        if key != last and key in seen:
            again[key] = seen[key]
        seen.setdefault(key, str(one.stage.get("name") or key[1]))
        last = key
    return tuple(again.values())
