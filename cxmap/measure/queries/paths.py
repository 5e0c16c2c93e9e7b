"""How customers really went: what they met, in which order and how fast."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from cxmap.measure.engine import Dialect, Table
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


def follows(events: Events, dialect: Dialect, rank: str = "") -> str:
    """What directly follows what.

    Args:
        events: the events.
        dialect: how the engine speaks.
        rank: SQL of a number by which events of the same moment follow; then by their name.

    Returns:
        a query whose rows are: what happened, what came next, for how many customers, how often.
    """
    ranked = [f"{rank} as c_rank"] if rank else []
    rows = select([*events.columns(), *ranked], events.table.sql, where=events.sound())
    ties = [*(["c_rank"] if rank else []), dialect.ordered("c_value")]
    order = f"partition by c_who order by c_at, {', '.join(ties)}"
    pairs = select(["c_value", f"lead(c_value) over ({order}) as c_then", "c_who"], "c_rows")
    columns = ["c_value", "c_then", "count(distinct c_who)", "count(*)"]
    last = select(
        columns,
        "c_pairs",
        where=["c_then is not null"],
        group=["c_value", "c_then"],
        most=MOST_ROWS + 1,
    )
    return steps({"c_rows": rows, "c_pairs": pairs}, last)


@dataclass(frozen=True, slots=True)
class Firsts:
    """Customers, one a row, with when each first met what: `c_first_NODE_CLOCK`, and `c_last`.

    Attributes:
        ahead: the steps before.
    """

    ahead: dict[str, str]

    def summed(self, sums: Sequence[str]) -> str:
        """A query of one row: some sums over all customers."""
        return steps(self.ahead, select(sums, "c_firsts"))

    def elapsed(self, laps: Iterable[Lap]) -> str:
        """How long it took from one node to another, for those who met them in that order.

        Returns:
            a query whose rows are: the number of the lap, how many customers, the median and the
            90th percentile, each the smallest time that so many do not exceed, and the longest
            time that nine tenths took at least; all as its clock counts.
        """
        numbered = list(enumerate(laps))
        took = " ".join(f"when {number} then {_taken(*lap)}" for number, lap in numbered)
        upto = "rows between unbounded preceding and current row"
        ahead = {
            **self.ahead,
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
        }
        columns = [
            "c_pair",
            "max(c_all)",
            "min(case when c_upto * 2 >= c_all then c_took end)",
            "min(case when c_upto * 10 >= c_all * 9 then c_took end)",
            "max(case when (c_all - c_upto + c_many) * 10 >= c_all * 9 then c_took end)",
        ]
        return steps(ahead, select(columns, "c_running", group=["c_pair"]))


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
        nodes: conditions: the event is the one of that number.
        clocks: SQL of what clocks show at an event, microseconds first.
        needed: which pairs of a node and a clock are asked for.
    """
    needed = sorted(set(needed))
    used = sorted({0, *(clock for _, clock in needed)})
    which = " ".join(f"when {condition} then {number}" for number, condition in enumerate(nodes))
    rows = select(
        [
            f"{events.customer} as c_who",
            f"case {which} end as c_node",
            *(f"{clocks[number]} as c_clock_{number}" for number in used),
        ],
        events.table.sql,
        where=events.sound(),
    )
    columns = [
        f"min(case when c_node = {node} then c_clock_{clock} end) as {first(node, clock)}"
        for node, clock in needed
    ]
    people = select(["c_who", "max(c_clock_0) as c_last", *columns], "c_events", group=["c_who"])
    return Firsts({"c_events": rows, "c_firsts": people})


@dataclass(frozen=True, slots=True)
class Moment:
    """The nth time something happens, at which something else is due.

    Attributes:
        event: a condition: it is what is counted.
        due: a condition: it is what is due.
        nth: which time.
        per: microseconds in which so many have to happen; None for any time.
        clock: SQL of the clock of the promise.
        within: how far that may go; None for any time.
        now: what the clock shows now.
    """

    event: str
    due: str
    nth: int
    per: int | None
    clock: str
    within: int | None
    now: int


def moment(events: Events, asked: Moment) -> str:
    """How often a moment was met.

    Returns:
        a query of one row: the customers who reached it, of whom it can be said whether they got
        what was due in time, who got it at all, and who in time.
    """
    rows = select(
        [
            f"{events.customer} as c_who",
            f"{events.micros} as c_at",
            f"{asked.clock} as c_clock",
            f"case when {asked.event} then 1 else 0 end as c_counts",
            f"case when {asked.due} then 1 else 0 end as c_due",
        ],
        events.table.sql,
        where=[*events.sound(), f"({asked.event} or {asked.due})"],
    )
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
    decided = good
    if asked.within is not None:
        good = f"c_to is not null and c_to - c_from <= {asked.within}"
        decided = f"({good}) or {asked.now} - c_from > {asked.within}"
    sums = ["count(*)", total(decided), total("c_to is not null"), total(good)]
    parts = {"c_events": rows, "c_counted": counted, "c_moments": reached, "c_met": met}
    return steps(parts, select(sums, "c_met"))


def total(when: str) -> str:
    """How many rows meet a condition; 0 where there are none at all."""
    return f"coalesce(sum(case when {when} then 1 else 0 end), 0)"
