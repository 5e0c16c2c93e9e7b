"""Nothing says by which channel a touchpoint reaches the customer."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.touchpoint import Touchpoint
from cxmap.profile import Profile
from cxmap.words import listed, quoted


@rule(
    Touchpoint,
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    source="S0 email, phone, face to face",
)
def touchpoint_without_channel(touchpoint: Touchpoint, context: Context) -> Iterator[Gap]:
    """A touchpoint that does not say by which channel it reaches the customer.

    A letter, a call and a screen are different experiences; where nobody chose one, customers
    get whatever suits the company that day.

    Bad:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Kick-off call, who: sales}

    Good:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Kick-off call, who: sales, how: phone}
    """
    if not touchpoint.by_customer and not touchpoint.wrote_answer("how"):
        message = f"nothing says how {quoted(touchpoint.what)} reaches the customer"
        hint = f"`how: <channel>` ({listed(context.workspace.all_channels.ids())})"
        yield missing(touchpoint, "how", message, hint=hint)
