"""Race `cxmap measure` and `cxmap conform` against plain DuckDB SQL, pandas and pm4py.

    benchmarks/peers.sh PEERS
    python benchmarks/measure.py --python VENV/bin/python --peers PEERS

All have to give the same figures before they race. Prints Markdown and keeps it in
`benchmarks/results/measure.md`. README.md says how to read it.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import answers
import events
import same
from contestants import HERE, SETTINGS, TODAY, Cxmap
from machine import machine, python_versions
from tables import Budget, Measure, Results, budget_table, ratio, results_table
from timing import Contestant, race

MEASURE, CONFORM = "cxmap measure", "cxmap conform"
ALONE = "cxmap, the ways alone"
"""As much of `cxmap conform` as the others do: what follows what, and no more."""
SQL, SCAN = "plain DuckDB SQL", "DuckDB, a scan"
PANDAS, PM4PY = "pandas", "pm4py"
SCALE = 10
"""How much smaller the quick sizes are, and the files that the growth of memory is told by."""
Goals = tuple[tuple[str, Measure, float], ...]
"""Beside whom, in what, and how much at most."""
PARQUET: Goals = (
    (SQL, "cpu", 1.5),
    (SCAN, "cpu", 2.5),
    (PANDAS, "wall", 0.45),
    (PANDAS, "cpu", 0.45),
    (PANDAS, "peak", 0.15),
)
CSV: Goals = ((SQL, "cpu", 1.3), (PANDAS, "wall", 0.9), (PANDAS, "cpu", 0.9))
EVENTS: Goals = ((PM4PY, "wall", 0.15), (PM4PY, "cpu", 0.15), (PM4PY, "peak", 0.3))
MOST_GROWTH = 1.3


def main() -> None:
    asked = _arguments()
    with tempfile.TemporaryDirectory(dir=asked.folder) as name:
        report = "\n\n".join(_report(asked, Path(name)))
    print(report)
    if asked.output:
        asked.output.write_text(f"{report}\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time measure and conform beside other tools.")
    option = parser.add_argument
    option("--python", type=Path, default=sys.executable, help="one that has cxmap's libraries")
    option("--peers", type=Path, default="none", metavar="DIR", help="where peers.sh put them")
    option("--runs", type=int, default=3, help="how often, after a warm-up (default: 3)")
    option("--limit", type=int, default=900, metavar="SECONDS", help="the most for one run")
    option("--quick", action="store_true", help="a tenth of the rows, two runs, nothing kept")
    option("--folder", type=Path, help="where the files go, 1 GB; 5 GB with --larger")
    option("--larger", action="store_true", help="100 M answers too, for the growth of memory")
    option("--output", type=Path, default=HERE / "results/measure.md", metavar="FILE")
    asked = parser.parse_args()
    if asked.quick:
        asked.runs, asked.output = 2, None
    return asked


def _report(asked: argparse.Namespace, work: Path) -> Iterator[str]:
    """The parts of the report, measured on the way."""
    cxmap = Cxmap(asked.python.absolute(), work / "cache")
    scale = SCALE if asked.quick else 1
    peer = asked.peers.absolute() / "data" / "bin" / "python"
    ours = python_versions(asked.python, ("duckdb",))
    theirs = python_versions(peer, ("pandas", "pyarrow", "pm4py"))
    known = [
        f"- Machine: {machine()}",
        f"- cxmap and DuckDB: {', '.join(ours)}",
        f"- Beside them: {', '.join(theirs)}",
        f"- Medians of {asked.runs} runs, after a warm-up; one run of pm4py",
    ]
    yield "# What `measure` and `conform` cost\n\n" + "\n".join(known)
    budgets: list[Budget] = []
    tables = []
    for kind, full, goals in (("Parquet", 10_000_000, PARQUET), ("CSV", 1_000_000, CSV)):
        file = answers.write(work / kind, f"answers.{kind.lower()}", full // scale)
        racing = _measure(cxmap, peer, file)
        same.figures(racing[0], [one for one in racing if one.name in {SQL, PANDAS}])
        results = race(racing, runs=asked.runs, limit=asked.limit)
        what = f"{full // scale:,} answers in {kind}"
        tables.append(f"## {what}\n\n{_table(results, MEASURE)}")
        budgets += _budgets(what, results, MEASURE, goals)
    file = events.write(work / "events", "events.parquet", 10_000_000 // scale)
    racing = _conform(cxmap, peer, file)
    same.ways(racing[0], racing[1:])
    results = race(racing, runs=asked.runs, limit=asked.limit, slow_once=not asked.quick)
    what = f"{10_000_000 // scale:,} events"
    tables.append(f"## {what}\n\n{_table(results, CONFORM)}")
    budgets += _budgets(f"{what}, what follows what alone", results, ALONE, EVENTS)
    budgets += _budgets(f"{what}, all of conform", results, CONFORM, EVENTS)
    budgets.append(_growth(cxmap, work, asked))
    quick = "These are of a tenth of the rows; the goals are of all.\n\n" if asked.quick else ""
    yield f"## Goals\n\n{quick}{budget_table(budgets)}"
    yield from tables


def _measure(cxmap: Cxmap, peer: Path, file: Path) -> list[Contestant]:
    """Everybody who counts the answers of a file."""
    by = ("--by", "touchpoint,plan", "--format", "csv", "--today", TODAY)
    ours = cxmap.contestant(MEASURE, file.parent, "measure", *by)
    sql = cxmap.loader(SQL, "measure_duckdb.py", file.parent)
    script = str(SETTINGS / "measure_pandas.py")
    return [
        replace(ours, does="figures, intervals, change", says="2026-09"),
        replace(sql, command=[*sql.command[:-1], file.name], does="figures", says="2026-09"),
        replace(sql, name=SCAN, command=[*sql.command[:-1], file.name, "scan"], does="adds up"),
        Contestant(PANDAS, [str(peer), script, file.name], file.parent, "figures", says="2026-09"),
    ]


def _conform(cxmap: Cxmap, peer: Path, file: Path) -> list[Contestant]:
    """Everybody who tells what follows what."""
    ours = cxmap.contestant(
        CONFORM, file.parent, "conform", "--today", "2027-10-15", "--format", "json"
    )
    sql = cxmap.loader(SQL, "conform_duckdb.py", file.parent)
    alone = cxmap.loader(ALONE, "conform_alone.py", file.parent)
    script = str(SETTINGS / "conform_pm4py.py")
    follows = "what follows what"
    return [
        replace(ours, does=f"{follows}, stages, times, order", says="ways"),
        replace(alone, environment=ours.environment, does=follows, says="touch-1,"),
        replace(sql, command=[*sql.command[:-1], file.name], does=follows, says="touch-1,"),
        Contestant(
            PM4PY,
            [str(peer), script, file.name],
            file.parent,
            follows,
            slow=True,
            says="touch-1,",
        ),
    ]


def _budgets(what: str, results: Results, ours: str, goals: Goals) -> Iterator[Budget]:
    called = {"cpu": "CPU", "wall": "wall", "peak": "peak memory"}
    for other, measure, most in goals:
        found = ratio(results, ours, other, measure)
        yield Budget(f"{what}: {called[measure]} to {other}", most, found)


def _growth(cxmap: Cxmap, work: Path, asked: argparse.Namespace) -> Budget:
    """How much more memory ten times as many answers take."""
    small = 10_000_000 if asked.larger else 5_000_000
    if asked.quick:
        small //= SCALE
    peaks = []
    for rows in (small, small * SCALE):
        file = answers.write(work / f"{rows}", "answers.parquet", rows)
        arguments = ("measure", "--by", "touchpoint,plan", "--format", "csv", "--today", TODAY)
        one = replace(cxmap.contestant(f"{rows:,}", file.parent, *arguments), says="2026-09")
        peaks.append(race([one], runs=1, limit=asked.limit)[one.name].peak)
        file.unlink()
    what = f"peak memory at {small * SCALE:,} answers to that at {small:,}"
    return Budget(what, MOST_GROWTH, peaks[1] / peaks[0] if all(peaks) else None)


def _table(results: Results, ours: str) -> str:
    return results_table(results, {"CPU to it": lambda name: ratio(results, ours, name, "cpu")})


if __name__ == "__main__":
    main()
