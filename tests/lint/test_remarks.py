"""Gaps that are accepted with a remark in the file."""

from datetime import date

import pytest

from cxmap.finding import Finding
from cxmap.lint import samples
from cxmap.lint.run import Wanted, lint

TODAY = date(2026, 10, 15)
OWNER = "touchpoint-without-owner"
REMARK = f"# cxmap: ignore[{OWNER}] agreed with the board"


def found(text: str, *rules: str, others: dict[str, str] | None = None) -> list[Finding]:
    wanted = Wanted(select=(*(rules or (OWNER,)), "bad-suppression"))
    return list(lint(samples.load({"a.yaml": text, **(others or {})}), TODAY, wanted).findings)


def said(text: str, *rules: str) -> list[tuple[int, str]]:
    """Line and message of every remark that is found wanting."""
    return [(f.span.line, f.message) for f in found(text, *rules) if f.rule == "bad-suppression"]


def owners(text: str) -> dict[str, str | None]:
    """The reasons by which touchpoints without an owner are accepted, by the touchpoint."""
    return {f.item.rpartition("/")[2]: f.suppressed for f in found(text) if f.rule == OWNER}


def a_map(*lines: str) -> str:
    head = "journey: onboarding\nstages:\n  - name: I sign up\n    touchpoints:\n"
    return head + "".join(f"      {line}\n" for line in lines)


@pytest.mark.parametrize(
    "lines",
    [
        (f"- what: Call  {REMARK}", "  how: phone", "- what: Letter"),
        (REMARK, "- what: Call", "  how: phone", "- what: Letter"),
        ("- what: Call", f"  how: phone  {REMARK}", "- what: Letter"),
        ("- what: Call", f"  {REMARK}", "  how: phone", "- what: Letter"),
        (f"- {{what: Call, how: phone}}  {REMARK}", "- what: Letter"),
        (f"- {{what: Call,  {REMARK}", "   how: phone}", "- what: Letter"),
        ("- {what: Call,", f"   how: phone}}  {REMARK}", "- what: Letter"),
        (f"- Call - phone  {REMARK}", "- Letter"),
        (REMARK, "- Call - phone", "- Letter"),
        (REMARK, "", "# Another word", "- Call - phone", "- Letter"),
        (f"- 'Call - phone'  {REMARK}", "- Letter"),
        (f"- what: Call\t{REMARK}", "- what: Letter"),
        (f"- what: Call  # CXMAP: Ignore[{OWNER.title()}] agreed with the board", "- what: Letter"),
    ],
)
def test_a_remark_on_or_above_a_touchpoint_accepts_its_gap_alone(lines: tuple[str, ...]) -> None:
    assert owners(a_map(*lines)) == {"call": "agreed with the board", "letter": None}
    assert said(a_map(*lines)) == []


def test_a_remark_on_a_stage_covers_its_touchpoints_and_no_others() -> None:
    text = f"""journey: onboarding
stages:
  - name: I sign up  {REMARK}
    touchpoints:
      - Call
      - what: Letter
        how: letter
  - name: I use it
    touchpoints: [Visit]
"""
    reason = "agreed with the board"
    assert owners(text) == {"call": reason, "letter": reason, "visit": None}


def test_a_remark_above_a_stage_covers_it_too() -> None:
    text = f"""journey: onboarding
stages:
  {REMARK}
  - name: I sign up
    touchpoints: [Call, Letter]
  - {{name: I use it, touchpoints: [Visit]}}
"""
    reason = "agreed with the board"
    assert owners(text) == {"call": reason, "letter": reason, "visit": None}


def test_a_remark_on_a_stage_of_one_line_covers_what_is_in_it() -> None:
    text = "journey: x\nstages:\n" + f"  - {{name: I sign up, touchpoints: [Call]}}  {REMARK}\n"
    assert owners(text) == {"call": "agreed with the board"}


def test_a_remark_on_the_first_line_covers_the_whole_journey() -> None:
    text = a_map("- Call", "- Letter").replace("onboarding\n", f"onboarding  {REMARK}\n")
    assert set(owners(text).values()) == {"agreed with the board"}


def test_a_remark_for_the_file_covers_all_of_it() -> None:
    text = f"# The journey of new customers.\n# cxmap: ignore-file[{OWNER}] inherited\n" + a_map(
        "- Call"
    )
    assert owners(text) == {"call": "inherited"}
    assert said(text) == []


def test_a_remark_for_the_file_counts_only_at_its_top() -> None:
    text = a_map("- Call") + f"# cxmap: ignore-file[{OWNER}] inherited\n"
    assert owners(text) == {"call": None}
    ((line, message),) = said(text)
    assert (line, message.startswith("`ignore-file` counts only")) == (6, True)


