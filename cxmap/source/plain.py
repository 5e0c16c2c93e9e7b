"""The quick way to read a map: line by line, as long as it is written the plain way.

Nearly all maps use a small part of YAML: block mappings and lists, values on one line, short lists
and mappings in brackets, and texts after `|` or `>`. That part is read here at a multiple of the
speed of a YAML parser. Whatever is written in another way, and whatever may be wrong, is left to
that parser as a whole: this reader gives its data and places to the byte, or nothing.
"""

import re
from array import array
from functools import lru_cache
from typing import Any

from cxmap.source.packed import BITS, NULLS, SPANS, Raw

_KEY = "[A-Za-z_][A-Za-z0-9_-]{0,99}"

_LINE = re.compile(
    rf"""
    ([ ]*)                                               # the indent
    (-(?:[ ]+|(?=\r?\n)))?                               # an item of a list
    (?:({_KEY})(:(?:[ ]+|(?=\r?\n))))?                   # a key, and what parts it from its value
    (?:
      ( (?:[^\s\-?:,\[\]{{}}\#&*!|>'"%@`]|-(?=[^ \r\n])) # a value without quotes
        [^:\#\r\n]*
        (?:(?::(?=[^ \r\n])|(?<![ ])\#)[^:\#\r\n]*)*
        (?<![ ])
      )
    | ([\[{{][^\r\n]*)                                   # a value in brackets
    | ("[^"\\\r\n]*"|'[^'\r\n]*')                       # a value in quotes
    | ([|>]-?)                                           # a value on the lines below
    )?
    ([ ]*(?:(?:^|(?<=[ ]))\#[^\r\n]*)?\r?\n)             # the end, maybe with a comment
    |([^\n]*\n)                                          # anything else
    """,
    re.VERBOSE | re.MULTILINE,
)

_IN_BRACKETS = re.compile(
    rf"""
    [ ]*
    (?:
      ([\[{{])                                        # 1: opens
    | ([\]}}])                                        # 2: closes
    | (,)                                             # 3
    | ({_KEY}):[ ]+                                   # 4: a key
    | ( (?:[^\s\-?:,\[\]{{}}\#&*!|>'"%@`]|-(?=[^ ,\[\]{{}}\r\n])) # 5: without quotes
        [^:\#,\[\]{{}}\r\n]*
        (?:(?::(?=[^ ,?\[\]{{}}\r\n])|(?<![ ])\#)[^:\#,\[\]{{}}\r\n]*)*
        (?<![ ])
      )
    | "([^"\\\r\n]*)"                                 # 6: in double quotes
    | '([^'\r\n]*)'                                   # 7: in single quotes
    )
    """,
    re.VERBOSE,
)
_END_OF_LINE = re.compile(r"[ ]*(?:[ ]#[^\r\n]*)?\r?\n")
_SIMPLE = r"-?\w[^:\#,\[\]{}\r\n]*(?<![ ])"
_WORDS = re.compile(rf"\[({_SIMPLE}(?:, {_SIMPLE})*)\]")
_PAIRS = re.compile(rf"\{{({_KEY}: {_SIMPLE}(?:, {_KEY}: {_SIMPLE})*)\}}")
_FIRST_LINE = re.compile(r"( +)[^ \n]")
_UNSURE = re.compile(r" +(?:\n|#)")
"""After a text: a line of spaces or a comment, indented, which may still belong to it."""

_BREAKS = re.compile(r"\n(\n*)")


_DEPTH = 16
"""Levels of nesting, outside of brackets and again inside, that are still plain."""


class Unusual(Exception):  # noqa: N818 (a way out, never an error a user sees)
    """The text is not written the plain way, or something in it may be wrong."""


def read(text: str) -> Raw:  # noqa: C901 (one loop: reading spends its time here)
    """Read a YAML document that is written the plain way.

    `into` is the container being filled, `level` the column of its keys or dashes, `spans` the
    places of the nearest mapping around it, and `waiting` a key whose value is yet to come, which
    ended at `colon`.

    Args:
        text: the file's text, without characters that YAML forbids.

    Returns:
        the data, as `parse` gives them.

    Raises:
        Unusual: `parse` has to look at it.
    """
    if "\t" in text:
        raise Unusual
    whole = text.endswith("\n")
    if not whole:
        text += "\n"
    root: dict[Any, Any] = {}
    into: Any = root
    mapping = True
    level = -1
    spans: list[int] = []
    waiting: str | None = ""
    colon = 0
    resume = 0
    at = 0
    stack: list[tuple[Any, bool, int, list[int]]] = []
    for indent, dash, key, gap, words, brackets, quoted, sign, rest, unusual in _LINE.findall(text):
        # Adding up lengths costs less than asking for places.
        column = len(indent)
        content = at + column
        begin = content + len(dash)
        end = begin + len(key)
        start = end + len(gap)
        below = start + len(words) + len(brackets) + len(quoted) + len(sign) + len(rest)
        if content < resume:
            at = below + len(unusual)
            continue
        at = below
        if not (key or words or brackets or quoted or sign or dash or unusual):
            continue  # nothing, or a comment
        if unusual:
            raise Unusual
        if waiting is not None and (column > level or (dash and column == level >= 0)):
            # The value of the key above is a container, which begins here.
            spans.append(content << BITS | (content + 1 if dash and column == level else content))
            value: Any = [] if dash else {}
            into[waiting] = value
            waiting = None
            stack.append((into, mapping, level, spans))
            if len(stack) > _DEPTH:
                raise Unusual
            into, mapping, level = value, not dash, column
            if mapping:
                spans = []
        else:
            if waiting is not None:
                spans.append(colon << BITS | colon)
                into[waiting] = waiting = None
            while column < level:
                if mapping:
                    into[SPANS] = array("Q", spans).tobytes()
                into, mapping, level, spans = stack.pop()
            if not mapping and not dash:
                into, mapping, level, spans = stack.pop()  # a list as far left as its key
            if column != level or mapping is bool(dash):
                raise Unusual
        if key:
            if dash:
                value = {}
                spans.append(begin << BITS | begin)
                into.append(value)
                stack.append((into, mapping, level, spans))
                into, mapping, level, spans = value, True, column + len(dash), []
            elif key in into:
                raise Unusual
            spans.append(begin << BITS | end)
        elif not dash:
            raise Unusual
        if words:
            spans.append(start << BITS | start + len(words))
            value = None if words in NULLS else words
        elif brackets:
            value = _in_brackets(text, start, spans)
        elif quoted:
            spans.append(start << BITS | start + len(quoted))
            value = quoted[1:-1]
        elif sign:
            if not whole:
                raise Unusual
            value, resume = _below(text, below, sign, level)
            spans.append(start << BITS | resume)
        elif key:
            waiting = key
            colon = end + 1
            continue
        else:
            raise Unusual  # an item on the lines below its dash
        if mapping:
            into[key] = value
        else:
            into.append(value)
    if waiting is not None and stack:
        spans.append(colon << BITS | colon)
        into[waiting] = None
    while stack:
        if mapping:
            into[SPANS] = array("Q", spans).tobytes()
        into, mapping, level, spans = stack.pop()
    return root.get("")


