"""A workspace of many journeys: what matters is shown, and the way to the rest."""

import re
from pathlib import Path

import pytest

from .conftest import Report
from .test_journey import page, text

MANY = 60


def workspace(journeys: int) -> dict[str, str]:
    """Maps of one touchpoint each, every tenth of which is a moment of truth that is missed."""
    made = {"cxmap.yaml": "cxmap: 1\n", "library.yaml": library(journeys)}
    for n in range(journeys):
        more = ", moment_of_truth: true, met: missed" if n % 10 == 0 else ""
        made[f"maps/{n:03}.yaml"] = (
            f"journey: j{n:03}\ntitle: Journey {n:03}\ncustomers: buyer\nstages:\n"
            f"  - name: Start\n    touchpoints:\n"
            f"      - {{id: call, what: Call {n:03}, who: sales, with: service,"
            f" expectation: Promise {n:03}, pains: [Pain {n:03}]{more}}}\n"
        )
    return made


def library(number: int) -> str:
    metrics = "".join(f"  - {{id: m{n}, name: Metric {n}, kind: rate}}\n" for n in range(number))
    actions = "".join(
        f"  - {{id: a{n}, title: Action {n}, journeys: j{n:03}, raised: 2026-10-01}}\n"
        for n in range(number)
    )
    return (
        "teams: [{id: sales, name: Sales}, {id: service, name: Service}]\n"
        f"customers: [{{id: buyer, name: Buyer}}]\nmetrics:\n{metrics}actions:\n{actions}"
    )


@pytest.fixture
def site(report: Report) -> Path:
    return report(workspace(MANY))


def test_the_dashboard_shows_the_journeys_in_most_trouble_and_leads_to_all(site: Path) -> None:
    first = page(site, "index.html")
    assert "The 20 of 60 with the most errors and warnings." in text(first)
    assert '<a href="journeys.html">All 60 journeys</a>' in first
    listed = re.findall(r"Journey (\d{3})</a>", page(site, "journeys.html"))
    assert listed == [f"{n:03}" for n in range(MANY)]


@pytest.mark.parametrize("sort", ["Metric", "Action"])
def test_measures_and_actions_stand_on_pages_of_their_own(site: Path, sort: str) -> None:
    file = {"Metric": "measures.html", "Action": "actions.html"}[sort]
    named = re.compile(rf'<span class="what">{sort} (\d+)</span>')
    assert len(named.findall(page(site, "index.html"))) == 25
    assert len(named.findall(page(site, file))) == MANY


def test_a_team_page_shows_what_is_most_at_stake_and_where_the_rest_is(site: Path) -> None:
    markup = page(site, "team-sales.html")
    assert "The 40 of 60 touchpoints with most at stake." in text(markup)
    promised = markup[: markup.index("20 more touchpoints, on 20 journeys")]
    assert promised.index("Call 050") < promised.index("Call 001")
    assert '<a href="journey-j059.html#?team=sales">Journey 059</a>' in markup


def test_a_customer_page_begins_with_what_is_missed(site: Path) -> None:
    markup = page(site, "customer-buyer.html")
    assert markup.index("Promise 050") < markup.index("Promise 001")
    assert "20 more expectations, on 20 journeys" in text(markup)


def test_who_carries_what_is_summed_up_where_journeys_have_no_column_each(site: Path) -> None:
    words = text(page(site, "index.html"))
    assert "Touchpoints owned Helps at Journeys Moments of truth We ask Missed" in words
    assert "Sales 60" in words and "Service 0" in words


def test_a_workspace_of_few_journeys_has_one_list_alone(report: Report) -> None:
    files = {file.name for file in report(workspace(25)).glob("*.html")}
    assert files.isdisjoint({"journeys.html", "measures.html", "actions.html"})
    assert "The 20 of" not in page(report(workspace(25)), "index.html")


def test_the_list_in_markdown_leads_to_the_rest_too(report: Report) -> None:
    folder = report(workspace(MANY), "--format", "markdown")
    first = (folder / "README.md").read_text(encoding="utf-8")
    assert "[All 60 journeys](journeys.md)" in first and "[All 60 actions](actions.md)" in first
    team = (folder / "team-sales.md").read_text(encoding="utf-8")
    assert "20 more touchpoints: [Journey" in team and "#?" not in team
