"""What is folded away under the table of a stage: pains, ideas, the blueprint, notes."""

from collections.abc import Iterator
from dataclasses import dataclass

from cxmap.report.view.sheet import StageView
from cxmap.report.view.touchpoint import Card
from cxmap.words import count

_BLUEPRINT = {
    "evidence": "Evidence",
    "frontstage": "Frontstage",
    "backstage": "Backstage",
    "support": "Support",
}
_MANY = {
    "Pain": "pains",
    "Works well": "things that work well",
    "Opportunity": "opportunities",
    "Note": "notes",
    "Link": "links",
}
_ONE = {"Works well": "thing that works well"}


@dataclass(frozen=True, slots=True)
class Detail:
    """One line.

    Attributes:
        sort: what it is, such as "Pain".
        number: where it belongs: 3.2 for a touchpoint, 3 for the stage itself.
        text: its words; Markdown in a note, an address in a link.
        source: where we know it from; empty where nobody says.
    """

    sort: str
    number: str
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Details:
    """What is folded away: how much of each sort it is, in words, and the lines."""

    summary: str
    lines: tuple[Detail, ...]


def details(stage: StageView) -> Details:
    """What is folded away under a stage, sort by sort."""
    lines = tuple(_lines(stage))
    sorts = [line.sort for line in lines]
    return Details(", ".join(_counted(s, sorts.count(s)) for s in dict.fromkeys(sorts)), lines)


def _counted(sort: str, number: int) -> str:
    """A count in words; the lanes of a blueprint have no plural: "5 backstage"."""
    one = _ONE.get(sort, sort.lower())
    return count(number, one, _MANY.get(sort, one))


def _lines(stage: StageView) -> Iterator[Detail]:
    cards = stage.cards
    for card in cards:
        yield from (Detail("Pain", card.number, p.text, p.source) for p in card.pains)
    for card in cards:
        yield from (Detail("Works well", card.number, text) for text in card.works_well)
    for card in cards:
        yield from (Detail("Opportunity", card.number, text) for text in card.opportunities)
    parts: list[tuple[str, StageView | Card]] = [
        (str(stage.number), stage),
        *((card.number, card) for card in cards),
    ]
    for name, sort in _BLUEPRINT.items():
        for number, part in parts:
            yield from (Detail(sort, number, text) for text in getattr(part, name))
    yield from (Detail("Note", number, part.note) for number, part in parts if part.note)
    for number, part in parts:
        yield from (Detail("Link", number, address) for address in part.links)
