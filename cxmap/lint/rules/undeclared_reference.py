"""Names of things that nobody declares."""

from collections.abc import Iterator, Mapping
from itertools import chain

from cxmap import registry
from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.mentions import Mention, in_maps, mentioned, mentions, outside_maps
from cxmap.model.touchpoint import CUSTOMER
from cxmap.model.workspace import Workspace
from cxmap.timing.words import is_placeholder
from cxmap.words import count, flow, listed, quoted, slug

_SHOWN = 3  # names in the sample to copy
_NOUNS = {"team": "team", "customer": "customer", "metric": "measure", "data": "data source"}
_SECTIONS = {"team": "teams", "customer": "customers", "metric": "metrics", "data": "data"}


@rule(Workspace, severity=Severity.INFO)
def undeclared_reference(workspace: Workspace, context: Context) -> Iterator[Gap]:
    """Teams, customers, measures or data that are named, where none of their kind is declared.

    As long as names are only words, a misspelt one is a team that does not exist, and no check
    can notice; what it should have done for customers, nobody does.

    There is one note for each kind, at the first name.

    Bad:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Kick-off call, how: phone, who: sales}

    Good:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Kick-off call, how: phone, who: sales}
        teams:
          - {id: sales, name: Sales}
    """
    del context
    declared = {
        "team": workspace.teams,
        "customer": workspace.customers,
        "metric": workspace.metrics,
        "data": workspace.data,
    }
    named: dict[str, dict[str, Mention]] = {k: {} for k, index in declared.items() if not index}
    if not named:
        return
    for part in chain(in_maps(workspace), outside_maps(workspace)):
        if named.keys().isdisjoint(mentioned(type(part))):
            continue
        for found in mentions(part):
            names = named.get(found.kind)
            if names is not None and found.text != CUSTOMER and not is_placeholder(found.text):
                names.setdefault(slug(found.text), found)
    for kind, names in named.items():
        if names:
            yield _gap(kind, names)


def _gap(kind: str, names: Mapping[str, Mention]) -> Gap:
    first, *others = names.values()
    noun = _NOUNS[kind]
    message = f"the {noun} {quoted(first.text)} is named, and no {noun} is declared"
    if others:
        together = listed([found.text for found in names.values()])
        message = f"{count(len(names), noun)} are named, and none is declared: {together}"
    items = ", ".join(_sample(kind, found.text) for found in [first, *others][:_SHOWN])
    more = ", …" if len(names) > _SHOWN else ""
    section = _SECTIONS[kind]
    hint = f"`{section}: [{items}{more}]`, in this file or another"
    return Gap(message, first.span, section, "named here", hint)


def _sample(kind: str, name: str) -> str:
    if kind == "data":
        return f"{{id: {slug(name)}, files: feedback/{slug(name)}.csv}}"
    if kind != "metric":
        return f"{{name: {flow(name)}}}"
    known = set(registry.names("cxmap.kinds"))
    guess = next((word for word in slug(name).split("-") if word in known), "<kind>")
    return f"{{name: {flow(name)}, kind: {guess}}}"
