"""Where on the maps answers belong: by a column, by its values' names, or all of a file at once."""

import pytest

CSV = "day,score\n2026-09-01,5\n2026-09-02,4\n2026-09-03,1\n"
METRIC = "{id: csat, kind: csat, source: {data: s, value: score}}"


@pytest.mark.parametrize(
    ("place", "groups"),
    [
        ("onboarding/welcome-letter", {"onboarding#sign", "onboarding/welcome-letter"}),
        ("Welcome letter", {"onboarding#sign", "onboarding/welcome-letter"}),
        ("onboarding#use", {"onboarding#use"}),
        ("onboarding", set()),
    ],
)
def test_a_file_about_one_place_belongs_there(company, place: str, groups: set[str]) -> None:
    company.write(s_csv=CSV).data(f"{{id: s, files: s.csv, time: day, as: {place}}}", METRIC)
    found = company.groups("csat")
    assert {name: figure.n for name, figure in found.items()} == dict.fromkeys({"all", *groups}, 3)
    whole = company.groups("csat", by=("journey",))
    assert {name: figure.n for name, figure in whole.items()} == {"all": 3, "onboarding": 3}


def test_a_touchpoint_that_a_file_is_about_is_heard(company) -> None:
    company.write(s_csv=CSV).data("{id: s, files: s.csv, time: day, as: onboarding/call}", METRIC)
    assert company.measure().unheard == ("onboarding/welcome-letter", "onboarding/training")


def test_cases_in_a_file_about_one_stage_belong_there_too(company) -> None:
    company.write(
        s_csv="asked,done,who,plan\n2026-09-01,2026-09-02,a,pro\n2026-09-01,2026-09-03,b,free\n"
    )
    company.data(
        "{id: s, files: s.csv, customer: who, as: 'onboarding#use', segment: plan}",
        "{id: wait, kind: duration, target: 2 days, source: {data: s, from: asked, to: done}}",
    )
    assert set(company.groups("wait")) == {"all", "onboarding#use", "plan: pro", "plan: free"}


def test_cases_are_told_by_the_column_that_says_where(company) -> None:
    company.write(
        s_csv="asked,done,where\n2026-09-01,2026-09-02,call\n2026-09-01,2026-09-03,training\n"
    )
    company.data(
        "{id: s, files: s.csv, touchpoint: where}",
        "{id: wait, kind: duration, target: 2 days, source: {data: s, from: asked, to: done}}",
    )
    assert {"onboarding/call", "onboarding/training"} < set(company.groups("wait"))


def test_a_file_is_about_one_place_or_a_column_says_where(company) -> None:
    company.write(s_csv=CSV)
    company.data("{id: s, files: s.csv, time: day, touchpoint: day, as: onboarding}", METRIC)
    assert company.measure().problems == (
        "data `s` has `touchpoint` and `as`: leave one of them out",
    )


def test_who_asks_about_some_answers_only_is_not_told_where_there_are_none(company) -> None:
    company.write(s_csv="day,where,score\n2026-09-01,call,5\n2026-09-01,training,5\n")
    company.data(
        "{id: s, files: s.csv, time: day, touchpoint: where}",
        "{id: m, kind: csat, source: {data: s, value: score}}",
        "{id: other, kind: csat, source: {data: s, value: score}}",
    )
    assert company.measure().unheard == ("onboarding/welcome-letter",)
    assert company.measure(by=()).unheard == company.measure(metrics=("m",)).unheard == ()
    (company.folder / "s.csv").unlink()
    assert company.measure().unheard == ()
