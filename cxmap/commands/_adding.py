"""Adding an item: out of answers given on the command line, or asked for on a terminal."""

import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import typer

from cxmap.commands import _asking
from cxmap.commands._changing import barred, write_changes
from cxmap.commands._options import check_choice
from cxmap.commands._reading import place_and_tree
from cxmap.errors import CxmapError
from cxmap.words import is_id

if TYPE_CHECKING:
    from cxmap.finding import Finding
    from cxmap.loading.workspace import Loaded
    from cxmap.source.tree import Disk
    from cxmap.writing.change import Change
    from cxmap.writing.item import Answers
    from cxmap.writing.sorts import Sort

_ALSO = {"listening-post": "listening", "post": "listening", "persona": "customer"}


class Wish(NamedTuple):
    """What is asked for.

    Attributes:
        kind: what to add.
        identity: its id, or its name.
        where: the journey and stage it belongs to.
        answers: `KEY=VALUE`.
        from_current: start a target from the current map.
        show: print it, and write nothing.
    """

    kind: str
    identity: str
    where: str
    answers: tuple[str, ...]
    from_current: bool
    show: bool


class _Work(NamedTuple):
    """What an item is added to."""

    loaded: "Loaded"
    tree: "Disk"
    sort: "Sort"
    today: date


def run(wish: Wish, today: date) -> None:
    """Add it, or print it.

    Raises:
        CxmapError: it cannot be added as it is, and why.
    """
    from cxmap.loading.workspace import read
    from cxmap.writing.change import refuse_errors
    from cxmap.writing.sorts import SORTS

    kind = check_choice(_ALSO.get(wish.kind, wish.kind), tuple(SORTS), "KIND")
    place, tree = place_and_tree(None, None)
    work = _Work(read(place, tree), tree, SORTS[kind], today)
    if wish.from_current and kind != "target":
        raise CxmapError("`--from-current` starts a target: `cxmap new target JOURNEY`")
    answers = _given(work.sort, wish.answers)
    asks = not wish.answers and sys.stdin.isatty() and sys.stderr.isatty()
    change = _asked(work, wish, answers) if asks else _change(work, wish, answers)
    refuse_errors(_new(work, change))
    if wish.show:
        sys.stdout.write(change.shown)
        sys.stdout.flush()
        return
    if asks and not _asking.agrees(change):
        raise typer.Exit
    _write(work, change)
    line = f":{change.line}" if change.line else ""
    typer.echo(f"{change.path}{line}: {work.sort.noun} added")


def _given(sort: "Sort", pairs: Sequence[str]) -> "dict[str, Sequence[str]]":
    from cxmap.writing.item import find_key, split_answer

    answers: dict[str, list[str]] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not key:
            raise CxmapError(f"--set takes KEY=VALUE, such as `--set who=sales`, not `{pair}`")
        found = find_key(sort.part, key)
        if value.strip() in {"", _asking.UNKNOWN}:
            continue  # nobody knows: left out, so that lint asks for it
        if key in answers and not (found and found.many):
            raise CxmapError(f"`{key}` is set twice and takes one value")
        answers.setdefault(key, []).extend(split_answer(sort.part, key, value))
    return dict(answers)


def _change(work: _Work, wish: Wish, answers: "Answers") -> "Change":
    """What is to be written for these answers."""
    from cxmap.loading.lookup import find_journey
    from cxmap.writing import adding, spot, starting

    loaded, sort = work.loaded, work.sort
    if sort.name == "target":
        current = find_journey(loaded.workspace, _journey_of(loaded, wish.identity) + "@current")
        return starting.start_target(loaded, current, answers, copied=wish.from_current)
    told = adding.named(sort, wish.identity, answers)
    if sort.name == "journey":
        if wish.where:
            raise CxmapError("a journey stands in no other: leave `--in` out")
        return starting.start_journey(loaded, told)
    where = spot.spot_of(loaded, sort, wish.where)
    return adding.add(loaded, work.tree, sort, where, told, work.today)


def _journey_of(loaded: "Loaded", name: str) -> str:
    if name:
        return name
    workspace = loaded.workspace
    without = [i for i in workspace.journey_ids if not workspace.map_of(i, "target")]
    if len(without) == 1:
        return without[0]
    raise CxmapError("say of which journey: `cxmap new target JOURNEY --from-current`")


def _asked(work: _Work, wish: Wish, answers: "dict[str, Sequence[str]]") -> "Change":
    """The same, with everything asked for that nobody said yet."""
    from cxmap.finding import Severity
    from cxmap.writing.change import in_a_line

    if work.sort.name == "target":
        name = wish.identity or _asking.journey(work.loaded, without_target=True)
        copied = wish.from_current or _asking.from_current()
        return _change(work, wish._replace(identity=name, from_current=copied), answers)
    if work.sort.section in {"stages", "touchpoints"} and not wish.where:
        wish = wish._replace(where=_asking.where(work.loaded, work.sort))
    _change(work, wish, {work.sort.part.NAMED_BY[0]: ["x"]})  # is there such a place at all

    if wish.identity and not is_id(wish.identity):
        answers = {work.sort.part.NAMED_BY[0]: [wish.identity], **answers}

    def trial(answers: "Answers") -> str:
        try:
            found = _new(work, _change(work, wish, answers))
        except CxmapError as problem:
            return str(problem)
        errors = (f for f in found if f.severity is Severity.ERROR and f.rule != "missing-key")
        return next((in_a_line(f) for f in errors), "")

    answers = _asking.ask(work.loaded, work.sort, wish.identity, answers, trial)
    return _change(work, wish, answers)


def _new(work: _Work, change: "Change") -> "list[Finding]":
    from cxmap.writing.change import after, new_findings

    return new_findings(work.loaded, after(work.loaded, work.tree, {change.path: change.after}))


def _write(work: _Work, change: "Change") -> None:
    path = change.path
    known = path in work.loaded.documents
    why = barred(work.loaded.place.root)(path) if known else ""
    if why:
        raise CxmapError(f"{path} is left as it is: {why}")
    before = {path: work.tree.read(path)} if known else {}
    write_changes(work.tree, before, {path: change.after})
