"""The redesign: what will change, by whom, and how we will know."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import model_validator

from cxmap.model.fields import Day, Id, Link, Note, Text, listed, needed, said, usually
from cxmap.model.part import Part, Refers, also
from cxmap.model.refused import missing
from cxmap.model.touchpoint import Teams
from cxmap.timing.calendar import Calendar
from cxmap.timing.deadline import deadline
from cxmap.timing.duration import Duration
from cxmap.timing.units import Unit

REDESIGN = Duration(Decimal(20), Unit.BUSINESS_DAY)
"""How long an action may take after it was raised, where nobody says otherwise."""

OPEN = frozenset({"proposed", "approved", "in-progress"})
"""The states in which an action is still to be done."""


class Action(Part):
    """One piece of work that changes what customers live through."""

    KIND = "action"
    NAMED_BY = ("title", "name")
    ALSO = also(
        {
            "title": "what action",
            "owner": "who team responsible",
            "due": "deadline when until date",
            "verify": "measure measures metric metrics kpi",
            "status": "state",
            "raised": "created opened",
            "because": "reason",
            "effort": "cost",
            "note": "description comment comments",
        }
    )

    id: Id = needed("what other files point at; the slug of `title` by default")
    title: Text | None = said("what will change, in a few words")
    name: Text | None = said("the same as `title`")
    touchpoints: tuple[Annotated[Text, Refers("touchpoint")], ...] = listed(
        "the touchpoints it changes: `journey/touchpoint`"
    )
    stages: tuple[Annotated[Text, Refers("stage")], ...] = listed("stages: `journey#stage`")
    journeys: tuple[Annotated[Text, Refers("journey")], ...] = listed("whole journeys")
    owner: Annotated[Text, Refers("team")] | None = said("the team that answers for it")
    with_: Teams = listed("teams that help", "with")
    because: tuple[Text, ...] = listed("a metric, a listening post, or a pain in words")
    raised: Day | None = said("when it was raised")
    live: Day | None = said("when it went live; needed once it is live or verified")
    due: Day | None = said("when it is due; 20 working days after `raised` by default")
    approved_by: Text | None = said("who said yes")
    approved: Day | None = said("when they said yes")
    benefit: Text | None = said("what it brings, in words or money")
    effort: Literal["small", "medium", "large"] | None = said("how much work it is")
    status: Literal["proposed", "approved", "in-progress", "live", "verified", "dropped"] = usually(
        "proposed", "how far it is"
    )
    verify: tuple[Annotated[Text, Refers("metric")], ...] = listed(
        "the metric that must move before it counts as done"
    )
    why: Text | None = said("the reason; needed where it is dropped")
    tags: tuple[Text, ...] = listed("your own labels")
    links: tuple[Link, ...] = listed("web addresses")
    note: Note | None = said("Markdown, shown in reports")

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.status in {"live", "verified"} and self.live is None and "live" not in self.refused:
            message = f"`{self.label}` is {self.status} and does not say since when"
            raise missing(message, "add `live: <date>`, the day it went live")
        if self.status == "dropped" and not self.why:
            raise missing(f"`{self.label}` was dropped and does not say why", "add `why: <reason>`")
        return self

    @property
    def label(self) -> str:
        """Its title in words."""
        return self.title or self.name or self.id

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.status in OPEN


def due_date(action: Action, calendar: Calendar, redesign: Duration | None = None) -> date | None:
    """The last day on which an action is in time: as written, else `redesign` after it was raised.

    `REDESIGN` where the workspace has no limit of its own; None where the action has no date.
    """
    if action.due is not None or action.raised is None:
        return action.due
    return deadline(action.raised, redesign or REDESIGN, calendar)
