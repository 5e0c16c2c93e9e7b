"""What a shell offers while a command is typed."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Offered = Callable[..., list[str]]

PROGRAM = "import sys; sys.argv[0] = 'cxmap'; from cxmap.__main__ import main; main()"


@pytest.fixture
def offered(tmp_path: Path) -> Offered:
    """The words that bash is told for a line, its last word not yet complete."""
    (tmp_path / "journeys").mkdir()
    (tmp_path / "cxmap.yaml").write_text("cxmap: 1\nexclude: [old/**]\n")
    (tmp_path / "journeys" / "a.yaml").write_text("# Joining\njourney: joining\nstages: []\n")
    (tmp_path / "journeys" / "b.yaml").write_text("journey: 'leaving'   # at last\n")
    (tmp_path / "journeys" / "broken.yaml").write_text("journey: joy\nstages: [\n")

    def completing(line: str, folder: str = ".") -> list[str]:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            check=True,
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path / folder,
            env={
                **os.environ,
                "PYTHONPATH": str(Path(__file__).parent.parent.parent),
                "_CXMAP_COMPLETE": "complete_bash",
                "COMP_WORDS": line,
                "COMP_CWORD": str(line.count(" ")),
            },
        )
        return done.stdout.split()

    return completing


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("cxmap validate --format js", ["json", "jsonl"]),
        ("cxmap validate -o sar", ["sarif="]),
        ("cxmap lint --select touchpoint-without-o", ["touchpoint-without-owner"]),
        ("cxmap lint --ignore stale-map,crowded", ["stale-map,crowded-stage"]),
        ("cxmap lint --profile st", ["starter", "standard", "strict"]),
        ("cxmap lint --fail-on w", ["warning"]),
        ("cxmap explain unknown-r", ["unknown-reference"]),
        ("cxmap show jo", ["joining", "joy"]),
        ("cxmap report l", ["leaving"]),
        ("cxmap expl", ["explain"]),
    ],
)
def test_a_word_is_completed(offered: Offered, line: str, words: list[str]) -> None:
    assert offered(line) == words


def test_journeys_are_those_of_the_workspace_around(offered: Offered) -> None:
    assert offered("cxmap show le", folder="journeys") == ["leaving"]
