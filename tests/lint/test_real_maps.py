"""Maps that others have published: what is missing in them was counted by hand."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

MAPS = Path(__file__).parents[1] / "cases" / "maps"
QUESTIONS = {
    "touchpoint-without-owner": "owner",
    "touchpoint-without-channel": "channel",
    "touchpoint-without-timeline": "timing",
    "touchpoint-without-measure": "measure",
}

real_maps = pytest.mark.parametrize("name", sorted(folder.name for folder in MAPS.iterdir()))


def expected(name):
    """What was counted in the one journey of a map."""
    (journey,) = json.loads((MAPS / name / "expected.json").read_bytes())["journeys"].values()
    return journey


@cache
def findings(name):
    """All that can be found in a map."""
    options = ("--profile", "strict", "--format", "json", "--fail-on", "never", "--no-cache")
    command = [sys.executable, "-m", "cxmap", "lint", MAPS / name, *options]
    run = subprocess.run(command, check=True, capture_output=True)
    return json.loads(run.stdout)["findings"]


def gaps(name, rule):
    """The ids of the touchpoints that a rule speaks of, in their order."""
    return [f["item"].rpartition("/")[2] for f in findings(name) if f["rule"] == rule]


@real_maps
@pytest.mark.parametrize("rule", QUESTIONS)
def test_the_touchpoints_that_leave_a_question_open_are_found_and_no_others(name, rule):
    assert gaps(name, rule) == expected(name)["missing"][QUESTIONS[rule]]


@real_maps
def test_a_moment_of_truth_without_a_limit_is_found_and_no_other_timeline(name):
    true = expected(name)
    moments = [t for t in true["timing_without_limit"] if t in true["moments_of_truth"]]
    assert gaps(name, "vague-timeline") == moments


@real_maps
def test_the_moments_of_truth_are_those_of_the_source(name):
    asked = [f for f in findings(name) if f["rule"] == "touchpoint-without-expectation"]
    moments = [f["item"].rpartition("/")[2] for f in asked if f["severity"] == "warning"]
    assert moments == expected(name)["moments_of_truth"]


@real_maps
def test_nothing_is_said_of_what_is_sound(name):
    sound = {"stage-without-touchpoints", "unknown-channel", "placeholder-text", "unread-file"}
    assert min(expected(name)["stages"].values()) > 0
    assert not [f for f in findings(name) if f["rule"] in sound or f["rule"].startswith("unknown")]
