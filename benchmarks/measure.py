"""Race `cxmap measure` against plain DuckDB SQL and pandas.

    python -m venv ~/cxmap-pandas && ~/cxmap-pandas/bin/pip install pandas pyarrow   # once
    python benchmarks/measure.py --pandas ~/cxmap-pandas/bin/python --quick          # a minute
    python benchmarks/measure.py --pandas ~/cxmap-pandas/bin/python                  # all of it

Pandas is in an environment of its own, since the project has no need of it.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import answers
from machine import machine, python_versions
from tables import ratio, table
from timing import Contestant, Result, race

HERE = Path(__file__).parent
ROOT = HERE.parent
GOALS = {
    "parquet": (
        ("to plain DuckDB SQL, wall", "duckdb", "wall", 1.5),
        ("to a scan, wall", "scan", "wall", 2.5),
        ("to pandas, wall", "pandas", "wall", 0.45),
        ("to pandas, peak", "pandas", "peak", 0.15),
    ),
    "csv": (
        ("to plain DuckDB SQL, wall", "duckdb", "wall", 1.3),
        ("to pandas, wall", "pandas", "wall", 0.9),
    ),
}


def contestants(file: Path, pandas: str) -> list[Contestant]:
    """Everybody who counts the answers of a file."""
    python, folder = sys.executable, file.parent
    duckdb = [python, str(HERE / "peers" / "measure_duckdb.py"), str(file)]
    ours = [python, "-m", "cxmap", "measure", str(folder), "--today", "2026-10-15", "--by"]
    return [
        Contestant("cxmap", [*ours, "touchpoint,plan", "--format", "csv"], ROOT, says="2026-09"),
        Contestant("duckdb", duckdb, folder, says="rows"),
        Contestant("scan", [*duckdb, "scan"], folder, says="rows"),
        Contestant(
            "pandas",
            [pandas, str(HERE / "peers" / "measure_pandas.py"), str(file)],
            folder,
            says="rows",
        ),
    ]


def report(kind: str, rows: int, results: dict[str, Result]) -> str:
    """The tables of one race."""
    lines = [f"## {rows:,} answers in {kind}", ""]
    measured = [
        (name, f"{r.wall:.2f}", f"{r.cpu:.2f}", f"{r.peak:.0f}", str(r.runs))
        if not r.failed
        else (name, r.failed, "", "", "")
        for name, r in results.items()
    ]
    lines.append(table(("", "wall, s", "CPU, s", "peak, MiB", "runs"), measured))
    lines.append("")
    goals = []
    for what, other, measure, most in GOALS[kind]:
        found = ratio(results, "cxmap", other, measure)
        goals.append((what, "–" if found is None else f"{found:.2f}", f"≤ {most}"))
    lines.append(table(("cxmap", "measured", "goal"), goals))
    return "\n".join([*lines, ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pandas", default="pandas-python", help="a Python that has pandas")
    parser.add_argument("--quick", action="store_true", help="a tenth of the answers, two runs")
    parser.add_argument("--larger", action="store_true", help="100 M rows too, for the memory")
    parser.add_argument("--output", type=Path, default=HERE / "results" / "measure.md")
    given = parser.parse_args()
    scale, runs = (10, 2) if given.quick else (1, 5)
    parts = ["# How long `cxmap measure` takes", "", f"{machine()}.", ""]
    versions = [
        *python_versions(sys.executable, ["duckdb"]),
        *python_versions(given.pandas, ["pandas", "pyarrow"]),
    ]
    parts += [f"{', '.join(versions)}.", ""]
    with tempfile.TemporaryDirectory() as folder:
        for kind, full in (("parquet", 10_000_000), ("csv", 1_000_000)):
            rows = full // scale
            file = answers.write(Path(folder) / kind, f"answers.{kind}", rows)
            parts.append(report(kind, rows, race(contestants(file, given.pandas), runs=runs)))
        if given.larger:
            file = answers.write(Path(folder) / "larger", "answers.parquet", 100_000_000)
            parts.append(
                report("parquet", 100_000_000, race(contestants(file, given.pandas)[:2], runs=1))
            )
    text = "\n".join(parts)
    print(text)
    if not given.quick:
        given.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
