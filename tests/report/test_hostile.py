"""Hostile text stays text, and nothing is written outside the folder."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cxmap.cli import app

from .conftest import Open, Report

TEXTS = (
    "<script>alert(1)</script>",
    "</style><script>alert(2)</script>",
    '" onmouseover="alert(3)',
    "' autofocus onfocus='alert(4)",
    "<img src=x onerror=alert(5)>",
    "{{ 7 * 7 }}{% raw %}{# x #}",
    "javascript:alert(6)",
    "]]></svg><script>alert(7)</script>",
)


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def hostile() -> dict[str, str]:
    """A workspace in which every text is an attack."""
    touchpoints = "".join(
        f"      - what: {quoted(t)}\n        who: {quoted(t)}\n        how: {quoted(t)}\n"
        f"        when: {quoted(t)}\n        expectation: {quoted(t)}\n        emotion: {n % 5 - 2}\n"
        f"        pains: [{quoted(t)}]\n        opportunities: [{quoted(t)}]\n"
        f"        backstage: [{quoted(t)}]\n        measures: [m{n}]\n"
        f"        note: {quoted(f'[x](javascript:alert(8)) {t}')}\n"
        for n, t in enumerate(TEXTS)
    )
    metrics = "".join(
        f"  - {{id: m{n}, name: {quoted(t)}, kind: csat, question: {quoted(t)}, target: 80,"
        f" readings: [{{period: 2026-09, value: 70, n: 99}}]}}\n"
        for n, t in enumerate(TEXTS)
    )
    name = quoted(" ".join(TEXTS))
    return {
        "cxmap.yaml": f"cxmap: 1\norganization: {name}\nreport: {{title: {name}}}\n",
        "map.yaml": (
            f"journey: x\ntitle: {name}\nscenario: {name}\nnote: {name}\n"
            f"customers: [{{id: c, name: {name}, about: {name}, goals: [{name}]}}]\n"
            f"stages:\n  - name: {name}\n    goal: {name}\n    touchpoints:\n{touchpoints}"
        ),
        "metrics.yaml": f"metrics:\n{metrics}",
        "actions.yaml": f"actions: [{{title: {name}, journeys: x, raised: 2026-10-01, note: {name}}}]\n",
    }


def test_nothing_hostile_runs_and_nothing_is_asked_for(report: Report, look: Open) -> None:
    for file in sorted(report(hostile()).glob("*.html")):
        page = look(file)
        for button in page.locator("button:visible").all():
            button.click()
        assert page.locator("script").count() == 1
        assert page.locator("img").count() == 0


def test_a_page_of_a_site_loads_what_lies_beside_it_and_runs_nothing_else(
    report: Report, look: Open
) -> None:
    page = look(report(hostile()) / "index.html")
    assert page.locator("html.js").count() == 1, "our own script runs under the policy"
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px"
    page.evaluate(
        "document.head.append(Object.assign(document.createElement('script'),"
        " {textContent: 'window.ran = true'}))"
    )
    assert page.evaluate("window.ran") is None


def test_one_file_of_hostile_text_obeys_its_policy(
    report: Report, look: Open, tmp_path: Path
) -> None:
    report(hostile(), "--single-file", "-o", str(tmp_path / "all.html"))
    page = look(tmp_path / "all.html")
    assert page.locator("html.js").count() == 1, "our own script runs under the policy"
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px"
    assert page.locator("script").count() == 1


def test_pages_have_no_style_and_no_event_attributes(report: Report) -> None:
    for file in report(hostile()).glob("*.html"):
        tags = re.findall(r"<[a-zA-Z][^<>]*>", file.read_text(encoding="utf-8"))
        without_values = [re.sub(r"=\"[^\"]*\"", "", tag) for tag in tags]
        assert not [t for t in without_values if re.search(r"\s(style|on\w+)\b", t)]
        links = re.findall(r'(?:href|src)="([^"]*)"', file.read_text(encoding="utf-8"))
        assert not [x for x in links if re.match(r"(?i)\s*(javascript|data|http):", x)]


def test_ids_of_any_length_and_script_stay_in_the_folder(report: Report) -> None:
    files = {
        f"m{n}.yaml": f"journey: {name}\nstages: [{{name: a, touchpoints: [Call]}}]\n"
        for n, name in enumerate(["案内-ご契約", "con", "a" * 300, "index", "onboarding-target"])
    }
    out = report(files)
    names = sorted(file.name for file in out.iterdir())
    assert len([n for n in names if n.endswith(".html")]) >= 5
    assert all(len(name.encode()) < 200 for name in names)
    assert sorted(p.name for p in out.parent.iterdir()) == ["maps", "out"]


LOGO = "cxmap: 1\nreport: {logo: %s}\n"
MAP = "journey: x\nstages: [{name: a, touchpoints: [Call]}]\n"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("../secret.svg", None, "outside the workspace"),
        ("/etc/passwd", None, "outside the workspace"),
        ("gone.svg", None, "does not exist"),
        ("a.svg", "<svg><script>alert(1)</script></svg>", "holds a script"),
        ("b.svg", "<svg onload='alert(1)'/>", "holds a script"),
        ("c.svg", "<svg><image href='https://example.org/x.png'/></svg>", "loads something"),
        ("d.svg", "plain text", "is no picture"),
    ],
)
def test_a_logo_is_a_harmless_picture_inside_the_workspace(
    name: str, content: str | None, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "maps"
    root.mkdir()
    (tmp_path / "secret.svg").write_text("<svg/>")
    (root / "cxmap.yaml").write_text(LOGO % name)
    (root / "map.yaml").write_text(MAP)
    if content is not None:
        (root / name).write_text(content)
    monkeypatch.chdir(root)
    code, message = run("report", "-o", "out")
    assert code == 2 and says in message
    assert not (root / "out").exists()


def test_a_logo_that_links_out_of_the_workspace_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "maps"
    root.mkdir()
    (tmp_path / "secret.svg").write_text("<svg/>")
    (root / "logo.svg").symlink_to(tmp_path / "secret.svg")
    (root / "cxmap.yaml").write_text(LOGO % "logo.svg")
    (root / "map.yaml").write_text(MAP)
    monkeypatch.chdir(root)
    code, message = run("report", "-o", "out")
    assert code == 2 and "outside the workspace" in message


def run(*arguments: str) -> tuple[int, str]:
    """The exit code of a command, and what it says when it could not do its work."""
    done = CliRunner().invoke(app, list(arguments))
    if done.exception is None or isinstance(done.exception, SystemExit):
        return done.exit_code, done.output
    from cxmap.errors import CxmapError

    assert isinstance(done.exception, CxmapError), done.exception
    return 2, str(done.exception)
