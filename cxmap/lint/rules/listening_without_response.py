"""Customers are asked, and nobody answers them."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.listening import ListeningPost
from cxmap.words import quoted


@rule(ListeningPost, severity=Severity.WARNING, source="S1 a dialogue in real time")
def listening_without_response(post: ListeningPost, context: Context) -> Iterator[Gap]:  # noqa: ARG001 (every rule takes it)
    """A listening post that names no one to answer unhappy customers, or no time to answer in.

    Whoever is asked, complains and hears nothing is unhappier than before.

    An observation is left alone, as nobody there waits for an answer.

    Bad:

        listening:
          - {name: Welcome survey, kind: survey, respond: {who: support}}

    Good:

        listening:
          - {name: Welcome survey, kind: survey, respond: {who: support, within: 1 business day}}
    """
    name = quoted(post.name or post.title or post.id)
    respond = post.respond
    if respond is None or not respond.wrote_answer("who"):
        if post.kind != "observation" and "respond" not in post.refused:
            hint = "`respond: {who: <team>, within: 1 business day}`"
            yield missing(
                post, "respond", f"nobody answers what customers say in {name}", hint=hint
            )
    elif not respond.wrote_answer("within"):
        message = f"nothing says how soon what customers say in {name} is answered"
        hint = "`within: 1 business day` under `respond`"
        yield Gap(message, post.at("respond"), "within", "and by when?", hint)
