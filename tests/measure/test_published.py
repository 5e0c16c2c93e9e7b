"""Real data whose answers others have published: HCAHPS and telco churn."""

import csv
import shutil
from pathlib import Path

import pytest

CASES = Path(__file__).parent.parent / "cases" / "data"


@pytest.fixture
def hospitals(company):
    """National results, each box turned into a score that stands for as many answers."""
    lines = ["release,question,score,answers"]
    with (CASES / "hcahps" / "national.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            boxes = ((3, row["bottom_pct"]), (8, row["middle_pct"]), (9, row["top_pct"]))
            for score, percent in boxes:
                day = f"{row['release'][3:]}-{row['release'][:2]}-01"
                lines.append(f"{day},{row['measure_id']},{score},{percent}")
    company.write(national_csv="\n".join(lines))
    return company


def national(company, question: str, metric: str) -> object:
    return company.data(
        f"{{id: h, files: national.csv, time: release, weight: answers, where: {{question: {question}}}}}",
        metric,
    )


@pytest.mark.parametrize(
    ("question", "period", "top", "net"),
    [
        ("H_HSP_RATING", "2023-07", 70, 61),
        ("H_HSP_RATING", "2015-07", 71, 63),
        ("H_RECMND", "2023-07", 69, 63),
        ("H_RECMND", "2015-07", 71, 66),
        ("H_COMP_7", "2023-07", 51, None),
        ("H_COMP_5", "2023-07", 61, None),
        ("H_QUIET_HSP", "2023-07", 62, None),
    ],
)
def test_hospitals_get_the_shares_that_were_published(
    hospitals, question: str, period: str, top: int, net: int | None
) -> None:
    csat = national(
        hospitals,
        question,
        "{id: m, kind: csat, scale: [0, 10], source: {data: h, value: score, order: ['3', '8', '9'], good: ['9']}}",
    )
    assert csat.all("m")[period].estimate.value == top
    if net is not None:
        nps = national(hospitals, question, "{id: m, kind: nps, source: {data: h, value: score}}")
        assert nps.all("m")[period].estimate.value == net


@pytest.mark.parametrize(
    ("release", "mean", "n"), [("07_2015", 30.8394, 4_160), ("07_2023", 22.7441, 4_122)]
)
def test_response_rates_have_the_mean_that_was_published(
    company, release: str, mean: float, n: int
) -> None:
    shutil.copy(CASES / "hcahps" / "response_rates.csv", company.folder)
    company.data(
        f"{{id: r, files: response_rates.csv, period: 2023, where: {{release: {release}}}, csv: {{missing: [Not Available]}}}}",
        "{id: m, kind: rating, scale: [0, 100], source: {data: r, value: response_rate_pct}}",
    )
    figure = company.all("m")["2023"]
    assert (figure.estimate.value, figure.n) == (pytest.approx(mean, abs=5e-5), n)


def test_rates_of_response_have_the_medians_that_were_published(company) -> None:
    shutil.copy(CASES / "hcahps" / "response_rates.csv", company.folder)
    found = []
    for release in ("07_2015", "07_2023"):
        company.data(
            f"{{id: r, files: response_rates.csv, period: 2023, where: {{release: {release}}}, csv: {{missing: [Not Available]}}}}",
            "{id: m, kind: duration, unit: minutes, source: {data: r, value: response_rate_pct}}",
        )
        found.append(company.all("m")["2023"].estimate.value)
    assert found == [30, 21]


@pytest.fixture
def telco(company):
    shutil.copy(CASES / "telco-churn" / "customers.csv", company.folder)
    return company.data(
        "{id: t, kind: accounts, files: customers.csv, period: 2018, customer: customer_id, segment: contract}",
        "{id: churn, kind: churn, source: {data: t, value: churned, yes: 'Yes'}}",
        "{id: kept, kind: retention, source: {data: t, value: churned, yes: 'No'}}",
        "{id: plain, kind: churn, source: {data: t, value: churned}}",
    )


def test_churn_is_what_was_published_with_its_interval(telco) -> None:
    figure = telco.all("churn")["2018"]
    assert (figure.n, round(figure.estimate.value, 2)) == (7_043, 26.54)
    assert (round(figure.estimate.low, 2), round(figure.estimate.high, 2)) == (25.52, 27.58)
    assert telco.all("plain")["2018"].estimate == figure.estimate
    assert round(telco.all("kept")["2018"].estimate.value, 2) == 73.46


def test_churn_by_contract_is_what_was_published(telco) -> None:
    found = telco.groups("churn", "2018")
    shown = {name: (f.n, round(f.estimate.value, 2)) for name, f in found.items() if name != "all"}
    assert shown == {
        "contract: Month-to-month": (3_875, 42.71),
        "contract: One year": (1_473, 11.27),
        "contract: Two year": (1_695, 2.83),
    }
