"""The list of rules as a table for people, a line each."""

from collections.abc import Sequence

from cxmap.lint.selection import Choice
from cxmap.output.ink import painter
from cxmap.output.results import Format, Look

_HEAD = ("rule", "severity", "profile", "on", "why")


def _write(choices: Sequence[Choice], look: Look) -> str:
    paint = painter(look)
    rows = [cells(choice) for choice in choices]
    widths = [max(len(row[column]) for row in (_HEAD, *rows)) for column in range(len(_HEAD))]
    lines = [paint(_line(_HEAD, widths), "title")]
    for choice, row in zip(choices, rows, strict=True):
        line = _line(row, widths)
        lines.append(line if choice.on else paint(line, "quiet"))
    return "".join(f"{line}\n" for line in lines)


def cells(choice: Choice) -> tuple[str, ...]:
    """What a row says: rule, severity, profile, whether it is on, and who decided so."""
    rule = choice.rule
    profile = "always" if rule.always else rule.profile.word
    return rule.name, choice.weigh().word, profile, "on" if choice.on else "off", choice.why


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


FORMAT = Format("text", _write)
