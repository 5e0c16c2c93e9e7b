"""Nobody discusses the dashboard."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.strategy import Strategy

_EXAMPLE = "`reviews: {who: leader, when: {every: 1 month}}`"


@rule(Strategy, severity=Severity.WARNING, source="S1 dashboard")
def no_review(strategy: Strategy, context: Context) -> Iterator[Gap]:
    """A strategy whose figures nobody discusses, or at no rhythm.

    Figures that nobody talks about change nothing; customers answer a survey and wait for a
    difference that never comes.

    Bad:

        strategy: {intent: "Every new customer knows by name whom to ring, from the first day on."}

    Good:

        strategy:
          intent: Every new customer knows by name whom to ring, from the first day on.
          reviews: {who: leader, when: {every: 1 month}}
    """
    del context
    if not strategy.wrote_answer("reviews"):
        message = "nobody discusses the dashboard: no review is planned"
        yield missing(strategy, "reviews", message, hint=_EXAMPLE)
        return
    reviews = strategy.reviews
    for key, message, hint in (
        ("who", "a review of the dashboard is planned, and nobody holds it", "`who: leader`"),
        ("when", "the dashboard is reviewed at no rhythm", "`when: {every: 1 month}`"),
    ):
        if reviews and not any(review.wrote_answer(key) for review in reviews):
            yield missing(reviews[0], key, message, hint=hint)
