"""YAML text becomes plain data with places, and what maps do not allow is told at its place."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.source.document import Document
from cxmap.source.parse import parse
from cxmap.source.place import Written, at


def first(text: str) -> tuple[str, int, int]:
    """The first problem of a text: its rule and the line and column where it begins."""
    problem = parse(text).problems[0]
    return (problem.rule, *Document("x", text).position(problem.start))


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: yes", "yes"),
        ("a: 12:30", "12:30"),
        ("a: 0777", "0777"),
        ("a: 1.10", "1.10"),
        ("a: 'x'", "x"),
        ("a:", None),
        ("a: ~", None),
        ("a: 'null'", "null"),
        ("a: [run at 02:00, off]", ["run at 02:00", "off"]),
        ("a: |\n  one\n  two\n", "one\ntwo\n"),
        ("%YAML 1.2\n---\na: x\n...\n", "x"),
        ("a: x\r\n", "x"),
    ],
)
def test_scalars_are_taken_as_they_are_written(text: str, data: object) -> None:
    assert parse(text).data["a"] == data


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\na: 2", ("yaml-syntax", 2, 1)),
        ("a: 1\n---\nb: 2", ("yaml-syntax", 2, 1)),
        ("a: &x 1", ("yaml-syntax", 1, 4)),
        ("a: *x", ("yaml-syntax", 1, 4)),
        ("a: !!python/object:os.system x", ("yaml-syntax", 1, 4)),
        ("a:\n\t- b", ("yaml-syntax", 2, 1)),
        ("who: ?", ("yaml-syntax", 1, 6)),
        ("a: {who: ?}", ("yaml-syntax", 1, 10)),
        ("a: [?, b]", ("yaml-syntax", 1, 5)),
        ("a: *bold* text", ("yaml-syntax", 1, 4)),
        ("a: @home", ("yaml-syntax", 1, 4)),
        ("a: b: c", ("yaml-syntax", 1, 5)),
        ("a: 'open\nb: c", ("yaml-syntax", 1, 4)),
        ("a: [open\nb: c", ("yaml-syntax", 1, 4)),
        ("a: Call #2", ("bad-value", 1, 4)),
        ("a: #0b6bcb", ("bad-value", 1, 4)),
        ("a: b\u2028c", ("yaml-syntax", 1, 5)),
        ("a: \x07", ("yaml-syntax", 1, 4)),
    ],
)
def test_what_maps_do_not_allow_is_told_where_it_stands(
    text: str, place: tuple[str, int, int]
) -> None:
    assert first(text) == place


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("- ? - email", 3, "a line cannot begin with `?`"),
        ("- ? - email - sales", 3, "a line cannot begin with `?`"),
        ("a: > Hello call", 4, "`>` begins a text on the lines below it"),
        ("a: | Hello call", 4, "`|` begins a text on the lines below it"),
        ("- what: 'it's a call'", 13, "text stands after the ' that ends the text before it"),
        ('- what: "Call" them', 16, 'text stands after the " that ends the text before it'),
        ("- >24h", 3, "`>` begins a text on the lines below it"),
    ],
)
def test_a_mark_that_yaml_keeps_for_itself_is_named_with_what_to_do(
    text: str, column: int, message: str
) -> None:
    problem = parse(text).problems[0]
    assert problem.message.startswith(message)
    assert (problem.start + 1, bool(problem.hint), problem.better) == (column, True, "")


def test_a_comment_after_a_value_needs_a_space_and_loses_nothing() -> None:
    assert parse("a: b # c\n'd #e': 'f #g'\n#h\n").problems == ()


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000])
def test_deep_nesting_is_refused_without_a_crash(text: str) -> None:
    assert "nested more than" in parse(text).problems[0].message


def test_a_billion_laughs_are_an_anchor_with_a_line() -> None:
    assert first('a: &a ["x"]\nb: &b [*a, *a]\nc: [*b, *b]') == ("yaml-syntax", 1, 4)


def test_every_key_and_value_knows_its_line_and_column() -> None:
    text = "é: x\nstages:\n  - name: 名前\n    how: [email, phone]\n"
    raw, document = parse(text).data, Document("a.yaml", text)
    name = at(document, raw, ("stages", 0, "name"))
    phone = at(document, raw, ("stages", 0, "how", 1))
    assert (name.line, name.column, name.end_column) == (3, 11, 13)
    assert (phone.line, phone.column, phone.end_column) == (4, 18, 23)


@given(st.dictionaries(st.text(string.ascii_letters, min_size=1), st.text(string.printable)))
def test_quoted_text_comes_back_as_it_was(texts: dict[str, str]) -> None:
    import json

    source = "\n".join(
        f"{json.dumps('k' + key)}: {json.dumps(text)}" for key, text in texts.items()
    )
    data = parse(source).data or {}
    assert {key: data[key] for key in data if isinstance(key, str)} == {
        "k" + key: text for key, text in texts.items()
    }


@given(st.lists(st.sampled_from(["who", "how", "x-a", "note"]), unique=True, min_size=1), st.data())
def test_places_lead_to_what_is_written_there(keys: list[str], data: st.DataObject) -> None:
    text = "".join(f"{key}: {'v' * data.draw(st.integers(1, 9))}\n" for key in keys)
    document = Document("x", text)
    written = Written.of(document, parse(text).data)
    for key in keys:
        span = written.key(key)
        assert span is not None
        line = document.lines[span.line - 1]
        assert line[span.column - 1 : span.end_column - 1] == key


@given(st.text())
def test_no_text_at_all_makes_the_reader_fail(text: str) -> None:
    parsed = parse(text)
    assert all(0 <= p.start <= p.end <= len(text) for p in parsed.problems)
