"""The customer is passed to another team without a word."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cxmap.finding import Related, Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.journey import Journey
from cxmap.model.touchpoint import Touchpoint
from cxmap.words import quoted

_SHOWN = 5


@rule(Journey, severity=Severity.WARNING, source="S3 across departments")
def silent_handoff(journey: Journey, context: Context) -> Iterator[Gap]:
    """A customer who goes from one team to the next while neither helps the other.

    Between two teams is where customers tell their story again and promises get lost.

    Around a moment of truth, or where it feels bad, each such place is a finding; the others are
    one note a journey. To help is `with`, and `handoff` says in words how the customer is passed
    on. Two touchpoints of different customers, or that each happen only under a condition of their
    own, are no handoff.

    Bad:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Contract, who: sales, emotion: -1}
              - {what: Kick-off call, who: delivery}

    Good:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Contract, who: sales, emotion: -1}
              - {what: Kick-off call, who: delivery, with: sales}
    """
    quiet = []
    loud = False
    for giver, taker in _silent(journey, context):
        if giver.matters or taker.matters:
            loud = True
            yield _gap(giver, taker, context)
        else:
            quiet.append((giver, taker))
    if quiet:
        yield _note(journey, quiet, context, also="also " if loud else "")


class _Step(NamedTuple):
    """A touchpoint that a team owns, with what decides about being passed on."""

    touchpoint: Touchpoint
    team: str
    condition: tuple[str | None, str | None]

    @property
    def matters(self) -> bool:
        """Whether it is a moment of truth, or feels bad to somebody."""
        return self.touchpoint.moment_of_truth or (self.touchpoint.lowest() or 0) < 0

    def meets(self, other: "_Step", context: Context) -> bool:
        """Whether the same customer can go from one to the other.

        Two that only happen under conditions of their own may well be two ways to go.
        """
        both = any(self.condition) and any(other.condition)
        if both and self.condition != other.condition:
            return False
        ours, theirs = self.touchpoint.customers, other.touchpoint.customers
        if not ours or not theirs:
            return True
        return not _ids(ours, context).isdisjoint(_ids(theirs, context))

    def is_silent_with(self, other: "_Step", context: Context) -> bool:
        """Whether another team takes over, and nothing says how."""
        if self.team == other.team or self.touchpoint.handoff or other.touchpoint.handoff:
            return False
        team = context.facts.team
        helped = other.team in map(team, self.touchpoint.with_)
        return not helped and self.team not in map(team, other.touchpoint.with_)


def _ids(customers: Sequence[str], context: Context) -> frozenset[str]:
    found = ((context.workspace.customers.get(name), name) for name in customers)
    return frozenset(customer.id if customer else name for customer, name in found)


def _steps(journey: Journey, context: Context) -> Iterator[_Step | None]:
    """What teams own, in the customer's order; None where nobody knows who does.

    What customers do alone is left out: before and after it they meet a team.
    """
    for stage in journey.stages:
        for touchpoint in stage.touchpoints:
            if not touchpoint.by_customer:
                team = context.facts.team(touchpoint.who)
                condition = (stage.if_, touchpoint.if_)
                yield _Step(touchpoint, team, condition) if team is not None else None


def _silent(journey: Journey, context: Context) -> Iterator[tuple[_Step, _Step]]:
    """Each step with the next one, where another team takes over without a word."""
    before: _Step | None = None
    for step in _steps(journey, context):
        if (
            before is not None
            and step is not None
            and before.is_silent_with(step, context)
            and before.meets(step, context)
        ):
            yield before, step
        before = step


def _gap(giver: _Step, taker: _Step, context: Context) -> Gap:
    """On the end that matters; the first where both do."""
    here, other = (giver, taker) if giver.matters else (taker, giver)
    teams = [context.facts.team_name(step.team) for step in (giver, taker)]
    before, after = quoted(giver.touchpoint.what), quoted(taker.touchpoint.what)
    message = f"between {before} and {after} the customer passes from {teams[0]} to {teams[1]}"
    helpers = ", ".join([*here.touchpoint.with_, other.team])
    words = "it goes on here" if here is giver else "it comes from here"
    return Gap(
        f"{message}, and neither helps the other",
        field="with" if here is giver else "handoff",
        label=f"without {teams[1] if here is giver else teams[0]}",
        hint=f"`with: [{helpers}]`, or `handoff: <how the customer is passed on>`",
        about=here.touchpoint,
        related=(Related(other.touchpoint.place, words),),
    )


def _note(
    journey: Journey, quiet: Sequence[tuple[_Step, _Step]], context: Context, *, also: str
) -> Gap:
    name = context.facts.team_name
    times = {1: "once", 2: "twice"}.get(len(quiet), f"{len(quiet)} times")
    more = len(quiet) - _SHOWN
    related = tuple(
        Related(
            taker.touchpoint.place,
            f"{quoted(taker.touchpoint.what)}: from {name(giver.team)} to {name(taker.team)}"
            + (f"; {more} more" if more > 0 and number == _SHOWN else ""),
        )
        for number, (giver, taker) in enumerate(quiet[:_SHOWN], 1)
    )
    return Gap(
        f"in {quoted(journey.label)} the customer {also}passes to another team {times},"
        " and neither team helps the other",
        field="with",
        hint="`with: [<team>]` on a touchpoint where another team helps, or `handoff: <how>`",
        severity=Severity.INFO,
        related=related,
    )
