"""What differs in meaning between a touchpoint and what it becomes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.loading.discover import Place
from cxmap.loading.workspace import read
from cxmap.model.changes import KEYS, differs
from cxmap.model.meaning import Names
from cxmap.source.tree import Memory

LIBRARY = """
teams: [{id: sales, name: Sales team}, {id: support}]
metrics: [{id: csat, name: Satisfaction, kind: csat}]
customers: [{id: buyer, name: First-time buyer}, {id: clerk}]
channels: [{id: portal, name: Our portal}]
"""


def touchpoint(*lines: str):
    """A touchpoint with some answers, in a map with a letter and a call, and what names mean."""
    text = "journey: joining\nstages:\n- name: I sign up\n  touchpoints:\n  - what: Letter\n"
    text += "  - {what: First call, id: call}\n  - what: Contract\n"
    text += "".join(f"    {line}\n" for line in lines)
    files = {"map.yaml": text.encode(), "library.yaml": LIBRARY.encode()}
    workspace = read(Place(Path("nowhere"), None), Memory(files)).workspace
    journey = workspace.journeys[0]
    return journey.stages[0].touchpoints[2], Names(workspace, journey)


def changed(before: str, after: str, **options: bool) -> tuple[str, ...]:
    (one, was), (other, now) = touchpoint(before), touchpoint(after)
    return differs(one, other, was, now, **options)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("who: sales", "who: Sales Team"),
        ("who: nobody-declared", "who: Nobody declared"),
        ("with: [sales, support]", "with: [support, Sales team]"),
        ("how: [email, Our portal]", "how: [portal, Email]"),
        ("measures: Satisfaction", "measures: [csat]"),
        ("emotion: {buyer: 1, clerk: -1}", "emotion: {clerk: -1, First-time buyer: 1}"),
        ("expectation: I know who calls", 'expectation: "I know who calls."'),
        ("pains: [It is late, It is long]", "pains: [{text: It is long, id: long}, It is late]"),
        ("when: {within: 24 hours}", "when: Within 1 day"),
        ("when: {after: call, within: 2 days}", "when: within 2 days of the first call"),
        ("when: On the day we meet", "when: on the day we meet"),
        ("when: {every: 1 year}", "when: {every: 12 months, note: a habit}"),
    ],
)
def test_the_same_said_otherwise_is_no_change(before, after):
    assert changed(before, after) == ()


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        ("who: sales", "who: support", "who"),
        ("who: customer", "who: support", "who"),
        ("with: [sales]", "with: [sales, support]", "with"),
        ("if: It is late", "if: It is early", "if"),
        ("how: phone", "how: email", "how"),
        ("measures: [csat]", "measures: [csat, nps]", "measures"),
        ("emotion: 0", "emotion: 1", "emotion"),
        ("moment_of_truth: true", "moment_of_truth: false", "moment_of_truth"),
        ("when: {within: 2 days}", "when: {within: 2 business days}", "when"),
        ("when: {at: letter}", "when: {after: letter}", "when"),
        ("when: {at: call, nth: 3}", "when: {at: call, nth: 4}", "when"),
        ("when: Upon signing of contract", "when: {at: call}", "when"),
        ("when: When we can", "when: When you can", "when"),
        ("when: {within: 2 days, takes: 3 days}", "when: {within: 2 days}", "takes"),
        ("standard: We ring back", "", "standard"),
        ("", "standard: We ring back", "standard"),
    ],
)
def test_another_answer_is_a_change_of_its_key(before, after, key):
    assert changed(before, after) == (key,)


def test_an_answer_that_is_left_out_counts_only_where_that_is_asked_for():
    assert changed("who: sales", "how: phone", left_out=False) == ("how",)
    late = "when: {within: 2 days, takes: 3 days}"
    assert changed(late, "when: {within: 2 days}", left_out=False) == ()


def test_an_event_is_the_same_where_its_touchpoint_lives_on_under_another_id():
    (one, was), (other, now) = (
        touchpoint("when: {after: letter}"),
        touchpoint("when: {after: call}"),
    )
    becomes = Names(was.workspace, was.journey, {"letter": "call"})
    assert differs(one, other, was, now) == ("when",)
    assert differs(one, other, becomes, now) == ()


def test_changes_come_in_the_usual_order_of_keys():
    (one, was), (other, now) = touchpoint(), touchpoint("emotion: 1", "how: phone", "who: sales")
    found = differs(one, other, was, now)
    assert found == tuple(key for key in KEYS if key in found) == ("who", "how", "emotion")


ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "who": st.sampled_from(["sales", "Support", "customer"]),
        "how": st.sampled_from(["phone", "[email, portal]"]),
        "when": st.sampled_from(["{within: 1 day}", "Every 2 weeks", "{after: letter}"]),
        "emotion": st.sampled_from(["-1", "{buyer: 2}"]),
    },
)


@given(ANSWERS, ANSWERS)
def test_nothing_differs_from_itself_and_the_way_back_changes_as_much(before, after):
    (one, was), (other, now) = (
        touchpoint(*(f"{key}: {answer}" for key, answer in answers.items()))
        for answers in (before, after)
    )
    assert differs(one, one, was, was) == ()
    assert differs(one, other, was, now) == differs(other, one, now, was)
