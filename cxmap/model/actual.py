"""How customers really went: what events said of a journey, as counts of many and never of one."""

from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import PlainValidator, model_validator

from cxmap.model.fields import Day, Lasting, Period, Text, YesNo, listed, needed, said
from cxmap.model.numbers import Whole
from cxmap.model.part import Part, Refers
from cxmap.model.refused import bad_value

_Count = Annotated[int, PlainValidator(Whole(0, 10**12))]
# Rows tell of the map as it was. What it no longer has is left out of pages, and no mistake.
_Stage = Text
_Touchpoint = Text


class _Counted(Part):
    """A row of counts, some of which are parts of others."""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        for part, whole in self.parts():
            some, all_ = getattr(self, part), getattr(self, whole)
            if some is not None and all_ is not None and some > all_:
                raise bad_value(
                    f"{some:,} is more than the {all_:,} of `{whole}`",
                    route=(part,),
                    hint="it counts some of those customers",
                )
        return self

    def parts(self) -> Iterator[tuple[str, str]]:
        """Which counts are parts of which, by their keys."""
        yield from ()


class ActualStage(_Counted):
    """How far customers got. A number that would tell of a few of them is left out."""

    KIND = "actual stage"

    stage: _Stage = needed("the stage, `journey#stage`")
    reached: _Count | None = said("who met it or a later one")
    left: _Count | None = said("who met nothing after it, and is gone")
    under_way: _Count | None = said("who met nothing after it yet")

    def parts(self) -> Iterator[tuple[str, str]]:
        """Who left and who is under way reached the stage."""
        yield from (("left", "reached"), ("under_way", "reached"))


class ActualTouchpoint(Part):
    """Who met a touchpoint at all."""

    KIND = "actual touchpoint"

    touchpoint: _Touchpoint = needed("the touchpoint, `journey/touchpoint`")
    met: _Count | None = said("by how many customers it was met")


class ActualStep(_Counted):
    """From one touchpoint to the next one on the map."""

    KIND = "actual step"

    from_: _Touchpoint = needed("the one, `journey/touchpoint`", "from")
    to: _Touchpoint = needed("the next one, `journey/touchpoint`")
    both: _Count | None = said("who met both")
    turned: _Count | None = said("who of them met the next one first")
    median: Lasting | None = said("how long it took half of the others at most")
    nine_tenths: Lasting | None = said("how long it took nine tenths of the others at most")

    def parts(self) -> Iterator[tuple[str, str]]:
        """Who met them the other way round met both."""
        yield "turned", "both"


class ActualPromise(_Counted):
    """A timeline, and how often it was kept."""

    KIND = "actual promise"

    touchpoint: _Touchpoint = needed("what is due, `journey/touchpoint`")
    since: Text = needed("the event or touchpoint from which its time counts")
    within: Lasting = needed("how long it may take")
    at_least: YesNo | None = said("it has to take that long at least")
    cases: _Count | None = said("of how many customers it can be said whether it was kept")
    kept: _Count | None = said("to how many of them it was")
    median: Lasting | None = said("how long it took half of those who got it at most")
    nine_tenths: Lasting | None = said("how long it took nine tenths of them, at most or at least")

    def parts(self) -> Iterator[tuple[str, str]]:
        """It was kept to some of those of whom that can be said."""
        yield "kept", "cases"


class ActualMoment(_Counted):
    """A touchpoint that is due the nth time something happens."""

    KIND = "actual moment"

    touchpoint: _Touchpoint = needed("what is due, `journey/touchpoint`")
    reached: _Count | None = said("how many customers reached the moment")
    got: _Count | None = said("how many of them got the touchpoint then")
    cases: _Count | None = said("of how many it can be said whether they got it in time")
    in_time: _Count | None = said("how many of those did")

    def parts(self) -> Iterator[tuple[str, str]]:
        """Who got it reached the moment."""
        yield from (("got", "reached"), ("cases", "reached"), ("in_time", "cases"))


class ActualWay(Part):
    """Something that really follows something, though the map has it otherwise."""

    KIND = "actual way"

    from_: _Touchpoint = needed("the one, `journey/touchpoint`", "from")
    to: _Touchpoint = needed("what directly follows, `journey/touchpoint`")
    customers: _Count = needed("how many customers went so")


class ActualEvent(Part):
    """Something that happens in the data and is on no map."""

    KIND = "actual event"

    event: Text = needed("what the data call it")
    customers: _Count = needed("to how many customers it happened")


class Unsaid(Part):
    """A timeline that no event can be held against."""

    KIND = "unsaid promise"

    touchpoint: _Touchpoint = needed("the touchpoint, `journey/touchpoint`")
    why: Text = needed("why not")


class Actual(_Counted):
    """A journey as customers went: what `cxmap conform --write` keeps of an event log."""

    KIND = "actual"

    journey: Annotated[Text, Refers("journey")] = needed("the journey")
    data: Text = needed("the events: an id under `data`")
    as_of: Day = needed("the date it went by")
    from_: Period | None = said("the month of the first event", "from")
    to: Period | None = said("the month of the last event")
    customers: _Count = needed("how many customers met any of its touchpoints")
    stages: tuple[ActualStage, ...] = listed("how far they got, in the map's order")
    touchpoints: tuple[ActualTouchpoint, ...] = listed("which touchpoints they met")
    steps: tuple[ActualStep, ...] = listed("how long it took from one to the next")
    promises: tuple[ActualPromise, ...] = listed("which timelines were kept")
    moments: tuple[ActualMoment, ...] = listed("who got what is due the nth time")
    ways: tuple[ActualWay, ...] = listed("what follows what beside the map")
    unmapped: tuple[ActualEvent, ...] = listed("what happens in the data and is on no map")
    unsaid: tuple[Unsaid, ...] = listed("timelines that cannot be looked for")

    @classmethod
    def example(cls) -> str:
        """How one begins."""
        return "{journey: onboarding, data: log, as_of: 2026-10-01, customers: 148}"

    @model_validator(mode="after")
    def _whole(self) -> Self:
        rows = [("stages", n, "reached", row.reached) for n, row in enumerate(self.stages)]
        rows += [("touchpoints", n, "met", row.met) for n, row in enumerate(self.touchpoints)]
        for key, number, count, some in rows:
            if some is not None and some > self.customers:
                raise bad_value(
                    f"{some:,} is more than all {self.customers:,} customers",
                    route=(key, number, count),
                )
        return self
