"""What libyaml's syntax errors mean to somebody who writes maps."""

import re
from collections import deque
from dataclasses import replace

import yaml

from cxmap.source.packed import DEPTH
from cxmap.source.problem import Problem, bare_question_mark
from cxmap.words import cut

_QUOTE = "put quotes around the text"
_COMMENT = re.compile(r"\s#.*")
_SAYS = re.compile(r"^[ \t]*([^\s#][^\r\n]*)", re.MULTILINE)
_LINE = re.compile(r"[^\r\n]*")
_CLOSED = re.compile(r"""(?:^|\s)(["'])[^\r\n]*\1$""")


def explain(error: yaml.MarkedYAMLError, text: str) -> Problem:
    """Say in plain words what is wrong, and point where a person would look for it."""
    told = _explain(error, text)
    start = min(told.start, len(text))
    return replace(told, start=start, end=min(told.end, len(text)))


def _explain(error: yaml.MarkedYAMLError, text: str) -> Problem:
    problem = error.problem or ""
    start = min(error.problem_mark.index if error.problem_mark else len(text), len(text))
    begun = error.context_mark.index if error.context_mark else start
    line_start = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    if "nesting depth" in problem:  # newer versions of libyaml count for themselves
        return Problem(f"nested more than {DEPTH} levels deep", start, start + 1)
    odd = _odd_character(error, text, start, begun, line_start)
    if odd is not None:
        return odd
    if problem == "mapping values are not allowed in this context":
        return _second_colon(text, start, line_start)
    if problem == "block sequence entries are not allowed in this context":
        message = "a list cannot begin on the line of its key"
        return _told(start, message, "begin a new line here", "put each `- ` on a line of its own")
    if problem == "found unexpected end of stream":
        quote = text[begun : begun + 1]
        message = f"the text that begins here with {quote} is never closed"
        return _told(begun, message, "opened here", f"put {quote} at its end")
    if error.context and "flow" in error.context:
        return _unclosed(text, start, begun, mapping="mapping" in error.context)
    if problem == "found unknown escape character":
        message = f"`{text[start : start + 2]}` means nothing between double quotes"
        return _told(start, message, "here", "use single quotes, or write the backslash twice")
    if error.context == "while scanning a block scalar":
        return _text_beside_its_mark(text, begun)
    if problem == "could not find expected ':'":
        message = "a line without `key: value`"
        return _told(
            begun, message, "no `: ` here", "write `key: value`, or indent it under its key"
        )
    return _layout(start, text[line_start:start].rstrip(), _match(text, line_start))


def _odd_character(
    error: yaml.MarkedYAMLError, text: str, start: int, begun: int, line_start: int
) -> Problem | None:
    """A character that YAML keeps for itself, where a person meant text."""
    problem, character = error.problem, text[start : start + 1]
    if character == "\t" or ("\t" in text[line_start:start] and not text[line_start:start].strip()):
        return _told(start, "a tab where YAML wants spaces", "a tab", "indent with spaces")
    if problem == "mapping keys are not allowed in this context" and character == "?":
        return bare_question_mark(start)
    if character == "?" and error.context and "flow" in error.context:
        return bare_question_mark(start)
    if problem == "found character that cannot start any token":
        message = f"text cannot begin with `{character}`"
        return _told(start, message, "quote the line", _QUOTE)
    if error.context in {"while scanning an alias", "while scanning an anchor"}:
        message = f"text cannot begin with `{text[begun : begun + 1]}`"
        return _told(begun, message, "quote the line", _QUOTE)
    return None


def _told(start: int, message: str, label: str, hint: str) -> Problem:
    return Problem(message, start, start + 1, label, hint)


def _match(text: str, start: int) -> str:
    found = _LINE.match(text, start)
    return found[0] if found else ""


def _second_colon(text: str, start: int, line_start: int) -> Problem:
    before = text[line_start:start]
    if ": " in before.lstrip("- "):
        return _told(start, "a second `: ` in one line", "quote the line", _QUOTE)
    above = _line_above(text, line_start)
    if above is not None and ":" not in above[1]:
        hint = "write `key: value`, or `key:` over what is indented under it"
        return _told(above.start(1), "a line without `key: value`", "no `:` here", hint)
    message = "this line is indented under a value that is already complete"
    hint = "indent it like the line above, or put the text above into quotes"
    return _told(start - len(before.lstrip()) if before.strip() else start, message, "here", hint)


def _line_above(text: str, line_start: int) -> re.Match[str] | None:
    """What the nearest line above says that is neither empty nor a comment."""
    return next(iter(deque(_SAYS.finditer(text, 0, line_start), 1)), None)


def _unclosed(text: str, start: int, begun: int, *, mapping: bool) -> Problem:
    opened, closed = ("{", "}") if mapping else ("[", "]")
    if text[start : start + 1] in {"}", "]"} and text[start : start + 1] != closed:
        message = f"`{text[start]}` closes what `{opened}` opened"
        return _told(start, message, f"should be `{closed}`", f"write `{closed}`")
    lost = _COMMENT.search(_match(text, begun))
    if lost:
        message = (
            f"`{opened}` is never closed: from ` {cut(lost[0].strip())}` on the line is a comment"
        )
        return _told(begun, message, "opened here", "put quotes around the text with the `#`")
    message = f"`{opened}` is not closed before the next line or text"
    quote = "quotes around text with , : [ ] { }"
    hint = f"put `{closed}` at its end, commas between its parts, and {quote}"
    return _told(begun, message, "opened here", hint)


def _text_beside_its_mark(text: str, begun: int) -> Problem:
    mark = text[begun : begun + 1]
    message = f"`{mark}` begins a text on the lines below it, and cannot have text beside it"
    hint = "put quotes around the whole text, or begin it on the next line, indented"
    return _told(begun, message, "text on the same line", hint)


def _text_after_a_quote(start: int, quote: str) -> Problem:
    message = f"text stands after the {quote} that ends the text before it"
    if quote == "'":
        hint = 'put " around the whole text, which may then have an apostrophe in it'
    else:
        hint = "put ' around the whole text, which may then have \" in it"
    return _told(start, message, "after the closing quote", hint)


def _layout(start: int, before: str, line: str) -> Problem:
    if _CLOSED.search(before):
        return _text_after_a_quote(start, before[-1])
    if re.match(r"\s*-\s", line):
        message = "a list item that is not in line with the others"
        return _told(
            start, message, "indented differently", "give every `- ` of a list the same indent"
        )
    message = "a line that fits neither the line above nor the list it is in"
    hint = "give keys of one item the same indent, and put quotes around text with : # [ ] { }"
    return _told(start, message, "indented differently", hint)
