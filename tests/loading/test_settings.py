"""What `cxmap.yaml` says arrives whole."""

from collections.abc import Callable

from cxmap.loading.workspace import Loaded

Load = Callable[..., Loaded]

EVERYTHING = """
cxmap: 1
organization: Northwind Payroll
exclude: archive/**
language: en
currency: CAD
calendar:
  country: CA
  subdivision: BC
  weekend: [sat, sun]
  holidays: [2026-12-24]
  hours: ["09:00", "16:30"]
  timezone: America/Vancouver
lint:
  profile: strict
  ignore: [touchpoint-without-emotion]
  severity: {touchpoint-without-timeline: error, crowded-stage: }
  fail_on: warning
  per_file: {"journeys/legacy/**": [touchpoint-without-measure], "old.yaml": crowded-stage}
  options: {crowded-stage: {most: 12}}
  ratchet: yes
  limits: {moments_of_truth: [8, 15], stale_after: 12 months}
  coverage: {who: 100, when: 90%}
report: {title: Customer experience map, accent: "#0b6bcb"}
diff: {levels: {owner-changed: note}, accepted: diff-accepted.yaml}
engines: [{id: lake, url: "${CXMAP_LAKE_URL}"}]
import: {columns: {what: Task, stage.goal: [Aim, Purpose], x-budget: Costs, who: }}
privacy: {min_n: 20}
"""


def test_every_setting_is_read(load: Load) -> None:
    loaded = load({"cxmap.yaml": EVERYTHING, "a.yaml": "journey: x"})
    lint = loaded.settings.lint
    assert loaded.findings == ()
    assert lint.per_file == {
        "journeys/legacy/**": ("touchpoint-without-measure",),
        "old.yaml": ("crowded-stage",),
    }
    assert lint.severity == {"touchpoint-without-timeline": "error"}
    assert lint.limits.moments_of_truth == (8, 15)
    assert lint.coverage == {"who": 100, "when": 90}
    assert loaded.settings.diff.levels == {"owner-changed": "note"}
    assert loaded.settings.import_.columns == {
        "what": ("Task",),
        "stage.goal": ("Aim", "Purpose"),
        "x-budget": ("Costs",),
    }
    assert loaded.settings.exclude == ("archive/**",)


def test_a_setting_in_a_wrong_shape_is_told(load: Load) -> None:
    settings = """
exclude: ["!", archive/**]
lint:
  severity: {crowded-stage: [error]}
  per_file: old.yaml
  options: {crowded-stage: 12}
  limits: {moments_of_truth: [20, 10]}
  coverage: {who: 120}
diff: {levels: {owner-changed: lost}}
"""
    loaded = load({"cxmap.yaml": settings, "a.yaml": "journey: x"})
    fields = {finding.field for finding in loaded.findings}
    assert fields == {
        *("exclude", "severity", "per_file", "options", "moments_of_truth", "who", "owner-changed")
    }


def test_a_wrong_setting_says_what_there_is_in_one_line(load: Load) -> None:
    loaded = load({"cxmap.yaml": "lint: {profile: 7, limit: {}}\n", "a.yaml": "journey: x"})
    assert [finding.message for finding in loaded.findings] == [
        "`profile: 7` is none of starter, standard, strict",
        "`lint` has no key `limit`",
    ]


def test_a_slip_in_a_section_leaves_the_rest_of_it_standing(load: Load) -> None:
    settings = "lint: {profile: strickt, fail_on: warning, ignore: [stale-map]}\ncalendar: 3\n"
    loaded = load({"cxmap.yaml": settings, "a.yaml": "journey: x"})
    assert [finding.field for finding in loaded.findings] == ["profile", "calendar"]
    lint = loaded.settings.lint
    assert (lint.profile, lint.fail_on, lint.ignore) == ("standard", "warning", ("stale-map",))


def test_a_question_that_does_not_exist_is_told_also_where_it_has_no_floor_yet(load: Load) -> None:
    loaded = load({"cxmap.yaml": "lint: {coverage: {hwo: }}\n", "a.yaml": "journey: x"})
    assert [finding.field for finding in loaded.findings] == ["coverage"]
