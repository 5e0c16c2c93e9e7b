"""What `validate` says of a map: one finding a cause, at its place, with what was meant."""

from collections.abc import Callable

import pytest

from cxmap.loading.workspace import Loaded

Load = Callable[..., Loaded]

HEAD = "journey: onboarding\nstages:\n  - name: I sign up\n    touchpoints:\n"


def told(loaded: Loaded) -> list[str]:
    return [
        f"{f.span.line}:{f.span.column} {f.rule} {f.label or f.message}" for f in loaded.findings
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{what: Call, emotoin: 1}", "5:22 unknown-key did you mean `emotion`?"),
        ("{what: Call, colour: red}", "5:22 unknown-key a touchpoint has no key `colour`"),
        ("{what: Call, then mail}", "5:22 unknown-key quote the text"),
        ("Call: first", "5:9 unknown-key quote the line"),
        ("{What: Call}", "5:10 unknown-key did you mean `what`?"),
        ("{what: Call, emotion: 0,5}", "5:33 unknown-key quote the text"),
        ("{what: “Call, now”}", "5:23 unknown-key quote the text"),
        ("{what: Call, colour: }", "5:22 unknown-key a touchpoint has no key `colour`"),
        ("{what: Call, within: 3 days}", "5:22 unknown-key it belongs to `when`"),
        ("{who: sales}", "5:10 missing-key no `what` here"),
        ("{what: }", "5:10 missing-key nothing is written here"),
        ("{name: Call}", "5:10 unknown-key did you mean `what`?"),
        ("{what: Call, owner: Sales}", "5:22 unknown-key did you mean `who`?"),
        ("{what: Call, pain_points: Late}", "5:22 unknown-key did you mean `pains`?"),
        ("{what: Call, mot: yes}", "5:22 unknown-key did you mean `moment_of_truth`?"),
        ("{what: Call, owner: Sales, who: it}", "5:22 unknown-key a touchpoint has no key `owner`"),
        (
            "{what: Call, who: [sales, it]}",
            "5:27 wrong-type one team owns a touchpoint, and `who` names 2",
        ),
        ("{what: [a, b]}", "5:16 wrong-type `what` takes one text, not a list"),
        ("", "5:8 wrong-type a touchpoint should stand here, and nothing does"),
        ("~", "5:9 wrong-type a touchpoint should stand here, and nothing does"),
        (
            "{what: Call, emotion: 3}",
            "5:31 bad-value `emotion: 3` is not a whole number from −2 to 2",
        ),
        ("{what: Call, met: mised}", "5:27 bad-value did you mean `missed`?"),
        ("{what: Call, id: The Call}", "5:26 bad-value write `the-call`"),
        (
            "{what: Call, moment_of_truth: maybe}",
            "5:39 bad-value `moment_of_truth: maybe` is neither yes nor no",
        ),
        (
            "{what: Call, when: {at: a, after: b}}",
            "5:29 bad-value a timeline has one anchor, and this has `at` and `after`",
        ),
        (
            "{what: Call, when: {by: 2 days}}",
            "5:29 bad-value a timeline needs `at`, `after`, `before`, `every` or `within`",
        ),
        ("{what: Call, links: javascript:x}", "5:29 bad-value `links: javascript:x` is not a link"),
        ('{what: "???"}', "5:10 missing-key no `id` here"),
    ],
)
def test_a_slip_in_a_touchpoint_is_one_finding_at_its_place(
    load: Load, line: str, expected: str
) -> None:
    assert told(load(f"{HEAD}      - {line}\n")) == [expected]


def test_an_unknown_reference_says_what_was_meant_and_where_it_is_declared(load: Load) -> None:
    loaded = load(
        {
            "journey.yaml": f"{HEAD}      - {{what: Call, who: marketting}}\n",
            "library.yaml": "teams:\n  - {id: marketing}\n  - {id: sales}\n",
        }
    )
    (finding,) = loaded.findings
    assert finding.rule == "unknown-reference"
    assert finding.label == "did you mean `marketing`?"
    assert [(r.span.path, r.span.line) for r in finding.related] == [("library.yaml", 2)]
    assert finding.item == "onboarding@current/call"