def test_a_remark_covers_items_of_other_sections() -> None:
    text = """customers:
  # cxmap: ignore[customer-without-goals] to be asked in spring
  - {id: buyer, name: Buyer}
  - {id: admin, name: Administrator}
"""
    rule = "customer-without-goals"
    gaps = {f.item: f.suppressed for f in found(text, rule) if f.rule == rule}
    assert gaps == {"customer:buyer": "to be asked in spring", "customer:admin": None}


@pytest.mark.parametrize(
    "line",
    [
        f'- what: "Call {REMARK}"',
        f"- 'Call {REMARK}'",
        f"- what: |\n          Call {REMARK}",
        f"- what: Call\n        note: >-\n          see\n          {REMARK}\n",
    ],
)
def test_what_stands_inside_a_text_is_no_remark(line: str) -> None:
    assert set(owners(a_map(line)).values()) == {None}
    assert said(a_map(line)) == []


def test_several_rules_may_stand_in_one_remark_each_judged_by_itself() -> None:
    text = a_map(f"- Call - phone  # cxmap: ignore[{OWNER}, touchpoint-without-channel] agreed")
    assert owners(text) == {"call": "agreed"}
    message = "there is nothing here that `touchpoint-without-channel` would find"
    assert said(text, OWNER, "touchpoint-without-channel") == [(5, message)]


@pytest.mark.parametrize(
    ("remark", "message"),
    [
        (f"ignore[{OWNER}]", "the remark gives no reason"),
        (f"ignore[{OWNER}] until=2027-01-31", "the remark gives no reason"),
        (f"ignore[{OWNER}] - ", "the remark gives no reason"),
        ("ignore agreed", "the remark does not say which rule it accepts"),
        ("ignore[] agreed", "the remark does not say which rule it accepts"),
        ("ignore[*] agreed", "there is no rule `*`"),
        ("ignore[all] agreed", "there is no rule `all`"),
        (
            "ignore[touchpoint-without-ownr] agreed",
            f"there is no rule `touchpoint-without-ownr`, did you mean `{OWNER}`?",
        ),
        (f"ignor[{OWNER}] agreed", "`ignor` is not a remark cxmap knows, did you mean `ignore`?"),
        (f"IGNORE[{OWNER}] agreed Until=spring", "`spring` is not a date"),
        (
            f"ignore[{OWNER}] agreed until=2026-10-14",
            f"the time for accepting `{OWNER}` ended on 2026-10-14",
        ),
    ],
)
def test_a_remark_that_counts_for_nothing_is_told(remark: str, message: str) -> None:
    text = a_map(f"- Call  # cxmap: {remark}")
    assert said(text) == [(5, message)]
    assert owners(text) == {"call": None}


def test_a_remark_is_in_force_on_its_last_day() -> None:
    text = a_map(f"- Call  # cxmap: ignore[{OWNER}] agreed until=2026-10-15")
    assert owners(text) == {"call": "agreed"}
    assert said(text) == []


def test_that_a_remark_ended_hangs_on_the_date_alone() -> None:
    text = a_map(f"- Call  # cxmap: ignore[{OWNER}] agreed until=2026-01-31")
    (told,) = (f for f in found(text) if f.rule == "bad-suppression")
    assert told.clock
    assert told.severity.word == "warning"


def test_a_remark_with_nothing_to_accept_is_told() -> None:
    text = a_map(f"- Call - phone - sales  {REMARK}")
    assert said(text) == [(5, f"there is nothing here that `{OWNER}` would find")]


def test_that_there_is_nothing_to_accept_is_said_only_of_rules_that_ran() -> None:
    text = a_map("- Call - phone - sales  # cxmap: ignore[vague-timeline] agreed")
    assert said(text, OWNER) == []


def test_a_rule_that_the_settings_spare_the_file_did_not_run_there() -> None:
    settings = f'lint: {{per_file: {{"a.yaml": {OWNER}}}}}\n'
    text = a_map(f"- Call  {REMARK}")
    assert found(text, others={"cxmap.yaml": settings}) == []


def test_errors_of_reading_can_be_accepted_too() -> None:
    text = a_map("- {what: Call, who: nobody}  # cxmap: ignore[unknown-reference] comes in May")
    others = {"teams.yaml": "teams: [{id: sales}]\n"}
    errors = [f for f in found(text, others=others) if f.rule == "unknown-reference"]
    assert [f.suppressed for f in errors] == ["comes in May"]


def test_a_remark_may_stand_in_a_file_with_windows_line_ends() -> None:
    text = a_map(REMARK, "- what: Call", "  how: phone", "- what: Letter").replace("\n", "\r\n")
    assert owners(text) == {"call": "agreed with the board", "letter": None}


def test_ordinary_comments_are_left_alone() -> None:
    text = a_map("- Call - phone - sales  # cxmap is fine, ignore this", "# see cxmap.dev: ignore")
    assert said(text) == []
