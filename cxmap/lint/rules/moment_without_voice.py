"""Nobody asks customers about a moment of truth."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.journey import Journey
from cxmap.model.touchpoint import Touchpoint
from cxmap.words import listed, quoted


@rule(Touchpoint, severity=Severity.ERROR, source="S3, S4 ask at every moment of truth")
def moment_without_voice(touchpoint: Touchpoint, context: Context) -> Iterator[Gap]:
    """A moment of truth at which customers are not asked what they thought.

    It makes or breaks the experience, and only customers can say which of the two it did.

    Bad:

        journey: onboarding
        stages:
          - name: I pay my people
            touchpoints:
              - {what: First payday, moment_of_truth: true, measures: [on-time]}
        metrics: [{id: on-time, kind: rate}, {id: csat-payday, kind: csat}]

    Good:

        journey: onboarding
        stages:
          - name: I pay my people
            touchpoints:
              - {what: First payday, moment_of_truth: true, measures: [on-time, csat-payday]}
        metrics: [{id: on-time, kind: rate}, {id: csat-payday, kind: csat}]
    """
    if not touchpoint.moment_of_truth or touchpoint.by_customer:
        return
    journey, _ = context.home()
    if context.facts.listening.heard(journey, touchpoint) or "measures" in touchpoint.refused:
        return
    measured = touchpoint.wrote_answer("measures")
    yield Gap(
        f"nobody asks customers about {quoted(touchpoint.what)}, a moment of truth",
        touchpoint.at("measures"),
        "measures",
        "our own figures only" if measured else "no `measures` here",
        _hint(journey, touchpoint, context),
    )


def _hint(journey: Journey, touchpoint: Touchpoint, context: Context) -> str:
    after = context.facts.redesign.successor(journey, touchpoint)
    aimed = [r for r in after.measures if context.facts.listening.is_voice(r)] if after else []
    if aimed:
        return f"`measures: [{', '.join((*touchpoint.measures, *aimed))}]`, as the target has it"
    known = [metric.id for metric in context.facts.measures.voices]
    such_as = f" (metrics: {listed(known)})" if known else ", such as one of kind csat"
    return f"`measures: [<metric of what customers say>]`{such_as}"
