"""Nobody is thanked for what customers say."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.strategy import Recognition, Strategy


@rule(Strategy, severity=Severity.INFO, source="S1 recognition")
def no_recognition(strategy: Strategy, context: Context) -> Iterator[Gap]:
    """A strategy without recognition, or with none that goes by what customers say.

    People repeat what they are thanked for; where only speed and volume count, customers get speed
    and volume.

    Bad:

        metrics:
          - {id: calls-a-day, kind: count, better: higher}
        strategy:
          intent: Every new customer knows by name whom to ring, from the first day on.
          recognition:
            - {because: [calls-a-day], reward: Bonus, for: [support]}

    Good:

        metrics:
          - {id: csat-support, kind: csat}
        strategy:
          intent: Every new customer knows by name whom to ring, from the first day on.
          recognition:
            - {because: [csat-support], reward: A day off, for: [support]}
    """
    if not strategy.wrote_answer("recognition"):
        message = "nobody is thanked for making customers happy: no recognition is planned"
        hint = "`recognition:` with what is rewarded, `because:` of which metric, and for whom"
        yield missing(strategy, "recognition", message, hint=hint)
    elif strategy.recognition and not any(
        _goes_by_voice(recognition, context) for recognition in strategy.recognition
    ):
        yield Gap(
            "people are thanked for figures only, and never for what customers say",
            strategy.recognition[0].at("because"),
            "recognition",
            "no customer's voice",
            "`because: [<metric>]` with one that asks customers",
        )


def _goes_by_voice(recognition: Recognition, context: Context) -> bool:
    """Whether it goes by a metric that asks customers, or by words, which may mean that."""
    metrics, listening = context.workspace.metrics, context.facts.listening
    return not recognition.because or any(
        listening.is_voice(reason) or metrics.get(reason) is None for reason in recognition.because
    )
