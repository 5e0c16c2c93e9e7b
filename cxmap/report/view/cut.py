"""Long lists: what matters most is shown, and where the rest is stands below."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from cxmap.report.page import Links

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """A page that has some of the rest: its title, its address, and how many it has."""

    title: str
    href: str
    number: int


@dataclass(frozen=True, slots=True)
class Rest:
    """What a list leaves out.

    Attributes:
        left: how many are left out; 0 where all are shown.
        total: how many there are.
        href: the page that lists them all, or nothing.
        places: the pages that have those that are left out.
    """

    left: int = 0
    total: int = 0
    href: str = ""
    places: tuple[Place, ...] = ()


def fits(number: int, most: int) -> bool:
    """Whether a list is shown whole: nobody looks for the two that are left of twenty."""
    return number <= most + most // 4


def cut(items: Sequence[T], most: int, href: str = "") -> tuple[Sequence[T], Rest]:
    """The first of a list, and how many are left out.

    Args:
        items: the list, what matters most first.
        most: how many are shown of a long list.
        href: the page that lists them all.
    """
    total = len(items)
    if fits(total, most):
        return items, Rest(total=total)
    return items[:most], Rest(total - most, total, href)


def elsewhere(left: Sequence[tuple[str, str]], total: int, links: Links, query: str = "") -> Rest:
    """The rest of a list of touchpoints, which is found on the pages of their journeys.

    Args:
        left: for every touchpoint that is left out its journey: the item path and the title.
        total: how many there are with those that are shown.
        links: where the pages are.
        query: what the filter of those pages is set to, such as `team=sales`.
    """
    places = (
        Place(title, links.filtered(links.to("journey", path), query), number)
        for (path, title), number in Counter(left).items()
    )
    return Rest(len(left), total, places=tuple(places))
