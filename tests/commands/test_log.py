"""The history of a touchpoint, out of real repositories."""

import json

import pytest

MAP = """\
journey: onboarding
title: New customer
stages:
  - name: I sign
    touchpoints:
      - {id: welcome-letter, what: Welcome letter, how: letter, who: sales, when: {within: 5 days}}
      - {id: kick-off, what: Kick-off call, who: sales}
  - name: I start
    touchpoints:
      - {id: invoice, what: First invoice}
"""


@pytest.fixture
def told(cxmap, repository):
    def tell(touchpoint, folder=""):
        done = cxmap("log", touchpoint, "--format", "json", cwd=repository.folder / folder)
        assert done.returncode == 0, done.stderr
        return [
            (event["subject"], event["item"], [change["kind"] for change in event["changes"]])
            for event in json.loads(done.stdout)["events"]
        ]

    return tell


def test_each_commit_that_changed_it_is_told_newest_first(repository, told):
    repository.commit({"map.yaml": MAP}, "Draw the map")
    repository.commit({"map.yaml": MAP.replace("5 days", "2 days")}, "Promise more")
    repository.commit({"map.yaml": MAP.replace("5 days", "2 days") + "note: hm\n"}, "Say hm")
    item = "onboarding@current/welcome-letter"
    assert told("welcome-letter") == [
        ("Promise more", item, ["timeline-tightened"]),
        ("Draw the map", item, []),
    ]


def test_it_is_followed_through_new_ids_files_stages_and_journeys(repository, told):
    repository.commit({"map.yaml": MAP}, "Draw the map")
    moved = MAP.replace("id: welcome-letter", "id: welcome-mail, replaces: welcome-letter")
    repository.commit({"map.yaml": moved}, "Call it a mail")
    repository.commit({"map.yaml": None, "journeys/new.yaml": moved}, "Tidy up")
    later = moved.replace("5 days", "1 day").replace("journey: onboarding", "journey: joining")
    repository.commit({"journeys/new.yaml": later}, "Call it joining")
    found = told("welcome-mail")
    assert [subject for subject, _, _ in found] == [
        "Call it joining",
        "Call it a mail",
        "Draw the map",
    ]
    assert found[0][1] == "joining@current/welcome-mail"
    assert found[1][1] == "onboarding@current/welcome-mail"
    assert found[2][1] == "onboarding@current/welcome-letter"


def test_what_is_not_committed_comes_first(repository, told):
    repository.commit({"map.yaml": MAP}, "Draw the map")
    repository.write({"map.yaml": MAP.replace("who: sales, when", "who: marketing, when")})
    item = "onboarding@current/welcome-letter"
    assert told("welcome-letter") == [(None, item, ["owner-changed"]), ("Draw the map", item, [])]


def test_a_touchpoint_that_was_added_later_begins_there(repository, told):
    without = MAP.replace("      - {id: kick-off, what: Kick-off call, who: sales}\n", "")
    repository.commit({"map.yaml": without}, "Draw the map")
    repository.commit({"map.yaml": MAP}, "Add the call")
    assert told("Kick-off call") == [
        ("Add the call", "onboarding@current/kick-off", ["touchpoint-added"])
    ]


def test_a_branch_is_told_by_its_own_commits(repository, told):
    repository.commit({"map.yaml": MAP}, "Draw the map")
    repository.git("switch", "-qc", "topic")
    repository.commit({"map.yaml": MAP.replace("5 days", "2 days")}, "Promise more")
    repository.git("switch", "-q", "main")
    repository.commit({"other.txt": "x"}, "Something else")
    repository.git("merge", "-q", "--no-ff", "-m", "Merge it", "topic")
    assert [subject for subject, _, _ in told("welcome-letter")] == ["Promise more", "Draw the map"]


def test_a_workspace_in_a_subfolder_with_names_beyond_ascii(repository, told):
    repository.commit({"kärten/übersicht.yaml": MAP}, "Zeichnen")
    repository.commit({"kärten/übersicht.yaml": MAP.replace("5 days", "2 days")}, "Früher")
    assert [subject for subject, _, _ in told("welcome-letter", "kärten")] == ["Früher", "Zeichnen"]


def test_a_shallow_clone_says_that_there_is_more(repository, cxmap, tmp_path):
    repository.commit({"map.yaml": MAP}, "Draw the map")
    repository.commit({"map.yaml": MAP.replace("5 days", "2 days")}, "Promise more")
    repository.commit({"map.yaml": MAP.replace("5 days", "1 day")}, "Promise still more")
    source = repository.folder.as_uri()
    repository.git("clone", "-q", "--depth", "2", source, str(tmp_path / "shallow"))
    done = cxmap("log", "welcome-letter", cwd=tmp_path / "shallow")
    assert "Promise still more" in done.stdout and "Draw the map" not in done.stdout
    assert "git fetch --unshallow" in done.stderr


def test_the_text_reads_like_a_comparison(repository, cxmap):
    repository.commit({"map.yaml": MAP}, "Draw the map")
    repository.commit({"map.yaml": MAP.replace("5 days", "2 days")}, "Promise more")
    said = cxmap("log", "onboarding/welcome-letter", cwd=repository.folder).stdout
    assert said.startswith("Welcome letter   onboarding@current/welcome-letter\n")
    assert "  Promise more\n  gain  " in said
    assert said.endswith("  Draw the map\n  it came with its map\n")


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("welcome-leter", "did you mean `welcome-letter`?"),
        ("nowhere/invoice", "there is no touchpoint `nowhere/invoice`"),
    ],
)
def test_an_unknown_touchpoint_is_exit_2_with_what_was_meant(repository, cxmap, asked, answer):
    repository.commit({"map.yaml": MAP}, "Draw the map")
    done = cxmap("log", asked, cwd=repository.folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert answer in done.stderr


def test_one_name_in_several_journeys_has_to_be_said_in_full(repository, cxmap):
    other = MAP.replace("journey: onboarding", "journey: renewal")
    repository.commit({"map.yaml": MAP, "other.yaml": other}, "Draw the maps")
    done = cxmap("log", "invoice", cwd=repository.folder)
    assert done.returncode == 2
    assert "choose from onboarding/invoice, renewal/invoice" in done.stderr
    assert cxmap("log", "renewal/invoice", cwd=repository.folder).returncode == 0


def test_outside_of_git_there_is_no_history(cxmap, tmp_path):
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
    done = cxmap("log", "invoice")
    assert done.returncode == 2
    assert "in no git repository" in done.stderr


def test_a_subject_with_marks_of_our_own_does_no_harm(repository, told):
    repository.commit({"map.yaml": MAP}, "Draw the map")
    repository.commit({"map.yaml": MAP.replace("5 days", "3 days")}, "Odd \x01\x02 subject")
    repository.commit({"map.yaml": MAP.replace("5 days", "2 days")}, "Promise more")
    subjects = [subject for subject, _, _ in told("welcome-letter")]
    assert subjects == ["Promise more", "Odd \x01\x02 subject", "Draw the map"]
