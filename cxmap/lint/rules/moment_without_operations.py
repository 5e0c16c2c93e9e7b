"""A moment of truth is measured by what customers say alone."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.touchpoint import Touchpoint
from cxmap.profile import Profile
from cxmap.words import listed, quoted


@rule(
    Touchpoint,
    severity=Severity.INFO,
    profile=Profile.STRICT,
    source="S4 operational metrics beside the customer's voice",
)
def moment_without_operations(touchpoint: Touchpoint, context: Context) -> Iterator[Gap]:
    """A moment of truth where customers are asked, and nothing tells how we performed.

    What customers say tells that something is wrong; only a figure of our own, such as the time
    it took, tells what to mend before the next one.

    Bad:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Welcome letter, moment_of_truth: true, measures: [csat-welcome]}
        metrics: [{id: csat-welcome, kind: csat}]

    Good:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Welcome letter, moment_of_truth: true, measures: [csat-welcome, on-time]}
        metrics: [{id: csat-welcome, kind: csat}, {id: on-time, kind: rate}]
    """
    if not touchpoint.moment_of_truth or touchpoint.by_customer:
        return
    journey, stage = context.home()
    listening = context.facts.listening
    measures = {*context.facts.measures.at(journey, touchpoint), *stage.measures}
    if listening.heard(journey, touchpoint) and all(map(listening.is_voice, measures)):
        near = context.facts.metrics(context.facts.measures.on(journey))
        own = [metric.id for metric in near if metric.voice == "operations"]
        yield Gap(
            f"{quoted(touchpoint.what)} is measured by what customers say alone",
            touchpoint.at("measures"),
            "measures",
            "no figure of how we performed",
            "add a metric of kind rate, duration, count or cost"
            + (f" (metrics: {listed(own, 4)})" if own else ""),
        )
