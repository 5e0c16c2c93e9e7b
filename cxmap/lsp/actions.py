"""Quick fixes: what a program can write in the place of what is wrong."""

from collections.abc import Iterable, Sequence

from lsprotocol import types

from cxmap.finding import Edit, Finding
from cxmap.lint import fixing
from cxmap.lsp.columns import UTF_16, to_range
from cxmap.lsp.diagnostics import diagnostic
from cxmap.lsp.view import View

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.cxmap"


def quick_fixes(
    view: View, findings: Iterable[Finding], lines: tuple[int, int], units: str = UTF_16
) -> list[types.CodeAction]:
    """The fixes of what was found on some lines of a file.

    Args:
        view: the workspace.
        findings: what was found in the file.
        lines: the first and the last line that is asked about, from 1.
        units: how the editor counts columns.
    """
    first, last = lines
    return [
        types.CodeAction(
            finding.fix.title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic(finding, view, units)],
            is_preferred=finding.fix.safe,
            edit=workspace_edit(view, finding.fix.edits, units),
        )
        for finding in findings
        if finding.fix is not None and finding.span.line <= last and first <= finding.span.end_line
    ]


def fix_all(
    view: View, findings: Sequence[Finding], units: str = UTF_16
) -> types.CodeAction | None:
    """One action for everything in a file that is certain; None where there is nothing."""
    texts = {path: document.text for path, document in view.loaded.documents.items()}
    done = fixing.fix(texts, findings).done
    if not done:
        return None
    edits = dict.fromkeys(edit for finding in done if finding.fix for edit in finding.fix.edits)
    return types.CodeAction(
        "Write what is certain", kind=FIX_ALL, edit=workspace_edit(view, edits, units)
    )


def workspace_edit(view: View, edits: Iterable[Edit], units: str = UTF_16) -> types.WorkspaceEdit:
    """Edits by file, as the editor applies them."""
    changes: dict[str, list[types.TextEdit]] = {}
    for edit in edits:
        path = edit.span.path
        written = types.TextEdit(to_range(edit.span, view.lines(path), units), edit.text)
        changes.setdefault(view.uri(path), []).append(written)
    return types.WorkspaceEdit(changes=changes)
