"""`cxmap import` as a user runs it: what becomes of a list, and what is said about it."""

import pytest

SHEET = """\
Workshop of 12 May,,,,,
Stage,Touchpoint,Channel,Owner,When?,KPI,Squad
I sign up,Welcome letter,Email,Marketing,Upon signing of contract,NPS,red
,Kick-off call,"Phone, video call",Sales,within 2 business days of signing,Call quality,blue
,,Phone,Sales,,,
Go live,First payroll,Portal,Delivery,,,
"""
MAP = """\
journey: list
stages:
  - name: I sign up
    touchpoints:
      - what: Welcome letter
        who: Marketing
        how: Email
        when: Upon signing of contract
        measures: NPS
        x-squad: red
      - what: Kick-off call
        who: Sales
        how: [Phone, video call]
        when: within 2 business days of signing
        measures: Call quality
        x-squad: blue
  - name: Go live
    touchpoints:
      - what: First payroll
        who: Delivery
        how: Portal
teams:
  - {id: marketing, name: Marketing}
  - {id: sales, name: Sales}
  - {id: delivery, name: Delivery}
metrics:
  - {id: nps, name: NPS, kind: nps}
  - {id: call-quality, name: Call quality, kind: rate}
"""


@pytest.fixture
def sheet(tmp_path):
    (tmp_path / "list.csv").write_text(SHEET, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("sheet")
def test_a_list_becomes_a_map_on_standard_output(cxmap):
    done = cxmap("import", "list.csv")
    assert (done.returncode, done.stdout) == (1, MAP)


@pytest.mark.usefixtures("sheet")
def test_what_is_left_out_or_not_certain_is_told_with_its_line(cxmap):
    assert cxmap("import", "list.csv").stderr.splitlines() == [
        "line 5 is left out: no touchpoint is named",
        "line 1 stands above the table and is left out: Workshop of 12 May",
        "column `Squad` is kept as `x-squad`",
        'nothing tells what kind of metric "Call quality" is: `rate` is written, check it',
        "list.csv: 3 touchpoints in 2 stages, 1 row left out",
    ]


@pytest.mark.usefixtures("sheet")
def test_the_map_that_is_written_passes_and_is_in_order(cxmap):
    done = cxmap("import", "list.csv", "--into", "onboarding.yaml")
    assert done.stdout == "onboarding.yaml\n"
    assert cxmap("validate").returncode == 0
    assert cxmap("fmt", "--check").returncode == 0


def test_teams_that_the_workspace_knows_are_not_declared_again(cxmap, sheet):
    teams = "teams: [{id: marketing}, {id: sales, name: Sales}, {id: delivering}]\n"
    (sheet / "library.yaml").write_text(teams)
    done = cxmap("import", "list.csv", "--into", "onboarding.yaml")
    written = (sheet / "onboarding.yaml").read_text()
    assert "teams:\n  - {id: delivery, name: Delivery}\nmetrics:" in written
    assert (
        'team "Delivery" is new, and is declared in the map, did you mean `delivering`?'
        in done.stderr
    )


def test_a_journey_that_is_in_the_workspace_is_not_made_again(cxmap, sheet):
    (sheet / "here.yaml").write_text("journey: onboarding\nstages: []\n")
    done = cxmap("import", "list.csv", "--into", "onboarding.yaml")
    assert (done.returncode, (sheet / "onboarding.yaml").exists()) == (2, False)
    assert "is in here.yaml already" in done.stderr


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("Contact point,Responsible", "who"),
        ("Kontaktpunkt,Verantwortlich", "who"),
        ("Punto de contacto,Canal", "how"),
        ("タッチポイント,担当者", "who"),
        ("What happens?,How measured", "measures"),
        ("Interaction,Owner / Responsible", "who"),
        ("Kontaktpunkt,Kanal & Medium", "how"),
        ("Touchpoint,Timing / SLA", "when"),
        ("TOUCH POINT *,Pain Points (from interviews)", "pains"),
    ],
)
def test_columns_are_known_by_many_words(cxmap, tmp_path, header, key):
    (tmp_path / "list.csv").write_text(f"{header}\nLetter,Marketing\n", encoding="utf-8")
    assert f"        {key}: Marketing\n" in cxmap("import", "list.csv").stdout


def test_a_column_can_be_named(cxmap, tmp_path):
    (tmp_path / "list.csv").write_text("Thing,Squad,Owner\nLetter,Red,Ann\n")
    done = cxmap("import", "list.csv", "--column", "what=Thing", "--column", "who=squad")
    assert "      - what: Letter\n        who: Red\n        x-owner: Ann\n" in done.stdout


