"""What the model refuses, told in plain words at its place; and the file read without it."""

import re
from dataclasses import dataclass
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from cxmap.finding import Edit, Finding, Fix, Severity
from cxmap.loading import whereabouts
from cxmap.loading.several import without_brackets
from cxmap.model import refused
from cxmap.model.notes import REFUSED
from cxmap.model.part import Part
from cxmap.model.plainly import read_plainly
from cxmap.model.touchpoint import Blueprint
from cxmap.model.when import When
from cxmap.source.document import Document
from cxmap.source.packed import Raw
from cxmap.source.place import Written, at
from cxmap.source.span import Span
from cxmap.words import cut, listed, slug

Route = tuple[str | int, ...]
Model = TypeVar("Model", bound=Part)

MOST = 100
"""Findings of this sort that are told of one file: a file that is no map would give thousands."""

_ROUNDS = 8  # what is left out can bring other refusals to light, but never without end


@dataclass(frozen=True, slots=True)
class _Refusal:
    rule: str
    message: str
    span: Span
    label: str = ""
    hint: str = ""
    field: str = ""
    value: str = ""
    better: str = ""
    certain: bool = False


def read(
    model: type[Model], document: Document, raw: dict[Any, Raw]
) -> tuple[Model | None, list[Finding], set[str]]:
    """Make a model of what a file holds; what is refused is left out and told.

    Returns:
        the model of all that is sound, or None where nothing can be made of it; the findings; and
        the paths of the items that had to be left out whole, which others may still point at.
    """
    made = read_plainly(model, document, raw)
    if made is not None:
        return made, [], set()
    findings: list[Finding] = []
    lost: set[str] = set()
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(raw, context=document), findings[:MOST], lost
        except ValidationError as error:
            progress = False
            for route, detail, told in _told_once(model, raw, error):
                if told:
                    findings.append(_finding(model, document, raw, route, detail))
                progress |= _leave_out(model, raw, route, lost)
                if detail["type"] == "extra_forbidden":
                    _take_as_answered(model, raw, route)
            if not progress:
                break
    return None, findings[:MOST], lost


def _told_once(
    model: type[Part], raw: Raw, error: ValidationError
) -> list[tuple[Route, ErrorDetails, bool]]:
    """The refusals with their routes into the file, and whether no other one explains them."""
    details = error.errors(include_url=False)
    routes = [_route(raw, detail) for detail in details]
    types = [detail["type"] for detail in details]
    misnamed = [r for r, kind in zip(routes, types, strict=True) if kind == "extra_forbidden"]
    strange = {route[:-1] for route in misnamed}
    meant = {(*r[:-1], _meant(model, raw, r)) for r in misnamed}  # misspelt, and hence missing
    absent = {r for r, kind in zip(routes, types, strict=True) if kind == "missing"}
    answered = {r for r, kind in zip(routes, types, strict=True) if kind != "missing"}

    # Without the id of its journey, a file's other keys seem to belong to nothing.
    headless = isinstance(raw, dict) and "journey" in raw.get(REFUSED, ())

    def is_told(route: Route, kind: str) -> bool:
        if headless and kind == "extra_forbidden" and len(route) == 1:
            return False
        if kind != "missing":
            return True
        if route in meant:
            return False
        parent, key = route[:-1], route[-1]
        node = _follow(raw, parent)
        if not isinstance(node, dict):
            return True
        refused_before = any(isinstance(k, str) for k in node.get(REFUSED, ()))
        if refused_before and (key in node.get(REFUSED, ()) or _is_a_lone_pair(node)):
            return False
        if key == "id":  # made of the name, so a finding about the name says it all
            names = [(*parent, name) for name in ("what", "name", "title", "text")]
            written = any(_is_container(node.get(name[-1])) for name in names)
            return not written and not any(
                n in absent or n in answered or n in meant for n in names
            )
        return not (parent in strange and _is_a_lone_pair(node))

    return [(r, d, is_told(r, d["type"])) for r, d in zip(routes, details, strict=True)]


def _is_container(raw: Raw) -> bool:
    return isinstance(raw, dict | list)


def _is_a_lone_pair(node: Raw) -> bool:
    """`- Call: first` is read as a mapping of one key, and was never meant as one."""
    return isinstance(node, dict) and sum(isinstance(key, str) for key in node) == 1


def _route(raw: Raw, detail: ErrorDetails) -> Route:
    """The way into the file as it is written, from the way into the model."""
    context = detail.get("ctx", {})
    loc = (*detail["loc"], *context.get("route", ()))
    if loc[:1] == ("journey",) and len(loc) > 1:
        loc = loc[1:]
    route: list[str | int] = []
    node, holder, key = raw, None, None
    for step in loc:
        if isinstance(step, int):
            if isinstance(node, list):
                gone = holder.get(REFUSED, ()) if isinstance(holder, dict) else ()
                left = [n for n in range(len(node)) if (key, n) not in gone]
                if step < len(left):
                    route.append(left[step])
                    node = node[left[step]]
        elif isinstance(node, dict) and step in node:
            route.append(step)
            holder, key, node = node, step, node[step]
        elif step == loc[-1] and detail["type"] in {"missing", "extra_forbidden"}:
            route.append(step)
    return tuple(route)


