"""Every command in the documents runs, in order, as a reader would type it."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
BLOCK = re.compile(
    r"(?P<empty><!-- run: in an empty folder -->\n)?```sh\n(?P<body>.*?)```", re.DOTALL
)
PAGES = [ROOT / "README.md", *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*/README.md")]
FOUND = {0, 1}  # findings are no failure of a document


def blocks() -> list[tuple[str, str, list[str]]]:
    found = []
    for page in PAGES:
        for number, block in enumerate(BLOCK.finditer(page.read_text(encoding="utf-8")), 1):
            lines = [line.strip() for line in block["body"].splitlines()]
            if any(line.startswith("cxmap") for line in lines):
                start = "an empty folder" if block["empty"] else "the checkout"
                found.append((f"{page.relative_to(ROOT).as_posix()}:{number}", start, lines))
    return found


@pytest.mark.parametrize(
    ("name", "start", "lines"), blocks(), ids=[name for name, _, _ in blocks()]
)
def test_the_commands_of_a_document_run(
    cxmap, tmp_path: Path, name: str, start: str, lines: list[str]
) -> None:
    folder = tmp_path / "reader"
    folder.mkdir()
    if start == "the checkout":
        shutil.copytree(ROOT / "examples", folder / "examples")
    for line in lines:
        words = shlex.split(line, comments=True)
        if words[:1] == ["cd"]:
            folder = folder / words[1]
        elif words[:1] == ["cxmap"]:
            done = cxmap(*(word for word in words[1:] if word != "--open"), cwd=folder)
            assert done.returncode in FOUND, f"{name}: {line}\n{done.stderr}"
