"""`cxmap promote` as a user runs it: the target is today's map, and nothing is lost."""

from pathlib import Path

import pytest

CURRENT = """\
journey: onboarding
title: Joining
as_of: 2026-03-01
stages:
  - name: I sign up
    touchpoints:
      - Call - phone - sales - same day
      - what: Fax form
      - what: Intro email
      - what: Letter
# who we are
teams:
  - {id: sales, name: Sales}
"""
TARGET = """\
# agreed with the board
journey: onboarding
title: Joining
state: target   # from the workshop
stages:
  - name: I sign up
    touchpoints:
      # sooner than today
      - Call - phone - sales - same day
      - what: Portal form
        # three in one
        replaces: intro-email   # at last
        how: portal
      - {what: Welcome, replaces: [letter], how: email}
retired:
  # nobody has one
  - {touchpoint: fax-form, why: The portal form replaces it}
"""
NEW = """\
# agreed with the board
journey: onboarding
title: Joining
state: current   # from the workshop
as_of: 2026-10-15
stages:
  - name: I sign up
    touchpoints:
      # sooner than today
      - Call - phone - sales - same day
      - what: Portal form
        # three in one
        # at last
        how: portal
      - {what: Welcome, how: email}
# dropped when the target became today's map, 2026-10-15:
# retired:
#   # nobody has one
#   - {touchpoint: fax-form, why: The portal form replaces it}

# who we are
teams:
  - {id: sales, name: Sales}
"""
ACTIONS = """\
actions:
  - id: portal
    touchpoints: [onboarding/call, onboarding/fax-form, "onboarding/intro-email"]   # all
    owner: sales
  - id: letter
    touchpoints:
      - onboarding/letter   # printed
      - onboarding/fax-form
    owner: sales
"""
ACTIONS_AFTER = """\
actions:
  - id: portal
    # gone since 2026-10-15: onboarding/fax-form
    touchpoints: [onboarding/call, onboarding/portal-form]   # all
    owner: sales
  - id: letter
    touchpoints:
      - onboarding/welcome   # printed
      # gone since 2026-10-15: onboarding/fax-form
    owner: sales
"""
FILES = {
    "cxmap.yaml": "cxmap: 1\n",
    "onboarding.yaml": CURRENT,
    "onboarding.target.yaml": TARGET,
    "actions.yaml": ACTIONS,
}
TODAY = ("--today", "2026-10-15")


