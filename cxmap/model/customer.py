"""Who the customer is."""

from typing import Annotated, Literal

from cxmap.model.fields import Day, Id, Link, Note, Text, listed, needed, said, usually
from cxmap.model.part import Part, Refers, also
from cxmap.model.touchpoint import Pain
from cxmap.source.packed import Raw


class Quote(Part):
    """Something a customer said."""

    KIND = "quote"
    ALSO = also({"text": "quote said", "source": "who by from"})

    text: Text = needed("what was said")
    source: Text | None = said("who said it, or when and where it was heard")
    date: Day | None = said("when it was said")

    @classmethod
    def from_text(cls, text: str) -> dict[str | int, Raw]:
        """A quote may be one line."""
        return {"text": text}


class Insight(Part):
    """Something learnt about customers, competitors or the market."""

    KIND = "insight"
    ALSO = also({"finding": "text insight what", "date": "when"})

    finding: Text = needed("what was learnt")
    kind: Literal["competitor", "consumer", "market", "employee"] | None = said("about whom")
    source: Text | None = said("where it comes from")
    date: Day | None = said("when it was learnt")
    tags: tuple[Text, ...] = listed("your own labels")
    links: tuple[Link, ...] = listed("web addresses")
    note: Note | None = said("Markdown, shown in reports")

    @classmethod
    def from_text(cls, text: str) -> dict[str | int, Raw]:
        """An insight may be one line."""
        return {"finding": text}


class Customer(Part):
    """A kind of customer: a persona, or a segment."""

    KIND = "customer"
    NAMED_BY = ("name", "title")
    ALSO = also(
        {
            "kind": "type",
            "about": "description bio",
            "uses": "usage products services",
            "goals": "needs jobs jobs-to-be-done wants",
            "expectations": "expects",
            "pains": "pain-points painpoints problems frustrations",
            "note": "comment comments",
        }
    )

    id: Id = needed("what other files point at; the slug of `name` by default")
    name: Text | None = said("the name people use")
    title: Text | None = said("the same as `name`")
    kind: Literal["persona", "segment"] = usually(
        "persona", "one typical customer, or a group of them"
    )
    segment: Annotated[Text, Refers("customer")] | None = said("the segment a persona belongs to")
    about: Text | None = said("who they are, in a sentence")
    uses: tuple[Text, ...] = listed("how they use our products or services")
    goals: tuple[Text, ...] = listed("what they want to reach")
    expectations: tuple[Text, ...] = listed("what they expect of us")
    pains: tuple[Pain, ...] = listed("what hurts them")
    channels: tuple[Annotated[Text, Refers("channel")], ...] = listed("the channels they prefer")
    quotes: tuple[Quote, ...] = listed("what they said")
    insights: tuple[Insight, ...] = listed("what we learnt about them")
    tags: tuple[Text, ...] = listed("your own labels")
    links: tuple[Link, ...] = listed("web addresses")
    note: Note | None = said("Markdown, shown in reports")

    @property
    def label(self) -> str:
        """Its name in words."""
        return self.name or self.title or self.id
