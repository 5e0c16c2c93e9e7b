"""All actions in one table, where the dashboard shows the first of many."""

from collections.abc import Iterator
from dataclasses import dataclass

from cxmap.report.brief import Brief
from cxmap.report.page import Here, Page, Stop
from cxmap.report.pages.dashboard import MOST
from cxmap.report.studio import Studio
from cxmap.report.view.action import ActionView, heading, in_order
from cxmap.report.view.cut import fits


@dataclass(frozen=True, slots=True)
class ActionsPage:
    """What the template of all actions sees.

    Attributes:
        prefix: what every anchor on the page begins with.
        heading: what stands out about them.
        actions: the actions, what is late first.
    """

    prefix: str
    heading: str
    actions: tuple[ActionView, ...]


def _stops(brief: Brief) -> Iterator[Stop]:
    if not fits(len(brief.workspace.actions), MOST):
        yield Stop("all-actions", "", "actions.html", "All actions")


def _build(studio: Studio, here: Here) -> ActionsPage:
    actions = in_order(studio.action(part) for part in studio.brief.workspace.actions)
    return ActionsPage(here.anchor(""), heading(actions), actions)


PAGE = Page("all-actions", "all-actions.html", ("actions",), _stops, _build)
