"""The report as Markdown, read as a host reads it."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from typer.testing import CliRunner

from cxmap.cli import app
from cxmap.report.markdown.environment import literal, note
from cxmap.report.markdown.mermaid import words
from cxmap.version import __version__

from .conftest import TODAY, Report
from .maps import LIBRARY, PLAIN, SETTINGS, SMALL, map_of
from .test_hostile import TEXTS, hostile, quoted, run

PAYROLL = Path(__file__).parents[2] / "examples" / "payroll"
HOST = MarkdownIt("commonmark").enable("table")
TAGS = {
    *("h1", "h2", "h3", "p", "a", "em", "strong", "code", "pre", "sub", "br", "hr", "blockquote"),
    *("ul", "ol", "li", "details", "summary", "table", "thead", "tbody", "tr", "th", "td"),
}
MARKUP = (
    "a | b | c",
    "```",
    "<!-- gone",
    "](https://evil.example)",
    "[x](javascript:alert(9))",
    "![x](https://evil.example/x.png)",
    "1. one",
    "- two\n# three\n---",
    "@everyone #12 :tada: www.evil.example",
    "</details></table>",
    "a: 5: b;c #d,e %%{init: {}}%%",
)


def written(report: Report, files: dict[str, str], *arguments: str) -> dict[str, str]:
    """The pages of a report, by name."""
    folder = report(files, "--format", "markdown", *arguments)
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.md"))}


def page(report: Report, files: dict[str, str], *arguments: str) -> str:
    pages = written(report, files, *arguments)
    return next(text for name, text in pages.items() if name.startswith("journey-"))


def tags(html: str) -> list[tuple[str, str]]:
    return re.findall(r"<(\w+)([^>]*)>", html)


def written_from(workspace: Path, out: Path, *arguments: str) -> None:
    done = CliRunner().invoke(
        app, ["report", *arguments, str(workspace), "-o", str(out), "--today", TODAY]
    )
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize(
    "name", ["README.md", "journey-onboarding.md", "journey-onboarding.target.md"]
)
def test_the_onboarding_journey_is_written_as_its_golden_file_says(golden, tmp_path, name):
    written_from(PAYROLL, tmp_path / "out", "onboarding", "--format", "markdown")
    text = (tmp_path / "out" / name).read_text(encoding="utf-8")
    golden(f"golden/markdown/{name}", text.replace(f"cxmap {__version__}", "cxmap VERSION"))


@pytest.mark.parametrize("name", ["team-billing.md", "customer-owner-operator.md", "moments.md"])
def test_pages_about_a_whole_workspace_are_written_as_their_golden_files_say(
    golden, tmp_path, name
):
    written_from(PAYROLL, tmp_path / "out", "--format", "markdown")
    text = (tmp_path / "out" / name).read_text(encoding="utf-8")
    golden(f"golden/markdown/{name}", text.replace(f"cxmap {__version__}", "cxmap VERSION"))


def test_the_smallest_workspace_is_shown_on_one_page_as_its_golden_file_says(golden, tmp_path):
    written_from(PAYROLL.parent / "quickstart", tmp_path / "out", "--format", "markdown")
    text = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    golden("golden/markdown/quickstart.md", text.replace(f"cxmap {__version__}", "cxmap VERSION"))


def test_every_link_of_a_whole_workspace_leads_to_a_page_and_a_place_on_it(tmp_path):
    written_from(PAYROLL, tmp_path / "out", "--format", "markdown")
    pages = {f.name: f.read_text(encoding="utf-8") for f in (tmp_path / "out").glob("*.md")}
    assert len(pages) == 35
    for text in pages.values():
        links = re.findall(r"\]\((?!https:)([^)#]*)#?([^)]*)\)", text)
        assert links
        assert all(not place or f'<a name="{place}">' in pages[file] for file, place in links)


def test_a_report_for_one_customer_lists_the_journeys_of_that_customer_alone(tmp_path):
    written_from(PAYROLL, tmp_path / "out", "--format", "markdown", "--for", "customer:employee")
    text = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert (
        "## " not in text
        and "[Being paid through Northwind]" in text
        and "Choosing a payroll" not in text
    )


def test_a_file_named_with_its_ending_holds_every_page_and_all_links_stay_in_it(tmp_path):
    written_from(PAYROLL, tmp_path / "all.md")
    text = (tmp_path / "all.md").read_text(encoding="utf-8")
    assert text.count("\n# ") == 35 and "\n# Northwind Payroll" in text
    places = re.findall(r"\]\(#([^)]*)\)", text)
    names = re.findall(r'<a name="([^"]*)">', text)
    assert set(places) <= set(names) and len(names) == len(set(names))
    assert not re.findall(r"\]\((?!https:|#)", text)


def test_two_runs_write_the_same_bytes(cxmap, tmp_path):
    for seed, jobs in (("1", "1"), ("2", "2")):
        out, env = tmp_path / seed, {"PYTHONHASHSEED": seed}
        done = cxmap(
            "report",
            PAYROLL,
            "--format",
            "markdown",
            "-o",
            out,
            "--today",
            TODAY,
            "--jobs",
            jobs,
            env=env,
        )
        assert done.returncode == 0, done.stderr
    files = sorted(file.name for file in (tmp_path / "1").iterdir())
    assert files and files == sorted(file.name for file in (tmp_path / "2").iterdir())
    assert all(
        (tmp_path / "1" / n).read_bytes() == (tmp_path / "2" / n).read_bytes() for n in files
    )


def markup() -> dict[str, str]:
    """A workspace in which every text is a piece of Markdown, or worse."""
    texts = [
        quoted(text) if "\n" not in text else f'"{text}"'.replace("\n", "\\n") for text in MARKUP
    ]
    touchpoints = "".join(
        f"      - id: t{n}\n"
        + "".join(
            f"        {key}: {value}\n"
            for key, value in {
                **dict.fromkeys(
                    ("what", "who", "when", "expectation", "standard", "contact", "if", "note"),
                    text,
                ),
                **dict.fromkeys(
                    ("how", "pains", "works_well", "opportunities", "backstage", "with"),
                    f"[{text}]",
                ),
                "emotion": n % 3 - 2,
                "measures": "[m]",
            }.items()
        )
        for n, text in enumerate(texts)
    )
    return {
        "map.yaml": f"journey: x\ntitle: {texts[0]}\nnote: {texts[7]}\noutcome: {texts[2]}\n"
        f"stages:\n  - name: {texts[7]}\n    goal: {texts[7]}\n    duration: {texts[6]}\n    touchpoints:\n{touchpoints}",
        "more.yaml": f"strategy: {{intent: {texts[6]}}}\nmetrics: [{{id: m, name: {texts[0]}, kind: csat}}]\n"
        f"actions: [{{title: {texts[3]}, journeys: x, note: {texts[7]}, because: [{texts[1]}]}}]\n",
    }


@pytest.mark.parametrize("files", [hostile, markup], ids=["hostile", "markup"])
def test_texts_become_no_markup_and_break_no_table(report, files):
    for text in written(report, files()).values():
        html = HOST.render(text)
        found = tags(html)
        assert {tag for tag, _ in found} <= TAGS
        assert {
            re.sub(r'"[^"]*"', "", rest).strip() for tag, rest in found if tag not in {"th", "td"}
        } <= {"", "name=", "href=", "class=", "/"}
        assert all(
            re.fullmatch(r"(#|[\w.-]+\.md|https://)\S*", href)
            for href in re.findall(r'href="([^"]*)"', html)
        )
        assert len(re.findall(r"<h1>", html)) == 1 and "![" not in text
        assert html.count("<details>") == html.count("</details>") == text.count("\n<details>\n")
        for table in re.findall(r"(?m)(?:^\|.*\n)+", text):
            assert len({line.count("|") for line in table.splitlines()}) == 1
        assert set(re.findall(r"(?m)^```(.*)$", text)) <= {"mermaid", ""}
        assert "\n1. " not in text
        shown = re.sub(r"<pre>.*?</pre>|<[^>]*>", "", html, flags=re.DOTALL)
        assert not re.search(r"[@#]\w|www\.", unescape(shown))


def test_hostile_texts_can_be_read_as_they_were_written(report):
    html = HOST.render(page(report, hostile()))
    shown = unescape(re.sub(r"<[^>]*>", "", html)).replace("\u200b", "")
    assert all(text in shown for text in TEXTS)


@pytest.mark.parametrize("files", [hostile, markup], ids=["hostile", "markup"])
def test_diagrams_hold_plain_words_alone(report, files):
    text = page(report, files())
    blocks = re.findall(r"```mermaid\n(.*?)```", text, re.DOTALL)
    journey = next(block for block in blocks if "\njourney\n" in block)
    lines = journey.splitlines()[2:]
    assert lines and all(
        re.fullmatch(r"  section \d+ [^#:;]*|    \d+\.\d+ [^#:;%]*: [1-5]: [^#:;,%]+", line)
        for line in lines
    )


@given(st.text())
def test_words_of_a_diagram_are_one_line_without_its_marks(text):
    assert not set(words(text)) & set('\n\r\x0b\x1c\x85\u2028#:;,%{}[]`"<>|')


@given(st.lists(st.sampled_from("`*_[]()|<>&#!~$@\\:/.- \nab1")).map("".join))
def test_a_note_stays_on_its_line_and_has_no_pipe_outside_its_words(text):
    made = str(note(text))
    assert "\n" not in made and "|" not in made and "`" not in made
    assert {tag for tag, _ in tags(HOST.render(f"- x {made}\n"))} <= {
        "ul",
        "ol",
        "li",
        "p",
        "em",
        "strong",
        "code",
        "a",
        "br",
    }
    assert str(literal(text)).count("\n") == 0


def test_a_note_keeps_its_emphasis_lists_and_safe_links(report):
    own = PLAIN.replace(
        "title:",
        'note: "Ask **first**:\\n\\n- [here](https://example.org/a_b)\\n- [not](javascript:x)"\ntitle:',
    )
    html = HOST.render(page(report, {**SMALL, "onboarding.yaml": own}))
    assert "<strong>first</strong>" in html
    assert '<li><a href="https://example.org/a_b">here</a></li>' in html.replace("\u200b", "")
    assert 'href="javascript' not in html


def test_the_curve_has_a_line_for_each_customer_who_feels_otherwise(report):
    own = PLAIN.replace("emotion: 1,", "emotion: {buyer: 2, payer: -1},").replace(
        "customers: [", "customers: [{id: payer, name: Who pays}, "
    )
    text = page(report, {**SMALL, "onboarding.yaml": own})
    assert "line [2, -1, -2, -1]" in text and "line [-1, -1, -2, -1]" in text
    assert 'title "Emotion by touchpoint, Who pays"' in text


def test_the_peaks_have_one_touchpoint_for_each_stage_moments_of_truth_first(report):
    text = page(report, SMALL)
    assert (
        "    1.1 Welcome letter: 4: Marketing\n  section 2 I set it up\n    2.1 Data import: 1: Nobody\n```"
        in text
    )


def test_gaps_stand_where_something_is_missing(report):
    row = next(
        line for line in page(report, SMALL).splitlines() if ">2.1 |" in line.replace("</a>", ">")
    )
    assert "**no owner**" in row and "**no timeline**" in row and "**no feedback**" in row
    alone = next(line for line in page(report, SMALL).splitlines() if 'name="tp-waiting"' in line)
    assert "**" not in alone


def test_coverage_is_a_strip_with_a_hollow_mark_where_something_is_missing(report):
    assert "| Owner | 2 of 3 | <code>■■ □·</code> |" in page(report, SMALL)


def test_a_figure_from_too_few_answers_is_not_written(report):
    few = {**SMALL, "library.yaml": LIBRARY.replace("n: 118", "n: 7")}
    text = page(report, few)
    assert "74.5" not in text and "fewer than ten answers" in text


def test_sections_can_be_left_out_and_templates_stand_before_ours(report):
    assert "## Touchpoints" not in page(report, SMALL, "--exclude", "touchpoints")
    own = {
        **SMALL,
        "cxmap.yaml": f"{SETTINGS}report: {{templates: brand}}\n",
        "brand/markdown/journey.md": "{{ page.title }} of {{ page.source }}",
    }
    assert page(report, own) == "Becoming a customer of onboarding.yaml\n"


def test_empty_and_large_maps_are_written(report):
    assert "No touchpoint yet." in page(report, {"a.yaml": map_of([1, 0])})
    assert "Nothing is on this map yet" in page(report, {"a.yaml": "journey: big\nstages: []\n"})
    assert page(report, {"a.yaml": map_of([5] * 12)}).count("\n### ") == 12


def test_the_ending_and_the_format_must_agree(report):
    report(SMALL)
    assert run("report", "--format", "html", "-o", "x.md") == (
        2,
        "x.md ends like markdown, and --format says html; change one",
    )
    assert "did you mean `markdown`" in run("report", "--format", "markdwn")[1]
