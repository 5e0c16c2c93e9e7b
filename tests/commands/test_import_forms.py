"""Lists that are no tables, as people have them: lines of a workshop, diagrams, pages of a wiki."""

import pytest

LINES = """\
Signing:
* Welcome Letter -Email – Marketing- Upon Signing of Contract
* Call | phone | ? | day 2
Going live
1. Payroll
"""
DIAGRAM = """\
```mermaid
journey
    title My day
    section Go to work
      Make tea: 5: Me
      Go upstairs#58; again: 2: Cat, Dog
      Broken
```
"""
PAGE = (
    "# Our list\n\n| Touch point | **Owner** |\n|---|:-:|\n| A \\| B | Ann<br>Bo |\n\nMore words.\n"
)


@pytest.mark.parametrize(
    ("name", "text", "parts"),
    [
        (
            "list.txt",
            LINES,
            ["when: Upon Signing of Contract", "when: day 2", "- name: Going live"],
        ),
        (
            "list.mmd",
            DIAGRAM,
            ["title: My day", "emotion: 2", 'what: "Go upstairs: again"', "with: Dog"],
        ),
        ("list.md", PAGE, ["title: Our list", "what: A | B", 'who: "Ann\\nBo"']),
    ],
)
def test_lists_of_every_sort_become_maps(cxmap, tmp_path, name, text, parts):
    (tmp_path / name).write_text(text, encoding="utf-8")
    written = cxmap("import", name, "--into", "map.yaml")
    assert written.returncode == ("Broken" in text)
    assert [part for part in parts if part not in (tmp_path / "map.yaml").read_text()] == []
    assert cxmap("validate").returncode == 0


def test_a_short_form_says_what_it_leaves_out(cxmap, tmp_path):
    (tmp_path / "map.yaml").write_text(
        "journey: m\nstages:\n  - name: A\n    touchpoints: [{what: Call, how: phone, note: x}]\n"
    )
    lines = cxmap("export", "--format", "text")
    assert lines.stdout == "# m\n\n## A\n\n- Call - phone\n"
    assert lines.stderr.startswith(
        "lines say what, how, who and when: 1 touchpoint had more to say"
    )
    diagram = cxmap("export", "--format", "mermaid")
    assert diagram.stdout == "journey\n    title m\n    section A\n      Call: 3\n"
    assert diagram.stderr.startswith("nobody rated 1 touchpoint: the diagram shows a 3")


def test_a_blank_form_needs_no_map(cxmap):
    done = cxmap("export", "--empty")
    assert done.returncode == 0
    assert done.stdout.startswith("Stage,Touchpoint,Channel,Owner,Timing,Measures,Expectation,")
