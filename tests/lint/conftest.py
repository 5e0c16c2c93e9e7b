"""Ask one rule about a workspace that a test writes."""

from collections.abc import Callable, Mapping

import pytest

from cxmap.facts import Facts
from cxmap.finding import Finding
from cxmap.lint import engine, samples
from cxmap.lint.rule import Context
from cxmap.lint.selection import choose
from cxmap.profile import Profile

Gaps = Callable[[Mapping[str, str], str], list[Finding]]

RULES = engine.all_rules()


@pytest.fixture
def gaps() -> Gaps:
    """What a rule finds in files, which have no errors of their own."""

    def ask(files: Mapping[str, str], rule: str) -> list[Finding]:
        loaded = samples.load(files)
        assert not [f for f in loaded.findings if f.severity.word == "error"], loaded.findings
        context = Context(
            loaded.workspace,
            Facts(loaded.workspace),
            loaded.settings,
            loaded.settings.calendar.calendar(),
            samples.TODAY,
            Profile.STRICT,
        )
        choices = choose(RULES, loaded.settings.lint, Profile.STRICT, select=[rule])
        return engine.find_gaps(context, choices)

    return ask
