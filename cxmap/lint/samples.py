"""The samples of a rule's page, read as the workspaces they are."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from cxmap.finding import Finding, Severity
from cxmap.lint.rule import Context, Rule
from cxmap.lint.selection import choose
from cxmap.loading.discover import Place
from cxmap.loading.workspace import Loaded, read
from cxmap.profile import Profile
from cxmap.source.tree import Memory

TODAY = date(2026, 10, 15)
"""The date that samples go by."""

_FILE = re.compile(r"^# file: (\S+)\n", re.MULTILINE)


def files(sample: str) -> dict[str, str]:
    """The text of every file of a sample: it is one file, or several that begin `# file: name`."""
    parts = _FILE.split(sample)
    if len(parts) == 1:
        return {"sample.yaml": sample}
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def load(texts: Mapping[str, str]) -> Loaded:
    """Read files that are nowhere on disk."""
    settings = "cxmap.yaml" if "cxmap.yaml" in texts else None
    tree = Memory({path: text.encode() for path, text in texts.items()})
    return read(Place(Path("nowhere"), settings), tree)


def faults(rule: Rule) -> list[str]:
    """What is wrong with the samples of a rule; empty where they show it."""
    if not rule.page.bad or not rule.page.good:
        missing = "good" if rule.page.bad else "bad" if rule.page.good else "bad and no good"
        return [f"it has no {missing} sample"]
    found = []
    for name, sample, wanted in (("bad", rule.page.bad, True), ("good", rule.page.good, False)):
        loaded = load(files(sample))
        errors = [f for f in loaded.findings if f.severity is Severity.ERROR]
        if errors:
            line, message = errors[0].span.line, errors[0].message
            found.append(f"the {name} sample cannot be read: line {line}: {message}")
            continue
        gaps = ask(rule, loaded)
        if wanted and not gaps:
            found.append("the bad sample has no gap")
        elif gaps and not wanted:
            found.append(f"the good sample has a gap: line {gaps[0].span.line}: {gaps[0].message}")
    return found


def ask(rule: Rule, loaded: Loaded) -> list[Finding]:
    """What one rule alone finds in a workspace, in the strictest profile."""
    from cxmap.facts import Facts
    from cxmap.lint import engine

    context = Context(
        loaded.workspace,
        Facts(loaded.workspace),
        loaded.settings,
        loaded.settings.calendar.calendar(),
        TODAY,
        Profile.STRICT,
    )
    choices = choose([rule], loaded.settings.lint, Profile.STRICT, select=[rule.name])
    return engine.find_gaps(context, choices)
