"""Mermaid's `journey` diagrams: sections are stages, scores from 1 to 5 are emotions."""

import re

from cxmap.errors import CxmapError
from cxmap.inventory.form import NOTHING_OFFERED, Form, Offered, Written
from cxmap.inventory.inventory import Answers, Inventory
from cxmap.inventory.reading import MOST_ROWS, Asked, Found, Reading, Rejected, sound
from cxmap.inventory.table import NO_STAGE
from cxmap.inventory.texts import decoded
from cxmap.model.touchpoint import CUSTOMER, Touchpoint
from cxmap.source.packed import Raw
from cxmap.words import count, cut, slug

_MIDDLE = 3
"""The score that stands for neutral: a score less this is an emotion."""

_CODE = re.compile(r"#(\d{1,7});")
_CODED = re.compile(r"[:;#,%]")
_TASK = re.compile(r"(?P<what>[^:]+):\s*(?P<score>[^:]*?)\s*(?::(?P<actors>.*))?")
_CUSTOMERS = frozenset({"me", "i", "customer", "user", "customers", "users", "client", "kunde"})
_SAID = {"id", "what", "who", "with", "emotion"}
_LEFT_OUT = ("accTitle", "accDescr", "%%", "---")


def _read(data: bytes, asked: Asked) -> Reading:
    lines = decoded(data, asked).splitlines()
    start = next((n for n, text in enumerate(lines) if text.strip() == "journey"), None)
    if start is None:
        raise CxmapError(f"{asked.name}: no line says `journey`, so it is no journey diagram")
    title = ""
    sections = 0
    stage: Answers = {"name": NO_STAGE}
    found: list[Found] = []
    rejected: list[Rejected] = []
    notes: list[str] = []
    for number, text in enumerate(lines[start + 1 :], start + 2):
        said = text.strip()
        if said.startswith("```"):
            break
        word, _, rest = said.partition(" ")
        if not said or said.startswith(_LEFT_OUT):
            continue
        if word == "title":
            title = _decoded(rest)
        elif word == "section":
            stage = {"name": _decoded(rest) or NO_STAGE}
            sections += 1
            found.append(Found(stage, None, number, sections))
        else:
            answers = _task(said)
            if not answers or not slug(str(answers["what"])):
                rejected.append(Rejected(number, f"`{cut(said)}` is no task of a journey"))
                continue
            kept, moved = sound(answers, Touchpoint, number)
            notes += moved
            found.append(Found(stage, kept, number, sections))
        if len(found) > MOST_ROWS:
            raise CxmapError(f"{asked.name} has more than {MOST_ROWS:,} lines")
    return Reading(tuple(found), title=title, rejected=tuple(rejected), notes=tuple(notes))


def _task(text: str) -> dict[str, Raw]:
    task = _TASK.fullmatch(text)
    if task is None:
        return {}
    actors = [_decoded(actor) for actor in (task["actors"] or "").split(",") if actor.strip()]
    actors = [CUSTOMER if actor.lower() in _CUSTOMERS else actor for actor in actors]
    answers: dict[str, Raw] = {"what": _decoded(task["what"])}
    if re.fullmatch("[1-5]", task["score"]):
        answers["emotion"] = str(int(task["score"]) - _MIDDLE)
    elif task["score"]:
        answers["x-score"] = task["score"]
    if actors:
        answers["who"] = actors[0]
        answers["with"] = actors[1:]
    return answers


def _write(inventory: Inventory, offered: Offered = NOTHING_OFFERED) -> Written:
    del offered
    lines = ["journey", f"    title {_coded(inventory.title or inventory.journey, ':,')}"]
    unrated = unsaid = 0
    for stage in inventory.stages:
        name = str(stage.answers.get("name") or stage.answers["id"])
        lines.append(f"    section {_coded(name, ',')}")
        for touchpoint in stage.touchpoints:
            score = _score(touchpoint.get("emotion"))
            unrated += score is None
            unsaid += bool(touchpoint.keys() - _SAID)
            actors = [touchpoint.get("who"), *(touchpoint.get("with") or [])]
            told = ", ".join(_coded(str(actor)) for actor in actors if actor)
            what = _coded(str(touchpoint.get("what", "")))
            told = f": {told}" if told else ""
            lines.append(f"      {what}: {_MIDDLE if score is None else score}{told}")
    notes = []
    if unrated:
        notes.append(f"nobody rated {count(unrated, 'touchpoint')}: the diagram shows a {_MIDDLE}")
    if unsaid:
        notes.append(
            f"the diagram says what, who and emotion: {count(unsaid, 'touchpoint')} had more"
        )
    return Written(("\n".join(lines) + "\n").encode(), tuple(notes))


def _score(emotion: Raw) -> int | None:
    """1 to 5: the emotion, or the mean of those of several customers."""
    rated = list(emotion.values()) if isinstance(emotion, dict) else [emotion]
    try:
        return round(sum(map(int, rated)) / len(rated)) + _MIDDLE
    except (TypeError, ValueError):
        return None


def _coded(text: str, plain: str = "") -> str:
    """A text on one line in which no character is Mermaid's own."""
    line = " ".join(text.split())
    return _CODED.sub(lambda c: c[0] if c[0] in plain else f"#{ord(c[0])};", line)


def _decoded(text: str) -> str:
    return _CODE.sub(lambda code: _character(int(code[1]), code[0]), text.strip())


def _character(number: int, otherwise: str) -> str:
    is_one = 32 <= number < 0x110000 and not 0xD800 <= number < 0xE000
    return chr(number) if is_one else otherwise


FORM = Form("mermaid", (".mmd", ".mermaid"), _read, _write)
