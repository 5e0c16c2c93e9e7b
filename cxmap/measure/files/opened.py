"""The files of a source as one table of DuckDB."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cxmap.errors import CxmapError
from cxmap.measure.engine import EngineError, Held, Table
from cxmap.measure.engines.duckdb import DuckDBEngine
from cxmap.measure.files import raw
from cxmap.measure.files.find import Seen, find, kind_of_file, see
from cxmap.measure.files.header import Header, read_header
from cxmap.measure.patience import wait_for
from cxmap.measure.queries.select import all_of, select
from cxmap.measure.readings import Bad
from cxmap.measure.remote.allowed import Allowed
from cxmap.measure.remote.fetch import fetch
from cxmap.model.address import is_address
from cxmap.model.data import DataSource
from cxmap.words import cut, did_you_mean, listed

TIMES = frozenset({"time", "start", "end", "from", "to"})
"""The keys that name columns of times."""

_MOST_REJECTS = 100_000
_HEAD = 1 << 20
_CLOCKS = ("", " %H:%M", " %H:%M:%S", "T%H:%M:%S")


@dataclass(frozen=True, slots=True)
class File:
    """A file of a source.

    Attributes:
        path: from the workspace, or its address elsewhere, as it is told.
        local: what is really read: itself, or a private copy.
    """

    path: str
    local: Path


@dataclass(frozen=True, slots=True)
class Batch:
    """Files that are read together.

    Attributes:
        kind: `text`, `json` or `parquet`.
        header: how they are laid out; only the columns matter but for text.
        files: the files.
    """

    kind: str
    header: Header
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A source that can be asked.

    Attributes:
        seen: the files as they were when they were opened.
        engine: where.
        table: what stands after FROM.
        batches: its files, those with equal headers together.
        notes: what its owner should know.
        bad: lines that could not be read at all, told while opening.
    """

    seen: tuple[Seen, ...]
    engine: DuckDBEngine
    table: Table
    batches: tuple[Batch, ...]
    notes: tuple[str, ...]
    bad: tuple[Bad, ...]

    def check_same(self) -> None:
        """See whether the files are still those that were opened.

        Raises:
            CxmapError: one is not: what was counted may be half of the old and half of the new.
        """
        for seen in self.seen:
            if see(seen.file, seen.path) != seen:
                raise CxmapError(f"{seen.path} changed while it was read: run it again")

    @property
    def files(self) -> tuple[str, ...]:
        """The files, from the workspace or by their addresses."""
        return tuple(sorted(file.path for batch in self.batches for file in batch.files))

    def rejected(self) -> tuple[list[Bad], int]:
        """The lines that DuckDB could not take apart so far, and how many there are."""
        found: list[Bad] = []
        for number, batch in enumerate(self.batches):
            if batch.kind == "text":
                found += _rejected(self.engine, number, batch)
                for file in batch.files:
                    numbers = raw.too_long(file.local)
                    found += (Bad(file.path, n, "", _TOO_LONG) for n in numbers)
        found = list(dict.fromkeys(found))
        return found, len(found)


def open_files(
    root: Path,
    source: DataSource,
    wanted: Sequence[tuple[str, str]],
    zone: str,
    remote: Allowed,
) -> Opened:
    """Open the files of a source.

    Args:
        root: the workspace.
        source: the source.
        wanted: the columns that are read, each with the key that names it.
        zone: the time zone of times that name none.
        remote: what may be read from elsewhere.

    Raises:
        CxmapError: DuckDB is not installed, no file matches, one cannot be read, or none of them
            has a column that is wanted.
    """
    elsewhere = [pattern for pattern in source.files if is_address(pattern)]
    here = find(root, [one for one in source.files if one not in elsewhere], source.id)
    seen = tuple(see((root / path).resolve(), path) for path in here)
    engine = DuckDBEngine(allowed=[one.file for one in seen], zone=zone)
    try:
        files = {one.path: one.file for one in seen}
        files |= fetch(elsewhere, source.id, engine.folder, remote)
        engine.called.update((str(local), path) for path, local in files.items())
        bad: list[Bad] = []
        notes: list[str] = []
        batches = _batches(engine, source, files, notes, bad)
        notes += _missing(source, batches, wanted)
        columns = list(dict.fromkeys(column for _, column in wanted))
        dated = source.csv is not None and source.csv.date is not None
        times = [column for key, column in wanted if dated and key in TIMES]
        return Opened(
            seen,
            engine,
            _table(engine, source, batches, columns, times),
            batches,
            tuple(notes),
            tuple(bad),
        )
    except BaseException:
        engine.close()
        raise


