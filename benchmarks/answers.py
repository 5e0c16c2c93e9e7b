"""Write answers to measure: the same arguments give the same rows.

python benchmarks/answers.py DIR --parquet 10000000 --csv 1000000
"""

import argparse
from pathlib import Path

import duckdb

TOUCHPOINTS = 30
ROWS = """
select
  timestamptz '2025-10-01 00:00:00+00'
    + to_seconds(cast(hash(i) % 31536000 as bigint)) as responded_at,
  'C' || (hash(i + 1) % {customers}) as customer_id,
  'touch-' || (hash(i + 2) % {touchpoints}) as touch,
  ['basic', 'pro', 'team', 'enterprise'][cast(1 + hash(i + 3) % 4 as integer)] as plan,
  cast(case when hash(i + 4) % 20 > 0 then 1 + hash(i + 5) % 5 end as tinyint) as csat,
  cast(hash(i + 6) % 11 as tinyint) as nps,
  'Nobody reads what stands here, and it is longer than the rest: ' || hash(i + 7) as comment
from range({rows}) as t(i)
"""
LIBRARY = """\
data:
  - id: survey
    files: {file}
    time: responded_at
    touchpoint: touch
    segment: plan
    timezone: Europe/Paris
metrics:
  - {{id: csat, kind: csat, source: {{data: survey, value: csat}}}}
  - {{id: nps, kind: nps, source: {{data: survey, value: nps}}}}
"""


def write(folder: Path, name: str, rows: int) -> Path:
    """A workspace whose one file has so many answers; the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    stages = "".join(
        f"      - {{id: touch-{n}, what: Touchpoint {n}}}\n" for n in range(TOUCHPOINTS)
    )
    (folder / "map.yaml").write_text(
        f"journey: all\nstages:\n  - name: every\n    touchpoints:\n{stages}", encoding="utf-8"
    )
    (folder / "library.yaml").write_text(LIBRARY.format(file=name), encoding="utf-8")
    with duckdb.connect() as base:
        query = ROWS.format(rows=rows, customers=max(1, rows // 4), touchpoints=TOUCHPOINTS)
        base.execute(f"copy ({query}) to '{file}'")
    return file


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--parquet", type=int, default=0, metavar="ROWS")
    parser.add_argument("--csv", type=int, default=0, metavar="ROWS")
    given = parser.parse_args()
    for kind in ("parquet", "csv"):
        if rows := getattr(given, kind):
            print(write(given.folder / kind, f"answers.{kind}", rows))


if __name__ == "__main__":
    main()
