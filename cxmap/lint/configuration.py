"""What `cxmap.yaml` says of rules, held against the rules there are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cxmap.finding import Edit, Finding, Fix, Severity
from cxmap.lint.rule import Rule
from cxmap.loading.settings import LintSettings
from cxmap.source.document import Document
from cxmap.source.parse import Raw, parse
from cxmap.source.place import at, key_at
from cxmap.words import cut, nearest


@dataclass(frozen=True, slots=True)
class _Slip:
    """Something that means nothing.

    Attributes:
        value: the text that means nothing.
        route: where it stands below `lint`.
        message: what is wrong.
        hint: what to do.
        known: what it could have been.
        is_key: it is the key at the end of the route, not its value.
    """

    value: str
    route: tuple[str | int, ...]
    message: str
    hint: str
    known: Sequence[str] = ()
    is_key: bool = False


def check(settings: LintSettings, rules: Mapping[str, Rule]) -> list[Finding]:
    """Names of rules and options in the settings that mean nothing, each at its place.

    Args:
        settings: what `cxmap.yaml` says of `lint`.
        rules: all rules there are.
    """
    slips = [*_names(settings, rules), *_options(settings, rules)]
    if not slips or settings.written is None:
        return []
    document = settings.written.document
    raw = parse(document.text).data  # nobody keeps the places inside a table, so look again
    return [_finding(slip, document, raw) for slip in slips]


def _names(settings: LintSettings, rules: Mapping[str, Rule]) -> Iterator[_Slip]:
    for number, name in enumerate(settings.ignore):
        yield from _name(name, rules, "ignore", number)
    for name in settings.severity:
        yield from _name(name, rules, "severity", name)
    for glob, names in settings.per_file.items():
        for number, name in enumerate(names):
            yield from _name(name, rules, "per_file", glob, number)


def _name(name: str, rules: Mapping[str, Rule], *route: str | int) -> Iterator[_Slip]:
    is_key = route[-1] == name
    if name not in rules:
        message = f"there is no rule `{cut(name)}`"
        yield _Slip(name, route, message, "`cxmap rules` lists them all", tuple(rules), is_key)
    elif rules[name].always:
        message = f"`{name}` is always an error, for what cannot be read cannot be judged"
        yield _Slip(name, route, message, "take it out", is_key=is_key)


def _options(settings: LintSettings, rules: Mapping[str, Rule]) -> Iterator[_Slip]:
    for name, given in settings.options.items():
        if name not in rules:
            yield from _name(name, rules, "options", name)
            continue
        options = rules[name].options
        has = f"it has {', '.join(f'`{option}`' for option in options) or 'none'}"
        for key, raw in given.items():
            route = ("options", name, key)
            if key not in options:
                message = f"`{name}` has no option `{cut(key)}`"
                yield _Slip(key, route, message, has, tuple(options), is_key=True)
                continue
            try:
                options[key].read(raw)
            except ValueError as takes:
                message = f"`{key}` of `{name}` takes {takes}"
                yield _Slip(cut(str(raw)), route, message, f"it says {options[key].meaning}")


def _finding(slip: _Slip, document: Document, raw: Raw) -> Finding:
    route = ("lint", *slip.route)
    span = (key_at if slip.is_key else at)(document, raw, route)
    guess = nearest(slip.value, slip.known)
    return Finding(
        "bad-value",
        Severity.ERROR,
        slip.message,
        span,
        label=f"did you mean `{guess}`?" if guess else "",
        hint=slip.hint,
        field=str(slip.route[0]),
        value=slip.value,
        fix=Fix(f"write `{guess}`", (Edit(span, guess),)) if guess else None,
    )
