"""Who looks after the customer, and by which channels."""

from typing import Literal

from cxmap.model.fields import Id, Link, Note, Text, YesNo, listed, needed, said, usually
from cxmap.model.part import Part, also


class Team(Part):
    """A team that owns or helps touchpoints."""

    KIND = "team"
    NAMED_BY = ("name", "title")
    ALSO = also(
        {
            "lead": "owner head manager leader",
            "function": "type role department",
            "note": "description about comment",
        }
    )

    id: Id = needed("what other files point at; the slug of `name` by default")
    name: Text | None = said("the name people use")
    title: Text | None = said("the same as `name`")
    lead: Text | None = said("who leads it")
    function: Literal[
        "marketing", "sales", "delivery", "billing", "support", "partner", "other"
    ] = usually("other", "what it does for customers")
    customer_facing: YesNo | None = said(
        "whether it meets customers; yes for a team that owns or helps a touchpoint"
    )
    tags: tuple[Text, ...] = listed("your own labels")
    links: tuple[Link, ...] = listed("web addresses")
    note: Note | None = said("Markdown, shown in reports")

    @property
    def label(self) -> str:
        """Its name in words."""
        return self.name or self.title or self.id


class Channel(Part):
    """A way in which touchpoints reach the customer."""

    KIND = "channel"
    NAMED_BY = ("name", "title")
    ALSO = also({"kind": "type", "note": "description comment"})

    id: Id = needed("what other files point at; the slug of `name` by default")
    name: Text | None = said("the name people use")
    title: Text | None = said("the same as `name`")
    kind: Literal["digital", "human", "physical"] | None = said("what kind of channel it is")
    tags: tuple[Text, ...] = listed("your own labels")
    links: tuple[Link, ...] = listed("web addresses")
    note: Note | None = said("Markdown, shown in reports")

    @property
    def label(self) -> str:
        """Its name in words."""
        return self.name or self.title or self.id


BUILT_IN_CHANNELS = {
    "email": "digital",
    "phone": "human",
    "sms": "digital",
    "messaging": "digital",
    "letter": "physical",
    "chat": "digital",
    "chatbot": "digital",
    "video-call": "human",
    "face-to-face": "human",
    "web": "digital",
    "app": "digital",
    "portal": "digital",
    "social": "digital",
    "event": "human",
    "store": "physical",
    "advertising": "digital",
    "search": "digital",
    "word-of-mouth": "human",
}
"""The channels every workspace has, with their kinds."""
