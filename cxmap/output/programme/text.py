"""The programme for people at a terminal."""

from collections.abc import Iterator, Sequence

from cxmap.output.ink import painter
from cxmap.output.plain import folded, plain
from cxmap.output.results import Look
from cxmap.output.steps import Format
from cxmap.programme import State, Step, summary

_MARKS = {State.DONE: ("●", "[x]"), State.BEGUN: ("◐", "[/]"), State.MISSING: ("○", "[ ]")}
_STYLES = {State.DONE: "title", State.BEGUN: "warning", State.MISSING: "error"}
_LABEL = 6  # columns of "done", "gap" and "next"


def _write(steps: Sequence[Step], look: Look) -> str:
    paint = painter(look)
    lines: list[str] = []
    for number, step in enumerate(steps, 1):
        mark = _MARKS[step.state][0 if look.unicode else 1]
        state = paint(step.state.value, _STYLES[step.state])
        lines.append(f"{mark} {number} {paint(step.name, 'title')}: {state}")
        for label, text in (("done", step.done), ("gap", step.gap), ("next", step.next)):
            lines.extend(_labelled(label, text, len(mark) + 3, look))
    return "\n".join([*lines, "", summary(steps), ""])


def _labelled(label: str, text: str, indent: int, look: Look) -> Iterator[str]:
    """A text beside its label, folded to the terminal."""
    if not text:
        return
    room = None if look.width is None else look.width - indent - _LABEL
    first = painter(look)(label, "quiet") + " " * (_LABEL - len(label))
    for number, part in enumerate(folded(plain(text), room)):
        yield " " * indent + (" " * _LABEL if number else first) + part


FORMAT = Format("text", _write)
