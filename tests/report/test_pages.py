"""What the other pages say: dashboard, teams, customers, moments of truth, search."""

from .conftest import Open, Report
from .maps import SMALL, map_of
from .test_journey import page, text

STRATEGY = """\
strategy:
  intent: Nobody is left alone with a new contract.
  sponsor: Chief executive
  leader: Head of service
  communications:
    - {audience: [sales], message: Who the buyer is, how: event, when: {every: 3 months}, last: 2026-01-05}
  training: [{topic: The first hour, teams: [sales], when: {every: 6 months}, last: 2026-09-01}]
"""
WHOLE = {**SMALL, "strategy.yaml": STRATEGY}


def test_the_dashboard_begins_with_the_intent_and_counts(report: Report) -> None:
    words = text(page(report(WHOLE), "index.html"))
    assert "Nobody is left alone with a new contract." in words
    assert "2 of 3 touchpoints have an owner, and we ask the customer at 1" in words
    assert "In one of 2 stages nobody asks the customer" in words


def test_the_dashboard_shows_the_eight_steps_and_what_is_overdue(report: Report) -> None:
    markup = page(report(WHOLE), "index.html")
    assert markup.count('<li class="card"><h3>') == 8
    assert "was due 5 Apr 2026" in text(markup)


def test_a_workspace_without_a_strategy_has_a_dashboard_too(report: Report) -> None:
    words = text(page(report({"big.yaml": map_of([2, 0])}), "index.html"))
    assert "Two touchpoints in two stages" in words and "Programme" not in words


def test_a_team_sees_what_it_promises_changes_and_learns(report: Report) -> None:
    folder = report(WHOLE)
    marketing, sales = (text(page(folder, f"team-{t}.html")) for t in ("marketing", "sales"))
    assert "One touchpoint in one journey, one of them a moment of truth" in marketing
    assert "A better letter" in marketing and "The first hour" not in marketing
    assert "The first hour" in sales and "Told it all again" in sales
    assert "Welcome letter, then Kick-off call" in sales


def test_a_customer_sees_which_expectations_are_met(report: Report) -> None:
    words = text(page(report(WHOLE), "customer-buyer.html"))
    assert "0 of 2 expectations are met; 2 missed" in words and "Be live by Friday" in words


def test_moments_of_truth_are_ranked_with_what_is_wrong(report: Report) -> None:
    words = text(page(report(WHOLE), "moments.html"))
    assert "One moment of truth" in words and "10.5 points short" in words


def test_a_report_for_a_team_begins_with_its_page_and_has_nobody_elses(report: Report) -> None:
    folder = report(WHOLE, "--for", "team:sales")
    names = {file.name for file in folder.glob("*.html")}
    assert names == {"index.html", "journey-onboarding.html", "customer-buyer.html"}
    assert "Everything Sales owns" in text(page(folder, "index.html"))


def test_a_report_on_a_journey_has_its_pages_alone(report: Report) -> None:
    folder = report({**WHOLE, "big.yaml": map_of([1])}, "onboarding")
    assert [file.name for file in folder.glob("*.html")] == ["index.html"]


def test_every_link_between_pages_leads_to_a_place_that_is_there(
    report: Report, look: Open
) -> None:
    folder = report({**WHOLE, "target.yaml": SMALL["onboarding.yaml"].replace(
        "title:", "state: target\ntitle:").replace("{id: buyer, name: First-time buyer, goals: [Be live by Friday]}", "buyer")})  # fmt: skip
    ids = {}
    for file in folder.glob("*.html"):
        opened = look(file)
        ids[file.name] = set(opened.eval_on_selector_all("[id]", "all => all.map(e => e.id)"))
        opened.close()
    broken = []
    for file in folder.glob("*.html"):
        opened = look(file)
        for href in opened.eval_on_selector_all(
            "a[href]", "all => all.map(e => e.getAttribute('href'))"
        ):
            name, _, anchor = href.partition("#")
            target = ids.get(name or file.name)
            if target is None or (anchor and anchor not in target):
                broken.append(f"{file.name}: {href}")
        opened.close()
    assert broken == []


def test_the_search_narrows_as_one_types(report: Report, look: Open) -> None:
    opened = look(report(WHOLE) / "search.html")
    opened.fill("input[type=search]", "letter WELCOME")
    assert opened.locator(".found li:visible").all_inner_texts()[0].startswith("1.1 Welcome letter")
    assert opened.locator("output").inner_text().startswith("1 of ")
    opened.click(".found li:visible a")
    assert opened.url.endswith("journey-onboarding.html#tp-welcome-letter")


def test_the_search_finds_a_touchpoint_by_what_hurts(report: Report, look: Open) -> None:
    opened = look(report(WHOLE) / "search.html")
    opened.fill("input[type=search]", "told again")
    assert opened.locator(".found li:visible a").all_inner_texts() == ["1.2 Kick-off call"]
    opened.fill("input[type=search]", "")
    assert opened.locator(".found li:visible").count() > 3
