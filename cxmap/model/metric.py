"""How we know: metrics, and what they said."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Literal, Self

from pydantic import PlainValidator, model_validator

from cxmap import registry
from cxmap.kind import Kind
from cxmap.model.computed import Computed
from cxmap.model.fields import Id, Link, Note, Period, Text, listed, needed, said
from cxmap.model.numbers import Figure, Percent, Whole
from cxmap.model.part import Part, Refers, also
from cxmap.model.refused import bad_value
from cxmap.model.takes import Explained
from cxmap.model.touchpoint import Teams
from cxmap.timing.duration import Duration

_Answers = Annotated[int, PlainValidator(Whole(0, 10**12))]


class Reading(Part):
    """What a metric said in a period.

    In a metric's own `readings` the metric is understood; in the section `readings` it is named.
    """

    KIND = "reading"
    ALSO = also(
        {
            "period": "date month when",
            "value": "score result",
            "n": "count sample responses answers",
        }
    )

    metric: Annotated[Text, Refers("metric")] | None = said("the metric it is a reading of")
    period: Period = needed("a day, 2026-W38, 2026-09, 2026-Q3 or 2026")
    value: Figure = needed("the figure, in the unit of the metric's kind")
    n: _Answers | None = said("how many answers or cases it comes from")
    low: Figure | None = said("the lower end of its 95% interval")
    high: Figure | None = said("the upper end of its 95% interval")
    journey: Annotated[Text, Refers("journey")] | None = said("only this journey")
    stage: Annotated[Text, Refers("stage")] | None = said("only this stage, `journey#stage`")
    touchpoint: Annotated[Text, Refers("touchpoint")] | None = said(
        "only this touchpoint, `journey/touchpoint`"
    )
    segment: Any = said("only these customers: a dimension of the data, such as `{plan: pro}`")
    note: Note | None = said("Markdown, shown in reports")


class Metric(Part):
    """How we know what customers thought, or how we performed."""

    KIND = "metric"
    NAMED_BY = ("name", "title")
    ALSO = also(
        {
            "kind": "type",
            "target": "goal",
            "owners": "team teams who",
            "review": "frequency every rhythm",
            "readings": "values results history scores",
            "note": "description comment comments",
        }
    )

    id: Id = needed("what other files point at; the slug of `name` by default")
    name: Text | None = said("the name people use")
    title: Text | None = said("the same as `name`")
    kind: Annotated[
        Literal[
            "nps",
            "csat",
            "ces",
            "rating",
            "churn",
            "retention",
            "rate",
            "duration",
            "count",
            "cost",
        ],
        Explained(lambda: {kind.name: f"{kind.title}: {kind.formula}" for kind in _kinds()}),
    ] = needed("what kind of figure it is")
    question: Text | None = said("what customers are asked")
    target: Figure | None = said("the figure to reach")
    warn: Figure | None = said("the amber line between poor and good")
    owners: Teams = listed("teams that answer for it")
    review: Literal["weekly", "monthly", "quarterly", "yearly"] | None = said(
        "how often it is looked at"
    )
    method: Literal["mean", "top-box"] | None = said("`mean` for the mean of the answers")
    statistic: Literal["median", "p90", "mean"] | None = said("which statistic of a duration")
    better: Literal["higher", "lower"] | None = said("where the kind's own direction does not fit")
    unit: Text | None = said("where the kind's own unit does not fit")
    scale: tuple[Text, ...] = listed("lowest and highest answer, such as [1, 5]")
    source: Computed | None = said("how it is computed from feedback data")
    readings: tuple[Reading, ...] = listed("what it said, period by period")
    tags: tuple[Text, ...] = listed("your own labels")
    links: tuple[Link, ...] = listed("web addresses")
    note: Note | None = said("Markdown, shown in reports")

    @model_validator(mode="after")
    def _figures_fit(self) -> Self:
        for key in ("target", "warn"):
            if problem := misfit(self, getattr(self, key)):
                raise bad_value(problem, route=(key,))
        for number, reading in enumerate(self.readings):
            for key in ("value", "low", "high"):
                if problem := misfit(self, getattr(reading, key)):
                    raise bad_value(problem, route=("readings", number, key))
        return self

    @property
    def label(self) -> str:
        """Its name in words."""
        return self.name or self.title or self.id

    @property
    def measured_in(self) -> str:
        """The unit of its figures: its own words, or its kind's; a mean is on the scale."""
        kind = kind_of(self)
        return self.unit or ("scale" if kind.scale and self.method == "mean" else kind.unit)

    @property
    def direction(self) -> str:
        """`higher` or `lower`: which way is better."""
        return self.better or kind_of(self).better

    @property
    def voice(self) -> str:
        """`customer` where the customer is asked, `operations` where we count."""
        return kind_of(self).voice


def _kinds() -> Iterator[Kind]:
    return (registry.load("cxmap.kinds", name, Kind) for name in registry.names("cxmap.kinds"))


def kind_of(metric: Metric) -> Kind:
    """What is known of a metric's kind."""
    return _kind(metric.kind)


@cache
def _kind(name: str) -> Kind:
    return registry.load("cxmap.kinds", name, Kind)


def misfit(metric: Metric, figure: float | Duration | None) -> str:
    """Why a figure cannot be one of this metric's, in a few words; nothing where it can."""
    kind = kind_of(metric)
    if isinstance(figure, Duration):
        return "" if kind.unit == "time" else f"`{figure}` is a time, and a {kind.name} is none"
    if figure is None or metric.unit or metric.method == "mean":
        return ""
    if isinstance(figure, Percent) and kind.unit not in {"%", "points"}:
        return f"`{figure:g}%` is a share, and a {kind.name} is none"
    if kind.low is not None and figure < kind.low:
        return f"{figure:g} is below {kind.low:g}, the least a {kind.name} can be"
    if kind.high is not None and figure > kind.high:
        return f"{figure:g} is over {kind.high:g}, the most a {kind.name} can be"
    return ""
