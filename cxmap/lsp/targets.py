"""Where what is meant is declared, and everywhere it is used."""

from collections.abc import Iterator
from dataclasses import dataclass

from cxmap.lsp.cursor import Cursor
from cxmap.lsp.naming import (
    IN_JOURNEYS,
    MEANT_BY,
    Use,
    declared,
    finder,
    name_at,
    place,
    resolve,
    same,
    uses,
)
from cxmap.lsp.view import View
from cxmap.lsp.vocabulary import key_at
from cxmap.model.journey import Journey, Stage
from cxmap.model.part import Part
from cxmap.model.touchpoint import Touchpoint
from cxmap.source.span import Span


@dataclass(frozen=True, slots=True)
class Target:
    """An item that is meant.

    Attributes:
        parts: where it is declared; two where both maps of a journey have it, none for nothing.
        span: the text that means it, at the place that was asked about.
        journey: the id of the journey that its parts stand in, where they stand in one.
    """

    parts: tuple[Part, ...]
    span: Span
    journey: str = ""


def target_at(
    view: View, path: str, place_at: tuple[int, int], cursor: Cursor | None, kind: str
) -> Target | None:
    """What the text at a place means: the item that it declares, or one that it refers to.

    Args:
        view: the workspace.
        path: the file.
        place_at: line and column, from 1.
        cursor: the same place.
        kind: of the file, see `vocabulary.kind_of`.
    """
    line, column = place_at
    for _, part, journey in declared(view.good, path):
        span = place(part)
        if (
            span.line <= line <= span.end_line
            and (span.line < line or span.column <= column)
            and (line < span.end_line or column <= span.end_column)
        ):
            return Target(same(view.good, part, journey), span, journey.id if journey else "")
    key = key_at(cursor.value_of, kind) if cursor and cursor.value_of is not None else None
    name = name_at(cursor, key) if cursor and key else None
    if name is None:
        return None
    span = Span(path, line, name.start + 1, line, name.end + 1)
    for one in name.kinds:
        parts = resolve(view.good, one, name.text, view.journey(path))
        if parts:
            home = _home(view, parts[0])
            return Target(same(view.good, parts[0], home), span, home.id if home else "")
    return None


def _home(view: View, part: Part) -> Journey | None:
    """The map that a stage or touchpoint stands in."""
    if not isinstance(part, Stage | Touchpoint):
        return None
    return next(
        (j for j in view.good.journeys if any(p is part for p in (*j.stages, *j.touchpoints()))),
        None,
    )


def used(view: View, target: Target) -> Iterator[Use]:
    """Every place where an item is referred to; a journey also by what it holds."""
    find = finder(view.good)
    wanted = {id(part) for part in target.parts}
    is_journey = isinstance(target.parts[0], Journey)
    kinds = MEANT_BY[target.parts[0].KIND]
    for use in uses(view.good):
        if use.kind not in kinds:
            continue
        found = find(use)
        if is_journey and ("/" in use.text or "#" in use.text) and use.kind in IN_JOURNEYS:
            head = use.text.partition("/")[0].partition("#")[0]
            found = find(use._replace(kind="journey", text=head))
        if any(id(part) in wanted for part in found):
            yield use
