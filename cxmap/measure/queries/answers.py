"""How customers answered: counts by period, place and segment, of several metrics in one scan."""

from collections.abc import Sequence
from dataclasses import dataclass

from cxmap.measure.engine import Dialect, Table
from cxmap.measure.queries.select import select, steps

PARTS = ("filled", "read", "n", "good", "bad", "total", "high_squares", "low_squares")
"""What is counted of each score, in the order of the columns: cells that say something, that can be
read, that lie within the scale, and so on."""

HALVES = 1_000_000_000
"""Squares are summed in two halves, the thousand millions and the rest: neither overflows."""

MOST_ROWS = 100_000
"""More rows than this are no dimensions but a column of ids that was mapped by mistake."""


@dataclass(frozen=True, slots=True)
class Score:
    """An answer in every row, as one metric sees it; all numbers are in thousandths.

    Attributes:
        filled: SQL that is not NULL where anything was answered.
        number: SQL of the answer; NULL where there is none that can be read.
        scale: the lowest and highest answer that count; others are outside.
        good: from where to where an answer is good: a promoter, a top box, yes; one or more.
        bad: the same for detractors.
        squares: whether the sums of the answers and of their squares are asked for.
    """

    filled: str
    number: str
    scale: tuple[int, int]
    good: Sequence[tuple[int, int]]
    bad: Sequence[tuple[int, int]] = ()
    squares: bool = False


@dataclass(frozen=True, slots=True)
class Base:
    """The rows that are asked, as SQL over the columns of a table.

    Attributes:
        table: where they are.
        period: a whole number that says when; NULL where that cannot be read.
        places: texts to group by: the touchpoint, then the segments.
        weight: whole thousandths, how many answers a row stands for; None for one each.
        where: conditions, all of which hold.
        customer: who answered, where that is known.
    """

    table: Table
    period: str
    places: Sequence[str] = ()
    weight: str | None = None
    where: Sequence[str] = ()
    customer: str | None = None


def answers(base: Base, scores: Sequence[Score], dialect: Dialect) -> str:
    """Count answers by period and places.

    Returns:
        a query whose rows are: the period, the places, how many rows stand there (by weight), how
        many of them have a weight that cannot be read, then `PARTS` of each score.
    """
    keys = ["c_period", *(f"c_place_{number}" for number in range(len(base.places)))]
    columns = [*keys, *_sums(base, scores, dialect)]
    last = select(columns, "c_rows", group=keys, most=MOST_ROWS + 1)
    return steps({"c_rows": _rows(base, scores)}, last)


def customers(base: Base, score: Score, key: str) -> str:
    """Count the different customers who answered, by period and one key.

    Args:
        base: the rows; they must know the customer.
        score: the metric's answer.
        key: SQL of a text to group by, over the columns of the table.

    Returns:
        a query whose rows are the period, the key and how many customers.
    """
    low, high = score.scale
    rows = select(
        [f"{base.period} as c_period", f"{key} as c_key", f"{base.customer} as c_who"],
        base.table.sql,
        where=[*base.where, f"{score.number} between {low} and {high}"],
    )
    keys = ["c_period", "c_key"]
    # An answer without a customer may be anybody's: each counts as one of its own.
    nameless = _sum("c_who is null", "1")
    counted = [*keys, f"count(distinct c_who) + {nameless}"]
    return steps({"c_rows": rows}, select(counted, "c_rows", group=keys, most=MOST_ROWS + 1))


def customers_at(base: Base, key: str, keys: Sequence[str]) -> str:
    """Count the different customers behind some values, whatever they answered.

    Args:
        base: the rows; they must know the customer.
        key: SQL of a text to group by, over the columns of the table.
        keys: literals of the values that are asked for.

    Returns:
        a query whose rows are a value and how many customers.
    """
    rows = select(
        [f"{key} as c_key", f"{base.customer} as c_who"],
        base.table.sql,
        where=[*base.where, f"{key} in ({', '.join(keys)})"],
    )
    counted = ["c_key", "count(distinct c_who)"]
    return steps({"c_rows": rows}, select(counted, "c_rows", group=["c_key"]))


def _rows(base: Base, scores: Sequence[Score]) -> str:
    columns = [f"{base.period} as c_period"]
    columns += [f"{place} as c_place_{number}" for number, place in enumerate(base.places)]
    if base.weight is not None:
        columns.append(f"{base.weight} as c_weight")
    for number, score in enumerate(scores):
        columns.append(f"{score.filled} as c_filled_{number}")
        columns.append(f"{score.number} as c_score_{number}")
    return select(columns, base.table.sql, where=base.where)


def _sums(base: Base, scores: Sequence[Score], dialect: Dialect) -> list[str]:
    weight = None
    sums = ["count(*)", "0"]
    if base.weight is not None:
        whole = dialect.whole("c_weight", "1000")
        sound = f"c_weight >= 0 and {whole} * 1000 = c_weight"
        weight = f"case when {sound} then {whole} else 0 end"
        sums = [f"sum({weight})", f"sum(case when {sound} then 0 else 1 end)"]
    for number, score in enumerate(scores):
        filled, value = f"c_filled_{number}", f"c_score_{number}"
        inside = _within(value, score.scale)
        sums += [
            _count_known(filled, weight),
            _count_known(value, weight),
            _count(inside, weight),
            _count_within(value, score.good, weight),
            _count_within(value, score.bad, weight),
        ]
        if score.squares:
            square, many = f"({value} * {value})", weight or "1"
            high = dialect.whole(square, str(HALVES))
            sums += [
                _sum(inside, f"{value} * ({many})"),
                _sum(inside, f"{high} * ({many})"),
                _sum(inside, f"({square} - {high} * {HALVES}) * ({many})"),
            ]
        else:
            sums += ["0", "0", "0"]
    return sums


def _sum(when: str, what: str) -> str:
    return f"sum(case when {when} then {what} else 0 end)"


def _count(when: str, weight: str | None) -> str:
    """How many rows a condition holds for. A truth as a number is quicker than a `case`."""
    return _sum(when, weight) if weight else f"coalesce(sum(cast({when} as integer)), 0)"


def _count_known(value: str, weight: str | None) -> str:
    return _sum(f"{value} is not null", weight) if weight else f"count({value})"


def _count_within(value: str, ranges: Sequence[tuple[int, int]], weight: str | None) -> str:
    if not ranges:
        return "0"
    return _count(" or ".join(_within(value, ends) for ends in ranges), weight)


def _within(value: str, ends: tuple[int, int]) -> str:
    return f"{value} between {ends[0]} and {ends[1]}"
