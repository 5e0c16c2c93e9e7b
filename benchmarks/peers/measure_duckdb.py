"""What somebody who knows SQL would write: the same counts, straight from DuckDB.

python measure_duckdb.py FILE [scan]
"""

import sys

import duckdb

QUERY = """
select date_trunc('month', responded_at at time zone 'Europe/Paris') as month, touch, plan,
  count(csat), count_if(csat >= 4), count(nps), count_if(nps >= 9), count_if(nps <= 6)
from {source}
group by all
order by all
"""
SCAN = """
select max(epoch_us(responded_at) % 7), sum(length(touch)), sum(length(plan)), sum(csat), sum(nps)
from {source}
"""


def main() -> None:
    file, *mode = sys.argv[1:]
    base = duckdb.connect()
    base.execute("set TimeZone = 'Europe/Paris'")
    source = f"'{file}'" if file.endswith(".parquet") else f"read_csv('{file}')"
    rows = base.execute((SCAN if mode else QUERY).format(source=source)).fetchall()
    print(len(rows), "rows")


if __name__ == "__main__":
    main()
