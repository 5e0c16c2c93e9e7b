"""Asks a Spark Connect server and prints what it counted."""

import json
import sys

from cxmap.measure.engines.spark import open_engine

engine = open_engine(sys.argv[1], "UTC")
table = engine.table("feedback")
query = sys.stdin.read()
found = [list(row) for row in engine.run(query)]
sys.stdout.write(
    json.dumps({"columns": {c: h.name for c, h in table.columns.items()}, "rows": found})
)
engine.close()
