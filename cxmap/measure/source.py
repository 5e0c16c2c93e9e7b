"""One source, opened, asked and closed again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cxmap.errors import CxmapError
from cxmap.loading.settings import Settings
from cxmap.measure import cases
from cxmap.measure.asking import Ask
from cxmap.measure.counting import Counted, Rows, count_answers, count_tenure
from cxmap.measure.figuring import Estimates, People, figures
from cxmap.measure.files.bad_cells import bad_cells
from cxmap.measure.files.opened import Opened
from cxmap.measure.grouping import LEAST_OF_A_NAME, VEIL, Cut, may_be_named, place_cuts
from cxmap.measure.opening import open_source
from cxmap.measure.places import find_places
from cxmap.measure.plan import Question, Sort, score
from cxmap.measure.queries.answers import Score, customers, customers_at
from cxmap.measure.queries.tenure import tenure
from cxmap.measure.readings import Bad, Figure, Group, SourceReport
from cxmap.measure.session import Session, wanted_columns
from cxmap.model.data import DataSource
from cxmap.model.workspace import Workspace

_MOST_BAD = 1_000


@dataclass(frozen=True, slots=True)
class _Part:
    """What was counted for a question, and how its figures are told."""

    counted: Counted
    people: People | None = None
    estimates: Estimates | None = None
    durations: cases.Durations | None = None


def measure_source(
    source: DataSource,
    questions: Sequence[Question],
    workspace: Workspace,
    settings: Settings,
    root: Path,
    ask: Ask,
) -> tuple[SourceReport, list[Figure]]:
    """Compute the metrics of a source.

    Args:
        source: the source.
        questions: its metrics.
        workspace: the maps.
        settings: the calendar and the engines.
        root: the folder of the workspace.
        ask: what is wanted.

    Raises:
        CxmapError: it cannot be read, or does not say enough.
    """
    _check_times(source, questions)
    wanted = list(dict.fromkeys(wanted_columns(source, questions, ask)))
    with open_source(source, wanted, settings, root, ask) as opened:
        session = Session(source, ask, opened.asked, opened.columns, opened.worked)
        return _ask(session, questions, workspace, opened.files)


def _check_times(source: DataSource, questions: Sequence[Question]) -> None:
    timeless = any(
        q.sort is Sort.ANSWERS or (q.sort is Sort.CASES and q.computed.value) for q in questions
    )
    if timeless and source.time is None and source.period is None:
        raise CxmapError(
            f"data `{source.id}` needs `time`, the column that says when, or the one `period`"
            " that it is of"
        )


def _ask(
    session: Session, questions: Sequence[Question], workspace: Workspace, opened: Opened | None
) -> tuple[SourceReport, list[Figure]]:
    rows, parts = _parts(session, questions)
    values = _places(rows, parts) if session.place is not None else []
    names = session.source.names or {}
    places, unknown = find_places(values, names, workspace)
    cuts = place_cuts(places, [c for c in ("touchpoint", "stage", "journey") if _wants(session, c)])
    found: list[Figure] = []
    for part in parts:
        found += _figures(session, part, cuts)
    return _report(session, rows, parts, unknown, opened), found


def _places(rows: Rows, parts: Sequence[_Part]) -> list[str]:
    """What the data call the places that answers or cases are about."""
    found = dict.fromkeys(rows.by_place)
    for part in parts:
        found |= dict.fromkeys(a[0] for by_atom in part.counted.counts.values() for a in by_atom)
    return [value for value in found if value is not None]


def _wants(session: Session, cut: str) -> bool:
    if cut == "journey":  # its stages say more, so only who asks for it gets it
        return session.ask.by is not None and cut in session.ask.by
    return session.ask.wants(cut)


def _parts(session: Session, questions: Sequence[Question]) -> tuple[Rows, list[_Part]]:
    rows = Rows(None, 0, {}, {})
    parts: list[_Part] = []
    scores = [(q, score(q, session.columns)) for q in questions if q.sort is Sort.ANSWERS]
    if scores:
        rows, counted = count_answers(session.asked, session.base(), scores)
        for one, (_, its) in zip(counted, scores, strict=True):
            parts.append(_Part(one, _people(session, its)))
    for question in questions:
        if question.sort is Sort.TENURE:
            rows, tenures = _tenure(session, question)
            parts.append(_Part(tenures))
        elif question.sort is Sort.CASES and question.metric.kind == "duration":
            done = cases.durations(session, question)
            parts.append(_Part(done.counted, done.people, done.estimates, done))
        elif question.sort is Sort.CASES:
            parts.append(_Part(*cases.in_time(session, question)))
    return rows, parts


def _tenure(session: Session, question: Question) -> tuple[Rows, Counted]:
    columns, computed = session.columns, question.computed
    start, end = computed.start or "", computed.end or ""
    sql = tenure(
        columns.table,
        start=session.period(start),
        end=session.period(end),
        ended=columns.filled(end),
        places=session.texts,
        where=columns.where(),
    )
    return count_tenure(session.asked, question, sql, session.current())


def _people(session: Session, its: Score) -> People | None:
    if session.source.customer is None:
        return None

    def people(cut: Cut) -> Mapping[tuple[int, Group], int]:
        by_key = {key: group for group, key in cut.keys().items()}
        base, texts, dialect = session.base(), session.texts, session.columns.dialect
        sql = customers(base, its, cut.sql(texts, dialect))
        told = customers(base, its, cut.sql(texts, dialect, veiled=True))
        return {
            (int(period), by_key[str(key)]): int(many or 0)
            for period, key, many in session.asked.run(sql, told)
            if period is not None and key is not None
        }

    return people


def _met(session: Session, places: Sequence[str]) -> Mapping[str, int]:
    """How many customers stand behind some values: what one of them wrote may be in many rows."""
    base, place, literal = session.base(), session.place or "", session.columns.dialect.literal
    sql = customers_at(base, place, [literal(value) for value in places])
    told = customers_at(base, place, [VEIL])
    return {str(value): int(many or 0) for value, many in session.asked.run(sql, told)}


def _figures(session: Session, part: _Part, cuts: Sequence[Cut]) -> list[Figure]:
    found = figures(
        part.counted,
        cuts,
        session.segments,
        session.shown(list(part.counted.counts)),
        session.ask.min_n,
        people=part.people,
        estimates=part.estimates,
    )
    return found if part.durations is None else cases.told(found, part.durations)


def _report(
    session: Session,
    rows: Rows,
    parts: Sequence[_Part],
    unknown: Mapping[str, str],
    opened: Opened | None,
) -> SourceReport:
    least = max(session.ask.min_n, LEAST_OF_A_NAME)
    many = {value: rows.by_place.get(value, 0) for value in unknown}
    named = {value for value in unknown if many[value] >= least and may_be_named(value)}
    if named and session.base().customer is not None:
        met = _met(session, sorted(named))
        named = {value for value in named if met.get(value, 0) >= least}
    bad: list[Bad] = []
    count = 0
    if opened is not None:
        found, count = opened.rejected()
        bad = [*opened.bad, *found]
        count += len(opened.bad)
        if _has_bad_cells(rows, parts):
            cells = bad_cells(session, [part.counted.question for part in parts], opened)
            bad += cells
            count += len(cells)
    return SourceReport(
        session.source.id,
        opened.files if opened else (),
        rows.rows,
        rows.by_period.get(None, 0),
        rows.unweighted,
        sum(n for p, n in rows.by_period.items() if p is not None and session.is_future(p)),
        bad=tuple(sorted(bad)[:_MOST_BAD]),
        bad_count=count,
        unmapped=tuple(sorted((value, many[value], unknown[value]) for value in named)),
        unmapped_few=len(unknown) - len(named),
        notes=opened.notes if opened else (),
        left_out=tuple((part.counted.question.metric.id, part.counted.left_out) for part in parts),
        sql=tuple(session.asked.sql),
    )


def _has_bad_cells(rows: Rows, parts: Sequence[_Part]) -> bool:
    left = [part.counted.left_out for part in parts]
    return bool(
        rows.by_period.get(None)
        or rows.unweighted
        or any(out.unreadable or out.outside for out in left)
    )
