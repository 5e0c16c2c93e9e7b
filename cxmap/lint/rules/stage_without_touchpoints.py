"""Nothing happens in a stage."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.journey import Stage
from cxmap.profile import Profile
from cxmap.words import quoted


@rule(
    Stage,
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    hint="`touchpoints: [<what> - <how> - <who> - <when>]`",
    source="S0 what, by whom, how, when",
)
def stage_without_touchpoints(stage: Stage, context: Context) -> Iterator[Gap]:
    """A stage in which no touchpoint stands.

    Customers live through every stage, whether or not the company is there; an empty one is
    where nobody has looked yet.

    Bad:

        journey: onboarding
        stages:
          - name: I come back

    Good:

        journey: onboarding
        stages:
          - name: I come back
            touchpoints: [Welcome back - Phone - Sales - Within 1 business day of my call]
    """
    del context
    if not stage.wrote_answer("touchpoints"):
        message = f"no touchpoint stands in the stage {quoted(stage.name)}"
        yield missing(stage, "touchpoints", message)
