"""The target differs from today, and no action makes the difference."""

from collections.abc import Iterator

from cxmap.finding import Related, Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.journey import Journey, Stage
from cxmap.model.touchpoint import Touchpoint
from cxmap.words import count, quoted

_MANY = 3
_DELIVERED = {
    "who": "owner",
    "with": "helping teams",
    "contact": "contact",
    "customers": "customers",
    "if": "condition",
    "how": "channel",
    "when": "timeline",
    "measures": "measures",
    "standard": "standard",
    "evidence": "evidence",
    "frontstage": "work in sight",
    "backstage": "work behind",
    "support": "support",
    "handoff": "handover",
}
"""Answers that somebody has to make come true, in words; the others say how it is or feels."""


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
    current = context.facts.current(journey)
    if journey.state != "target" or current is None:
        return
    gaps, delivered = [], False
    for gap, stage, touchpoint in _changes(journey, current, context):
        if _is_delivered(journey, stage, touchpoint, context):
            delivered = True
        else:
            gaps.append(gap)
    if delivered or len(gaps) < _MANY:
        yield from gaps
        return
    yield Gap(
        f"the target of {quoted(journey.label)} makes {count(len(gaps), 'change')}, and no action "
        "delivers any of them",
        label="nobody works on it yet",
        hint=f"`touchpoints: [{journey.id}/…]` to the first action",
        related=tuple(related for gap in gaps for related in gap.related[:1]),
    )


def _changes(
    journey: Journey, current: Journey, context: Context
) -> Iterator[tuple[Gap, Stage, Touchpoint]]:
    """What the target changes, as the gap that it is without an action, and where."""
    facts = context.facts
    for stage in journey.stages:
        for touchpoint in stage.touchpoints:
            gap = _change(journey, current, touchpoint, context)
            if gap is not None:
                yield gap, stage, touchpoint
    retired = facts.retired(journey)
    for stage in current.stages:
        for touchpoint in stage.touchpoints:
            if touchpoint.id in retired:
                gap = Gap(
                    f"the target retires {quoted(touchpoint.what)}, and no action takes it away",
                    hint=_hint(current, touchpoint),
                    severity=Severity.INFO,
                    about=touchpoint,
                    related=(Related(retired[touchpoint.id].at("touchpoint"), "retired here"),),
                )
                yield gap, stage, touchpoint


def _change(
    journey: Journey, current: Journey, touchpoint: Touchpoint, context: Context
) -> Gap | None:
    name, hint = quoted(touchpoint.what), _hint(journey, touchpoint)
    before = context.facts.origins(journey, touchpoint)
    if not before:
        message = f"{name} is new in the target, and no action brings it about"
        return Gap(message, label="new", hint=hint, about=touchpoint)
    replaced = [b for b in before if b.id != touchpoint.id]
    related = tuple(Related(b.place, "today") for b in replaced)
    if replaced:
        names = " and ".join(quoted(b.what) for b in replaced[:2])
        message = f"in the target {name} takes over from {names}, and no action brings that about"
        place = touchpoint.at("replaces")
        return Gap(message, place, label="new", hint=hint, about=touchpoint, related=related)
    differs = context.facts.differs(current, before[0], touchpoint)
    keys = [key for key in differs if key in _DELIVERED]
    if not keys:
        return None
    words = " and ".join(dict.fromkeys(_DELIVERED[key] for key in keys[:3]))
    return Gap(
        f"the target changes the {words} of {name}, and no action delivers that",
        touchpoint.at(keys[0]),
        label="changes",
        hint=hint,
        about=touchpoint,
        related=(Related(before[0].at(keys[0]), "today"),),
    )


def _hint(journey: Journey, touchpoint: Touchpoint) -> str:
    return f"`touchpoints: [{journey.id}/{touchpoint.id}]` to an action"


def _is_delivered(journey: Journey, stage: Stage, touchpoint: Touchpoint, context: Context) -> bool:
    """Whether an action names it, what it takes over from, or a stage or journey around either."""
    facts = context.facts
    found = [*facts.actions_on(journey, stage, touchpoint)]
    current = facts.current(journey)
    for before in facts.origins(journey, touchpoint) if current else ():
        found += facts.actions_on(facts.home(before).journey, facts.home(before).stage, before)
    return any(action.status != "dropped" for action in found)
