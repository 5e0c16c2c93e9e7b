"""Lines as people write them down in a workshop: *what - how - who - when*, below their stage."""

import re

from cxmap.errors import CxmapError
from cxmap.inventory import cells
from cxmap.inventory.form import NOTHING_OFFERED, Form, Offered, Written
from cxmap.inventory.inventory import Answers, Inventory
from cxmap.inventory.reading import MOST_ROWS, Asked, Found, Reading, Rejected, sound
from cxmap.inventory.table import NO_STAGE
from cxmap.inventory.texts import decoded
from cxmap.model import line as one_line
from cxmap.model.touchpoint import Touchpoint
from cxmap.source.packed import Raw
from cxmap.words import count, cut, slug

_BULLET = re.compile(r"\s*(?:[-*+•–—·▪◦‣●○]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?")
_HEADING = re.compile(r"\s*(#{1,6})\s+(.+?)\s*")
_UNKNOWN = "?"
_SAID = {"id", *one_line.FIELDS}


def _read(data: bytes, asked: Asked) -> Reading:
    """What lines say. A heading, or a line that ends with a colon, is a stage.

    Where touchpoints have bullets, so is a line that has none and is not parted.
    """
    lines = decoded(data, asked).splitlines()
    filled = [(n, text) for n, text in enumerate(lines, 1) if text.strip()]
    if len(filled) > MOST_ROWS:
        raise CxmapError(f"{asked.name} has more than {MOST_ROWS:,} lines")
    depths = {len(m[1]) for m in (_HEADING.fullmatch(text) for _, text in filled) if m}
    bullets = any(_BULLET.match(text) for _, text in filled)
    title = ""
    headings = 0
    stage: Answers = {}
    found: list[Found] = []
    rejected: list[Rejected] = []
    notes: list[str] = []
    for number, text in filled:
        heading = _HEADING.fullmatch(text)
        if heading and len(depths) > 1 and len(heading[1]) == min(depths) and not title:
            title = heading[2]
        elif heading or _is_stage(text, bullets=bullets):
            stage = {"name": heading[2] if heading else text.strip().removesuffix(":").strip()}
            headings += 1
            found.append(Found(stage, None, number, headings))
        else:
            answers = _answers(_BULLET.sub("", text, count=1).strip())
            if not slug(str(answers.get("what", ""))):
                rejected.append(Rejected(number, f"`{cut(text)}` names no touchpoint"))
                continue
            stage = stage or {"name": NO_STAGE}
            kept, moved = sound(answers, Touchpoint, number)
            notes += moved
            found.append(Found(stage, kept, number, headings))
    return Reading(tuple(found), title=title, rejected=tuple(rejected), notes=tuple(notes))


def _is_stage(text: str, *, bullets: bool) -> bool:
    if _BULLET.match(text):
        return False
    parts = len(one_line.split(text.strip()))
    return parts == 1 and (bullets or text.rstrip().endswith(":"))


def _answers(text: str) -> dict[str, Raw]:
    pieces = {field: piece.text for field, piece in one_line.split(text).items()}
    return {
        field: said if field == "what" else cells.read(field, said)
        for field, said in pieces.items()
        if field == "what" or said != _UNKNOWN
    }


def _write(inventory: Inventory, offered: Offered = NOTHING_OFFERED) -> Written:
    del offered
    lines = [f"# {_flat(inventory.title or inventory.journey)}"]
    unsaid = 0
    for stage in inventory.stages:
        lines += ["", f"## {_flat(str(stage.answers.get('name') or stage.answers['id']))}", ""]
        for touchpoint in stage.touchpoints:
            lines.append(f"- {_line(touchpoint)}")
            unsaid += bool(touchpoint.keys() - _SAID)
    more = f"lines say what, how, who and when: {count(unsaid, 'touchpoint')} had more to say"
    return Written(("\n".join(lines) + "\n").encode(), (more,) if unsaid else ())


def _line(touchpoint: Answers) -> str:
    """A touchpoint in one line, parted by dashes where those part it as it is meant."""
    texts = [_said(field, touchpoint.get(field)) for field in one_line.FIELDS]
    while texts and texts[-1] == _UNKNOWN:
        texts.pop()
    for mark, clean in ((" - ", str), (" | ", str), (" | ", _without_bars)):
        parts = [clean(text) for text in texts]
        text = mark.join(parts)
        if [piece.text for piece in one_line.split(text).values()] == parts:
            return text
    return text


def _said(field: str, answer: Raw) -> str:
    if answer is None:
        return _UNKNOWN
    if isinstance(answer, list):
        items = [_flat(str(item)) for item in answer]
        plain = ", ".join(items)
        return plain if cells.read(field, plain) == items else _flat(cells.write(field, items))
    return _flat(answer if field == "what" else cells.write(field, answer))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _without_bars(text: str) -> str:
    return " ".join(text.replace("|", "/").split())


FORM = Form("text", (".txt", ".text"), _read, _write)
