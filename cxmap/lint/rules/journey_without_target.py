"""A journey is told as it is, and nobody wrote down what it is to become."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.journey import Journey
from cxmap.profile import Profile
from cxmap.words import quoted


@rule(Journey, severity=Severity.INFO, source="S0 then add what should be", current_only=True)
def journey_without_target(journey: Journey, context: Context) -> Iterator[Gap]:
    """A journey without a target, where there is a strategy and another journey has one.

    Knowing what hurts changes nothing for customers until somebody writes down what they should
    live through instead.

    Bad:

        # file: strategy.yaml
        strategy: {intent: Every new customer knows by name whom to ring.}
        # file: joining.yaml
        journey: joining
        # file: joining.target.yaml
        journey: joining
        state: target
        # file: paying.yaml
        journey: paying
        title: Paying for it

    Good:

        # file: strategy.yaml
        strategy: {intent: Every new customer knows by name whom to ring.}
        # file: paying.yaml
        journey: paying
        title: Paying for it
        # file: paying.target.yaml
        journey: paying
        title: Paying for it
        state: target
    """
    workspace = context.workspace
    if workspace.strategy is None or journey.scenario_of or context.facts.target(journey):
        return
    if context.profile is Profile.STRICT or any(j.state == "target" for j in workspace.journeys):
        yield Gap(
            f"{quoted(journey.label)} has no target: nobody wrote down how it should be",
            field="state",
            label="only as it is today",
            hint=f"begin with a copy: `cxmap new target {journey.id} --from-current`",
        )
