"""What the pointer explains: keys, choices, and who or what a name stands for."""

from collections.abc import Iterator
from dataclasses import dataclass

from cxmap.facts import Facts
from cxmap.loading.settings import Settings
from cxmap.lsp.cursor import Cursor
from cxmap.lsp.describe import describe
from cxmap.lsp.naming import name_at, resolve
from cxmap.lsp.vocabulary import key_at, keys_at
from cxmap.model.journey import Journey
from cxmap.model.takes import Takes
from cxmap.model.workspace import Workspace
from cxmap.schema.keys import Choices, Key


@dataclass(frozen=True, slots=True)
class Told:
    """An explanation of some text.

    Attributes:
        text: plain text, in lines.
        start: the column where the explained text begins, from 0.
        end: the column after it.
    """

    text: str
    start: int
    end: int


def explain(
    cursor: Cursor,
    kind: str,
    workspace: Workspace,
    settings: Settings,
    journey: Journey | None,
) -> Told | None:
    """What stands at a place; None where there is nothing to say.

    Args:
        cursor: the place.
        kind: of the file, see `vocabulary.kind_of`.
        workspace: what is declared.
        settings: of the workspace.
        journey: the map the place is in, or None.
    """
    if cursor.value_of is not None:
        key = key_at(cursor.value_of, kind)
        name = name_at(cursor, key) if key else None
        if name is not None:
            facts = Facts(workspace)
            found = (p for k in name.kinds for p in resolve(workspace, k, name.text, journey))
            text = "\n\n".join(dict.fromkeys(describe(part, facts, settings) for part in found))
            return Told(text, name.start, name.end) if text else None
        meaning = _meaning(key, cursor.word) if key else ""
        if meaning:
            return Told(meaning, cursor.start, cursor.end)
    if cursor.keys_at is not None:
        key = keys_at(cursor.keys_at, kind).get(cursor.word)
        return Told(_about(key), cursor.start, cursor.end) if key else None
    return None


def _meaning(key: Key, word: str) -> str:
    for answer in key.answers:
        if isinstance(answer, Choices) and word in answer.words and answer.meanings:
            return answer.meanings[answer.words.index(word)]
    return ""


def _about(key: Key) -> str:
    return "\n".join([f"{key.name}: {key.meaning}", *_takes(key)])


def _takes(key: Key) -> Iterator[str]:
    words = []
    for answer in key.answers:
        if isinstance(answer, Choices):
            words.append(", ".join(answer.words))
        elif isinstance(answer, Takes):
            words.append(answer.words)
    if words:
        yield f"takes {' or '.join(words)}{', one or a list' if key.many else ''}"
    if key.usual:
        yield f"{key.usual} where nothing is written"
    if key.needed:
        yield "needed"
