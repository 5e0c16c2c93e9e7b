"""How long something takes from its beginning to its end, and how often it ends in time."""

from collections.abc import Sequence
from dataclasses import dataclass

from cxmap.measure.engine import Dialect, Table
from cxmap.measure.queries.answers import HALVES, MOST_ROWS
from cxmap.measure.queries.select import all_of, select, steps


@dataclass(frozen=True, slots=True)
class Cases:
    """Cases, one a row, as a query to select from.

    Attributes:
        sql: the query.
        columns: what it gives: `c_begun` and `c_ended` are the periods, `c_from` and `c_to` what
            the clock showed, `c_since` microseconds, `c_who` the customer; then the places,
            `c_place_0` and so on.
        places: how many of them there are.
        has_customer: whether anybody knows the customers.
    """

    sql: str
    places: int
    has_customer: bool


def from_columns(
    table: Table,
    *,
    customer: str | None,
    periods: tuple[str, str],
    clocks: tuple[str, str],
    since: str,
    places: Sequence[str],
    where: Sequence[str],
) -> Cases:
    """Cases that stand in a row each, with a column for the beginning and one for the end."""
    columns = [
        f"{periods[0]} as c_begun",
        f"{periods[1]} as c_ended",
        f"{clocks[0]} as c_from",
        f"{clocks[1]} as c_to",
        f"{since} as c_since",
        f"{customer or 'null'} as c_who",
        *(f"{place} as c_place_{number}" for number, place in enumerate(places)),
    ]
    return Cases(select(columns, table.sql, where=where), len(places), customer is not None)


def from_events(
    table: Table,
    *,
    customer: str,
    begins: str,
    ends: str,
    period: str,
    clock: str,
    micros: str,
    places: Sequence[str],
    where: Sequence[str],
) -> Cases:
    """Cases out of two kinds of event of the same customer.

    A case begins with the first event that begins one while none is open, and ends with the next
    event that ends one. What begins again meanwhile is the same case: the customer still waits.

    Args:
        table: the events.
        customer: SQL of whose event it is.
        begins: a condition: the event begins a case.
        ends: a condition: it ends one.
        period: SQL of the period of its time.
        clock: SQL of what the clock shows at it.
        micros: SQL of its time.
        places: texts to group by.
        where: conditions of the source.
    """
    named = [f"{place} as c_place_{number}" for number, place in enumerate(places)]
    places_too = [f"c_place_{number}" for number in range(len(places))]
    events = select(
        [
            f"{customer} as c_who",
            f"case when {begins} then 0 else 1 end as c_end",
            f"{period} as c_period",
            f"{clock} as c_clock",
            f"{micros} as c_at",
            *named,
        ],
        table.sql,
        where=[
            *where,
            f"({begins} or {ends})",
            f"{micros} is not null",
            f"{customer} is not null",
        ],
    )
    order = "partition by c_who order by c_at, c_end"
    ahead = f"over ({order} rows between 1 following and unbounded following)"
    seen = select(
        [
            "c_end",
            f"lag(c_end) over ({order}) as c_before",
            "c_period as c_begun",
            f"min(case when c_end = 1 then c_period end) {ahead} as c_ended",
            "c_clock as c_from",
            f"min(case when c_end = 1 then c_clock end) {ahead} as c_to",
            "c_at as c_since",
            "c_who",
            *places_too,
        ],
        "c_events",
    )
    cases = select(
        ["c_begun", "c_ended", "c_from", "c_to", "c_since", "c_who", *places_too],
        "c_seen",
        where=["c_end = 0", "(c_before is null or c_before = 1)"],
    )
    return Cases(steps({"c_events": events, "c_seen": seen}, cases), len(places), has_customer=True)


