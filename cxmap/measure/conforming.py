"""Holding the planned journey against the actual one: `conform(…)`."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from cxmap.errors import CxmapError
from cxmap.loading.settings import Settings
from cxmap.measure.asking import Ask
from cxmap.measure.conformance import Conformed, Walked
from cxmap.measure.course import course
from cxmap.measure.happening import Log, events_of, months, read_log, told_of
from cxmap.measure.opening import Open, open_source
from cxmap.measure.patience import TimeUp
from cxmap.measure.places import find_places
from cxmap.measure.readings import SourceReport
from cxmap.measure.walking import ways
from cxmap.measure.walking.journey import walked
from cxmap.measure.walking.walk import Walk
from cxmap.model.data import DataSource
from cxmap.model.journey import Journey
from cxmap.model.workspace import Workspace

_NEEDED = (("touchpoint", "what happened"), ("time", "when"), ("customer", "whose event it is"))


def _silent(_: str) -> None:
    """Nobody is told how far it got."""


def conform(
    workspace: Workspace,
    settings: Settings,
    root: Path,
    ask: Ask,
    journeys: Sequence[Journey],
    tick: Callable[[str], None] = _silent,
) -> Conformed:
    """Compare journeys as they are planned with the events that customers left behind.

    Args:
        workspace: the maps and the sources.
        settings: the calendar and the engines.
        root: the folder of the workspace; no file outside is read.
        ask: the date, how many customers it takes to be told, and the days of grace.
        journeys: the maps to look at.
        tick: is told the id of each source before it is read.

    Raises:
        CxmapError: no source has events.
    """
    sources = [source for source in workspace.data if source.kind == "events"]
    if not sources:
        raise CxmapError(
            "there are no events to compare with: a source under `data` with `kind: events` says"
            " where they are"
        )
    paths: list[Walked] = []
    reports: list[SourceReport] = []
    problems: list[str] = []
    for source in sources:
        tick(source.id)
        try:
            report, found = _source(source, workspace, settings, root, ask, journeys)
        except TimeUp:
            raise
        except CxmapError as error:
            problems.append(str(error))
            continue
        reports.append(report)
        paths += found
    order = {id(journey): number for number, journey in enumerate(workspace.journeys)}
    paths.sort(key=lambda path: order[id(path.journey)])
    return Conformed(ask.today, ask.min_n, tuple(paths), tuple(reports), tuple(problems))


def _source(
    source: DataSource,
    workspace: Workspace,
    settings: Settings,
    root: Path,
    ask: Ask,
    journeys: Sequence[Journey],
) -> tuple[SourceReport, list[Walked]]:
    wanted = [(key, getattr(source, key)) for key, _ in _NEEDED]
    for (key, column), (_, what) in zip(wanted, _NEEDED, strict=True):
        if not column:
            raise CxmapError(f"data `{source.id}` needs `{key}`, the column that says {what}")
    wanted += [("where", column) for column in source.where or {}]
    with open_source(source, wanted, settings, root, ask) as opened:
        events = events_of(source, opened, ask)
        log = read_log(opened, events)
        names = source.names or {}
        plans = [course(journey, list(log.values), names, workspace) for journey in journeys]
        walks = [Walk(plan, source, opened, events, ask) for plan in plans]
        met = [walk for walk in walks if walk.known]
        found = _walked(met, opened, log)
        _, unknown = find_places(log.values, names, workspace)
        hung_on = {v for plan in plans for node in plan.events.values() for v in plan.nodes[node]}
        strangers = {value: why for value, why in unknown.items() if value not in hung_on}
        return told_of(source, opened, events, log, strangers, ask), found


def _walked(walks: Sequence[Walk], opened: Open, log: Log) -> list[Walked]:
    if not walks:
        return []
    pairs = ways.pairs(walks, opened)
    found = []
    for walk in walks:
        values = {value for node in walk.known for value in walk.plan.nodes[node]}
        since, until = months([log.values[value] for value in values], opened.columns.zone)
        found.append(walked(walk))
        if found[-1].customers is not None:
            told = tuple(ways.told(walk, pairs))
            found[-1] = replace(found[-1], since=since, until=until, ways=told)
    return found
