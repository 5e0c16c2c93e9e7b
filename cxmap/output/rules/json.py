"""The list of rules as JSON."""

from collections.abc import Sequence
from typing import Any

from cxmap.lint.selection import Choice
from cxmap.output.as_json import dumps
from cxmap.output.results import Format, Look


def _write(choices: Sequence[Choice], _look: Look) -> str:
    return dumps({"version": 1, "rules": [_record(choice) for choice in choices]}) + "\n"


def _record(choice: Choice) -> dict[str, Any]:
    rule = choice.rule
    return {
        "name": rule.name,
        "finds": rule.page.finds,
        "severity": choice.weigh().word,
        "profile": None if rule.always else rule.profile.word,
        "on": choice.on,
        "why": choice.why,
    }


FORMAT = Format("json", _write)
