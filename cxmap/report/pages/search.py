"""A list of every page, to look through; with a script all touchpoints are found as one types."""

from collections.abc import Iterator
from dataclasses import dataclass

from cxmap.report.brief import Brief
from cxmap.report.page import Here, Page, Stop
from cxmap.report.pages.compare import title
from cxmap.report.studio import Studio


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: its words, where it is, what it is, and more to find it by."""

    words: str
    href: str
    sort: str
    beside: str


Spot = tuple[str, str, str, str]
"""A touchpoint: its number, what happens, its id, what hurts."""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What the template of the search sees.

    Attributes:
        prefix: what every anchor on the page begins with.
        entries: the pages, and what stands on them by name.
        touchpoints: how many touchpoints the script finds.
        index: for every map its title, its state, what the addresses of its touchpoints begin
            with, and the touchpoints: number, what happens, id, what hurts.
    """

    prefix: str
    entries: tuple[Entry, ...]
    touchpoints: int
    index: tuple[tuple[str, str, str, tuple[Spot, ...]], ...]


def _stops(brief: Brief) -> Iterator[Stop]:
    if brief.journeys:
        yield Stop("search", "", "search.html", "Search")


def _build(studio: Studio, here: Here) -> SearchPage:
    entries = (entry for entry in _entries(studio) if entry.href)
    index = tuple(_index(studio))
    total = sum(len(spots) for *_, spots in index)
    return SearchPage(here.anchor(""), tuple(entries), total, index)


def _entries(studio: Studio) -> Iterator[Entry]:
    brief, links = studio.brief, studio.links
    workspace = brief.workspace
    for journey in brief.journeys:
        state = "Journey" if journey.state == "current" else "Target"
        yield Entry(journey.label, links.to("journey", journey.path), state, journey.scenario or "")
    for key, journey in brief.comparisons.keys(brief.journeys):
        yield Entry(title(journey), links.to("compare", key), "Comparison", "today and target")
    for customer in workspace.customers:
        href = links.to("customer", customer.id)
        yield Entry(customer.label, href, "Customer", customer.about or "")
    for team in workspace.teams:
        yield Entry(team.label, links.to("team", team.id), "Team", team.lead or "")
    for metric in workspace.metrics:
        place = f"m-{metric.id}"
        href = links.to("all-measures", "", place) or links.to("dashboard", "", place)
        yield Entry(metric.label, href, "Measure", metric.question or "")
    for action in workspace.actions:
        href = links.to("all-actions") or links.to("dashboard", "", "actions")
        yield Entry(action.label, href, "Action", action.benefit or "")


def _index(studio: Studio) -> Iterator[tuple[str, str, str, tuple[Spot, ...]]]:
    """The touchpoints of every map; of a target those that today's map has not, or calls else."""
    brief = studio.brief
    for journey in brief.journeys:
        today = brief.facts.current(journey) if journey.state == "target" else None
        names = {t.id: t.what for t in today.touchpoints()} if today else {}
        numbers = brief.numbers(journey)
        spots = tuple(
            (numbers[t.id], t.what, t.id, "; ".join(pain.text for pain in t.pains))
            for t in journey.touchpoints()
            if names.get(t.id) != t.what
        )
        start = studio.links.to("journey", journey.path, "tp-")
        if spots and start:
            yield journey.label, journey.state, start, spots


PAGE = Page("search", "search.html", (), _stops, _build)
