"""Planned against actual for other programs."""

from typing import Any

from cxmap.measure.conformance import Conformed
from cxmap.measure.readings import SourceReport
from cxmap.output.as_json import dumps
from cxmap.output.conformed import Format
from cxmap.output.results import Look
from cxmap.output.walked import record


def _write(conformed: Conformed, _look: Look) -> str:
    document = {
        "version": 1,
        "today": conformed.today.isoformat(),
        "min_n": conformed.min_n,
        "journeys": [record(walked) for walked in conformed.paths],
        "sources": [_source(source) for source in conformed.sources],
        "problems": list(conformed.problems),
    }
    return dumps(document) + "\n"


def _source(source: SourceReport) -> dict[str, Any]:
    return {
        "id": source.id,
        "files": list(source.files),
        "rows": source.rows,
        "without_time": source.undated,
        "without_name": source.nameless,
        "in_future": source.future,
        "bad": source.bad_count,
        "notes": list(source.notes),
        "unmapped": [
            {"value": value, "customers": who, "perhaps": perhaps or None}
            for value, who, perhaps in source.unmapped
        ],
        "unmapped_few": source.unmapped_few,
    }


FORMAT = Format("json", _write)
