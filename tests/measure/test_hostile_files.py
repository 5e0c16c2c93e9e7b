"""Files that want to hurt: each is told by its name, in bounded time and memory."""

import gzip
import os
import sys
import zlib
from datetime import date
from pathlib import Path

import duckdb
import pytest

from cxmap.errors import CxmapError
from cxmap.loading.workspace import load
from cxmap.measure.asking import Ask
from cxmap.measure.files.opened import open_files
from cxmap.measure.opening import open_source
from cxmap.measure.remote.allowed import Allowed

SCORES = "{id: csat, kind: csat, source: {data: s, value: score}}"
LONG = "is longer than four million characters"
MEGABYTE = 1 << 20
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def told(company, files: str) -> list[str]:
    """What is said of a source whose files cannot be read."""
    company.data(f"{{id: s, files: '{files}', time: day}}", SCORES)
    return list(company.measure().problems)


def counted(company, files: str):
    company.data(f"{{id: s, files: '{files}', time: day}}", SCORES)
    measured = company.measure()
    assert not measured.problems
    (source,) = measured.sources
    return measured.figures[0].n, [(bad.line, bad.reason) for bad in source.bad]


def bomb(head: bytes, unit: bytes, megabytes: int) -> bytes:
    """Gzip of a beginning and then of the same over and over."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = unit * (MEGABYTE // len(unit))
    parts = [packer.compress(head), *(packer.compress(block) for _ in range(megabytes))]
    return b"".join([*parts, packer.flush()])


def test_a_line_of_a_hundred_megabytes_costs_itself_and_is_listed(company) -> None:
    with (company.folder / "s.csv").open("w") as out:
        out.write("day,score,comment\n2026-09-01,5,")
        for _ in range(100):
            out.write("x" * MEGABYTE)
        out.write("\n2026-09-02,5,a\n")
    assert counted(company, "s.csv") == (1, [(2, LONG)])


def test_a_record_that_is_too_long_costs_itself_and_is_listed(company) -> None:
    long = '{"day": "2026-09-01", "score": 5, "comment": "' + "x" * 40_000_000 + '"}'
    company.write(s_jsonl=f'{{"day": "2026-09-01", "score": 5}}\n{long}\n' * 2)
    assert counted(company, "s.jsonl") == (2, [(2, LONG), (4, LONG)])


def test_records_that_begin_with_a_long_one_are_told(company) -> None:
    company.write(s_jsonl='{"day": "' + "x" * 2_000_000 + '"}\n')
    assert told(company, "s.jsonl") == [
        's.jsonl has no record, such as `{"score": 5}`, in its beginning'
    ]


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("s.csv.gz", b"day,score\n2026-09-01,5\n"),
        ("s.jsonl.gz", b'{"day": "2026-09-01", "score": 5}\n'),
    ],
)
def test_a_small_file_that_unpacks_to_one_endless_line_costs_that_line(
    company, name: str, head: bytes
) -> None:
    (company.folder / name).write_bytes(bomb(head, b"x", 100))
    assert counted(company, name) == (1, [(head.count(b"\n") + 1, LONG)])


def test_a_small_file_that_unpacks_to_bad_lines_lists_the_first_of_them(company) -> None:
    (company.folder / "s.csv.gz").write_bytes(bomb(b"day,score\n2026-09-01,5\n", b"a,b,c\n", 2))
    company.data("{id: s, files: s.csv.gz, time: day}", SCORES)
    (source,) = company.measure().sources
    assert (source.rows, len(source.bad)) == (1, 1_000)


@posix
def test_a_file_of_ten_gigabytes_that_is_no_parquet_is_told_at_once(company) -> None:
    with (company.folder / "s.parquet").open("wb") as out:
        out.truncate(10 << 30)
    assert told(company, "s.parquet") == ["s.parquet is no Parquet file"]


@pytest.mark.parametrize("length", [0, 1, 0x7FFFFFFF, 0xFFFFFFFF])
def test_a_parquet_file_with_a_lying_footer_is_told(company, length: int) -> None:
    file = company.folder / "s.parquet"
    with duckdb.connect() as base:
        base.execute(f"copy (select date '2026-09-01' as day, 5 as score) to '{file}'")
    data = bytearray(file.read_bytes())
    data[-8:-4] = length.to_bytes(4, "little")
    file.write_bytes(data)
    assert told(company, "s.parquet") == ["s.parquet is no Parquet file"]


def test_a_parquet_file_whose_pages_lie_is_told_by_its_name(company) -> None:
    file = company.folder / "s.parquet"
    with duckdb.connect() as base:
        rows = "select date '2026-09-01' as day, range % 5 + 1 as score from range(3000)"
        base.execute(f"copy ({rows}) to '{file}' (compression zstd)")
    data = bytearray(file.read_bytes())
    data[4:60] = bytes(56)
    file.write_bytes(data)
    assert told(company, "s.parquet") == ["data `s`: DuckDB could not read s.parquet"]


def test_a_table_of_a_hundred_thousand_columns_is_told(company) -> None:
    company.write(s_csv=",".join(f"c{n}" for n in range(100_000)) + "\n")
    assert told(company, "s.csv") == ["s.csv has over 5,000 columns"]


def test_a_pattern_that_matches_too_many_files_is_told(company) -> None:
    for number in range(10_001):
        (company.folder / f"{number}.csv").touch()
    assert told(company, "*.csv") == ["data `s`: `*.csv` matches over 10,000 files"]


@posix
@pytest.mark.parametrize("files", ["s.csv", "*.csv"])
def test_a_pipe_among_the_files_is_told_and_never_opened(company, files: str) -> None:
    os.mkfifo(company.folder / "s.csv")
    assert told(company, files) == [
        "data `s`: s.csv is a pipe or a device, which may never end: only ordinary files are read"
    ]


@posix
@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("gone.csv", "is a link to a file that is not there"),
        ("../gone.csv", "is a link to a file outside the workspace, which is not read"),
        ("/dev/zero", "is a link to a file outside the workspace, which is not read"),
    ],
)
@pytest.mark.parametrize("files", ["s.csv", "*.csv"])
def test_a_link_to_nothing_or_to_elsewhere_is_told(
    company, files: str, target: str, words: str
) -> None:
    (company.folder / "s.csv").symlink_to(target)
    assert told(company, files) in (
        [f"data `s`: s.csv {words}"],
        ["data `s`: no file matches `*.csv`"],  # patterns pass over links to nothing before 3.13
    )


def test_a_folder_in_place_of_a_file_is_told(company) -> None:
    (company.folder / "s.csv").mkdir()
    assert told(company, "s.csv") == [
        "data `s`: s.csv is a folder: write `s.csv/*.csv` for the files in it"
    ]


@pytest.mark.parametrize("change", ["grows", "goes"])
def test_a_file_that_changes_while_it_is_read_is_told(company, change: str) -> None:
    company.write(s_csv="day,score\n2026-09-01,5\n")
    company.data("{id: s, files: s.csv, time: day}", SCORES)
    loaded = load(company.folder)
    (source,) = loaded.workspace.data
    ask = Ask(date(2026, 10, 15))
    opening = open_source(source, [("time", "day")], loaded.settings, company.folder, ask)
    file = company.folder / "s.csv"
    words = "changed while it was read" if change == "grows" else "it is gone"
    opening.__enter__()
    if change == "goes":
        file.unlink()
    else:
        file.write_text(file.read_text() + "2026-09-02,5\n")
    with pytest.raises(CxmapError, match=words):
        opening.__exit__(None, None, None)


def test_a_file_that_stays_is_read_as_often_as_it_takes(company) -> None:
    company.write(s_csv="day,score\n2026-09-01,5\n")
    company.data("{id: s, files: s.csv, time: day}", SCORES)
    (source,) = load(company.folder).workspace.data
    opened = open_files(company.folder, source, [("time", "day")], "UTC", Allowed())
    opened.check_same()
    opened.engine.close()


def test_what_does_not_fit_into_memory_and_on_the_disk_is_told(monkeypatch) -> None:
    from cxmap.measure.engines import duckdb as engines

    monkeypatch.setattr(engines, "MOST_PRIVATE", 0)
    engine = engines.DuckDBEngine(memory="16MB")
    sql = "select count(*) from (select distinct hash(range) from range(10000000))"
    with pytest.raises(engines.EngineError, match="takes more than 16MB of memory"):
        list(engine.run(sql))
    engine.close()
    assert not Path(engine.folder).exists()


def test_a_packed_file_that_ends_early_is_told(company) -> None:
    whole = gzip.compress(b"day,score\n" + b"2026-09-01,5\n" * 300_000)
    (company.folder / "s.csv.gz").write_bytes(whole[: len(whole) // 2])
    (problem,) = told(company, "s.csv.gz")
    assert "s.csv.gz" in problem
