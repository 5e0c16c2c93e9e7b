"""The programme for a wiki or a README."""

from collections.abc import Sequence

from cxmap.output.cell import cell
from cxmap.output.results import Look
from cxmap.output.steps import Format
from cxmap.programme import State, Step, summary

_MARKS = {State.DONE: "✅", State.BEGUN: "🟡", State.MISSING: "⬜"}


def _write(steps: Sequence[Step], _: Look) -> str:
    lines = ["| | Step | Done | Gap | Next |", "| --- | --- | --- | --- | --- |"]
    lines.extend(
        f"| {_MARKS[step.state]} {step.state.value} | {cell(step.name)} | {cell(step.done)} "
        f"| {cell(step.gap)} | {cell(step.next)} |"
        for step in steps
    )
    return "\n".join([*lines, "", f"{summary(steps)}.", ""])


FORMAT = Format("markdown", _write)
