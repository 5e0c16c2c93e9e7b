"""A workspace's own rules, written without code."""

import textwrap

import pytest

from cxmap.finding import Finding
from cxmap.lint import samples
from cxmap.lint.run import Wanted, lint, validate

JOURNEY = """journey: onboarding
title: New customer
tags: [b2b]
owner: sales
customers: [buyer]
stages:
  - name: I sign up
    goal: Know what happens next
    touchpoints:
      - id: letter
        what: Welcome letter
        who: Marketing
        with: [sales]
        how: [letter, email]
        when: {after: signing, within: 2 business days, takes: 3 to 6 days}
        emotion: {buyer: -1}
        moment_of_truth: true
        importance: 5
        pains: [It names the wrong contact, It is late]
        x-risk: high
      - {id: call, what: Kick-off call, who: TBD, how: phone, importance: 2}
  - name: I use it
    touchpoints: []
"""
LIBRARY = """teams: [{id: marketing, name: Marketing}, {id: sales}]
customers: [{id: buyer, name: Buyer}]
metrics:
  - {id: csat, kind: csat, name: Satisfaction, target: 80%}
  - {id: wait, kind: duration, name: Wait, target: 2 hours}
actions: [{id: call-back, title: Call back, owner: sales, due: 2026-11-01, status: live, live: 2026-10-01}]
"""


def workspace(rule: str) -> dict[str, str]:
    body = textwrap.indent(textwrap.dedent(rule).strip(), "      ").strip()
    return {
        "cxmap.yaml": f"lint:\n  custom:\n    - {body}\n",
        "journeys/a.yaml": JOURNEY,
        "library.yaml": LIBRARY,
    }


def found(rule: str) -> list[Finding]:
    wanted = Wanted(select=("own",))
    return list(lint(samples.load(workspace(rule)), samples.TODAY, wanted).findings)


def spoken_of(subject: str, where: str = "{}", require: str = "{}") -> list[str]:
    rule = f"id: own\nsubject: {subject}\nwhere: {where}\nrequire: {require}\nmessage: is wrong"
    return [f.item.rpartition("/")[2].rpartition("#")[2].rpartition(":")[2] for f in found(rule)]


def meets(subject: str, condition: str) -> list[str]:
    """The items that fulfil a condition: of those it is required that they do not."""
    return spoken_of(subject, where=condition, require="{x-nothing: {given: true}}")


@pytest.mark.parametrize(
    ("condition", "items"),
    [
        ("{what: welcome LETTER}", ["letter"]),
        ("{what: {contains: LETTER}}", ["letter"]),
        ("{what: {longest: 13}}", ["call"]),
        ("{what: {shortest: 14}}", ["letter"]),
        ("{who: marketing}", ["letter"]),
        ("{who: {given: false}}", ["call"]),
        ("{who: [sales, marketing]}", ["letter"]),
        ("{who: {none_of: [sales]}}", ["letter", "call"]),
        ("{who: {none_of: [Marketing]}}", ["call"]),
        ("{with: Sales}", ["letter"]),
        ("{how: letter}", ["letter"]),
        ("{how: [phone, sms]}", ["call"]),
        ("{how: {all_of: [email, letter]}}", ["letter"]),
        ("{how: {none_of: [email]}}", ["call"]),
        ("{how: {at_least: 2}}", ["letter"]),
        ("{how: {at_most: 1}}", ["call"]),
        ("{emotion: {at_most: -1}}", ["letter"]),
        ("{emotion: -1}", ["letter"]),
        ("{importance: {at_least: 3}}", ["letter"]),
        ("{importance: [1, 2]}", ["call"]),
        ("{moment_of_truth: true}", ["letter"]),
        ("{moment_of_truth: no}", ["call"]),
        ("{when: {given: false}}", ["call"]),
        ("{when: {within: {at_most: 1 week}}}", ["letter"]),
        ("{when: {within: {at_most: 1 business day}}}", []),
        ("{when: {takes: {at_least: 5 days}}}", ["letter"]),
        ("{when: {after: signing}}", ["letter"]),
        ("{pains: {at_least: 2}}", ["letter"]),
        ("{pains: {some: {text: {contains: late}}}}", ["letter"]),
        ("{pains: {every: {text: {contains: late}}}}", ["call"]),
        ("{pains: {no: {text: {contains: late}}}}", ["call"]),
        ("{x-risk: high}", ["letter"]),
        ("{x-risk: {given: false}}", ["call"]),
        ("{not: {how: phone}}", ["letter"]),
        ("[{how: phone}, {who: marketing}]", ["letter", "call"]),
        ("{how: phone, who: marketing}", []),
        ("{in_stage: {goal: {given: true}}}", ["letter", "call"]),
        ("{in_journey: {tags: b2c}}", []),
        ("{in_journey: {tags: b2b, state: current}}", ["letter", "call"]),
    ],
)
def test_a_condition_on_a_touchpoint_means_what_it_says(condition: str, items: list[str]) -> None:
    assert meets("touchpoint", condition) == items


