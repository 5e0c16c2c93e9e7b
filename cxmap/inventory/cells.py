"""One answer as the text of a cell, and back: what is written comes back as it was."""

import re
from functools import cache

from pydantic import ValidationError

from cxmap.inventory.inventory import trimmed
from cxmap.inventory.yamltext import in_json, inline
from cxmap.model.journey import Stage
from cxmap.model.part import Refers
from cxmap.model.timeline import say
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.when import When
from cxmap.schema.keys import Choices, Key, keys_of
from cxmap.source.packed import Raw
from cxmap.source.parse import parse
from cxmap.timing.words import read_words

_PROSE = re.compile(r"\s*[\n;]\s*")
_SHORT = re.compile(r"\s*[\n;,]\s*")
_MAPPINGS = ("when", "emotion")
_YES = frozenset(("yes", "y", "true", "x", "1", "on", "✓", "✔", "ja", "oui", "sí", "si", "sim"))
_NO = frozenset(("no", "n", "false", "0", "off", "-", "–", "✗", "nein", "non", "não", "nee"))
_NOTHING = frozenset(("-", "–", "—", "−"))
_BULLET = re.compile(r"^[-–•*·‣▪]\s+")
_NUMBER = re.compile(r"[+−-]?[0-9]+(?:\.0+)?")


@cache
def _keys(of_stage: bool) -> dict[str, Key]:  # noqa: FBT001 (what the cache goes by)
    return {key.name: key for key in keys_of(Stage if of_stage else Touchpoint)}


def _key(name: str) -> Key | None:
    """What the models know of a column: `stage` and `stage.goal` are a stage's, others not."""
    if name == "stage":
        return None
    stage = name.startswith("stage.")
    return _keys(stage).get(name.removeprefix("stage."))


def write(name: str, answer: Raw) -> str:
    """The text for a cell.

    Args:
        name: the key of the answer, such as `how` or `stage.goal`.
        answer: text, a list or a mapping, without blanks around its texts.

    Returns:
        the text as people write it where `read` gives the answer back, else as a map has it.
    """
    text = _plainly(name, answer)
    if text is not None and _as_in_a_map(name, text) is None and _means(name, text, answer):
        return text
    return in_json(answer) if isinstance(answer, str) else inline(answer)


def read(name: str, text: str) -> Raw:
    """The answer that the text of a cell gives; None for nothing, or for a dash alone."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not text or (text in _NOTHING and not _is_own(name)):
        return None
    answer = _as_in_a_map(name, text)
    return _as_people_write(name, text) if answer is None else answer


def _plainly(name: str, answer: Raw) -> str | None:
    if isinstance(answer, str):
        return answer
    if isinstance(answer, list) and all(isinstance(item, str) for item in answer):
        return ("; " if _is_short(name) else "\n").join(answer)
    if name == "when" and isinstance(answer, dict):
        try:
            when = When.model_validate(dict(answer))
            return say(when, str) + (f", takes {when.takes}" if when.takes else "")
        except ValidationError:
            return None
    return None


def _means(name: str, text: str, answer: Raw) -> bool:
    if name == "when" and isinstance(answer, dict):
        said = read_words(text) or {}
        return {key: str(value) for key, value in said.items()} == answer
    return bool(read(name, text) == answer)


def _is_short(name: str) -> bool:
    """Whether a list holds names or words, and no sentences."""
    key = _key(name)
    marks = key.answers if key else ()
    return name == "tags" or any(isinstance(mark, Refers) for mark in marks)


def _as_in_a_map(name: str, text: str) -> Raw:
    """What a text says that begins as YAML does in brackets or quotes.

    None where it is no such thing, or where the key takes no such thing. A text in quotes is one
    too: that is how a cell says what would be read otherwise.
    """
    if text[:1] not in {'"', "[", "{"}:
        return None
    parsed = parse(f"- {text}\n")
    found = parsed.data[0] if isinstance(parsed.data, list) and len(parsed.data) == 1 else None
    if parsed.problems or found is None:
        return None
    if isinstance(found, str):
        return found.strip() or None
    key = _key(name)
    takes_list = _is_own(name) or (key is not None and key.many)
    takes_mapping = _is_own(name) or name in _MAPPINGS
    fits = takes_list if isinstance(found, list) else takes_mapping
    return trimmed(found) if fits else None


def _is_own(name: str) -> bool:
    return name.removeprefix("stage.").startswith("x-")


def _as_people_write(name: str, text: str) -> Raw:
    if name == "moment_of_truth":
        return "yes" if text.lower() in _YES else None if text.lower() in _NO else text
    if name in {"emotion", "importance"} and _NUMBER.fullmatch(text):
        return str(int(float(text.replace("−", "-"))))
    key = _key(name)
    if key is not None and key.many:
        items = (_SHORT if _is_short(name) else _PROSE).split(text)
        return [bare for item in items if (bare := _BULLET.sub("", item, count=1).strip())]
    for answer in key.answers if key else ():
        if isinstance(answer, Choices) and text.lower() in answer.words:
            return text.lower()
    return text
