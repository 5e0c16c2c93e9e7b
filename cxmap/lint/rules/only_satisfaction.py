"""A journey listens for satisfaction alone."""

from collections.abc import Iterator
from typing import Annotated

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.journey import Journey
from cxmap.model.metric import kind_of
from cxmap.words import listed, quoted

_ASKED = {
    "csat": "how satisfied they are",
    "ces": "how easy it was",
    "rating": "for a rating",
}


@rule(
    Journey,
    severity=Severity.WARNING,
    source="S3 customer experience is not the satisfaction score",
)
def only_satisfaction(
    journey: Journey,
    context: Context,
    *,
    least: Annotated[int, "touchpoints from which a journey is looked at"] = 5,
) -> Iterator[Gap]:
    """A journey on which customers are asked one thing alone, about single contacts.

    Customers can be content with every contact and still leave: somebody has to ask a second
    question, such as whether they would recommend us.

    Where all customers of the journey are asked one on another journey, that is enough. Journeys
    of fewer than `least` touchpoints are left alone, and so are other tellings of a journey.

    Bad:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Welcome letter, measures: [csat-welcome]}
              - {what: Kick-off call, measures: [csat-welcome]}
              - {what: Plan with dates}
              - {what: Training}
              - {what: First invoice}
        metrics: [{id: csat-welcome, kind: csat}]

    Good:

        journey: onboarding
        measures: [nps]
        stages:
          - name: I sign up
            touchpoints:
              - {what: Welcome letter, measures: [csat-welcome]}
              - {what: Kick-off call, measures: [csat-welcome]}
              - {what: Plan with dates}
              - {what: Training}
              - {what: First invoice}
        metrics: [{id: csat-welcome, kind: csat}, {id: nps, kind: nps}]
    """
    references = context.facts.measures.on(journey)
    metrics = context.facts.metrics(references)
    if journey.scenario_of or len(metrics) < len(references):
        return
    kinds = {m.kind: kind_of(m) for m in metrics if m.voice == "customer"}
    if len(kinds) != 1 or sum(1 for _ in journey.touchpoints()) < least:
        return
    (kind,) = kinds.values()
    asked = [
        context.facts.measures.asked_kinds.get(c.id, kinds)
        for c in context.facts.customers(journey)
    ]
    asked_else = bool(asked) and all(set(others) > set(kinds) for others in asked)
    if kind.transactional and not asked_else:
        question = _ASKED.get(kind.name, f"for their {kind.title.lower()}")
        message = f"on {quoted(journey.label)} customers are asked {question}, and nothing else"
        lasting = [m.id for m in context.workspace.metrics if m.kind == "nps"]
        known = f" (metrics: {listed(lasting, 4)})" if lasting else ", such as one of kind nps"
        hint = f"`measures: [<metric of the whole relationship>]` on the journey{known}"
        yield Gap(message, field="measures", label="how single contacts went, no more", hint=hint)