@pytest.mark.parametrize(
    ("subject", "condition", "items"),
    [
        ("stage", "{touchpoints: {at_most: 0}}", ["i-use-it"]),
        ("stage", "{touchpoints: {some: {moment_of_truth: true}}}", ["i-sign-up"]),
        ("stage", "{touchpoints: {some: {in_stage: {goal: {given: true}}}}}", ["i-sign-up"]),
        ("journey", "{stages: {some: {touchpoints: {some: {who: sales}}}}}", []),
        ("journey", "{customers: buyer, owner: sales}", ["onboarding@current"]),
        ("metric", "{target: {at_least: 50%}}", ["csat"]),
        ("metric", "{target: {at_most: 1 day}}", ["wait"]),
        ("metric", "{kind: [csat, nps]}", ["csat"]),
        ("action", "{due: {after: 2026-10-31}, live: {before: 2026-10-02}}", ["call-back"]),
        ("team", "{name: {given: false}}", ["sales"]),
        ("customer", "{goals: {given: false}}", ["buyer"]),
    ],
)
def test_a_condition_on_other_parts_means_what_it_says(
    subject: str, condition: str, items: list[str]
) -> None:
    assert meets(subject, condition) == items


def test_a_gap_stands_on_the_field_that_breaks_the_rule_and_names_the_item() -> None:
    rule = """
    id: own
    subject: touchpoint
    where: {moment_of_truth: true}
    require: {how: letter, emotion: {at_least: 0}}
    severity: error
    message: feels bad
    why: nobody comes back to what feels bad
    hint: make it better
    """
    (gap,) = found(rule)
    assert (gap.message, gap.field, gap.severity.word) == (
        '"Welcome letter": feels bad',
        "emotion",
        "error",
    )
    assert JOURNEY.splitlines()[gap.span.line - 1].strip() == "emotion: {buyer: -1}"
    assert (gap.why, gap.hint) == ("nobody comes back to what feels bad", "make it better")
    assert gap.item == "onboarding@current/letter"


def test_a_message_may_say_where_the_name_goes() -> None:
    rule = "id: own\nsubject: team\nrequire: {lead: {given: true}}\nmessage: nobody leads {name}"
    assert [gap.message for gap in found(rule)] == [
        'nobody leads "Marketing"',
        'nobody leads "sales"',
    ]


def slips(rule: str) -> list[tuple[str, str]]:
    """What is wrong with the settings: the text that is marked, and what is said of it."""
    files = workspace(rule)
    lines = files["cxmap.yaml"].splitlines()
    findings = validate(samples.load(files), samples.TODAY).findings
    return [
        (
            lines[f.span.line - 1][f.span.column - 1 : f.span.end_column - 1],
            f"{f.message}; {f.label}",
        )
        for f in findings
        if f.severity.word == "error"
    ]


