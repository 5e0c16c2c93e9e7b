"""The timelines of the map that no event can be held against, and why."""

from collections.abc import Iterator

from cxmap.measure.times import limit_of
from cxmap.measure.walking import moments
from cxmap.measure.walking.walk import Walk
from cxmap.model.touchpoint import Touchpoint
from cxmap.timing.duration import Duration


def told(walk: Walk) -> Iterator[tuple[Touchpoint, str]]:
    """The touchpoints whose timeline cannot be looked for, with why."""
    looked_for = {id(due.touchpoint) for due, _ in walk.limits}
    for node, touchpoint in enumerate(walk.touchpoints):
        when = touchpoint.when
        if when is None or id(touchpoint) in looked_for:
            continue
        promised = when.within or (when.by if when.before else None)
        if when.nth is not None:
            if moments.asked_of(touchpoint, walk) is not None:
                continue
        elif promised is None:
            continue
        yield touchpoint, _why(walk, node, touchpoint, promised)


def _why(walk: Walk, node: int, touchpoint: Touchpoint, promised: Duration | None) -> str:
    when = touchpoint.when
    event = when.event if when else None
    if when is None or event is None:
        return "the map does not say from when its time counts"
    if not walk.plan.nodes[walk.plan.events[event]]:
        return f"no event in the data is `{event}`"
    if promised is not None and limit_of(promised) is None:
        return f"`{promised}` is not of one length, write it in days"
    if when.per is not None and moments.counted_in(when.per) is None:
        return f"what happens in `{when.per}` cannot be counted, write it in days"
    if not walk.plan.nodes[node]:
        return "no event in the data is this touchpoint"
    return "its time cannot be counted"
