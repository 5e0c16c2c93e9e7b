"""The target takes away an owner, a measure, a timeline or a moment of truth."""

from collections.abc import Iterator
from dataclasses import replace

from cxmap.finding import Related, Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.touchpoint import Touchpoint
from cxmap.words import listed, quoted

Before = tuple[Touchpoint, ...]


@rule(Touchpoint, severity=Severity.WARNING, source="S0 by whom and when")
def accountability_lost(touchpoint: Touchpoint, context: Context) -> Iterator[Gap]:
    """A target touchpoint that drops the owner, measure, timeline or moment of truth of today.

    A redesign that loses sight of who answers for a touchpoint, by when and how we know, makes the
    experience worse exactly where somebody looked after it until now.

    Bad:

        # file: joining.yaml
        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {what: Welcome call, how: phone, who: sales, when: {within: 2 business days}}
        # file: joining.target.yaml
        journey: joining
        state: target
        stages:
          - name: I sign up
            touchpoints:
              - {what: Welcome call, how: video-call, when: {within: 1 business day}}

    Good:

        # file: joining.yaml
        journey: joining
        stages:
          - name: I sign up
            touchpoints:
              - {what: Welcome call, how: phone, who: sales, when: {within: 2 business days}}
        # file: joining.target.yaml
        journey: joining
        state: target
        stages:
          - name: I sign up
            touchpoints:
              - {what: Welcome call, how: video-call, who: delivery, when: {within: 1 business day}}
    """
    journey, _ = context.home()
    before = context.facts.redesign.origins(journey, touchpoint)
    if not before:
        return
    yield from _owner(touchpoint, before, context)
    if not touchpoint.by_customer:
        yield from _timeline(touchpoint, before)
        yield from _measure(touchpoint, before, context)
    yield from _moment(touchpoint, before)


def _owner(touchpoint: Touchpoint, before: Before, context: Context) -> Iterator[Gap]:
    if touchpoint.wrote_answer("who") and not touchpoint.by_customer:
        return
    owned = next((b for b in before if context.facts.team(b.who)), None)
    if owned is None or owned.who is None:
        return
    name, team = quoted(touchpoint.what), context.facts.team_name(owned.who)
    related = _today(owned, "who")
    if not touchpoint.by_customer:
        message = f"the target takes {name} away from {team} and gives it to nobody"
        hint = f"`who: {owned.who}`, or the team that takes over"
        yield replace(missing(touchpoint, "who", message, hint=hint), related=related)
    elif owned.id == touchpoint.id:
        yield Gap(
            f"the target leaves customers alone with {name}, which {team} looks after today",
            touchpoint.at("who"),
            "who",
            "nobody but the customer",
            f"`who: {owned.who}`, or `replaces: {owned.id}` under another id where it is a new one",
            related=related,
        )


def _timeline(touchpoint: Touchpoint, before: Before) -> Iterator[Gap]:
    timed = next((b for b in before if b.when is not None), None)
    if timed is not None and not touchpoint.wrote_answer("when"):
        message = f"the target no longer says when {quoted(touchpoint.what)} is due"
        hint = "`when: …`, at least as soon as it is promised today"
        gap = missing(touchpoint, "when", message, hint=hint)
        yield replace(gap, related=_today(timed, "when"))


def _measure(touchpoint: Touchpoint, before: Before, context: Context) -> Iterator[Gap]:
    journey, _ = context.home()
    current = context.facts.current(journey)
    if current is None or "measures" in touchpoint.refused:
        return
    listening, name = context.facts.listening, quoted(touchpoint.what)
    heard = [b for b in before if listening.heard(current, b)]
    measured = [b for b in before if listening.measured(current, b)]
    if heard and not listening.heard(journey, touchpoint):
        dropped, message = heard, f"the target stops asking customers about {name}"
    elif measured and not listening.measured(journey, touchpoint):
        dropped, message = measured, f"the target stops measuring {name}"
    else:
        yield from _fewer_measures(touchpoint, before, context)
        return
    measures = dict.fromkeys(m for b in dropped for m in b.measures)
    hint = f"`measures: [{listed(tuple(measures) or ('…',))}]`"
    gap = missing(touchpoint, "measures", message, hint=hint)
    yield replace(gap, related=_today(dropped[0], "measures"))


def _fewer_measures(touchpoint: Touchpoint, before: Before, context: Context) -> Iterator[Gap]:
    """A measure that goes without another one in its place; where several merge, that is meant."""
    if len(before) > 1 or before[0].measures == touchpoint.measures:
        return
    today = {m.id: m for m in context.facts.metrics(before[0].measures)}
    then = {m.id: m for m in context.facts.metrics(touchpoint.measures)}
    if then and then.keys() < today.keys():
        dropped = next(metric for key, metric in today.items() if key not in then)
        yield Gap(
            f"the target no longer measures {quoted(touchpoint.what)} by {quoted(dropped.label)}",
            touchpoint.at("measures"),
            "measures",
            "fewer than today",
            f"`{dropped.id}`, or another measure in its place",
            related=_today(before[0], "measures"),
        )


def _moment(touchpoint: Touchpoint, before: Before) -> Iterator[Gap]:
    moment = next((b for b in before if b.moment_of_truth), None)
    if moment and not touchpoint.moment_of_truth and "moment_of_truth" not in touchpoint.refused:
        message = f"the target no longer treats {quoted(touchpoint.what)} as a moment of truth"
        gap = missing(touchpoint, "moment_of_truth", message, hint="`moment_of_truth: true`")
        yield replace(gap, related=_today(moment, "moment_of_truth"))


def _today(before: Touchpoint, key: str) -> tuple[Related, ...]:
    return (Related(before.at(key), "today"),)
