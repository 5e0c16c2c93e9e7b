"""The files that a document tells its reader to write can be read, all of a page together."""

import re
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SAMPLE = re.compile(
    r"^(?P<indent> *)<!-- file: (?P<name>\S+) -->\n *```yaml\n(?P<text>.*?)^ *```$",
    re.DOTALL | re.MULTILINE,
)
PAGES = {
    page: found
    for page in sorted([ROOT / "README.md", *ROOT.glob("docs/**/*.md")])
    if (found := list(SAMPLE.finditer(page.read_text(encoding="utf-8"))))
}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_samples_of_a_page_are_sound(page: Path, cxmap, tmp_path: Path):
    for sample in PAGES[page]:
        file = tmp_path / sample["name"]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(sample["text"]), encoding="utf-8")
    done = cxmap("validate", "--fail-on", "warning")
    assert done.returncode == 0, done.stdout


def test_the_first_map_gets_the_gaps_that_its_page_promises(cxmap, tmp_path: Path):
    page = ROOT / "docs" / "tutorial" / "first-map.md"
    (tmp_path / "onboarding.yaml").write_text(PAGES[page][0]["text"], encoding="utf-8")
    said = cxmap("lint").stdout
    assert 'nobody owns "Kick-off call"' in said
    assert '"First invoice"' in said and "touchpoint-without-timeline" in said
    assert "touchpoint-without-measure" in said


def test_links_between_documents_lead_somewhere():
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md")]
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []
