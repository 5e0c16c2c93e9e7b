"""A touchpoint stands in another stage."""

from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import change_kind
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight
from cxmap.words import quoted


@change_kind(Level.RISK, sort=Sort.MOVED, of="touchpoint")
def touchpoint_moved(difference: Difference, sight: Sight) -> str:
    """Customers meet a touchpoint in another stage than before.

    Sooner or later may both be better, and what hangs on it moves along.

    Before:

        journey: joining
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}
              - {id: letter, what: Welcome letter}
          - id: use
            name: I use it

    After:

        journey: joining
        stages:
          - id: sign
            name: I sign up
            touchpoints:
              - {id: call, what: Welcome call}
          - id: use
            name: I use it
            touchpoints:
              - {id: letter, what: Welcome letter}
    """
    now, was = (
        quoted(s.stage.name) if s and s.stage else "" for s in (difference.after, difference.before)
    )
    return sight.instead(f"comes in {now}", f"in {was}")
