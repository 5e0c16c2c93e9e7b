"""A metric does not say what customers are asked."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.metric import Metric
from cxmap.words import quoted


@rule(Metric, severity=Severity.INFO, hint="`question: <the words that customers read>`")
def metric_without_question(metric: Metric, context: Context) -> Iterator[Gap]:  # noqa: ARG001 (every rule takes it)
    """A metric of what customers say that does not tell what they are asked.

    Whoever does not know the question reads into the answer what suits, and customers are
    understood wrongly.

    Bad:

        metrics:
          - {id: csat-welcome, name: Satisfied with the welcome, kind: csat, target: 85}

    Good:

        metrics:
          - id: csat-welcome
            name: Satisfied with the welcome
            kind: csat
            target: 85
            question: How satisfied are you with the way we welcomed you?
    """
    if metric.voice == "customer" and not metric.wrote_answer("question"):
        message = f"{quoted(metric.label)} does not say what customers are asked"
        yield missing(metric, "question", message)
