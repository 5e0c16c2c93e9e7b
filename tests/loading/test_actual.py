"""What `conform --write` left, as a stranger might have written it."""

from pathlib import Path

import pytest

from cxmap.loading.workspace import load

MAP = "journey: onboarding\nstages: [{id: sign, name: I sign, touchpoints: [{id: letter, what: Letter}]}]\n"
KEPT = """\
actual:
  - journey: onboarding
    data: log
    as_of: 2026-10-15
    customers: 100
    stages: [{stage: "onboarding#sign", reached: 90, left: 20}]
    promises: [{touchpoint: onboarding/letter, since: signed, within: 1 day, cases: 80, kept: 60}]
"""


def findings(folder: Path, kept: str) -> list[tuple[str, str]]:
    (folder / "map.yaml").write_text(MAP)
    (folder / "kept.yaml").write_text(kept)
    return [(finding.rule, finding.message) for finding in load(folder).findings]


def test_what_is_sound_is_read(tmp_path: Path) -> None:
    assert findings(tmp_path, KEPT) == []


def test_what_the_map_no_longer_has_is_no_mistake(tmp_path: Path) -> None:
    assert findings(tmp_path, KEPT.replace("/letter", "/card").replace("#sign", "#signed")) == []


@pytest.mark.parametrize(
    ("was", "is_now", "rule", "message"),
    [
        ("kept: 60", "kept: 81", "bad-value", "81 is more than the 80 of `cases`"),
        ("left: 20", "left: 91", "bad-value", "91 is more than the 90 of `reached`"),
        ("reached: 90", "reached: 101", "bad-value", "101 is more than all 100 customers"),
        ("customers: 100", "customers: -1", "bad-value", "`customers: -1` is not a whole number"),
        ("within: 1 day", "within: soon", "bad-value", "`within: soon`"),
        ("journey: onboarding", "journey: boarding", "unknown-reference", "`boarding`"),
        ("since: signed, ", "", "missing-key", "`since`"),
        ("data: log", "data: log\n    who: anna", "unknown-key", "`who`"),
    ],
)
def test_what_cannot_be_is_a_finding(
    tmp_path: Path, was: str, is_now: str, rule: str, message: str
) -> None:
    (found,) = findings(tmp_path, KEPT.replace(was, is_now))
    assert found[0] == rule and message in found[1]


def test_a_second_account_of_the_same_events_is_told(tmp_path: Path) -> None:
    ((rule, message),) = findings(tmp_path, KEPT + KEPT.partition("actual:\n")[2])
    assert rule == "duplicate-id"
    assert message == "a second account of `onboarding` out of the data `log`"
