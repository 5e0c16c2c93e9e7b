"""Every worked example of the page on metrics is computed."""

import re
from datetime import date
from pathlib import Path

import pytest

from cxmap.loading.workspace import load
from cxmap.measure.asking import Ask
from cxmap.measure.running import measure
from cxmap.output.measured import as_said
from cxmap.registry import names

PAGE = Path(__file__).parents[2] / "docs" / "metrics.md"
EXAMPLE = re.compile(r"```yaml\n(.*?)```\n\n```csv\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL)
EXAMPLES = EXAMPLE.findall(PAGE.read_text(encoding="utf-8"))


def computed(folder: Path, metric: str, rows: str) -> str:
    """What is told of all answers in September, in one line."""
    events = ", kind: events, customer: who, touchpoint: event" if "events: true" in metric else ""
    weight = ", weight: many" if "weight:" in metric else ""
    plain = metric.replace(" events: true,", "").replace(" weight: many,", "").strip()
    (folder / "answers.csv").write_text(rows)
    (folder / "library.yaml").write_text(
        f"data: [{{id: answers, files: answers.csv, time: day, csv: {{missing: [n/a]}}{events}{weight}}}]\n"
        f"metrics: [{{id: m, {plain[1:]}]\n"
    )
    loaded = load(folder)
    assert not loaded.findings
    found = measure(loaded.workspace, loaded.settings, folder, Ask(date(2026, 10, 15), min_n=1))
    assert not found.problems
    figure = next(f for f in found.figures if f.period == "2026-09" and f.group.is_all)
    value = as_said(figure, figure.estimate.value, "CAD")
    ends = figure.estimate.interval
    between = ", 95% " + " … ".join(as_said(figure, end, "CAD") for end in ends) if ends else ""
    return f"{value}{between}, n {figure.n}\n"


@pytest.mark.parametrize(("metric", "rows", "told"), EXAMPLES, ids=range(len(EXAMPLES)))
def test_a_worked_example_comes_to_what_the_page_says(
    tmp_path: Path, request: pytest.FixtureRequest, metric: str, rows: str, told: str
) -> None:
    found = computed(tmp_path, metric, rows)
    if request.config.getoption("--golden-update"):
        before = f"{rows}```\n\n```text\n"
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(page.replace(f"{before}{told}```", f"{before}{found}```"), encoding="utf-8")
    else:
        assert told == found


def test_every_kind_of_metric_has_an_example() -> None:
    kinds = {re.search(r"kind: ([a-z]+)", metric)[1] for metric, _, _ in EXAMPLES}
    assert kinds | {"retention"} == set(names("cxmap.kinds"))
