from dataclasses import replace

import pytest
from rich.cells import cell_len

from cxmap.finding import Related
from cxmap.output.findings.full import FORMAT
from cxmap.output.results import Look
from cxmap.source.span import Span


@pytest.fixture
def shown(results):
    """What `full` writes for one place in one text, without the heading."""

    def write(text, *place, look=None, label="here", related=()):
        finding = replace(
            results.findings[0], span=Span("a.yaml", *place), label=label, hint="", related=related
        )
        run = replace(results, findings=(finding,), lines=lambda _path: text.split("\n"))
        return FORMAT.write(run, look or Look()).split("\n")[2:-2]

    return write


@pytest.mark.parametrize(
    "name", ["Welcome letter", "ようこそ", "Grüße 🎉", "e\u0301te\u0301", "a\tb"]
)
def test_marks_stand_under_what_they_mark_in_any_script(shown, name):
    text = f"what: {name} who"
    _, source, marks = shown(text, 1, 7, 1, 7 + len(name))
    before, marked = source.split("what: ")[0] + "what: ", name.replace("\t", "    ")
    assert marks == f"  | {' ' * (cell_len(before) - 4)}{'^' * cell_len(marked)} here"


def test_no_line_of_a_file_floods_a_pipe(shown):
    _, source, marks = shown(f"what: [{'x, ' * 100_000}", 1, 60_008, 1, 60_009)
    assert max(len(source), len(marks)) < 10_100
    assert source[marks.index("^")] == "x"


def test_an_insertion_point_is_one_mark(shown):
    assert shown("who:", 1, 5, 1, 5)[-1] == "  |     ^ here"


def test_a_place_of_several_lines_shows_the_first_and_the_last(shown):
    assert shown("a: [\n  1,\n  2,\n  3]\n", 1, 4, 4, 5) == [
        "  |",
        "1 | a: [",
        "  |    ^",
        "  | …",
        "4 |   3]",
        "  |   ^^ here",
    ]


def test_a_place_that_ends_where_a_line_begins_ends_before_it(shown):
    assert shown("a:\n  b\n\nc", 1, 1, 4, 1)[-1] == "  |   ^ here"


def test_a_place_that_ends_after_the_file_ends_with_the_file(shown):
    assert shown("a:\n  b", 1, 1, 3, 1)[-2:] == ["2 |   b", "  |   ^ here"]


def test_an_item_is_followed_by_its_next_line(shown):
    assert shown("- id: a\n  what: Call", 1, 7, 1, 8)[-1] == "2 |   what: Call"


@pytest.mark.parametrize("text", ["- id: a\n- id: b", "- id: a", "- id: a\n", "id: a\n  b"])
def test_what_is_not_of_the_item_does_not_follow_it(shown, text):
    assert len(shown(text, 1, 7, 1, 8)) == 3


def test_a_file_as_a_whole_has_no_excerpt_but_its_label(shown):
    assert shown("a: b", 0, 0) == ["  = here"]


def test_a_place_beyond_the_file_has_no_excerpt(shown):
    assert shown("a: b", 7, 1, 7, 4) == ["  = here"]


def test_a_related_place_without_a_text_still_has_its_message(shown):
    gone = Related(Span("b.yaml", 9, 1, 9, 2), "declared here")
    assert shown("a: b", 1, 1, 1, 2, related=(gone,))[-3:] == [
        "  |",
        " ::: b.yaml:9:1",
        "  = declared here",
    ]


def test_a_long_line_is_cut_around_the_mark_on_a_terminal(shown):
    _, source, marks = shown("x" * 300 + " who " + "y" * 300, 1, 302, 1, 305, look=Look(width=60))
    assert (cell_len(source), source[source.index("who") - 2]) == (60, "x")
    assert marks.index("^^^ here") == source.index("who")


def test_a_long_wide_mark_is_cut_on_a_terminal(shown):
    _, source, marks = shown("what: " + "界" * 99, 1, 7, 1, 106, look=Look(width=40))[:3]
    assert max(cell_len(source), cell_len(marks)) <= 40
    assert source.endswith("界…")


def test_nothing_is_cut_in_a_pipe(shown):
    assert len(shown("x" * 5000, 1, 1, 1, 5001)[1]) == 5004


def test_a_long_label_goes_on_under_the_mark(shown):
    label = "teams are declared here: " + "marketing, sales, support and delivery " * 2
    rows = shown("who: nobody", 1, 6, 1, 12, label=label.strip(), look=Look(width=60))
    assert rows[2:4] == [
        "  |      ^^^^^^",
        "  |      teams are declared here: marketing, sales, support",
    ]
    assert max(map(len, rows)) <= 60
