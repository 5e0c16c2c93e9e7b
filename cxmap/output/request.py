"""A comment for a pull request: what changes for customers first, then what is missing.

The first line is a hidden marker, by which a build finds its own comment and replaces it.
"""

from collections.abc import Sequence

from cxmap.output.cell import cell
from cxmap.output.changed import Changed
from cxmap.output.changes import markdown as changes
from cxmap.output.findings import markdown as findings
from cxmap.output.results import Results

_NOTE = 600  # characters of a note, at most


def request(results: Results, changed: Changed | None, notes: Sequence[str] = ()) -> str:
    """The comment, as long as hosts take.

    Args:
        results: what was found.
        changed: what changed since the base of the pull request; None where there is none.
        notes: what could not be told, and why.
    """
    said = "".join(f"_{cell(note)[:_NOTE]}_\n\n" for note in notes)
    room = findings.LIMIT - len(findings.MARKER) - len(said)
    part = changes.section(changed, room // 2) if changed is not None else ""
    return f"{findings.MARKER}\n{part}{said}{findings.section(results, room - len(part))}"
