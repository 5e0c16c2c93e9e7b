"""Time `cxmap report`: a site of 100 and of 1,000 journeys, and how large its pages are.

    python benchmarks/report.py --python VENV/bin/python

Prints Markdown and keeps it in `benchmarks/results/report.md`. README.md says how to read it.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import corpus
from contestants import HERE, TODAY, Cxmap
from machine import machine
from tables import Budget, Measure, Results, budget_table, cost, results_table, table
from timing import race, run

ONE, TWO = "site, one job", "site, two jobs"
FIELDS = (
    "who: {team}, with: sales, how: [email, phone], when: {{after: signed, within: 2 days}}"
    ", emotion: {mood}, measures: happy, importance: 4, expectation: Somebody answers before I ask"
    ", pains: [Told it all again, Nobody rang back], opportunities: [Say when it is done]"
    ", standard: A named person by the end of the day, backstage: [CRM creates the account]"
)
LIBRARY = (
    "teams: [{id: sales, name: Sales}, {id: service, name: Customer service}]\n"
    "metrics: [{id: happy, name: Happy with us, kind: csat, target: 85, owners: sales,"
    " readings: [{period: 2026-08, value: 70, n: 120}, {period: 2026-09, value: 74, n: 118}]}]\n"
)


def main() -> None:
    asked = _arguments()
    with tempfile.TemporaryDirectory() as name:
        report = "\n".join(_report(asked, Path(name)))
    print(report)
    if asked.output:
        asked.output.parent.mkdir(exist_ok=True)
        asked.output.write_text(f"{report}\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time `cxmap report`.")
    option = parser.add_argument
    option("--python", type=Path, default=sys.executable, help="one that has cxmap's libraries")
    option("--sizes", type=int, nargs="+", default=[1, 100, 1000], metavar="JOURNEYS")
    option("--runs", type=int, default=3, help="how often, after a warm-up (default: 3)")
    option("--limit", type=int, default=600, metavar="SECONDS", help="the most for one run")
    option("--output", type=Path, default=HERE / "results/report.md", metavar="FILE")
    return parser.parse_args()


def _report(asked: argparse.Namespace, work: Path) -> Iterator[str]:
    cxmap = Cxmap(asked.python.absolute(), work / "cache")
    yield from ["# What `report` costs", "", f"- Machine: {machine()}"]
    yield f"- Runs: {asked.runs}, after a warm-up; one at the largest size. Medians of them\n"
    sizes: dict[int, Results] = {}
    tables = []
    for size in asked.sizes:
        last = size == max(asked.sizes) and len(asked.sizes) > 1
        found, pages = _site(cxmap, work / f"{size}", size, asked, once=last)
        sizes[size] = found
        tables += [f"## Journeys: {size:,}", results_table(found, {}), pages]
    budgets = [
        *_budgets(sizes),
        Budget("60 touchpoints: the page", 300, _sixty(cxmap, work), " KB"),
    ]
    yield "\n\n".join(["## Budgets", budget_table(budgets), *tables])


def _site(
    cxmap: Cxmap, folder: Path, journeys: int, asked: argparse.Namespace, *, once: bool
) -> tuple[Results, str]:
    """What the site of a corpus of that size takes, and how large its pages are."""
    corpus.write(folder, journeys)
    site = folder.with_name(f"{folder.name}-site")
    options = ("report", "--today", TODAY, "-o", str(site))
    contestants = [
        cxmap.contestant(name, folder, *options, "--jobs", jobs)
        for name, jobs in ((ONE, "1"), (TWO, "2"))
    ]
    if once:
        contestants = [replace(one, slow=True) for one in contestants]
    results = race(contestants, runs=asked.runs, limit=asked.limit, slow_once=once)
    return results, _page_sizes(site)


def _page_sizes(site: Path) -> str:
    sorts: dict[str, list[int]] = {}
    for page in site.glob("*.html"):
        sort = page.stem.partition("-")[0].replace("index", "dashboard")
        sorts.setdefault(sort, []).append(page.stat().st_size)
    rows = (
        [
            sort,
            f"{len(sizes):,}",
            f"{sum(sizes) / len(sizes) / 1e3:,.0f}",
            f"{max(sizes) / 1e3:,.0f}",
        ]
        for sort, sizes in sorted(sorts.items())
    )
    return table(["page", "how many", "mean KB", "largest KB"], rows)


def _sixty(cxmap: Cxmap, work: Path) -> float:
    """The size in KB of the page of a journey of 60 touchpoints in 12 stages."""
    folder, site = work / "sixty", work / "sixty-site"
    folder.mkdir()
    lines = ["journey: sixty", "stages:"]
    for stage in range(1, 13):
        lines += [
            f"  - name: Stage {stage}",
            "    goal: Know what happens next",
            "    touchpoints:",
        ]
        for number in range(1, 6):
            team = ("sales", "service")[number % 2]
            fields = FIELDS.format(team=team, mood=stage * number % 5 - 2)
            lines.append(
                f"      - {{id: t-{stage}-{number}, what: Letter {stage}.{number}, {fields}}}"
            )
    (folder / "cxmap.yaml").write_text("cxmap: 1\n", encoding="utf-8")
    (folder / "library.yaml").write_text(LIBRARY, encoding="utf-8")
    (folder / "sixty.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    done, said = run(cxmap.contestant("60", folder, "report", "-o", str(site), "--today", TODAY))
    if done.code:
        sys.exit(f"no page of 60 touchpoints: {said}")
    return (site / "journey-sixty.html").stat().st_size / 1e3


def _budgets(sizes: Mapping[int, Results]) -> Iterator[Budget]:
    hundred = sizes.get(100, {})
    yield Budget("100 journeys, one job: CPU", 5, cost(hundred, ONE, "cpu"), " s")
    yield Budget("100 journeys, two jobs: wall", 5, cost(hundred, TWO, "wall"), " s")
    for measure in ("cpu", "peak"):
        words = f"growth of {measure} a journey, 100 to 1,000 over 1 to 100"
        yield Budget(words, 1.2, _growth(sizes, measure))


def _growth(sizes: Mapping[int, Results], measure: Measure) -> float | None:
    """What a further journey costs in a large workspace, over what it costs in a small one."""
    low, middle, high = (cost(sizes.get(size, {}), ONE, measure) for size in (1, 100, 1000))
    if low is None or middle is None or high is None:
        return None
    return (high - middle) / 900 / ((middle - low) / 99)


if __name__ == "__main__":
    main()
