"""What a journey's page says, read from its text."""

import re
from pathlib import Path

from cxmap.report.rich import note

from .conftest import Report
from .maps import PLAIN, SMALL, map_of


def page(folder: Path, name: str = "journey-onboarding.html") -> str:
    return (folder / name).read_text(encoding="utf-8")


def text(markup: str) -> str:
    """The words of a page, without its markup and soft hyphens."""
    body = re.sub(r"<(style|script|svg)\b.*?</\1>", " ", markup, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", body).replace("\xad", "").replace("\u200b", "").split())


def test_the_header_says_what_stands_out(report: Report) -> None:
    words = text(page(report(SMALL)))
    assert "Four touchpoints in two stages. The low point is 2.1 Data import" in words
    assert "One touchpoint belongs to nobody, and at two we never ask the customer" in words


def test_holes_stand_where_something_is_missing(report: Report) -> None:
    markup = page(report(SMALL))
    card = re.search(r'id="tp-data-import".*?</li>', markup, re.DOTALL)
    assert card is not None
    assert "No owner No timeline No feedback" in text(card[0])


def test_what_customers_do_alone_misses_nothing(report: Report) -> None:
    card = re.search(r'id="tp-waiting".*?</li>', page(report(SMALL)), re.DOTALL)
    assert card is not None and "hole" not in card[0]


def test_a_measure_shows_figure_target_answers_interval_and_formula(report: Report) -> None:
    words = text(page(report(SMALL)))
    assert "74.5%" in words and "≥ 85%" in words and "10.5 points below" in words
    assert "118 answers" in words and "66% to 81.5%" in words
    assert "% of answers in the top two boxes of the scale" in words


def test_a_touchpoint_shows_what_its_own_customers_say(report: Report) -> None:
    """One survey asks at many touchpoints: what all say together says little of any of them."""
    own = """\
readings:
  - {metric: csat-welcome, touchpoint: onboarding/welcome-letter, period: 2026-09, value: 91, n: 60}
  - {metric: csat-welcome, touchpoint: onboarding/welcome-letter, segment: {plan: pro}, period: 2026-09, value: 12, n: 60}
  - {metric: csat-welcome, stage: "onboarding#i-set-it-up", period: 2026-09, value: 33, n: 60}
"""
    maps = {
        **SMALL,
        "readings.yaml": own,
        "onboarding.yaml": PLAIN.replace(
            "sales, how: phone", "sales, how: phone, measures: csat-welcome"
        ).replace("name: I set it up", "name: I set it up\n    measures: csat-welcome"),
    }
    words = text(page(report(maps)))
    for shown in (
        "1.1 Happy with the welcome 91%",
        "1.2 Happy with the welcome 74.5%",
        "2 Happy with the welcome 33%",
    ):
        assert shown in words
    assert "12%" not in words


def test_a_figure_from_fewer_answers_than_the_least_is_not_shown(report: Report) -> None:
    few = {**SMALL, "library.yaml": SMALL["library.yaml"].replace("n: 118", "n: 7")}
    words = text(page(report(few)))
    assert "74.5%" not in words and "fewer than ten answers" in words


def test_a_small_sample_gets_no_colour(report: Report) -> None:
    library = SMALL["library.yaml"].replace(", n: 118, low: 66, high: 81.5", ", n: 20")
    markup = page(report({**SMALL, "library.yaml": library}))
    assert 'class="bar bad"' not in markup and 'class="bar open"' in markup


def test_a_small_sample_on_target_gets_no_colour_either(report: Report) -> None:
    library = SMALL["library.yaml"].replace("74.5, n: 118, low: 66, high: 81.5", "95, n: 20")
    markup = page(report({**SMALL, "library.yaml": library}))
    assert 'class="bar ok"' not in markup and "too few to tell" in text(markup)


def test_the_interval_of_a_share_is_worked_out_where_its_reading_says_how_many(
    report: Report,
) -> None:
    library = SMALL["library.yaml"].replace("74.5, n: 118, low: 66, high: 81.5", "80, n: 100")
    markup = page(report({**SMALL, "library.yaml": library}))
    assert "95% sure: 71.1% to 86.7%" in text(markup) and 'class="ci"' in markup
    assert "within chance" in text(markup), "the target of 85 lies in it"


def test_what_to_fix_first_is_ranked_with_the_action_that_is_in_hand(report: Report) -> None:
    words = text(page(report(SMALL)))
    first = words.index("fix these two places first")
    assert words.index("Nobody owns it", first) < words.index("In hand: A better letter", first)


def test_sections_can_be_included_and_excluded(report: Report) -> None:
    assert 'id="measures"' not in page(report(SMALL, "--exclude", "measures"))
    only = page(report(SMALL, "--include", "map"), "index.html")
    assert 'id="map"' in only and 'id="touchpoints"' not in only


def test_an_accepted_gap_is_printed_with_its_reason(report: Report) -> None:
    remark = "# cxmap: ignore[touchpoint-without-owner] sales takes it in May"
    accepted = PLAIN.replace(
        "      - {what: Data import", f"      {remark}\n      - {{what: Data import"
    )
    words = text(page(report({**SMALL, "onboarding.yaml": accepted})))
    assert "Gaps we accept" in words and "Sales takes it in May" in words


def test_more_than_six_stages_are_parted_evenly(report: Report) -> None:
    markup = page(report({"big.yaml": map_of([1] * 7)}), "journey-big.html")
    assert markup.count('class="map n-4"') == 1 and markup.count('class="map n-3"') == 1


def test_the_same_report_has_the_same_bytes(report: Report) -> None:
    one = {f.name: f.read_bytes() for f in report(SMALL).iterdir()}
    assert {f.name: f.read_bytes() for f in report(SMALL).iterdir()} == one


def test_a_page_with_sixty_touchpoints_keeps_its_budget(report: Report) -> None:
    big = {"big.yaml": map_of([10] * 6, pains="[It takes too long for what it is]")}
    assert len(page(report(big), "journey-big.html").encode()) < 300_000


def test_a_note_is_markdown_without_html_pictures_or_other_links() -> None:
    assert str(note("*Good* [site](https://example.org)")) == (
        '<p><em>Good</em> <a href="https://example.org">site</a></p>\n'
    )
    for hostile in ("<b>x</b>", "[x](javascript:alert)", "![x](https://example.org/a.png)", "# x"):
        made = str(note(hostile))
        assert "<b>" not in made and "href" not in made.replace('href="https://example', "")
        assert "<img" not in made and "<h1" not in made
