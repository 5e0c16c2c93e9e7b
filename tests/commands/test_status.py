"""`cxmap status`: the eight steps, with what is done, missing and next."""

import json
from pathlib import Path

PAYROLL = Path(__file__).parent.parent.parent / "examples" / "payroll"


def test_the_steps_of_a_whole_programme_read_as_they_should(cxmap, golden) -> None:
    done = cxmap("status", PAYROLL, "--today", "2026-10-15")
    assert done.returncode == 0
    golden("golden/status.txt", done.stdout)


def test_every_format_tells_the_same_eight_steps(cxmap) -> None:
    found = json.loads(cxmap("status", PAYROLL, "--today", "2026-10-15", "--format", "json").stdout)
    markdown = cxmap("status", PAYROLL, "--today", "2026-10-15", "--format", "markdown").stdout
    assert len(found["steps"]) == 8
    assert all(step["name"] in markdown for step in found["steps"])


def test_a_first_map_has_one_step_done_and_is_told_the_rest(cxmap, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "journey: x\nstages: [{name: y, touchpoints: [Letter - email - sales - on signing]}]\n"
    )
    steps = json.loads(cxmap("status", "--format", "json").stdout)["steps"]
    assert [step["name"] for step in steps if step["state"] == "done"] == ["Touchpoint maps"]
    assert all(step["gap"] and step["next"] for step in steps if step["state"] != "done")
