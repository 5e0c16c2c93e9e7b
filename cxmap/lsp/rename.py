"""A new id for an item, written everywhere it is used."""

from collections.abc import Iterator
from datetime import date

from cxmap.errors import CxmapError
from cxmap.finding import Edit, Severity
from cxmap.lint import fixing
from cxmap.lsp import known
from cxmap.lsp.naming import resolve
from cxmap.lsp.targets import Target, used
from cxmap.lsp.view import Buffer, View, look
from cxmap.model.journey import Journey, Stage
from cxmap.model.notes import ONE_LINE
from cxmap.model.part import Part
from cxmap.model.touchpoint import Touchpoint
from cxmap.source.span import Span
from cxmap.words import cut, is_id, slug

_MARKS = {"stage": "#", "touchpoint": "/"}


def id_of(part: Part) -> str:
    """What an item is called by others."""
    return str(getattr(part, "id", ""))


def rename(view: View, target: Target, new: str, today: date) -> list[Edit]:
    """The edits that give an item a new id, also in the baseline of known gaps.

    Names in words that still find the item stay as they are.

    Args:
        view: the workspace.
        target: the item.
        new: its id to be.
        today: the date to go by.

    Raises:
        CxmapError: the id means nothing or is taken, a file cannot be read, or it would leave
            something that is wrong; the text is a sentence for the user.
    """
    if not is_id(new):
        better = f"; write `{slug(new)}`" if slug(new) else ""
        raise CxmapError(f"`{cut(new)}` is not an id{better}")
    for path, outcome in view.loaded.outcomes.items():
        if outcome.model is None:
            raise CxmapError(f"{path} cannot be read now, and may use the id: mend it first")
    first = target.parts[0]
    old = id_of(first)
    taken = [p for p in _taken(view, target, new) if not any(p is own for own in target.parts)]
    if taken:
        raise CxmapError(f"`{new}` is the id or name of another {first.noun()}")
    edits = list(dict.fromkeys([*_declared(target, new), *_used(view, target, old, new)]))
    whole = view if view.closely is None else look(view.loaded.place, view.buffers, view)
    _check(whole, edits)
    return [*edits, *known.follow(whole, target, new, today)]


def _taken(view: View, target: Target, new: str) -> tuple[Part, ...]:
    kind = target.parts[0].KIND
    mark = _MARKS.get(kind)
    return resolve(view.good, kind, f"{target.journey}{mark}{new}" if mark else new)


def _declared(target: Target, new: str) -> Iterator[Edit]:
    for part in target.parts:
        written = part.written
        if written is None or (written.notes or {}).get(ONE_LINE):
            message = "it stands in one line, which has no room for an id: write it out first"
            raise CxmapError(message)
        span = written.value("journey" if isinstance(part, Journey) else "id")
        if span is not None:
            yield Edit(span, new)
        else:
            yield _inserted(part, new)


def _inserted(part: Part, new: str) -> Edit:
    """An id for an item that goes by its name so far."""
    if part.written is None:
        raise CxmapError("it has no place of its own")
    start = part.written.start()
    line = part.written.document.lines[start.line - 1]
    before = line[: start.column - 1]
    in_lines = not before.strip(" -")
    after = "\n" + " " * len(before) if in_lines else ", "
    return Edit(
        Span(start.path, start.line, start.column, start.line, start.column), f"id: {new}{after}"
    )


def _used(view: View, target: Target, old: str, new: str) -> Iterator[Edit]:
    for use in used(view, target):
        text = _renamed(use.text, target.parts[0], old, new)
        if text != use.text:
            yield _written(view, use.span, use.text, text)


def _renamed(text: str, part: Part, old: str, new: str) -> str:
    """What a reference says after the renaming."""
    if isinstance(part, Journey):
        for mark in ("/", "#"):
            head, found, tail = text.partition(mark)
            if found:
                return f"{_other(head, part, old, new)}{mark}{tail}"
        return _other(text, part, old, new)
    if isinstance(part, Stage | Touchpoint):
        mark = _MARKS[part.KIND]
        head, found, tail = text.partition(mark)
        if found:
            return f"{head}{mark}{_other(tail, part, old, new)}"
    return _other(text, part, old, new)


def _other(text: str, part: Part, old: str, new: str) -> str:
    if text == old:
        return new
    names = {slug(n) for k in ("name", "title", "what") if isinstance(n := vars(part).get(k), str)}
    return text if slug(text) in names else new


def _written(view: View, span: Span, before: str, after: str) -> Edit:
    """The edit of a reference, inside of its quotes where it has some."""
    line = view.lines(span.path)[span.line - 1]
    at = line.find(before, span.column - 1, span.end_column - 1)
    if span.line != span.end_line or at < 0:
        return Edit(span, after)
    return Edit(Span(span.path, span.line, at + 1, span.line, at + 1 + len(before)), after)


def _check(view: View, edits: list[Edit]) -> None:
    """Read the workspace as it will be: renaming may not leave more errors than there were."""
    texts = {path: document.text for path, document in view.loaded.documents.items()}
    changed = fixing.apply(texts, edits)
    buffers = dict(view.buffers) | {
        path: Buffer(view.uri(path), None, text) for path, text in changed.items()
    }
    after = look(view.loaded.place, buffers, view)
    if _errors(after) > _errors(view):
        raise CxmapError("this id would leave something that is wrong, so nothing is renamed")


def _errors(view: View) -> int:
    return sum(f.severity is Severity.ERROR for f in view.loaded.findings)
