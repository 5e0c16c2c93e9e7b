"""What somebody who knows pandas would write: the same figures.

python measure_pandas.py FILE
"""

import csv
import sys

import pandas as pd

COLUMNS = ["responded_at", "touch", "plan", "csat", "nps"]
COUNTS = ["asked", "satisfied", "rated", "promoters", "detractors"]


def main() -> None:
    counted = count(sys.argv[1])
    out = csv.writer(sys.stdout)
    out.writerow(("metric", "touchpoint", "plan", "period", "n", "value"))
    for cut in ("", "touch", "plan"):
        table = counted.groupby(["month", cut] if cut else ["month"])[COUNTS].sum()
        for keys, row in zip(table.index, table.itertuples(), strict=True):
            month, group = keys if cut else (keys, "")
            cells = (
                group if cut == "touch" else "",
                group if cut == "plan" else "",
                f"{month // 12}-{month % 12 + 1:02}",
            )
            score = 100 * (row.promoters - row.detractors) / row.rated
            out.writerow(("csat", *cells, row.asked, 100 * row.satisfied / row.asked))
            out.writerow(("nps", *cells, row.rated, score))


def count(file: str) -> pd.DataFrame:
    """The counts by month, touchpoint and plan."""
    if file.endswith(".parquet"):
        answers = pd.read_parquet(file, columns=COLUMNS)
    else:
        answers = pd.read_csv(file, usecols=COLUMNS, parse_dates=["responded_at"])
    local = answers["responded_at"].dt.tz_convert("Europe/Paris")
    answers["month"] = local.dt.year * 12 + local.dt.month - 1
    answers["asked"] = answers["csat"].notna()
    answers["satisfied"] = answers["csat"] >= 4
    answers["rated"] = answers["nps"].notna()
    answers["promoters"] = answers["nps"] >= 9
    answers["detractors"] = answers["nps"] <= 6
    # Parting all of them three times would take longer.
    return answers.groupby(["month", "touch", "plan"], as_index=False)[COUNTS].sum()


if __name__ == "__main__":
    main()
