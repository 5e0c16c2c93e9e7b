"""Rules from elsewhere: tried with their samples, brought by packages, never from the maps."""

from pathlib import Path

import pytest

OWN = """lint:
  custom:
    - id: letter-shows-itself
      subject: touchpoint
      where: {{how: letter}}
      require: {{evidence: {{given: true}}}}
      message: nothing shows what the customer holds in hand
      bad: |
        journey: onboarding
        stages: [{{name: I sign up, touchpoints: [{{what: Letter, how: letter{bad}}}]}}]
      good: |
        journey: onboarding
        stages: [{{name: I sign up, touchpoints: [{{what: Letter, how: letter{good}}}]}}]
"""
SHOWN = ", evidence: [The letter]"


@pytest.mark.parametrize(
    ("bad", "good", "code", "said"),
    [
        ("", SHOWN, 0, "letter-shows-itself: its samples show it"),
        (SHOWN, SHOWN, 1, "letter-shows-itself: the bad sample has no gap"),
        ("", "", 1, "letter-shows-itself: the good sample has a gap: line 2:"),
        (", hwo: x", SHOWN, 1, "letter-shows-itself: the bad sample cannot be read: line 2:"),
    ],
)
def test_the_samples_of_own_rules_are_tried(
    cxmap, tmp_path: Path, bad: str, good: str, code: int, said: str
) -> None:
    (tmp_path / "cxmap.yaml").write_text(OWN.format(bad=bad, good=good))
    done = cxmap("rules", "--test")
    assert (done.returncode, done.stdout.startswith(said)) == (code, True)


def test_an_own_rule_is_listed_explained_and_asked(cxmap, tmp_path: Path) -> None:
    (tmp_path / "cxmap.yaml").write_text(OWN.format(bad="", good=SHOWN))
    (tmp_path / "a.yaml").write_text(
        "journey: x\nstages: [{name: I buy, touchpoints: [Post - letter]}]\n"
    )
    assert "letter-shows-itself" in cxmap("rules").stdout
    assert "Comes from cxmap.yaml." in cxmap("explain", "letter-shows-itself").stdout
    assert "letter-shows-itself" in cxmap("lint").stdout


RULE = '''
from cxmap.finding import Severity
from cxmap.lint.rule import Gap, rule
from cxmap.model.touchpoint import Touchpoint
from cxmap.profile import Profile


@rule(Touchpoint, severity=Severity.ERROR, profile=Profile.STARTER)
def letter_in_print(touchpoint, context):
    """A letter.

    Nobody reads letters.
    """
    if "letter" in touchpoint.how:
        yield Gap("a letter")
'''


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder of installed packages, with one that brings a rule."""
    site = tmp_path / "site"
    package = site / "acme_rules-1.0.dist-info"
    package.mkdir(parents=True)
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-rules\nVersion: 1.0\n")
    (package / "entry_points.txt").write_text(
        "[cxmap.rules]\nletter-in-print = acme_rules:letter_in_print\n"
    )
    (site / "acme_rules.py").write_text(RULE)
    return site


@pytest.fixture
def maps(tmp_path: Path) -> Path:
    folder = tmp_path / "maps"
    folder.mkdir()
    (folder / "a.yaml").write_text(
        "journey: x\nstages: [{name: I buy, touchpoints: [Post - letter]}]\n"
    )
    return folder


def installed(site: Path) -> dict[str, str]:
    return {"PYTHONPATH": f"{site}:{Path(__file__).parent.parent.parent}"}


def test_an_installed_package_brings_its_rules(cxmap, site: Path, maps: Path) -> None:
    environment = installed(site)
    done = cxmap("lint", "--profile", "standard", cwd=maps, env=environment)
    assert "error letter-in-print a letter" in done.stdout
    page = cxmap("explain", "letter-in-print", cwd=maps, env=environment).stdout
    assert "Comes from package acme-rules." in page


def test_what_a_package_brings_is_asked_anew_when_its_code_changes(cxmap, site, maps) -> None:
    environment = installed(site)
    arguments = ("lint", "--select", "letter-in-print")
    assert "a letter" in cxmap(*arguments, cwd=maps, env=environment).stdout
    (site / "acme_rules.py").write_text(RULE.replace("a letter", "a long letter"))
    assert "a long letter" in cxmap(*arguments, cwd=maps, env=environment).stdout


def test_a_package_that_is_gone_is_noticed(cxmap, site: Path, maps: Path) -> None:
    assert "letter-in-print" in cxmap("lint", cwd=maps, env=installed(site)).stdout
    (site / "acme_rules-1.0.dist-info" / "entry_points.txt").unlink()
    assert "letter-in-print" not in cxmap("lint", cwd=maps, env=installed(site)).stdout


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            "letter_in_print = 3",
            "package acme-rules brings `acme_rules:letter_in_print`, which is not a rule",
        ),
        (
            "raise OSError('no network')",
            "package acme-rules cannot bring its rule `letter-in-print`",
        ),
        (
            "from cxmap.lint.rules.stale_map import stale_map as letter_in_print",
            "package acme-rules brings a rule `stale-map`, which there is already",
        ),
    ],
)
def test_a_package_with_something_else_is_2_with_its_name(
    cxmap, site: Path, maps: Path, body: str, said: str
) -> None:
    (site / "acme_rules.py").write_text(body)
    done = cxmap("lint", cwd=maps, env=installed(site))
    assert done.returncode == 2
    assert said in done.stderr


def test_nothing_in_the_folder_of_the_maps_is_ever_run(cxmap, site: Path, maps: Path) -> None:
    spy = f"open({str(maps / 'ran')!r}, 'a').write(__name__)\n"
    for name in (
        "yaml",
        "pydantic",
        "typer",
        "rich",
        "acme_rules",
        "holidays",
        "git",
        "sitecustomize",
    ):
        (maps / f"{name}.py").write_text(spy)
    for item in site.iterdir():
        item.rename(maps / item.name)
    (maps / "acme_rules.py").write_text(spy + RULE)
    for command in (["lint"], ["validate"], ["rules"], ["explain", "stale-map"]):
        done = cxmap(*command, cwd=maps)
        assert done.returncode in {0, 1}
        assert "letter-in-print" not in done.stdout
    assert not (maps / "ran").exists()
