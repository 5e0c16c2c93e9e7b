"""Every rule finds what its cases say, and nothing else; its page's samples show it."""

import re
from datetime import date
from pathlib import Path

import pytest

from cxmap.facts import Facts
from cxmap.finding import Finding
from cxmap.lint import engine
from cxmap.lint.rule import Context, Rule
from cxmap.lint.selection import choose
from cxmap.loading.discover import Place
from cxmap.loading.workspace import Loaded, read
from cxmap.profile import Profile
from cxmap.source.tree import Memory

TODAY = date(2026, 10, 15)
CASES = Path(__file__).parent / "cases"
EXPECTED = re.compile(r"#\s*expect:\s*([\w, -]+)")
RULES = {rule.name: rule for rule in engine.all_rules()}


def workspace(files: dict[str, str]) -> Loaded:
    settings = "cxmap.yaml" if "cxmap.yaml" in files else None
    place = Place(Path("nowhere"), settings)
    return read(place, Memory({path: text.encode() for path, text in files.items()}))


def gaps(files: dict[str, str], rule: str) -> list[Finding]:
    loaded = workspace(files)
    assert not [f for f in loaded.findings if f.severity.word == "error"], loaded.findings
    context = Context(
        loaded.workspace,
        Facts(loaded.workspace),
        loaded.settings,
        loaded.settings.calendar.calendar(),
        TODAY,
        Profile.STRICT,
    )
    choices = choose(RULES.values(), loaded.settings.lint, Profile.STRICT, select=[rule])
    return engine.find_gaps(context, choices)


def files_of(case: Path) -> dict[str, str]:
    found = [case] if case.is_file() else sorted(case.rglob("*.yaml"))
    root = case.parent if case.is_file() else case
    return {f.relative_to(root).as_posix(): f.read_text(encoding="utf-8") for f in found}


def cases() -> list[Path]:
    return sorted(case for folder in CASES.iterdir() for case in folder.iterdir())


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_a_case_has_the_gaps_it_expects_where_it_expects_them(case: Path) -> None:
    files = files_of(case)
    expected = {
        (path, number)
        for path, text in files.items()
        for number, line in enumerate(text.splitlines(), 1)
        if (mark := EXPECTED.search(line)) and case.parent.name in re.split(r"[,\s]+", mark[1])
    }
    found = {(f.span.path, f.span.line) for f in gaps(files, case.parent.name)}
    assert found == expected


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_has_cases_that_fire_and_a_page(rule: Rule) -> None:
    folder = CASES / rule.name
    texts = [text for case in folder.iterdir() for text in files_of(case).values()]
    assert any(EXPECTED.search(text) for text in texts)
    assert rule.page.finds.endswith(".") and rule.page.why


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_bad_sample_of_a_page_has_the_gap_and_the_good_one_has_not(rule: Rule) -> None:
    assert gaps(sample(rule.page.bad), rule.name)
    assert not gaps(sample(rule.page.good), rule.name)


def sample(text: str) -> dict[str, str]:
    """A sample is one file, or several that begin with `# file: name`."""
    parts = re.split(r"^# file: (\S+)\n", text, flags=re.MULTILINE)
    if len(parts) == 1:
        return {"sample.yaml": text}
    return dict(zip(parts[1::2], parts[2::2], strict=True))
