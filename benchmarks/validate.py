"""Time `cxmap validate` and `cxmap lint` beside what a user would pick instead, all in one run.

    benchmarks/peers.sh PEERS
    python benchmarks/validate.py --python VENV/bin/python --peers PEERS

Prints Markdown and keeps it in `benchmarks/results/validate.md`. README.md says how to read it.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from shutil import copy

import corpus
from contestants import HERE, THREE_GAPS, Cxmap, Peers
from machine import machine, node_versions, python_versions
from tables import Budget, Measure, Results, budget_table, cost, ratio, results_table
from timing import Contestant, clean_environment, race, run

PASS, VERSION, HELP = "python -c pass", "cxmap --version", "cxmap --help"
COLD, COLD_TWO, WARM = "cxmap, cold, one job", "cxmap, cold, two jobs", "cxmap, nothing changed"
BROKEN = "cxmap, cold, one job, one map in twenty broken"
LINT, LINT_WARM = "cxmap lint, cold, one job", "cxmap lint, nothing changed"
LINT_THREE = "cxmap lint, three gaps, two jobs"
CSAFE, RUAMEL = "PyYAML CSafeLoader", "ruamel.yaml round trip"
LIBRARIES = ("PyYAML", "ruamel.yaml", "pydantic", "typer")
PEERS = ("check-jsonschema", "jsonschema-rs", "PyYAML", "yamllint")
AN_HOUR = 3600
ONCE = 100
"""From so many journeys on, one run of the slow ones says enough."""


def main() -> None:
    asked = _arguments()
    with tempfile.TemporaryDirectory() as name:
        report = "\n".join(_report(asked, Path(name)))
    print(report)
    if asked.output:
        asked.output.parent.mkdir(exist_ok=True)
        asked.output.write_text(f"{report}\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time validate and lint beside other tools.")
    option = parser.add_argument
    option("--python", type=Path, default=sys.executable, help="one that has cxmap's libraries")
    option("--peers", type=Path, default="none", metavar="DIR", help="where peers.sh put them")
    option("--skip", action="append", default=[], metavar="NAME", help="leave out a contestant")
    option("--schema", type=Path, help="JSON Schema of maps (default: what cxmap prints)")
    option("--sizes", type=int, nargs="+", default=[1, 100, 1000], metavar="JOURNEYS")
    option("--runs", type=int, default=5, help="how often, after a warm-up (default: 5)")
    option("--limit", type=int, default=600, metavar="SECONDS", help="the most for one run")
    option("--quick", action="store_true", help="small sizes, three runs, nothing kept")
    option("--output", type=Path, default=HERE / "results/validate.md", metavar="FILE")
    asked = parser.parse_args()
    if asked.quick:
        asked.sizes, asked.runs, asked.output = [1, 20], 3, None
    return asked


def _report(asked: argparse.Namespace, work: Path) -> Iterator[str]:
    """The parts of the report, measured on the way."""
    cxmap = Cxmap(asked.python.absolute(), work / "cache")
    schema = asked.schema.absolute() if asked.schema else _schema(cxmap, work)
    peers = Peers(asked.peers.absolute(), schema)
    yield from ["# What `validate` and `lint` cost", "", f"- Machine: {machine()}"]
    yield from _versions(cxmap, peers, work)
    slow = f"the slow ones once from {ONCE} journeys on"
    yield f"- Medians of {asked.runs} runs, after a warm-up; {slow}\n"

    corpus.write(work / "start", 1)
    starts = race(_starts(cxmap, peers, work / "start"), runs=asked.runs, limit=asked.limit)
    sizes: dict[int, Results] = {}
    tables = ["## Starting", _starts_table(starts)]
    for size in asked.sizes:
        head, contestants = _whole(cxmap, peers, work / f"{size}", size)
        sizes[size] = race(
            [one for one in contestants if one.name not in asked.skip],
            runs=asked.runs,
            limit=asked.limit,
            slow_once=size >= ONCE,
        )
        tables += [head, _whole_table(sizes[size])]
    yield "\n\n".join(["## Budgets", budget_table(_budgets(starts, sizes)), *tables])


def _schema(cxmap: Cxmap, work: Path) -> Path | None:
    """The schema that cxmap prints, in a file; none where it prints none."""
    ask = cxmap.contestant("schema", work, "schema")
    environment = clean_environment() | dict(ask.environment)
    done = subprocess.run(ask.command, env=environment, stdout=subprocess.PIPE, check=False)
    if done.returncode:
        print("no schema, so no tool that needs one", file=sys.stderr)
        return None
    path = work / "schema.json"
    path.write_bytes(done.stdout)
    return path


def _versions(cxmap: Cxmap, peers: Peers, work: Path) -> Iterator[str]:
    done, version = run(cxmap.contestant(VERSION, work, "--version"))
    for who, known in {
        "cxmap" if done.code else version.strip(): python_versions(cxmap.python, LIBRARIES),
        "Beside it": python_versions(peers.python("python"), PEERS),
        "Beside it, on Node": list(node_versions(peers.place)),
    }.items():
        if known:
            yield f"- {who}: {', '.join(known)}"


def _starts(cxmap: Cxmap, peers: Peers, workspace: Path) -> list[Contestant]:
    """What it costs to answer at all: a folder with a single map in it."""
    folder = workspace.with_name("single")
    folder.mkdir()
    copy(next(workspace.rglob("*.current.yaml")), folder / "map.yaml")
    return [
        Contestant(PASS, [str(cxmap.python), "-c", "pass"], folder, "starts"),
        cxmap.contestant(VERSION, folder, "--version"),
        cxmap.contestant(HELP, folder, "--help"),
        cxmap.validate("cxmap validate, one file", folder, "map.yaml", "--no-cache"),
        peers.yamllint(folder, "map.yaml"),
        *peers.check_jsonschema(folder, ["map.yaml"]),
    ]


def _starts_table(starts: Results) -> str:
    columns = {f"wall to `{PASS}`": lambda name: ratio(starts, name, PASS, "wall")}
    return results_table(starts, columns)


def _whole(cxmap: Cxmap, peers: Peers, folder: Path, journeys: int) -> tuple[str, list[Contestant]]:
    """Write a corpus of that size; its heading, and who checks it."""
    files, size = corpus.write(folder, journeys)
    for path in folder.rglob("*.yaml"):
        # A cache need not trust a file that changed just now, and in daily use few have.
        os.utime(path, (time.time() - AN_HOUR,) * 2)
    contestants = [
        cxmap.validate(COLD, folder, "--no-cache", "--jobs", "1"),
        cxmap.validate(COLD_TWO, folder, "--no-cache", "--jobs", "2"),
        cxmap.validate(WARM, folder),
        cxmap.lint(LINT, folder, "--no-cache", "--jobs", "1"),
        cxmap.lint(LINT_WARM, folder),
        cxmap.lint(LINT_THREE, folder, "--no-cache", "--jobs", "2", *THREE_GAPS, does="three gaps"),
        cxmap.loader(CSAFE, "load_csafe.py", folder),
        cxmap.loader(RUAMEL, "load_ruamel.py", folder, slow=True),
        *peers.all(folder),
    ]
    if mistakes := journeys // 10:
        wrong = folder.with_name(f"{folder.name}-broken")
        corpus.write(wrong, journeys, mistakes=mistakes)
        contestants.insert(
            3, cxmap.validate(BROKEN, wrong, "--no-cache", "--jobs", "1", wrong=True)
        )
    return f"## Journeys: {journeys:,} ({files:,} files, {size / 1e6:.1f} MB)", contestants


def _whole_table(results: Results) -> str:
    columns = {
        "cxmap to it: wall, two jobs": lambda name: ratio(results, COLD_TWO, name, "wall"),
        "CPU, one job": lambda name: ratio(results, COLD, name, "cpu"),
        "peak, one job": lambda name: ratio(results, COLD, name, "peak"),
    }
    return results_table(results, columns)


def _budgets(starts: Results, sizes: Mapping[int, Results]) -> Iterator[Budget]:
    """The budgets of the first release; each needs a size, which may not have been measured."""
    one, many = sizes.get(1, {}), sizes.get(1000, {})
    for peer, most in {"check-jsonschema": 0.04, "spectral-cli": 0.3, "ajv-cli": 2.0}.items():
        found = ratio(many, COLD_TWO, peer, "wall")
        yield Budget(f"1,000 journeys, cold, two jobs: wall to {peer}", most, found)
    found = ratio(many, COLD, CSAFE, "cpu")
    yield Budget(f"1,000 journeys, cold, one job: CPU to {CSAFE}", 1.3, found)
    found = ratio(many, LINT, COLD, "cpu")
    yield Budget("1,000 journeys, cold, one job: CPU of lint to validate", 1.6, found)
    found = ratio(many, LINT_THREE, "spectral-cli", "wall")
    yield Budget("1,000 journeys, lint of three gaps, two jobs: wall to spectral-cli", 0.3, found)
    yield Budget("1,000 journeys, nothing changed: wall", 0.35, cost(many, WARM, "wall"), " s")
    found = cost(many, LINT_WARM, "wall")
    yield Budget("1,000 journeys, lint, nothing changed: wall", 0.35, found, " s")
    yield Budget("1,000 journeys, cold, one job: peak", 400, cost(many, COLD, "peak"), " MiB")
    for peer, most in {"yamllint": 0.8, "check-jsonschema": 0.6}.items():
        yield Budget(f"1 journey, cold: wall to {peer}", most, ratio(one, COLD, peer, "wall"))
    for name, most in {VERSION: 2, HELP: 12}.items():
        yield Budget(f"`{name}`: wall to `{PASS}`", most, ratio(starts, name, PASS, "wall"))
    grown = {"CPU": _growth(sizes, "cpu"), "peak": _growth(sizes, "peak")}
    for measure, found in grown.items():
        yield Budget(f"growth of {measure} a journey, 100 to 1,000 over 1 to 100", 1.2, found)


def _growth(sizes: Mapping[int, Results], measure: Measure) -> float | None:
    """What a further journey costs in a large workspace, over what it costs in a small one."""
    low, middle, high = (cost(sizes.get(size, {}), COLD, measure) for size in (1, 100, 1000))
    if low is None or middle is None or high is None:
        return None
    return (high - middle) / 900 / ((middle - low) / 99)


if __name__ == "__main__":
    main()
