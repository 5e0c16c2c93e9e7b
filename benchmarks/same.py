"""Whether those who race give the same figures: who computes something else may well be quicker."""

import csv
import json
from collections.abc import Iterable, Sequence
from shutil import which

from timing import Contestant, run

Key = tuple[str, ...]
_CLOSED = "2026-10"
"""The month that is running on the day of the race, which `cxmap measure` leaves out."""


def figures(ours: Contestant, others: Sequence[Contestant]) -> None:
    """Check that all have the same counts and values by month, touchpoint and plan.

    Raises:
        SystemExit: they do not; with the first that differs.
    """
    wanted = dict(_ours(_printed(ours)))
    for other in filter(_is_installed, others):
        _compare(wanted, dict(_theirs(_printed(other))), other.name)


def ways(ours: Contestant, others: Sequence[Contestant]) -> None:
    """Check that the ways which `cxmap conform` tells are as frequent for the others.

    Raises:
        SystemExit: they are not; with the first that differs.
    """
    text = "\n".join(_printed(ours))
    record = text[text.index("{") : text.rindex("}") + 1]  # remarks may stand around it
    (walked,) = json.loads(record)["journeys"]
    wanted = {(_item(way["from"]), _item(way["to"])): way["customers"] for way in walked["ways"]}
    if not wanted:
        raise SystemExit(f"{ours.name} tells no ways")
    for other in filter(_is_installed, others):
        rows = [line.split(",") for line in _printed(other) if line.startswith("touch-")]
        found = {(before, after): int(often) for before, after, often in rows}
        _compare(wanted, {pair: found.get(pair) for pair in wanted}, other.name)


def _is_installed(one: Contestant) -> bool:
    return which(one.command[0]) is not None


def _printed(one: Contestant) -> list[str]:
    sample, text = run(one)
    if sample.code != one.code:
        raise SystemExit(f"{one.name} failed: {text[-400:]}")
    return text.splitlines()


def _ours(lines: Iterable[str]) -> Iterable[tuple[Key, tuple[int, str]]]:
    for row in csv.DictReader(line for line in lines if line.count(",") > 2):
        if row.get("period"):
            key = (row["metric"], _item(row["touchpoint"]), row["segment"].partition(": ")[2])
            yield (*key, row["period"]), (int(row["n"]), f"{float(row['value']):.2f}")


def _theirs(lines: Iterable[str]) -> Iterable[tuple[Key, tuple[int, str]]]:
    for row in csv.DictReader(lines):
        if row["period"] < _CLOSED:
            key = (row["metric"], row["touchpoint"], row["plan"], row["period"])
            yield key, (int(row["n"]), f"{float(row['value']):.2f}")


def _item(path: str) -> str:
    return path.rpartition("/")[2]


def _compare(wanted: dict, found: dict, name: str) -> None:
    for key in sorted({*wanted, *found}):
        if wanted.get(key) != found.get(key):
            raise SystemExit(f"{key}: {wanted.get(key)}, but {found.get(key)} by {name}")
