"""What to write where a channel is not known."""

from datetime import date

import pytest

from cxmap.lint import samples
from cxmap.lint.run import Wanted, lint

JOURNEY = "journey: a\nstages:\n  - name: I ask\n    touchpoints:\n      - {line}\n"


@pytest.mark.parametrize(
    ("line", "with_bars", "long"),
    [
        (
            "Call - the day after - Phone - Sales - soon",
            "Call - the day after | Phone | Sales | soon",
            "{what: Call - the day after, how: Phone, who: Sales, when: soon}",
        ),
        (
            "Call - day - after - Phone",
            "Call - day - after | Phone",
            "{what: Call - day - after, how: Phone}",
        ),
        (
            "Website - login, help",
            "Website - login, help | <channel>",
            '{what: "Website - login, help", how: <channel>}',
        ),
        (
            "Cheque – Fax – Billing – within 2 days – or so",
            "Cheque – Fax | <channel> | Billing | within 2 days – or so",
            "{what: Cheque – Fax, how: <channel>, who: Billing, when: within 2 days – or so}",
        ),
    ],
)
def test_a_dash_in_a_name_is_shown_with_bars_and_in_the_long_form(gaps, line, with_bars, long):
    (gap,) = gaps({"a.yaml": JOURNEY.format(line=line)}, "unknown-channel")
    assert f"`{with_bars}`" in gap.hint
    assert f"`{long}`" in gap.hint
    for better in (with_bars, long):
        sound = JOURNEY.format(line=better.replace("<channel>", "phone"))
        assert not gaps({"a.yaml": sound}, "unknown-channel")


def test_a_dash_that_moves_the_channel_to_the_team_is_one_finding() -> None:
    teams = "teams: [{id: sales}]\n"
    text = JOURNEY.format(line="Letter - with the card - Email - sales") + teams
    wanted = Wanted(select=("unknown-reference", "unknown-channel"))
    found = lint(samples.load({"a.yaml": text}), date(2026, 10, 15), wanted).findings
    assert [f.rule for f in found] == ["unknown-reference"]


@pytest.mark.parametrize(
    "line", ["Cheque | fax | Billing", "{what: Cheque - copy, how: fax}", "Cheque -fax -Billing -"]
)
def test_nothing_is_said_of_dashes_where_none_plainly_parts(gaps, line):
    (gap,) = gaps({"a.yaml": JOURNEY.format(line=line)}, "unknown-channel")
    assert "dash" not in gap.hint


@pytest.mark.parametrize(
    ("written", "meant"),
    [("emial", "email"), ("Telephone", "phone"), ("in person", "face-to-face")],
)
def test_a_slip_and_a_common_other_name_can_be_put_right(gaps, written, meant):
    text = JOURNEY.format(line=f"{{what: Answer, how: {written}}}")
    (gap,) = gaps({"a.yaml": text}, "unknown-channel")
    assert gap.label == f"did you mean `{meant}`?"
    (edit,) = gap.fix.edits
    line = text.splitlines()[edit.span.line - 1]
    assert line[edit.span.column - 1 : edit.span.end_column - 1] == written
    assert edit.text == meant
