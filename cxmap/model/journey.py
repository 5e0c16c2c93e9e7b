"""A journey: what a customer lives through, stage by stage."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Tag

from cxmap.model.customer import Customer
from cxmap.model.fields import BasedOn, Day, Id, Link, Note, Text, listed, needed, said, usually
from cxmap.model.identity import expand_and_name
from cxmap.model.part import Part, Refers, also
from cxmap.model.touchpoint import Blueprint, Metrics, Teams, Touchpoint
from cxmap.source.packed import Raw


class Stage(Blueprint):
    """A part of the journey as the customer sees it."""

    KIND = "stage"
    NAMED_BY = ("name",)
    ALSO = also(
        {
            "name": "title stage what",
            "touchpoints": "steps interactions moments",
            "owner": "team who responsible",
            "measures": "metric metrics kpi kpis",
            "duration": "time length",
            "if": "condition",
            "support": "systems tools support-systems",
            "note": "description comment comments",
        }
    )

    id: Id = needed("what other files point at; the slug of `name` by default")
    name: Text = needed("the stage in the customer's words")
    if_: Text | None = said("only then does it happen", "if")
    phase: Text | None = said("a coarser group over stages, such as pre-sale")
    goal: Text | None = said("what the customer wants here")
    duration: Text | None = said("how long it lasts, in words or a duration")
    owner: Annotated[Text, Refers("team")] | None = said(
        "the team accountable for the stage across teams"
    )
    based_on: BasedOn | None = said("where the emotions and pains come from")
    measures: Metrics = listed("feedback lined up to the stage")
    touchpoints: tuple[Touchpoint, ...] = listed("what happens, in order")
    tags: tuple[Text, ...] = listed("your own labels")
    links: tuple[Link, ...] = listed("web addresses")
    note: Note | None = said("Markdown, shown in reports")


class Retired(Part):
    """A current touchpoint that the target drops on purpose."""

    KIND = "retired touchpoint"

    touchpoint: Annotated[Text, Refers("current-touchpoint")] = needed("the touchpoint's id")
    why: Text = needed("why customers do not need it any more")
    note: Note | None = said("words beside it")

    @classmethod
    def example(cls) -> str:
        """How a retirement is written."""
        return "{touchpoint: fax-form, why: The portal form replaces it}"


def _text_or_customer(raw: Raw) -> str:
    return "text" if isinstance(raw, str) else "customer"


JourneyCustomer = Annotated[
    Annotated[Text, Refers("customer"), Tag("text")] | Annotated[Customer, Tag("customer")],
    Discriminator(_text_or_customer),
]


BESIDE = (
    "cxmap",
    "strategy",
    "teams",
    "channels",
    "metrics",
    "listening",
    "actions",
    "readings",
    "actual",
    "data",
)
"""Sections that may stand beside a journey in its file."""


class Journey(Part):
    """One telling of what customers live through: as it is today, or as it is to become."""

    KIND = "journey"
    NAMED_BY = ("title",)
    ALSO = also(
        {
            "title": "name",
            "stages": "steps phases",
            "customers": "persona personas segment segments",
            "owner": "team who responsible",
            "measures": "metric metrics kpi kpis",
            "as_of": "date updated last-updated",
            "outcome": "goal goals",
            "note": "description comment comments",
        }
    )

    id: Id = needed("its id, shared by its current and its target map", "journey")
    title: Text | None = said("the journey's name in words")
    state: Literal["current", "target"] = usually("current", "as it is today, or as it should be")
    as_of: Day | None = said("when people last confirmed that this is true")
    customers: tuple[JourneyCustomer, ...] = listed(
        "whose journey it is; a mapping declares the customer here and now"
    )
    scenario: Text | None = said("the situation it tells of")
    scenario_of: Annotated[Text, Refers("journey")] | None = said(
        "the journey that this is another telling of"
    )
    status: Literal["draft", "agreed"] = usually(
        "agreed", "a draft is asked the first questions only"
    )
    agreed_by: Teams = listed("teams that stand behind this map")
    based_on: BasedOn | None = said("where the emotions and pains come from")
    owner: Annotated[Text, Refers("team")] | None = said(
        "the team accountable across the whole experience"
    )
    trigger: Text | None = said("what starts it")
    outcome: Text | None = said("how it ends well for the customer")
    measures: Metrics = listed("relationship measures of the whole journey")
    stages: tuple[Stage, ...] = listed("the stages in the customer's order")
    retired: tuple[Retired, ...] = listed("target only: current touchpoints dropped on purpose")
    tags: tuple[Text, ...] = listed("your own labels")
    links: tuple[Link, ...] = listed("web addresses")
    note: Note | None = said("Markdown, shown in reports")

    @classmethod
    def example(cls) -> str:
        """How a journey begins."""
        return "journey: onboarding"

    @classmethod
    def tidy(cls, clean: dict[str, Any], raw: Raw) -> dict[str, Any]:
        """Leave other sections be; write touchpoints out and name them before they are read."""
        for key in BESIDE:
            clean.pop(key, None)
        written = clean["\0written"]
        if written is not None:
            expand_and_name(written.document, raw)
        return clean

    @property
    def path(self) -> str:
        """Its item path, such as `onboarding@current`."""
        return f"{self.id}@{self.state}"

    @property
    def label(self) -> str:
        """Its title in words, else its id."""
        return self.title or self.id

    def touchpoints(self) -> Iterator[Touchpoint]:
        """Its touchpoints in the customer's order."""
        for stage in self.stages:
            yield from stage.touchpoints

    def customer_refs(self) -> tuple[str, ...]:
        """Whose journey it is, as written: ids or names."""
        return tuple(c if isinstance(c, str) else c.id for c in self.customers)

    def stage_path(self, stage: Stage) -> str:
        """The item path of one of its stages, such as `onboarding@current#sign`."""
        return f"{self.path}#{stage.id}"

    def touchpoint_path(self, touchpoint: Touchpoint) -> str:
        """The item path of one of its touchpoints, such as `onboarding@current/welcome-letter`."""
        return f"{self.path}/{touchpoint.id}"
