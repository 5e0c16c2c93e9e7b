"""Everything a run found and read, as one JSON document; accepted findings say so."""

from cxmap.output.as_json import dumps
from cxmap.output.findings._record import record
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
            name: {"answered": had.answered, "asked": had.asked}
            for name, had in results.coverage.items()
        },
        "findings": [record(finding) for finding in results.findings],
    }
    return dumps(document) + "\n"


FORMAT = Format("json", _write)
