"""What rules say of targets, where that hangs on the profile, on drafts or on other findings."""

import pytest

STRATEGY = "strategy: {intent: Every new customer knows by name whom to ring}\n"
CURRENT = "journey: joining\nstages:\n- name: I sign up\n  touchpoints: [Letter, Call, Form]\n"
TARGET = "journey: joining\nstate: target\nstages:\n- name: I sign up\n  touchpoints:\n"
PAYING = "journey: paying\nstages: []\n"


@pytest.fixture
def found(cxmap, tmp_path):
    """The severities and rules that `lint` finds in some files, of the rules named."""

    def run(rules: set[str], files: dict[str, str], *options: str) -> list[tuple[str, str]]:
        for path, text in files.items():
            (tmp_path / path).write_text(text, encoding="utf-8")
        lines = cxmap("lint", "--format", "concise", *options, ".").stdout.splitlines()
        words = [line.split()[1:3] for line in lines]
        return [(severity, rule) for severity, rule in words if rule in rules]

    return run


def test_a_missing_target_is_told_where_another_journey_has_one_and_always_in_strict(found):
    rule = {"journey-without-target"}
    files = {"strategy.yaml": STRATEGY, "joining.yaml": CURRENT, "paying.yaml": PAYING}
    assert found(rule, files, "--profile", "standard") == []
    assert found(rule, files, "--profile", "strict") == [("info", *rule)] * 2
    files["joining.target.yaml"] = TARGET + "  - Letter\n"
    assert found(rule, files, "--profile", "standard") == [("info", *rule)]


def test_a_draft_of_a_target_may_still_lack_touchpoints(found):
    rule, options = {"touchpoint-lost"}, ("--profile", "standard")
    target = TARGET + "  - Letter\n  - Form\n"
    files = {"joining.yaml": CURRENT, "joining.target.yaml": target}
    assert found(rule, files, *options) == [("error", *rule)]
    files["joining.target.yaml"] = "status: draft\n" + target
    assert found(rule, files, *options) == [("warning", *rule)]


@pytest.mark.parametrize(
    ("lines", "rule"),
    [
        ("  - Letter\n  - Form\n  - {what: Chat, replaces: cal}\n", "unknown-reference"),
        ("  - Letter\n  - Form\n  - {id: call, what: [Call]}\n", "wrong-type"),
        ("  - Letter\n  - Form\nretired: [{touchpoint: call}]\n", "missing-key"),
    ],
)
def test_a_touchpoint_is_not_lost_where_another_finding_explains_it(found, lines, rule):
    files = {"joining.yaml": CURRENT, "joining.target.yaml": TARGET + lines}
    assert found({"touchpoint-lost", rule}, files) == [("error", rule)]
