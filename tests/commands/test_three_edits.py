"""Three edits by three commands leave a diff that a reviewer reads in one glance."""

from pathlib import Path

HERE = Path(__file__).parent


def test_three_edits_of_a_file_full_of_comments_change_a_few_lines(
    cxmap, repository, golden
) -> None:
    text = (HERE / "commented.yaml").read_text(encoding="utf-8")
    library = "teams:\n  - {id: marketing, name: Marketing}\n  - {id: sales, name: Sales}\n"
    repository.commit(
        {"cxmap.yaml": "cxmap: 1\n", "library.yaml": library, "onboarding.yaml": text}
    )
    edits = [
        ("lint", "--fix"),
        ("new", "touchpoint", "Word on the wait", "--in", "onboarding/wait", "--set", "who=sales",
         "--set", "how=sms", "--set", "when={every: 2 business days}"),
        ("fmt",),
    ]  # fmt: skip
    for words in edits:
        assert cxmap(*words, cwd=repository.folder).returncode == 0
    shown = repository.git("diff", "-U1", "--no-color", "--no-ext-diff")
    lines = [line for line in shown.splitlines() if not line.startswith("index ")]
    golden("golden/three-edits.diff", "\n".join(lines) + "\n")
    changed = [line for line in lines if line[:1] in "+-" and line[:3] not in {"+++", "---"}]
    assert len(changed) <= 12
