"""What a preview shows at one moment, and how that follows the files."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Any

from cxmap.errors import CxmapError
from cxmap.finding import Finding
from cxmap.report.brief import standing
from cxmap.report.render import Report

MOST = 300
"""How many findings are listed, worst first; a list beside a map is read, not searched."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A workspace as it was read.

    Attributes:
        report: its pages.
        findings: what is wrong and what is missing.
        sound: every file could be read to the end.
    """

    report: Report
    findings: Sequence[Finding]
    sound: bool


@dataclass(frozen=True)
class Moment:
    """What is shown at one moment.

    Attributes:
        number: grows with every change.
        report: the pages, or None where there were never any to show.
        findings: what is wrong and what is missing now.
        problem: why the pages are older than the files, in words; empty where they are not.
    """

    number: int
    report: Report | None
    findings: Sequence[Finding]
    problem: str

    @cached_property
    def state(self) -> Mapping[str, Any]:
        """What the shell around the pages shows, as plain data for JSON."""
        found = standing(self.findings)
        return {
            "number": self.number,
            "problem": self.problem,
            "total": len(found),
            "pages": self._pages(),
            "findings": [self._finding(finding) for finding in found[:MOST]],
        }

    def _pages(self) -> dict[str, str]:
        """The journey map that each page shows, by the page's file; empty for others."""
        stops = self.report.stops if self.report else ()
        return {stop.file: stop.key if stop.sort == "journey" else "" for stop in stops}

    def _finding(self, finding: Finding) -> dict[str, Any]:
        journey, _, part = finding.item.partition("/")
        journey = journey.partition("#")[0]
        links = self.report.links if self.report else None
        anchor = f"tp-{part}" if part else ""
        return {
            "severity": finding.severity.word,
            "rule": finding.rule,
            "message": finding.message,
            "why": finding.why,
            "hint": finding.hint,
            "place": f"{finding.span.path}:{finding.span.line}",
            "journey": journey,
            "href": links.to("journey", journey, anchor) if links else "",
        }


class Preview:
    """The pages of a workspace, kept up with its files; of a broken one the last good pages."""

    def __init__(self, read: Callable[[], Reading]) -> None:
        """Nothing is read before `refresh`.

        Args:
            read: reads the workspace as it is now; raises `CxmapError` where it cannot.
        """
        self._read = read
        self._lock = Lock()
        self.moment = Moment(0, None, (), "")

    def refresh(self) -> None:
        """Read the files again."""
        with self._lock:
            self.moment = self._next(self.moment)

    def _next(self, now: Moment) -> Moment:
        number = now.number + 1
        try:
            reading = self._read()
            if not reading.sound and now.report is not None:
                return Moment(
                    number,
                    now.report,
                    reading.findings,
                    "the map as it was before something in its files could not be read",
                )
            reading.report.names()  # there is something to show
        except CxmapError as error:
            return Moment(number, now.report, now.findings, str(error))
        return Moment(number, reading.report, reading.findings, "")

    def file(self, name: str) -> bytes | None:
        """One of the pages or what belongs to them, or None where there is no such file.

        Raises:
            CxmapError: a template does not work.
        """
        report = self.moment.report
        if report is None or name not in report.names():
            return None
        with self._lock:
            return report.file(name)
