"""A customer on one page: what they want and expect, their journeys, where it hurts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from cxmap.model.customer import Customer
from cxmap.model.journey import Journey
from cxmap.model.touchpoint import Touchpoint
from cxmap.report.brief import Brief
from cxmap.report.names import file_name
from cxmap.report.page import Here, Page, Stop
from cxmap.report.say import many, sentence, short_date
from cxmap.report.studio import Studio
from cxmap.report.view.cut import Rest, cut, elsewhere
from cxmap.report.view.emotion import Emotion
from cxmap.report.view.located import Located, located, spots
from cxmap.report.view.marks import ChannelMark, TeamMark
from cxmap.report.view.scenario import whole

SECTIONS = ("expectations", "journeys", "hurts", "quotes", "insights")
"""The parts of a customer's page that can be included and excluded."""

MOST = 40
"""How many rows a table shows of a long list; the page of a customer is there to be read."""

_FEW = 18  # cards and lines of the lists below it
_KINDS = {"persona": "Persona", "segment": "Segment"}


@dataclass(frozen=True, slots=True)
class Expected:
    """An expectation, the touchpoint that should meet it, and whether it is met.

    Attributes:
        words: the expectation.
        at: the touchpoint; None for one that stands for the whole relationship.
        verdict: `met`, `missed` or nothing where nobody can tell.
    """

    words: str
    at: Located | None
    verdict: str


@dataclass(frozen=True, slots=True)
class Walked:
    """A journey the customer walks: title, page, size, curve."""

    title: str
    href: str
    words: str
    emotion: Emotion | None


@dataclass(frozen=True, slots=True)
class Hurt:
    """A pain: the words, where we know it from, and the touchpoint, or None for everywhere."""

    words: str
    source: str
    at: Located | None


@dataclass(frozen=True, slots=True)
class CustomerPage:
    """What the template of a customer sees.

    Attributes:
        prefix: what every anchor on the page begins with.
        name: what people call them.
        kind: persona or segment.
        segment: the segment they belong to, name and page.
        about: who they are.
        goals: what they want.
        uses: how they use what we offer.
        channels: the channels they prefer.
        teams: the teams they meet.
        expected: what they expect.
        expected_heading: how much of it is met, as a sentence.
        walked: their journeys.
        hurts: where it hurts.
        quotes: what they said, with the source.
        insights: what we learnt, with source and date.
        note: Markdown.
        rest: what long lists leave out, by the list.
        contents: the sections that are shown, name and words, in order.
    """

    prefix: str
    name: str
    kind: str
    segment: tuple[str, str] | None
    about: str
    goals: tuple[str, ...]
    uses: tuple[str, ...]
    channels: tuple[ChannelMark, ...]
    teams: tuple[TeamMark, ...]
    expected: tuple[Expected, ...]
    expected_heading: str
    walked: tuple[Walked, ...]
    hurts: tuple[Hurt, ...]
    quotes: tuple[tuple[str, str], ...]
    insights: tuple[tuple[str, str], ...]
    note: str
    rest: Mapping[str, Rest]
    contents: tuple[tuple[str, str], ...]

    def shows(self, section: str) -> bool:
        """Whether a section is shown."""
        return any(name == section for name, _ in self.contents)


def _stops(brief: Brief) -> Iterator[Stop]:
    for identity in brief.workspace.customers.ids():
        customer = brief.workspace.customers.get(identity)
        if customer is not None and _concerned(customer, brief):
            yield Stop("customer", identity, file_name("customer", identity), customer.label)


def _concerned(customer: Customer, brief: Brief) -> bool:
    """Whether the report is for this customer, or for a team that meets them."""
    if brief.focus.startswith("team:"):
        return any(customer in brief.facts.customers(journey) for journey in brief.journeys)
    return brief.focus in {"", f"customer:{customer.id}"}


