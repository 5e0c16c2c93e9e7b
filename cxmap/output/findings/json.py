"""Everything a run found and read, as one JSON document; accepted findings say so."""

from collections.abc import Mapping
from typing import Any

from cxmap.model.coverage import Counts
from cxmap.output.as_json import dumps
from cxmap.output.findings._record import record
from cxmap.output.plain import plain
from cxmap.output.results import Format, Look, Results


def _write(results: Results, _look: Look) -> str:
    document = {
        "version": 1,
        "today": results.today.isoformat(),
        "read": {
            "files": results.files,
            "journeys": results.journey_count(),
            "touchpoints": results.touchpoints,
        },
        "coverage": {
            "all": _counts(results.coverage.whole),
            "journeys": _parts(results.coverage.journeys),
            "stages": _parts(results.coverage.stages),
            "teams": _parts(results.coverage.teams),
        },
        "shortfalls": list(map(plain, results.shortfalls)),
        "findings": [record(finding) for finding in results.findings],
    }
    return dumps(document) + "\n"


def _parts(parts: Mapping[str, Counts]) -> dict[str, Any]:
    return {name: _counts(counts) for name, counts in parts.items()}


def _counts(counts: Counts) -> dict[str, Any]:
    return {name: {"answered": f.answered, "asked": f.asked} for name, f in counts.items()}


FORMAT = Format("json", _write)
