"""Ask one rule about a workspace that a test writes."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from cxmap.facts import Facts
from cxmap.finding import Finding
from cxmap.lint import engine
from cxmap.lint.rule import Context
from cxmap.lint.selection import choose
from cxmap.loading.discover import Place
from cxmap.loading.workspace import read
from cxmap.profile import Profile
from cxmap.source.tree import Memory

Gaps = Callable[[Mapping[str, str], str], list[Finding]]

TODAY = date(2026, 10, 15)
RULES = engine.all_rules()


@pytest.fixture
def gaps() -> Gaps:
    """What a rule finds in files, which have no errors of their own."""

    def ask(files: Mapping[str, str], rule: str) -> list[Finding]:
        settings = "cxmap.yaml" if "cxmap.yaml" in files else None
        tree = Memory({path: text.encode() for path, text in files.items()})
        loaded = read(Place(Path("nowhere"), settings), tree)
        assert not [f for f in loaded.findings if f.severity.word == "error"], loaded.findings
        context = Context(
            loaded.workspace,
            Facts(loaded.workspace),
            loaded.settings,
            loaded.settings.calendar.calendar(),
            TODAY,
            Profile.STRICT,
        )
        choices = choose(RULES, loaded.settings.lint, Profile.STRICT, select=[rule])
        return engine.find_gaps(context, choices)

    return ask
