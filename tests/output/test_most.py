from dataclasses import replace

import pytest

from cxmap.about import About
from cxmap.finding import Severity
from cxmap.output.findings import concise, full, grouped
from cxmap.output.results import Look
from cxmap.source.span import Span

TEXTS = [concise.FORMAT, full.FORMAT, grouped.FORMAT]


def test_a_pipe_gets_everything(many):
    assert concise.FORMAT.write(many, Look()).count("\n") == 61


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
def test_a_terminal_gets_ten_and_a_line_for_each_rule_of_the_rest(many, text):
    written = text.write(many, Look(width=80))
    assert written.count("z.yaml:99:1") + written.count("a.yaml:") == 10
    assert "and 21 warnings, 30 notes more:\n" in written
    assert "  10  info     rule-0\n" in written
    assert "`--max 61` shows them all\n" in written


@pytest.mark.parametrize("width", [None, 80])
def test_a_number_that_was_asked_for_holds_everywhere(many, width):
    written = concise.FORMAT.write(many, Look(width=width, most=3))
    assert written.count("unknown") + written.count("a.yaml") == 3


def test_what_is_shown_keeps_its_order_but_is_what_matters_most(many):
    lines = concise.FORMAT.write(many, Look(most=2)).split("\n")[:2]
    assert [line.split(":")[:2] for line in lines] == [["a.yaml", "41"], ["z.yaml", "99"]]


def test_moments_of_truth_come_before_other_errors(many):
    written = grouped.FORMAT.write(many, Look())
    assert written.index("a.yaml:41:1") < written.index("z.yaml:99:1") < written.index("a.yaml:1:1")


def test_no_line_of_a_group_is_wider_than_the_terminal(results):
    written = grouped.FORMAT.write(results, Look(width=70))
    assert max(map(len, written.split("\n"))) <= 70


def test_only_lint_has_an_option_to_show_more(many):
    assert "--max" not in concise.FORMAT.write(replace(many, command="validate"), Look(most=1))


def test_accepted_findings_are_left_out_of_every_text(results):
    assert not any("customer-without-usage" in text.write(results, Look()) for text in TEXTS)


@pytest.mark.parametrize("height", [24, 40, 60])
def test_a_screen_shows_what_fits_and_three_at_least(many, height):
    written = grouped.FORMAT.write(many, Look(width=80, height=height))
    shown = written.count("z.yaml:99:1") + written.count("a.yaml:")
    assert 3 <= shown <= 10
    assert shown == 3 or written.count("\n") + 4 <= height
    assert f"`--max {len(many.findings)}` shows them all\n" in written


def test_a_higher_screen_shows_more(many):
    low, high = (grouped.FORMAT.write(many, Look(width=80, height=h)) for h in (30, 90))
    assert low.count("a.yaml:") < high.count("a.yaml:")


def test_what_a_profile_makes_less_of_still_comes_first(many):
    gap, *others = [f for f in many.findings if f.severity is Severity.WARNING and not f.moment][
        -2:
    ]
    rules = (About(gap.rule, "", severity=Severity.ERROR), About("other", ""))
    others = [replace(finding, rule="other") for finding in others]
    run = replace(many, findings=(*others, gap), rules=rules)
    lines = concise.FORMAT.write(run, Look(most=1)).split("\n")
    assert gap.rule in lines[0]


def test_what_to_do_is_said_once_where_it_is_always_the_same(many):
    note = replace(many.findings[0], hint="`who: <team>`", why="")
    again = [replace(note, span=Span("a.yaml", line, 1, line, 2)) for line in (1, 2, 3)]
    other = replace(note, hint="`who: sales`", span=Span("a.yaml", 4, 1, 4, 2))
    written = grouped.FORMAT.write(replace(many, findings=(*again, other)), Look())
    assert (written.count("`who: <team>`"), written.count("`who: sales`")) == (1, 1)


def test_a_screen_gets_a_few_lines_about_the_rest(many):
    rules = [replace(f, rule=f"rule-{n}") for n, f in enumerate(many.findings)]
    written = grouped.FORMAT.write(replace(many, findings=rules), Look(width=80, height=50))
    about = written.partition("more:\n")[2].strip().splitlines()
    assert len(about) == 8
    assert about[-2].endswith(" lines like these: `--statistics` has all")


def test_a_reason_stands_where_a_reader_first_comes_by_it(many):
    gap = replace(many.findings[0], rule="gap", why="so", label="", moment=False)
    worse = replace(gap, rule="worse", severity=Severity.ERROR)
    above = replace(gap, message="above", span=Span("a.yaml", 1, 1, 1, 2), trail=("J", "Early"))
    below = [replace(f, span=Span("b.yaml", 1, 1, 1, 2), trail=("J", "Bad")) for f in (worse, gap)]
    written = grouped.FORMAT.write(replace(many, findings=(above, *below)), Look())
    assert written.count("why: so") == 2  # once for each of the two rules
    assert written.rindex("why: so") < written.index("above")
