"""How many touchpoints answer each question, as a whole and by map, stage and team."""

from pathlib import Path

import pytest

from cxmap.loading.discover import Place
from cxmap.loading.workspace import read
from cxmap.model.coverage import Breakdown, Listening, break_down, count
from cxmap.source.tree import Memory

MAPS = {
    "joining.yaml": """journey: joining
stages:
  - id: sign
    name: I sign up
    touchpoints:
      - {what: Letter, who: Marketing, how: letter, when: same day, measures: csat}
      - {what: Call, who: sales, how: TBD, when: "?"}
      - {what: Wait, who: customer}
  - id: use
    name: I use it
    touchpoints:
      - {what: Visit, how: [face-to-face]}
      - {what: TBD, who: marketing, how: email}
""",
    "leaving.yaml": "journey: leaving\nstages: [{id: end, name: I go, touchpoints: [Post - letter - Sales]}]\n",
    "library.yaml": """teams: [{id: marketing, name: Marketing}, {id: sales, name: Sales}]
metrics: [{id: csat, kind: csat, name: Satisfaction}]
listening: [{id: box, name: Box, touchpoints: [leaving/post]}]
""",
}


@pytest.fixture(scope="module")
def found() -> Breakdown:
    tree = Memory({path: text.encode() for path, text in MAPS.items()})
    workspace = read(Place(Path("nowhere"), None), tree).workspace
    return break_down(Listening(workspace), workspace.teams, workspace.journeys)


def shares(counts) -> str:
    return "  ".join(f"{had.answered}/{had.asked}" for had in counts.values())


def test_the_whole_counts_every_touchpoint(found: Breakdown) -> None:
    assert list(found.whole) == ["what", "who", "how", "when", "measure", "voice"]
    assert shares(found.whole) == "5/6  4/5  4/5  1/5  2/5  2/5"


def test_maps_and_stages_add_up_to_it(found: Breakdown) -> None:
    assert {name: shares(counts) for name, counts in found.journeys.items()} == {
        "joining@current": "4/5  3/4  3/4  1/4  1/4  1/4",
        "leaving@current": "1/1  1/1  1/1  0/1  1/1  1/1",
    }
    assert {name: shares(counts) for name, counts in found.stages.items()} == {
        "joining@current#sign": "3/3  2/2  1/2  1/2  1/2  1/2",
        "joining@current#use": "1/2  1/2  2/2  0/2  0/2  0/2",
        "leaving@current#end": "1/1  1/1  1/1  0/1  1/1  1/1",
    }


def test_teams_are_found_by_id_or_name_and_nobody_is_one_of_them(found: Breakdown) -> None:
    assert {team: shares(counts) for team, counts in found.teams.items()} == {
        "": "1/1  0/1  1/1  0/1  0/1  0/1",
        "marketing": "1/2  2/2  2/2  1/2  1/2  1/2",
        "sales": "2/2  2/2  1/2  0/2  1/2  1/2",
    }


def test_nothing_is_0_of_0() -> None:
    assert shares(count(Listening.__new__(Listening), ())) == "0/0  0/0  0/0  0/0  0/0  0/0"
