"""`cxmap import --into` a map that is there: what is new is put in, what people wrote stays."""

import pytest

MAP = """\
# Our map
journey: m
stages:
  - name: I sign up   # the start
    touchpoints:
      - Welcome letter - Email - Marketing - Upon signing   # by hand
      - what: Call   # why
        who: Sales
        # a note on how
        how:
          - phone
          - chat

        note: hand-written
      - {what: Visit, who: Sales}

  - name: Go live
    touchpoints:
      - Payroll
      - what: Left out of the list
"""
LIST = """\
Stage,Touchpoint,Owner,Channel,Timing,Emotion
I sign up,Welcome letter,Marketing,Letter,Upon signing,1
I sign up,Call,Support,phone; email,,
I sign up,Gift,Sales,letter,,
I sign up,Visit,Sales,store,,-1
After,Survey,CX,email,,
Go live,Payroll,Delivery,,,
"""
AFTER = """\
# Our map
journey: m
stages:
  - name: I sign up   # the start
    touchpoints:
      - what: Welcome letter
        who: Marketing
        how: Letter
        when: Upon signing
        emotion: 1   # by hand
      - what: Call   # why
        who: Support
        # a note on how
        how: [phone, email]

        note: hand-written
      - what: Gift
        who: Sales
        how: letter
      - {what: Visit, who: Sales, how: store, emotion: -1}

  - name: After
    touchpoints:
      - what: Survey
        who: CX
        how: email

  - name: Go live
    touchpoints:
      - what: Payroll
        who: Delivery
      - what: Left out of the list
"""


@pytest.fixture
def maps(tmp_path):
    (tmp_path / "m.yaml").write_text(MAP)
    (tmp_path / "list.csv").write_text(LIST)
    return tmp_path


def test_what_is_new_is_put_in_and_everything_else_stays(cxmap, maps):
    done = cxmap("import", "list.csv", "--into", "m.yaml")
    assert (done.returncode, done.stdout) == (0, "m.yaml\n")
    assert (maps / "m.yaml").read_text() == AFTER
    assert done.stderr.splitlines() == [
        "1 touchpoint of the map not in the list: it stays",
        "2 touchpoints and 1 stage new in the map",
        "list.csv: 6 touchpoints in 3 stages",
    ]


def test_a_second_time_nothing_is_written(cxmap, maps):
    cxmap("import", "list.csv", "--into", "m.yaml")
    before = (maps / "m.yaml").stat()
    done = cxmap("import", "list.csv", "--into", "m.yaml")
    assert (done.returncode, done.stdout) == (0, "")
    assert (maps / "m.yaml").stat().st_mtime_ns == before.st_mtime_ns


def test_line_ends_and_the_mark_at_the_beginning_stay(cxmap, maps):
    (maps / "m.yaml").write_bytes(b"\xef\xbb\xbf" + MAP.replace("\n", "\r\n").encode())
    cxmap("import", "list.csv", "--into", "m.yaml")
    expected = b"\xef\xbb\xbf" + AFTER.replace("\n", "\r\n").encode()
    assert (maps / "m.yaml").read_bytes() == expected


@pytest.mark.parametrize("form", ["csv", "xlsx", "json", "markdown"])
def test_a_list_that_nobody_changed_changes_nothing(cxmap, maps, form):
    assert cxmap("export", "--format", form, "-o", "out.list").returncode == 0
    done = cxmap("import", "out.list", "--format", form, "--into", "m.yaml")
    assert done.returncode == 0
    assert (maps / "m.yaml").read_text() == MAP


def test_a_touchpoint_with_another_name_keeps_its_id(cxmap, maps):
    (maps / "list.csv").write_text("ID,Stage,Touchpoint\ncall,I sign up,Kick-off call\n")
    cxmap("import", "list.csv", "--into", "m.yaml")
    written = (maps / "m.yaml").read_text()
    assert "what: Kick-off call   # why" in written and "id: call\n" in written


def test_comments_inside_an_answer_are_not_lost(cxmap, maps):
    commented = MAP.replace("- chat\n", "# asked for by Ann\n          - chat\n")
    (maps / "m.yaml").write_text(commented)
    done = cxmap("import", "list.csv", "--into", "m.yaml")
    assert '`how` of "Call" cannot be changed by a program where it stands' in done.stderr
    assert "# asked for by Ann\n          - chat\n" in (maps / "m.yaml").read_text()


@pytest.mark.parametrize("text", ["journey: m\nstages: [\n", "teams: []\n"])
def test_a_file_that_is_no_sound_map_stays_as_it_is(cxmap, maps, text):
    (maps / "m.yaml").write_text(text)
    assert cxmap("import", "list.csv", "--into", "m.yaml").returncode == 2
    assert (maps / "m.yaml").read_text() == text


def test_what_means_what_the_map_says_is_no_change(cxmap, tmp_path):
    text = (
        "journey: m\nstages:\n  - name: Go\n    touchpoints:\n"
        "      - {what: Letter, who: mkt, how: [email, phone], measures: csat-welcome}\n"
        "teams:\n  - {id: mkt, name: Marketing}\n"
    )
    (tmp_path / "m.yaml").write_text(text)
    (tmp_path / "list.csv").write_text(
        "Stage,Touchpoint,Owner,Channel,KPI\nGo,Letter,Marketing,E-Mail / Phone,CSAT welcome\n"
    )
    done = cxmap("import", "list.csv", "--into", "m.yaml")
    assert (done.returncode, (tmp_path / "m.yaml").read_text()) == (0, text)
    assert "says all of it already" in done.stderr
