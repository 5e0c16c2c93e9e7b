"""Opening a source: its files, or its table in an engine."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cxmap.errors import CxmapError
from cxmap.loading.settings import Settings
from cxmap.measure.asking import Ask
from cxmap.measure.columns import Columns
from cxmap.measure.connecting import connect
from cxmap.measure.counting import Asked
from cxmap.measure.engine import Engine, EngineError, Held, Table
from cxmap.measure.files.opened import TIMES, Opened, open_files
from cxmap.measure.patience import wait_for
from cxmap.measure.queries.clocks import Hours, hours
from cxmap.measure.times import check_zone
from cxmap.model.data import DataSource
from cxmap.words import cut, did_you_mean, listed

_YEARS_BACK = 12
_TIMELESS = frozenset({Held.WHOLE, Held.NUMBER, Held.YES_NO, Held.OTHER})


@dataclass(frozen=True, slots=True)
class Open:
    """A source that is open.

    Attributes:
        asked: its engine.
        columns: its columns.
        worked: when the organization works, over the years the data may have.
        files: the files that were opened; None for a table.
    """

    asked: Asked
    columns: Columns
    worked: Hours
    files: Opened | None


@contextmanager
def open_source(
    source: DataSource,
    wanted: Sequence[tuple[str, str]],
    settings: Settings,
    root: Path,
    ask: Ask,
) -> Iterator[Open]:
    """Open a source as long as the block lasts.

    Args:
        source: the source.
        wanted: the columns that are read, each with the key that names it.
        settings: the calendar and the engines.
        root: the folder of the workspace.
        ask: the date to go by, and what may be read from elsewhere.

    Raises:
        CxmapError: it cannot be read, or lacks a column.
    """
    _check(source)
    zone = check_zone(source.timezone or settings.calendar.timezone or "UTC", source.id)
    files: Opened | None = None
    engine: Engine
    if source.engine is not None:
        engine = connect(source.engine, settings.engines, source.id, zone)
    else:
        files = open_files(root, source, wanted, zone, ask.remote)
        engine = files.engine
    try:
        table = files.table if files else _table(engine, source, wanted)
        _check_times(table, wanted)
        first = ask.today.year - _YEARS_BACK
        worked = hours(settings.calendar.calendar(), zone, first, ask.today.year)
        yield Open(Asked(engine), Columns(source, table, engine.dialect, zone), worked, files)
        if files is not None:
            files.check_same()
    except EngineError as error:
        if files is not None:
            files.check_same()  # which may be why
        raise CxmapError(f"data `{source.id}`: {error}") from None
    finally:
        engine.close()


def _check(source: DataSource) -> None:
    if source.engine is None and not source.files:
        raise CxmapError(f"data `{source.id}` needs `files`, or an `engine` and a `table`")
    if source.engine is not None and source.files:
        raise CxmapError(f"data `{source.id}` has `files` and an `engine`: leave one of them out")
    if source.kind == "responses" and source.as_ is not None and source.touchpoint is not None:
        raise CxmapError(f"data `{source.id}` has `touchpoint` and `as`: leave one of them out")
    if source.engine is not None and source.table is None:
        raise CxmapError(f"data `{source.id}` has an `engine` and needs a `table`")


def _check_times(table: Table, wanted: Sequence[tuple[str, str]]) -> None:
    for key, column in wanted:
        if key in TIMES and table.columns.get(column) in _TIMELESS:
            raise EngineError(
                f"its column `{column}` ({key}) holds no times: dates, times or ISO 8601 text do"
            )


def _table(engine: Engine, source: DataSource, wanted: Sequence[tuple[str, str]]) -> Table:
    table = wait_for(lambda: engine.table(source.table or ""), engine.cancel)
    for key, column in wanted:
        if column not in table.columns:
            guess = did_you_mean(column, list(table.columns))
            has = f"; it has {listed([f'`{cut(name)}`' for name in table.columns], 12)}"
            raise EngineError(f"the table has no column `{column}` ({key}){guess}{has}")
    return table
