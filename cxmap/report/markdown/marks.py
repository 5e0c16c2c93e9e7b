"""What a page draws, drawn in characters: coverage strips and lines of readings."""

from cxmap.report.view.coverage import Strip
from cxmap.report.view.scale import Bullet, Spark

_THERE, _MISSING, _NOT_ASKED = "■", "□", "·"
_BARS = "▁▂▃▄▅▆▇█"
_LONG = 20  # characters of a bar
_MOST = 12  # readings a line shows; more would not fit into a table


def strip(one: Strip) -> str:
    """One mark per touchpoint in journey order, spaced by stage, so that a hole shows where it is.

    A stage without touchpoints has no mark.
    """
    stages = ("".join(map(_mark, stage)) for stage in one.stages)
    return " ".join(marks for marks in stages if marks)


def _mark(answer: bool | None) -> str:  # noqa: FBT001 (it is a value here, and switches nothing)
    if answer is None:
        return _NOT_ASKED
    return _THERE if answer else _MISSING


def spark(line: Spark | None) -> str:
    """The newest readings as bars, the lowest and the highest as on the line itself."""
    if line is None or len(line.points) < 2:
        return ""
    return "".join(_BARS[round(up * (len(_BARS) - 1))] for _, up in line.points[-_MOST:])


def bar(one: Bullet) -> str:
    """A share as a bar; a share that is not nothing has one character at least."""
    filled = round(one.end / 100 * _LONG) or int(one.end > 0)
    return "█" * filled + "░" * (_LONG - filled)
