"""Whatever a map from a stranger says, the formats stay what they are."""

import json
import re
import unicodedata
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cxmap.about import About
from cxmap.finding import Edit, Finding, Fix, Related, Severity, fingerprinted
from cxmap.fraction import Fraction
from cxmap.model.coverage import Breakdown
from cxmap.output.plain import folded, plain, width
from cxmap.output.results import Checked, Format, Look, Results
from cxmap.registry import load, names
from cxmap.schema.findings import findings_schema
from cxmap.source.span import Span

FORMATS = "cxmap.output.findings"
HOSTILE = [
    "\x1b[2J",
    "\x9b31m",
    "\u202e",
    "::error::",
    "]]>",
    "<b>",
    "|",
    "`",
    "\r\n",
    "\ud800",
    "%0A",
]
TEXT = st.text(st.characters(), max_size=30) | st.lists(st.sampled_from(HOSTILE)).map("".join)
SMALL = st.integers(0, 12)
SPANS = st.builds(Span, st.sampled_from(["a.yaml", "gone.yaml"]) | TEXT, SMALL, SMALL, SMALL, SMALL)
RULES = st.sampled_from(["rule-a", "rule-b", "rule-c"])
FINDINGS = st.builds(
    Finding,
    RULES,
    st.sampled_from(Severity),
    TEXT,
    SPANS,
    label=TEXT,
    why=TEXT,
    hint=TEXT,
    item=st.sampled_from(["", "a@current", "a@current/b"]) | TEXT,
    field=TEXT,
    trail=st.lists(TEXT, max_size=3).map(tuple),
    moment=st.booleans(),
    importance=st.integers(0, 5),
    suppressed=st.none() | TEXT,
    fix=st.none() | st.builds(Fix, TEXT, st.tuples(st.builds(Edit, SPANS, TEXT))),
    related=st.lists(st.builds(Related, SPANS, TEXT), max_size=2).map(tuple),
)
LINES = st.lists(TEXT.map(lambda text: re.sub(r"[\r\n]", "", text)), max_size=10)
LOOKS = st.builds(
    Look,
    color=st.booleans(),
    width=st.none() | st.integers(20, 100),
    unicode=st.booleans(),
    most=st.none() | st.integers(0, 3),
)


def run_of(findings, lines):
    return Results(
        "lint",
        tuple(fingerprinted(findings)),
        1,
        (Checked("a@current", "A", "a.yaml"),),
        1,
        Breakdown({"what": Fraction(1, 1)}),
        date(2026, 10, 9),
        (About("rule-a", "Finds a."),),
        lambda path: lines if path == "a.yaml" else (),
    )


RUNS = st.builds(run_of, st.lists(FINDINGS, max_size=5), LINES)


def is_odd(character):
    turns = unicodedata.bidirectional(character) in {
        "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
    }  # fmt: skip
    return turns or unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize("name", names(FORMATS))
@given(run=RUNS, look=LOOKS)
def test_no_format_lets_a_control_character_through(name, run, look):
    written = load(FORMATS, name, Format).write(run, look)
    if look.color:
        written = re.sub(r"\x1b\[[0-9;]+m", "", written)
    assert not [character for character in written if character != "\n" and is_odd(character)]


@given(run=RUNS)
def test_every_annotation_is_one_line(run):
    lines = load(FORMATS, "github", Format).write(run, Look()).splitlines()
    assert all(re.match(r"::(error|warning|notice) [a-zA-Z]+=", line) for line in lines)
    assert len(lines) == sum(finding.suppressed is None for finding in run.findings)


@given(run=RUNS)
def test_documents_can_be_read_back(run):
    written = {name: load(FORMATS, name, Format).write(run, Look()) for name in names(FORMATS)}
    document = json.loads(written["json"])
    Draft202012Validator(findings_schema()).validate(document)
    assert [found["why"] for found in document["findings"]] == [f.why for f in run.findings]
    assert len(json.loads(written["sarif"])["runs"][0]["results"]) == len(run.findings)
    json.loads(written["gitlab"])
    for line in (written["jsonl"] + written["rdjsonl"]).splitlines():
        json.loads(line)
    ET.fromstring(written["junit"])  # noqa: S314 - our own text


@given(TEXT, TEXT)
def test_joining_plain_texts_is_the_plain_text_of_what_is_joined(one, other):
    assert plain(one) + plain(other) == plain(one + other)


@given(TEXT, st.integers(1, 40))
def test_folding_loses_no_word(text, columns):
    words = " ".join(folded(plain(text), columns)).split()
    assert words == plain(text).split()


@given(st.text("ab 界", max_size=60), st.integers(10, 40))
def test_a_folded_line_fits_unless_a_word_does_not(text, columns):
    assert all(width(line) <= columns or " " not in line for line in folded(text, columns))


def test_what_stands_in_backticks_stays_whole_where_a_line_has_room_for_it():
    assert folded("write `who: sales` here", 12) == ["write", "`who: sales`", "here"]
    assert folded("`actions: [{title: x}]`", 13) == ["`actions:", "[{title: x}]`"]
