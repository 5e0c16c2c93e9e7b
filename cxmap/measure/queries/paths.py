"""How customers really went: what they met, in which order and how fast."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from cxmap.measure.engine import Table
from cxmap.measure.queries.answers import MOST_ROWS
from cxmap.measure.queries.select import all_of, select, steps

Lap: TypeAlias = tuple[int, int, int]
"""From one node to another, on the clock of a number."""


@dataclass(frozen=True, slots=True)
class Events:
    """The events that are asked, as SQL over the columns of a table.

    Attributes:
        table: where they are.
        customer: whose event it is.
        value: what happened, as text.
        micros: when, in microseconds.
        where: conditions of the source.
        until: the last microsecond that counts, since nothing has happened after today.
    """

    table: Table
    customer: str
    value: str
    micros: str
    where: Sequence[str]
    until: int

    def sound(self) -> list[str]:
        """The conditions under which an event counts."""
        asked = (self.customer, self.value, self.micros)
        there = (f"{column} is not null" for column in asked)
        return [*self.where, *there, f"{self.micros} <= {self.until}"]

    def columns(self) -> list[str]:
        """What happened, to whom and when, by the names that queries go on with."""
        return [
            f"{self.value} as c_value",
            f"{self.customer} as c_who",
            f"{self.micros} as c_at",
        ]


def seen(events: Events) -> str:
    """What happens at all, and which rows do not count.

    Returns:
        a query whose rows are: what happened, how often, when first and when last; of the same
        rows how many there are, how many have no time, how many do not say what happened or to
        whom, and how many are dated later than today.
    """
    rows = select(events.columns(), events.table.sql, where=events.where)
    named = "c_value is not null and c_who is not null"
    sound = f"{named} and c_at <= {events.until}"  # no time is no later time either
    columns = [
        "c_value",
        total(sound),
        f"min(case when {sound} then c_at end)",
        f"max(case when {sound} then c_at end)",
        "count(*)",
        total("c_at is null"),
        total(f"not ({named})"),
        total(f"c_at > {events.until}"),
    ]
    return steps({"c_rows": rows}, select(columns, "c_rows", group=["c_value"], most=MOST_ROWS + 1))


def met(events: Events, besides: Sequence[str]) -> str:
    """How many customers met what. This takes as long as all the rest, so it leaves out the most.

    Args:
        events: the events.
        besides: quoted names of what is not asked for.

    Returns:
        a query whose rows are: what happened, and to how many customers.
    """
    others = [f"{events.value} not in ({', '.join(besides)})"] if besides else []
    where = [*events.sound(), *others]
    rows = select(events.columns(), events.table.sql, where=where)
    columns = ["c_value", "count(distinct c_who)"]
    return steps({"c_rows": rows}, select(columns, "c_rows", group=["c_value"], most=MOST_ROWS + 1))


def follows(events: Events, codes: Sequence[str]) -> str:
    """What directly follows what.

    Args:
        events: the events.
        codes: conditions on `c_value`: the event is the one of that number. Events of the same
            moment follow in this order, those that are none of them last.

    Returns:
        a query whose rows are: the number of what happened, the number of what came next, for how
        many customers, how often. What has no number is left out.
    """
    others = len(codes)
    # Numbers are sorted and counted faster than names.
    coded = select(
        ["c_who", "c_at", f"{_numbered(codes, str(others))} as c_code"],
        "c_rows",
    )
    then = "lead(c_code) over (partition by c_who order by c_at, c_code) as c_then"
    parts = {
        "c_rows": _sound(events),
        "c_events": coded,
        "c_pairs": select(["c_who", "c_code", then], "c_events"),
    }
    last = select(
        ["c_code", "c_then", "count(distinct c_who)", "count(*)"],
        "c_pairs",
        where=[f"c_code < {others}", f"c_then < {others}"],
        group=["c_code", "c_then"],
        most=MOST_ROWS + 1,
    )
    return steps(parts, last)


@dataclass(frozen=True, slots=True)
class Firsts:
    """Customers, one a row, with when each first met what: `c_first_NODE_CLOCK`, and `c_last`.

    Attributes:
        ahead: the steps before.
    """

    ahead: dict[str, str]

    def told(self, sums: Sequence[str], laps: Sequence[Lap]) -> str:
        """Sums over all customers, and how long it took from one node to another.

        Returns:
            a query whose rows are: the number of the lap, how many customers met its two nodes in
            that order, the median and the 90th percentile, each the smallest time that so many do
            not exceed, and the longest time that nine tenths took at least, all as its clock
            counts; then the sums, the same in every row. Where there is no lap, one row has them.
        """
        named = [f"c_sum_{number}" for number in range(len(sums))]
        summed = [f"{what} as {name}" for what, name in zip(sums, named, strict=True)]
        ahead = {**self.ahead, "c_sums": select(summed, "c_firsts")}
        if not laps:
            return steps(ahead, select([*["null"] * LAP, *named], "c_sums"))
        ahead |= _elapsed(laps)
        # One row of sums and some of laps: together they need the customers only once.
        return steps(ahead, select([*_LAP, *named], "c_sums left join c_laps on 1 = 1"))


_LAP = ("c_pair", "c_all", "c_median", "c_nine_tenths", "c_at_least")
LAP = len(_LAP)
"""How many columns of an answer are about a lap, before the sums."""


def _elapsed(laps: Iterable[Lap]) -> dict[str, str]:
    """The steps from `c_firsts` to how long laps took: `c_laps`, with the columns of `_LAP`."""
    numbered = list(enumerate(laps))
    took = " ".join(f"when {number} then {_taken(*lap)}" for number, lap in numbered)
    upto = "rows between unbounded preceding and current row"
    last = [
        "c_pair",
        "max(c_all) as c_all",
        "min(case when c_upto * 2 >= c_all then c_took end) as c_median",
        "min(case when c_upto * 10 >= c_all * 9 then c_took end) as c_nine_tenths",
        "max(case when (c_all - c_upto + c_many) * 10 >= c_all * 9 then c_took end) as c_at_least",
    ]
    return {
        "c_pairs": all_of(f"select {number} as c_pair" for number, _ in numbered),
        "c_taken": select(
            ["c_pair", f"case c_pair {took} end as c_took"], "c_firsts cross join c_pairs"
        ),
        "c_counted": select(
            ["c_pair", "c_took", "count(*) as c_many"],
            "c_taken",
            where=["c_took >= 0"],
            group=["c_pair", "c_took"],
        ),
        "c_running": select(
            [
                "c_pair",
                "c_took",
                "c_many",
                f"sum(c_many) over (partition by c_pair order by c_took {upto}) as c_upto",
                "sum(c_many) over (partition by c_pair) as c_all",
            ],
            "c_counted",
        ),
        "c_laps": select(last, "c_running", group=["c_pair"]),
    }


def _taken(before: int, after: int, clock: int) -> str:
    """How far a clock went; a clock of whole days cannot tell by itself what came first."""
    took = f"{first(after, clock)} - {first(before, clock)}"
    if clock == 0:
        return took
    return f"case when {first(after)} >= {first(before)} then {took} end"


def first(node: int, clock: int = 0) -> str:
    """The column with when a node was first met, on a clock; the first one counts microseconds."""
    return f"c_first_{node}_{clock}"


def firsts(
    events: Events, nodes: Sequence[str], clocks: Sequence[str], needed: Iterable[tuple[int, int]]
) -> Firsts:
    """When every customer first met what, by one aggregate and without a sort.

    Args:
        events: the events.
        nodes: conditions on `c_value`: the event is the one of that number.
        clocks: SQL of what clocks show at an event, microseconds first.
        needed: which pairs of a node and a clock are asked for.
    """
    needed = sorted(set(needed))
    used = sorted({0, *(clock for _, clock in needed)})
    shown = [f"c_clock_{number}" for number in used]
    rows = _sound(events, [f"{clocks[number]} as c_clock_{number}" for number in used])
    coded = select(["c_who", f"{_numbered(nodes)} as c_node", *shown], "c_rows")
    columns = [
        f"min(case when c_node = {node} then c_clock_{clock} end) as {first(node, clock)}"
        for node, clock in needed
    ]
    people = select(["c_who", "max(c_clock_0) as c_last", *columns], "c_events", group=["c_who"])
    return Firsts({"c_rows": rows, "c_events": coded, "c_firsts": people})


@dataclass(frozen=True, slots=True)
class Moment:
    """The nth time something happens, at which something else is due.

    Attributes:
        event: a condition on `c_value`: it is what is counted.
        due: a condition on `c_value`: it is what is due.
        nth: which time.
        per: microseconds in which so many have to happen; None for any time.
        clock: SQL of the clock of the promise.
        within: how far that may go; None for any time.
        now: what the clock shows now.
        grace: where any time will do, how long a customer who got nothing may still get it.
    """

    event: str
    due: str
    nth: int
    per: int | None
    clock: str
    within: int | None
    now: int
    grace: int


def moment(events: Events, asked: Moment) -> str:
    """How often a moment was met.

    Returns:
        a query of one row: the customers who reached it, of whom it can be said whether they got
        what was due in time, who got it at all, and who in time.
    """
    flags = [
        "c_who",
        "c_at",
        "c_clock",
        f"case when {asked.event} then 1 else 0 end as c_counts",
        f"case when {asked.due} then 1 else 0 end as c_due",
    ]
    rows = _sound(events, [f"{asked.clock} as c_clock"])
    flagged = select(flags, "c_rows", where=[f"({asked.event} or {asked.due})"])
    back = f"lag(c_at, {asked.nth - 1}) over (partition by c_who order by c_at)"
    counted = select(
        ["c_who", "c_at", "c_clock", f"{back} as c_begun"], "c_events", where=["c_counts = 1"]
    )
    fast = [] if asked.per is None else [f"c_at - c_begun <= {asked.per}"]
    reached = select(
        ["c_who", "min(c_at) as c_reached", "min(c_clock) as c_from"],
        "c_counted",
        where=["c_begun is not null", *fast],
        group=["c_who"],
    )
    met = select(
        [
            "c_moments.c_who as c_who",
            "c_from",
            "min(case when c_due = 1 and c_at >= c_reached then c_clock end) as c_to",
        ],
        "c_moments join c_events on c_events.c_who = c_moments.c_who",
        group=["c_moments.c_who", "c_from"],
    )
    good = "c_to is not null"
    if asked.within is not None:
        good = f"c_to is not null and c_to - c_from <= {asked.within}"
    longest = asked.grace if asked.within is None else asked.within
    decided = f"({good}) or {asked.now} - c_from > {longest}"
    sums = ["count(*)", total(decided), total("c_to is not null"), total(good)]
    parts = {
        "c_rows": rows,
        "c_events": flagged,
        "c_counted": counted,
        "c_moments": reached,
        "c_met": met,
    }
    return steps(parts, select(sums, "c_met"))


def _sound(events: Events, besides: Sequence[str] = ()) -> str:
    """The events that count, perhaps with further columns; later steps know them by our names."""
    return select([*events.columns(), *besides], events.table.sql, where=events.sound())


def _numbered(conditions: Iterable[str], otherwise: str = "null") -> str:
    """The number of the first condition that holds."""
    cases = " ".join(f"when {condition} then {n}" for n, condition in enumerate(conditions))
    return f"case {cases} else {otherwise} end" if cases else otherwise


def total(when: str) -> str:
    """How many rows meet a condition; 0 where there are none at all."""
    return f"coalesce(sum(case when {when} then 1 else 0 end), 0)"
