"""A history for people: commit by commit, newest first, in the words of a comparison."""

from collections.abc import Iterator

from cxmap.diff.history import Event
from cxmap.diff.level import Level
from cxmap.output.ink import painter
from cxmap.output.plain import folded, plain
from cxmap.output.results import Format, Look
from cxmap.output.told import Told

_STYLES = {Level.LOSS: "error", Level.RISK: "warning", Level.GAIN: "info", Level.NOTE: "quiet"}
_UNDER = " " * len("  loss  ")
_SHORT = 7


def _write(told: Told, look: Look) -> str:
    blocks = ["\n".join(_event(event, told, look)) for event in told.events]
    title = f"{painter(look)(plain(told.name), 'title')}   {plain(told.item)}"
    return "\n\n".join([title, *blocks]) + "\n"


def _event(event: Event, told: Told, look: Look) -> Iterator[str]:
    paint = painter(look)
    commit = event.commit
    if commit is None:
        yield paint("not committed yet", "title")
    else:
        facts = plain(f"{commit.when}  {commit.id[:_SHORT]}  {commit.author}")
        yield f"{paint(facts, 'title')}  {plain(commit.subject)}"
    if event.item != told.item:
        yield paint(plain(f"  as {event.item}"), "quiet")
    if not event.changes:
        yield "  it came with its map"
    for change in event.changes:
        word = f"{change.level.word:<4}"
        lines = list(
            folded(plain(change.message), look.width - len(_UNDER) if look.width else None)
        )
        yield f"  {paint(word, _STYLES[change.level])}  {lines[0]}"
        yield from (f"{_UNDER}{line}" for line in lines[1:])


FORMAT = Format("text", _write)
