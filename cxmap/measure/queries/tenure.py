"""Since when and until when customers are customers."""

from collections.abc import Sequence

from cxmap.measure.engine import Table
from cxmap.measure.queries.answers import MOST_ROWS
from cxmap.measure.queries.select import select, steps


def tenure(
    table: Table, *, start: str, end: str, ended: str, places: Sequence[str], where: Sequence[str]
) -> str:
    """Count accounts by the periods in which they began and ended.

    Args:
        table: the accounts, one a row.
        start: SQL of the period in which it began; NULL where that cannot be read.
        end: the same of its end; NULL where it goes on.
        ended: SQL that is not NULL where an end is written, be it readable or not.
        places: texts to group by.
        where: conditions of the source.

    Returns:
        a query whose rows are: the two periods, the places, how many accounts, and how many of
        them have an end that cannot be read.
    """
    named = [f"{place} as c_place_{number}" for number, place in enumerate(places)]
    keys = ["c_start", "c_end", *(f"c_place_{number}" for number in range(len(places)))]
    rows = select(
        [f"{start} as c_start", f"{end} as c_end", f"{ended} as c_ended", *named],
        table.sql,
        where=where,
    )
    unreadable = "sum(case when c_end is null and c_ended is not null then 1 else 0 end)"
    last = select([*keys, "count(*)", unreadable], "c_rows", group=keys, most=MOST_ROWS + 1)
    return steps({"c_rows": rows}, last)
