"""What somebody who knows SQL would write: which event directly follows which, and how often.

python conform_duckdb.py FILE
"""

import sys

import duckdb

QUERY = """
with pairs as (
  select event, lead(event) over (partition by customer_id order by "at", event) as following
  from '{file}'
)
select event, following, count(*) from pairs where following is not null group by all
"""


def main() -> None:
    for row in duckdb.connect().execute(QUERY.format(file=sys.argv[1])).fetchall():
        print(*row, sep=",")


if __name__ == "__main__":
    main()