def _follow(raw: Raw, route: Route) -> Raw:
    node = raw
    for step in route:
        if isinstance(node, dict):
            node = node.get(step, node)
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            node = node[step]
    return node


def _leave_out(model: type[Part], raw: Raw, route: Route, lost: set[str]) -> bool:
    """Note what has to be left out for the rest to be read: a key, or an item of a list."""
    inside: tuple[Raw, Raw] | None = None  # a mapping, and the key or the item to leave out
    item, rest = raw, route
    node, holder, key = raw, None, None
    for depth, step in enumerate(route):
        if isinstance(node, dict) and step in node:
            holder, key, node = node, step, node[step]
            of_its_own = step == "strategy" or "lint" in model.KEYS  # as are all of the settings
            if of_its_own and depth == 0 and isinstance(node, dict):
                item, inside, rest = node, (holder, key), route[1:]
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            node = node[step]
            if isinstance(node, dict):
                item, inside, rest = node, (holder, (key, step)), route[depth + 1 :]
    part = _model_at(model, route[: len(route) - len(rest)])
    required = {f.alias or name for name, f in part.model_fields.items() if f.is_required()}
    needed = bool(rest) and rest[0] in {*required, *(part.NAMED_BY[:1] if "id" in required else ())}
    if rest and isinstance(item, dict) and rest[0] in item and not (needed and inside):
        many = len(rest) > 1 and isinstance(item[rest[0]], list)
        target, what = item, (rest[0], rest[1]) if many else rest[0]
    elif inside is not None:
        target, what = inside
        lost.add(whereabouts.find(raw, route).item)
    else:
        return False
    noted = target.setdefault(REFUSED, set())
    if what in noted:
        return False
    noted.add(what)
    return True


def _take_as_answered(model: type[Part], raw: Raw, route: Route) -> None:
    """What is written under a misspelt key is not missing: one slip is one finding."""
    node, meant = _follow(raw, route[:-1]), _meant(model, raw, route)
    if meant and isinstance(node, dict) and route[-1] in node.get(REFUSED, ()):
        node[REFUSED].add(meant)


def _finding(
    model: type[Part], document: Document, raw: Raw, route: Route, detail: ErrorDetails
) -> Finding:
    told = _tell(model, document, raw, route, detail)
    where = whereabouts.find(raw, route)
    fix = None
    written = _follow(raw, route)
    if told.better and (told.rule == "unknown-key" or isinstance(written, str)):
        edits = (Edit(told.span, told.better),)
        fix = Fix(f"write `{told.better}`", edits, safe=told.certain)
    elif told.rule == "wrong-type" and isinstance(written, list):
        fix = without_brackets(document, raw, route, written, told.span)
    return Finding(
        told.rule,
        Severity.ERROR,
        told.message,
        told.span,
        label=told.label,
        hint=told.hint,
        item=where.item,
        field=told.field,
        value=told.value,
        trail=where.trail,
        moment=where.moment,
        importance=where.importance,
        fix=fix,
    )


def _tell(
    model: type[Part], document: Document, raw: Raw, route: Route, detail: ErrorDetails
) -> _Refusal:
    field = next((str(step) for step in reversed(route) if isinstance(step, str)), "")
    given = detail["input"]
    if detail["type"] == "extra_forbidden":
        return _unknown_key(model, document, raw, route)
    if detail["type"] == "missing":
        return _missing_key(model, document, raw, route)
    span = at(document, raw, route)
    error = _as_ours(detail, field, _model_at(model, route[:-1]))
    context: dict[str, Any] = error.context or {}
    value = cut(given, 200) if isinstance(given, str) else ""
    if context["rule"] == "wrong-type" or not value:
        value = ""
    return _Refusal(
        context["rule"],
        _with_field(context["message"], field, value),
        span,
        context["label"],
        context["hint"],
        field,
        value,
        context["better"],
        context["certain"],
    )


def _with_field(message: str, field: str, value: str) -> str:
    """Name the key beside its value: `emotion: 5` says more than `5`."""
    shown = f"`{cut(value)}` "
    return (
        f"`{field}: {cut(value)}` {message.removeprefix(shown)}"
        if (value and field and message.startswith(shown))
        else message
    )


def _as_ours(detail: ErrorDetails, field: str, part: type[Part]) -> PydanticCustomError:
    """Pydantic's own errors in our words."""
    given = detail["input"]
    if detail["type"] == refused.OURS:
        return PydanticCustomError(refused.OURS, "{message}", detail["ctx"])
    if detail["type"] == "literal_error" and isinstance(given, str):
        return refused.choose(given, re.findall(r"'([^']+)'", detail["ctx"]["expected"]))
    if given is None:
        return refused.wrong("an empty item in the list", "fill it in, or delete the line")
    names = given if isinstance(given, list) and all(isinstance(n, str) for n in given) else []
    if field in {"who", "owner"} and len(names) > 1:
        return refused.several_owners(field, part.noun(), names, helping="with" in part.KEYS)
    return refused.not_text(given, field)


