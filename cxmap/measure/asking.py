"""What somebody wants to know."""

from dataclasses import dataclass, field
from datetime import date

from cxmap.measure.periods import Grain
from cxmap.measure.remote.allowed import Allowed


@dataclass(frozen=True, slots=True)
class Ask:
    """What somebody wants to know.

    Attributes:
        today: the date to go by.
        metrics: the ids of metrics; empty for all.
        grain: how long a period is.
        by: the cuts: `touchpoint`, `stage`, `journey` or segments; None for all there are.
        since: periods that begin earlier are left out.
        open: whether the running period counts too.
        min_n: under how many answers nothing is shown.
        grace: a case without an end that began no longer than so many days ago is under way.
        remote: what may be read from elsewhere; nothing where nobody says so.
    """

    today: date
    metrics: tuple[str, ...] = ()
    grain: Grain = Grain.MONTH
    by: tuple[str, ...] | None = None
    since: date | None = None
    open: bool = False
    min_n: int = 10
    grace: int = 30
    remote: Allowed = field(default_factory=Allowed)

    def wants(self, cut: str) -> bool:
        """Whether a cut is asked for."""
        return self.by is None or cut in self.by
