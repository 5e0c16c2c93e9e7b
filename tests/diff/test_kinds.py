"""Every kind of change: its page, its sample, and that it speaks alone."""

import pytest

from cxmap.diff.comparison import compare_workspaces
from cxmap.diff.judge import all_kinds, read_levels
from cxmap.diff.kind import ChangeKind
from cxmap.diff.level import Level
from cxmap.errors import CxmapError
from cxmap.lint.samples import files, load

KINDS = all_kinds()


def changes(before: str, after: str):
    return compare_workspaces(load(files(before)), load(files(after)), ("a", "b")).changes


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_sample_of_a_page_is_that_change_and_reads_without_a_finding(kind: ChangeKind) -> None:
    page = kind.page
    assert not load(files(page.bad)).findings
    assert not load(files(page.good)).findings
    found = [change for change in changes(page.bad, page.good) if change.kind == kind.name]
    assert [change.level for change in found] == [kind.level]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_page_says_what_it_is_and_why_customers_care(kind: ChangeKind) -> None:
    assert kind.page.finds.endswith(".")
    assert kind.page.why.endswith(".")


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_messages_are_one_line_that_begins_small_and_ends_without_a_stop(kind: ChangeKind) -> None:
    for change in changes(kind.page.bad, kind.page.good):
        assert change.message
        assert "\n" not in change.message
        assert not change.message.endswith(".")
        assert change.message[0] == change.message[0].lower()


def test_a_level_can_be_configured() -> None:
    assert read_levels({})["owner-changed"] is Level.RISK
    assert read_levels({"owner-changed": "note"})["owner-changed"] is Level.NOTE


def test_an_unknown_kind_in_the_settings_names_the_nearest() -> None:
    with pytest.raises(
        CxmapError, match="`ownr-changed` that does not exist, did you mean `owner-"
    ):
        read_levels({"ownr-changed": "note"})
