"""A team no longer helps."""

from cxmap.diff.difference import Difference
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.owning import owns_it
from cxmap.diff.sight import Sight, team


@change_kind(Level.RISK, "with")
def helper_removed(difference: Difference, sight: Sight) -> str | None:
    """A team that helped with something no longer does.

    It may not be needed, or the knowledge that it brought is missed at the next question.

    Before:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales, with: [support]}

    After:

        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {id: call, what: Welcome call, who: sales}
    """
    if difference.was is None or owns_it(difference, sight):
        return None
    return f"{team(sight.was, difference.was)} no longer helps"
