"""One JSON object a line, each a finding: for streams, and for tools that read line by line."""

from cxmap.output.as_json import dumps
from cxmap.output.findings._record import record
from cxmap.output.results import Format, Look, Results


def _write(results: Results, _look: Look) -> str:
    return "".join(dumps(record(finding), indent=None) + "\n" for finding in results.findings)


FORMAT = Format("jsonl", _write)
