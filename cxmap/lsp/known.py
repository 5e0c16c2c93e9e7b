"""The baseline after a renaming: a gap that was known stays known under the item's new id."""

from dataclasses import replace
from datetime import date

from cxmap import baseline
from cxmap.errors import CxmapError
from cxmap.finding import Edit, fingerprinted
from cxmap.lint.run import Wanted, lint
from cxmap.lsp.targets import Target
from cxmap.lsp.view import View
from cxmap.model.journey import Journey, Stage
from cxmap.model.touchpoint import Touchpoint
from cxmap.source.span import Span


def follow(view: View, target: Target, new: str, today: date) -> list[Edit]:
    """The edit of the workspace's baseline, where it holds gaps of an item that is renamed.

    Args:
        view: the whole workspace, before the renaming.
        target: the item.
        new: its id to be.
        today: the date to go by.
    """
    try:
        file = view.loaded.place.root / baseline.NAME
        text = file.read_text(encoding="utf-8")
        entries = baseline.read(text, baseline.NAME)
    except (OSError, UnicodeDecodeError, CxmapError):
        return []  # there is none, or `lint` says what is wrong with it
    found = lint(view.loaded, today, Wanted()).findings
    after = fingerprinted(replace(f, item=_renamed(f.item, target, new)) for f in found)
    moved = {
        old.fingerprint: entry
        for old, now in zip(found, after, strict=True)
        for entry in baseline.of([now])
    }
    then = [moved.get(entry.fingerprint, entry) for entry in entries]
    if set(then) == set(entries):
        return []
    whole = Span(baseline.NAME, 1, 1, text.count("\n") + 1, 1)
    return [Edit(whole, baseline.dump(then))]


def _renamed(item: str, target: Target, new: str) -> str:
    """The path of an item after the renaming."""
    first = target.parts[0]
    old = str(getattr(first, "id", ""))
    journey, at, rest = item.partition("@")
    if isinstance(first, Journey):
        return f"{new}{at}{rest}" if at and journey == old else item
    if isinstance(first, Stage | Touchpoint):
        mark = "#" if isinstance(first, Stage) else "/"
        state, found, name = rest.partition(mark)
        is_it = found and journey == target.journey and name == old
        return f"{journey}@{state}{mark}{new}" if is_it else item
    return f"{first.KIND}:{new}" if item == f"{first.KIND}:{old}" else item
