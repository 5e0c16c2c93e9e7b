"""All journeys in one list, where the dashboard shows the first of many."""

from collections.abc import Iterator
from dataclasses import dataclass

from cxmap.report.brief import Brief
from cxmap.report.page import Here, Page, Stop
from cxmap.report.say import many, sentence
from cxmap.report.studio import Studio
from cxmap.report.view.cut import fits
from cxmap.report.view.journeys import MOST, JourneyRow, journey_rows, listed


@dataclass(frozen=True, slots=True)
class JourneysPage:
    """What the template of all journeys sees.

    Attributes:
        prefix: what every anchor on the page begins with.
        heading: how many there are.
        journeys: the journeys in their order, without curves.
    """

    prefix: str
    heading: str
    journeys: tuple[JourneyRow, ...]


def _stops(brief: Brief) -> Iterator[Stop]:
    if not fits(len(listed(brief)), MOST):
        yield Stop("all-journeys", "", "journeys.html", "All journeys")


def _build(studio: Studio, here: Here) -> JourneysPage:
    rows = journey_rows(studio)
    return JourneysPage(here.anchor(""), sentence(many(len(rows), "journey")), rows)


PAGE = Page("all-journeys", "all-journeys.html", ("journeys",), _stops, _build)
