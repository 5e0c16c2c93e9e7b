"""The target differs from today, and no action makes the difference."""

from collections.abc import Iterator

from cxmap.finding import Related, Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.changes import DELIVERED
from cxmap.model.journey import Journey
from cxmap.model.touchpoint import Touchpoint
from cxmap.words import quoted

_MANY = 3


@rule(Journey, severity=Severity.WARNING, source="S4 no future relevance")
def change_without_action(journey: Journey, context: Context) -> Iterator[Gap]:
    """A difference between today and the target that no action names, nor its stage or journey.

    A target that nobody works towards is a wish: customers go on living through what is there
    today.

    Bad:

        # file: joining.yaml
        journey: joining
        stages:
          - {name: I start, touchpoints: [{what: Training, how: webinar, who: support}]}
        # file: joining.target.yaml
        journey: joining
        state: target
        stages:
          - {name: I start, touchpoints: [{what: Training, how: app, who: support}]}

    Good:

        # file: joining.yaml
        journey: joining
        stages:
          - {name: I start, touchpoints: [{what: Training, how: webinar, who: support}]}
        # file: joining.target.yaml
        journey: joining
        state: target
        stages:
          - {name: I start, touchpoints: [{what: Training, how: app, who: support}]}
        # file: actions.yaml
        actions:
          - title: Move the training into the app
            touchpoints: [joining/training]
            owner: support
    """
    facts = context.facts
    current = facts.current(journey)
    if journey.state != "target" or current is None or facts.actions.delivering(journey):
        return
    places = [
        (journey, stage, touchpoint) for stage in journey.stages for touchpoint in stage.touchpoints
    ]
    places += [
        (current, facts.places.home(touchpoint).stage, touchpoint)
        for touchpoint in current.touchpoints()
        if touchpoint.id in facts.redesign.retired(journey)
    ]
    idle = [
        (j, touchpoint)
        for j, s, touchpoint in places
        if not facts.actions.delivering(j, s, touchpoint)
    ]
    changes = [gap for j, t in idle if (gap := _change(j, t, context)) is not None]
    if len(idle) < len(places) or len(changes) < _MANY:
        yield from changes
        return
    yield Gap(
        f"the target of {quoted(journey.label)} makes {len(changes)} changes, and no action "
        "delivers any of them",
        label="nobody works on it yet",
        hint=f"`touchpoints: [{journey.id}/…]` to the first action",
        related=tuple(related for gap in changes for related in gap.related[:1]),
    )


def _change(journey: Journey, touchpoint: Touchpoint, context: Context) -> Gap | None:
    """What the target changes here, where it changes anything that takes work."""
    if journey.state == "current":
        return _retirement(journey, touchpoint, context)
    name, hint = quoted(touchpoint.what), _hint(journey, touchpoint)
    before = context.facts.redesign.origins(journey, touchpoint)
    if not before:
        message = f"{name} is new in the target, and no action brings it about"
        return Gap(message, label="new", hint=hint, about=touchpoint)
    replaced = [b for b in before if b.id != touchpoint.id]
    if replaced:
        names = " and ".join(quoted(b.what) for b in replaced[:2])
        message = f"in the target {name} takes over from {names}, and no action brings that about"
        place = touchpoint.at("replaces")
        related = tuple(Related(b.place, "today") for b in replaced)
        return Gap(message, place, label="new", hint=hint, about=touchpoint, related=related)
    differs = context.facts.redesign.differs(
        context.facts.places.home(before[0]).journey, before[0], touchpoint
    )
    keys = [key for key in differs if key in DELIVERED]
    if not keys:
        return None
    words = " and ".join(dict.fromkeys(DELIVERED[key] for key in keys[:3]))
    return Gap(
        f"the target changes the {words} of {name}, and no action delivers that",
        touchpoint.at(keys[0]),
        label="changes",
        hint=hint,
        about=touchpoint,
        related=(Related(before[0].at(keys[0]), "today"),),
    )


def _retirement(current: Journey, touchpoint: Touchpoint, context: Context) -> Gap | None:
    target = context.facts.target(current)
    if target is None:
        return None
    retired = context.facts.redesign.retired(target)[touchpoint.id]
    return Gap(
        f"the target retires {quoted(touchpoint.what)}, and no action takes it away",
        hint=_hint(current, touchpoint),
        severity=Severity.INFO,
        about=touchpoint,
        related=(Related(retired.at("touchpoint"), "retired here"),),
    )


def _hint(journey: Journey, touchpoint: Touchpoint) -> str:
    return f"`touchpoints: [{journey.id}/{touchpoint.id}]` to an action"
