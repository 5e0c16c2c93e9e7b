"""Every rule finds what its cases say, and nothing else; its page's samples show it."""

import re
from pathlib import Path

import pytest

from cxmap.lint import engine, samples
from cxmap.lint.rule import Rule

CASES = Path(__file__).parent / "cases"
EXPECTED = re.compile(r"#\s*expect:\s*([\w, -]+)")
SEVERITIES = {"error", "warning", "info"}
RULES = {rule.name: rule for rule in engine.all_rules()}


def files_of(case: Path) -> dict[str, str]:
    found = [case] if case.is_file() else sorted(case.rglob("*.yaml"))
    root = case.parent if case.is_file() else case
    return {f.relative_to(root).as_posix(): f.read_text(encoding="utf-8") for f in found}


def cases() -> list[Path]:
    return sorted(case for folder in CASES.iterdir() for case in folder.iterdir())


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_a_case_has_the_gaps_it_expects_where_it_expects_them(case: Path, gaps) -> None:
    files = files_of(case)
    expected = {
        (path, number): words
        for path, text in files.items()
        for number, line in enumerate(text.splitlines(), 1)
        if (mark := EXPECTED.search(line))
        and case.parent.name in (words := re.split(r"[,\s]+", mark[1]))
    }
    found = gaps(files, case.parent.name)
    assert {(f.span.path, f.span.line) for f in found} == set(expected)
    for finding in found:  # where the mark says how bad it is too, it must be so
        severities = SEVERITIES & set(expected[finding.span.path, finding.span.line])
        assert severities <= {finding.severity.word}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_has_cases_that_fire_and_a_page(rule: Rule) -> None:
    folder = CASES / rule.name
    texts = [text for case in folder.iterdir() for text in files_of(case).values()]
    assert any(EXPECTED.search(text) for text in texts)
    assert rule.page.finds.endswith(".") and rule.page.why


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_bad_sample_of_a_page_has_the_gap_and_the_good_one_has_not(rule: Rule, gaps) -> None:
    assert gaps(samples.files(rule.page.bad), rule.name)
    assert not gaps(samples.files(rule.page.good), rule.name)
