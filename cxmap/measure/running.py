"""Asking every question of every source: `measure(…)`."""

from collections.abc import Callable
from pathlib import Path

from cxmap.errors import CxmapError
from cxmap.loading.settings import Settings
from cxmap.measure.asking import Ask
from cxmap.measure.patience import TimeUp
from cxmap.measure.plan import Question, question
from cxmap.measure.readings import Figure, Measured, SourceReport
from cxmap.measure.source import measure_source
from cxmap.measure.unheard import unheard
from cxmap.model.workspace import Workspace
from cxmap.words import did_you_mean


def _silent(_: str) -> None:
    """Nobody is told how far it got."""


def measure(
    workspace: Workspace,
    settings: Settings,
    root: Path,
    ask: Ask,
    tick: Callable[[str], None] = _silent,
) -> Measured:
    """Compute the metrics of a workspace from its feedback data.

    Args:
        workspace: the maps, metrics and sources.
        settings: its settings.
        root: its folder; no file outside is read.
        ask: what is wanted.
        tick: is told the id of each source before it is read.

    Raises:
        CxmapError: a metric that is asked for does not exist, or none is computed from data.
    """
    _check_metrics(ask, workspace)
    by_source: dict[str, list[Question]] = {}
    problems: list[str] = []
    unsourced: list[str] = []
    for metric in workspace.metrics:
        if ask.metrics and metric.id not in ask.metrics:
            continue
        try:
            asked = question(metric, workspace)
        except CxmapError as error:
            problems.append(str(error))
            continue
        if asked is None:
            unsourced.append(metric.id)
        else:
            by_source.setdefault(asked.source.id, []).append(asked)
    if not by_source and not problems:
        raise CxmapError(
            "no metric is computed from data: describe the files under `data`, and give a metric"
            " a `source`, such as `{data: survey, value: score}`"
        )
    figures: list[Figure] = []
    reports: list[SourceReport] = []
    for name in sorted(by_source):
        tick(name)
        source = by_source[name][0].source
        try:
            report, found = measure_source(source, by_source[name], workspace, settings, root, ask)
        except TimeUp:
            raise
        except CxmapError as error:
            problems.append(str(error))
            continue
        reports.append(report)
        figures += found
    order = {metric.id: number for number, metric in enumerate(workspace.metrics)}
    figures.sort(key=lambda figure: order[figure.metric.id])
    # Who looked at some of the answers only cannot say where there are none.
    whole = not ask.metrics and ask.wants("touchpoint") and not problems
    return Measured(
        ask.today,
        ask.grain,
        ask.min_n,
        tuple(figures),
        tuple(reports),
        tuple(unheard(workspace, figures)) if whole else (),
        tuple(unsourced),
        tuple(problems),
    )


def _check_metrics(ask: Ask, workspace: Workspace) -> None:
    known = workspace.metrics.ids()
    for name in ask.metrics:
        if name not in known:
            guess = did_you_mean(name, known)
            raise CxmapError(f"there is no metric `{name}`{guess}")
