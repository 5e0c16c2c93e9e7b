"""What somebody who knows pm4py would write: which event directly follows which, and how often.

python conform_pm4py.py FILE
"""

import sys

import pandas as pd
import pm4py


def main() -> None:
    events = pd.read_parquet(sys.argv[1])
    follows, _, _ = pm4py.discover_dfg(
        events, activity_key="event", timestamp_key="at", case_id_key="customer_id"
    )
    for (before, after), often in sorted(follows.items()):
        print(before, after, often, sep=",")


if __name__ == "__main__":
    main()
