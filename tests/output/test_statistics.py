"""How often each rule was found."""

from cxmap.output.findings.statistics import FORMAT
from cxmap.output.results import Look


def test_a_line_for_each_rule_the_severe_and_the_frequent_first(many, nothing) -> None:
    assert FORMAT.write(many, Look()).splitlines() == [
        " 1  error    unknown-reference",
        "10  warning  rule-0",
        "10  warning  rule-1",
        "10  warning  rule-2",
        "10  info     rule-0",
        "10  info     rule-1",
        "10  info     rule-2",
    ]
    assert FORMAT.write(nothing, Look()) == ""


def test_accepted_gaps_are_not_counted(results) -> None:
    assert "customer-without-usage" not in FORMAT.write(results, Look())


def test_statistics_stand_in_the_place_of_findings(cxmap, tmp_path) -> None:
    (tmp_path / "a.yaml").write_text(
        "journey: a\nstages: [{name: I buy, touchpoints: [Call - fax]}]\n"
    )
    text = cxmap("lint", "--statistics").stdout
    assert "1  warning  touchpoint-without-owner" in text
    assert "a.yaml" not in text
    done = cxmap("lint", "--statistics", "--format", "json")
    assert (done.returncode, done.stdout) == (2, "")
