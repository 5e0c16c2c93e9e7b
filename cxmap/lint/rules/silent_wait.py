"""The customer waits alone, unhappy, and nothing is planned."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.hints import act_on
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.touchpoint import Touchpoint
from cxmap.words import quoted


@rule(Touchpoint, severity=Severity.WARNING, source="S4 missed moments", current_only=True)
def silent_wait(touchpoint: Touchpoint, context: Context) -> Iterator[Gap]:
    """Something that customers bear alone, that feels bad, and for which nothing is planned.

    A wait without a word is where customers begin to doubt, and nobody in the company sees it
    because nobody has anything to do.

    Bad:

        journey: support
        stages:
          - name: Somebody sorts it out
            touchpoints:
              - {what: Waiting for the agency, who: customer, emotion: -2}

    Good:

        journey: support
        stages:
          - name: Somebody sorts it out
            touchpoints:
              - {what: Waiting for the agency, who: customer, emotion: -2}
        actions:
          - {title: Send news daily, touchpoints: support/waiting-for-the-agency, owner: tax}
    """
    feeling = touchpoint.lowest()
    if not touchpoint.by_customer or feeling is None or feeling >= 0:
        return
    journey, stage = context.home()
    facts = context.facts
    planned = facts.actions.planned(journey, stage, touchpoint) or facts.redesign.changed(
        journey, touchpoint
    )
    if not planned and not _gets_company(touchpoint, context):
        alone = "" if touchpoint.with_ else " alone"
        yield Gap(
            f"customers bear {quoted(touchpoint.what)}{alone}, and nothing is planned for them",
            touchpoint.at("emotion"),
            "emotion",
            "below 0, and no plan",
            act_on(touchpoint, context) + ", such as news on how far it is",
        )


def _gets_company(touchpoint: Touchpoint, context: Context) -> bool:
    """Whether the target puts something new beside it, such as news on how far it is."""
    journey, _ = context.home()
    after = context.facts.redesign.successor(journey, touchpoint)
    if after is None:
        return False
    current = context.workspace.touchpoint_index(journey)
    beside = context.facts.places.home(after).stage.touchpoints
    here = beside.index(after)
    return any(
        not other.by_customer and current.get(other.id) is None
        for other in beside[max(0, here - 1) : here + 2]
    )
