"""A workspace for one test, measured in this process or by the command line."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cxmap.loading.workspace import load
from cxmap.measure.asking import Ask
from cxmap.measure.readings import Figure, Measured
from cxmap.measure.running import measure
from cxmap.output.measured import group_name

MAP = """\
journey: onboarding
stages:
  - id: sign
    name: I sign up
    touchpoints:
      - {id: welcome-letter, what: Welcome letter}
      - {id: call, what: Kick-off call}
  - id: use
    name: I use it
    touchpoints: [{id: training, what: Training}]
"""


class Company:
    """A workspace with data: `files` are written below it, measured as of 2026-10-15."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "map.yaml").write_text(MAP)

    def write(self, **files: str | bytes) -> "Company":
        """Write files: `survey_csv` is survey.csv."""
        for name, content in files.items():
            file = self.folder / ".".join(name.rsplit("_", 1))
            data = content if isinstance(content, bytes) else content.encode()
            file.write_bytes(data)
        return self

    def data(self, source: str, *metrics: str, settings: str = "") -> "Company":
        """Describe a source, in flow style, and the metrics that are computed from it."""
        lines = ["data:", f"  - {source}", "metrics:", *(f"  - {metric}" for metric in metrics)]
        (self.folder / "library.yaml").write_text("\n".join(lines) + "\n")
        (self.folder / "cxmap.yaml").write_text(f"cxmap: 1\n{settings}\n")
        return self

    def measure(self, **ask: Any) -> Measured:
        """Measure it; without `min_n`, one answer is enough to be shown."""
        loaded = load(self.folder)
        assert not [f for f in loaded.findings if f.severity.value == "error"], loaded.findings
        wanted = Ask(**{"today": date(2026, 10, 15), "min_n": 1} | ask)
        return measure(loaded.workspace, loaded.settings, self.folder, wanted)

    def all(self, metric: str, **ask: Any) -> dict[str, Figure]:
        """The figures of all answers, by period."""
        figures = (f for f in self.measure(**ask).figures if f.metric.id == metric)
        return {figure.period: figure for figure in figures if figure.group.is_all}

    def groups(self, metric: str, period: str = "2026-09", **ask: Any) -> dict[str, Figure]:
        """The figures of a period, by what their group is called."""
        figures = (f for f in self.measure(**ask).figures if f.metric.id == metric)
        return {group_name(f.group): f for f in figures if f.period == period}


@pytest.fixture
def company(tmp_path: Path) -> Company:
    return Company(tmp_path)
