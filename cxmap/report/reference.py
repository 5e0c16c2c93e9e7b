"""The page about templates: what each one sees, printed from the views themselves."""

import dataclasses
import inspect
import re
import typing
from collections.abc import Iterator

from cxmap.report.environment import DRAWINGS
from cxmap.report.hyphens import hyphenator
from cxmap.report.markdown.environment import FUNCTIONS
from cxmap.report.render import pages
from cxmap.report.rich import code, note
from cxmap.report.say import sentence
from cxmap.report.site import Leaf, Site

_FILTERS = {"code": code, "note": note, "sentence": sentence, "soft": hyphenator}
_ATTRIBUTE = re.compile(r"^ {4}(\w+(?:, \w+)*): (.+)$")
_INTRO = """\
# Templates

Put a file of the same name into the folder that `report: {templates: …}` in `cxmap.yaml`, or
`--templates`, names, and it stands before ours, file by file. `page.html` is the document around a
page; every other template lays out one sort of page. `style.css`, `report.js` and `sprite.svg` can
be replaced in the same way.

Templates are Jinja2. They run in a sandbox, escape whatever they print and stop at a name that
nobody set. They see plain values only, and lay out what has been worked out: every page gets its
view as `page`, and what all pages have around them as `site`.
"""

_MARKDOWN = """
## Markdown

The templates of the report in Markdown stand in the folder `markdown`: those that are called as a
page in HTML is see the same view, `index.md` lists journeys where the report is not about the whole
workspace. Whatever stands between double braces becomes plain text that
breaks neither a table nor a list; what the functions below make is Markdown.
"""


def reference() -> str:
    """The page in Markdown."""
    parts = [_INTRO, "## Functions that draw\n", *_lines(DRAWINGS), "\n## Filters\n"]
    parts += [*_lines(_FILTERS), "\n`x is safe_link` tells whether an address may be followed.\n"]
    parts += [_MARKDOWN, *_lines(FUNCTIONS)]
    roots: list[tuple[str, type]] = [("page.html", Site), ("page.html", Leaf)]
    roots += [(page.template, typing.get_type_hints(page.build)["return"]) for page in pages()]
    seen: set[type] = set()
    for template, view in roots:
        parts.append(f"\n## {view.__name__}\n\nFor `{template}`. {_about(view)}\n\n{_table(view)}")
        seen.add(view)
    rest = {part.__name__: part for _, view in roots for part in _parts(view) if part not in seen}
    parts.append("\n# What they hold\n")
    for name in sorted(rest):
        parts.append(f"\n## {name}\n\n{_about(rest[name])}\n\n{_table(rest[name])}")
    return "\n".join("".join(f"{part}\n" for part in parts).splitlines()) + "\n"


def _lines(named: "typing.Mapping[str, typing.Callable[..., object]]") -> Iterator[str]:
    for name, function in sorted(named.items()):
        yield f"- `{name}`: {(inspect.getdoc(function) or '').splitlines()[0]}"


def _parts(view: type) -> Iterator[type]:
    """The records that a record holds, itself first."""
    found: dict[type, None] = {}
    waiting = [view]
    while waiting:
        part = waiting.pop()
        if part in found:
            continue
        found[part] = None
        hints = typing.get_type_hints(part)
        waiting += [inner for hint in hints.values() for inner in _inside(hint)]
    return iter(found)


def _inside(hint: object) -> Iterator[type]:
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        yield hint
    for argument in typing.get_args(hint):
        yield from _inside(argument)


def _about(view: type) -> str:
    return (inspect.getdoc(view) or "").partition("\n")[0]


def _table(view: type) -> str:
    said = _said(inspect.getdoc(view) or "")
    hints = typing.get_type_hints(view)
    rows = [
        f"| `{field.name}` | {_kind(hints[field.name])}{_third(field.name, said)} |"
        for field in dataclasses.fields(view)
    ]
    rows += [
        f"| `{name}` | worked out | {_cell((inspect.getdoc(value) or '').splitlines()[0])} |"
        for name, value in vars(view).items()
        if isinstance(value, property) or (inspect.isfunction(value) and name[0] != "_")
    ]
    return "\n".join(["| name | is | holds |", "| --- | --- | --- |", *rows])


def _third(name: str, said: "typing.Mapping[str, str]") -> str:
    """What a field holds; a record whose one sentence says it all has no third column."""
    return f" | {said.get(name, '')}" if said else " | –"


def _said(text: str) -> dict[str, str]:
    """What the docstring says of each attribute."""
    found: dict[str, str] = {}
    names: list[str] = []
    for line in text.splitlines():
        start = _ATTRIBUTE.match(line)
        if start:
            names = start[1].split(", ")
            found |= dict.fromkeys(names, _cell(start[2]))
        elif line.startswith(" " * 8) and names:
            found |= {name: f"{found[name]} {_cell(line.strip())}" for name in names}
    return found


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def _kind(hint: object) -> str:
    """A type in words."""
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is tuple and arguments[-1] is Ellipsis:
        return f"list of {_kind(arguments[0])}"
    if typing.get_origin(hint) is tuple:
        return " and ".join(_kind(argument) for argument in arguments)
    if type(None) in arguments:
        return f"{_kind(next(a for a in arguments if a is not type(None)))}, or none"
    if arguments:
        return (
            f"{_kind(arguments[-1])} by name"
            if len(arguments) > 1
            else f"set of {_kind(arguments[0])}"
        )
    words = {str: "text", int: "number", float: "number", bool: "yes or no"}
    if isinstance(hint, type):
        known = words.get(hint)
        return known or (f"[{hint.__name__}](#{hint.__name__.lower()})")
    return "anything"
