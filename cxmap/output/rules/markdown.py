"""The list of rules as a Markdown table."""

from collections.abc import Sequence

from cxmap.lint.selection import Choice
from cxmap.output.results import Format, Look
from cxmap.output.rules.text import cells

_HEAD = "| Rule | Severity | Profile | On | Why |\n| --- | --- | --- | --- | --- |\n"


def _write(choices: Sequence[Choice], _look: Look) -> str:
    rows = (cells(choice) for choice in choices)
    return _HEAD + "".join(f"| `{name}` | {' | '.join(rest)} |\n" for name, *rest in rows)


FORMAT = Format("markdown", _write)
