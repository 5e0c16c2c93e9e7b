"""The programme for other programs."""

import json
from collections.abc import Sequence

from cxmap.output.results import Look
from cxmap.output.steps import Format
from cxmap.programme import Step


def _write(steps: Sequence[Step], _: Look) -> str:
    rows = [
        {"name": s.name, "state": s.state.value, "done": s.done, "gap": s.gap, "next": s.next}
        for s in steps
    ]
    return json.dumps({"version": 1, "steps": rows}, ensure_ascii=False, indent=2) + "\n"


FORMAT = Format("json", _write)