SOURCES = """\
data:
  - {id: survey, name: The survey, engine: ENGINE, table: t, as: PLACE}
  - id: visits
    files: visits.csv
    touchpoint: place
    names:
      W: "NAME"
  - {id: log, kind: events, files: log.csv, touchpoint: what, names: {a: EVENT}}
metrics:
  - {id: csat, kind: csat, source: {data: DATA, value: score}}
listening:
  - {id: post, data: HEARD}
"""
SOUND = {
    "ENGINE": "lake",
    "PLACE": "onboarding/letter",
    "NAME": "letter",
    "EVENT": "contract signed",
    "DATA": "The survey",
    "HEARD": "visits",
}


def sources(load: Load, **answers: str) -> Loaded:
    text = SOURCES
    for key, answer in (SOUND | answers).items():
        text = text.replace(key, answer)
    maps = "journey: onboarding\nstages: [{id: sign, name: I sign, touchpoints: [{id: letter, what: Letter}, {id: call, what: Call}]}]\n"
    settings = 'cxmap: 1\nengines: [{id: lake, url: "${LAKE}"}]\n'
    other = "journey: billing\nstages: [{name: I pay, touchpoints: [{id: call, what: Call}]}]\n"
    files = {"cxmap.yaml": settings, "a.yaml": text, "b.yaml": maps, "c.yaml": other}
    return load(files)


def test_a_key_that_was_clearly_meant_is_what_to_write(load: Load) -> None:
    (finding,) = load(f"{HEAD}      - {{What: Call}}\n").findings
    assert finding.hint.startswith("write `what:`")


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"PLACE": '"onboarding#sign"', "NAME": "onboarding", "EVENT": "letter"},
        {"PLACE": "Onboarding", "NAME": "billing/call", "DATA": "'?'"},
    ],
)
def test_what_data_point_at_is_found_by_id_or_name(load: Load, answers: dict[str, str]) -> None:
    assert told(sources(load, **answers)) == []


@pytest.mark.parametrize(
    ("key", "answer", "expected", "declared"),
    [
        ("DATA", "surwey", "10:43 unknown-reference did you mean `survey`?", "a.yaml:2"),
        ("HEARD", "vists", "12:22 unknown-reference did you mean `visits`?", "a.yaml:3"),
        ("ENGINE", "laek", "2:44 unknown-reference did you mean `lake`?", "cxmap.yaml:2"),
        (
            "PLACE",
            "onboarding/lettr",
            "2:64 unknown-reference did you mean `onboarding/letter`?",
            "b.yaml:2",
        ),
        (
            "PLACE",
            '"onboarding#sing"',
            "2:64 unknown-reference did you mean `onboarding#sign`?",
            "b.yaml:2",
        ),
        ("NAME", "leter", "7:10 unknown-reference did you mean `letter`?", "b.yaml:2"),
        ("NAME", "call", "7:10 unknown-reference `call` is the name of 2 places", "b.yaml:1"),
        (
            "EVENT",
            "onboarding/lettr",
            "8:74 unknown-reference did you mean `onboarding/letter`?",
            "b.yaml:2",
        ),
    ],
)
def test_what_data_point_at_must_exist(
    load: Load, key: str, answer: str, expected: str, declared: str
) -> None:
    loaded = sources(load, **{key: answer})
    assert told(loaded) == [expected]
    (where,) = loaded.findings[0].related
    assert f"{where.span.path}:{where.span.line}" == declared


def test_a_place_that_may_be_several_is_asked_about_with_their_paths(load: Load) -> None:
    (finding,) = sources(load, NAME="call").findings
    assert finding.hint == "write one of their ids: billing/call, onboarding/call"


