"""What was found last time, so that an unchanged workspace is not checked again.

A file in the user's own cache folder, never in the repository, which could ship one that hides
findings. It is JSON, since a pickle could run code, and anything odd about it means a fresh check.
"""

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from cxmap.about import About
from cxmap.finding import Edit, Finding, Fix, Related, Severity
from cxmap.fraction import Fraction
from cxmap.model.coverage import QUESTIONS, Breakdown, Counts
from cxmap.outcome import Outcome
from cxmap.output.results import Checked, Results
from cxmap.source.span import Span
from cxmap.version import __version__

Lines = Callable[[str], Sequence[str]]
Kept = TypeVar("Kept")


class Said(NamedTuple):
    """What a run says.

    Attributes:
        out: the text on standard output.
        err: the lines on standard error.
        code: the exit code.
    """

    out: str
    err: str
    code: int


class Cache:
    """The last outcome of one kind of run on one workspace."""

    def __init__(self, run: Sequence[object], mark: str) -> None:
        """Open the place of a run.

        Args:
            run: what was asked for: command, folder, options; one outcome is kept for each.
            mark: what an outcome depends on beside that: every byte of every file.
        """
        name = hashlib.sha256(json.dumps([str(part) for part in run]).encode()).hexdigest()
        self._file = _folder() / f"{name[:32]}.json"
        marks = (__version__, _code_age(), _packages_age(), mark)
        self._mark = hashlib.sha256(" ".join(marks).encode("utf-8", "surrogateescape")).hexdigest()

    def read(self, lines: Lines) -> Outcome | None:
        """The outcome that was kept, or None where there is none or anything changed since.

        Args:
            lines: gives the lines of a file, for excerpts.
        """
        return self._read(lambda kept: _outcome(kept, lines))

    def read_said(self) -> "Said | None":
        """What a run printed, kept by `write_said`, or None as for `read`."""
        return self._read(lambda kept: Said(*kept))

    def write(self, outcome: Outcome) -> None:
        """Keep an outcome; where that cannot be done nothing is lost but time."""
        self._write(_plain(outcome))

    def write_said(self, said: "Said") -> None:
        """Keep what a run printed, as `write` keeps an outcome."""
        self._write(said)

    def _read(self, make: Callable[[Any], Kept]) -> Kept | None:
        try:
            head, _, body = self._file.read_bytes().partition(b"\n")
            if head != self._head(body):
                return None
            return make(json.loads(body))
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return None

    def _head(self, body: bytes) -> bytes:
        """Tells a file that was damaged, be it by a letter, or is of another time."""
        return hashlib.sha256(self._mark.encode() + body).hexdigest().encode()

    def _write(self, kept: object) -> None:
        body = json.dumps(kept, separators=(",", ":")).encode()
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self._file.parent)
            with os.fdopen(handle, "wb") as out:
                out.writelines((self._head(body), b"\n", body))
            Path(temporary).replace(self._file)


def _folder() -> Path:
    chosen = os.environ.get("CXMAP_CACHE_DIR")
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_path

    return user_cache_path("cxmap", appauthor=False)


def _code_age() -> str:
    """In a checkout the code changes and the version does not: the newest file tells."""
    package = Path(__file__).parent
    if not (package.parent / "pyproject.toml").is_file():
        return ""
    return str(max(file.stat().st_mtime_ns for file in package.rglob("*.py")))


def _packages_age() -> str:
    """Packages may bring rules, and whoever installs or removes one changes these folders."""
    ages = []
    for folder in sys.path:
        with suppress(OSError):
            ages.append(f"{folder} {Path(folder).stat().st_mtime_ns}")
    return " ".join(ages)


