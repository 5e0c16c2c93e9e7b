"""A timeline that promises nothing."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.touchpoint import Touchpoint
from cxmap.timing.words import is_vague
from cxmap.words import quoted


@rule(
    Touchpoint,
    severity=Severity.WARNING,
    hint="say within which time, such as `{after: contract-signed, within: 2 business days}`",
    source="S0 with the first order, or on signing?",
)
def vague_timeline(touchpoint: Touchpoint, context: Context) -> Iterator[Gap]:
    """A timeline that nothing could miss: "soon", or after an event without saying how long after.

    "Soon" means an hour to the customer and a week to the team, so somebody is always
    disappointed.

    An event without a limit is spoken of on moments of truth only; `at` an event and `before` it
    are limits in themselves.

    Bad:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Kick-off call, how: phone, who: sales, when: as soon as possible}

    Good:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Kick-off call, how: phone, who: sales, when: within 2 business days}
    """
    del context
    when = touchpoint.when
    if when is None or touchpoint.by_customer:
        return
    if when.words is not None and is_vague(when.words):
        message = f"{quoted(touchpoint.what)} is due {quoted(when.words)}, so it can never be late"
    elif touchpoint.moment_of_truth and when.after and not (when.within or when.in_):
        event = quoted(when.after, 40)
        message = f"{quoted(touchpoint.what)} comes after {event}, and nothing says how soon after"
    else:
        return
    yield Gap(message, touchpoint.at("when"), "when", "how soon?")
