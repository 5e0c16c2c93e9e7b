"""A target stands without a map of what is happening today."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.journey import Journey
from cxmap.words import quoted


@rule(Journey, severity=Severity.WARNING, source="S0 what is happening today")
def target_without_current(journey: Journey, context: Context) -> Iterator[Gap]:
    """A target of a journey whose map of today is missing.

    A plan that does not begin with what customers live through today mends what we imagine, and
    nobody can tell afterwards whether anything got better for them.

    Bad:

        journey: joining
        state: target
        stages:
          - {name: I sign up, touchpoints: [{what: Welcome call, how: phone, who: sales}]}

    Good:

        # file: joining.target.yaml
        journey: joining
        state: target
        stages:
          - {name: I sign up, touchpoints: [{what: Welcome call, how: phone, who: sales}]}
        # file: joining.yaml
        journey: joining
        stages:
          - {name: I sign up, touchpoints: [{what: Welcome letter, how: letter, who: sales}]}
    """
    if journey.state == "target" and context.facts.current(journey) is None:
        yield Gap(
            f"{quoted(journey.label)} has a target, and nobody wrote down how it is today",
            journey.at("state"),
            "state",
            "only as it should be",
            f"`journey: {journey.id}` in a map of its own, which tells what happens today",
        )
