"""The payroll company's answers and events: made by its script, measured to what stands in it."""

import shutil
import subprocess
import sys
from pathlib import Path

PAYROLL = Path(__file__).parents[2] / "examples" / "payroll"


def folder(root: Path, name: str) -> dict[str, bytes]:
    return {
        file.name: file.read_bytes() for file in sorted((root / name).iterdir()) if file.is_file()
    }


def test_the_script_of_the_example_makes_its_very_files(tmp_path: Path) -> None:
    shutil.copy(PAYROLL / "feedback" / "make.py", tmp_path / "make.py")
    subprocess.run([sys.executable, tmp_path / "make.py"], check=True)
    assert folder(tmp_path, ".") == folder(PAYROLL, "feedback")


def test_measuring_the_example_writes_the_very_readings_it_has(cxmap, tmp_path: Path) -> None:
    shutil.copytree(PAYROLL, tmp_path / "payroll")
    done = cxmap("measure", "--today", "2026-10-15", "--write", cwd=tmp_path / "payroll")
    assert done.returncode == 0, done.stderr
    assert folder(tmp_path / "payroll", "readings") == folder(PAYROLL, "readings")


def test_conforming_the_example_writes_the_very_counts_it_has(cxmap, tmp_path: Path) -> None:
    shutil.copytree(PAYROLL, tmp_path / "payroll")
    done = cxmap("conform", "--today", "2026-10-15", "--write", cwd=tmp_path / "payroll")
    assert done.returncode == 0, done.stderr
    assert folder(tmp_path / "payroll", "actual") == folder(PAYROLL, "actual")


def test_readings_of_another_file_are_never_replaced(cxmap, tmp_path: Path) -> None:
    shutil.copytree(PAYROLL, tmp_path / "payroll")
    own = tmp_path / "payroll" / "readings" / "csat-support.yaml"
    own.write_text("readings: []\n")
    done = cxmap("measure", "--today", "2026-10-15", "--write", cwd=tmp_path / "payroll")
    assert done.returncode == 2 and "was not written by `measure`" in done.stderr
    assert own.read_text() == "readings: []\n"


def test_earlier_periods_stay_and_the_same_ones_are_replaced(cxmap, tmp_path: Path) -> None:
    shutil.copytree(PAYROLL, tmp_path / "payroll")
    home = tmp_path / "payroll"
    answers = home / "feedback" / "after-contact.csv"
    lines = answers.read_text().splitlines()
    answers.write_text("\n".join(line for line in lines if not line.startswith("2026-07")))
    cxmap("measure", "--today", "2026-10-15", "--write", "--min-n", "65", cwd=home)
    found = (home / "readings" / "csat-support.yaml").read_text()
    assert "period: 2026-07, value: 92.05" in found
    assert "question-by-email, period: 2026-07" in found
    assert "question-by-email, period: 2026-09" not in found
