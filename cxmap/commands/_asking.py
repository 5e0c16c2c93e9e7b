"""The questions of a profile form, asked on a terminal; an answer is looked at as it is given."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import typer

from cxmap.errors import CxmapError
from cxmap.words import did_you_mean, listed

if TYPE_CHECKING:
    from cxmap.loading.workspace import Loaded
    from cxmap.schema.keys import Key
    from cxmap.writing.change import Change
    from cxmap.writing.item import Answers
    from cxmap.writing.sorts import Sort

UNKNOWN = "?"
"""What somebody types who does not know: the answer is left out, and lint asks for it."""

_MOST = 12
_MOST_LINES = 24


def ask(
    loaded: "Loaded",
    sort: "Sort",
    identity: str,
    answers: "Answers",
    trial: "Callable[[Answers], str]",
) -> "dict[str, Sequence[str]]":
    """Ask everything there is to say about an item.

    Args:
        loaded: the workspace, whose ids are offered.
        sort: what the item is.
        identity: its id or name, where that was given.
        answers: what is known already.
        trial: says what would be wrong with some answers; nothing where all is well.
    """
    from cxmap.schema.known import known_ids
    from cxmap.writing.item import find_key, split_answer

    _say(f"A new {sort.noun}. Enter skips a question, {UNKNOWN} says that nobody knows,")
    _say("Ctrl-C writes nothing.")
    known = known_ids(loaded.workspace)
    told = dict(answers)
    name = sort.part.NAMED_BY[0]
    for key, question in sort.questions.items():
        if key in told or not sort.asks(key, told):
            continue
        field = find_key(sort.part, key)
        needed = (key == name and not identity) or bool(field and field.needed and key != name)
        offer = _offer(field, known)
        doubted = ""
        _say("")
        while True:
            typed = _prompt(question, offer)
            if typed in {"", UNKNOWN}:
                if not needed:
                    break
                _say("  this one is needed")
                continue
            tried = {**told, key: split_answer(sort.part, key, typed)}
            problem = trial(tried)
            doubt = "" if problem or typed == doubted else _doubt(loaded, field, tried[key])
            if not problem and not doubt:
                told = tried
                break
            doubted = typed if doubt else ""
            _say(f"  {problem or doubt}")
    return told


def where(loaded: "Loaded", sort: "Sort") -> str:
    """Ask for the journey and the stage that an item belongs to."""
    from cxmap.loading.lookup import find_journey, find_stage

    name = journey(loaded)
    found = find_journey(loaded.workspace, name)
    if sort.section == "stages" or len(found.stages) < 2:
        return name
    known = [stage.id for stage in found.stages]
    stage = _choose("In which stage?", known, lambda typed: find_stage(found, typed))
    return f"{name}/{stage}"


def journey(loaded: "Loaded", *, without_target: bool = False) -> str:
    """Ask for a journey, where there are several."""
    from cxmap.loading.lookup import find_journey

    workspace = loaded.workspace
    known = [
        i for i in workspace.journey_ids if not (without_target and workspace.map_of(i, "target"))
    ]
    if not known:
        raise CxmapError(
            "every journey has a target map already"
            if workspace.journey_ids
            else "there is no journey yet; `cxmap new journey` makes one"
        )
    if len(known) == 1:
        return known[0]
    return _choose("In which journey?", known, lambda typed: find_journey(loaded.workspace, typed))


def from_current() -> bool:
    """Ask whether a target begins as a copy of the map as it is today."""
    return typer.confirm("Start from today's map?", default=True, err=True)


def agrees(change: "Change") -> bool:
    """Show what is to be written, and ask whether it should be."""
    from cxmap.output.plain import plain

    _say("")
    lines = change.shown.splitlines()
    for line in lines[:_MOST_LINES]:
        typer.echo(f"    {plain(line)}", err=True)
    if len(lines) > _MOST_LINES:
        typer.echo(f"    … and {len(lines) - _MOST_LINES} more lines", err=True)
    return typer.confirm(f"\nWrite this to {change.path}?", default=True, err=True)


def _choose(question: str, known: Sequence[str], find: Callable[[str], object]) -> str:
    while True:
        typed = _prompt(question, f"({listed(known, _MOST)})")
        try:
            find(typed)
        except CxmapError as problem:
            _say(f"  {problem}")
        else:
            if typed:
                return typed


def _prompt(question: str, offer: str) -> str:
    _say(question)
    if offer:
        _say(f"  {offer}")
    typed: str = typer.prompt(
        "", default="", show_default=False, prompt_suffix="> ", err=True, type=str
    )
    return typed.strip()


def _offer(field: "Key | None", known: "dict[str, dict[str, str]] | object") -> str:
    """What may be answered: words to choose from, or ids that are there."""
    from cxmap.model.part import Refers
    from cxmap.schema.keys import Choices, kinds_of

    if field is None:
        return ""
    words: list[str] = []
    mark = ";"
    for answer in field.answers:
        if isinstance(answer, Choices):
            words += answer.words
        elif isinstance(answer, Refers) and isinstance(known, dict):
            mark = ","
            words += [i for kind in kinds_of(answer) for i in known.get(kind, {})]
    told = [f"there are: {listed(words, _MOST)}"] if words else []
    several = [f"several with `{mark}` between them"] if field.many else []
    return "; ".join([*told, *several])


def _doubt(loaded: "Loaded", field: "Key | None", values: Sequence[str]) -> str:
    """What may be a slip and need not be: a channel that nobody declared."""
    from cxmap.model.part import Refers

    channels = loaded.workspace.all_channels
    if field and any(isinstance(a, Refers) and a.kind == "channel" for a in field.answers):
        for value in values:
            if channels.get(value) is None:
                guess = did_you_mean(value, channels.ids()) or "."
                return f"`{value}` is no channel yet{guess} Say it again to keep it"
    return ""


def _say(line: str) -> None:
    import shutil
    import textwrap

    from cxmap.output.plain import plain

    indent = " " * (len(line) - len(line.lstrip()))
    width = max(40, shutil.get_terminal_size((80, 24)).columns)
    lines = textwrap.wrap(plain(line), width, subsequent_indent=indent, break_on_hyphens=False)
    typer.echo("\n".join(lines), err=True)
