"""The intent reads like an advertisement, or nothing says how it is kept."""

import unicodedata
from collections.abc import Iterator
from typing import Annotated

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.strategy import Strategy
from cxmap.words import quoted


@rule(Strategy, severity=Severity.INFO, source="S1 a directive, not a slogan")
def intent_is_slogan(
    strategy: Strategy,
    context: Context,
    *,
    words: Annotated[int, "words from which an intent is no slogan"] = 6,
) -> Iterator[Gap]:
    """An intent that is very short, an exclamation, or without criteria.

    A slogan tells nobody what to do differently on Monday; a directive with criteria does, and
    customers can tell.

    Bad:

        strategy: {intent: Customers first!}

    Good:

        strategy:
          intent: Every new customer knows by name whom to ring, from the first day on.
          criteria:
            - {text: A person answers within a day, measures: [first-reply]}
    """
    del context
    if "intent" in strategy.refused or not strategy.wrote_answer("intent"):
        return
    intent = (strategy.intent or "").strip()
    why = ""
    if intent.endswith(("!", "！")):
        why = "an exclamation"
    elif _count_words(intent) < words:
        why = "very short"
    if why:
        yield Gap(
            f"the intent {quoted(intent)} reads like a slogan: nobody knows what to do about it",
            strategy.at("intent"),
            "intent",
            why,
            "write what customers can count on, so that a team can tell whether it did that today",
        )
    if not strategy.wrote_answer("criteria"):
        message = "nothing says how the company would notice that its intent is kept"
        hint = "`criteria:` with what must be true, and the metrics that show it"
        yield missing(strategy, "criteria", message, hint=hint)


def _count_words(text: str) -> int:
    """How many words there are; in scripts without spaces, two letters are taken for one."""
    letters = sum(unicodedata.category(letter) == "Lo" for letter in text)
    return max(len(text.split()), letters // 2)
