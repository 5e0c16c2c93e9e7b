"""What one file may hold."""

from typing import Annotated, Any

from pydantic import PlainValidator

from cxmap.model.action import Action
from cxmap.model.actual import Actual
from cxmap.model.customer import Customer
from cxmap.model.data import DataSource
from cxmap.model.fields import listed, said
from cxmap.model.journey import BESIDE, Journey
from cxmap.model.listening import ListeningPost
from cxmap.model.metric import Metric, Reading
from cxmap.model.part import Part
from cxmap.model.refused import bad_value
from cxmap.model.strategy import Strategy
from cxmap.model.takes import Takes
from cxmap.model.team import Channel, Team
from cxmap.source.packed import Raw
from cxmap.words import cut

VERSION = "1"
"""The version of the file format."""


def _version(raw: Raw) -> str:
    if raw != VERSION:
        hint = f"write `cxmap: {VERSION}`, or install the cxmap that reads this format"
        raise bad_value(f"`{cut(str(raw))}` is no version of the format", hint=hint)
    return VERSION


Version = Annotated[
    str,
    PlainValidator(_version),
    Takes(
        f"`{VERSION}`",
        {"anyOf": [{"const": int(VERSION)}, {"type": "string", "pattern": f"^{VERSION}$"}]},
    ),
]


class MapFile(Part):
    """A file of a workspace: any of the sections, and at most one journey.

    The keys of a journey stand at the top of its file, beside the sections. `customers` there is
    the journey's; everywhere else it is the section.
    """

    KIND = "file"

    cxmap: Version | None = said("the version of the file format, 1")
    journey: Journey | None = said("the id of the journey that this file tells")
    strategy: Strategy | None = said("the programme around the maps; one a workspace")
    teams: tuple[Team, ...] = listed("teams that own or help touchpoints")
    channels: tuple[Channel, ...] = listed("channels beside the built-in ones")
    customers: tuple[Customer, ...] = listed("kinds of customer: personas and segments")
    metrics: tuple[Metric, ...] = listed("how we know what customers thought")
    listening: tuple[ListeningPost, ...] = listed("where customers are heard")
    actions: tuple[Action, ...] = listed("what will change, by whom")
    readings: tuple[Reading, ...] = listed("what metrics said")
    actual: tuple[Actual, ...] = listed("how customers really went, out of event logs")
    data: tuple[DataSource, ...] = listed("feedback data")

    @classmethod
    def example(cls) -> str:
        """How a file begins."""
        return "journey: onboarding"

    @classmethod
    def tidy(cls, clean: dict[str, Any], raw: Raw) -> dict[str, Any]:
        """Hand a journey's file to the journey, all but the sections beside it."""
        if "journey" in clean:
            clean = {k: v for k, v in clean.items() if k in BESIDE or k.startswith("\0")}
            clean["journey"] = raw
            clean.pop("\0own", None)
        return clean


SECTIONS = tuple(MapFile.KEYS)
"""The keys that make a file ours."""