def _plain(outcome: Outcome) -> dict[str, Any]:
    results = outcome.results
    whys = {finding.why: None for finding in results.findings}
    number = {why: n for n, why in enumerate(whys)}
    return {
        "whys": list(whys),
        "command": results.command,
        "findings": [_finding(finding, number) for finding in results.findings],
        "files": results.files,
        "journeys": [[j.item, j.title, j.path] for j in results.journeys],
        "touchpoints": results.touchpoints,
        "coverage": _plain_coverage(results.coverage),
        "today": results.today.isoformat(),
        "rules": [[r.name, r.finds, r.why, r.source, r.severity] for r in results.rules],
        "base": results.base,
        "settings": outcome.settings,
        "fail_on": outcome.fail_on,
        "floors": dict(outcome.floors),
        "ratchet": outcome.ratchet,
    }


def _outcome(kept: dict[str, Any], lines: Lines) -> Outcome:
    whys = kept["whys"]
    results = Results(
        kept["command"],
        tuple(_read_finding(row, whys) for row in kept["findings"]),
        kept["files"],
        tuple(Checked(*row) for row in kept["journeys"]),
        kept["touchpoints"],
        _read_coverage(kept["coverage"]),
        date.fromisoformat(kept["today"]),
        tuple(About(n, f, w, s, Severity(level)) for n, f, w, s, level in kept["rules"]),
        lines,
        kept["base"],
    )
    return Outcome(results, kept["settings"], kept["fail_on"], kept["floors"], kept["ratchet"])


def _plain_coverage(coverage: Breakdown) -> list[Any]:
    """The counts of many parts are kept as text, which hardly any run has to read."""
    parts = (coverage.journeys, coverage.stages, coverage.teams)
    rows = ({name: _numbers(counts) for name, counts in part.items()} for part in parts)
    return [_numbers(coverage.whole), *(json.dumps(row, separators=(",", ":")) for row in rows)]


def _numbers(counts: Counts) -> list[int]:
    return [number for f in counts.values() for number in (f.answered, f.asked)]


def _read_coverage(kept: list[Any]) -> Breakdown:
    whole, *parts = kept
    journeys, stages, teams = map(_Parts, parts)
    return Breakdown(_counts(whole), journeys, stages, teams)


class _Parts(Mapping[str, Counts]):
    """The counts of many parts, read when they are asked for."""

    def __init__(self, kept: str) -> None:
        self._text = kept

    @cached_property
    def _kept(self) -> dict[str, list[int]]:
        rows: dict[str, list[int]] = json.loads(self._text)
        return rows

    def __getitem__(self, name: str) -> Counts:
        return _counts(self._kept[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


def _counts(numbers: list[int]) -> Counts:
    fractions = map(Fraction, numbers[::2], numbers[1::2])
    return dict(zip(QUESTIONS, fractions, strict=True))


def _finding(f: Finding, whys: Mapping[str, int]) -> list[Any]:
    """One finding; why it matters is kept once for all that say the same."""
    fix = f.fix and [f.fix.title, [[_span(e.span), e.text] for e in f.fix.edits], f.fix.safe]
    related = [[_span(r.span), r.message] for r in f.related]
    return [
        *(f.rule, f.severity, f.message, _span(f.span), f.label, whys[f.why], f.hint),
        *(f.item, f.field, f.value, f.trail, f.moment, f.importance, f.clock, f.suppressed),
        *(fix, related, f.fingerprint),
    ]


def _read_finding(row: list[Any], whys: list[str]) -> Finding:
    rule, severity, message, span, label, why, hint, item, field, value, trail, *rest = row
    moment, importance, clock, suppressed, fix, related, fingerprint = rest
    return Finding(
        rule=rule,
        severity=_SEVERITIES[severity],
        message=message,
        span=Span(*span),
        label=label,
        why=whys[why],
        hint=hint,
        item=item,
        field=field,
        value=value,
        trail=tuple(trail),
        moment=moment,
        importance=importance,
        clock=clock,
        suppressed=suppressed,
        fix=fix and Fix(fix[0], tuple(Edit(Span(*s), text) for s, text in fix[1]), fix[2]),
        related=tuple(Related(Span(*s), text) for s, text in related),
        fingerprint=fingerprint,
    )


_SEVERITIES = tuple(sorted(Severity))


def _span(span: Span) -> list[str | int]:
    return [span.path, span.line, span.column, span.end_line, span.end_column]
