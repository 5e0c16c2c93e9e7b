"""Ask one rule about a workspace that a test writes."""

from collections.abc import Callable, Mapping

import pytest

from cxmap.finding import Finding
from cxmap.lint import engine, samples

Gaps = Callable[[Mapping[str, str], str], list[Finding]]

RULES = {rule.name: rule for rule in engine.all_rules()}


@pytest.fixture
def gaps() -> Gaps:
    """What a rule finds in files, which have no errors of their own."""

    def ask(files: Mapping[str, str], rule: str) -> list[Finding]:
        loaded = samples.load(files)
        assert not [f for f in loaded.findings if f.severity.word == "error"], loaded.findings
        return samples.ask(RULES[rule], loaded)

    return ask
