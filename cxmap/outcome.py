"""What a run of `validate` or `lint` comes to: its results, and the settings that judge them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from cxmap.finding import Severity
from cxmap.output.results import Results


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found, and what the workspace's settings say of it.

    Attributes:
        results: what was found.
        settings: the file of settings, or None where there is none.
        fail_on: from which severity on a run fails, as configured.
        floors: the least share of touchpoints that must answer each question, in percent.
        ratchet: whether coverage may not drop.
        spared: fingerprints of what is shown and does not make the run fail.
        lasting: whether the same files will come to the same; not where rules of other packages
            took part, whose code may change unnoticed, or files of feedback data were looked at.
    """

    results: Results
    settings: str | None = None
    fail_on: str = "error"
    floors: Mapping[str, float] = field(default_factory=dict)
    ratchet: bool = False
    spared: frozenset[str] = frozenset()
    lasting: bool = True

    def new_since(self, known: Collection[str], *, untouched: bool) -> "Outcome":
        """The same without what was known; what is wrong with the settings is never known.

        Args:
            known: fingerprints of what was there before.
            untouched: whether items may be as they were: then nothing fails a run that hangs on
                the date alone.
        """
        results = self.results
        kept = [
            f
            for f in results.findings
            if f.suppressed is not None
            or f.fingerprint not in known
            or f.span.path == self.settings
        ]
        new = [finding for finding in kept if finding.suppressed is None]
        shown = replace(
            results,
            findings=tuple(kept),
            known=results.known + len(results.findings) - len(kept),
            new=frozenset(finding.fingerprint for finding in new),
        )
        by_date = frozenset(finding.fingerprint for finding in new if finding.clock)
        return replace(self, results=shown, spared=by_date if untouched else frozenset())

    def exit_code(self, fail_on: str) -> int:
        """0, 1 where something is found from a severity on, 2 where the settings are unsound.

        Coverage that falls short is 1 too, unless nothing may fail.
        """
        found = [f for f in self.results.findings if f.suppressed is None]
        if any(f.severity is Severity.ERROR and f.span.path == self.settings for f in found):
            return 2
        if fail_on == "never":
            return 0
        if self.results.shortfalls:
            return 1
        worst = Severity[fail_on.upper()]
        fails = (f for f in found if f.severity <= worst and f.fingerprint not in self.spared)
        return 1 if any(fails) else 0