OWN_WORDS = "cxmap: 1\nimport: {columns: {what: Thing, who: [Tribe, Squad], x-money: Costs}}\n"


def test_what_a_workspace_calls_its_columns_is_known_in_every_list(cxmap, tmp_path):
    (tmp_path / "cxmap.yaml").write_text(OWN_WORDS)
    (tmp_path / "list.csv").write_text("Our things,,\nTHING;squad;Costs\nLetter;Red;3\n")
    done = cxmap("import", "list.csv")
    assert "      - what: Letter\n        who: Red\n        x-money: 3\n" in done.stdout
    (tmp_path / "list.csv").write_text("Touchpoint,Owner,Costs\nLetter,Red,3\n")
    done = cxmap("import", "list.csv")
    assert "      - what: Letter\n        who: Red\n        x-money: 3\n" in done.stdout


def test_what_is_said_of_one_list_wins_over_what_a_workspace_calls_its_columns(cxmap, tmp_path):
    (tmp_path / "cxmap.yaml").write_text(OWN_WORDS)
    (tmp_path / "list.csv").write_text("Thing,Squad,Team\nLetter,Red,Blue\n")
    done = cxmap("import", "list.csv", "--column", "who=Team")
    assert "        who: Blue\n        x-squad: Red\n" in done.stdout


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ([], "no column is called as touchpoints are; name it by `--column what=HEADER`"),
        (["--column", "whom=A"], "there is no key `whom`, did you mean `who`?"),
        (["--column", "what"], "--column takes KEY=HEADER"),
        (["--encoding", "klingon"], "there is no encoding `klingon`"),
        (["--delimiter", ";;"], "--delimiter is one character"),
    ],
)
def test_what_cannot_be_understood_is_asked_for(cxmap, tmp_path, options, says):
    (tmp_path / "list.csv").write_text("A,B\nLetter,Red\n")
    done = cxmap("import", "list.csv", "--delimiter", ",", *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr


def test_an_encoding_is_never_guessed(cxmap, tmp_path):
    (tmp_path / "list.csv").write_bytes("Touchpoint\nCafé\n".encode("cp1252"))
    done = cxmap("import", "list.csv")
    assert done.returncode == 2
    assert done.stderr.startswith("cxmap: list.csv, line 2: this is not UTF-8; name the encoding,")
    assert "- what: Café\n" in cxmap("import", "list.csv", "--encoding", "cp1252").stdout


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_mark_at_the_beginning_tells_the_encoding(cxmap, tmp_path, encoding):
    (tmp_path / "list.csv").write_bytes("Touchpoint;Owner\r\nCafé;Zoë\r\n".encode(encoding))
    assert "- what: Café\n        who: Zoë\n" in cxmap("import", "list.csv").stdout


def test_a_delimiter_that_is_not_certain_is_asked_for(cxmap, tmp_path):
    (tmp_path / "list.csv").write_text("Touchpoint,Owner;Touchpoint\na,b;c\n")
    assert "what parts its cells is not certain" in cxmap("import", "list.csv").stderr
    assert cxmap("import", "list.csv", "--delimiter", ",").returncode == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "list.csv"),
        ("Touchpoint,Owner\n", "there is no touchpoint in it"),
        ('Touchpoint,Owner\n"Letter,Ann\n', "line 2: a quotation mark is not closed"),
        ("Touchpoint\n" + "a\n" * 20_001, "more than 20,000 rows"),
        ("Touchpoint" + ",x" * 300 + "\na\n", "more than 200 columns"),
    ],
)
def test_a_broken_list_is_refused_with_the_reason(cxmap, tmp_path, text, says):
    (tmp_path / "list.csv").write_text(text)
    done = cxmap("import", "list.csv", "--delimiter", ",", "--into", "map.yaml")
    assert (done.returncode, done.stdout, (tmp_path / "map.yaml").exists()) == (2, "", False)
    assert says in done.stderr


def test_a_list_on_its_side_is_refused_with_what_to_do(cxmap, tmp_path):
    (tmp_path / "list.csv").write_text(";Before;After\nTouchpoints;Ad;Call\nOwner;Ann;Bo\n")
    done = cxmap("import", "list.csv")
    assert done.returncode == 2
    assert "the table lies on its side, with touchpoints in a row; turn it first" in done.stderr


