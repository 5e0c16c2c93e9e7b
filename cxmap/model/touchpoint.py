"""A touchpoint: what happens, who owns it, how it reaches the customer, when it is due."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, PlainValidator

from cxmap.model.fields import BasedOn, Id, Link, Note, Text, YesNo, listed, needed, said
from cxmap.model.numbers import Whole
from cxmap.model.part import Part, Refers, also
from cxmap.model.takes import Takes
from cxmap.model.when import When
from cxmap.source.packed import Raw

FEELING = Whole(-2, 2)
"""How a touchpoint feels: −2 very negative, 0 neutral, +2 very positive."""

QUESTIONS = ("who", "how", "when", "measures")
"""Fields in which a placeholder such as `?` or TBD counts as no answer."""

CUSTOMER = "customer"
"""What `who` says of a touchpoint that customers do or wait for alone."""


def _emotion(raw: Raw) -> int | Mapping[str, int]:
    if isinstance(raw, dict):
        return {key: FEELING(value) for key, value in raw.items() if isinstance(key, str)}
    return FEELING(raw)


Emotion = Annotated[
    int | Mapping[str, int],
    PlainValidator(_emotion),
    Takes(
        f"{FEELING.takes.words}, or one for each customer",
        {
            "anyOf": [
                *FEELING.takes.schema["anyOf"],
                {"type": "object", "additionalProperties": FEELING.takes.schema},
            ]
        },
    ),
]
Importance = Annotated[int, PlainValidator(Whole(1, 5))]
Teams = tuple[Annotated[Text, Refers("team")], ...]
Metrics = tuple[Annotated[Text, Refers("metric")], ...]


class Pain(Part):
    """What hurts the customer, in words, with where we know it from."""

    KIND = "pain"
    ALSO = also({"text": "pain what description"})
    NAMED_BY = ("text",)

    id: Id | None = said("what other files point at")
    text: Text = needed("what hurts the customer, in their words")
    source: Text | None = said("where we know it from")
    note: Note | None = said("Markdown, shown in reports")

    @classmethod
    def from_text(cls, text: str) -> dict[str | int, Raw]:
        """A pain may be one line."""
        return {"text": text}


class Blueprint(Part):
    """What stands behind the experience, above and below the line of visibility."""

    evidence: tuple[Text, ...] = listed("physical evidence: what the customer sees or holds")
    frontstage: tuple[Text, ...] = listed("what our people do in the customer's sight")
    backstage: tuple[Text, ...] = listed("what happens out of the customer's sight")
    support: tuple[Text, ...] = listed("systems and partners that carry it")


class Touchpoint(Blueprint):
    """One contact between the customer and the company."""

    KIND = "touchpoint"
    NAMED_BY = ("what",)
    ALSO = also(
        {
            "what": "name title touchpoint step activity interaction",
            "who": "owner owners team responsible accountable by by-whom department",
            "how": "channel channels medium via",
            "when": "timing timeline time due date deadline sla",
            "measures": "metric metrics kpi kpis measurement measured-by",
            "with": "helpers supporting together-with",
            "customers": "persona personas segment segments",
            "expectation": "expects",
            "emotion": "feeling feelings sentiment mood",
            "moment_of_truth": "mot moment key-moment",
            "importance": "priority",
            "pains": "pain-points painpoints problems frictions",
            "opportunities": "ideas improvements",
            "support": "systems tools support-systems",
            "note": "description comment comments remark remarks",
        }
    )
    ASKS = frozenset(QUESTIONS)

    id: Id = needed("what other files and feedback data point at; the slug of `what` by default")
    what: Text = needed("what happens, in a few words")
    who: Annotated[Text, Refers("team")] | None = said(
        "the one team that owns it; `customer` for what customers do or wait for alone"
    )
    with_: Teams = listed("teams that help", "with")
    contact: Text | None = said("whom the customer meets, in words, where that is someone else")
    customers: tuple[Annotated[Text, Refers("customer")], ...] = listed(
        "only these of the journey's customers"
    )
    if_: Text | None = said("only then does it happen", "if")
    how: tuple[Annotated[Text, Refers("channel")], ...] = listed(
        "the channels it reaches the customer by, such as email or phone"
    )
    when: When | None = said("when it is due: words, or a promise that can be computed with")
    measures: Metrics = listed("how we know what the customer thought, and how it performed")
    expectation: Text | None = said("what the customer expects, in their words")
    met: Literal["missed", "met", "exceeded"] | None = said("how the expectation is met today")
    standard: Text | None = said("our promise: what exceptional is")
    emotion: Emotion | None = said("-2 very negative … 0 neutral … 2 very positive; or by customer")
    based_on: BasedOn | None = said("where the emotion and pains come from")
    moment_of_truth: YesNo = Field(
        default=False, description="one of the few that make or break the experience"
    )
    importance: Importance | None = said("1 to 5, to the customer; ranks what to fix first")
    pains: tuple[Pain, ...] = listed("what hurts the customer")
    works_well: tuple[Text, ...] = listed("what customers like")
    opportunities: tuple[Text, ...] = listed("what could be better")
    journey: Annotated[Text, Refers("journey")] | None = said("a journey of its own, to drill into")
    replaces: tuple[Annotated[Text, Refers("current-touchpoint")], ...] = listed(
        "target only: the current touchpoints this one takes over from"
    )
    handoff: Text | None = said("how it is handed over to the next team, in words")
    tags: tuple[Text, ...] = listed("your own labels")
    links: tuple[Link, ...] = listed("web addresses")
    note: Note | None = said("Markdown, shown in reports")

    unknown: frozenset[str] = Field(frozenset(), alias="\0unknown", repr=False, exclude=True)

    @classmethod
    def example(cls) -> str:
        """How a touchpoint is written."""
        return "{what: Kick-off call, how: phone, who: sales}"

    def wrote_answer(self, field: str) -> bool:
        """See `Part.wrote_answer`: what is asked here holds no placeholders any more."""
        if field in QUESTIONS:
            return bool(self.__dict__[field]) or field in self.refused
        return super().wrote_answer(field)

    @property
    def by_customer(self) -> bool:
        """Whether the customer is alone here: `who: customer`."""
        return self.who == CUSTOMER

    def feeling(self, customer: str | None = None) -> float | None:
        """How it feels, −2 to +2: to one customer, or on average where it is rated by customer."""
        if isinstance(self.emotion, Mapping):
            if customer is not None:
                return self.emotion.get(customer)
            return sum(self.emotion.values()) / len(self.emotion) if self.emotion else None
        return self.emotion

    def lowest(self) -> int | None:
        """How it feels, −2 to +2, to the customer it is worst for."""
        if isinstance(self.emotion, Mapping):
            return min(self.emotion.values(), default=None)
        return self.emotion
