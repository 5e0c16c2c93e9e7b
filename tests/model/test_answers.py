"""What counts as an answer to one of a map's questions."""

from pathlib import Path

import pytest

from cxmap.loading.discover import Place
from cxmap.loading.workspace import read
from cxmap.model.journey import Stage
from cxmap.source.tree import Memory


def stage(*lines: str) -> Stage:
    text = "\n".join(["journey: joining", "stages:", "  - name: I sign up", *lines])
    loaded = read(Place(Path("nowhere"), None), Memory({"map.yaml": text.encode()}))
    return loaded.workspace.journeys[0].stages[0]


@pytest.mark.parametrize("line", ["", "    goal:", "    goal: TBD", '    goal: "?"'])
def test_nothing_and_a_placeholder_are_no_answer(line):
    assert not stage(line).wrote_answer("goal")


@pytest.mark.parametrize("line", ["    measures: []", "    measures: [TBD, TBC]"])
def test_a_list_of_nothing_or_of_placeholders_is_no_answer(line):
    assert not stage(line).wrote_answer("measures")


@pytest.mark.parametrize("line", ["    goal: Know the price", "    goal: [one, two]"])
def test_words_are_an_answer_and_so_is_what_a_finding_refuses(line):
    assert stage(line).wrote_answer("goal")


def test_a_list_of_which_one_item_is_refused_is_answered():
    assert stage("    measures: [{csat: welcome}]").wrote_answer("measures")


def test_zero_is_an_answer_and_a_plain_no_is_none():
    touchpoint = stage("    touchpoints: [{what: Call, emotion: 0}]").touchpoints[0]
    assert touchpoint.wrote_answer("emotion")
    assert not touchpoint.wrote_answer("moment_of_truth")


def test_an_item_is_found_where_it_is_written_though_one_before_it_is_refused():
    named = stage("    measures:", "    - {csat: welcome}", "    - nps")
    assert named.measures == ("nps",)
    assert named.at("measures", 0).line == 6
