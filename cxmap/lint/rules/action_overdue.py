"""An action is late."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.action import REDESIGN, Action, due_date
from cxmap.timing.calendar import working_days_late
from cxmap.words import count, quoted


@rule(Action, severity=Severity.WARNING, source="S1 redesign in about 20 working days", clock=True)
def action_overdue(action: Action, context: Context) -> Iterator[Gap]:
    """An action past its due date, or past 20 working days from when it was raised.

    A redesign that drags on loses the people who work on it, and every week more customers live
    through what it was to mend.

    Bad:

        actions:
          - title: Ring back instead of letting people hold
            owner: support
            raised: 2026-09-01
            due: 2026-10-02
            status: in-progress

    Good:

        actions:
          - title: Ring back instead of letting people hold
            owner: support
            raised: 2026-09-01
            live: 2026-10-01
            status: live
    """
    if not action.open or "due" in action.refused:
        return
    limit = context.settings.lint.limits.redesign
    due = due_date(action, context.calendar, limit)
    late = working_days_late(due, context.today, context.calendar) if due else 0
    if due is None or not late:
        return
    written = action.due is not None
    days = count(late, "working day")
    state = {"proposed": "only proposed", "approved": "only approved"}.get(
        action.status, "not live"
    )
    yield Gap(
        f"{quoted(action.label)} was due on {due} and is {state}, {days} later",
        action.at("due" if written else "raised"),
        "due",
        f"{days} ago" if written else f"{limit or REDESIGN} from here",
        "set a date that holds in `due`, say `status: live` and since when in `live`, or drop it "
        "with the reason in `why`",
    )
