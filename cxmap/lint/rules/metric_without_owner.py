"""Nobody owns a metric."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.metric import Metric
from cxmap.words import listed, quoted


@rule(Metric, severity=Severity.WARNING, source="S1 who answers for the dashboard")
def metric_without_owner(metric: Metric, context: Context) -> Iterator[Gap]:
    """A metric that no team answers for.

    When the figure falls every team waits for another one, and customers wait with them.

    Bad:

        metrics:
          - {name: Complaints, kind: count, target: 12}

    Good:

        metrics:
          - {name: Complaints, kind: count, target: 12, owners: [support, billing]}
    """
    if not metric.wrote_answer("owners"):
        teams = context.workspace.teams.ids()
        known = f" (teams: {listed(teams)})" if teams else ""
        message = f"no team answers for {quoted(metric.label)}"
        yield missing(metric, "owners", message, hint=f"`owners: [<team>, <team>]`{known}")
