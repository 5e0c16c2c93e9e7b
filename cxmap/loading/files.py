"""From bytes to what a file holds: which files are ours, and what stands in the way of the rest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cxmap.finding import Edit, Finding, Fix, Related, Severity
from cxmap.loading.discover import top_keys
from cxmap.model.file import SECTIONS
from cxmap.source.document import Document
from cxmap.source.packed import Raw
from cxmap.source.parse import Parsed, parse
from cxmap.source.place import at
from cxmap.source.problem import Problem
from cxmap.source.span import Span
from cxmap.source.tree import Locked, Tree, Unreadable
from cxmap.words import nearest

MARKS = ("journey", "strategy", "cxmap")
"""Each of these keys alone makes a file ours; other sections only where nothing else is there."""

_MARKED = re.compile(rf"^(?:{'|'.join(MARKS)})[ \t]*:", re.MULTILINE)
_BEGINS = re.compile(
    r"(?:[ \t]*(?:#[^\n]*)?\n)*(?:---[^\n]*\n)?[ \t]{0,3}"
    rf"(?:(?:{'|'.join(MARKS)})\b|(?:{'|'.join(SECTIONS)})[ \t\r]*(?::|\n|$))"
)
"""The first line that says anything names a section, be it too far in or without its colon."""

_BOMS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text, or why there is none."""

    path: str
    document: Document | None
    finding: Finding | None = None
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class File:
    """A file that is ours, as far as it could be read.

    Attributes:
        document: its text; None where it could not even be decoded.
        raw: what it holds; None where it is no YAML.
        findings: what is wrong with it as a text.
    """

    path: str
    document: Document | None
    raw: dict[Any, Raw] | None
    findings: tuple[Finding, ...] = ()


def decode(tree: Tree, path: str) -> Text:
    """Read a file's text: UTF-8, with or without a byte-order mark."""
    try:
        data = tree.read(path)
    except Locked as why:
        hint = "list it under `exclude` in cxmap.yaml, if no maps are in it"
        span = Span(path)
        return Text(path, None, Finding("unread-file", Severity.WARNING, str(why), span, hint=hint))
    except Unreadable as why:
        return Text(path, None, _whole_file(path, str(why)))
    for mark, name in _BOMS:
        if data.startswith(mark):
            hint = "save the file as UTF-8"
            return Text(
                path, None, _whole_file(path, f"this is {name} text, not UTF-8", hint), data
            )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = Document(path, data[: error.start].decode("utf-8", "replace"))
        line, column = before.position(len(before.text))
        message = f"not UTF-8: there is a byte 0x{data[error.start]:02X} here"
        hint = "save the file as UTF-8; Windows programs may call it `UTF-8` or `Unicode (UTF-8)`"
        span = Span(path, line, column, line, column + 1)
        return Text(
            path, None, Finding("yaml-syntax", Severity.ERROR, message, span, hint=hint), data
        )
    return Text(path, Document(path, text))


def _whole_file(path: str, message: str, hint: str = "") -> Finding:
    return Finding("yaml-syntax", Severity.ERROR, message, Span(path), hint=hint)


def may_be_ours(text: Text) -> bool:
    """A first look at the keys at column 1: whether a file is worth reading at all.

    A file in flow style (`{journey: …}`) gives nothing away, and is read.
    """
    if text.document is None:
        return _is_ours(top_keys(_letters(text.data)))
    if _MARKED.search(text.document.text):
        return True
    keys = top_keys(text.document.text)
    if _BEGINS.match(text.document.text):
        return True
    if not keys:
        return text.document.text.lstrip().startswith("{")
    return any(key in SECTIONS or nearest(key, SECTIONS) for key in set(keys))


def _letters(data: bytes) -> str:
    """The plain letters of a text in an encoding that nobody knows."""
    return data.replace(b"\0", b"").lstrip(b"\xff\xfe").decode("latin-1")


