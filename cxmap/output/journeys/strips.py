"""Coverage as strips: one mark a touchpoint, in order, so that a hole shows where it is."""

from collections.abc import Sequence

from cxmap.output.ink import painter
from cxmap.output.journeys.numbered import Numbered, Question, by_stage
from cxmap.output.plain import folded
from cxmap.output.results import Look
from cxmap.words import listed


def strips(items: Sequence[Numbered], questions: Sequence[Question], look: Look) -> list[str]:
    """A strip for every question: there, missing, or not asked; and where it is missing."""
    lines: list[str] = []
    for question in questions:
        answers = {item.label: question.answered(item.touchpoint) for item in items}
        missing = [label for label, answer in answers.items() if answer is False]
        asked = sum(answer is not None for answer in answers.values())
        strip = strip_of(items, question, look)
        where = f"   missing at {listed(missing, 12)}" if missing else ""
        line = f"  {question.word:9} {strip}   {asked - len(missing)} of {asked}{where}"
        first, *rest = folded(line, look.width)
        lines += [f"  {first}" if not first.startswith("  ") else first]
        lines += [f"{'':12}{part}" for part in rest]
    return lines


def strip_of(items: Sequence[Numbered], question: Question, look: Look) -> str:
    """One mark a touchpoint, spaced by stage."""
    full, hole, none = ("█", "░", "·") if look.unicode else ("#", ".", " ")
    paint = painter(look)

    def mark(item: Numbered) -> str:
        answer = question.answered(item.touchpoint)
        return none if answer is None else full if answer else paint(hole, "error")

    return " ".join("".join(mark(item) for item in held) for _, held in by_stage(items))