def in_time(cases: Cases, within: int | None, now: tuple[int, int], since: int | None) -> str:
    """How many cases ended in time, by the period they began in.

    Args:
        cases: the cases.
        within: how far the clock may go; None where an end at any time will do.
        now: what the clock shows now, and the time in microseconds.
        since: a case that began later, in microseconds, and has no end is under way.

    Returns:
        a query whose rows are: the period, the places, all cases, those decided, those in time.
    """
    keys = ["c_begun", *(f"c_place_{number}" for number in range(cases.places))]
    ended = "c_to is not null and c_to >= c_from"
    if within is None:
        good = ended
        decided = f"(({ended}) or c_since <= {since})"
    else:
        good = f"{ended} and c_to - c_from <= {within}"
        decided = f"(({good}) or {now[0]} - c_from > {within})"
    return select(
        [*keys, "count(*)", _sum(f"c_from is not null and {decided}"), _sum(good)],
        f"(\n{cases.sql}\n) as c_cases",
        where=[f"(c_since is null or c_since <= {now[1]})"],
        group=keys,
        most=MOST_ROWS + 1,
    )


def taken(cases: Cases, unit: int, dialect: Dialect) -> str:
    """How many cases ended, and how long they took, by the period they ended in.

    Args:
        cases: the cases.
        unit: how far the clock goes in a thousandth of the unit that is summed.
        dialect: of the engine.

    Returns:
        a query whose rows are: the period, the places, the cases, the sum of what they took in
        thousandths of the unit, and of its squares in two halves.
    """
    keys = ["c_ended", *(f"c_place_{number}" for number in range(cases.places))]
    long = dialect.whole("(c_to - c_from)", str(unit))
    rows = select([*keys, f"{long} as c_long"], f"(\n{cases.sql}\n) as c_cases", where=_ENDED)
    high = dialect.whole("(c_long * c_long)", str(HALVES))
    sums = [
        "count(*)",
        "sum(c_long)",
        f"sum({high})",
        f"sum(c_long * c_long - {high} * {HALVES})",
    ]
    return steps(
        {"c_taken": rows},
        select([*keys, *sums], "c_taken", group=keys, most=MOST_ROWS + 1),
    )


def at_ranks(cases: Cases, key: str, wanted: Sequence[tuple[int, int]]) -> str:
    """How long the cases at some ranks took, of all that ended in a period.

    Args:
        cases: the cases.
        key: SQL of a text to group by, over `c_place_0` and so on.
        wanted: pairs of how many cases a group has and which of them is asked for, by how long
            they took and counted from 1.

    Returns:
        a query whose rows are the period, the key, the rank and how far the clock went.
    """
    took = select(
        ["c_ended", f"{key} as c_key", "c_to - c_from as c_took"],
        f"(\n{cases.sql}\n) as c_cases",
        where=_ENDED,
    )
    keys = ["c_ended", "c_key"]
    counted = select([*keys, "c_took", "count(*) as c_many"], "c_taken", group=[*keys, "c_took"])
    group = f"partition by {', '.join(keys)}"
    upto = "rows between unbounded preceding and current row"
    running = select(
        [
            *keys,
            "c_took",
            "c_many",
            f"sum(c_many) over ({group} order by c_took {upto}) as c_upto",
            f"sum(c_many) over ({group}) as c_all",
        ],
        "c_counted",
    )
    rows = (f"select {of} as c_of, {rank} as c_rank" for of, rank in sorted(set(wanted)))
    last = select(
        [*keys, "c_rank", "c_took"],
        "c_running join c_wanted on c_all = c_of and c_rank <= c_upto and c_rank > c_upto - c_many",
        most=MOST_ROWS + 1,
    )
    return steps(
        {"c_taken": took, "c_counted": counted, "c_running": running, "c_wanted": all_of(rows)},
        last,
    )


def customers_of(cases: Cases, key: str, period: str) -> str:
    """Count the different customers of cases, by period and key.

    Args:
        cases: the cases; they must know the customers.
        key: SQL of a text to group by, over `c_place_0` and so on.
        period: `c_begun` or `c_ended`.

    Returns:
        a query whose rows are the period, the key and how many customers.
    """
    rows = select(
        [f"{period} as c_period", f"{key} as c_key", "c_who"],
        f"(\n{cases.sql}\n) as c_cases",
        where=_ENDED if period == "c_ended" else (),
    )
    keys = ["c_period", "c_key"]
    counted = [*keys, f"count(distinct c_who) + {_sum('c_who is null')}"]
    return steps({"c_rows": rows}, select(counted, "c_rows", group=keys, most=MOST_ROWS + 1))


_ENDED = ("c_ended is not null", "c_to >= c_from")


def _sum(when: str) -> str:
    return f"sum(case when {when} then 1 else 0 end)"
