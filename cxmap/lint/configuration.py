"""What `cxmap.yaml` says of rules, held against the rules there are."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from cxmap.finding import Finding
from cxmap.lint import installed
from cxmap.lint.catalogue import Catalogue
from cxmap.lint.rule import Rule
from cxmap.lint.slip import Slip, tell
from cxmap.loading.settings import LintSettings
from cxmap.model.workspace import Workspace
from cxmap.source.parse import parse
from cxmap.words import cut


def read(
    settings: LintSettings, workspace: Workspace | None = None
) -> tuple[Catalogue, list[Finding]]:
    """All rules there are for a workspace, and what means nothing in its settings.

    Args:
        settings: what `cxmap.yaml` says of `lint`.
        workspace: what the files declare, where they were read.

    Raises:
        CxmapError: an installed package brings something that is no rule.
    """
    built_in = Catalogue()
    brought = tuple(installed.rules(built_in))
    if not settings.custom:
        rules = Catalogue(brought)
        return rules, check(settings, rules)
    from cxmap.lint.own.making import make

    own, slips = make(settings.custom, (*built_in, *(r.name for r in brought)), workspace)
    rules = Catalogue(brought, own)
    unsound = {custom.id for custom in settings.custom} - {rule.name for rule in own}
    return rules, [*told(slips, settings), *check(settings, rules, unsound)]


def check(
    settings: LintSettings, rules: Mapping[str, Rule], unsound: Collection[str] = ()
) -> list[Finding]:
    """Names of rules and options in the settings that mean nothing, each at its place.

    Args:
        settings: what `cxmap.yaml` says of `lint`.
        rules: all rules there are.
        unsound: the names of rules that would be there, were they not told of already.
    """
    slips = [*_names(settings, rules), *_options(settings, rules)]
    return told([slip for slip in slips if slip.value not in unsound], settings)


def told(slips: Sequence[Slip], settings: LintSettings) -> list[Finding]:
    """The findings about slips in the settings."""
    if not slips or settings.written is None:
        return []
    document = settings.written.document
    raw = parse(document.text).data  # nobody keeps the places inside a table, so look again
    return [tell(_as_written(slip, settings), document, raw) for slip in slips]


def _as_written(slip: Slip, settings: LintSettings) -> Slip:
    """The slip with the number that its item has in the file, where others were refused."""
    match slip.route:
        case (str(key), int(number), *rest):
            return replace(slip, route=(key, settings.number_written(key, number), *rest))
    return slip


def _names(settings: LintSettings, rules: Mapping[str, Rule]) -> Iterator[Slip]:
    for number, name in enumerate(settings.ignore):
        yield from _name(name, rules, "ignore", number)
    for name in settings.severity:
        yield from _name(name, rules, "severity", name)
    for glob, names in settings.per_file.items():
        for number, name in enumerate(names):
            yield from _name(name, rules, "per_file", glob, number)


def _name(name: str, rules: Mapping[str, Rule], *route: str | int) -> Iterator[Slip]:
    is_key = route[-1] == name
    if name not in rules:
        message = f"there is no rule `{cut(name)}`"
        yield Slip(name, route, message, "`cxmap rules` lists them all", tuple(rules), is_key)
    elif rules[name].always:
        message = f"`{name}` is always an error, for what cannot be read cannot be judged"
        yield Slip(name, route, message, "take it out", is_key=is_key)


def _options(settings: LintSettings, rules: Mapping[str, Rule]) -> Iterator[Slip]:
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
                yield Slip(key, route, message, has, tuple(options), is_key=True)
                continue
            try:
                options[key].read(raw)
            except ValueError as takes:
                message = f"`{key}` of `{name}` takes {takes}"
                yield Slip(cut(str(raw)), route, message, f"it says {options[key].meaning}")