def _build(studio: Studio, here: Here) -> CustomerPage:
    brief = studio.brief
    customer = brief.workspace.customers.get(here.stop.key)
    if customer is None:
        raise LookupError(f"{here.stop.key} was there when the pages were listed")
    prefix = here.anchor("")
    journeys = [
        j for j in brief.journeys if j.state == "current" and customer in brief.facts.customers(j)
    ]
    points = spots(journeys, lambda _, t: _meets(customer, t, brief))
    met = tuple(located(*spot, studio) for spot in points)
    expected = tuple(_expected(customer, met))
    hurts = tuple(_hurts(customer, met))
    expecting, more_expected = _first(expected, _expects_most, MOST, here)
    hurting, more_hurts = _first(hurts, _hurts_most, _FEW, here)
    walking, more_walked = _first_journeys(journeys, here)
    teams = dict.fromkeys(
        one.card.owner for one in met if one.card.owner and not one.card.owner.customer
    )
    content = {
        "expectations": ("Expectations", bool(expected)),
        "journeys": ("Journeys", bool(journeys)),
        "hurts": ("Where it hurts", bool(hurts)),
        "quotes": ("In their words", bool(customer.quotes)),
        "insights": ("What we learnt", bool(customer.insights)),
    }
    group = brief.workspace.customers.get(customer.segment)
    return CustomerPage(
        prefix,
        customer.label,
        _KINDS[customer.kind],
        (group.label, here.links.to("customer", group.id)) if group else None,
        customer.about or "",
        customer.goals,
        customer.uses,
        tuple(studio.marks.channel(reference) for reference in customer.channels),
        tuple(teams),
        expecting,
        _heading(expected),
        tuple(_walked(j, studio, prefix) for j in walking),
        hurting,
        tuple(
            (q.text, _source(q.source, short_date(q.date) if q.date else None))
            for q in customer.quotes
        ),
        tuple(
            (i.finding, _source(i.source, short_date(i.date) if i.date else None))
            for i in customer.insights
        ),
        customer.note or "",
        {"expected": more_expected, "journeys": more_walked, "hurts": more_hurts},
        tuple((n, w) for n, (w, has) in content.items() if has and n in here.sections),
    )


def _meets(customer: Customer, touchpoint: Touchpoint, brief: Brief) -> bool:
    if not touchpoint.customers:
        return True
    return customer in {brief.workspace.customers.get(r) for r in touchpoint.customers}


def _expected(customer: Customer, met: Sequence[Located]) -> Iterator[Expected]:
    for one in met:
        if one.card.expectation:
            yield Expected(one.card.expectation, one, _verdict(one))
    for words in customer.expectations:
        yield Expected(words, None, "")


def _verdict(one: Located) -> str:
    """Met or missed: as the map says, else as what customers say against its target."""
    if one.card.met:
        return "missed" if one.card.met == "missed" else "met"
    states = {m.verdict.state for m in one.measures if m.voice}
    if "bad" in states:
        return "missed"
    return "met" if "ok" in states else ""


def _heading(expected: Sequence[Expected]) -> str:
    met = sum(one.verdict == "met" for one in expected)
    missed = sum(one.verdict == "missed" for one in expected)
    if not met and not missed:
        return "What they expect"
    verb = "is" if met == 1 else "are"
    return f"{met} of {len(expected)} expectations {verb} met; {missed or 'none'} missed"


def _hurts(customer: Customer, met: Sequence[Located]) -> Iterator[Hurt]:
    for pain in customer.pains:
        yield Hurt(pain.text, pain.source or "", None)
    for one in met:
        for shown in one.card.pains:
            yield Hurt(shown.text, shown.source, one)


Felt = TypeVar("Felt", Expected, Hurt)


def _first(
    found: Sequence[Felt], weight: Callable[[Felt], tuple[int, ...]], most: int, here: Here
) -> tuple[tuple[Felt, ...], Rest]:
    """A list; of a long one what weighs most, and on which journeys the rest is."""
    ranked = sorted(found, key=weight, reverse=True)
    shown, rest = cut(ranked, most)
    if not rest.left:
        return tuple(found), rest
    others = [one.at.where for one in ranked[most:] if one.at]
    left = [(where.journey, where.journey_title) for where in others]
    return tuple(shown), elsewhere(left, rest.total, here.links)


def _expects_most(one: Expected) -> tuple[int, ...]:
    """What is missed first, then what counts most to the customer."""
    turn = {"missed": 2, "": 1, "met": 0}
    return turn[one.verdict], *_counts(one.at)


def _hurts_most(one: Hurt) -> tuple[int, ...]:
    """What they say of the whole first, then what counts most."""
    return one.at is None, *_counts(one.at)


def _counts(at: Located | None) -> tuple[int, ...]:
    return (at.card.moment, at.card.importance) if at else (0, 0)


def _first_journeys(journeys: Sequence[Journey], here: Here) -> tuple[Sequence[Journey], Rest]:
    shown, rest = cut(journeys, _FEW)
    left = [(journey.path, journey.label) for journey in journeys[len(shown) :]]
    return shown, elsewhere(left, rest.total, here.links)


def _walked(journey: Journey, studio: Studio, prefix: str) -> Walked:
    total = sum(len(stage.touchpoints) for stage in journey.stages)
    words = f"{many(total, 'touchpoint')} in {many(len(journey.stages), 'stage')}"
    return Walked(
        journey.label,
        studio.links.to("journey", journey.path),
        sentence(words),
        whole(journey, studio, f"{prefix}walks-{journey.id}-"),
    )


def _source(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


PAGE = Page("customer", "customer.html", SECTIONS, _stops, _build)
