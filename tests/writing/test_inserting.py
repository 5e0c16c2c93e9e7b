"""An item is put into any layout, and every byte that was there is there still."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxmap.errors import CxmapError
from cxmap.model.team import Team
from cxmap.model.touchpoint import Touchpoint
from cxmap.source.parse import parse
from cxmap.writing.inserting import Inserted, insert
from cxmap.writing.item import Item, write_item

from . import layouts
from .test_formatting import JOURNEY

TOUCHPOINT = write_item(
    Touchpoint, {"id": ["new"], "what": ["New, at last"], "how": ["sms", "app"]}
)
TEAM = write_item(Team, {"id": ["people"]})


def is_within(old: str, new: str) -> bool:
    """Whether all characters of one text stand in another in their order."""
    rest = iter(new)
    return all(character in rest for character in old)


def inserted(text: str, way: tuple, item: Item) -> Inserted | None:
    """The text with the item; None where it is refused for the one reason there is."""
    try:
        return insert(text, way, item)
    except CxmapError as why:
        if "brackets go over several lines" not in str(why):
            raise
        return None


@settings(max_examples=120, phases=layouts.PHASES)
@given(layouts.layouts(JOURNEY), st.randoms(use_true_random=False), st.sampled_from([0, 1]))
def test_a_touchpoint_is_added_to_any_layout(found, random, stage: int) -> None:
    lines = found[0].replace("\r", "").split("\n")
    text = "".join(line + random.choice(["\n", "\r\n"]) for line in lines[:-1]) + lines[-1]
    done = inserted(text, ("stages", stage, "touchpoints"), TOUCHPOINT)
    if done is None:
        return
    touchpoints = parse(done.text).data["stages"][stage]["touchpoints"]
    assert touchpoints[-1]["what"] == "New, at last"
    assert is_within(text, done.text)
    assert "new" in done.text.splitlines()[done.line - 1]


@settings(max_examples=60, phases=layouts.PHASES)
@given(layouts.layouts(JOURNEY))
def test_a_section_that_is_there_takes_one_more(found) -> None:
    done = inserted(found[0], ("teams",), TEAM)
    if done is None:
        return
    assert parse(done.text).data["teams"][-1]["id"] == "people"
    assert is_within(found[0], done.text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "teams:\n  - id: people\n"),
        ("teams:   # none yet\nx-a: 1\n", "teams:   # none yet\n  - id: people\nx-a: 1\n"),
        ("teams: []  # none yet\n", "teams:  # none yet\n  - id: people\n"),
        ("teams: [ {id: a} ]\n", "teams: [ {id: a}, {id: people} ]\n"),
        ("teams: [{id: a}, ]\n", "teams: [{id: a}, {id: people} ]\n"),
        ("teams:\n- id: a", "teams:\n- id: a\n- id: people\n"),
        ("teams:\n- id: a\n\n- id: b\n\n# end\n", "teams:\n- id: a\n\n- id: b\n\n- id: people\n\n# end\n"),
        ("teams:\n  - id: a\n    note: |\n      b\n", "teams:\n  - id: a\n    note: |\n      b\n  - id: people\n"),
        ("x-a: 1\n", "x-a: 1\n\nteams:\n  - id: people\n"),
        ("{x-a: 1}\n", "{x-a: 1, teams: [{id: people}]}\n"),
    ],
)  # fmt: skip
def test_a_list_is_begun_or_goes_on_as_it_began(before: str, after: str) -> None:
    assert insert(before, ("teams",), TEAM).text == after
