"""`cxmap lint` looks at files of feedback from outside: their first line, and whether git has them."""

import gzip
import os
from pathlib import Path

import pytest

MAP = "journey: onboarding\nstages: [{name: I sign, touchpoints: [Letter - email - sales - same day]}]\n"
DATA = "data:\n  - {id: survey, files: 'feedback/*', time: day}\n"
RUN = ("lint", "--select", "exposed-data", "--format", "concise", "--today", "2026-10-15")
CLEAN = "day,score\n2026-09-01,5\n"


@pytest.fixture
def maps(repository) -> Path:
    files = {"cxmap.yaml": "cxmap: 1\n", "map.yaml": MAP, "data.yaml": DATA}
    repository.write({**files, "feedback/a.csv": CLEAN})
    repository.git("add", "*.yaml")
    return repository.folder


def test_answers_in_git_are_told_and_others_are_not(cxmap, repository, maps: Path) -> None:
    assert "exposed-data" not in cxmap(*RUN, cwd=maps).stdout
    repository.git("add", "-A")
    told = cxmap(*RUN, cwd=maps).stdout
    assert (
        "data.yaml:2:25: warning exposed-data answers of customers are in git: `feedback/a.csv`"
        in told
    )
    repository.git("rm", "-q", "--cached", "feedback/a.csv")
    assert "exposed-data" not in cxmap(*RUN, cwd=maps).stdout


@pytest.mark.parametrize(
    ("name", "data", "column"),
    [
        ("a.csv", b"day;score;e_mail\n", "e_mail"),
        ("a.csv", b'day,score,"Kommentar, frei"\n', "Kommentar, frei"),
        ("a.tsv", b"day\tscore\tcustomerPhone\n", "customerPhone"),
        ("a.csv", "day,score,Commentaire du client\n".encode("utf-16"), "Commentaire du client"),
        ("a.csv.gz", gzip.compress(b"day,score,verbatim\n"), "verbatim"),
        ("a.jsonl", b'{"day": "2026-09-01", "Telefon": "+43 1"}\n', "Telefon"),
    ],
)
def test_columns_that_say_who_a_customer_is_are_told(
    cxmap, maps: Path, name: str, data: bytes, column: str
) -> None:
    (maps / "feedback" / "a.csv").unlink()
    (maps / "feedback" / name).write_bytes(data)
    told = cxmap(*RUN, cwd=maps).stdout
    assert f"feedback/{name} has columns that may say who a customer is: `{column}`" in told
    assert "+43" not in told


def test_what_changes_in_the_files_is_never_remembered_wrongly(cxmap, maps: Path) -> None:
    file = maps / "feedback" / "a.csv"
    for text, words in (
        (CLEAN, False),
        ("day,email\n", True),
        ("day,email\n", True),
        (CLEAN, False),
    ):
        file.write_text(text)
        assert ("`email`" in cxmap(*RUN, cwd=maps).stdout) is words
    (maps / "feedback" / "b.csv").write_text("day,phone\n")
    assert "feedback/b.csv has columns" in cxmap(*RUN, cwd=maps).stdout


def test_a_remark_and_the_settings_accept_it(cxmap, maps: Path) -> None:
    (maps / "feedback" / "a.csv").write_text("day,email\n")
    (maps / "data.yaml").write_text(
        DATA.rstrip() + "  # cxmap: ignore[exposed-data] the folder is locked\n"
    )
    assert "exposed-data" not in cxmap(*RUN, cwd=maps).stdout
    (maps / "data.yaml").write_text(DATA)
    (maps / "cxmap.yaml").write_text("cxmap: 1\nlint: {ignore: [exposed-data]}\n")
    assert "exposed-data" not in cxmap("lint", "--format", "concise", cwd=maps).stdout


def test_without_git_files_are_looked_at_all_the_same(cxmap, maps: Path, tmp_path) -> None:
    (maps / "feedback" / "a.csv").write_text("day,email\n")
    (tmp_path / "empty").mkdir()
    done = cxmap(*RUN, cwd=maps, env={**os.environ, "PATH": str(tmp_path / "empty")})
    assert "`email`" in done.stdout and "in git" not in done.stdout


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\0", b"PK\x03\x04\0\0", b"x" * 2_000_000, b"{", b"[" * 99_999]
)
@pytest.mark.parametrize("name", ["a.csv", "a.csv.gz", "a.jsonl", "a.parquet", "a.xlsx", "a"])
def test_files_that_cannot_be_read_are_left_to_measure(
    maps: Path, name: str, content: bytes
) -> None:
    from cxmap.measure.files.looking import look

    (maps / "feedback" / "a.csv").unlink()
    (maps / "feedback" / name).write_bytes(content)
    (found,) = look(maps, [("feedback/*",)])[("feedback/*",)]
    assert (found.path, found.in_git) == (f"feedback/{name}", False)


@pytest.mark.parametrize(
    "pattern", ["../out.csv", "link.csv", "none/*.csv", "https://example.com/a.csv"]
)
def test_nothing_outside_the_workspace_is_looked_at(maps: Path, pattern: str) -> None:
    from cxmap.measure.files.looking import look

    (maps.parent / "out.csv").write_text("day,email\n")
    (maps / "link.csv").symlink_to(maps.parent / "out.csv")
    assert look(maps, [(pattern,)]) == {(pattern,): ()}