def _batches(
    engine: DuckDBEngine,
    source: DataSource,
    files: Mapping[str, Path],
    notes: list[str],
    bad: list[Bad],
) -> tuple[Batch, ...]:
    found: dict[tuple[str, Header], list[File]] = {}
    for number, (path, local) in enumerate(files.items()):
        kind = kind_of_file(path)
        file = File(path, local)
        if kind == "text":
            file, header = _open_text(engine, source, file, number)
        elif kind == "json":
            file, header = _open_json(engine, file, number, bad)
        else:
            header = _parquet_header(engine, file)
        if header is None:
            notes.append(f"{path} is empty")
        else:
            found.setdefault((kind, header), []).append(file)
    if not found:
        raise CxmapError(f"data `{source.id}`: {listed(list(files), 3)} is empty")
    return tuple(Batch(kind, header, tuple(same)) for (kind, header), same in found.items())


def _open_text(
    engine: DuckDBEngine, source: DataSource, file: File, number: int
) -> tuple[File, Header | None]:
    csv = source.csv
    encoding = raw.encoding_of(file.local, csv.encoding if csv else None, file.path)
    head = raw.head(file.local, encoding, file.path, _HEAD)
    header = read_header(head, file.path, csv.delimiter if csv else None)
    if encoding != "utf-8" or raw.has_mixed_ends(file.local, file.path):
        copy = engine.folder / f"copy-{number}.csv"
        raw.transcode(file.local, encoding, copy, file.path)
        file = File(file.path, copy)
    return file, header


def _open_json(
    engine: DuckDBEngine, file: File, number: int, bad: list[Bad]
) -> tuple[File, Header | None]:
    head = raw.head(file.local, "utf-8", file.path, _HEAD)
    if not head.strip():
        return file, None
    if head.lstrip().startswith("["):
        raise CxmapError(f"{file.path} is one list: write one record a line, without brackets")
    names: dict[str, None] = {}
    for line in head.splitlines():
        record = _record(line)
        names.update(dict.fromkeys(record or ()))
    if not names:
        raise CxmapError(f'{file.path} has no record, such as `{{"score": 5}}`, in its beginning')
    columns = Header(tuple(names), "")
    probe = _json_sql(engine, (file,), tuple(names)[:1])
    try:
        wait_for(lambda: list(engine.run(select(["count(*)"], probe))), engine.cancel)
    except EngineError:
        copy = engine.folder / f"copy-{number}.jsonl"
        for one in _without_bad_lines(file, copy):
            if len(bad) < _MOST_REJECTS:
                bad.append(one)
        file = File(file.path, copy)
    return file, columns


def _without_bad_lines(file: File, copy: Path) -> Iterator[Bad]:
    """Copy the lines that are records and empty the others, so that all keep their number."""
    with copy.open("wb") as out:
        for number, line in enumerate(raw.lines(file.local), 1):
            if reason := _why_no_record(line):
                yield Bad(file.path, number, "", reason)
                out.write(b"\n")
            elif line:
                out.write(line if line.endswith(b"\n") else line + b"\n")


def _why_no_record(line: bytes | None) -> str:
    if line is None:
        return _TOO_LONG
    try:
        text = line.decode()
    except UnicodeDecodeError:
        return "is not UTF-8"
    return "is no JSON record" if line.strip() and _record(text) is None else ""


def _record(line: str) -> dict[str, object] | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _parquet_header(engine: DuckDBEngine, file: File) -> Header:
    table = _relation(engine, (file,), f"{file.path} is no Parquet file")
    return Header(tuple(table.columns), "")


def _relation(engine: DuckDBEngine, files: Sequence[File], missing: str) -> Table:
    sql = _parquet_sql(engine, files)
    return wait_for(lambda: engine.relation(sql, missing), engine.cancel)


def _missing(
    source: DataSource, batches: Sequence[Batch], wanted: Sequence[tuple[str, str]]
) -> Iterator[str]:
    """What to say of columns that are only in some of the files.

    Raises:
        CxmapError: a column is in none of them, or twice in one.
    """
    for key, column in dict.fromkeys(wanted):
        without = [b for b in batches if column not in b.header.columns]
        names = list(dict.fromkeys(name for b in batches for name in b.header.columns if name))
        if len(without) == len(batches):
            guess = did_you_mean(column, names)
            has = listed([f"`{cut(name)}`" for name in names], 12)
            where = batches[0].files[0].path
            tail = f"{guess}; it has {has}" if guess else f", it has {has}"
            if len(names) == 1:
                tail += "; are the names of the columns in its first line?"
            raise CxmapError(f"data `{source.id}`: {where} has no column `{column}` ({key}){tail}")
        for batch in batches:
            if batch.header.columns.count(column) > 1:
                twice = batch.files[0].path
                raise CxmapError(f"data `{source.id}`: {twice} has two columns `{column}`")
        for file in (file for batch in without for file in batch.files):
            yield f"{file.path} has no column `{column}` ({key})"


def _table(
    engine: DuckDBEngine,
    source: DataSource,
    batches: Sequence[Batch],
    columns: Sequence[str],
    times: Sequence[str],
) -> Table:
    if all(batch.kind == "parquet" for batch in batches):
        files = [file for batch in batches for file in batch.files]
        return _relation(engine, files, f"data `{source.id}` cannot be read")
    parts = (_part(engine, source, n, batch, columns, times) for n, batch in enumerate(batches))
    held = {column: Held.TIME if column in times else Held.TEXT for column in columns}
    return Table(f"(\n{all_of(parts)}\n) as c_data", held)


