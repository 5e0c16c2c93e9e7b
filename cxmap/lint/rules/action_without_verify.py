"""Nothing says when an action has worked."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.action import Action
from cxmap.words import listed, quoted


@rule(Action, severity=Severity.WARNING, source="S4 the false positive")
def action_without_verify(action: Action, context: Context) -> Iterator[Gap]:
    """An action with no metric that must move before it counts as done.

    Work that is done is not yet work that helped: without a figure nobody notices when customers
    feel no difference.

    Bad:

        actions:
          - title: An invoice that can be read in ten seconds
            owner: billing

    Good:

        metrics:
          - {id: invoice-questions, kind: count}
        actions:
          - title: An invoice that can be read in ten seconds
            owner: billing
            verify: invoice-questions
    """
    if action.status in {"dropped", "verified"} or action.wrote_answer("verify"):
        return
    message = f"no metric will tell whether {quoted(action.label)} has worked"
    yield missing(action, "verify", message, hint=_hint(action, context))


def _hint(action: Action, context: Context) -> str:
    """What is measured where the action acts; all metrics where that is nothing."""
    facts = context.facts
    references = (m for j, t in facts.actions.touched(action) for m in facts.measures.at(j, t))
    near = dict.fromkeys(m.id for m in facts.metrics(tuple(dict.fromkeys(references))))
    if len(near) == 1:
        return f"`verify: {next(iter(near))}`"
    metrics = tuple(near) or context.workspace.metrics.ids()
    where = "measured there" if near else "metrics"
    return f"`verify: <metric>` ({where}: {listed(metrics)})" if metrics else "`verify: <metric>`"
