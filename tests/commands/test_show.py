"""`cxmap show`: the list of journeys and the map of one, wide, narrow and without symbols."""

from pathlib import Path

import pytest

from cxmap.output.plain import width

PAYROLL = Path(__file__).parent.parent.parent / "examples" / "payroll"


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("show-list", ["--width", "100"]),
        ("show-wide", ["onboarding", "--width", "120"]),
        ("show-stage", ["onboarding/2", "--width", "60"]),
        ("show-gaps", ["billing", "--gaps", "--width", "80"]),
    ],
)
def test_a_map_reads_well(cxmap, golden, name: str, arguments: list[str]) -> None:
    done = cxmap("show", *arguments, cwd=PAYROLL)
    assert done.returncode == 0
    golden(f"golden/{name}.txt", done.stdout)


def test_ascii_means_ascii_but_for_what_people_wrote(cxmap, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "journey: x\nstages: [{name: y, touchpoints: [{what: z, emotion: -1, moment_of_truth: yes}]}]\n"
    )
    drawn = cxmap("show", "x", "--ascii", "--width", "80").stdout
    assert "#" in drawn
    assert drawn.replace("−", "-").isascii()


@pytest.mark.parametrize("columns", [60, 100])
def test_wide_characters_keep_to_the_width(cxmap, tmp_path: Path, columns: int) -> None:
    what = "給与明細の発行とお客様への通知メール 👩‍💻"
    (tmp_path / "a.yaml").write_text(
        f"journey: x\nstages: [{{name: 契約, touchpoints: [{{what: {what}, who: 経理}}]}}]\n",
        "utf-8",
    )
    drawn = cxmap("show", "x", "--width", str(columns)).stdout
    assert max(map(width, drawn.splitlines())) <= columns


@pytest.mark.parametrize(
    ("name", "said"),
    [("onbording", "did you mean `onboarding`?"), ("onboarding/9", "has no stage `9`")],
)
def test_a_slip_in_a_name_is_answered(cxmap, name: str, said: str) -> None:
    done = cxmap("show", name, cwd=PAYROLL)
    assert (done.returncode, said in done.stderr) == (2, True)


def test_a_journey_without_stages_says_what_to_do(cxmap, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("journey: x\n")
    assert "No stages yet" in cxmap("show", "x").stdout


@pytest.mark.parametrize("arguments", [[], ["x"]])
def test_maps_that_cannot_be_read_are_no_empty_list(cxmap, tmp_path: Path, arguments) -> None:
    (tmp_path / "a.yaml").write_text("journey: Not An Id\n")
    done = cxmap("show", *arguments)
    assert (done.returncode, "`cxmap validate` says more" in done.stderr) == (2, True)
