"""Time `cxmap diff` on a workspace of which ten journeys changed, beside `git diff` and DeepDiff.

    benchmarks/peers.sh PEERS
    python benchmarks/diff.py --python VENV/bin/python --peers PEERS

Prints Markdown and keeps it in `benchmarks/results/diff.md`. README.md says how to read it.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copytree, ignore_patterns

import corpus
from contestants import HERE, SETTINGS, Cxmap
from machine import machine, python_versions
from tables import Budget, Results, budget_table, ratio, results_table
from timing import Contestant, race

CHANGED = 10
_OWNER = re.compile(r"^        who: .*\n", re.MULTILINE)
READ = "cxmap validate: everything read once, and checked"
RANGE, NOW = "cxmap diff, two revisions", "cxmap diff, a revision and the files"
GIT = "git diff"
DEEP = "DeepDiff over PyYAML, two folders"
ONCE = 100
"""From so many journeys on, one run of the slow ones says enough."""


def main() -> None:
    asked = _arguments()
    with tempfile.TemporaryDirectory() as name:
        report = "\n\n".join(_report(asked, Path(name)))
    print(report)
    if asked.output:
        asked.output.parent.mkdir(exist_ok=True)
        asked.output.write_text(f"{report}\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time diff beside other tools.")
    option = parser.add_argument
    option("--python", type=Path, default=sys.executable, help="one that has cxmap's libraries")
    option("--peers", type=Path, default="none", metavar="DIR", help="where peers.sh put them")
    option("--sizes", type=int, nargs="+", default=[100, 1000], metavar="JOURNEYS")
    option("--runs", type=int, default=5, help="how often, after a warm-up (default: 5)")
    option("--limit", type=int, default=600, metavar="SECONDS", help="the most for one run")
    option("--quick", action="store_true", help="one small size, three runs, nothing kept")
    option("--output", type=Path, default=HERE / "results/diff.md", metavar="FILE")
    asked = parser.parse_args()
    if asked.quick:
        asked.sizes, asked.runs, asked.output = [20], 3, None
    return asked


def _report(asked: argparse.Namespace, work: Path) -> Iterator[str]:
    """The parts of the report, measured on the way."""
    cxmap = Cxmap(asked.python.absolute(), work / "cache")
    peer = asked.peers.absolute() / "bin" / "python"
    known = [
        f"- Machine: {machine()}",
        f"- Beside it: {', '.join(python_versions(peer, ('deepdiff', 'PyYAML')))}",
        f"- Medians of {asked.runs} runs, after a warm-up; {CHANGED} journeys changed in each",
    ]
    yield "# What `diff` costs\n\n" + "\n".join(known)
    budgets, tables = [], []
    for size in asked.sizes:
        results = race(
            _contestants(cxmap, peer, work / f"{size}", size),
            runs=asked.runs,
            limit=asked.limit,
            slow_once=size >= ONCE,
        )
        tables.append(f"## {size:,} journeys\n\n{_table(results)}")
        what = f"two revisions of {size:,} journeys, for each second of reading one"
        budgets.append(Budget(what, 1.5, ratio(results, RANGE, READ, "cpu")))
    yield "## Budgets\n\n" + budget_table(budgets)
    yield from tables


def _contestants(cxmap: Cxmap, peer: Path, folder: Path, journeys: int) -> list[Contestant]:
    """Two revisions of a corpus, the later one also as files, the first in a folder beside it."""
    corpus.write(folder, journeys)
    _git(folder, "init", "--quiet")
    _commit(folder)
    before = folder.with_name(f"{folder.name}-before")
    copytree(folder, before, ignore=ignore_patterns(".git"))
    _change(folder)
    _commit(folder)
    words = ("--format", "brief", "--jobs", "1")
    return [
        replace(cxmap.validate(READ, folder, "--no-cache", "--jobs", "1"), does="no comparison"),
        _diff(cxmap.contestant(RANGE, folder, "diff", "HEAD~1..HEAD", *words)),
        _diff(cxmap.contestant(NOW, folder, "diff", "HEAD~1", *words)),
        Contestant(GIT, ["git", "--no-pager", "diff", "HEAD~1..HEAD"], folder, "lines"),
        Contestant(
            DEEP,
            [str(peer), str(SETTINGS / "deepdiff_yaml.py"), str(before), str(folder)],
            folder,
            "keys and values",
            slow=True,
        ),
    ]


def _diff(one: Contestant) -> Contestant:
    return replace(one, does="what it means", says="owner-removed")


def _change(folder: Path) -> None:
    """Take the owner off one touchpoint of ten current maps, evenly spread."""
    maps = sorted(folder.rglob("*.current.yaml"))
    for path in maps[:: max(1, len(maps) // CHANGED)][:CHANGED]:
        text = path.read_text(encoding="utf-8")
        changed = _OWNER.sub("", text, count=1)
        if changed == text:
            raise SystemExit(f"{path} has no line to change")
        path.write_text(changed, encoding="utf-8")


def _commit(folder: Path) -> None:
    who = ("-c", "user.name=Benchmark", "-c", "user.email=benchmark@example.com")
    _git(folder, "add", "--all")
    _git(folder, *who, "commit", "--quiet", "--message", "Maps")


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True)


def _table(results: Results) -> str:
    columns = {"wall to one reading": lambda name: ratio(results, name, READ, "wall")}
    return results_table(results, columns)


if __name__ == "__main__":
    main()
