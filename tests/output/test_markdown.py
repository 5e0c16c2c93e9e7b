import re
from dataclasses import replace
from html import unescape

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cxmap.finding import Severity
from cxmap.model.coverage import Breakdown
from cxmap.output.cell import cell
from cxmap.output.findings.markdown import FORMAT
from cxmap.output.plain import plain
from cxmap.output.results import Look
from cxmap.source.span import Span

RENDER = MarkdownIt("commonmark", {"linkify": True}).enable(["table", "linkify", "strikethrough"])
CODE = r"\1"
TAGS = {"table", "thead", "tbody", "tr", "th", "td", "code"}
RENDER.linkify.set({"fuzzy_link": False})
MARKUP = st.text(st.sampled_from("`*_[]()|<>&#!~$@\\:/.-w h1a\n\x1b\u202e")) | st.text()


def rendered(text):
    return RENDER.render(f"| a | b |\n| --- | --- |\n| x{cell(text)}x | y |\n")


@given(MARKUP)
@example("<script>alert(1)</script> ![](http://a.b/c.png) <!-- -->")
@example("a | b \\| c `d|e` `` f")
@example("www.example.com https://example.com me@example.com @team #12 GH-3")
def test_a_cell_shows_its_text_and_nothing_else(text):
    html = rendered(text)
    assert {tag.strip("</>") for tag in re.findall(r"<[^>]*>", html)} <= TAGS
    inside = html.split("<td>")[1].removesuffix("</td>\n")
    shown = unescape(re.sub(r"</?code>", "", inside)).replace("\u200b", "")
    assert shown == f"x{re.sub('`([^`]+)`', CODE, plain(text))}x"
    assert not re.search(r"[@#]\w|://\w|www\.", unescape(inside)[:-1])


def test_the_hidden_marker_is_the_first_line(results, nothing):
    for run in (results, nothing):
        assert FORMAT.write(run, Look()).startswith("<!-- cxmap:findings -->\n### cxmap")


def test_errors_are_in_sight_and_the_rest_is_folded_away(results):
    sight, fold = FORMAT.write(results, Look()).split("<details>", 1)
    assert "unknown-reference" in sight
    assert "vague-timeline" in fold
    assert "vague-timeline" not in sight


def test_a_long_comment_is_cut_and_says_so(many):
    model = many.findings[0]
    run = replace(
        many,
        findings=tuple(
            replace(model, severity=Severity(n % 3), message="long " * 20, span=Span("a.yaml", n))
            for n in range(1200)
        ),
    )
    written = FORMAT.write(run, Look())
    assert 58_000 < len(written) <= 60_000
    rows = written.count("rule-0</sub>")
    assert f"_{1200 - rows:,} more do not fit into the 60,000 characters of a comment" in written
    assert written.count("<details>") == written.count("</details>")


def test_notes_are_left_out_before_errors(many):
    long = tuple(replace(finding, message="long " * 500) for finding in many.findings)
    written = FORMAT.write(replace(many, findings=long), Look())
    assert "z.yaml:99:1" in written
    assert "notes" not in written.split("\n", 3)[3]


def test_what_is_new_says_so(results):
    marks = frozenset(finding.fingerprint for finding in results.findings[:2])
    assert FORMAT.write(replace(results, new=marks), Look()).count("**new** ") == 2


def test_a_workspace_without_touchpoints_has_no_table_of_answers(nothing):
    written = FORMAT.write(replace(nothing, coverage=Breakdown({}), touchpoints=0), Look())
    assert written.endswith("nothing found\n\nRead 4 files: 1 journey, 0 touchpoints.\n")


def test_coverage_is_told_by_map_and_by_team_and_cut_where_there_are_many(results):
    counts = results.coverage.whole
    teams = dict.fromkeys(("", "sales", "two | three"), counts)
    run = replace(results, coverage=replace(results.coverage, teams=teams))
    written = FORMAT.write(run, Look())
    assert "| owned by nobody | 5/5 | 4/5 | 4/5 | 2/5 | 0/5 | 0/5 |\n" in written
    assert "| owned by two &#124; three | 5/5" in written
    many = replace(run.coverage, teams={f"team-{n}": counts for n in range(60)})
    written = FORMAT.write(replace(run, coverage=many), Look())
    assert written.count("| owned by ") < 41
    assert " more_\n\n</details>\n" in written