def test_data_and_engines_are_words_where_none_are_declared(load: Load) -> None:
    assert told(load("metrics: [{id: csat, kind: csat, source: {data: any, value: x}}]\n")) == []
    assert told(load("data: [{id: s, engine: lake, table: t, as: onboarding/x}]\n")) == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (
            "teams: [{id: sales}]\nactions: [{title: x, owner: Legal & co}]\n",
            'choose from `sales`, or declare it: `teams: [{name: "Legal & co"}]`',
        ),
        (
            "metrics: [{id: nps, kind: nps}]\nactions: [{title: x, verify: npx}]\n",
            "write `nps`, or declare it: `metrics: [{id: npx, kind: …}]`",
        ),
        (
            "journey: a\nstages: [{name: s, touchpoints: [b]}]\nactions: [{id: x, stages: ['a#t']}]",
            "write `a#s`",
        ),
    ],
)
def test_what_leads_nowhere_is_told_with_what_to_write(load: Load, text: str, hint: str) -> None:
    (finding,) = load(text).findings
    assert finding.hint == hint


@pytest.mark.parametrize(
    "who", ["sales", "Sales", "SALES", "customer", "Inside sales", "inside-sales", '"?"', "TBD"]
)
def test_a_reference_is_an_id_or_a_name_whatever_its_case(load: Load, who: str) -> None:
    library = "teams: [{id: sales}, {id: inside, name: Inside sales}]\n"
    assert told(load(f"{HEAD}      - {{what: Call, who: {who}}}\n{library}")) == []


def test_a_name_that_two_items_share_is_no_reference(load: Load) -> None:
    library = "teams: [{id: a, name: Sales}, {id: b, name: sales}]\n"
    (finding,) = load(f"{HEAD}      - {{what: Call, who: Sales}}\n{library}").findings
    assert finding.message == "`Sales` is the name of 2 teams"


def test_a_reference_is_free_text_where_nothing_of_its_kind_is_declared(load: Load) -> None:
    text = f"{HEAD}      - {{what: Call, who: Anybody, measures: [nps], customers: [x]}}\n"
    assert told(load(text)) == []


def test_channel_and_team_in_the_wrong_order_look_swapped(load: Load) -> None:
    library = "teams: [{id: marketing}]\n"
    (finding,) = load(f"{HEAD}      - Letter - Marketing - Email\n{library}").findings
    assert "look swapped" in finding.message
    assert (finding.span.line, finding.span.column) == (5, 30)


def test_a_dash_in_a_name_that_moves_the_channel_to_the_team_is_told_as_that(load: Load) -> None:
    library = "teams: [{id: sales}]\n"
    (finding,) = load(f"{HEAD}      - Letter - with the card - Email - sales\n{library}").findings
    assert finding.message == "`Email` is a channel, not a team: a dash in the name parts it too"
    assert "`Letter - with the card | Email | sales`" in finding.hint
    assert (finding.span.line, finding.label) == (5, "")


def test_what_a_broken_file_may_declare_is_not_reported_missing(load: Load) -> None:
    loaded = load(
        {
            "journey.yaml": f"{HEAD}      - {{what: Call, who: sales}}\n      - {{what: X, who: nobody}}\n",
            "other.yaml": "teams: [{id: marketing}]\n",
            "broken.yaml": "cxmap: 1\nteams:\n  - {id: sales}\n  - {id: [\n",
        }
    )
    assert [f.rule for f in loaded.findings] == ["yaml-syntax", "unknown-reference"]


def test_an_item_that_is_refused_is_still_declared(load: Load) -> None:
    text = f"{HEAD}      - {{what: Call, measures: nps}}\nmetrics:\n  - {{id: nps, kind: npss}}\n  - {{id: x, kind: nps}}\n"
    assert told(load(text)) == ["7:21 bad-value did you mean `nps`?"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("teams: [{id: a}, {id: a}]", 1),
        ("teams: [{name: Sales team}, {name: Sales Team}]", 1),
        ("teams: [{id: a}]\nmetrics: [{id: a, kind: nps}]", 0),
        (f"{HEAD}      - {{id: a, what: X}}\n      - {{id: a, what: Y}}", 1),
        (f"{HEAD}      - {{what: X}}\n      - {{what: X}}\n      - X - phone", 0),
    ],
)
def test_two_items_of_a_kind_cannot_share_an_id(load: Load, text: str, count: int) -> None:
    assert [f.rule for f in load(text).findings] == ["duplicate-id"] * count


