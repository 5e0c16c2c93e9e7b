"""Fixes are applied by their places in the text, and to nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from cxmap.finding import Edit, Finding, Fix, Severity
from cxmap.lint.fixing import fix
from cxmap.source.document import Document
from cxmap.source.span import Span


def told(*edits: tuple[Span, str], safe: bool = True, suppressed: str | None = None) -> Finding:
    mend = Fix("write it", tuple(Edit(span, text) for span, text in edits), safe)
    span = edits[0][0]
    return Finding("bad-value", Severity.ERROR, "wrong", span, fix=mend, suppressed=suppressed)


def word(text: str, found: str) -> Span:
    start = text.index(found)
    document = Document("a.yaml", text)
    return Span("a.yaml", *document.position(start), *document.position(start + len(found)))


TEXT = "who: ßales  # nobody\r\nhow: fone\rwhen: söon\n"


def test_only_the_text_at_the_place_changes_whatever_ends_the_lines() -> None:
    findings = [told((word(TEXT, "fone"), "phone")), told((word(TEXT, "ßales"), "sales"))]
    fixed = fix({"a.yaml": TEXT}, findings)
    assert fixed.texts == {"a.yaml": "who: sales  # nobody\r\nhow: phone\rwhen: söon\n"}
    assert fixed.done == tuple(findings)


def test_a_fix_that_meets_another_one_waits() -> None:
    first = told((word(TEXT, "ßales"), "sales"))
    second = told((word(TEXT, "how"), "hw"), (word(TEXT, "ales"), "x"))
    fixed = fix({"a.yaml": TEXT}, [first, second])
    assert fixed.texts == {"a.yaml": TEXT.replace("ßales", "sales")}
    assert (fixed.done, fixed.left) == ((first,), (second,))


def test_guesses_are_applied_only_when_asked_for_and_accepted_findings_never() -> None:
    guess = told((word(TEXT, "fone"), "phone"), safe=False)
    accepted = told((word(TEXT, "ßales"), "sales"), suppressed="we like it")
    assert fix({"a.yaml": TEXT}, [guess, accepted]).texts == {}
    fixed = fix({"a.yaml": TEXT}, [guess, accepted], unsafe=True)
    assert fixed.texts == {"a.yaml": TEXT.replace("fone", "phone")}


def test_a_place_the_text_does_not_have_is_left() -> None:
    beyond = told((Span("a.yaml", 2, 99, 2, 100), "x"))
    elsewhere = told((Span("b.yaml", 1, 1, 1, 1), "x"))
    fixed = fix({"a.yaml": TEXT}, [beyond, elsewhere])
    assert (fixed.texts, fixed.left) == ({}, (beyond, elsewhere))


def test_a_line_that_is_put_in_ends_as_the_others_do() -> None:
    text = "- what: Call\r\n"
    fixed = fix({"a.yaml": text}, [told((Span("a.yaml", 1, 3, 1, 3), "id: a\n  "))])
    assert fixed.texts == {"a.yaml": "- id: a\r\n  what: Call\r\n"}


@given(st.text(alphabet="aß\r\n😀", min_size=1), st.data())
def test_what_stands_around_an_edit_stays(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    if text[start - 1 : start + 1] == "\r\n":
        start += 1  # nothing points into the end of a line
    document = Document("a.yaml", text)
    span = Span("a.yaml", *document.position(start), *document.position(start))
    fixed = fix({"a.yaml": text}, [told((span, "<new>"))])
    assert fixed.texts == {"a.yaml": text[:start] + "<new>" + text[start:]}
