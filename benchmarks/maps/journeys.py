"""One journey of the corpus: what happens today, what should, and the action between the two."""

from collections.abc import Sequence
from dataclasses import dataclass

from maps.author import Author, author
from maps.touchpoints import improved, one_line, touchpoint
from maps.yamltext import Item, Node

STAGES = ("look", "choose", "sign-up", "start", "use", "stay")
TOUCHPOINTS = 30
ONE_LINERS = 0.04
DRILL_DOWN = 10


@dataclass(frozen=True)
class Journey:
    """The data of both maps, their folder, and the action that delivers the target."""

    id: str
    folder: str
    current: Item
    target: Item
    action: Item


def journey(number: int, seed: int) -> Journey:
    """Make journey `number`, from 1; it is the same whatever the size of the corpus."""
    writer, key = author(number, seed), _id(number)
    *others, lost, old, extra = _touchpoints(writer)
    if number > DRILL_DOWN:
        others[0]["journey"] = _id(number - DRILL_DOWN)
    told = _told(writer, others)
    new = old | {"id": f"new-{old['id']}", "what": f"{old['what']} 2.0", "replaces": [old["id"]]}
    head = _head(writer, key)
    today = [*told, lost, old]
    later = [improved(writer, item) for item in [*told, new, extra]]
    return Journey(
        id=key,
        folder=f"journeys/{writer.language}",
        current=head | {"stages": _stages(writer, today)},
        target=head
        | {"state": "target", "as_of": "2026-10-20", "stages": _stages(writer, later)}
        | {"retired": [{"touchpoint": lost["id"], "why": writer.sentence()}]},
        action=_action(writer, key, str(old["id"])),
    )


def _id(number: int) -> str:
    return f"moving-home-{number:04}"


def _touchpoints(writer: Author) -> list[Item]:
    """Those of today and one more; nothing follows the last three."""
    owners = [writer.team() for _ in STAGES]
    made: list[Item] = []
    for place, (key, what) in enumerate(writer.names(TOUCHPOINTS + 1)):
        usual = owners[place * len(STAGES) // (TOUCHPOINTS + 1)]
        team = usual if writer.some(0.6) else writer.team()
        before = made[min(place, TOUCHPOINTS - 2) - 1]["id"] if made else ""
        made.append(touchpoint(writer, key, what, team, str(before)))
    return made


def _told(writer: Author, items: Sequence[Item]) -> list[Node]:
    """Some touchpoints as one line, which has no id: never one that another one follows."""
    whens = [item.get("when") for item in items]
    followed = {when.get("after") for when in whens if isinstance(when, dict)}
    return [
        one_line(writer, str(item["what"]))
        if item["id"] not in followed and "journey" not in item and writer.some(ONE_LINERS)
        else item
        for item in items
    ]


def _head(writer: Author, key: str) -> Item:
    random = writer.random
    return {
        "cxmap": 1,
        "journey": key,
        "title": f"{random.choice(writer.words['things'])}, {writer.event()}",
        "state": "current",
        "as_of": f"2026-{random.randint(6, 10):02}-{random.randint(1, 28):02}",
        "customers": writer.customers,
        "status": "agreed",
        "agreed_by": [writer.team()],
        "based_on": random.choice(["staff", "customers", "data"]),
        "owner": writer.team(),
        "trigger": writer.event(),
        "outcome": writer.sentence(),
        "measures": ["nps"],
        "tags": ["b2c"],
        "note": writer.paragraph(),
    }


def _stages(writer: Author, touchpoints: Sequence[Node]) -> list[Item]:
    share = -(-len(touchpoints) // len(STAGES))
    return [
        {
            "id": key,
            "name": writer.words["stages"][place],
            "goal": writer.sentence(),
            "duration": f"{place + 2} weeks",
            "owner": writer.team(),
            "measures": [f"ces-{writer.team()}"],
            "touchpoints": touchpoints[place * share : (place + 1) * share],
        }
        for place, key in enumerate(STAGES)
    ]


def _action(writer: Author, key: str, touchpoint: str) -> Item:
    owner = writer.team()
    return {
        "id": f"improve-{key}",
        "title": f"Deliver the target of {key}",
        "journeys": [key],
        "touchpoints": [f"{key}/{touchpoint}"],
        "owner": owner,
        "because": [f"csat-{owner}"],
        "raised": "2026-10-05",
        "due": "2026-12-18",
        "status": "in-progress",
        "verify": f"csat-{owner}",
    }
