"""`cxmap diff --format html`: the pages of a comparison in one file."""

import html
from pathlib import Path

import pytest

from .conftest import Open
from .test_browser import serious
from .test_compare import FILES, TARGET, TODAY
from .test_journey import text

PAYROLL = Path(__file__).parent.parent.parent / "examples" / "payroll"
DAY = ("--today", "2026-10-15")
NASTY = "</style><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7 * 7 }}\"'"


@pytest.fixture
def compared(cxmap, repository):
    """Compare in a repository whose first commit has today's maps, and return the page."""

    def run(*arguments: str, **files: str) -> str:
        repository.write({**FILES, **files})
        done = cxmap("diff", *DAY, "--format", "html", *arguments, cwd=repository.folder)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def words(markup: str) -> str:
    return html.unescape(text(markup))


def test_today_and_the_target_are_one_page(compared) -> None:
    markup = compared("joining")
    assert "Joining us: what the target changes" in words(markup)
    assert markup.count("<article") == 1 and "default-src 'none'" in html.unescape(markup)


def test_a_revision_names_both_ends_and_lists_what_changes_outside_the_maps(
    compared, repository
) -> None:
    repository.commit(FILES)
    later = FILES["teams.yaml"].replace("name: Support", "name: Service")
    said = words(
        compared("HEAD", **{"today.yaml": TODAY.replace("support", "sales"), "teams.yaml": later})
    )
    assert "HEAD (" in said and "against Now" in said
    assert "Outside the maps" in said and 'Called "Service", was "Support"' in said
    assert "Joining us: what changes" in said and "The change" not in said


def test_a_target_that_changed_is_told_from_todays_map(compared, repository) -> None:
    repository.commit(FILES)
    both = {
        "today.yaml": TODAY.replace("support", "sales"),
        "target.yaml": TARGET.replace("phone, letter", "phone"),
    }
    said = words(compared("HEAD", **both))
    assert "Two maps change." in said
    assert "Joining us: what changes" in said and "Joining us, the target: what changes" in said


def test_maps_that_came_or_went_have_a_page_too(compared, repository) -> None:
    repository.commit({"today.yaml": TODAY, "teams.yaml": FILES["teams.yaml"]})
    (repository.folder / "today.yaml").unlink()
    new = {"today.yaml": TODAY.replace("journey: joining", "journey: leaving"), "target.yaml": ""}
    said = words(compared("HEAD", "--no-renames", **new))
    assert "The whole map is new, with five touchpoints." in said
    assert "The whole map is gone, with five touchpoints." in said


def test_nothing_that_changes_is_said_on_a_page(compared, repository) -> None:
    repository.commit(FILES)
    assert "Nothing changes for customers." in words(compared("HEAD"))


def test_only_what_is_as_bad_as_asked_is_shown(compared) -> None:
    said = words(compared("joining", "--level", "loss"))
    assert "1 loss" in said and "7 gains" not in said
    assert "1 added 1 removed 1 merged 1 changed 2 moved" in said


def test_it_goes_to_a_file_beside_another_format(cxmap, repository) -> None:
    repository.write(FILES)
    arguments = ("diff", "joining", *DAY, "--format", "brief", "-o", "html=page.html")
    done = cxmap(*arguments, cwd=repository.folder)
    assert done.returncode == 0 and "<html" not in done.stdout
    assert "<!doctype html>" in (repository.folder / "page.html").read_text("utf-8")


def test_an_unknown_format_is_told_with_all_that_there_are(cxmap) -> None:
    done = cxmap("diff", "onboarding", "--format", "htm", cwd=PAYROLL)
    assert done.returncode == 2 and "did you mean `html`?" in done.stderr
    assert "brief, github, html, json, markdown, text" in done.stderr


def test_hostile_words_run_nowhere(compared, repository, tmp_path: Path, look: Open) -> None:
    nasty = NASTY.replace("'", "''")
    repository.commit(FILES)
    changed = TODAY.replace("what: The form", f"what: '{nasty}'").replace("I use it", f"'{nasty}'")
    file = tmp_path / "page.html"
    file.write_text(compared("HEAD", **{"today.yaml": changed.replace("sales", f"'{nasty}'")}))
    page = look(file)
    assert page.locator("img[src=x]").count() == 0
    assert "{{ 7 * 7 }}" in (page.text_content("main") or "").replace("\xad", "")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("journey", ["onboarding", ""])
def test_axe_finds_nothing_serious(
    cxmap, tmp_path: Path, look: Open, journey: str, width: int, scheme: str
) -> None:
    file = tmp_path / "page.html"
    what = [journey] if journey else []
    cxmap("diff", *what, *DAY, "--format", "brief", "-o", f"html={file}", cwd=PAYROLL)
    page = look(file)
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 900})
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    if not journey:
        page.click("text=Becoming a customer")
        assert serious(page) == []


def test_two_runs_have_the_same_bytes(cxmap) -> None:
    first, second = (
        cxmap("diff", *DAY, "--format", "html", cwd=PAYROLL).stdout for _ in ("one", "two")
    )
    assert first == second
