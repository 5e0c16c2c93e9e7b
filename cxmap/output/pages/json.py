"""Rules' pages as JSON."""

from collections.abc import Sequence
from typing import Any

from cxmap.lint.rule import Rule
from cxmap.output.as_json import dumps
from cxmap.output.results import Format, Look


def _write(rules: Sequence[Rule], _look: Look) -> str:
    return dumps({"version": 1, "rules": [_record(rule) for rule in rules]}) + "\n"


def _record(rule: Rule) -> dict[str, Any]:
    page = rule.page
    return {
        "name": rule.name,
        "severity": rule.severity.word,
        "profile": None if rule.always else rule.profile.word,
        "finds": page.finds,
        "why": page.why,
        "more": page.more,
        "hint": rule.hint,
        "bad": page.bad,
        "good": page.good,
        "options": [
            {
                "name": name,
                "default": option.default,
                "takes": option.takes,
                "meaning": option.meaning,
            }
            for name, option in rule.options.items()
        ],
        "source": rule.source,
        "origin": rule.origin,
        "clock": rule.clock,
    }


FORMAT = Format("json", _write)
