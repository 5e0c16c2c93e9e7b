"""A journey without the moments that most companies miss."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.journey import Journey
from cxmap.profile import Profile
from cxmap.words import quoted


@rule(
    Journey,
    severity=Severity.INFO,
    profile=Profile.STRICT,
    hint="`when: {at: <event>, nth: 3, per: 1 month}` on a touchpoint that answers such a moment",
    source="S4 missed moments",
)
def no_missed_moments(journey: Journey, context: Context) -> Iterator[Gap]:
    """A journey without a moment that comes at a certain count, such as the hundredth order.

    The third call within a month or the tenth year as a customer is felt by the customer and passes
    unseen in the company, unless somebody plans for it.

    Another telling of a journey (`scenario_of`) need not have one, nor a map whose target has.

    Bad:

        journey: support
        stages:
          - {name: I ask, touchpoints: [Phone call]}

    Good:

        journey: support
        stages:
          - name: I ask
            touchpoints:
              - Phone call
              - {what: Call from the team lead, when: {at: phone-call, nth: 3, per: 1 month}}
    """
    target = context.facts.target(journey)
    planned = target is not None and _has_count(target)
    if any(journey.touchpoints()) and not (journey.scenario_of or planned or _has_count(journey)):
        yield Gap(
            f"{quoted(journey.label)} plans nothing for a moment such as the hundredth order or the"
            " third call in a month",
            field="nth",
            label="nothing here has `nth`",
        )


def _has_count(journey: Journey) -> bool:
    return any(t.when is not None and t.when.nth is not None for t in journey.touchpoints())
