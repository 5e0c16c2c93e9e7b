"""JSON, for other programs: stages with their touchpoints, answers under the keys of a map."""

import json

from cxmap.errors import CxmapError
from cxmap.inventory.form import NOTHING_OFFERED, Form, Offered, Written
from cxmap.inventory.inventory import Inventory
from cxmap.inventory.reading import MOST_ROWS, Asked, Found, Reading, Rejected, sound
from cxmap.inventory.table import NO_STAGE
from cxmap.inventory.texts import decoded
from cxmap.model.journey import Stage as StagePart
from cxmap.model.touchpoint import Touchpoint
from cxmap.source.packed import Raw
from cxmap.words import slug

_VERSION = 1
_DEEPEST = 40


def _write(inventory: Inventory, offered: Offered = NOTHING_OFFERED) -> Written:
    del offered
    stages = [
        {**stage.answers, "touchpoints": [dict(touchpoint) for touchpoint in stage.touchpoints]}
        for stage in inventory.stages
    ]
    whole = {
        "version": _VERSION,
        "journey": inventory.journey,
        "title": inventory.title,
        "state": inventory.state,
        "stages": stages,
    }
    return Written((json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode())


def _read(data: bytes, asked: Asked) -> Reading:
    """What a file says: stages with touchpoints, or a list of touchpoints alone."""
    text = decoded(data, asked)
    try:
        whole = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise CxmapError(f"{asked.name}, line {error.lineno}: this is no JSON") from None
    except RecursionError:
        raise CxmapError(f"{asked.name}: it is nested too deep") from None
    if _depth(whole) > _DEEPEST:
        raise CxmapError(f"{asked.name}: it is nested too deep")
    if isinstance(whole, list):
        whole = {"stages": [{"name": NO_STAGE, "touchpoints": whole}]}
    stages = whole.get("stages") if isinstance(whole, dict) else None
    if not isinstance(stages, list):
        raise CxmapError(f"{asked.name}: it holds no `stages`, and is no list of touchpoints")
    found: list[Found] = []
    rejected: list[Rejected] = []
    notes: list[str] = []
    number = 0
    for heading, stage in enumerate(stages, 1):
        about = stage if isinstance(stage, dict) else {}
        named = {k: v for k, v in about.items() if k != "touchpoints"}
        answers, moved = sound(_with_id({"name": NO_STAGE, **named}, "name"), StagePart, number)
        notes += moved
        found.append(Found(answers, None, number, heading))
        listed = about.get("touchpoints")
        for item in listed if isinstance(listed, list) else []:
            number += 1
            if number > MOST_ROWS:
                raise CxmapError(f"{asked.name} has more than {MOST_ROWS:,} touchpoints")
            if not isinstance(item, dict) or not slug(str(item.get("what") or "")):
                rejected.append(Rejected(number, "no touchpoint is named: it has no `what`"))
                continue
            touchpoint, moved = sound(_with_id(item, "what"), Touchpoint, number)
            notes += moved
            found.append(Found(answers, touchpoint, number, heading))
    text_of = {k: str(whole.get(k) or "") for k in ("journey", "title", "state")}
    state = text_of["state"] if text_of["state"] in {"current", "target"} else ""
    return Reading(
        tuple(found),
        title=text_of["title"].strip(),
        journey=slug(text_of["journey"]),
        state=state,
        rejected=tuple(rejected),
        notes=tuple(notes),
        unit="item",
    )


def _with_id(answers: Raw, name: str) -> dict[str, Raw]:
    """Answers as keys of a map, those that it does not have as own ones; an id in its form."""
    part = StagePart if name == "name" else Touchpoint
    known = {k if k in part.KEYS or k.startswith("x-") else f"x-{k}": v for k, v in answers.items()}
    identity = slug(str(known.pop("id", None) or ""))
    return {**known, "id": identity} if identity else known


def _depth(value: Raw) -> int:
    """How many levels of lists and mappings stand in each other, counted up to the most."""
    level = [value]
    for depth in range(_DEEPEST + 2):
        level = [
            inner
            for each in level
            if isinstance(each, dict | list)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
        if not level:
            return depth
    return _DEEPEST + 1


FORM = Form("json", (".json",), _read, _write)
