"""What the races say, as Markdown: tables, ratios and budgets."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from timing import Result

Results = Mapping[str, Result]
Measure = Literal["wall", "cpu", "peak"]


@dataclass(frozen=True)
class Budget:
    """The most that something may cost, and what it did cost; None where that was not measured."""

    what: str
    most: float
    cost: float | None
    unit: str = ""


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, words: int = 1) -> str:
    """A Markdown table; the first columns are words, the others figures, which stand right."""
    rule = ["---"] * words + ["---:"] * (len(head) - words)
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, rule, *rows])


def cost(results: Results, name: str, measure: Measure) -> float | None:
    """What a contestant took: seconds or MiB; None where it was not measured."""
    result = results.get(name)
    return None if result is None or result.failed else float(getattr(result, measure))


def ratio(results: Results, one: str, other: str, measure: Measure) -> float | None:
    """How much one takes for each second or MiB of the other, where both were measured."""
    above, below = cost(results, one, measure), cost(results, other, measure)
    return None if above is None or below is None else above / below


def figure(number: float | None) -> str:
    """Three digits that matter."""
    if number is None:
        return "-"
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"


def results_table(results: Results, columns: Mapping[str, Callable[[str], float | None]]) -> str:
    """A row a contestant; `columns` gives further figures by the contestant's name."""
    head = ["what", "does", "runs", "wall s", "CPU s", "peak MiB", *columns]
    return table(head, (_row(result, columns) for result in results.values()), words=2)


def _row(result: Result, columns: Mapping[str, Callable[[str], float | None]]) -> list[str]:
    one = result.contestant
    if result.failed:
        return [one.name, one.does, "0", result.failed, *["-"] * (2 + len(columns))]
    costs = [
        result.wall,
        result.cpu,
        result.peak,
        *(column(one.name) for column in columns.values()),
    ]
    return [one.name, one.does, str(result.runs), *map(figure, costs)]


def budget_table(budgets: Iterable[Budget]) -> str:
    return table(
        ["budget", "at most", "measured", "met"],
        (
            [
                one.what,
                f"{figure(one.most)}{one.unit}",
                "not measured" if one.cost is None else f"{figure(one.cost)}{one.unit}",
                "-" if one.cost is None else "yes" if one.cost <= one.most else "**no**",
            ]
            for one in budgets
        ),
    )
