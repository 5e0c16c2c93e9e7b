"""What `cxmap.yaml` says of rules: what it changes, and how a slip in it is told."""

from datetime import date

import pytest

from cxmap.finding import Finding
from cxmap.lint import samples
from cxmap.lint.run import Wanted, lint, validate

TODAY = date(2026, 10, 15)
MAP = """journey: onboarding
stages:
  - name: I sign up
    touchpoints: [{what: Kick-off call, how: phone, when: soon}]
"""


def found(settings: str, wanted: Wanted = Wanted(), **files: str) -> list[Finding]:  # noqa: B008 (frozen)
    texts = {"cxmap.yaml": settings, "journeys/a.yaml": MAP}
    texts |= {f"{name}.yaml": text for name, text in files.items()}
    return list(lint(samples.load(texts), TODAY, wanted).findings)


def slips(settings: str) -> list[tuple[int, int, str, str]]:
    loaded = samples.load({"cxmap.yaml": settings, "journeys/a.yaml": MAP})
    return [
        (f.span.line, f.span.column, f.message, f.label)
        for f in validate(loaded, TODAY).findings
        if f.span.path == "cxmap.yaml"
    ]


def rules(findings: list[Finding]) -> set[str]:
    return {finding.rule for finding in findings}


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("  ignore: [touchpoint-without-ownr]", 12),
        ("  ignore: touchpoint-without-ownr", 11),
        ("  severity: {touchpoint-without-ownr: error}", 14),
        ('  per_file: {"a/**": [stale-map, touchpoint-without-ownr]}', 34),
        ('  per_file: {"a/**": touchpoint-without-ownr}', 22),
        ("  options: {touchpoint-without-ownr: {most: 3}}", 13),
    ],
)
def test_an_unknown_rule_is_told_where_it_stands_with_the_nearest(line: str, column: int) -> None:
    said = "there is no rule `touchpoint-without-ownr`"
    guess = "did you mean `touchpoint-without-owner`?"
    assert slips(f"lint:\n{line}\n") == [(2, column, said, guess)]


@pytest.mark.parametrize(
    ("line", "column", "guess"),
    [
        ("  fail_on: warn", 12, "warning"),
        ("  severity: {stale-map: error, no-intent: eror}", 43, "error"),
    ],
)
def test_a_word_that_is_no_choice_is_told_where_it_stands(
    line: str, column: int, guess: str
) -> None:
    ((_, where, _, label),) = slips(f"lint:\n{line}\n")
    assert (where, label) == (column, f"did you mean `{guess}`?")


def test_a_slip_in_a_rule_of_ones_own_is_told_there_whatever_stands_above_it() -> None:
    refused = "    - {id: one, subject: teem, require: {lead: x}, message: x}\n"
    taken = "    - {id: stale-map, subject: team, require: {lead: x}, message: x}\n"
    found = slips(f"lint:\n  custom:\n{refused}{taken}")
    assert [line for line, *_ in found] == [3, 4]


def test_an_unknown_option_is_told_with_those_there_are() -> None:
    found = slips("lint:\n  options: {crowded-stage: {mots: 3}}\n")
    assert found == [(2, 29, "`crowded-stage` has no option `mots`", "did you mean `most`?")]


@pytest.mark.parametrize("value", ["many", "-1", "[1, 2]", "1.5"])
def test_an_option_with_a_value_it_does_not_take_is_told(value: str) -> None:
    found = slips(f"lint:\n  options: {{crowded-stage: {{most: {value}}}}}\n")
    assert found[0][2] == "`most` of `crowded-stage` takes a whole number"


def test_what_reading_finds_cannot_be_turned_off() -> None:
    (found,) = slips("lint: {ignore: [unknown-reference]}\n")
    assert found[2].startswith("`unknown-reference` is always an error")


def test_a_slip_in_the_settings_can_be_mended_by_the_program() -> None:
    loaded = samples.load({"cxmap.yaml": "lint: {ignore: [stale-mpa]}\n", "a.yaml": MAP})
    (slip,) = validate(loaded, TODAY).findings
    assert slip.fix is not None
    assert slip.fix.edits[0].text == "stale-map"


def test_a_rule_is_off_in_the_files_that_the_settings_name_and_on_in_others() -> None:
    settings = 'lint: {per_file: {"journeys/**": [touchpoint-without-owner]}}\n'
    found_in = {
        f.span.path
        for f in found(settings, other=MAP.replace("onboarding", "leaving"))
        if f.rule == "touchpoint-without-owner"
    }
    assert found_in == {"other.yaml"}


def test_globs_are_written_as_in_gitignore() -> None:
    for glob in ("journeys/", "a.yaml", "/journeys/*.yaml", "**/a.yaml"):
        settings = f'lint: {{per_file: {{"{glob}": touchpoint-without-owner}}}}\n'
        assert "touchpoint-without-owner" not in rules(found(settings))


def test_a_file_that_cannot_be_read_is_told_whatever_the_settings_spare_it() -> None:
    settings = 'lint: {per_file: {"**": [touchpoint-without-owner]}}\n'
    assert "yaml-syntax" in rules(found(settings, broken="journey: [\n"))


def test_warnings_of_reading_can_be_off_weighed_and_selected() -> None:
    slip = "jouney: x\n"
    assert "unread-file" not in rules(found("lint: {ignore: [unread-file]}\n", slip=slip))
    heavy = found("lint: {severity: {unread-file: error}}\n", slip=slip)
    assert {f.severity.word for f in heavy if f.rule == "unread-file"} == {"error"}
    assert rules(found("cxmap: 1\n", Wanted(select=("unread-file",)), slip=slip)) == {"unread-file"}


def test_a_rule_of_a_stricter_profile_is_on_where_its_severity_is_written() -> None:
    settings = "lint: {profile: starter, severity: {vague-timeline: info}}\n"
    assert {f.severity.word for f in found(settings) if f.rule == "vague-timeline"} == {"info"}


def test_the_command_line_wins() -> None:
    settings = "lint: {ignore: [touchpoint-without-owner]}\n"
    wanted = Wanted(select=("touchpoint-without-owner",))
    assert rules(found(settings, wanted)) == {"touchpoint-without-owner"}
    assert "touchpoint-without-owner" not in rules(
        found("cxmap: 1\n", Wanted(ignore=("touchpoint-without-owner",)))
    )
