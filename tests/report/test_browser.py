"""Pages in a browser: what works, what is reachable, and that nothing is loaded."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from .conftest import Open, Report
from .maps import KEPT, SMALL, map_of

STRICT = "sandbox; default-src 'none'; img-src 'self'; style-src 'self'"


def serious(page: Page) -> list[str]:
    """What axe finds that keeps people out."""
    found = Axe().run(page).response["violations"]
    return [
        f"{v['id']}: {v['nodes'][0]['html']}"
        for v in found
        if v["impact"] in {"serious", "critical"}
    ]


@pytest.fixture
def site(report: Report) -> Path:
    return report(SMALL | {"actual.yaml": KEPT})


@pytest.fixture
def journey(site: Path) -> Path:
    return site / "journey-onboarding.html"


def test_the_filter_hides_rows_dims_cards_and_speaks_the_count(journey: Path, look: Open) -> None:
    page = look(journey)
    page.select_option("select[name=team]", "marketing")
    assert page.locator("form.filter output").inner_text() == "1 of 4"
    assert page.locator("tr[data-tp]:visible").count() == 1
    assert page.locator("li.tp.dim").count() == 3
    page.click("form.filter button[type=reset]")  # which the browser does after the click
    expect(page.locator("tr[data-tp]:visible")).to_have_count(4)


def test_a_filter_is_kept_in_the_address(journey: Path, look: Open) -> None:
    page = look(journey, "#?gap=owner")
    assert page.locator("tr[data-tp]:visible").count() == 1
    page.select_option("select[name=gap]", "mot")
    expect(page).to_have_url(re.compile(r"#\?gap=mot$"))


def test_no_match_says_so(journey: Path, look: Open) -> None:
    page = look(journey, "#?team=sales&ch=app")
    assert page.locator(".nomatch").is_visible()


def test_the_theme_goes_from_system_to_light_to_dark_and_back(journey: Path, look: Open) -> None:
    page = look(journey)
    seen = []
    for _ in range(3):
        page.click("button.theme")
        seen.append(page.evaluate("document.documentElement.getAttribute('data-theme')"))
    assert seen == ["light", "dark", None]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_serious(scheme: str, width: int, site: Path, look: Open) -> None:
    for file in sorted(site.glob("*.html")):
        page = look(file)
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 900})
        assert serious(page) == []
        page.close()


def test_the_keyboard_reaches_the_skip_link_the_filter_and_every_scrolling_box(
    journey: Path, look: Open
) -> None:
    page = look(journey)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    reached = set()
    for _ in range(150):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                "document.activeElement.getAttribute('name') || document.activeElement.className"
            )
        )
    assert {"team", "ch", "gap", "mapbox", "tblbox"} <= reached


def test_a_page_is_read_without_a_script(journey: Path, browser: object) -> None:
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(journey.as_uri())
    assert page.locator("tr[data-tp]:visible").count() == 4
    assert page.locator("form.filter").is_hidden() and page.locator("button.theme").is_hidden()
    context.close()


def test_a_page_reads_fully_under_the_policy_of_a_build_server(
    journey: Path, context: BrowserContext
) -> None:
    page = context.new_page()

    def serve(route: object) -> None:
        name = route.request.url.rpartition("/")[2].partition("#")[0]  # type: ignore[attr-defined]
        kinds = {"css": "text/css", "js": "text/javascript", "html": "text/html; charset=utf-8"}
        route.fulfill(  # type: ignore[attr-defined]
            body=(journey.parent / name).read_bytes(),
            headers={
                "Content-Security-Policy": STRICT,
                "Content-Type": kinds[name.rpartition(".")[2]],
            },
        )

    page.route("**/*", serve)
    page.goto(f"http://reports.example/{journey.name}")
    assert page.locator("h1").evaluate("e => getComputedStyle(e).fontWeight") == "600"
    assert page.locator("tr[data-tp]:visible").count() == 4


def test_one_file_has_every_page_and_shows_one_at_a_time(
    report: Report, look: Open, tmp_path: Path
) -> None:
    report({**SMALL, "big.yaml": map_of([1, 2])}, "--single-file", "-o", str(tmp_path / "all.html"))
    page = look(tmp_path / "all.html")
    assert page.locator(".leaf").count() >= 2
    assert page.locator(".leaf:visible").count() == 1
    page.goto(page.url.partition("#")[0] + "#journey-onboarding")
    page.select_option("select[name=gap] >> visible=true", "owner")
    assert page.locator("tr[data-tp]:visible").count() == 1


def test_the_map_prints_on_one_a3_poster_and_the_tables_on_a4(journey: Path, look: Open) -> None:
    pdf = look(journey).pdf(prefer_css_page_size=True, print_background=True)
    sizes = re.findall(rb"/MediaBox \[0 0 (\d+)[.\d]* (\d+)", pdf)
    assert sizes.count((b"1191", b"841")) + sizes.count((b"1190", b"841")) == 1, sizes
    assert {size for size in sizes if size[0] not in {b"1190", b"1191"}} == {(b"841", b"594")}


@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_sticks_out_of_the_page(width: int, report: Report, look: Open) -> None:
    odd = map_of([1, 14, 0, 2], note="Donaudampfschifffahrtsgesellschaftskapitänsmütze")
    page = look(report({"big.yaml": odd}) / "journey-big.html")
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1440, 390])
def test_words_without_end_widen_no_page(width: int, report: Report, look: Open) -> None:
    endless = f"https://example.com/{'a' * 90} {'W' * 60} {'Kundenzufriedenheit' * 4}"
    files = {
        name: text.replace("Welcome letter", endless).replace("name: Marketing", f"name: {endless}")
        for name, text in SMALL.items()
    }
    for file in sorted(report(files).glob("*.html")):
        page = look(file)
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, file.name
        page.close()
