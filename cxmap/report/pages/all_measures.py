"""All measures in one table, where the dashboard shows the first of many."""

from collections.abc import Iterator
from dataclasses import dataclass

from cxmap.report.brief import Brief
from cxmap.report.page import Here, Page, Stop
from cxmap.report.pages.dashboard import MOST
from cxmap.report.studio import Studio
from cxmap.report.view.cut import fits
from cxmap.report.view.measures import Measures, of_all


@dataclass(frozen=True, slots=True)
class MeasuresPage:
    """What the template of all measures sees.

    Attributes:
        prefix: what every anchor on the page begins with.
        measures: the measures, the furthest from target first.
    """

    prefix: str
    measures: Measures


def _stops(brief: Brief) -> Iterator[Stop]:
    if not fits(len({metric.id for metric in brief.workspace.metrics}), MOST):
        yield Stop("all-measures", "", "measures.html", "All measures")


def _build(studio: Studio, here: Here) -> MeasuresPage:
    return MeasuresPage(here.anchor(""), of_all(studio))


PAGE = Page("all-measures", "all-measures.html", ("measures",), _stops, _build)
