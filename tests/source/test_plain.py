"""The quick reader gives what the YAML parser gives, to the byte, or leaves the text to it."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxmap.source.parse import closely
from cxmap.source.plain import Unusual, read

HOME = Path(__file__).parent.parent.parent
FILES = sorted(
    file
    for folder in ("examples", "templates", "tests/lint/cases", "benchmarks")
    for file in (HOME / folder).rglob("*.yaml")
)
PIECES = (
    *(" ", "  ", "\n", "\n\n", "\r\n", "\t", ":", ": ", "- ", "-", "-\n", "#", " #", "  # c \n"),
    *("|", ">", "|-", ">-", "|+", " >\n", " |-\n", "note: |\n  a\n  b\n", "   \n", "  text\n"),
    *('"', "'", '""', "''", "\\", "[", "]", "{", "}", ",", ", ", "[]", "{}", "[a, b]", "[a: b]"),
    *("{a: b}", "{a: [b, c], d: e}", "[{a: b}]", "{a}", "x:y", "a#b", "5:30", "http://x.y/z"),
    *("?", "? ", "&a", "*a", "!", "%", "@", "`", "~", "null", "---\n", "...", "<<: ", "=", ": -1"),
    *("key: ", "- a", "\n    ", "\n  - ", "é", "\xa0", "\u3000", "\ufeff", "\u200b", "\U0001f600"),
)


@st.composite
def spoiled(draw: st.DrawFn) -> str:
    """A stretch of a real map with pieces put in, taken out and doubled."""
    text = draw(st.sampled_from(FILES)).read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    first = draw(st.integers(0, len(lines) - 1))
    text = "".join(lines[first : first + draw(st.integers(1, 14))])
    if draw(st.booleans()):
        text = textwrap.dedent(text)
    for _ in range(draw(st.integers(0, 4))):
        here = draw(st.integers(0, len(text)))
        gone = draw(st.integers(0, 3))
        text = text[:here] + draw(st.sampled_from((*PIECES, ""))) + text[here + gone :]
    return text if draw(st.booleans()) else text.rstrip("\n")


@settings(max_examples=1500)
@given(spoiled())
def test_it_agrees_with_the_parser_on_every_text_it_reads(text):
    try:
        found = read(text)
    except Unusual:
        return
    parsed = closely(text)
    assert repr(found) == repr(parsed.data)
    assert all(problem.rule == "bad-value" for problem in parsed.problems)  # a lost end, told apart


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(HOME).as_posix())
def test_it_reads_every_map_of_ours(file):
    text = file.read_text(encoding="utf-8")
    assert repr(read(text)) == repr(closely(text).data)


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  one\n\n  two\n",
        "a: >\n  one\n  two\n\n  three\n",
        "a: >-\n  one\nb:\n- x\n- y: z\n",
        "a: 'x' # why\nb: \"y\"\nc:\n\nd: [p, 'q', {r: s}]\n",
        "- a\n- b: c\n  d:\n    - e\n",
        "a: b\r\nc:\r\n  - d\r\n",
    ],
)
def test_it_reads_what_people_write(text):
    assert repr(read(text)) == repr(closely(text).data)


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: 2\n",
        "a: b\n  c\n",
        "a: &x b\n",
        "---\na: b\n",
        "a: {b: c: d}\n",
        "a: {b: , c: d}\n",
        "a: [b,\n  c]\n",
        "a: |\n  b\n # c\n",
        "a:\n\t- b\n",
        "? a\n",
        "a: " + "[" * 30 + "]" * 30 + "\n",
        "".join(f"{' ' * n}a:\n" for n in range(30)),
        "text\n",
    ],
)
def test_it_leaves_alone_what_may_be_wrong_or_is_written_another_way(text):
    with pytest.raises(Unusual):
        read(text)