def sort_out(text: Text, parsed: Parsed, *, named: bool) -> tuple[File | None, Finding | None]:
    """Decide whether a file is ours.

    Args:
        text: the file.
        parsed: what it holds.
        named: it was named on the command line, and hence is ours.

    Returns:
        the file where it is ours; else a warning where that seems to be a slip.
    """
    document = text.document
    if document is None:
        return None, None
    problems = tuple(_finding(document, problem) for problem in parsed.problems)
    raw = parsed.data
    if isinstance(raw, dict):
        keys = [key for key in raw if isinstance(key, str)]
        if named or _is_ours(keys):
            return File(text.path, document, raw, problems), None
        return None, _near_miss(document, raw, keys)
    broken = any(p.rule == "yaml-syntax" for p in parsed.problems)
    if broken and (named or _is_ours(top_keys(document.text)) or _BEGINS.match(document.text)):
        return File(text.path, document, None, problems), None
    if named:
        return File(text.path, document, None, (*problems, _not_a_map(document, raw))), None
    return None, None


def _is_ours(keys: Sequence[str]) -> bool:
    if any(key in MARKS for key in keys):
        return True
    return bool(keys) and all(key in SECTIONS or key.startswith("x-") for key in keys)


def _near_miss(document: Document, raw: dict[Any, Raw], keys: Sequence[str]) -> Finding | None:
    """A file that would be ours but for one key."""
    for key in keys:
        guess = nearest(key, SECTIONS)
        if guess is not None and guess != key:
            hint = "mend the key, or list the file under `exclude` in cxmap.yaml"
            return _nothing_read(document, raw, key, f"did you mean `{guess}`?", hint)
    strange = [key for key in keys if key not in SECTIONS and not key.startswith("x-")]
    if len(strange) == 1 and len(set(SECTIONS).intersection(keys)) >= _SEVERAL:
        (key,) = strange
        hint = f"write `x-{key}`, which is kept, or list the file under `exclude` in cxmap.yaml"
        return _nothing_read(document, raw, key, "not one of ours", hint)
    return None


_SEVERAL = 2
"""Sections in a file that nobody but us has together."""


def _nothing_read(
    document: Document, raw: dict[Any, Raw], key: str, label: str, hint: str
) -> Finding:
    message = f"nothing of this file was read: `{key}` is no section of a map"
    place = _key_span(document, raw, key)
    return Finding(
        "unread-file", Severity.WARNING, message, place, label=label, hint=hint, field=key
    )


def _key_span(document: Document, raw: dict[Any, Raw], key: str) -> Span:
    from cxmap.source.place import Written

    return Written.of(document, raw).key(key) or at(document, raw, ())


def _not_a_map(document: Document, raw: Raw) -> Finding:
    if raw is None:
        message, hint = "the file is empty", "begin it with `journey: <id>`"
    else:
        message, hint = "this is text or a list, not a map", "begin the file with `journey: <id>`"
    return Finding("yaml-syntax", Severity.ERROR, message, document.span(0, 1), hint=hint)


def _finding(document: Document, problem: Problem) -> Finding:
    related: tuple[Related, ...] = ()
    if problem.other is not None:
        span = document.span(problem.other, problem.other + problem.end - problem.start)
        related = (Related(span, problem.other_message),)
    place = document.span(problem.start, problem.end)
    better, fix = problem.better, None
    if better:
        fix = Fix(f"write `{better}`", (Edit(place, better),), safe=problem.certain)
    return Finding(
        problem.rule,
        Severity.ERROR,
        problem.message,
        place,
        label=problem.label,
        hint=problem.hint,
        related=related,
        value=document.text[problem.start : problem.end] if problem.rule == "bad-value" else "",
        fix=fix,
    )


def parse_text(text: Text) -> Parsed:
    """What a file holds; nothing where it has no text."""
    return parse(text.document.text) if text.document else Parsed(None)
