"""A map that nobody has confirmed for long."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.journey import Journey
from cxmap.timing.deadline import deadline
from cxmap.words import quoted


@rule(
    Journey,
    severity=Severity.WARNING,
    source="S0 what is happening today",
    clock=True,
    current_only=True,
)
def stale_map(journey: Journey, context: Context) -> Iterator[Gap]:
    """A map that was confirmed longer ago than the workspace allows.

    What customers live through changes with every release and every reorganization: an old map
    sends people to mend what is no longer broken.

    `limits.stale_after` in cxmap.yaml says how long a map is good; without it nothing is said.

    Bad:

        # file: cxmap.yaml
        lint: {limits: {stale_after: 12 months}}
        # file: billing.yaml
        journey: billing
        as_of: 2025-06-01

    Good:

        # file: cxmap.yaml
        lint: {limits: {stale_after: 12 months}}
        # file: billing.yaml
        journey: billing
        as_of: 2026-06-01
    """
    limit = context.settings.lint.limits.stale_after
    if limit is None or journey.as_of is None:
        return
    if deadline(journey.as_of, limit, context.calendar) < context.today:
        yield Gap(
            f"{quoted(journey.label)} was last confirmed on {journey.as_of}, over {limit} ago",
            journey.at("as_of"),
            "as_of",
            f"older than {limit}",
            f"`as_of: {context.today}`, once the teams have walked through it and mended it",
        )
