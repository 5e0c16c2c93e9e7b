"""The place of a cursor in text that may be half typed, broken or no YAML at all."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.lsp.cursor import find

EXAMPLES = Path(__file__).parents[2] / "examples"
YAMLISH = st.text(alphabet=list("ab:-#[]{},'\"|> \n"), max_size=60)


@given(YAMLISH, st.integers(1, 8), st.integers(1, 20))
def test_no_text_is_an_end(text: str, line: int, column: int) -> None:
    lines = text.split("\n")
    line = min(line, len(lines))
    column = min(column, len(lines[line - 1]) + 1)
    found = find(lines, line, column)
    assert found is None or 0 <= found.start <= found.end


@pytest.mark.parametrize("file", sorted(EXAMPLES.rglob("*.yaml")), ids=lambda f: f.name)
def test_a_word_is_found_from_its_beginning_to_its_end(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").split("\n")
    for number in range(1, len(lines), 7):
        text = lines[number - 1]
        found = find(lines, number, len(text) + 1)
        if found and found.word:
            assert text[found.start : found.end].strip("\"'") == found.word
