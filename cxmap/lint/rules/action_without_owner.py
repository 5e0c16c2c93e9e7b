"""Nobody answers for an action."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.action import Action
from cxmap.profile import Profile
from cxmap.words import listed, quoted


@rule(Action, severity=Severity.ERROR, profile=Profile.STARTER, source='S4 "go work on it"')
def action_without_owner(action: Action, context: Context) -> Iterator[Gap]:
    """An action that no team owns.

    "We should work on it" is nobody's work: the meeting ends, everybody goes back to their own
    tasks, and customers notice no difference.

    Bad:

        actions:
          - title: Find out why people leave

    Good:

        actions:
          - title: Find out why people leave
            owner: customer-success
    """
    if action.status in {"dropped", "verified"} or action.wrote_answer("owner"):
        return
    teams = context.workspace.teams.ids()
    hint = f"`owner: <team>` (teams: {listed(teams)})" if teams else "`owner: <team>`"
    yield missing(action, "owner", f"nobody answers for {quoted(action.label)}", hint=hint)
