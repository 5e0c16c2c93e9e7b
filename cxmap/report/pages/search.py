"""A list of everything, which a script narrows as one types; without it, a page to look through."""

from collections.abc import Iterator
from dataclasses import dataclass

from cxmap.report.brief import Brief
from cxmap.report.page import Here, Page, Stop
from cxmap.report.pages.compare import title
from cxmap.report.studio import Studio
from cxmap.report.view.reference import to_touchpoint


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: its words, where it is, what it is, and more to find it by."""

    words: str
    href: str
    sort: str
    beside: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What the template of the search sees."""

    prefix: str
    entries: tuple[Entry, ...]


def _stops(brief: Brief) -> Iterator[Stop]:
    if brief.journeys:
        yield Stop("search", "", "search.html", "Search")


def _build(studio: Studio, here: Here) -> SearchPage:
    entries = (entry for entry in _entries(studio) if entry.href)
    return SearchPage(here.anchor(""), tuple(entries))


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
        href = links.to("dashboard", "", f"m-{metric.id}")
        yield Entry(metric.label, href, "Measure", metric.question or "")
    for action in workspace.actions:
        yield Entry(
            action.label, links.to("dashboard", "", "actions"), "Action", action.benefit or ""
        )
    for journey in brief.journeys:
        for touchpoint in journey.touchpoints():
            way = to_touchpoint(journey, touchpoint, brief, links)
            state = "Touchpoint" if journey.state == "current" else "Target touchpoint"
            pains = "; ".join(pain.text for pain in touchpoint.pains)
            beside = f"{journey.label}. {pains}" if pains else journey.label
            yield Entry(f"{way.number} {touchpoint.what}", way.href, state, beside)


PAGE = Page("search", "search.html", (), _stops, _build)
