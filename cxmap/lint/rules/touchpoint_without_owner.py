"""Nobody owns a touchpoint."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.touchpoint import Touchpoint
from cxmap.profile import Profile
from cxmap.words import listed, quoted


@rule(Touchpoint, severity=Severity.ERROR, profile=Profile.STARTER, source='S0 "by whom"')
def touchpoint_without_owner(touchpoint: Touchpoint, context: Context) -> Iterator[Gap]:
    """A touchpoint that no team owns.

    With no one team accountable, what customers say about it is handed round and not fixed.

    Bad:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Kick-off call, how: phone}

    Good:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Kick-off call, how: phone, who: sales}
    """
    if not touchpoint.wrote_answer("who"):
        teams = context.workspace.teams.ids()
        hint = f"`who: <team>` (teams: {listed(teams)})" if teams else "`who: <team>`"
        yield missing(touchpoint, "who", f"nobody owns {quoted(touchpoint.what)}", hint=hint)
