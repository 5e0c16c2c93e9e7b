"""What the editor asks, and what it gets for an answer."""

from collections.abc import Sequence

from lsprotocol import types

from cxmap.lsp import actions
from cxmap.lsp.columns import from_position
from cxmap.lsp.session import Session

FIXES = types.CodeActionOptions([types.CodeActionKind.QuickFix, actions.FIX_ALL])


def fixes(ls: Session, params: types.CodeActionParams) -> list[types.CodeAction]:
    """What can be mended on some lines, or in the whole file."""
    found = ls.desk.find(params.text_document.uri)
    if found is None:
        return []
    folder, path = found
    view = folder.view()
    findings = folder.find(view, frozenset([path])).get(path, ())
    lines = view.lines(path)
    first, _ = from_position(params.range.start, lines, ls.units)
    last, _ = from_position(params.range.end, lines, ls.units)
    offered: list[types.CodeAction] = []
    if _is_wanted(types.CodeActionKind.QuickFix, params.context.only):
        offered += actions.quick_fixes(view, findings, (first, last), ls.units)
    if _is_wanted(actions.FIX_ALL, params.context.only):
        everything = actions.fix_all(view, findings, ls.units)
        offered += [everything] if everything else []
    return offered


def _is_wanted(kind: str, wanted: Sequence[types.CodeActionKind | str] | None) -> bool:
    """Whether a kind of action is asked for: all are without a list, else by its beginning."""
    asked = [str(getattr(word, "value", word)) for word in wanted or ()]
    own = str(getattr(kind, "value", kind))
    return wanted is None or any(own == word or own.startswith(f"{word}.") for word in asked)
