"""Nothing says when a touchpoint happens."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.touchpoint import Touchpoint
from cxmap.profile import Profile
from cxmap.words import quoted


@rule(
    Touchpoint,
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    hint="`when: {after: <event>, within: <time>}`, or words such as `upon signing`",
    source="S0 expected timeline",
)
def touchpoint_without_timeline(touchpoint: Touchpoint, context: Context) -> Iterator[Gap]:
    """A touchpoint that does not say when it happens.

    Customers who were not told when to expect something ring up to ask, and nobody can tell
    whether it came late.

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
              - what: Kick-off call
                how: phone
                who: sales
                when: {after: contract-signed, within: 2 business days}
    """
    del context
    if not touchpoint.by_customer and not touchpoint.wrote_answer("when"):
        yield missing(touchpoint, "when", f"nothing says when {quoted(touchpoint.what)} happens")
