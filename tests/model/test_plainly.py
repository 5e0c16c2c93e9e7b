"""What is read plainly is what pydantic makes of it, and what pydantic refuses is left to it."""

from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from cxmap.model.file import MapFile
from cxmap.model.plainly import read_plainly
from cxmap.source.document import Document
from cxmap.source.packed import SPANS
from cxmap.source.parse import parse

HOME = Path(__file__).parent.parent.parent
FILES = sorted(
    file
    for folder in ("examples", "templates", "tests/lint/cases")
    for file in (HOME / folder).rglob("*.yaml")
    if file.name != "cxmap.yaml"
)
ANSWERS = (
    *("", "?", "TBD", "x", None, "5", "-1", "2026-01-01", "yes", "draft", "2 days", "A b", "nps"),
    *("current", "target", "Call - phone - sales", "soon", "3 to 6 days", "80%", "https://x.y"),
    *([], ["a"], ["a", None], [["a"]], ["nps", "csat"], {"a": "b"}, {"text": "q"}, [{"id": "a"}]),
)


def read(file):
    text = file.read_text(encoding="utf-8")
    return Document(file.name, text), parse(text).data


def asked(document, raw):
    """What pydantic makes of it; None where it refuses."""
    try:
        return MapFile.model_validate(raw, context=document)
    except ValidationError:
        return None


def with_places(answer):
    """The same as it comes out of a file, where every mapping has places."""
    if isinstance(answer, dict):
        return {**{key: with_places(value) for key, value in answer.items()}, SPANS: bytes(800)}
    return [with_places(item) for item in answer] if isinstance(answer, list) else answer


def containers(raw):
    inside = raw.values() if isinstance(raw, dict) else raw
    yield raw
    for value in inside:
        if isinstance(value, dict | list):
            yield from containers(value)


@st.composite
def spoiled(draw):
    """A real map with other answers, and some of its keys elsewhere or gone."""
    document, raw = read(draw(st.sampled_from(FILES)))
    held = list(containers(raw))
    keys = sorted({key for c in held if isinstance(c, dict) for key in c if key != SPANS})
    for container in draw(st.lists(st.sampled_from(held), min_size=1, max_size=3)):
        answer = with_places(draw(st.sampled_from(ANSWERS)))
        if isinstance(container, list):
            container.append(answer)
        elif draw(st.booleans()):
            container.pop(draw(st.sampled_from(keys)), None)
        else:
            container[draw(st.sampled_from(keys))] = answer
    return document, raw


@settings(max_examples=500)
@given(spoiled())
def test_what_is_read_plainly_is_what_pydantic_makes_of_it(found):
    document, raw = found
    again = deepcopy(raw)
    plain = read_plainly(MapFile, document, raw)
    if plain is not None:
        whole = asked(document, again)
        assert plain == whole
        assert repr(plain) == repr(whole)
        assert list(plain.__dict__) == list(whole.__dict__)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(HOME).as_posix())
def test_every_sound_map_of_ours_is_read_plainly(file):
    document, raw = read(file)
    again = deepcopy(raw)
    assert repr(read_plainly(MapFile, document, raw)) == repr(asked(document, again))


@pytest.mark.parametrize(
    "text",
    [
        "journey: a\nstage: []\n",
        "journey: [a]\n",
        "journey: a\nstate: future\n",
        "journey: a\nstages: [{touchpoints: []}]\n",
        "journey: a\nstages: [{name: I, touchpoints: [{what: A, importance: 9}]}]\n",
        "journey: a\nstages: [{name: I, touchpoints: [{what: A, when: {in: 2 days}}]}]\n",
        "teams: [{id: A b}]\n",
    ],
)
def test_what_pydantic_refuses_is_left_to_it(text):
    assert read_plainly(MapFile, Document("a.yaml", text), parse(text).data) is None