def _in_brackets(text: str, at: int, spans: list[int]) -> Raw:  # noqa: C901
    """A list or mapping in brackets on one line, which begins at an offset."""
    simple = _WORDS.match(text, at) or _PAIRS.match(text, at)
    if simple is not None and _END_OF_LINE.match(text, simple.end()):
        items = simple[1].split(", ")
        return (_words if text[at] == "[" else _pairs)(items, at, spans)
    root: list[Any] = []
    into: Any = root
    mapping = False
    key: str | None = None
    stack: list[tuple[Any, bool, list[int]]] = []
    done = False
    """A value is complete: a comma or a closing bracket follows."""
    value: Any
    while True:
        found = _IN_BRACKETS.match(text, at)
        if found is None:
            raise Unusual
        kind = found.lastindex or 0
        begin, end = found.span(kind)
        at = found.end()
        if kind == 3:
            if not done:
                raise Unusual
            done = False
            continue
        if kind == 2:
            if not done and into:
                raise Unusual
            if mapping is (text[begin] != "}") or key is not None:
                raise Unusual
            if mapping:
                into[SPANS] = array("Q", spans).tobytes()
            into, mapping, spans = stack.pop()
            if not stack:
                break
            done = True
            continue
        if done:
            raise Unusual
        if kind == 4:
            if not mapping or key is not None or text[begin:end] in into:
                raise Unusual
            key = text[begin:end]
            into[key] = None
            spans.append(begin << BITS | end)
            continue
        if mapping and key is None:
            raise Unusual
        if kind == 1:
            value = [] if text[begin] == "[" else {}
            spans.append(begin << BITS | end)
        elif kind == 5:
            value = text[begin:end]
            spans.append(begin << BITS | end)
            if value in NULLS:
                value = None
        else:
            value = text[begin:end]
            spans.append(begin - 1 << BITS | end + 1)
        if mapping:
            into[key] = value
            key = None
        else:
            into.append(value)
        if kind == 1:
            stack.append((into, mapping, spans))
            if len(stack) > _DEPTH:
                raise Unusual
            into, mapping = value, text[begin] == "{"
            if mapping:
                spans = []
        else:
            done = True
    if not _END_OF_LINE.match(text, at):
        raise Unusual
    return root[0]


def _words(words: list[str], at: int, spans: list[int]) -> list[str | None]:
    """A list of plain words in brackets, which begins at an offset."""
    spans.append(at << BITS | at + 1)
    begin = at + 1
    for word in words:
        end = begin + len(word)
        spans.append(begin << BITS | end)
        begin = end + 2
    return [None if word in NULLS else word for word in words]


def _pairs(pairs: list[str], at: int, spans: list[int]) -> dict[Any, Raw]:
    """A mapping of plain keys and words in brackets, which begins at an offset."""
    spans.append(at << BITS | at + 1)
    value: dict[Any, Raw] = {}
    places = []
    begin = at + 1
    for pair in pairs:
        key, _, word = pair.partition(": ")
        colon = begin + len(key)
        end = begin + len(pair)
        places.append(begin << BITS | colon)
        places.append(colon + 2 << BITS | end)
        value[key] = None if word in NULLS else word
        begin = end + 2
    if len(value) < len(pairs):
        raise Unusual  # a key stands twice
    value[SPANS] = array("Q", places).tobytes()
    return value


def _below(text: str, at: int, sign: str, level: int) -> tuple[str, int]:
    """A text on the lines below its key: what it says, and where the lines after it begin."""
    first = _FIRST_LINE.match(text, at)
    if first is None or len(first[1]) <= level or "\r" in text:
        raise Unusual
    lines = _lines(len(first[1])).match(text, at)
    end = lines.end() if lines else at
    if _UNSURE.match(text, end):
        raise Unusual
    said = text[at:end].replace("\n" + first[1], "\n")[len(first[1]) :].rstrip("\n")
    if sign[0] == ">":
        if "\n " in said:
            raise Unusual  # what is further in is not folded
        said = _BREAKS.sub(lambda breaks: breaks[1] or " ", said)
    return said if sign.endswith("-") else said + "\n", end


@lru_cache(maxsize=64)
def _lines(indent: int) -> re.Pattern[str]:
    """Lines that are indented so far at least, and blank ones."""
    return re.compile(rf"(?:[ ]{{{indent}}}[^\n]*\n|\n)*")
