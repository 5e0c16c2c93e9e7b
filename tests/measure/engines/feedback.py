"""Feedback made up to be hard to count, and what plain Python counts in it."""

import random
import re
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

COLUMNS = {
    "written": "text",
    "at": "time",
    "end": "instant",
    "day": "day",
    "touch point": "text",
    'we"ird`col:on': "text",
    "score": "text",
    "stars": "whole",
    "amount": "number",
    "who": "text",
    "weight": "text",
}
"""The columns, some with names that are words of SQL or hold its marks, and what they hold."""

Row = tuple[object, ...]
ZONES = ("UTC", "Europe/Paris", "Asia/Kolkata", "America/New_York")


def rows(seed: int, number: int = 250) -> list[Row]:
    chance = random.Random(seed)  # noqa: S311 (made-up data)
    return [_row(chance) for _ in range(number)]


def _row(chance: random.Random) -> Row:
    around = (
        datetime(1969, 12, 1, tzinfo=UTC)
        if chance.random() < 0.2
        else datetime(2026, 3, 1, tzinfo=UTC)
    )
    instant = around + timedelta(microseconds=chance.randrange(86_400_000_000 * 250))
    if chance.random() < 0.5:
        instant = instant.replace(microsecond=0)
    shown = instant.astimezone(ZoneInfo(chance.choice(ZONES)))
    forms = (
        shown.isoformat(),
        shown.isoformat(" ").replace("+00:00", "Z"),
        shown.replace(tzinfo=None).isoformat(" ", "milliseconds"),
        f" {shown.date()} ",
        f"{shown:%Y-%m-%dT%H:%M}",
        "2026-10-25 02:30:00",  # clocks in Paris show it twice
        "2026-03-29 02:30:00",  # and this one never
        *("soon", "", "2026-02-30", "2026-13-01 10:00", "2026-09-31"),
        None,
    )
    local = shown.replace(tzinfo=None)
    return (
        chance.choice(forms),
        chance.choice([local, local, None]),
        chance.choice([instant, instant, None]),
        chance.choice([shown.date(), None]),
        chance.choice(["letter", " letter ", "Brief für Sie", "", "a'b\\c", "手紙", None]),
        chance.choice(["pro", "basic", 'say "hi"', None]),
        chance.choice(
            [
                *map(str, range(11)),
                " 7 ",
                "7.5",
                "4.5678",
                "-1",
                "11",
                "+3",
                "1e1",
                ".5",
                "8.",
                "ten",
                "1,5",
                "99999999999",
                "",
                None,
            ]
        ),
        chance.choice([*range(-1, 12), 5_000_000, None]),
        chance.choice([Decimal("3.1415"), Decimal("-2.5005"), Decimal(7), None]),
        chance.choice(["anna", "bert", "Anna", "", None]),
        chance.choice(["1", "2", "0", "1.5", "-1", "many", None]),
    )


def text(cell: object) -> str | None:
    return (str(cell).strip(" ") or None) if cell is not None else None


def number(cell: object) -> int | None:
    plain = text(cell)
    if plain is None or not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)(e\d+)?", plain, re.ASCII):
        return None
    value = (Decimal(plain) * 1000).to_integral_value(ROUND_HALF_UP)
    return int(value) if abs(value) <= 3_000_000_000 else None


def instant(cell: object, zone: str) -> datetime | None:
    if isinstance(cell, str):
        try:
            cell = datetime.fromisoformat(cell.strip(" "))
        except ValueError:
            return None
    if isinstance(cell, date) and not isinstance(cell, datetime):
        cell = datetime.combine(cell, time.min)
    if not isinstance(cell, datetime):
        return None
    if cell.tzinfo is None:
        both = [cell.replace(tzinfo=ZoneInfo(zone), fold=fold) for fold in (0, 1)]
        cell = max(both, key=lambda when: when.astimezone(UTC)) if _twice(both) else both[0]
    return cell.astimezone(UTC)


def _twice(both: list[datetime]) -> bool:
    """Whether the clocks show a time twice: both readings come back as what was written."""
    return all(
        t.astimezone(UTC).astimezone(t.tzinfo).replace(fold=0) == t.replace(fold=0) for t in both
    )


def times(cell: object, zone: str) -> tuple[int, int, int, int] | None:
    """Microseconds, day, month and time of day, as the dialects count them."""
    at = instant(cell, zone)
    if at is None:
        return None
    local = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    micros = (at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
    day = local.date().toordinal() - date(1970, 1, 1).toordinal()
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    return (
        micros,
        day,
        local.year * 12 + local.month - 1,
        (local - midnight) // timedelta(microseconds=1),
    )


def tally(found: list[tuple[object, ...]]) -> Counter[tuple[object, ...]]:
    return Counter(found)
