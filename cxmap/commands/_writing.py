"""Writing results where they are asked for: to standard output, and to files."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from cxmap import registry
from cxmap.errors import CxmapError

if TYPE_CHECKING:
    from cxmap.cache import Said
    from cxmap.output.results import Format, Look, Results

FINDINGS = "cxmap.output.findings"
CHANGES = ("cxmap.output.changes", "cxmap.report.changes")
"""Where the formats of changes stand: texts, and pages."""


def write_results(
    results: "Results",
    name: str,
    look: "Look",
    outputs: Sequence[str],
    notes: Sequence[str] = (),
) -> None:
    """Print results in one format and write them to files in others.

    Args:
        results: what was found.
        name: the format for standard output.
        look: how text may look there.
        outputs: `FORMAT=FILE`, any number.
        notes: what else to say, after the closing line.

    Raises:
        CxmapError: a format is unknown, or a file cannot be written.
    """
    write_shown(FINDINGS, results, name, look, outputs)
    typer.echo(_last_lines(results, look, notes), err=True)


def say_results(
    results: "Results", name: str, look: "Look", notes: Sequence[str], code: int
) -> "Said":
    """The same as `write_results` without files, as texts, with the exit code that goes with them.

    Raises:
        CxmapError: the format is unknown.
    """
    from cxmap.cache import Said
    from cxmap.output.results import Format

    text = registry.load(FINDINGS, name, Format).write(results, look)
    return Said(text, _last_lines(results, look, notes), code)


def say(said: "Said") -> NoReturn:
    """Print what a run says, and end with its exit code."""
    sys.stdout.write(said.out)
    sys.stdout.flush()
    typer.echo(said.err, err=True)
    raise typer.Exit(said.code)


def _last_lines(results: "Results", look: "Look", notes: Sequence[str]) -> str:
    """What stands on standard error after the results."""
    from cxmap.output.closing import closing
    from cxmap.output.results import Look

    stderr_look = Look(look.color and sys.stderr.isatty(), look.width, unicode=look.unicode)
    return "\n".join((closing(results, stderr_look), *results.shortfalls, *notes))


def write_shown(
    package: str | tuple[str, ...],
    shown: object,
    name: str,
    look: "Look",
    outputs: Sequence[str],
) -> None:
    """Print what a run comes to in one format, and write it to files in others.

    Args:
        package: the folder of the formats, or several.
        shown: what they show.
        name: the format for standard output.
        look: how text may look there.
        outputs: `FORMAT=FILE`, any number.

    Raises:
        CxmapError: a format is unknown, or a file cannot be written.
    """
    from cxmap.output.results import Format, Look

    targets = [_target(package, output) for output in outputs]
    text = registry.load(package, name, Format).write(shown, look)
    for form, file in targets:
        write_whole(file, form.write(shown, Look(most=None)))
    sys.stdout.write(text)
    sys.stdout.flush()


def _target(package: str | tuple[str, ...], output: str) -> "tuple[Format[object], Path]":
    from cxmap.output.results import Format

    form, equals, file = output.partition("=")
    if not equals or not file:
        raise CxmapError(f"-o takes FORMAT=FILE, such as `-o json=cxmap.json`, not `{output}`")
    if file == "-":
        raise CxmapError(f"-o writes files; for standard output use `--format {form}`")
    refuse_maps(Path(file))
    return registry.load(package, form, Format), Path(file)


def refuse_maps(file: Path) -> None:
    """Keep results from replacing a map, which a slip in a name would do.

    Raises:
        CxmapError: the file is called as maps are.
    """
    from cxmap.source.tree import SUFFIXES

    if file.suffix.lower() in SUFFIXES:
        raise CxmapError(f"{file} is called as a map is, so nothing is written there; name another")


def write_whole(file: Path, text: str) -> None:
    """Write a text as UTF-8, whole or not at all.

    Raises:
        CxmapError: it cannot be written.
    """
    write_bytes(file, text.encode())


def write_bytes(file: Path, data: bytes) -> None:
    """Write a file whole or not at all: to a temporary file beside it, which then takes its name.

    A device or pipe is written to as it is: as administrator one could replace even `/dev/null` by
    a file. A link takes nobody anywhere, since it may be a stranger's: it is replaced as a file is,
    or refused where it stands for a device or stream, as `/dev/stdout` does.

    Raises:
        CxmapError: it cannot be written.
    """
    import tempfile

    try:
        special = file.exists() and not file.is_file() and not file.is_dir()
        if file.is_symlink() and (special or file.absolute().is_relative_to("/dev")):
            raise CxmapError(f"{file} is a link to a device or stream: name a file")
        if special:
            file.write_bytes(data)
            return
        handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(data)
            mode = file.stat().st_mode & 0o777 if file.exists() else 0o666 & ~_umask()
            Path(temporary).chmod(mode)
            Path(temporary).replace(file)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CxmapError(f"{file} cannot be written: {error.strerror}") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
