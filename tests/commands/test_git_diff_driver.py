"""`git diff` itself says what changes for customers."""

import sys
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent.parent
MAP = """\
journey: onboarding
title: New customer
stages:
  - name: I sign
    touchpoints:
      - {id: welcome-letter, what: Welcome letter, who: sales, when: {within: 5 days}}
"""


@pytest.fixture
def repository(repository, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(HOME))
    monkeypatch.setenv("PYTHONUTF8", "1")
    program = Path(sys.executable).as_posix()
    repository.git("config", "diff.cxmap.command", f"'{program}' -m cxmap git-diff-driver")
    repository.commit({".gitattributes": "*.yaml diff=cxmap\n", "maps/map.yaml": MAP})
    return repository


def test_git_diff_says_what_changes_for_customers(repository):
    repository.write({"maps/map.yaml": MAP.replace("5 days", "2 days")})
    said = repository.git("diff")
    assert said.startswith("maps/map.yaml\n\nNew customer   before → after")
    assert "gain" in said and "2 days" in said


def test_a_new_layout_changes_nothing(repository):
    repository.write({"maps/map.yaml": MAP.replace("title: New customer", 'title: "New customer"')})
    assert repository.git("diff") == "maps/map.yaml\n\nnothing changes for customers"


def test_new_gone_and_renamed_maps(repository):
    repository.commit({"maps/map.yaml": None, "maps/new.yaml": MAP.replace("5 days", "2 days")})
    assert "gain" in repository.git("diff", "--ext-diff", "-M", "HEAD~1")
    gone = repository.git("diff", "--ext-diff", "--no-renames", "HEAD~1")
    assert "maps/map.yaml\n" in gone and "maps/new.yaml\n" in gone


def test_what_cannot_be_read_is_shown_line_by_line(repository):
    repository.write({"maps/map.yaml": MAP + "  - [\n"})
    said = repository.git("diff")
    assert "+  - [" in said and said.startswith("--- a/maps/map.yaml")


def test_what_is_no_map_is_shown_line_by_line(repository):
    repository.commit({"other.yaml": "services: [a]\n"})
    repository.write({"other.yaml": "services: [b]\n"})
    assert "+services: [b]" in repository.git("diff")


def test_by_hand_it_says_how_to_set_it_up(cxmap):
    done = cxmap("git-diff-driver", "map.yaml", "other.yaml")
    assert done.returncode == 2
    assert "git config diff.cxmap.command" in done.stderr
