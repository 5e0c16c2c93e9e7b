"""Where a gap about a missing answer stands, and what is printed under it."""

import pytest

JOURNEY = "journey: a\nstages:\n  - name: I ask\n    touchpoints:\n      - {touchpoint}\n"


@pytest.mark.parametrize(
    ("touchpoint", "marked", "label"),
    [
        ("{id: call, what: Call back}", "call", "no `who` here"),
        ("{what: Call back}", "Call back", "no `who` here"),
        ("{what: Call back, who: }", "who", "nothing is written here"),
        ('{what: Call back, who: ""}', '""', "not answered yet"),
        ("{what: Call back, who: TBD}", "TBD", "not answered yet"),
        ("Call back - Phone - ? - within 2 days", "?", "not answered yet"),
        ("Call back - Phone", "Call back", "no `who` here"),
    ],
)
def test_a_missing_answer_is_marked_where_it_would_be_written(gaps, touchpoint, marked, label):
    text = JOURNEY.format(touchpoint=touchpoint)
    (gap,) = gaps({"a.yaml": text}, "touchpoint-without-owner")
    line = text.splitlines()[gap.span.line - 1]
    assert line[gap.span.column - 1 : gap.span.end_column - 1] == marked
    assert gap.label == label


def test_an_answer_under_a_misspelt_key_is_told_once_and_not_missing_as_well(cxmap, tmp_path):
    slips = "{what: A, owner: x}\n      - {what: B, team: x}\n      - {what: C, whoo: x}"
    (tmp_path / "a.yaml").write_text(JOURNEY.format(touchpoint=slips))
    options = ("--select", "touchpoint-without-owner", "--no-cache")
    assert cxmap("lint", *options).stdout.count("\n") == 3
