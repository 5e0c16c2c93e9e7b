"""A listening post stands nowhere on the maps."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.listening import ListeningPost
from cxmap.words import quoted


@rule(ListeningPost, severity=Severity.WARNING, source="S4 silo buckets")
def listening_unplaced(post: ListeningPost, context: Context) -> Iterator[Gap]:
    """A listening post on no stage and no touchpoint, only a team's.

    What is said there stays with the team that hears it, and the moment it speaks of stays as it
    is.

    One that feeds a metric of a map has its place there.

    Bad:

        journey: onboarding
        stages: [{name: I sign up, touchpoints: [Welcome letter - email]}]
        listening:
          - {name: Complaints book, kind: contact, owner: support}

    Good:

        journey: onboarding
        stages: [{name: I sign up, touchpoints: [Welcome letter - email]}]
        listening:
          - name: Complaints book
            kind: contact
            owner: support
            stages: ["onboarding#i-sign-up"]
    """
    facts = context.facts
    if post.wrote_answer("stages") or post.wrote_answer("touchpoints"):
        return
    if any(
        facts.measures.uses(metric) & {"current", "target"}
        for metric in facts.metrics(post.measures)
    ):
        return
    stages = [(j, s) for j in context.workspace.journeys for s in j.stages]
    if stages:
        owner = facts.team(post.owner)
        journey, stage = next((i for i in stages if facts.team(i[1].owner) == owner), stages[0])
        hint = f'`stages: ["{journey.id}#{stage.id}"]` or another: the stages it hears about'
        message = f"{quoted(post.name or post.title or post.id)} belongs to no stage or touchpoint"
        yield missing(post, "stages", message, hint=hint)
