"""Write events to hold against a map: the same arguments give the same rows.

python benchmarks/events.py DIR --rows 10000000

Every customer meets each of twelve touchpoints at most once, two of three on average, mostly in
the order of the map. So whoever counts customers and whoever counts events must get the same.
"""

import argparse
from pathlib import Path

import duckdb

TOUCHPOINTS = 12
PER_STAGE = 3
PER_CUSTOMER = TOUCHPOINTS * 2 // 3
ROWS = """
select
  'C' || i as customer_id,
  'touch-' || t as event,
  timestamptz '2025-10-01 00:00:00+00' + to_seconds(cast(
    hash(i) % 25920000 // 60 * 60
    + t * 259200
    + hash(i * 100 + t) % 10080 * 60
    + t  -- so that no two are at the same second
  as bigint)) as at
from range({customers}) as customers(i), range({touchpoints}) as touchpoints(t)
where hash(i * 100 + t + 50) % 3 > 0
"""
LIBRARY = """\
data:
  - id: events
    kind: events
    files: {file}
    time: at
    customer: customer_id
    touchpoint: event
    timezone: Europe/Paris
"""


def write(folder: Path, name: str, rows: int) -> Path:
    """A workspace whose one file has about so many events; the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    lines = ["journey: all", "stages:"]
    for number in range(TOUCHPOINTS):
        if number % PER_STAGE == 0:
            lines += [f"  - name: Stage {number // PER_STAGE}", "    touchpoints:"]
        lines.append(f"      - {{id: touch-{number}, what: touch-{number}}}")
    (folder / "map.yaml").write_text("\n".join([*lines, ""]), encoding="utf-8")
    (folder / "library.yaml").write_text(LIBRARY.format(file=name), encoding="utf-8")
    with duckdb.connect() as base:
        query = ROWS.format(customers=rows // PER_CUSTOMER, touchpoints=TOUCHPOINTS)
        base.execute(f"copy ({query}) to '{file}'")
    return file


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rows", type=int, default=10_000_000)
    given = parser.parse_args()
    print(write(given.folder, "events.parquet", given.rows))


if __name__ == "__main__":
    main()
