"""Commands that read no data import no engine: nobody waits for what is not used."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent.parent
ENGINES = {"duckdb", "sqlite3", "pg8000", "pyspark", "trino", "snowflake", "google", "databricks"}


def imported(*words: str) -> set[str]:
    """The packages that a run of cxmap imports."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "cxmap", *words],
        cwd=HOME,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr[-2_000:]
    lines = (line for line in done.stderr.splitlines() if line.startswith("import time:"))
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}


@pytest.mark.parametrize(
    "command",
    [
        "--help",
        "measure --help",
        "conform --help",
        "validate examples/payroll --no-cache",
        "lint examples/payroll --no-cache",
        "status examples/payroll",
        "report examples/payroll",
    ],
    ids=lambda command: command.split()[0].strip("-"),
)
def test_a_command_that_reads_no_data_imports_no_engine(command: str, tmp_path: Path) -> None:
    words = command.split()
    if command.startswith("report"):
        words += ["-o", str(tmp_path / "site")]
    found = imported(*words)
    assert "typer" in found and found & ENGINES == set()


def test_measuring_imports_the_one_engine_that_it_asks() -> None:
    assert imported("measure", "examples/payroll", "--today", "2026-10-15") & ENGINES == {"duckdb"}
