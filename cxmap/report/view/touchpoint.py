"""A touchpoint as cards, lists and tables show it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cxmap.model.journey import Journey
from cxmap.model.timeline import event_in_words, say
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.when import When
from cxmap.report.brief import Brief
from cxmap.report.page import Links
from cxmap.report.say import feeling
from cxmap.report.view.emotion import feelings
from cxmap.report.view.marks import ChannelMark, Marks, TeamMark
from cxmap.timing.deadline import Order, compare
from cxmap.words import signed


@dataclass(frozen=True, slots=True)
class Hole:
    """Something that is missing, said where it is missing.

    Attributes:
        kind: `owner`, `channel`, `timeline`, `feedback` (nothing tells us anything) or `voice` (we
            count, and never ask).
        words: what stands in the dashed slot.
        soft: it is worth a look, and no gap.
    """

    kind: str
    words: str
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Rating:
    """How a touchpoint feels.

    Attributes:
        value: with its sign, such as "+1".
        words: such as "Pleased".
        sign: `pos`, `neu` or `neg`.
        who: the customer it is so for; empty for all.
    """

    value: str
    words: str
    sign: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class PainView:
    """What hurts, and where we know it from."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Card:
    """A touchpoint.

    Attributes:
        id: its id.
        number: 3.2 for stage 3, second: what ties card, curve, lists and tables together.
        name: what happens.
        href: its page and place, or nothing where the report has no such page.
        owner: the team that owns it, the customer alone, or None for nobody.
        helpers: the teams that help.
        contact: whom the customer meets, where that is someone else.
        only_for: the customers it is for, where it is not for all.
        condition: only then does it happen.
        channels: the channels it reaches the customer by.
        when: its timeline in words; empty for none.
        takes: what it really takes; empty where nobody says.
        late: that is longer than promised.
        moment: it is a moment of truth.
        importance: 1 to 5, 0 where nobody said.
        expectation: what the customer expects.
        met: `missed`, `met`, `exceeded`, or nothing.
        standard: our promise.
        ratings: how it feels: one for all, one for each customer, or none.
        assumed: that is assumed, not heard.
        pains: what hurts.
        works_well: what customers like.
        opportunities: what could be better.
        evidence: what the customer sees or holds.
        frontstage: what our people do in sight.
        backstage: what happens out of sight.
        support: the systems and partners behind it.
        measures: the ids of the declared metrics on it.
        measured_by: names of what is on it but declared nowhere, and of its listening posts.
        heard: the customer is asked.
        holes: what is missing.
        handoff: how it is handed over, in words.
        journey: the address of the journey it opens into.
        journey_title: that journey's title.
        note: Markdown.
        links: web addresses.
        tags: the user's own labels.
    """

    id: str
    number: str
    name: str
    href: str
    owner: TeamMark | None
    helpers: tuple[TeamMark, ...]
    contact: str
    only_for: tuple[str, ...]
    condition: str
    channels: tuple[ChannelMark, ...]
    when: str
    takes: str
    late: bool
    moment: bool
    importance: int
    expectation: str
    met: str
    standard: str
    ratings: tuple[Rating, ...]
    assumed: bool
    pains: tuple[PainView, ...]
    works_well: tuple[str, ...]
    opportunities: tuple[str, ...]
    evidence: tuple[str, ...]
    frontstage: tuple[str, ...]
    backstage: tuple[str, ...]
    support: tuple[str, ...]
    measures: tuple[str, ...]
    measured_by: tuple[str, ...]
    heard: bool
    holes: tuple[Hole, ...]
    handoff: str
    journey: str
    journey_title: str
    note: str
    links: tuple[str, ...]
    tags: tuple[str, ...]

    @property
    def gaps(self) -> tuple[Hole, ...]:
        """The holes that are gaps."""
        return tuple(hole for hole in self.holes if not hole.soft)

    @property
    def filter_teams(self) -> str:
        """The ids of its teams, as the filter reads them."""
        marks = (*((self.owner,) if self.owner else ()), *self.helpers)
        return " ".join(dict.fromkeys(mark.id for mark in marks))

    @property
    def filter_channels(self) -> str:
        """The ids of its channels, as the filter reads them."""
        return " ".join(channel.id for channel in self.channels)

    @property
    def filter_gaps(self) -> str:
        """The kinds of its holes, as the filter reads them."""
        return " ".join(hole.kind for hole in self.holes)


