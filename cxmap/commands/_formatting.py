"""Bringing the files of a workspace into one layout."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from cxmap.commands._changing import barred, show_changes, write_changes
from cxmap.commands._reading import STDIN, Progress, place_and_tree, read_workspace
from cxmap.words import count

if TYPE_CHECKING:
    from cxmap.loading.workspace import Loaded
    from cxmap.source.tree import Disk


class Wish(NamedTuple):
    """What is asked for.

    Attributes:
        check: write nothing, and fail where a file would change.
        diff: write nothing, show what would change, and fail likewise.
        expand: also write touchpoints of one line out.
    """

    check: bool
    diff: bool
    expand: bool


@dataclass(frozen=True, slots=True)
class _Laid:
    """What came of it.

    Attributes:
        before: the bytes of the files that change.
        after: their bytes in the one layout.
        left: the files that are left as they are, and why.
        total: how many files were looked at.
    """

    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    left: Mapping[str, str]
    total: int


def run(
    paths: Sequence[Path] | None,
    wish: Wish,
    today: date,
    stdin_filename: str | None,
    jobs: int | None,
) -> int:
    """Do what is wished for, and return the exit code.

    Raises:
        CxmapError: there is nothing to read, or a file cannot be written.
    """
    piped = Path(STDIN) in (paths or ())
    place, tree = place_and_tree(paths, stdin_filename)
    loaded = read_workspace(place, tree, jobs)
    laid = _lay_out(loaded, tree, wish, today)
    if wish.diff:
        show_changes(laid.before, laid.after)
    elif piped and not wish.check:
        name = place.narrowed[0]
        sys.stdout.flush()
        sys.stdout.buffer.write(laid.after.get(name, tree.read(name)))
        sys.stdout.buffer.flush()
    else:
        if not wish.check:
            write_changes(tree, laid.before, laid.after)
        sys.stdout.write("".join(f"{path}\n" for path in sorted(laid.after)))
        sys.stdout.flush()
    for line in _told(laid, wrote=not (wish.check or wish.diff)):
        typer.echo(line, err=True)
    if laid.left:
        return 2
    return int(bool(laid.after) and (wish.check or wish.diff))


def _lay_out(loaded: "Loaded", tree: "Disk", wish: Wish, today: date) -> _Laid:
    from cxmap.loading.workspace import read
    from cxmap.source.editing import encoded
    from cxmap.writing.comparing import differing
    from cxmap.writing.reading import Unusual

    why_not = barred(loaded.place.root)
    names = {*loaded.documents, *loaded.outcomes}
    paths = sorted(path for path in names if loaded.place.reports(path))
    after: dict[str, bytes] = {}
    left: dict[str, str] = {}
    with Progress() as progress:
        for done, path in enumerate(paths, 1):
            progress.tick(done)
            try:
                text = _in_layout(loaded, path, expand=wish.expand)
            except Unusual as reason:
                left[path] = str(reason)
                continue
            if text == loaded.documents[path].text:
                continue
            if path not in tree.over and (why := why_not(path)):
                left[path] = why
            else:
                after[path] = encoded(text, tree.read(path))
    if after:
        again = read(loaded.place, replace(tree, over={**tree.over, **after}), before=loaded)
        for path in differing(loaded, again, after, today):
            left[path] = "a remark in it would no longer cover what it covers"
            del after[path]
    return _Laid({path: tree.read(path) for path in after}, after, left, len(paths))


def _in_layout(loaded: "Loaded", path: str, *, expand: bool) -> str:
    """A file's text in the one layout.

    Raises:
        Unusual: it is better left as it is, or cannot be read; the text says why.
    """
    from cxmap.loading.settings import Settings
    from cxmap.model.file import MapFile
    from cxmap.source.parse import parse
    from cxmap.writing.formatting import format_text
    from cxmap.writing.reading import Unusual

    document = loaded.documents.get(path)
    if document is None:
        told = loaded.outcomes[path].findings[0]
        raise Unusual(f"line {told.span.line}: {told.message}" if told.span.line else told.message)
    parsed = parse(document.text)
    for problem in parsed.problems:
        raise Unusual(f"line {document.position(problem.start)[0]}: {problem.message}")
    if parsed.data is None:
        return document.text  # nothing but comments
    part = Settings if path == loaded.place.settings else MapFile
    return format_text(document.text, part, expand=expand)


def _told(laid: _Laid, *, wrote: bool) -> list[str]:
    lines = [f"{path} is left as it is: {why}" for path, why in sorted(laid.left.items())]
    same = laid.total - len(laid.after) - len(laid.left)
    if laid.after:
        what = "written anew" if wrote else "would be written anew"
        lines.append(f"{count(len(laid.after), 'file')} {what}, {same} unchanged")
    else:
        lines.append(f"{count(same, 'file')} in order")
    return lines
