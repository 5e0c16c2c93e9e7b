"""One layout for whatever people write: nothing is lost, and a second time nothing changes."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxmap.model.file import MapFile
from cxmap.source.parse import parse
from cxmap.writing.formatting import format_text
from cxmap.writing.meaning import meaning

from . import layouts

JOURNEY = {
    "journey": "onboarding",
    "title": "A new customer, at last",
    "x-crm": {"b": "1", "a": ["2", "3"]},
    "customers": ["new-buyer", {"id": "owner", "name": "Owner", "pains": ["Waits", "Asks twice"]}],
    "stages": [
        {
            "id": "sign",
            "name": "I sign up",
            "touchpoints": [
                "Letter - email - Sales - same day",
                {
                    "id": "call",
                    "what": "Kick-off call",
                    "who": "sales",
                    "how": ["phone", "video-call"],
                    "when": {"after": "letter", "within": "2 business days"},
                    "emotion": {"new-buyer": "1", "owner": "-1"},
                    "pains": [{"text": "Nobody had read the form", "source": "Interviews"}],
                },
            ],
        },
        {"name": "I wait", "touchpoints": [{"what": "Silence, mostly"}]},
    ],
    "teams": [{"id": "sales", "name": "Sales"}],
    "tags": ["b2b"],
}
LIBRARY = {
    "metrics": [
        {
            "id": "csat",
            "name": "Happy with the welcome",
            "kind": "csat",
            "readings": [
                {"period": "2026-09", "value": "81", "n": "212"},
                {"period": "2026-08", "value": "80"},
            ],
        }
    ],
    "strategy": {
        "intent": "A fresh start, not a chore",
        "reviews": {"who": "leader", "last": "2026-10-05"},
    },
}
NUMBERED = re.compile(r"\((\d+)\)\s*$", re.MULTILINE)


def said(text: str) -> object:
    def plain(raw: object) -> object:
        if isinstance(raw, dict):
            return {key: plain(value) for key, value in raw.items() if isinstance(key, str)}
        return [plain(item) for item in raw] if isinstance(raw, list) else raw

    parsed = parse(text)
    assert not parsed.problems, text
    return plain(parsed.data)


@pytest.mark.parametrize("data", [JOURNEY, LIBRARY], ids=["journey", "library"])
@settings(max_examples=100, phases=layouts.PHASES)
@given(st.data())
def test_any_layout_comes_to_one_and_keeps_every_comment(data: dict, found: st.DataObject) -> None:
    text, comments = found.draw(layouts.layouts(data))
    assert said(text) == data
    after = format_text(text, MapFile)
    assert said(after) == data
    assert sorted(map(int, NUMBERED.findall(after))) == list(range(1, comments + 1))
    assert format_text(after, MapFile) == after
    assert ("\r\n" in after) == ("\r\n" in text)


@settings(max_examples=40, phases=layouts.PHASES)
@given(layouts.layouts(JOURNEY))
def test_a_line_written_out_says_what_it_said(found: tuple[str, int]) -> None:
    text, comments = found
    after = format_text(text, MapFile, expand=True)
    assert "what: Letter" in after
    assert meaning(after) == meaning(text)
    assert sorted(map(int, NUMBERED.findall(after))) == list(range(1, comments + 1))


def test_comments_in_odd_places_find_what_they_are_about(golden) -> None:
    text = (Path(__file__).parent / "messy.yaml").read_text(encoding="utf-8")
    golden("golden/messy.yaml", format_text(text, MapFile))
    golden("golden/messy.expanded.yaml", format_text(text, MapFile, expand=True))
