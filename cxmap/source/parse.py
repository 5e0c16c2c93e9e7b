"""YAML 1.2 text to plain data with places, through libyaml's events.

Every scalar stays the text that was written; what it means is for the field that asks to say
(`period: 2026` is text, `importance: 5` a number). An empty value and `null` are None. Each
mapping carries the places of its keys and values under the key `SPANS`, a number, which no key
read from a file can be.

libyaml is asked for events only, and the data are built here without recursion: nothing a file
holds can exhaust the stack, and what YAML allows but a map does not (a duplicate key, a second
document, an anchor) is told with its place.
"""

import re
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from cxmap.source.packed import BITS, DEPTH, NULLS, SPANS, Raw, inner
from cxmap.source.plain import Unusual, read
from cxmap.source.problem import Problem, bare_question_mark, leading_question_mark
from cxmap.source.syntax import explain
from cxmap.words import cut

_ODD_BREAKS = "\x85\u2028\u2029"
_LONE_MARK = re.compile(r"[^#\r\n]+#[^#\r\n]+")
"""A value on one line with one `#` in it; with a second one, its own end cannot be told."""

_NUMBER = re.compile(r"#[0-9]")
_LOST_END = re.compile(r"[ \t]+#(?=[^\s#])[^\r\n]*")

_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)

parser_for: Callable[[str], Any] = yaml.CLoader if yaml.__with_libyaml__ else yaml.Loader
"""Makes the parser of a text: libyaml's where PyYAML has it, else PyYAML's own."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text holds. `data` is None where it is empty or could not be read to its end."""

    data: Raw
    problems: tuple[Problem, ...] = ()


class _StopReading(Exception):  # noqa: N818 (a way out of the loop, never an error a caller sees)
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def parse(text: str) -> Parsed:
    """Read one YAML document.

    Args:
        text: the file's text without a byte-order mark.

    Returns:
        the data and everything that stands in the way of using it; never raises for bad text.
    """
    if control := _FORBIDDEN.search(text):
        if control[0] in _ODD_BREAKS:
            message = "a line break that editors do not show (Unicode NEL, LS or PS)"
            hint = "delete the character, or put an ordinary line break"
        else:
            message = f"a control character (U+{ord(control[0]):04X}) that no text should hold"
            hint = "delete the character"
        return Parsed(None, (Problem(message, control.start(), control.end(), hint=hint),))
    try:
        data = read(text)
    except Unusual:
        return closely(text)
    return Parsed(data, tuple(_lost_ends(text)) if _may_lose(text) else ())


def closely(text: str) -> Parsed:
    """Read one YAML document through libyaml's events, whatever way it is written.

    Args:
        text: as for `parse`, without characters that YAML forbids.
    """
    problems: list[Problem] = []
    try:
        data = _build(parser_for(text), problems)
    except _StopReading as stop:
        return Parsed(None, (*problems, _question(text, stop.problem)))
    except yaml.MarkedYAMLError as error:
        return Parsed(None, (*problems, explain(error, text)))
    if _may_lose(text):
        problems.extend(_lost_ends(text))
    return Parsed(data, tuple(problems))


def _build(parser: Any, problems: list[Problem]) -> Raw:  # noqa: ANN401, C901
    """Turn events into data: one loop, since this is where reading spends its time.

    `into` is the container being filled, `spans` the places of the nearest mapping around it, and
    `key` the key that waits for its value, None in a list.
    """
    get = parser.get_event
    scalar, alias = yaml.ScalarEvent, yaml.AliasEvent
    map_start, map_end = yaml.MappingStartEvent, yaml.MappingEndEvent
    seq_start, seq_end = yaml.SequenceStartEvent, yaml.SequenceEndEvent
    root: list[Any] = []
    into: Any = root
    key: Any = None
    mapping = False
    spans: list[int] = []
    stack: list[tuple[Any, bool, list[int]]] = []
    seen = False
    while True:
        event = get()
        kind = event.__class__
        if kind is scalar:
            if event.anchor is not None or event.tag is not None:
                raise _StopReading(_refused(event))
            value = event.value
            start = event.start_mark.index
            spans.append(start << BITS | event.end_mark.index)
            if mapping and key is None:
                if value == "" and event.style == "":
                    raise _StopReading(_keyless(start))
                if value in into:
                    problems.append(_twice(value, start, event.end_mark.index, into, spans))
                    value = -len(problems)
                key = value
                continue
            if event.style == "" and value in NULLS:
                value = None
            if mapping:
                into[key] = value
                key = None
            else:
                into.append(value)
        elif kind is map_start or kind is seq_start:
            start = event.start_mark.index
            if event.anchor is not None or event.tag is not None:
                raise _StopReading(_refused(event))
            if mapping and key is None:
                raise _StopReading(Problem(_STRANGE_KEY, start, start + 1, hint=_QUOTE_THE_KEY))
            if len(stack) > DEPTH:
                message = f"nested more than {DEPTH} levels deep"
                raise _StopReading(Problem(message, start, start + 1))
            spans.append(start << BITS | event.end_mark.index)
            value = {} if kind is map_start else []
            if mapping:
                into[key] = value
            else:
                into.append(value)
            stack.append((into, mapping, spans))
            into = value
            mapping = kind is map_start
            key = None
            if mapping:
                spans = []
        elif kind is map_end or kind is seq_end:
            if mapping:
                into[SPANS] = array("Q", spans).tobytes()
            into, mapping, spans = stack.pop()
            key = None
        elif kind is alias:
            raise _StopReading(_refused(event))
        elif kind is yaml.DocumentStartEvent:
            if seen:
                start = event.start_mark.index
                message = "a second document begins here"
                hint = "put it into a file of its own, or delete the `---`"
                raise _StopReading(Problem(message, start, start + 3, hint=hint))
            seen = True
        elif kind is yaml.StreamEndEvent:
            return root[0] if root else None


