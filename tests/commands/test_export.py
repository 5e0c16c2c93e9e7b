"""`cxmap export` as a user runs it."""

import csv
import io
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAPS = ROOT / "tests" / "cases" / "maps"
MAP = """\
journey: onboarding
stages:
  - name: I sign up
    touchpoints:
      - Welcome letter - Email - Marketing - Upon signing of contract
      - {what: '=HYPERLINK("http://x")', how: [phone, chat], emotion: -1}
"""
LIST = """\
ID,Stage,Touchpoint,Channel,Owner,Timing,Measures,Emotion
welcome-letter,I sign up,Welcome letter,Email,Marketing,Upon signing of contract,,
hyperlink-http-x,I sign up,"'=HYPERLINK(""http://x"")",phone; chat,,,,-1
"""


@pytest.fixture
def maps(tmp_path):
    (tmp_path / "onboarding.yaml").write_text(MAP)
    return tmp_path


@pytest.mark.usefixtures("maps")
def test_a_map_is_written_as_a_table_without_formulas(cxmap):
    done = cxmap("export")
    assert (done.returncode, done.stdout) == (0, LIST)
    assert done.stderr == "onboarding: 2 touchpoints in 1 stage\n"


@pytest.mark.parametrize("name", sorted(folder.name for folder in MAPS.iterdir()))
def test_a_real_map_comes_back_from_a_list_and_goes_out_the_same(cxmap, tmp_path, name):
    first = cxmap("export", "--in", MAPS / name, "-o", "list.csv")
    assert first.returncode == 0
    assert cxmap("import", "list.csv", "--into", "map.yaml").returncode == 0
    assert cxmap("validate").returncode == 0
    assert cxmap("export").stdout == (tmp_path / "list.csv").read_text(encoding="utf-8")


@pytest.mark.usefixtures("maps")
def test_a_file_is_replaced_only_when_told(cxmap):
    assert cxmap("export", "-o", "list.csv").returncode == 0
    done = cxmap("export", "-o", "list.csv")
    assert (done.returncode, done.stderr) == (
        2,
        "cxmap: list.csv exists already; say `--force` to replace it\n",
    )
    assert cxmap("export", "-o", "list.csv", "--force").returncode == 0


def test_a_map_is_never_replaced_by_a_list(cxmap, maps):
    assert cxmap("export", "--format", "csv", "-o", "onboarding.yaml", "--force").returncode == 2
    assert (maps / "onboarding.yaml").read_text() == MAP


@pytest.mark.usefixtures("maps")
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["onbording"], "there is no journey `onbording`, did you mean `onboarding`?"),
        (["--state", "target"], "has no target map; say `--state current`"),
        (["--format", "cvs"], "there is no form `cvs`, did you mean `csv`?"),
        (["-o", "list.doc"], "`.doc` tells no format; say `--format`"),
    ],
)
def test_what_is_not_there_is_told(cxmap, arguments, says):
    done = cxmap("export", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr


def test_one_of_several_journeys_has_to_be_named(cxmap, tmp_path):
    shutil.copytree(ROOT / "examples" / "payroll", tmp_path / "payroll")
    assert "there are several journeys, name one" in cxmap("export", "--in", "payroll").stderr
    done = cxmap("export", "onboarding", "--in", "payroll", "--state", "target")
    assert next(csv.reader(io.StringIO(done.stdout)))[:3] == ["ID", "Stage", "Touchpoint"]
