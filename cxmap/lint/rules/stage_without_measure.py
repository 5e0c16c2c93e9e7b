"""No customer is asked about a stage."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.lint.sample import measures
from cxmap.model.journey import Stage
from cxmap.words import quoted


@rule(Stage, severity=Severity.WARNING, source="S4 line feedback up to stages")
def stage_without_measure(stage: Stage, context: Context) -> Iterator[Gap]:
    """A stage where things are measured and no customer is asked, or where nothing is measured.

    Figures of our own say what was done; only customers can say what it was like.

    Where touchpoints are reported as unmeasured one by one, their stage is not reported again.

    Bad:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Kick-off call, who: sales, measures: [days-to-call]}
        metrics:
          - {id: days-to-call, kind: duration}

    Good:

        journey: onboarding
        stages:
          - name: I sign up
            measures: [csat-signing]
            touchpoints:
              - {what: Kick-off call, who: sales, measures: [days-to-call]}
        metrics:
          - {id: days-to-call, kind: duration}
          - {id: csat-signing, kind: csat}
    """
    journey, facts = context.journey, context.facts
    if journey is None or not stage.touchpoints or facts.asked(journey, stage):
        return
    if any(facts.listening.heard(journey, touchpoint) for touchpoint in stage.touchpoints):
        return
    used = {*stage.measures, *(m for t in stage.touchpoints for m in t.measures)}
    if len(facts.metrics(tuple(used))) < len(used) or "measures" in stage.refused:
        return  # nobody knows what the undeclared ones ask
    if used:
        message = f"figures are taken in {quoted(stage.name)}, but no customer is asked"
    elif all(touchpoint.by_customer for touchpoint in stage.touchpoints):
        message = f"nobody asks customers about {quoted(stage.name)}"
    else:
        return
    yield missing(stage, "measures", message, hint=measures(facts, journey, "the stage"))
