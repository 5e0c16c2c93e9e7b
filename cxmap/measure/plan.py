"""A metric and its source, checked: what is asked of which columns."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from cxmap.errors import CxmapError
from cxmap.estimate import UNIT, Estimate, Tally, mean, number
from cxmap.measure.columns import Columns
from cxmap.measure.queries.answers import Score
from cxmap.model.computed import Computed
from cxmap.model.data import DataSource
from cxmap.model.metric import Metric, kind_of
from cxmap.model.numbers import read_number
from cxmap.model.workspace import Workspace
from cxmap.words import did_you_mean, joined

_MOST = 3_000_000 * UNIT
_SCORED = frozenset({"nps", "csat", "ces", "rating"})
_SHARES = frozenset({"rate", "churn", "retention"})
_TWO = 2


class Sort(Enum):
    """How a metric is counted."""

    ANSWERS = "answers"
    """Every row holds an answer."""
    CASES = "cases"
    """Something begins and ends: in two events of a customer, or in two columns of a row."""
    TENURE = "tenure"
    """Customers come and go: who was there at the start of a period, and who left in it."""


@dataclass(frozen=True, slots=True)
class Question:
    """A metric with the data it is computed from.

    Attributes:
        metric: the metric.
        computed: its source, as written.
        source: the data.
        sort: how it is counted.
    """

    metric: Metric
    computed: Computed
    source: DataSource
    sort: Sort

    @property
    def has_mean(self) -> bool:
        """Whether its figure is a mean, which needs the sum of squares too."""
        return (
            self.metric.method == "mean"
            or self.metric.kind in {"rating", "cost"}
            or (self.metric.kind == "duration" and self.metric.statistic == "mean")
        )

    @property
    def estimate(self) -> Callable[[Tally], Estimate]:
        """From what was counted to the figure."""
        return mean if self.has_mean else kind_of(self.metric).estimate or number


def question(metric: Metric, workspace: Workspace) -> Question | None:
    """What is asked for a metric; None where it is not computed from data.

    Raises:
        CxmapError: its source does not say enough, or names data that nobody declared.
    """
    computed = metric.source
    if computed is None:
        return None
    source = workspace.data.get(computed.data)
    if source is None:
        guess = did_you_mean(computed.data, workspace.data.ids())
        raise _cannot(metric, f"no data has the id `{computed.data}`{guess}")
    return Question(metric, computed, source, _sort(metric, computed, source))


def columns_of(asked: Question) -> Iterator[tuple[str, str]]:
    """The columns that a question needs of its own, each with the key that names it."""
    computed = asked.computed
    pairs = [("value", computed.value)]
    if asked.sort is Sort.TENURE:
        pairs += [("start", computed.start), ("end", computed.end)]
    if asked.sort is Sort.CASES and asked.source.kind != "events":
        pairs += [("from", computed.from_), ("to", computed.to)]
    yield from ((key, column) for key, column in pairs if column)


def score(asked: Question, columns: Columns) -> Score:
    """The answer in each row, as the metric sees it."""
    metric, computed = asked.metric, asked.computed
    if metric.kind == "count":
        return _counted(asked, columns)
    value = computed.value or ""
    filled = columns.filled(value)
    if metric.kind in _SHARES:
        return Score(filled, columns.yes(value, computed.yes), (0, UNIT), [(UNIT, UNIT)])
    if metric.kind not in _SCORED:
        return Score(filled, columns.number(value), (0, _MOST), (), squares=True)
    if computed.order:
        return _worded(asked, columns, filled)
    low, high = scale_of(metric)
    kind = kind_of(metric)
    return Score(
        filled,
        columns.number(value),
        (_whole(low), _whole(high)),
        [_whole_pair(kind.good(low, high))] if kind.good else (),
        [_whole_pair(kind.bad(low, high))] if kind.bad else (),
        asked.has_mean,
    )


def scale_of(metric: Metric) -> tuple[float, float]:
    """The lowest and the highest answer of a metric.

    Raises:
        CxmapError: its own scale is none.
    """
    kind = kind_of(metric)
    if not metric.scale:
        return kind.scale or (0, 0)
    ends = [end for text in metric.scale if (end := read_number(text)) is not None]
    if len(ends) == len(metric.scale) == _TWO and ends[0] < ends[1]:
        low, high = ends
        if metric.kind == "nps" and (low, high) != kind.scale:
            raise _cannot(metric, "a Net Promoter Score is of answers from 0 to 10")
        return low, high
    raise _cannot(metric, "its `scale` is no lowest and highest answer, such as `[1, 5]`")


def _worded(asked: Question, columns: Columns, filled: str) -> Score:
    words = asked.computed.order
    good = asked.computed.good or words[-_TWO:]
    places = [place * UNIT for place, word in enumerate(words, 1) if word in good]
    return Score(
        filled,
        columns.word(asked.computed.value or "", words),
        (UNIT, len(words) * UNIT),
        [(place, place) for place in places],
        (),
        asked.has_mean,
    )


def _counted(asked: Question, columns: Columns) -> Score:
    event = asked.computed.event
    one = f"case when {columns.is_event(event)} then {UNIT} end" if event else str(UNIT)
    return Score(one, one, (UNIT, UNIT), ())


def _sort(metric: Metric, computed: Computed, source: DataSource) -> Sort:
    if computed.value is not None:
        if metric.kind == "count":
            raise _cannot(metric, "a count has no `value`: it counts rows, or an `event`")
        _check_words(metric, computed)
        scale_of(metric)
        return Sort.CASES if metric.kind == "duration" else Sort.ANSWERS
    if metric.kind == "count":
        if computed.event is not None:
            _need(metric, source, "touchpoint")
        return Sort.ANSWERS
    if metric.kind in {"churn", "retention"} and computed.start and computed.end:
        return Sort.TENURE
    if metric.kind in {"rate", "duration"} and computed.from_ and computed.to:
        if source.kind == "events":
            _need(metric, source, "touchpoint", "customer", "time")
        return Sort.CASES
    wanted = {
        "churn": "`start` and `end`, or `value`",
        "retention": "`start` and `end`, or `value`",
        "rate": "`from` and `to`, or `value`",
        "duration": "`from` and `to`, or `value`",
    }
    raise _cannot(metric, f"its source needs {wanted.get(metric.kind, '`value`')}")


def _check_words(metric: Metric, computed: Computed) -> None:
    if not computed.order:
        return
    if metric.kind not in _SCORED - {"nps"}:
        raise _cannot(metric, "only csat, ces and rating take an `order` of words")
    unknown = [word for word in computed.good if word not in computed.order]
    if unknown:
        guess = did_you_mean(unknown[0], computed.order)
        raise _cannot(metric, f"`good` has `{unknown[0]}`, which is not in `order`{guess}")
    if len(set(computed.order)) < max(_TWO, len(computed.order)):
        raise _cannot(metric, "`order` needs two or more words, each once")


def _need(metric: Metric, source: DataSource, *keys: str) -> None:
    missing = [f"`{key}`" for key in keys if getattr(source, key) is None]
    if missing:
        raise _cannot(metric, f"data `{source.id}` does not say its {joined(missing)}")


def _cannot(metric: Metric, why: str) -> CxmapError:
    return CxmapError(f"metric `{metric.id}` cannot be measured: {why}")


def _whole(answer: float) -> int:
    return round(answer * UNIT)


def _whole_pair(ends: tuple[float, float]) -> tuple[int, int]:
    return _whole(ends[0]), _whole(ends[1])
