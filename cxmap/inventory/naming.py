"""Teams, channels, customers and metrics that an inventory names and a workspace does not know."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cxmap.inventory.inventory import Answers, Inventory
from cxmap.model.index import Ambiguous, Index
from cxmap.model.journey import Stage
from cxmap.model.part import Part
from cxmap.model.touchpoint import CUSTOMER, Touchpoint
from cxmap.model.workspace import Workspace
from cxmap.timing.words import is_placeholder
from cxmap.words import did_you_mean, quoted, slug

_SECTIONS = {"team": "teams", "channel": "channels", "metric": "metrics", "customer": "customers"}

_KINDS = (
    ("nps", ("nps", "net promoter", "net-promoter")),
    ("ces", ("ces", "effort")),
    ("csat", ("csat", "satisfaction", "zufriedenheit", "satisfacción", "satisfação")),
    ("churn", ("churn", "attrition", "lost customers", "abwanderung")),
    ("retention", ("retention", "renewal rate", "fidélisation")),
    ("rating", ("rating", "stars", "review score", "bewertung")),
    (
        "rate",
        ("rate", "share", "percent", "%", "ratio", "first contact resolution", "quote", "taux"),
    ),
    ("duration", ("time", "duration", "minutes", "hours", "days", "dauer", "délai")),
    ("cost", ("cost", "kosten", "coût", "costo")),
    ("count", ("number of", "count", "volume", "anzahl", "nombre", "calls", "tickets")),
)
_USUAL = "rate"


@dataclass(frozen=True, slots=True)
class Declared:
    """What a new map declares beside its stages, and what there is to say about it."""

    teams: tuple[Answers, ...] = ()
    channels: tuple[Answers, ...] = ()
    metrics: tuple[Answers, ...] = ()
    customers: tuple[Answers, ...] = ()
    notes: tuple[str, ...] = ()

    def sections(self) -> Iterator[tuple[str, tuple[Answers, ...]]]:
        """The sections beside the journey, by name."""
        yield "teams", self.teams
        yield "channels", self.channels
        yield "metrics", self.metrics


def declare(inventory: Inventory, workspace: Workspace) -> Declared:
    """What has to be declared so that every name in an inventory is known.

    Args:
        inventory: stages and touchpoints.
        workspace: what is known already.
    """
    known: dict[str, Index[Any]] = {
        "team": workspace.teams,
        "channel": workspace.all_channels,
        "metric": workspace.metrics,
        "customer": workspace.customers,
    }
    found: dict[str, dict[str, str]] = {kind: {} for kind in _SECTIONS}
    for kind, name in _named(inventory):
        key = slug(name)
        if key and not is_placeholder(name) and not _is_known(known[kind], name):
            found[kind].setdefault(key, name)
    items: dict[str, tuple[Answers, ...]] = {}
    notes: list[str] = []
    for kind, names in found.items():
        items[_SECTIONS[kind]] = tuple(_item(kind, key, name) for key, name in names.items())
        notes += _notes(kind, names, known[kind].ids())
    return Declared(**items, notes=tuple(notes))


def declare_like(inventory: Inventory, workspace: Workspace) -> Declared:
    """The same for a map that is there: only of kinds of which the workspace declares any.

    Where it declares none, names need no declaring, and one would make all others unknown.
    """
    found = declare(inventory, workspace)
    return Declared(
        teams=found.teams if len(workspace.teams) else (),
        channels=found.channels if len(workspace.channels) else (),
        metrics=found.metrics if len(workspace.metrics) else (),
        customers=found.customers if len(workspace.customers) else (),
        notes=found.notes if len(workspace.metrics) else (),
    )


def _named(inventory: Inventory) -> Iterator[tuple[str, str]]:
    for stage in inventory.stages:
        yield from _names_in(stage.answers, Stage)
        for touchpoint in stage.touchpoints:
            yield from _names_in(touchpoint, Touchpoint)


def _names_in(answers: Answers, part: type[Part]) -> Iterator[tuple[str, str]]:
    for reference in part.REFERENCES:
        if reference.kind in _SECTIONS:
            answer = answers.get(reference.key)
            for name in answer if isinstance(answer, list) else [answer]:
                if isinstance(name, str) and not (reference.kind == "team" and name == CUSTOMER):
                    yield reference.kind, name
    emotion = answers.get("emotion")
    if isinstance(emotion, dict):
        yield from (("customer", name) for name in emotion)


def _is_known(index: Index[Any], name: str) -> bool:
    try:
        return index.find(name) is not None
    except Ambiguous:
        return True  # the check of the map says which ones it may mean


def _item(kind: str, key: str, name: str) -> Answers:
    about: dict[str, str] = {"id": key}
    if name != key:
        about["name"] = name
    if kind == "metric":
        about["kind"] = kind_of(name) or _USUAL
    return about


def kind_of(name: str) -> str:
    """The kind of a metric that its name tells; nothing where it tells none."""
    words = f" {name.lower()} "
    return next((k for k, signs in _KINDS if any(_says(words, sign) for sign in signs)), "")


def _says(words: str, sign: str) -> bool:
    if sign.isalpha() and len(sign) <= len("days"):  # no "ces" in "access"
        return sign in slug(words).split("-")
    return sign in words


def _notes(kind: str, names: dict[str, str], known: Iterable[str]) -> Iterator[str]:
    declared = tuple(known)
    for key, name in names.items():
        guess = did_you_mean(key, declared)
        if guess:
            yield f"{kind} {quoted(name)} is new, and is declared in the map{guess}"
        if kind == "metric" and not kind_of(name):
            unknown = f"nothing tells what kind of metric {quoted(name)} is"
            yield f"{unknown}: `{_USUAL}` is written, check it"
