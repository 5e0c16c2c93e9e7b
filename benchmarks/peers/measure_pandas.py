"""What somebody who knows pandas would write: the same counts.

python measure_pandas.py FILE
"""

import sys

import pandas as pd

COLUMNS = ["responded_at", "touch", "plan", "csat", "nps"]


def main() -> None:
    file = sys.argv[1]
    if file.endswith(".parquet"):
        answers = pd.read_parquet(file, columns=COLUMNS)
    else:
        answers = pd.read_csv(file, usecols=COLUMNS, parse_dates=["responded_at"])
    times = answers["responded_at"]
    local = times.dt.tz_convert("Europe/Paris") if times.dt.tz else times
    answers["month"] = local.dt.year * 12 + local.dt.month
    answers["asked"] = answers["csat"].notna()
    answers["satisfied"] = answers["csat"] >= 4
    answers["rated"] = answers["nps"].notna()
    answers["promoters"] = answers["nps"] >= 9
    answers["detractors"] = answers["nps"] <= 6
    counts = ["asked", "satisfied", "rated", "promoters", "detractors"]
    rows = 0
    for keys in (["month"], ["month", "touch"], ["month", "plan"]):
        rows += len(answers.groupby(keys)[counts].sum())
    print(rows, "rows")


if __name__ == "__main__":
    main()