@pytest.fixture
def maps(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    return tmp_path


def found(folder: Path) -> dict[str, str]:
    files = (path for path in folder.iterdir() if path.is_file())
    return {path.name: path.read_bytes().decode() for path in files}


def test_the_target_takes_the_place_of_today_and_all_follows_it(cxmap, maps: Path) -> None:
    assert cxmap("validate").returncode == 0
    done = cxmap("promote", "onboarding", *TODAY)
    assert (done.returncode, done.stdout) == (0, "onboarding.yaml: Joining is today's map now\n")
    files = found(maps)
    assert files["onboarding.yaml"] == NEW
    assert files["actions.yaml"] == ACTIONS_AFTER
    assert "onboarding.target.yaml" not in files
    assert cxmap("validate").returncode == 0


def test_names_in_data_follow_it_too(cxmap, maps: Path) -> None:
    data = """\
data:
  - id: survey
    files: survey.csv
    as: onboarding/letter
  - id: visits
    files: visits.csv
    touchpoint: place
    names: {LETTER: onboarding/letter, INTRO: "onboarding/intro-email", CALL: onboarding/call}
"""
    (maps / "data.yaml").write_text(data)
    assert cxmap("promote", "onboarding", *TODAY, cwd=maps).returncode == 0
    after = data.replace("onboarding/letter", "onboarding/welcome")
    assert (maps / "data.yaml").read_text() == after.replace("intro-email", "portal-form")


def test_every_reference_that_changed_is_told_with_its_line(cxmap, maps: Path) -> None:
    told = cxmap("promote", "onboarding", *TODAY).stderr.splitlines()
    assert "actions.yaml:3: `onboarding/intro-email` is `onboarding/portal-form` now" in told
    assert "actions.yaml:8: `onboarding/fax-form` is gone, and stays as a comment" in told
    assert "not live yet, though the map now says so: 1 action (portal)" in told
    assert maps.exists()


def test_without_git_both_maps_are_kept_as_they_were(cxmap, maps: Path) -> None:
    (maps / "onboarding.yaml.before-2026-10-15").write_text("older")
    cxmap("promote", "onboarding", *TODAY)
    files = found(maps)
    assert files["onboarding.yaml.before-2026-10-15"] == "older"
    assert files["onboarding.yaml.before-2026-10-15-2"] == CURRENT
    assert files["onboarding.target.yaml.before-2026-10-15"] == TARGET


def test_what_git_has_is_not_kept_twice(cxmap, repository) -> None:
    repository.commit(FILES)
    repository.write({"onboarding.target.yaml": TARGET.replace("the board", "everybody")})
    cxmap("promote", "onboarding", *TODAY, cwd=repository.folder)
    kept = [name for name in found(repository.folder) if "before" in name]
    assert kept == ["onboarding.target.yaml.before-2026-10-15"]


def test_a_diff_is_shown_and_nothing_written(cxmap, maps: Path) -> None:
    done = cxmap("promote", "onboarding", "--diff", *TODAY)
    assert "--- a/onboarding.target.yaml\n+++ /dev/null\n" in done.stdout
    assert "+state: current   # from the workshop\n" in done.stdout
    assert found(maps) == FILES


def test_customers_that_today_declares_stay_declared(cxmap, maps: Path) -> None:
    declared = "customers:\n  - {id: buyer, name: Buyer}   # from the survey\n"
    (maps / "onboarding.yaml").write_text(CURRENT.replace("stages:", f"{declared}stages:", 1))
    (maps / "onboarding.target.yaml").write_text(
        TARGET.replace("stages:", "customers: [buyer]\nstages:", 1)
    )
    assert cxmap("promote", "onboarding", *TODAY).returncode == 0
    assert declared in found(maps)["onboarding.yaml"]


def test_a_target_without_a_map_of_today_becomes_it(cxmap, maps: Path) -> None:
    (maps / "onboarding.yaml").unlink()
    (maps / "actions.yaml").unlink()
    text = "journey: onboarding\nstate: target\nstages: []\n"
    (maps / "onboarding.target.yaml").write_text(text)
    cxmap("promote", "onboarding", *TODAY)
    assert found(maps)["onboarding.yaml"] == (
        "journey: onboarding\nstate: current\nas_of: 2026-10-15\nstages: []\n"
    )


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"onboarding.target.yaml": None}, "Joining has no target map; `cxmap new target onboarding"),
        ({"onboarding.target.yaml": TARGET + "teams: [{id: people}]\n"}, "both maps hold `teams`"),
        ({"onboarding.target.yaml": TARGET.replace("how: portal", "who: nobody")}, "mend this first"),
        (
            {"readings.yaml": "readings:\n  - {metric: m, touchpoint: onboarding/fax-form, period: 2026, value: 1}\n"},
            "readings.yaml:2: `onboarding/fax-form` is gone; say what `touchpoint` is now",
        ),
    ],
)  # fmt: skip
def test_what_somebody_has_to_settle_is_2_and_nothing_is_written(
    cxmap, maps: Path, changed: dict[str, str | None], said: str
) -> None:
    for name, text in changed.items():
        if text is None:
            (maps / name).unlink()
        else:
            (maps / name).write_text(text)
    before = found(maps)
    done = cxmap("promote", "onboarding", *TODAY)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert found(maps) == before


def test_a_target_that_is_a_draft_is_told_to_be_one(cxmap, maps: Path) -> None:
    (maps / "onboarding.target.yaml").write_text(f"{TARGET}status: draft\n")
    assert "the map is still a draft" in cxmap("promote", "onboarding").stderr


def test_a_journey_that_nobody_knows_is_2(cxmap, maps: Path) -> None:
    assert "did you mean `onboarding`?" in cxmap("promote", "onboardin").stderr
    assert found(maps) == FILES
