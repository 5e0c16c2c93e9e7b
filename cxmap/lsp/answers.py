"""What the editor asks about a place in a map, and what it gets for an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from cxmap.errors import CxmapError
from cxmap.lsp import actions, cursor, rename, targets, vocabulary
from cxmap.lsp.columns import from_position, to_range
from cxmap.lsp.completion import Offer, complete
from cxmap.lsp.cursor import Cursor
from cxmap.lsp.hover import explain
from cxmap.lsp.naming import place
from cxmap.lsp.outline import Entry, outline
from cxmap.lsp.session import Session
from cxmap.lsp.targets import Target
from cxmap.lsp.view import View
from cxmap.source.document import Document
from cxmap.source.span import Span

FIXES = types.CodeActionOptions([types.CodeActionKind.QuickFix, actions.FIX_ALL])
COMPLETION = types.CompletionOptions(trigger_characters=[" ", "[", "{", ",", "/", "#"])
RENAME = types.RenameOptions(prepare_provider=True)

_REQUEST_FAILED = -32803
_KINDS = {
    "journey": types.SymbolKind.Module,
    "stage": types.SymbolKind.Namespace,
    "touchpoint": types.SymbolKind.Event,
}


class _At(Protocol):
    """What every question about a place says."""

    @property
    def text_document(self) -> types.TextDocumentIdentifier:
        """The file."""

    @property
    def position(self) -> types.Position:
        """The place."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in a file that is open, as it is on the screen."""

    view: View
    path: str
    lines: Sequence[str]
    line: int
    column: int
    cursor: Cursor | None
    kind: str


def _place(ls: Session, params: _At, *, fresh: bool) -> _Place | None:
    """Where the editor asks; `fresh` waits for the workspace to be read as it is now."""
    found = ls.desk.find(params.text_document.uri)
    if found is None:
        return None
    folder, path = found
    view = folder.view() if fresh or folder.latest is None else folder.latest
    text = folder.buffers[path].text
    lines = Document(path, text).lines
    line, column = from_position(params.position, lines, ls.units)
    kind = vocabulary.kind_of(text, settings=path == folder.place.settings)
    return _Place(view, path, lines, line, column, cursor.find(lines, line, column), kind)


def completion(ls: Session, params: types.CompletionParams) -> types.CompletionList | None:
    """Keys, choices and ids that may stand here."""
    at = _place(ls, params, fresh=False)
    if at is None or at.cursor is None:
        return None
    view = at.view
    offers = complete(at.cursor, at.kind, view.known, view.good, view.journey(at.path))
    if offers is None:
        return None
    place = _range(ls, at, offers.start, offers.end)
    has_colon = at.lines[at.line - 1][offers.end :].lstrip().startswith(":") if at.lines else False
    items = [
        _item(offer, number, place, has_colon=has_colon)
        for number, offer in enumerate(offers.offers)
    ]
    return types.CompletionList(offers.more, items)


def _item(
    offer: Offer, number: int, place: types.Range, *, has_colon: bool
) -> types.CompletionItem:
    text = f"{offer.text}: " if offer.is_key and not has_colon else offer.text
    return types.CompletionItem(
        offer.label,
        kind=types.CompletionItemKind.Property if offer.is_key else types.CompletionItemKind.Value,
        detail=offer.told or None,
        sort_text=f"{number:04}",
        filter_text=f"{offer.label} {offer.told}".strip() if not offer.is_key else None,
        text_edit=types.TextEdit(place, text),
    )


def hover(ls: Session, params: types.HoverParams) -> types.Hover | None:
    """What a key means, or who or what a name stands for."""
    at = _place(ls, params, fresh=False)
    if at is None or at.cursor is None:
        return None
    view = at.view
    told = explain(at.cursor, at.kind, view.good, view.loaded.settings, view.journey(at.path))
    if told is None:
        return None
    text = types.MarkupContent(types.MarkupKind.PlainText, told.text)
    return types.Hover(text, _range(ls, at, told.start, told.end))


def definition(ls: Session, params: types.DefinitionParams) -> list[types.Location]:
    """Where the item under the cursor is declared."""
    at, target = _target(ls, params)
    if at is None or target is None:
        return []
    spans = (place(part) for part in target.parts)
    return [_location(ls, at.view, span) for span in spans if span.path]


def references(ls: Session, params: types.ReferenceParams) -> list[types.Location]:
    """Everywhere the item under the cursor is used."""
    at, target = _target(ls, params)
    if at is None or target is None:
        return []
    spans = [use.span for use in targets.used(at.view, target)]
    if params.context.include_declaration:
        spans += [place(part) for part in target.parts]
    return [_location(ls, at.view, span) for span in sorted(set(spans)) if span.path]


def prepare_rename(
    ls: Session, params: types.PrepareRenameParams
) -> types.PrepareRenamePlaceholder | None:
    """The id that would get a new name."""
    at, target = _target(ls, params)
    if at is None or target is None or not all(part.written for part in target.parts):
        return None
    span = to_range(target.span, at.lines, ls.units)
    return types.PrepareRenamePlaceholder(span, rename.id_of(target.parts[0]))


def renaming(ls: Session, params: types.RenameParams) -> types.WorkspaceEdit | None:
    """A new id, everywhere it is used."""
    at, target = _target(ls, params)
    if at is None or target is None:
        return None
    try:
        edits = rename.rename(at.view, target, params.new_name, ls.desk.today())
    except CxmapError as refusal:
        raise JsonRpcException(str(refusal), _REQUEST_FAILED) from None
    return actions.workspace_edit(at.view, edits, ls.units)


def symbols(ls: Session, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
    """The outline of a file."""
    found = ls.desk.find(params.text_document.uri)
    if found is None:
        return []
    folder, path = found
    view = folder.view()
    file = view.sound.get(path)
    lines = view.lines(path)

    def symbol(entry: Entry) -> types.DocumentSymbol:
        return types.DocumentSymbol(
            entry.name,
            _KINDS.get(entry.kind, types.SymbolKind.Object),
            to_range(entry.whole, lines, ls.units),
            to_range(entry.name_span, lines, ls.units),
            detail=entry.kind,
            children=[symbol(inner) for inner in entry.inside],
        )

    return [symbol(entry) for entry in outline(file)] if file else []


def fixes(ls: Session, params: types.CodeActionParams) -> list[types.CodeAction]:
    """What can be mended on some lines, or in the whole file."""
    found = ls.desk.find(params.text_document.uri)
    if found is None:
        return []
    folder, path = found
    view = folder.view(frozenset([path]))
    findings = folder.found_in(view, path)
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


def _target(ls: Session, params: _At) -> tuple[_Place | None, Target | None]:
    at = _place(ls, params, fresh=True)
    if at is None:
        return None, None
    return at, targets.target_at(at.view, at.path, (at.line, at.column), at.cursor, at.kind)


def _range(ls: Session, at: _Place, start: int, end: int) -> types.Range:
    return to_range(Span(at.path, at.line, start + 1, at.line, end + 1), at.lines, ls.units)


def _location(ls: Session, view: View, span: Span) -> types.Location:
    return types.Location(view.uri(span.path), to_range(span, view.lines(span.path), ls.units))
