"""A touchpoint of today is missing in the target, and nobody says that this is meant."""

from collections.abc import Iterator

from cxmap.facts import Facts
from cxmap.finding import Related, Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.journey import Journey
from cxmap.model.touchpoint import Touchpoint
from cxmap.profile import Profile
from cxmap.words import count, nearest, quoted, slug


@rule(
    Journey,
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    source="S0 then add what should be",
    current_only=True,
)
def touchpoint_lost(journey: Journey, context: Context) -> Iterator[Gap]:
    """A touchpoint of today that the target neither keeps, replaces nor retires.

    What is only forgotten on paper is soon forgotten in the daily work too, and the customers who
    relied on it are the first to find out.

    Bad:

        # file: paying.yaml
        journey: paying
        stages:
          - name: I pay
            touchpoints:
              - {what: Invoice, how: email, who: billing}
              - {what: Statement on paper, how: letter, who: billing}
        # file: paying.target.yaml
        journey: paying
        state: target
        stages:
          - name: I pay
            touchpoints:
              - {what: Invoice, how: email, who: billing}

    Good:

        # file: paying.yaml
        journey: paying
        stages:
          - name: I pay
            touchpoints:
              - {what: Invoice, how: email, who: billing}
              - {what: Statement on paper, how: letter, who: billing}
        # file: paying.target.yaml
        journey: paying
        state: target
        stages:
          - name: I pay
            touchpoints:
              - {what: Invoice, how: email, who: billing}
        retired:
          - {touchpoint: statement-on-paper, why: Every invoice shows the balance}
    """
    facts = context.facts
    target = facts.target(journey)
    if target is None or _is_partly_unread(target):
        return
    today = tuple(journey.touchpoints())
    lost = [t for t in _gone(facts, journey, today) if not _is_meant(facts, target, t)]
    severity = Severity.WARNING if target.status == "draft" else None
    related = (Related(target.at("journey"), "the target"),)
    if len(lost) == len(today) > 1:
        yield Gap(
            f"the target of {quoted(journey.label)} keeps none of the "
            f"{count(len(today), 'touchpoint')} of today, and does not say what takes over",
            target.at("journey"),
            label="begins from nothing",
            hint="`replaces: <touchpoint>` where one takes over, and `retired:` for those that go",
            severity=severity,
            about=target,
            related=(Related(journey.at("journey"), "today"),),
        )
        return
    for touchpoint in lost:
        yield Gap(
            f"the target forgets {quoted(touchpoint.what)}: nobody kept, replaced or retired it",
            label="not in the target",
            hint=_hint(facts, target, touchpoint),
            severity=severity,
            about=touchpoint,
            related=related,
        )


def _gone(
    facts: Facts, journey: Journey, touchpoints: tuple[Touchpoint, ...]
) -> Iterator[Touchpoint]:
    return (t for t in touchpoints if facts.redesign.successor(journey, t) is None)


def _is_partly_unread(target: Journey) -> bool:
    """Whether something was left out that may hold the touchpoint; a finding speaks of that."""
    return (
        not target.refused.isdisjoint({"stages", "retired"})
        or any("touchpoints" in stage.refused for stage in target.stages)
        or any("replaces" in touchpoint.refused for touchpoint in target.touchpoints())
    )


def _is_meant(facts: Facts, target: Journey, touchpoint: Touchpoint) -> bool:
    """Whether the target names it, be it with a slip, which `unknown-reference` speaks of."""
    if touchpoint.id in facts.redesign.retired(target):
        return True
    slips = facts.redesign.unknown_origins(target)
    return bool(slips) and nearest(touchpoint.id, slips) is not None


def _hint(facts: Facts, target: Journey, touchpoint: Touchpoint) -> str:
    """What to write: where a new touchpoint has the same name, that it takes over."""
    name = slug(touchpoint.what)
    for other in target.touchpoints():
        if slug(other.what) == name and not facts.redesign.origins(target, other):
            return f"`replaces: {touchpoint.id}` to `{other.id}` in the target"
    retired = f"`retired: [{{touchpoint: {touchpoint.id}, why: …}}]`"
    return f"{retired} to the target, or `replaces: {touchpoint.id}` to what takes over"
