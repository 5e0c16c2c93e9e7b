"""The pages of what reading finds show it."""

import pytest

from cxmap.lint import catalogue, samples
from cxmap.lint.rule import Rule
from cxmap.lint.run import validate

RULES = {rule.name: rule for rule in catalogue.reading()}


def found(sample: str) -> list[str]:
    loaded = samples.load(samples.files(sample))
    return [f.rule for f in validate(loaded, samples.TODAY).findings if f.suppressed is None]


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_bad_sample_has_the_slip_and_the_good_one_has_none(rule: Rule) -> None:
    assert set(found(rule.page.bad)) == {rule.name}
    assert found(rule.page.good) == []


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_page_says_what_and_why(rule: Rule) -> None:
    assert rule.page.finds.endswith(".") and rule.page.why.endswith(".")
