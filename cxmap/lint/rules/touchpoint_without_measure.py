"""Nobody would know how a touchpoint went."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.lint.sample import measures
from cxmap.model.touchpoint import Touchpoint
from cxmap.profile import Profile
from cxmap.words import quoted


@rule(
    Touchpoint,
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    source="S3 measure all touchpoints",
)
def touchpoint_without_measure(touchpoint: Touchpoint, context: Context) -> Iterator[Gap]:
    """A touchpoint where nothing is measured and no listening post stands.

    What is not measured goes wrong unnoticed, until customers leave.

    Where customers are asked about the stage as a whole this is only a note.

    Bad:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Kick-off call, how: phone, who: sales}

    Good:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Kick-off call, how: phone, who: sales, measures: [csat-kick-off]}
    """
    journey, stage = context.home()
    facts = context.facts
    if touchpoint.by_customer or facts.listening.measured(journey, touchpoint):
        return
    message = f"nobody would know how {quoted(touchpoint.what)} went"
    severity = None
    if facts.asked(journey, stage):
        about = quoted(stage.name)
        message = f"customers are asked about {about}, but not about {quoted(touchpoint.what)}"
        severity = Severity.INFO
    yield missing(
        touchpoint, "measures", message, hint=measures(facts, journey, "it"), severity=severity
    )
