"""Importing a list of touchpoints: read it, say what was understood, write the map."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from cxmap.commands._changing import barred, write_changes
from cxmap.commands._reading import STDIN
from cxmap.errors import CxmapError
from cxmap.words import count, is_id, listed, quoted, slug

if TYPE_CHECKING:
    from cxmap.inventory.reading import Asked, Reading
    from cxmap.loading.workspace import Loaded
    from cxmap.source.tree import Disk

MOST_BYTES = 10_000_000


class How(NamedTuple):
    """The list, and what a user says of how it is written."""

    file: Path
    form: str | None
    columns: tuple[str, ...]
    stage_rows: bool
    encoding: str
    delimiter: str
    sheet: str


class Target(NamedTuple):
    """The map to write: its file, and the id and name of a new one."""

    into: Path | None
    journey: str | None
    title: str | None


class Made(NamedTuple):
    """A file as it will be, as it was, and what there is to say about it."""

    path: str
    before: bytes | None
    after: bytes
    notes: tuple[str, ...]


def run(how: How, target: Target, *, asks: bool) -> int:
    """Read a list and write a map; 0 where every row was taken over, else 1.

    Raises:
        CxmapError: the list cannot be read, or the map cannot be written.
    """
    loaded, tree = _workspace(target.into)
    reading = _read(how, loaded)
    if not any(found.touchpoint is not None for found in reading.found):
        _tell(reading, ())
        raise CxmapError(f"{how.file}: there is no touchpoint in it")
    made = _make(reading, how, target, loaded, tree)
    if target.into is None:
        sys.stdout.write(made.after.decode())
        sys.stdout.flush()
        _tell(reading, made.notes)
    else:
        _tell(reading, made.notes)
        if made.before == made.after:
            typer.echo(f"{target.into} says all of it already", err=True)
            return int(bool(reading.rejected))
        if asks and sys.stdin.isatty() and sys.stdout.isatty() and not _agreed(made, target.into):
            return 0
        before = {} if made.before is None else {made.path: made.before}
        write_changes(tree, before, {made.path: made.after})
        sys.stdout.write(f"{target.into}\n")
        sys.stdout.flush()
    _close(reading, how)
    return int(bool(reading.rejected))


def _read(how: How, loaded: "Loaded") -> "Reading":
    from cxmap.inventory import choosing
    from cxmap.inventory.columns import read_given
    from cxmap.inventory.reading import Asked

    piped = str(how.file) == STDIN
    form = choosing.form(how.form, "standard input" if piped else how.file.name)
    delimiter = "\t" if how.delimiter in {"tab", "\\t"} else how.delimiter
    if len(delimiter) > 1 or delimiter in {"\n", "\r", '"'}:
        raise CxmapError(f"--delimiter is one character, or `tab`, not `{how.delimiter}`")
    asked = Asked(
        "standard input" if piped else str(how.file),
        how.encoding,
        delimiter,
        read_given(how.columns),
        {h: key for key, headers in loaded.settings.import_.columns.items() for h in headers},
        how.stage_rows,
        how.sheet,
    )
    return form.read(_bytes(how.file, asked), asked)


def _bytes(file: Path, asked: "Asked") -> bytes:
    try:
        if str(file) == STDIN:
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
        elif not file.exists():
            raise CxmapError(f"there is no file {file}")
        elif not file.is_file():
            raise CxmapError(f"{file} is no file")
        else:
            with file.open("rb") as opened:
                data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise CxmapError(f"{asked.name} cannot be read: {error.strerror}") from None
    if len(data) > MOST_BYTES:
        raise CxmapError(f"{asked.name} is larger than {MOST_BYTES // 1_000_000} MB")
    return data


def _workspace(into: Path | None) -> "tuple[Loaded, Disk]":
    from cxmap.loading.discover import locate
    from cxmap.loading.workspace import read
    from cxmap.source.tree import SUFFIXES, Disk

    folder = Path() if into is None else into.parent
    if into is not None and into.suffix.lower() not in SUFFIXES:
        raise CxmapError(f"{into}: a map is called `….yaml`")
    if not folder.is_dir():
        raise CxmapError(f"there is no folder {folder}")
    place = locate([folder])
    tree = Disk(place.root, place.only)
    return read(place, tree), tree


def _make(reading: "Reading", how: How, target: Target, loaded: "Loaded", tree: "Disk") -> Made:
    from cxmap.inventory.assembling import assemble
    from cxmap.inventory.creating import create
    from cxmap.inventory.rewording import with_known_channels

    path = "import.yaml"
    if target.into is not None:
        whole = target.into.parent.resolve() / target.into.name
        path = whole.relative_to(loaded.place.root.resolve()).as_posix()
        why = barred(loaded.place.root)(path)
        if why:
            raise CxmapError(f"{target.into} is not written: {why}")
        if whole.exists():
            return _bring_up_to_date(reading, target, loaded, tree, path)
    read = assemble(reading, *_names(reading, how, target))
    inventory, notes = with_known_channels(read, loaded.workspace)
    made = create(inventory, loaded, tree, path, is_kept=target.into is not None)
    return Made(path, None, made.text.encode(), (*notes, *made.notes))


def _bring_up_to_date(
    reading: "Reading", target: Target, loaded: "Loaded", tree: "Disk", path: str
) -> Made:
    from cxmap.inventory.assembling import assemble
    from cxmap.inventory.inventory import of_journey
    from cxmap.inventory.naming import declare_like
    from cxmap.inventory.rewording import in_the_words_of, with_known_channels
    from cxmap.inventory.updating import refuse_loss, update
    from cxmap.source.editing import encoded
    from cxmap.writing.change import after, new_findings, refuse_errors

    outcome = loaded.outcomes.get(path)
    current = outcome.model.journey if outcome and outcome.model else None
    document = loaded.documents.get(path)
    if current is None or document is None or (outcome and outcome.lost):
        raise CxmapError(f"{target.into} is no map that can be read; `cxmap validate` says more")
    if target.journey not in {None, current.id} or target.title:
        raise CxmapError(f"--journey and --title are for new maps; {target.into} has its own")
    read = assemble(reading, current.id, current.title or "", current.state)
    named, notes = with_known_channels(read, loaded.workspace)
    here = of_journey(current)
    listed = in_the_words_of(named, here, loaded.workspace)
    declared = declare_like(listed, loaded.workspace)
    done = update(document.text, here, listed, declared)
    before = tree.read(path)
    made = Made(path, before, encoded(done.text, before), (*notes, *declared.notes, *done.notes))
    then = after(loaded, tree, {path: made.after})
    refuse_errors(new_findings(loaded, then))
    now = then.workspace.map_of(current.id, current.state)
    if now is not None:
        refuse_loss(listed, of_journey(now), made.notes)
    return made


def _names(reading: "Reading", how: How, target: Target) -> tuple[str, str, str]:
    """The id, the name and the state of a new map."""
    state = reading.state or "current"
    title = target.title or reading.title
    if target.journey is not None:
        if not is_id(target.journey):
            better = f", write `{slug(target.journey)}`" if slug(target.journey) else ""
            raise CxmapError(f"--journey: `{target.journey}` is not an id{better}")
        return target.journey, title, state
    called = target.into or how.file
    stem = called.name.partition(".")[0] if str(called) != STDIN else ""
    name = reading.journey or slug(stem) or slug(title) or "journey"
    return name, title, state


def _tell(reading: "Reading", notes: tuple[str, ...]) -> None:
    from cxmap.inventory.assembling import interleaved
    from cxmap.output.plain import plain

    lines = [f"{reading.unit} {line} is left out: {why}" for line, why in reading.rejected]
    lines += [*reading.notes, *notes]
    split = interleaved(reading.found)
    if split:
        names = listed([quoted(name) for name in split])
        lines.append(f"touchpoints of {names} stand apart in the list; each stage is kept together")
    for line in lines:
        typer.echo(plain(line), err=True)


def _agreed(made: Made, into: Path) -> bool:
    """Show what would be written, and ask."""
    from cxmap.commands._changing import show_changes
    from cxmap.output.plain import plain

    if made.before is None:
        sys.stdout.write("".join(f"{plain(line)}\n" for line in made.after.decode().splitlines()))
    else:
        show_changes({made.path: made.before}, {made.path: made.after})
    sys.stdout.flush()
    what = "Write" if made.before is None else "Change"
    return bool(typer.confirm(f"{what} {into}?", default=True, err=True))


def _close(reading: "Reading", how: How) -> None:
    from cxmap.inventory.assembling import stage_key

    found = [one for one in reading.found if one.touchpoint is not None]
    stages = set(map(stage_key, reading.found))
    read = f"{count(len(found), 'touchpoint')} in {count(len(stages), 'stage')}"
    rows = count(len(reading.rejected), "row")
    left = f", {rows} left out" if reading.rejected else ""
    typer.echo(f"{how.file}: {read}{left}", err=True)
