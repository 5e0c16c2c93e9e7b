"""`cxmap new` as a user runs it: off a terminal by `--set`, and on one by questions."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

MAP = (
    "\ufeff# Our first map: Zürich\r\n"
    "journey:   onboarding   # odd spaces\r\n"
    "stages:\r\n"
    "- name: I sign up\r\n"
    "  touchpoints:\r\n"
    "  # the first call\r\n"
    "  - Call - phone - sales - same day   # by Ada\r\n"
    "  # - and then?\r\n"
    "\r\n"
    "- {name: I wait, touchpoints: []}\r\n"
    "# the end\r\n"
    "tags:\r\n"
    "- b2b"
)
LIBRARY = "teams:\n  - {id: sales, name: Sales}\n\n# asked every month\nmetrics:\n\n  - id: csat\n    kind: csat\n"


@pytest.fixture
def maps(tmp_path: Path) -> Path:
    (tmp_path / "cxmap.yaml").write_text("cxmap: 1\n")
    (tmp_path / "library.yaml").write_text(LIBRARY)
    (tmp_path / "onboarding.yaml").write_bytes(MAP.encode())
    return tmp_path


def written(folder: Path, name: str = "onboarding.yaml") -> str:
    return (folder / name).read_bytes().decode()


def test_a_touchpoint_is_put_behind_the_last_and_every_other_byte_stays(cxmap, maps: Path) -> None:
    done = cxmap(
        "new", "touchpoint", "Welcome letter", "--in", "onboarding/i-sign-up",
        "--set", "how=email, letter", "--set", "who=Sales", "--set", "when={after: call, within: 2 days}",
    )  # fmt: skip
    new = (
        "  - id: welcome-letter\r\n    what: Welcome letter\r\n    who: Sales\r\n"
        "    how: [email, letter]\r\n    when: {after: call, within: 2 days}\r\n"
    )
    assert written(maps) == MAP.replace("by Ada\r\n", f"by Ada\r\n{new}")
    assert done.stdout == "onboarding.yaml:8: touchpoint added\n"
    assert cxmap("validate").returncode == 0


def test_a_list_in_brackets_takes_an_item_in_brackets(cxmap, maps: Path) -> None:
    cxmap("new", "touchpoint", "silence", "--in", "onboarding/2", "--set", "what=Silence, mostly")
    new = '[{id: silence, what: "Silence, mostly"}]'
    assert written(maps) == MAP.replace("[]", new)


def test_a_stage_is_put_behind_the_one_that_is_named(cxmap, maps: Path) -> None:
    cxmap("new", "stage", "I am called", "--in", "onboarding/i-sign-up")
    new = "- id: i-am-called\r\n  name: I am called\r\n"
    at = "\r\n- {name: I wait"
    assert new in written(maps)
    assert written(maps).replace(f"\r\n{new}", "", 1) == MAP
    assert written(maps).index(new) < written(maps).index(at)


def test_an_item_goes_where_others_of_its_kind_are_and_looks_like_them(cxmap, maps: Path) -> None:
    cxmap("new", "team", "people", "--set", "name=People, culture", "--set", "function=other")
    cxmap("new", "metric", "nps", "--set", "kind=nps", "--set", "owners=sales,people")
    assert written(maps, "library.yaml") == (
        "teams:\n  - {id: sales, name: Sales}\n"
        '  - {id: people, name: "People, culture", function: other}\n'
        "\n# asked every month\nmetrics:\n\n  - id: csat\n    kind: csat\n"
        "  - id: nps\n    kind: nps\n    owners: [sales, people]\n"
    )


@pytest.mark.parametrize(
    ("kind", "answers", "file", "first"),
    [
        ("customer", ["name=First-time buyer", "goals=Be live; Sleep, at last"], "library.yaml", "customers:"),
        ("listening", ["name=Survey", "respond.who=sales", "respond.within=1 day"], "library.yaml", "listening:"),
        ("channel", ["name=Partner portal", "kind=digital"], "library.yaml", "channels:"),
        ("action", ["title=Ring first", "owner=sales"], "actions.yaml", "actions:"),
        ("journey", ["title=Leaving", "stages=I doubt; I go"], "leaving.yaml", "journey: leaving"),
    ],
)  # fmt: skip
def test_every_kind_finds_its_file(
    cxmap, maps: Path, kind: str, answers: list[str], file: str, first: str
) -> None:
    done = cxmap("new", kind, *(word for answer in answers for word in ("--set", answer)))
    assert done.returncode == 0
    assert done.stdout.startswith(file)
    assert first in written(maps, file).split("\n")
    assert cxmap("validate", "--fail-on", "warning").returncode == 0


def test_a_workspace_begins_with_its_first_journey(cxmap, tmp_path: Path) -> None:
    cxmap("new", "journey", "Moving house", "--set", "stages=I look; I move")
    assert written(tmp_path, "moving-house.yaml") == (
        "journey: moving-house\ntitle: Moving house\nstages:\n  - name: I look\n  - name: I move\n"
    )


def test_an_answer_that_nobody_knows_is_left_out(cxmap, maps: Path) -> None:
    done = cxmap("new", "team", "a", "--set", "lead=?", "--set", "name=A", "--print")
    assert done.stdout == "- id: a\n  name: A\n"
    assert written(maps, "library.yaml") == LIBRARY


def test_a_target_starts_as_a_copy_with_its_comments_and_differs_in_nothing(
    cxmap, maps: Path
) -> None:
    text = (
        "# agreed in May\njourney: leaving\ntitle: Leaving   # or staying\n"
        "# asked in person\nas_of: 2026-05-01\n"
        "customers:\n  - {id: leaver, name: Who leaves}\n"
        "agreed_by: [sales]\nstages:\n  - name: I go  # at last\n    touchpoints: [Farewell]\n"
        "# our people\nteams:\n  - {id: people}\n"
    )
    (maps / "leaving.yaml").write_text(text)
    cxmap("new", "target", "leaving", "--from-current")
    assert written(maps, "leaving.target.yaml") == (
        "# agreed in May\njourney: leaving\ntitle: Leaving   # or staying\nstate: target\n"
        "customers: [leaver]\n"
        "stages:\n  - name: I go  # at last\n    touchpoints: [Farewell]\n"
    )
    assert cxmap("diff", "leaving").stderr.startswith("nothing changes from current to target")
    assert cxmap("validate").returncode == 0


def test_a_target_without_a_copy_starts_with_the_stages(cxmap, maps: Path) -> None:
    cxmap("new", "target", "onboarding", "--set", "owner=sales")
    assert written(maps, "onboarding.target.yaml") == (
        "journey: onboarding\nstate: target\nowner: sales\nstages:\n"
        "  - id: i-sign-up\n    name: I sign up\n\n  - id: i-wait\n    name: I wait\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["tam", "x"], "KIND `tam` is unknown, did you mean `team`?"),
        (["team", "sales"], "there is a team `sales` already"),
        (["team"], "a team needs an id or a name"),
        (["team", "a", "--set", "led=B"], "there is no `led` in a team, did you mean `lead`?"),
        (["team", "a", "--set", "lead"], "--set takes KEY=VALUE"),
        (["team", "a", "--in", "onboarding"], "leave `--in` out"),
        (["metric", "a"], "nothing was written: a metric needs `kind`; add"),
        (["metric", "a", "--set", "kind=npss"], "did you mean `nps`?"),
        (["touchpoint", "a", "--in", "onboardin/1"], "did you mean `onboarding`?"),
        (["touchpoint", "a", "--in", "onboarding/i-sing-up"], "did you mean `i-sign-up`?"),
        (["touchpoint", "a"], "say in which stage"),
        (["touchpoint", "call", "--in", "onboarding/2"], "there is a touchpoint `call` already"),
        (["touchpoint", "a", "--in", "onboarding/1", "--set", "who=saless"], "did you mean `sales`?"),
        (["touchpoint", "a", "--in", "onboarding/1", "--set", "emotion=9"], "from −2 to 2"),
        (["journey", "onboarding"], "there is a journey `onboarding` already"),
        (["stage", "--from-current"], "`--from-current` starts a target"),
    ],
)  # fmt: skip
def test_what_cannot_be_added_is_2_and_nothing_is_written(
    cxmap, maps: Path, arguments: list[str], said: str
) -> None:
    done = cxmap("new", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert (written(maps), written(maps, "library.yaml")) == (MAP, LIBRARY)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("journey: a\nstages:\n  - name: A\n    touchpoints: Call\n", "stands in no list"),
        ("journey: a\nstages:\n  - name: A\n    touchpoints: [Call,\n      Mail]\n", "cxmap fmt"),
        ("journey: a\nstages:\n  - name: A\n    touchpoints:\n      - what: Call #2\n", "a.yaml:5: "),
    ],
)  # fmt: skip
def test_a_file_that_a_program_should_not_touch_is_left(
    cxmap, tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "cxmap.yaml").write_text("cxmap: 1\n")
    (tmp_path / "a.yaml").write_text(text)
    done = cxmap("new", "touchpoint", "b", "--in", "a/1")
    assert done.returncode == 2
    assert said in done.stderr
    assert written(tmp_path, "a.yaml") == text


def test_nothing_is_written_outside_the_workspace(cxmap, maps: Path, tmp_path_factory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (maps / "library.yaml").unlink()
    (maps / "library.yaml").symlink_to(outside / "library.yaml")
    done = cxmap("new", "team", "a")
    assert done.returncode == 2
    assert list(outside.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals there")
def test_on_a_terminal_a_wrong_answer_is_asked_for_again(maps: Path) -> None:
    said = on_a_terminal(
        maps, "touchpoint", "Storm letter", "--in", "onboarding/1",
        typed=["saless", "Sales", "emial", "email", "?", "", "", "7", "1", "yes", "y"],
    )  # fmt: skip
    assert "did you mean `sales`?" in said
    assert "`emial` is no channel yet, did you mean `email`?" in said
    assert "write a number from −2 to 2" in said
    new = (
        "  - id: storm-letter\r\n    what: Storm letter\r\n    who: Sales\r\n    how: email\r\n"
        "    emotion: 1\r\n    moment_of_truth: true\r\n"
    )
    assert written(maps) == MAP.replace("by Ada\r\n", f"by Ada\r\n{new}")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals there")
def test_on_a_terminal_nothing_is_written_where_somebody_says_no(maps: Path) -> None:
    on_a_terminal(maps, "team", typed=["", "People", "", "", "n"])
    assert written(maps, "library.yaml") == LIBRARY


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals there")
def test_on_a_terminal_customers_are_not_asked_what_only_we_count(maps: Path) -> None:
    said = on_a_terminal(
        maps, "metric", typed=["Wait", "stopwatch", "duration", "2 h", "", "", "n"]
    )
    assert said.count("customer is asked") == 0
    assert said.count("none of nps") == 1 and "choose from `nps`" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals there")
def test_on_a_terminal_things_are_called_what_people_call_them(maps: Path) -> None:
    said = on_a_terminal(maps, "listening", typed=["Reviews", "review", *[""] * 6, "n"])
    assert "A new listening post." in said


def on_a_terminal(folder: Path, *arguments: str, typed: list[str]) -> str:
    """Run `new` on a terminal of its own, and return what it says there."""
    ours, theirs = os.openpty()
    os.write(ours, "".join(f"{line}\n" for line in typed).encode())
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)}
    environment |= {"PYTHONUTF8": "1", "COLUMNS": "200"}
    done = subprocess.run(
        [sys.executable, "-m", "cxmap", "new", *arguments],
        cwd=folder,
        env=environment,
        stdin=theirs,
        stderr=theirs,
        stdout=subprocess.PIPE,
        check=False,
    )
    os.close(theirs)
    said = b""
    try:
        while piece := os.read(ours, 65536):
            said += piece
    except OSError:  # the end, on Linux
        pass
    os.close(ours)
    assert done.returncode == 0, said.decode()
    return said.decode()
