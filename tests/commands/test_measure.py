"""`cxmap measure`: readings out of files of answers, in every format."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

LIBRARY = """\
data:
  - id: survey
    files: feedback/*.csv
    time: answered
    touchpoint: place
    segment: plan
metrics:
  - {id: csat, name: Satisfied, kind: csat, target: 80, source: {data: survey, value: score}}
  - {id: unasked, kind: nps}
"""
MAP = """\
journey: onboarding
stages:
  - {name: sign, touchpoints: [{id: letter, what: Letter}, {id: call, what: Call}, {id: bill, what: Bill}]}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "company"
    (folder / "feedback").mkdir(parents=True)
    (folder / "map.yaml").write_text(MAP)
    (folder / "library.yaml").write_text(LIBRARY)
    rows = ["answered,place,plan,score,comment"]
    rows += [
        f"2026-0{month}-{day:02},{place},{plan},{(day + month) % 5 + 1},call me: jane@example.com"
        for month in (8, 9)
        for day in range(1, 29)
        for place in ("letter", "call")
        for plan in ("pro", "basic")
    ]
    (folder / "feedback" / "survey.csv").write_text("\n".join(rows))
    return folder


def test_readings_are_told_in_plain_words(cxmap, golden, workspace: Path) -> None:
    done = cxmap("measure", workspace, "--today", "2026-10-15")
    assert done.returncode == 0, done.stderr
    golden("golden/measure.txt", done.stdout + "---\n" + done.stderr)


def test_every_format_has_the_same_readings(cxmap, workspace: Path) -> None:
    run = ("measure", workspace, "--today", "2026-10-15", "--format")
    found = json.loads(cxmap(*run, "json").stdout)["readings"]
    table = list(csv.DictReader(io.StringIO(cxmap(*run, "csv").stdout)))
    pairs = [(r["metric"], r["period"], r["touchpoint"] or "", str(r["n"])) for r in found]
    assert pairs == [(r["metric"], r["period"], r["touchpoint"], r["n"]) for r in table]
    assert "| Satisfied | all | 2026-09 |" in cxmap(*run, "markdown").stdout


def test_json_is_as_its_schema_says(cxmap, workspace: Path) -> None:
    schema = json.loads(cxmap("schema", "--of", "readings").stdout)
    for arguments in ((), ("--min-n", "200"), ("--metric", "csat")):
        run = ("measure", workspace, "--today", "2026-10-15", "--format", "json", *arguments)
        jsonschema.validate(json.loads(cxmap(*run).stdout), schema)


def test_a_workspace_without_data_is_told_how_to_begin(cxmap, workspace: Path) -> None:
    done = cxmap("measure", workspace, "--metric", "unasked")
    assert done.returncode == 2
    assert "no metric is computed from data: describe the files under `data`" in done.stderr


def test_the_first_bad_cell_is_told_with_its_reason(cxmap, workspace: Path) -> None:
    (workspace / "feedback" / "survey.csv").write_text(
        "answered,place,plan,score\n03/04/2026,letter,pro,5\n"
    )
    done = cxmap("measure", workspace, "--today", "2026-10-15")
    assert (
        "the first is line 2 of feedback/survey.csv, column `answered`: may be day or month first"
        in done.stderr
    )
    assert "--open" in done.stderr


def test_the_same_data_give_the_same_bytes(cxmap, workspace: Path) -> None:
    run = ("measure", workspace, "--today", "2026-10-15", "--format", "json")
    assert cxmap(*run).stdout == cxmap(*run).stdout


def test_a_running_period_counts_only_where_it_is_asked_for(cxmap, workspace: Path) -> None:
    run = ("measure", workspace, "--today", "2026-09-15", "--format", "csv")
    assert "2026-09" not in cxmap(*run).stdout
    assert "2026-09" in cxmap(*run, "--open").stdout


def test_a_group_is_shown_only_where_it_is_asked_for(cxmap, workspace: Path) -> None:
    run = ("measure", workspace, "--today", "2026-10-15", "--format", "csv")
    found = cxmap(*run, "--by", "plan").stdout
    assert "plan: pro" in found and "onboarding/letter" not in found
    assert "plan: pro" not in cxmap(*run, "--by", "none").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--period", "moth"], "did you mean `month`"),
        (["--by", "plam"], "did you mean `plan`"),
        (["--metric", "csta"], "did you mean `csat`"),
        (["--since", "soon"], "--since `soon` is no date"),
        (["--rejects", "map.yaml"], "called as a map is"),
    ],
)
def test_an_option_that_means_nothing_is_explained(
    cxmap, workspace: Path, arguments: list[str], words: str
) -> None:
    done = cxmap("measure", *arguments, cwd=workspace)
    assert done.returncode == 2
    assert words in done.stderr


def test_fewer_answers_than_configured_are_shown_with_a_warning(cxmap, workspace: Path) -> None:
    done = cxmap("measure", workspace, "--today", "2026-10-15", "--min-n", "3")
    assert "figures of 3 or more answers are shown, where cxmap.yaml asks for 10" in done.stderr


def test_what_stands_for_a_figure_that_is_not_shown_is_explained(cxmap, workspace: Path) -> None:
    with (workspace / "feedback" / "survey.csv").open("a") as survey:
        survey.write("\n2026-09-01,letter,trial,5,")
    done = cxmap("measure", workspace, "--today", "2026-10-15", "--by", "plan")
    assert "`<10` stands for a figure that rests on fewer than 10 people" in done.stderr
    assert "`hidden` stands for a figure that would give away one of too few" in done.stderr


def test_the_questions_can_be_read(cxmap, workspace: Path) -> None:
    done = cxmap("measure", workspace, "--today", "2026-10-15", "--explain")
    assert "-- survey" in done.stderr and "group by" in done.stderr
    assert "comment" not in done.stderr


def test_without_duckdb_people_are_told_what_to_install(cxmap, workspace: Path) -> None:
    hidden = "import sys; sys.modules['duckdb'] = None\n"
    (workspace / "sitecustomize.py").write_text(hidden)
    done = cxmap(
        "measure", workspace, env={"PYTHONPATH": f"{workspace}:{Path(__file__).parents[2]}"}
    )
    assert done.returncode == 2
    assert 'pip install "cxmap[data]"' in done.stderr
