"""What a run of `validate` or `lint` comes to: its results, and the settings that judge them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

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
        lasting: whether the same files will come to the same; not where rules of other packages
            took part, whose code may change unnoticed.
    """

    results: Results
    settings: str | None = None
    fail_on: str = "error"
    floors: Mapping[str, float] = field(default_factory=dict)
    ratchet: bool = False
    lasting: bool = True

    def exit_code(self, fail_on: str) -> int:
        """0, 1 where something is found from a severity on, 2 where the settings are unsound."""
        found = [f for f in self.results.findings if f.suppressed is None]
        if any(f.severity is Severity.ERROR and f.span.path == self.settings for f in found):
            return 2
        if fail_on == "never":
            return 0
        worst = Severity[fail_on.upper()]
        return 1 if any(f.severity <= worst for f in found) else 0
