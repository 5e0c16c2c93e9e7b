"""The baseline: gaps that were there when a team turned `lint` on, by fingerprint.

A JSON file with a line for each gap, sorted, so that a change of it reads well in a review.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from cxmap.errors import CxmapError
from cxmap.finding import Finding

NAME = ".cxmap-baseline.json"
"""The file in the folder of the workspace."""

_VERSION = 1


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A gap that is known: the item or file it is about, its rule, and its fingerprint."""

    about: str
    rule: str
    fingerprint: str


def of(findings: Iterable[Finding]) -> tuple[Entry, ...]:
    """The entries for what was found and is not accepted with a remark."""
    return tuple(
        Entry(f.item or f.span.path, f.rule, f.fingerprint)
        for f in findings
        if f.suppressed is None
    )


def dump(entries: Iterable[Entry]) -> str:
    """The text of a baseline."""
    rows = (
        json.dumps({"fingerprint": e.fingerprint, "rule": e.rule, "about": e.about})
        for e in sorted(entries)
    )
    listed = ",\n".join(f"    {row}" for row in rows)
    body = f"[\n{listed}\n  ]" if listed else "[]"
    return f'{{\n  "version": {_VERSION},\n  "findings": {body}\n}}\n'


def read(text: str, name: str) -> tuple[Entry, ...]:
    """The entries of a baseline.

    Args:
        text: what the file holds.
        name: what it is called, for messages.

    Raises:
        CxmapError: it is no baseline, or one of a newer cxmap.
    """
    try:
        held = json.loads(text)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise CxmapError(f"{name} cannot be read: line {line} is no JSON") from None
    if isinstance(held, dict) and held.get("version") not in {None, _VERSION}:
        raise CxmapError(f"{name} was written by a newer cxmap: install that, or write it anew")
    rows = held.get("findings") if isinstance(held, dict) else None
    if not isinstance(rows, list) or not all(map(_is_entry, rows)):
        raise CxmapError(f"{name} is no baseline; `cxmap lint --write-baseline` makes one")
    return tuple(Entry(row["about"], row["rule"], row["fingerprint"]) for row in rows)


def closed(
    entries: Iterable[Entry], findings: Iterable[Finding], ran: Collection[str]
) -> tuple[Entry, ...]:
    """The entries whose gap is there no more, as far as the rules that ran can tell.

    Args:
        entries: the baseline.
        findings: everything that was found in the whole workspace.
        ran: the names of the rules that ran.
    """
    still = {entry.fingerprint for entry in of(findings)}
    return tuple(e for e in entries if e.rule in ran and e.fingerprint not in still)


def _is_entry(row: Any) -> bool:  # noqa: ANN401 (anything that JSON can say)
    keys = ("about", "rule", "fingerprint")
    return isinstance(row, dict) and all(isinstance(row.get(key), str) for key in keys)