@pytest.mark.parametrize(
    ("where", "marked", "said"),
    [
        ("{emotoin: 1}", "emotoin", "a touchpoint has no field `emotoin`; did you mean `emotion`?"),
        (
            "{in_journey: {titel: x}}",
            "titel",
            "a journey has no field `titel`; did you mean `title`?",
        ),
        (
            "{when: {withn: 1 day}}",
            "withn",
            "a timeline has no field `withn`; did you mean `within`?",
        ),
        ("{pains: {some: {txt: x}}}", "txt", "a pain has no field `txt`; did you mean `text`?"),
        (
            "{how: {any_off: x}}",
            "any_off",
            "`any_off` cannot be said of `how`; did you mean `any_of`?",
        ),
        ("{how: {contains: x}}", "contains", "`contains` cannot be said of `how`; "),
        ("{what: {at_least: 1}}", "at_least", "`at_least` cannot be said of `what`; "),
        (
            "{who: marketting}",
            "marketting",
            "no team has the id or name `marketting`; did you mean `marketing`?",
        ),
        (
            "{how: [email, lettr]}",
            "lettr",
            "no channel has the id or name `lettr`; did you mean `letter`?",
        ),
        (
            "{met: mised}",
            "mised",
            "`mised` is none of missed, met, exceeded, did you mean `missed`?; ",
        ),
        ("{emotion: 7}", "7", "`7` is not a whole number from −2 to 2; "),
        ("{moment_of_truth: maybe}", "maybe", "`maybe` is neither yes nor no; "),
        (
            "{when: {within: 3 dys}}",
            "3 dys",
            "`3 dys`: `dys` is no unit of time, did you mean `days`?; ",
        ),
        ("{who: {given: perhaps}}", "perhaps", "`given` takes true or false; "),
        ("{what: {longest: long}}", "long", "`longest` takes a number; "),
        ("{pains: late}", "late", "say something of `pains`, such as `{given: true}`; "),
        (
            "{in_stage: letter}",
            "letter",
            "conditions are keys with values, such as `{how: letter}`; ",
        ),
    ],
)
def test_a_slip_in_a_condition_is_told_at_its_place(where: str, marked: str, said: str) -> None:
    rule = f"id: own\nsubject: touchpoint\nwhere: {where}\nrequire: {{}}\nmessage: x"
    assert slips(rule) == [(marked, said)]


def test_a_rule_without_what_it_needs_is_told_like_any_part() -> None:
    assert slips("id: own\nsubject: touchpont\nrequire: {}\nmessage: x")[0][0] == "touchpont"
    assert "keys with values" in slips("id: own\nsubject: team\nrequire: lead\nmessage: x")[0][1]
    assert "needs `require`" in slips("id: own\nsubject: touchpoint\nmessage: x")[0][1]


def test_a_name_that_is_taken_is_told() -> None:
    rule = "id: stale-map\nsubject: team\nrequire: {lead: {given: true}}\nmessage: x"
    assert slips(rule) == [("stale-map", "there is a rule `stale-map` already; ")]


def test_an_own_rule_can_be_ignored_spared_and_accepted_like_any_other() -> None:
    rule = "id: own\nsubject: touchpoint\nrequire: {note: {given: true}}\nmessage: x"
    files = workspace(rule)
    files["cxmap.yaml"] += '  per_file: {"journeys/**": own}\n'
    assert not lint(samples.load(files), samples.TODAY, Wanted(select=("own",))).findings
    files = workspace(rule)
    files["journeys/a.yaml"] = "# cxmap: ignore-file[own] later\n" + JOURNEY
    gaps = lint(samples.load(files), samples.TODAY, Wanted(select=("own",))).findings
    assert [gap.suppressed for gap in gaps] == ["later", "later"]


def test_an_error_of_an_own_rule_is_one_in_every_profile() -> None:
    rule = "id: own\nsubject: team\nseverity: error\nrequire: {lead: {given: true}}\nmessage: x"
    files = workspace(rule)
    for profile in ("starter", "strict"):
        wanted = Wanted(profile, select=("own",))
        gaps = lint(samples.load(files), samples.TODAY, wanted).findings
        assert {gap.severity.word for gap in gaps} == {"error"}
