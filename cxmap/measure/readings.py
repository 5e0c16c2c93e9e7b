"""What measuring comes to, as outputs receive it."""

from dataclasses import dataclass
from datetime import date

from cxmap.estimate import Change, Estimate
from cxmap.measure.periods import Grain
from cxmap.measure.places import NOWHERE, Place
from cxmap.model.metric import Metric
from cxmap.timing.units import Unit


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """Whose answers a figure is of; nothing said is all of them.

    Attributes:
        place: where on the maps.
        segment: which customers, as pairs of a dimension and its value.
    """

    place: Place = NOWHERE
    segment: tuple[tuple[str, str], ...] = ()

    @property
    def is_all(self) -> bool:
        """Whether it is everybody, everywhere."""
        return self == Group()


@dataclass(frozen=True, slots=True)
class Figure:
    """What a metric said in a period.

    Attributes:
        metric: the metric.
        group: whose answers.
        period: such as `2026-09`.
        n: how many answers; None where they are hidden.
        estimate: the figure in the unit of the metric; None where hidden.
        change: what changed since the period before; None where nothing can be said.
        unit: what times are told in; None for other figures.
        few: it is hidden since it has too few answers, not only to keep such a one hidden.
    """

    metric: Metric
    group: Group
    period: str
    n: int | None = None
    estimate: Estimate | None = None
    change: Change | None = None
    unit: Unit | None = None
    few: bool = False

    @property
    def hidden(self) -> bool:
        """Whether it is not shown: too few answers, or it would give such a figure away."""
        return self.n is None


@dataclass(frozen=True, slots=True, order=True)
class Bad:
    """A line of a file that could not be used, never with what it holds.

    Attributes:
        path: the file, from the workspace.
        line: its true line, from 1; 0 where that cannot be said.
        column: the column, where it is one cell; else empty.
        reason: in a few words.
    """

    path: str
    line: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Answers and cases that do not count, by why; never part of n."""

    empty: int = 0
    unreadable: int = 0
    outside: int = 0
    under_way: int = 0


@dataclass(frozen=True, slots=True)
class SourceReport:
    """What was read of a source.

    Attributes:
        id: the source.
        files: the files that were read, from the workspace.
        rows: how many rows, by weight where there is one; None where they were not counted.
        undated: rows whose time is missing or cannot be read.
        unweighted: rows whose weight cannot be read.
        future: rows dated after today.
        nameless: events that do not say what happened, or to whom.
        bad: lines that could not be used, the first of them.
        bad_count: how many there are of them.
        unmapped: values that are no place on the maps, with how many rows and what they may be.
        unmapped_few: how many other such values there are, each of too few rows to be told.
        notes: what else its owner should know, one sentence each.
        left_out: by the metric's id.
        sql: the questions that were asked.
    """

    id: str
    files: tuple[str, ...] = ()
    rows: int | None = 0
    undated: int = 0
    unweighted: int = 0
    future: int = 0
    nameless: int = 0
    bad: tuple[Bad, ...] = ()
    bad_count: int = 0
    unmapped: tuple[tuple[str, int, str], ...] = ()
    unmapped_few: int = 0
    notes: tuple[str, ...] = ()
    left_out: tuple[tuple[str, LeftOut], ...] = ()
    sql: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run found.

    Attributes:
        today: the date it went by.
        grain: how long its periods are.
        min_n: under how many answers nothing is shown.
        figures: by metric, group and period.
        sources: by id.
        unheard: touchpoints of the current maps without any answer, as `journey/touchpoint`.
        unsourced: ids of metrics that are computed from no data.
        problems: what could not be measured, one sentence each.
    """

    today: date
    grain: Grain
    min_n: int
    figures: tuple[Figure, ...] = ()
    sources: tuple[SourceReport, ...] = ()
    unheard: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