_KEYLESS = "a value without a key before it"
_STRANGE_KEY = "a list or mapping where a key should be"
_QUOTE_THE_KEY = "put quotes around text with : [ ] { }"


def _question(text: str, problem: Problem) -> Problem:
    """A problem, told as what brought it about where that is a `?` that YAML takes for its own."""
    before = text[: problem.start].rstrip(" ,")
    if not before.endswith("?"):
        return problem
    if problem.message == _KEYLESS:
        return bare_question_mark(len(before) - 1)
    if problem.message == _STRANGE_KEY:
        return leading_question_mark(len(before) - 1)
    return problem


def _keyless(start: int) -> Problem:
    return Problem(_KEYLESS, start, start + 1, "no key here", "write `key: value`")


def _refused(event: Any) -> Problem:  # noqa: ANN401 (an event of PyYAML, which has no base type)
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
        mark = "*" if isinstance(event, yaml.AliasEvent) else "&"
        name, what = f"{mark}{event.anchor}", "alias" if mark == "*" else "anchor"
        return Problem(
            f"`{name}` is read as a YAML {what}, which maps do not use",
            start,
            min(end, start + len(name)),
            "quote it, if it is text",
            "refer to an item by its id; put quotes around text that begins with `*` or `&`",
        )
    tag = event.tag.replace("tag:yaml.org,2002:", "!!")
    return Problem(
        f"`{tag}` is read as a YAML tag, which maps do not use",
        start,
        min(end, start + len(tag)),
        "quote it, if it is text",
        "delete it, or put quotes around text that begins with `!`",
    )


def _twice(key: str, start: int, end: int, into: dict[Any, Any], spans: list[int]) -> Problem:
    index = 0
    for known, value in into.items():
        if known == key:
            break
        index += 2 + inner(value)
    return Problem(
        f"`{key}` stands here twice",
        start,
        end,
        "the second time",
        "keep one of the two",
        other=spans[index] >> BITS,
        other_message="the first time",
    )


def events(text: str) -> Iterator[Any]:
    """The events of a text, for a closer look at it.

    Raises:
        yaml.YAMLError: the text is no YAML.
    """
    parser = parser_for(text)
    while True:
        event = parser.get_event()
        yield event
        if isinstance(event, yaml.StreamEndEvent):
            return


def _may_lose(text: str) -> bool:
    """Whether there is anything for `_lost_ends`; finding costs far less than searching."""
    return (" #" in text or "\t#" in text) and bool(_LOST_END.search(text))


def _lost_ends(text: str) -> Iterator[Problem]:
    """Find plain values whose end YAML takes for a comment: `Call #2` is read as `Call`."""
    for event in events(text):
        is_scalar: bool = isinstance(event, yaml.ScalarEvent)
        if is_scalar and event.style in {"", None}:
            end = event.end_mark.index
            lost = _LOST_END.match(text, end)
            if lost:
                what = lost[0].strip()
                start = event.start_mark.index if event.value else lost.end() - len(what)
                whole = text[start : lost.end()].rstrip()
                better = in_quotes(whole) if _LONE_MARK.fullmatch(whole) else ""
                yield Problem(
                    f"the text from ` {cut(what)}` on is read as a comment and would be lost",
                    start,
                    start + len(whole),
                    "quote it",
                    "put quotes around the whole value, or a space after `#` if it is a comment",
                    rule="bad-value",
                    better=better,
                    certain=bool(_NUMBER.match(what)),
                )


def in_quotes(text: str) -> str:
    """One line of text as YAML writes it in quotes."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
