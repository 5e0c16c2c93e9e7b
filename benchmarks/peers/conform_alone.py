"""What cxmap takes for no more than pm4py tells: which touchpoint directly follows which.

python conform_alone.py FOLDER

The functions that `cxmap conform` calls too, without all that it asks besides.
"""

import sys
from datetime import date
from pathlib import Path

from cxmap.loading.workspace import load
from cxmap.measure.asking import Ask
from cxmap.measure.course import course
from cxmap.measure.happening import events_of, read_log
from cxmap.measure.opening import open_source
from cxmap.measure.walking import ways
from cxmap.measure.walking.walk import Walk

TODAY = date(2027, 10, 15)


def main() -> None:
    root = Path(sys.argv[1])
    loaded = load(root)
    workspace, (source,) = loaded.workspace, loaded.workspace.data
    wanted = [(key, getattr(source, key)) for key in ("touchpoint", "time", "customer")]
    with open_source(source, wanted, loaded.settings, root, Ask(TODAY)) as opened:
        events = events_of(source, opened, Ask(TODAY))
        values = list(read_log(opened, events).values)
        plans = [course(journey, values, {}, workspace) for journey in workspace.journeys]
        walks = [Walk(plan, source, opened, events, Ask(TODAY)) for plan in plans]
        for pair in ways.pairs(walks, opened):
            print(*pair, sep=",")


if __name__ == "__main__":
    main()