def _missing_key(model: type[Part], document: Document, raw: Raw, route: Route) -> _Refusal:
    parent, key = route[:-1], str(route[-1])
    part = _model_at(model, parent)
    noun = part.noun()
    node = _follow(raw, parent)
    label = f"no `{key}` here"
    hint = f"add `{key}: …`"
    article = refused.with_article(noun)
    message = f"{article} needs `{key}`"
    if key == "id":
        names = [name for name in part.NAMED_BY if name in part.KEYS]
        empty = isinstance(node, dict) and any(node.get(name) for name in names)
        if empty:
            message = f"{article} needs `id`: its name has no letter or digit to make one of"
        else:
            either = " or ".join(f"`{name}`" for name in ("id", *names[:1]))
            message, label = f"{article} needs {either}", ""
            hint = f"add `{(*names, 'id')[0]}: …`"
    if isinstance(node, dict) and key in node:  # written, but empty
        span = Written.of(document, node).key(key) or at(document, raw, parent)
        return _Refusal("missing-key", message, span, "nothing is written here", hint, key)
    return _Refusal("missing-key", message, at(document, raw, parent), label, hint, key)


def _unknown_key(model: type[Part], document: Document, raw: Raw, route: Route) -> _Refusal:
    parent, key = route[:-1], str(route[-1])
    part = _model_at(model, parent)
    node = _follow(raw, parent)
    span = (Written.of(document, node).key(key) if isinstance(node, dict) else None) or at(
        document, raw, parent
    )
    if part is model and _is_of_a_journey(model, node):
        part = _model_at(model, ("journey",))
    noun = refused.with_article(part.noun())
    shown = cut(key)
    guess = _meant(model, raw, route)
    if _is_cut_off(document, node, key, span) and (" " in key or not guess):
        message = f"`{shown}` is read as a key of its own: a comma ends the text before it"
        hint = "put quotes around the text with the comma"
        if key.isdigit():
            hint = "write the number with a point; a text with a comma needs quotes"
        return _Refusal("unknown-key", message, span, "quote the text", hint, key, key)
    if _is_a_lone_pair(node) and route[:1] != (key,):
        message = f"`{shown}:` is read as a key, and {noun} has no such key"
        hint = "put quotes around the whole line: a colon with a space makes a key"
        label = "quote the line"
        if guess:
            label = f"did you mean `{guess}`?"
            hint = f"write `{guess}:`, or put quotes around the whole line if it is one text"
        return _Refusal("unknown-key", message, span, label, hint, key, key, guess)
    label = f"did you mean `{guess}`?" if guess else ""
    hint = "a key of your own begins with `x-`"
    if "when" in part.KEYS and key in When.KEYS:
        guess, label, hint = "", "it belongs to `when`", f"write `when: {{{key}: …}}`"
    elif not guess:
        keys = sorted(part.KEYS, key=lambda key: key in Blueprint.KEYS)
        hint = f"{noun} takes {listed(keys, 40)}; {hint}"
    message = f"{noun} has no key `{shown}`"
    certain = slug(guess) == slug(key)
    return _Refusal("unknown-key", message, span, label, hint, key, key, guess, certain)


def _is_cut_off(document: Document, node: Raw, key: str, span: Span) -> bool:
    """Whether a key is the end of a text with a comma: nothing follows it, no colon either."""
    if not isinstance(node, dict) or node.get(key) is not None:
        return False
    rest = document.lines[span.end_line - 1][span.end_column - 1 :]
    return not rest.lstrip(" \"'").startswith(":")


def _meant(model: type[Part], raw: Raw, route: Route) -> str:
    """The key that was clearly meant by one that is not known; empty where none was."""
    part = _model_at(model, route[:-1])
    node = _follow(raw, route[:-1])
    known = list(part.KEYS)
    if part is model and _is_of_a_journey(model, node):
        part = _model_at(model, ("journey",))
        known += part.KEYS
    return part.meant_by(
        str(route[-1]), [k for k in known if not isinstance(node, dict) or k not in node]
    )


def _is_of_a_journey(model: type[Part], node: Raw) -> bool:
    return "journey" in model.KEYS and isinstance(node, dict) and "journey" in node


def _model_at(model: type[Part], route: Route) -> type[Part]:
    """The model that a route leads to."""
    part = model
    if route and "journey" in model.KEYS and route[0] not in model.KEYS:
        part = _model_at(model, ("journey",))
    if len(route) > 1 and route[0] == "customers" and "journey" in model.KEYS:
        part = _model_at(model, ())
    for step in route:
        if isinstance(step, str):
            field = next(
                (f for name, f in part.model_fields.items() if (f.alias or name) == step), None
            )
            part = (_part_in(field.annotation) if field else None) or part
    return part


def _part_in(annotation: object) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    found = (_part_in(option) for option in get_args(annotation))
    return next((part for part in found if part is not None), None)