def test_equal_names_in_one_journey_are_numbered_in_reading_order(load: Load) -> None:
    text = f"{HEAD}      - Call\n      - {{id: call-2, what: Other}}\n      - Call - phone\n"
    (journey,) = load(text).workspace.journeys
    assert [t.id for t in journey.touchpoints()] == ["call", "call-2", "call-3"]


def test_current_and_target_share_an_id_and_two_current_maps_do_not(load: Load) -> None:
    files = {"a.yaml": "journey: x", "b.yaml": "journey: x\nstate: target", "c.yaml": "journey: x"}
    (finding,) = load(files).findings
    assert (finding.rule, finding.span.path) == ("duplicate-id", "c.yaml")


def test_a_second_strategy_is_pointed_out(load: Load) -> None:
    files = {"a.yaml": "strategy: {intent: We answer.}", "b.yaml": "strategy: {intent: We call.}"}
    assert [f.span.path for f in load(files).findings] == ["b.yaml"]


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        ("{id: m, kind: csat, target: 85}", []),
        ("{id: m, kind: csat, target: 85%}", []),
        ("{id: m, kind: csat, target: 185}", ["1:38 bad-value"]),
        ("{id: m, kind: nps, target: −20}", []),
        ("{id: m, kind: duration, target: 4 hours}", []),
        ("{id: m, kind: csat, target: 4 hours}", ["1:38 bad-value"]),
        ("{id: m, kind: csat, target: soon}", ["1:38 bad-value"]),
        ("{id: m, kind: csat, readings: {period: 2026-13, value: 1}}", ["1:49 bad-value"]),
        ("{id: m, kind: csat, readings: {period: 2026-09, value: 101}}", ["1:65 bad-value"]),
        ("{kind: csat}", ["1:11 missing-key"]),
    ],
)
def test_figures_fit_the_kind_of_their_metric(load: Load, metric: str, expected: list[str]) -> None:
    found = [f"{f.span.line}:{f.span.column} {f.rule}" for f in load(f"metrics: {metric}").findings]
    assert found == expected


def test_settings_are_checked_like_maps_and_sections_in_them_are_to_be_moved(load: Load) -> None:
    text = "cxmap: 1\nlint: {profile: standart}\nteams: [{id: a}]\ncalendar: {country: XX}\n"
    loaded = load({"cxmap.yaml": text, "a.yaml": "journey: x"})
    assert [(f.span.line, f.rule) for f in loaded.findings] == [
        (2, "bad-value"),
        (3, "unknown-key"),
        (4, "bad-value"),
    ]
    assert "belongs into a file of its own" in loaded.findings[1].message


def test_a_reading_that_stands_twice_is_a_warning(load: Load) -> None:
    text = (
        "metrics: [{id: m, kind: csat, readings: [{period: 2026-09, value: 80}]}]\n"
        "readings: [{metric: m, period: 2026-09, value: 81}]\n"
    )
    (finding,) = load(text).findings
    assert (finding.rule, finding.severity.word, finding.span.line) == (
        "duplicate-id",
        "warning",
        2,
    )


def test_own_keys_are_kept_and_others_refused(load: Load) -> None:
    loaded = load(f"x-team: blue\n{HEAD}      - {{what: Call, x-cost: 5}}\n")
    (journey,) = loaded.workspace.journeys
    assert loaded.findings == ()
    assert next(journey.touchpoints()).own == {"x-cost": "5"}


@pytest.mark.parametrize(
    ("key", "meant"),
    [("event", "touchpoint"), ("timestamp", "time"), ("case_id", "customer"), ("path", "files")],
)
def test_the_words_of_other_programs_for_a_column_are_known(
    load: Load, key: str, meant: str
) -> None:
    loaded = load({"data.yaml": f"data:\n  - {{id: log, kind: events, {key}: x}}\n"})
    assert [finding.label for finding in loaded.findings] == [f"did you mean `{meant}`?"]
