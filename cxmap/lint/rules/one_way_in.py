"""A moment of truth that only one digital channel leads to."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.touchpoint import Touchpoint
from cxmap.profile import Profile
from cxmap.words import quoted


@rule(
    Touchpoint,
    severity=Severity.INFO,
    profile=Profile.STRICT,
    hint="offer a second way, such as phone or letter, to people who cannot use this one",
    source="S0 email, phone, face to face",
)
def one_way_in(touchpoint: Touchpoint, context: Context) -> Iterator[Gap]:
    """A moment of truth that a single digital channel carries.

    Somebody without the app, the password or the eyesight for it is left out at the very moment
    that makes or breaks the experience.

    Bad:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Identity check, how: app, moment_of_truth: true}

    Good:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Identity check, how: [app, store], moment_of_truth: true}
    """
    if not touchpoint.moment_of_truth or len(touchpoint.how) != 1:
        return
    (way,) = touchpoint.how
    if context.facts.channel_kind(way) == "digital":
        channel = context.workspace.all_channels.get(way)
        name = (channel.name or channel.title or way) if channel else way
        yield Gap(
            f"{quoted(touchpoint.what)} is a moment of truth, and {name} is the only way to it",
            touchpoint.at("how"),
            "how",
            "one digital channel",
        )
