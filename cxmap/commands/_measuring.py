"""What `measure` is asked, and what it says beside its results."""

import csv
import io
import os
import re
import signal
import sys
import threading
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Self

import typer

from cxmap.commands import _options
from cxmap.commands._writing import refuse_maps, write_whole
from cxmap.errors import CxmapError
from cxmap.words import did_you_mean

if TYPE_CHECKING:
    from cxmap.loading.workspace import Loaded
    from cxmap.measure.asking import Ask
    from cxmap.measure.conformance import Conformed
    from cxmap.measure.readings import Measured, SourceReport
    from cxmap.measure.remote.allowed import Allowed

_PLACES = ("touchpoint", "stage", "journey")


def read_ask(
    loaded: "Loaded",
    today: date,
    metrics: Sequence[str] | None,
    period: str,
    by: Sequence[str] | None,
    since: str | None,
    min_n: int | None,
    grace: int,
    *,
    running: bool,
) -> "Ask":
    """What is asked for.

    Raises:
        CxmapError: an option means nothing.
    """
    from cxmap.measure.asking import Ask
    from cxmap.measure.periods import Grain

    _options.check_choice(period, [grain.value for grain in Grain], "--period")
    return Ask(
        today,
        tuple(metrics or ()),
        Grain(period),
        _by(loaded, by),
        _since(since),
        running,
        loaded.settings.privacy.min_n if min_n is None else min_n,
        grace,
    )


def _by(loaded: "Loaded", by: Sequence[str] | None) -> tuple[str, ...] | None:
    if by is None:
        return None
    from cxmap.measure.columns import segments

    words = [word.strip() for item in by for word in item.split(",")]
    names = {name for source in loaded.workspace.data for name in segments(source)}
    known = (*_PLACES, *sorted(names), "none")
    for word in words:
        if word not in known:
            guess = did_you_mean(word, known) or ","
            raise CxmapError(f"--by `{word}` is unknown{guess} choose from {', '.join(known)}")
    return tuple(word for word in words if word != "none")


def _since(text: str | None) -> date | None:
    if text is None:
        return None
    from cxmap.facts import period_start
    from cxmap.model.fields import is_period

    if not is_period(text):
        raise CxmapError(f"--since `{text}` is no date; write a day, 2026-09, 2026-Q3 or 2026")
    return period_start(text)


_SHORT = re.compile(r"([0-9]{1,6}) ?(s|sec|seconds?|m)")
_LONGEST_WAIT = 60 * 24 * 365


def read_timeout(text: str) -> float:
    """Seconds: `90s` and `10m`, and the durations of maps that take no calendar, as `2 hours`.

    Raises:
        CxmapError: it is none, or nothing.
    """
    from cxmap.timing.duration import parse_duration
    from cxmap.timing.units import Unit

    minutes: float = 0
    if short := _SHORT.fullmatch(text.strip().lower()):
        minutes = int(short[1]) / (1 if short[2] == "m" else 60)
    else:
        with suppress(ValueError):
            found = parse_duration(text)
            minutes = float(found.size) if found.sort is Unit.MINUTE else 0
    if not 0 < minutes <= _LONGEST_WAIT:
        raise CxmapError(f"--timeout `{text}` means nothing: write `90s`, `10m` or `2 hours`")
    return minutes * 60


def read_remote(places: Sequence[str] | None, most: str | None, working: "Working") -> "Allowed":
    """What may be read from elsewhere: what the options say, and the environment beside them.

    Args:
        places: what `--allow-remote` says.
        most: what `--remote-limit` says.
        working: is told how far a copy has got.

    Raises:
        CxmapError: one of them means nothing.
    """
    from cxmap.measure.remote.allowed import VARIABLE, read_allowed

    return read_allowed([*(places or ()), *os.environ.get(VARIABLE, "").split()], most, working.on)


def write_files(root: Path, folder: str, mark: str, files: Mapping[str, str]) -> None:
    """Write files into a folder of the workspace that is for them alone.

    Args:
        root: the workspace.
        folder: the folder, from the workspace.
        mark: the line that such files begin with; one that begins otherwise is not ours.
        files: the files by their paths from the workspace.

    Raises:
        CxmapError: the folder leads out of the workspace, a file there is not one of ours, or
            cannot be written.
    """
    home = root / folder
    if home.is_symlink() or (home.exists() and not home.is_dir()):
        raise CxmapError(f"{folder} is no folder of the workspace, so nothing is written there")
    for path in files:
        file = root / path
        if file.is_symlink() or (file.exists() and not _begins_with(file, mark)):
            command = mark.partition("`cxmap ")[2].partition(" ")[0]
            raise CxmapError(
                f"{path} was not written by `{command}`, so it is not replaced: move what it holds"
                " to another file"
            )
    if files:
        home.mkdir(exist_ok=True)
    for path, text in files.items():
        write_whole(root / path, text)
        typer.echo(f"wrote {path}", err=True)


def _begins_with(file: Path, mark: str) -> bool:
    try:
        with file.open("rb") as beginning:
            return beginning.read(len(mark.encode())) == mark.encode()
    except OSError:
        return False


def write_rejects(file: Path, sources: "Sequence[SourceReport]") -> None:
    """Write which lines could not be used, as CSV; never what they hold.

    Raises:
        CxmapError: it cannot be written.
    """
    refuse_maps(file)
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(("data", "file", "line", "column", "reason"))
    for source in sources:
        for bad in source.bad:
            table.writerow((source.id, bad.path, bad.line or "", bad.column, bad.reason))
    write_whole(file, out.getvalue())


def tell(
    measured: "Measured | Conformed",
    loaded: "Loaded",
    remarks: "Iterable[str]",
    form: str,
    *,
    explain: bool,
) -> None:
    """Say on standard error what was left out, and what went wrong."""
    from cxmap.output.plain import plain

    if form != "markdown":  # which says it itself
        for remark in remarks:
            typer.echo(plain(remark), err=True)
    if measured.min_n < loaded.settings.privacy.min_n:
        warn_of_few(measured.min_n, loaded.settings.privacy.min_n)
    if explain:
        for source in measured.sources:
            for sql in source.sql:
                typer.echo(f"\n-- {source.id}\n{sql};", err=True)
    for problem in measured.problems:
        typer.echo(plain(f"cxmap: {problem}"), err=True)


def warn_of_few(shown: int, configured: int) -> None:
    """Say on standard error that figures of few people are shown."""
    typer.echo(
        f"figures of {shown} or more answers are shown, where cxmap.yaml asks for"
        f" {configured}: mind whom you show them to",
        err=True,
    )


def _end(number: int, _: object) -> None:
    sys.exit(128 + number)


class Working:
    """A line on standard error that tells what is read, on a terminal and after a second.

    As long as it lasts, a request to end the program ends it as Ctrl-C does: what of the data was
    laid by in private files has to go.
    """

    def __init__(self) -> None:
        self._what = ""
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._tell, daemon=True)

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self._thread.start()
        self._before = signal.signal(signal.SIGTERM, _end)
        return self

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGTERM, self._before)
        self._done.set()
        if self._thread.is_alive():
            self._thread.join()

    def on(self, what: str) -> None:
        """Note what is read now."""
        self._what = what

    def _tell(self) -> None:
        seconds = 0
        while not self._done.wait(1):
            seconds += 1
            sys.stderr.write(f"\rmeasuring: {self._what}, {seconds} s\033[K")
            sys.stderr.flush()
        if seconds:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