def test_a_line_with_more_cells_than_the_header_and_a_second_id_are_left_out(cxmap, tmp_path):
    (tmp_path / "list.csv").write_text("ID,Touchpoint\na,Letter\nb,Call,phone\na,Visit\n")
    done = cxmap("import", "list.csv")
    assert done.returncode == 1
    assert "line 3 is left out: it has more cells than the header" in done.stderr
    assert "line 4 is left out: the id `a` stands on line 2 already" in done.stderr


@pytest.mark.parametrize("row", ["Total;;4.5;120", "Summe:;;4,5;1.200 €", ";Gesamt;9;80%"])
def test_a_row_of_totals_is_no_touchpoint(cxmap, tmp_path, row):
    text = f"Touchpoint;Owner;Hours;Cost\nLetter;Ann;4.5;120\n{row}\nTotal;Bo;1;2\n"
    (tmp_path / "list.csv").write_text(text, encoding="utf-8")
    done = cxmap("import", "list.csv")
    assert "line 3 only adds up others and is left out" in done.stderr
    assert done.stdout.count("what: ") == 2


def test_an_answer_that_does_not_fit_is_kept_under_a_key_of_its_own(cxmap, tmp_path):
    (tmp_path / "list.csv").write_text("Touchpoint,Emotion,Priority\nLetter,happy,High\n")
    done = cxmap("import", "list.csv", "--into", "map.yaml")
    assert "x-emotion: happy\n        x-importance: High\n" in (tmp_path / "map.yaml").read_text()
    assert "line 2: `happy` is not a whole number from −2 to 2; kept as `x-emotion`" in done.stderr


def test_a_dash_is_no_answer_and_bullets_are_no_words(cxmap, tmp_path):
    (tmp_path / "list.csv").write_text(
        'Touchpoint,Owner,Emotion,Pains,Squad\nLetter,–,-,"- too long\n• too late",-\n',
        encoding="utf-8",
    )
    done = cxmap("import", "list.csv")
    assert (
        '- what: Letter\n        pains: [too long, too late]\n        x-squad: "-"' in done.stdout
    )


@pytest.mark.parametrize(
    ("written", "how", "says"),
    [
        ("E-Mail", "email", 'channel "E-Mail" is written as `email`'),
        ("Email / Phone", "[Email, Phone]", 'channel "Email / Phone" is written as'),
        ("phone and e-mail", "[phone, email]", "is written as `phone` and `email`"),
        ("Fax / Phone", "Fax / Phone", ""),
        ("Telefon", "Telefon", ""),
        ("?", '"?"', ""),
    ],
)
def test_channels_that_are_known_are_written_as_they_are_called(
    cxmap, tmp_path, written, how, says
):
    (tmp_path / "list.csv").write_text(f"Touchpoint,Channel\nLetter,{written}\n")
    done = cxmap("import", "list.csv")
    assert f"        how: {how}\n" in done.stdout
    assert says in done.stderr


def test_a_drill_down_to_a_journey_that_nobody_knows_is_kept_under_a_key_of_its_own(
    cxmap, tmp_path
):
    (tmp_path / "list.csv").write_text("Touchpoint,Journey\nLetter,billing\n")
    done = cxmap("import", "list.csv", "--into", "map.yaml")
    assert "x-journey: billing" in (tmp_path / "map.yaml").read_text()
    assert "kept as `x-journey`" in done.stderr
    assert cxmap("validate").returncode == 0


def test_rows_with_one_cell_name_stages_where_that_is_said(cxmap, tmp_path):
    (tmp_path / "list.csv").write_text("Touchpoint,Owner\nJoining:,\nLetter,Ann\nGoing,\nCall,Bo\n")
    assert cxmap("import", "list.csv").stdout.count("- name:") == 1
    done = cxmap("import", "list.csv", "--stage-rows")
    assert "  - name: Joining\n" in done.stdout and "  - name: Going\n" in done.stdout


def test_standard_input_needs_a_format(cxmap):
    assert "say `--format`" in cxmap("import", "-", input="Touchpoint\nCall\n").stderr
    assert (
        "- what: Call" in cxmap("import", "-", "--format", "csv", input="Touchpoint\nCall\n").stdout
    )


@pytest.mark.usefixtures("sheet")
@pytest.mark.parametrize("target", ["../map.yaml/x.yaml", "map.txt"])
def test_a_map_is_written_only_where_maps_are(cxmap, target):
    done = cxmap("import", "list.csv", "--into", target)
    assert (done.returncode, done.stdout) == (2, "")
