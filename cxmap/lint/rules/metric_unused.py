"""A metric belongs to no place."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.metric import Metric
from cxmap.words import quoted


@rule(Metric, severity=Severity.INFO, source="S4 line feedback up to stages")
def metric_unused(metric: Metric, context: Context) -> Iterator[Gap]:
    """A metric that no touchpoint, stage, journey, listening post or criterion of the intent names.

    What customers say and nobody can place is nobody's to mend.

    Bad:

        journey: onboarding
        stages: [{name: I sign up, touchpoints: [Welcome letter - email]}]
        metrics:
          - {id: csat-welcome, name: Satisfied with the welcome, kind: csat}

    Good:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Welcome letter, how: email, measures: [csat-welcome]}
        metrics:
          - {id: csat-welcome, name: Satisfied with the welcome, kind: csat}
    """
    if context.workspace.journeys and not context.facts.measures.uses(metric):
        yield Gap(
            f"{quoted(metric.label)} belongs to no place on any map",
            label="named by no touchpoint, stage or journey",
            hint=f"`measures: [{metric.id}]` at the touchpoint, stage or journey it speaks of",
        )