def _part(
    engine: DuckDBEngine,
    source: DataSource,
    number: int,
    batch: Batch,
    columns: Sequence[str],
    times: Iterable[str],
) -> str:
    """The rows of a batch; a column it does not have is empty."""
    spoken = engine.dialect
    shown: list[str] = []
    for column in columns:
        name = spoken.name(column)
        cell = "null"
        if column in batch.header.columns:
            cell = f"cast({name} as varchar)"
        if column in times and cell != "null":
            cell = _dated(spoken.literal, cell, source.csv.date or "" if source.csv else "")
        shown.append(f"{cell} as {name}")
    reader: dict[str, Callable[[], str]] = {
        "text": lambda: _text_sql(engine, number, batch, columns),
        "json": lambda: _json_sql(engine, batch.files, columns),
        "parquet": lambda: _parquet_sql(engine, batch.files),
    }
    return select(shown or ["null as c_nothing"], reader[batch.kind]())


def _dated(literal: Callable[[str], str], cell: str, form: str) -> str:
    """A time in a form of the source's own, with or without the time of day."""
    forms = [form] if "%H" in form else [form + clock for clock in _CLOCKS]
    return f"try_strptime(trim({cell}), [{', '.join(map(literal, forms))}])"


def _text_sql(engine: DuckDBEngine, number: int, batch: Batch, columns: Sequence[str]) -> str:
    spoken = engine.dialect
    names = [
        name if name in columns else f"c_unread_{place}"
        for place, name in enumerate(batch.header.columns)
    ]
    kinds = ", ".join(f"{spoken.literal(name)}: 'VARCHAR'" for name in names)
    files = ", ".join(spoken.literal(str(file.local)) for file in batch.files)
    options = [
        f"[{files}]",
        f"columns = {{{kinds}}}",
        "auto_detect = false",
        f"delim = {spoken.literal(batch.header.delimiter)}",
        "quote = '\"'",
        "escape = '\"'",
        "header = true",
        f"skip = {batch.header.skip}",
        "store_rejects = true",
        f"rejects_table = 'c_rejects_{number}'",
        f"rejects_scan = 'c_scans_{number}'",
        f"rejects_limit = {_MOST_REJECTS}",
        f"max_line_size = {raw.LONGEST_LINE}",
        "hive_partitioning = false",
    ]
    return f"read_csv({', '.join(options)})"


def _json_sql(engine: DuckDBEngine, files: Sequence[File], columns: Sequence[str]) -> str:
    spoken = engine.dialect
    kinds = ", ".join(f"{spoken.literal(name)}: 'VARCHAR'" for name in columns)
    named = ", ".join(spoken.literal(str(file.local)) for file in files)
    options = [
        f"[{named}]",
        "format = 'newline_delimited'",
        f"columns = {{{kinds}}}",
        f"maximum_object_size = {raw.LONGEST_LINE}",
        "hive_partitioning = false",
    ]
    return f"read_json({', '.join(options)})"


def _parquet_sql(engine: DuckDBEngine, files: Sequence[File]) -> str:
    named = ", ".join(engine.dialect.literal(str(file.local)) for file in files)
    return f"read_parquet([{named}], union_by_name = true, hive_partitioning = false)"


_TOO_LONG = "is longer than four million characters"
_REASONS = {
    "MISSING COLUMNS": "has fewer columns than the first line",
    "TOO MANY COLUMNS": "has more columns than the first line",
    "UNQUOTED VALUE": "has a quote that is not closed, or text after one",
    "LINE SIZE OVER MAXIMUM": _TOO_LONG,
    "INVALID ENCODING": "is not UTF-8: say `csv: {encoding: windows-1252}`",
    "INVALID STATE": "cannot be taken apart",
}


def _rejected(engine: DuckDBEngine, number: int, batch: Batch) -> Iterator[Bad]:
    columns = ["s.file_path", "r.line_byte_position", "r.error_type"]
    joined = (
        f"c_rejects_{number} as r join c_scans_{number} as s"
        " on r.scan_id = s.scan_id and r.file_id = s.file_id"
    )
    try:
        rows = engine.connection.execute(select(["distinct " + ", ".join(columns)], joined))
        found = [(str(file), int(at), str(kind)) for file, at, kind in rows.fetchall()]
    except engine.errors:
        return  # nothing was read yet
    known = {str(file.local): file for file in batch.files}
    by_file: dict[str, list[tuple[int, str]]] = {}
    for name, at, kind in found:
        by_file.setdefault(name, []).append((at, kind))
    for name, places in sorted(by_file.items()):
        lines = raw.lines_at(known[name].local, [at for at, _ in places])
        for at, kind in sorted(places):
            reason = _REASONS.get(kind, "cannot be taken apart")
            yield Bad(known[name].path, lines[at], "", reason)
