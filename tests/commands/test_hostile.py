"""What neither a slip nor a stranger's map may do: replace files, or take over the terminal."""

from pathlib import Path

import pytest

MAP = "journey: x\nstages: [{name: y, touchpoints: [a - b - c - d]}]\n"


@pytest.mark.parametrize(
    "arguments",
    [["lint", "-o", "json=a.yaml"], ["report", "--single-file", "-o", "a.yaml"]],
)
def test_results_never_replace_a_map(cxmap, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.yaml").write_text(MAP)
    done = cxmap(*arguments)
    assert (done.returncode, (tmp_path / "a.yaml").read_text()) == (2, MAP)
    assert "is called as a map is" in done.stderr


def test_a_refusal_writes_out_escape_sequences(cxmap, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(MAP)
    done = cxmap("show", "\x1b[31mred")
    assert (done.returncode, "\x1b" in done.stderr) == (2, False)


@pytest.mark.parametrize(
    ("files", "said"), [(1, "1 other YAML file was"), (2, "2 other YAML files were")]
)
def test_files_that_are_no_maps_are_counted_in_plain_words(
    cxmap, tmp_path: Path, files: int, said: str
) -> None:
    for number in range(files):
        (tmp_path / f"{number}.yaml").write_text("other: 1\n")
    assert said in cxmap("validate").stderr
