import pytest

from cxmap.output.closing import closing
from cxmap.output.results import Format, Look
from cxmap.registry import load, names

FORMATS = "cxmap.output.findings"
LOOKS = {
    "full.txt": Look(),
    "full-80-color.txt": Look(color=True, width=80),
    "full-60-ascii.txt": Look(width=60, unicode=False, most=50),
    "grouped.txt": Look(),
    "grouped-80-color.txt": Look(color=True, width=80),
    "grouped-50-ascii-3.txt": Look(width=50, unicode=False, most=3),
    "concise.txt": Look(),
    "github.txt": Look(),
    "gitlab.json": Look(),
    "json.json": Look(),
    "jsonl.jsonl": Look(),
    "junit.xml": Look(),
    "markdown.md": Look(),
    "rdjsonl.jsonl": Look(),
    "sarif.json": Look(),
    "statistics-color.txt": Look(color=True),
}


@pytest.mark.parametrize("file", LOOKS)
def test_a_format_writes_what_its_golden_file_says(results, golden, file):
    name = file.partition(".")[0].partition("-")[0]
    golden(f"golden/{file}", load(FORMATS, name, Format).write(results, LOOKS[file]))


def test_every_format_has_a_golden_file():
    assert {file.partition(".")[0].partition("-")[0] for file in LOOKS} == set(names(FORMATS))


@pytest.mark.parametrize("name", names(FORMATS))
def test_only_documents_have_something_to_say_when_nothing_is_found(nothing, name):
    silent = name in {"full", "grouped", "concise", "jsonl", "rdjsonl", "github", "statistics"}
    assert bool(load(FORMATS, name, Format).write(nothing, Look())) is not silent


def test_the_closing_line_says_what_was_found_and_how_much_was_read(results):
    assert closing(results, Look()) == (
        "4 errors, 5 warnings, 1 note beside 1 accepted in 4 files: 1 journey, 5 touchpoints.  "
        "what 5/5  who 4/5  how 4/5  when 2/5  measure 0/5  voice 0/5"
    )


def test_the_closing_line_of_a_clean_run_still_says_how_much_was_read(nothing):
    assert closing(nothing, Look()).startswith("nothing found in 4 files: 1 journey, 5 touch")


def test_the_closing_line_takes_two_lines_on_a_narrow_terminal(results):
    assert max(map(len, closing(results, Look(width=80)).split("\n"))) <= 80
    narrow = closing(results, Look(width=30)).split("\n")
    assert max(map(len, narrow)) <= 30
    assert "what 5/5  who 4/5  how 4/5" in narrow


def test_the_closing_line_has_the_colour_of_the_worst_finding(results):
    assert closing(results, Look(color=True)).startswith("\x1b[1;31m4 errors")