def card(
    journey: Journey, touchpoint: Touchpoint, brief: Brief, marks: Marks, links: Links
) -> Card:
    """What is shown of a touchpoint."""
    inner = brief.workspace.maps_of(touchpoint.journey) if touchpoint.journey else ()
    declared = brief.facts.metrics(brief.facts.measures.at(journey, touchpoint))
    known = {metric.id for metric in declared}
    based_on = brief.facts.places.based_on(touchpoint)
    heard = brief.facts.listening.heard(journey, touchpoint)
    channels = tuple(dict.fromkeys(marks.channel(reference) for reference in touchpoint.how))
    return Card(
        touchpoint.id,
        brief.numbers(journey).get(touchpoint.id, ""),
        touchpoint.what,
        links.to("journey", journey.path, f"tp-{touchpoint.id}"),
        marks.team(touchpoint.who) if touchpoint.who else None,
        marks.teams(touchpoint.with_),
        touchpoint.contact or "",
        tuple(_customer(reference, brief) for reference in touchpoint.customers),
        touchpoint.if_ or "",
        channels,
        timeline(touchpoint.when, journey, brief),
        _takes(touchpoint.when),
        is_late(touchpoint.when, brief),
        touchpoint.moment_of_truth,
        touchpoint.importance or 0,
        touchpoint.expectation or "",
        touchpoint.met or "",
        touchpoint.standard or "",
        tuple(_ratings(touchpoint, brief)),
        based_on is not None and based_on[0] == "assumption",
        tuple(PainView(pain.text, pain.source or "") for pain in touchpoint.pains),
        touchpoint.works_well,
        touchpoint.opportunities,
        touchpoint.evidence,
        touchpoint.frontstage,
        touchpoint.backstage,
        touchpoint.support,
        tuple(dict.fromkeys(metric.id for metric in declared)),
        (*_unknown_measures(touchpoint, brief, known), *_posts(journey, touchpoint, brief)),
        heard,
        tuple(_holes(journey, touchpoint, brief, heard=heard)),
        touchpoint.handoff or "",
        links.to("journey", inner[0].path) if inner else "",
        inner[0].label if inner else "",
        touchpoint.note or "",
        touchpoint.links,
        touchpoint.tags,
    )


def _customer(reference: str, brief: Brief) -> str:
    found = brief.workspace.customers.get(reference)
    return found.label if found else reference


def _unknown_measures(touchpoint: Touchpoint, brief: Brief, known: set[str]) -> Iterator[str]:
    for reference in touchpoint.measures:
        metric = brief.workspace.metrics.get(reference)
        if metric is None or metric.id not in known:
            yield reference


def _posts(journey: Journey, touchpoint: Touchpoint, brief: Brief) -> Iterator[str]:
    for post in brief.facts.measures.posts_on(journey.touchpoint_path(touchpoint)):
        yield post.name or post.title or post.id


def timeline(when: When | None, journey: Journey, brief: Brief) -> str:
    """A timeline in words, in which a touchpoint of the journey is called by its name."""
    if when is None:
        return ""
    index = brief.workspace.touchpoint_index(journey)

    def called(event: str) -> str:
        found = index.get(event)
        return f"“{found.what}”" if found else event_in_words(event)

    return say(when, called)


def _takes(when: When | None) -> str:
    return str(when.takes) if when is not None and when.takes is not None else ""


def is_late(when: When | None, brief: Brief) -> bool:
    """Whether a promise takes longer than it says."""
    if when is None or when.takes is None or when.within is None:
        return False
    return compare(when.takes.high, when.within, brief.calendar) is Order.LONGER


def _ratings(touchpoint: Touchpoint, brief: Brief) -> Iterator[Rating]:
    by_customer: Mapping[str, int] = feelings(touchpoint, brief.workspace)
    for customer, value in by_customer.items():
        yield _rating(value, _customer(customer, brief))
    if not by_customer:
        overall = touchpoint.feeling()
        if overall is not None:
            yield _rating(overall, "")


def _rating(value: float, who: str) -> Rating:
    sign = "pos" if value > 0 else "neg" if value < 0 else "neu"
    return Rating(signed(value), feeling(value), sign, who)


def _holes(
    journey: Journey, touchpoint: Touchpoint, brief: Brief, *, heard: bool
) -> Iterator[Hole]:
    """What is missing; what customers do alone needs no owner, channel, timeline or measure."""
    if touchpoint.by_customer:
        return
    if not touchpoint.wrote_answer("who"):
        yield Hole("owner", "No owner")
    if not touchpoint.wrote_answer("how"):
        yield Hole("channel", "No channel")
    if not touchpoint.wrote_answer("when"):
        yield Hole("timeline", "No timeline")
    if heard:
        return
    if not brief.facts.listening.measured(journey, touchpoint):
        yield Hole("feedback", "No feedback")
    else:
        moment = touchpoint.moment_of_truth
        yield Hole("voice", "Nobody asks" if moment else "Only counted", soft=not moment)
