"""The programme around the maps: intent, communication, training, recognition, reviews."""

from typing import Annotated

from cxmap.model.customer import Insight
from cxmap.model.fields import Day, Link, Note, Text, listed, needed, said
from cxmap.model.part import Part, Refers, also
from cxmap.model.touchpoint import Metrics, Teams
from cxmap.model.when import When
from cxmap.source.packed import Raw

Covers = tuple[Annotated[Text, Refers("covered")], ...]


class Criterion(Part):
    """How the intent is managed and monitored."""

    KIND = "criterion"

    text: Text = needed("what must be true, in words")
    measures: Metrics = listed("the metrics that show it")
    note: Note | None = said("words beside it")

    @classmethod
    def from_text(cls, text: str) -> dict[str | int, Raw]:
        """A criterion may be one line."""
        return {"text": text}


class Plan(Part):
    """Something the programme does again and again."""

    who: Text | None = said("a team, `leader`, `sponsor`, or words")
    when: When | None = said("its rhythm, such as `{every: 3 months}`")
    last: Day | None = said("when it last happened")
    tags: tuple[Text, ...] = listed("your own labels")
    links: tuple[Link, ...] = listed("web addresses")
    note: Note | None = said("Markdown, shown in reports")


class Communication(Plan):
    """Who is told what about customers, and what customers are told."""

    KIND = "communication"

    audience: tuple[Annotated[Text, Refers("audience")], ...] = listed("teams, or `customers`")
    customers: tuple[Annotated[Text, Refers("customer")], ...] = listed("customers it goes to")
    message: Text | None = said("what is said")
    covers: Covers = listed("the customers, touchpoints or stages it is about")
    how: tuple[Annotated[Text, Refers("channel")], ...] = listed("by which channels")


class Training(Plan):
    """What teams must know."""

    KIND = "training"

    topic: Text | None = said("what it teaches")
    teams: Teams = listed("who is trained")
    covers: Covers = listed("the customers, touchpoints or stages it is about")


class Recognition(Plan):
    """What is rewarded."""

    KIND = "recognition"

    moment: Annotated[Text, Refers("touchpoint")] | None = said("the touchpoint it rewards")
    because: tuple[Text, ...] = listed("the metrics it goes by, or words")
    reward: Text | None = said("what people get")
    for_: Teams = listed("the teams it is for", "for")


class Review(Plan):
    """Where and how often the dashboard is discussed."""

    KIND = "review"


class Strategy(Part):
    """The intent and what is done to keep it."""

    KIND = "strategy"
    ALSO = also(
        {
            "intent": "promise intent-statement intention",
            "mission": "mission-statement",
            "vision": "vision-statement",
            "sponsor": "executive-sponsor",
            "leader": "owner lead head",
            "reviews": "dashboard",
        }
    )

    intent: Text | None = said("the intent statement: a directive, not a slogan")
    criteria: tuple[Criterion, ...] = listed("how the intent is managed and monitored")
    always_expect: tuple[Text, ...] = listed("what holds at every touchpoint")
    vision: Text | None = said("the vision")
    mission: Text | None = said("the mission")
    sponsor: Text | None = said("whose name in the leadership stands on it")
    leader: Text | None = said("who drives it")
    teams: Teams = listed("who takes part; every customer-facing team by default")
    insights: tuple[Insight, ...] = listed("what we know of customers, competitors and the market")
    communications: tuple[Communication, ...] = listed("who is told what, and when")
    training: tuple[Training, ...] = listed("what teams must know")
    recognition: tuple[Recognition, ...] = listed("what is rewarded")
    reviews: tuple[Review, ...] = listed("where the dashboard is discussed")
    tags: tuple[Text, ...] = listed("your own labels")
    links: tuple[Link, ...] = listed("web addresses")
    note: Note | None = said("Markdown, shown in reports")

    @classmethod
    def example(cls) -> str:
        """How a strategy begins."""
        return "intent: …"
