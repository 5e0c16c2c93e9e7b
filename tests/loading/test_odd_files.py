"""Files that are no maps, or hardly: a finding or exit 2, never a crash, a hang or a flood."""

import errno
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cxmap
from cxmap import load
from cxmap.finding import Finding
from cxmap.loading.discover import Place
from cxmap.loading.workspace import read
from cxmap.source.tree import Memory

MAP = Path(__file__).parent.parent.parent / "examples" / "quickstart"


def found(folder: Path) -> list[Finding]:
    return list(cxmap.load(folder).findings)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xff\xfej\x00o\x00u\x00r\x00n\x00e\x00y\x00:\x00 \x00x\x00", "UTF-16"),
        (b"journey: caf\xe9\n", "not UTF-8"),
        (b"journey: x\n---\njourney: y\n", "second document"),
        (b"journey: x\nstages:\n\t- name: y\n", "a tab"),
        (b"journey: x\nstages: &s []\n", "anchor"),
        (b"journey: [" + b"[" * 200_000, "nested more than"),
        (b"journey: x\x00y\n", "control character"),
    ],
)
def test_a_file_that_is_no_yaml_says_why_in_one_finding(
    tmp_path: Path, data: bytes, message: str
) -> None:
    (tmp_path / "a.yaml").write_bytes(data)
    (finding,) = found(tmp_path)
    assert finding.rule == "yaml-syntax"
    assert message in finding.message


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_change_nothing(
    tmp_path: Path, newline: str, mark: str
) -> None:
    text = "journey: x\nstages:\n  - name: y\n    gaol: z\n".replace("\n", newline)
    (tmp_path / "a.yaml").write_bytes((mark + text).encode())
    (finding,) = found(tmp_path)
    assert (finding.span.line, finding.span.column, finding.label) == (4, 5, "did you mean `goal`?")


def test_a_file_of_100_mb_is_told_and_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.yaml").open("wb") as file:
        file.write(b"journey: x\n")
        file.truncate(100_000_000)
    (finding,) = found(tmp_path)
    assert "100 MB" in finding.message


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes and links are those of Unix")
def test_pipes_links_and_folders_are_told_and_never_waited_for(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text("journey: x\n")
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "dangling.yaml").symlink_to("nowhere.yaml")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "outside.yaml").symlink_to("/etc/hostname")
    told = {f.span.path: f.message for f in found(tmp_path)}
    assert set(told) == {"pipe.yaml", "dangling.yaml", "loop.yaml", "outside.yaml"}
    assert "outside the workspace" in told["outside.yaml"]


def test_a_folder_that_nobody_may_look_into_is_told_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "map.yaml").write_text("journey: x\n")
    (tmp_path / "locked").mkdir()
    look = os.scandir

    def scandir(path: Path) -> Any:
        if "locked" in str(path):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", scandir)  # a test that runs as root may look anywhere
    loaded = cxmap.load(tmp_path)
    (finding,) = loaded.findings
    assert (finding.rule, finding.span.path) == ("unread-file", "locked")
    assert [journey.id for journey in loaded.workspace.journeys] == ["x"]


@pytest.mark.parametrize(
    "text",
    [
        b"teams:\n  - {id: sales\n",
        b"# Who does what\n\nteams\n  - {id: sales}\n",
        b" teams: [{id: sales}]\ncustomers: []\n",
        b"journey onboarding\ntitle: Joining\n",
        b"customers: [{id: a}]\nteams:\n  - {id: sales}\n - {id: service}\n",
        "teams: [{id: sales, name: Vertr\u00e4ge}]\n".encode("latin-1"),
        "teams: [{id: sales, name: Vertr\u00e4ge}]\n".encode("utf-16"),
    ],
)
def test_a_library_that_cannot_be_read_is_never_passed_over(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "map.yaml").write_text("journey: x\n")
    (tmp_path / "library.yaml").write_bytes(text)
    (finding,) = found(tmp_path)
    assert (finding.rule, finding.span.path) == ("yaml-syntax", "library.yaml")


def test_files_of_others_are_left_alone_and_counted(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text("journey: x\n")
    (tmp_path / "environment.yml").write_text(
        "name: x\nchannels: [conda-forge]\ndependencies: []\n"
    )
    (tmp_path / "broken.yaml").write_text("services: [\n")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "x.yaml").write_text("journey: [\n")
    loaded = cxmap.load(tmp_path)
    assert (loaded.findings, loaded.files, loaded.skipped) == ((), 1, 2)


def test_a_near_miss_of_a_section_is_pointed_out(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("jouney: x\nstages: []\n")
    (finding,) = found(tmp_path)
    assert (finding.rule, finding.label) == ("unread-file", "did you mean `journey`?")


def test_one_strange_key_beside_sections_is_pointed_out(tmp_path: Path) -> None:
    (tmp_path / "library.yaml").write_text("owner: Jo\nteams: [{id: a}]\ncustomers: [{id: b}]\n")
    (finding,) = found(tmp_path)
    assert (finding.rule, finding.span.line) == ("unread-file", 1)
    assert finding.hint.startswith("write `x-owner`")


def test_what_git_ignores_and_exclude_names_is_not_read(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("build/\n*.tmp.yaml\n!keep.tmp.yaml\n")
    (tmp_path / "cxmap.yaml").write_text('exclude: ["archive/**"]\n')
    for name in ("build/a.yaml", "b.tmp.yaml", "keep.tmp.yaml", "archive/old/c.yaml", "d.yaml"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"journey: {file.name[0]}\n")
    assert {j.id for j in cxmap.load(tmp_path).workspace.journeys} == {"k", "d"}


def test_a_line_that_is_no_pattern_ignores_nothing(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("!\nold.yaml\n\\\n")
    for name in ("old.yaml", "new.yaml"):
        (tmp_path / name).write_text(f"journey: {name[:3]}\n")
    assert {j.id for j in cxmap.load(tmp_path).workspace.journeys} == {"new"}


def test_one_process_or_several_find_the_same(tmp_path: Path) -> None:
    for number in range(40):
        text = f"journey: j{number}\nstages:\n  - nam: y\n" + "#" * 9000 + "\n"
        (tmp_path / f"{number}.yaml").write_text(text)
    assert cxmap.load(tmp_path, jobs=1).findings == cxmap.load(tmp_path, jobs=3).findings


CORPUS = [file.read_bytes() for file in sorted(MAP.rglob("*.yaml"))]


@settings(max_examples=150)
@given(st.data())
def test_mutated_maps_and_random_bytes_give_findings_and_nothing_else(data: st.DataObject) -> None:
    base = data.draw(st.sampled_from([*CORPUS, b""]))
    body = bytearray(base)
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(body)))
        end = data.draw(st.integers(start, min(len(body), start + 30)))
        piece = data.draw(
            st.sampled_from(
                [b"", b"\t", b": ", b"- ", b"{", b"]", b"&a ", b"*a", b"? ", b"#x", b"\n  "]
            )
            | st.binary(max_size=8)
            | st.sampled_from([base[i : i + 40] for i in range(0, len(base), 40)] or [b"x"])
        )
        body[start:end] = piece
    place = Place(Path("nowhere"), None, ("a.yaml",), ("a.yaml",))
    loaded = read(place, Memory({"a.yaml": bytes(body)}))
    for finding in loaded.findings:
        assert finding.span.path == "a.yaml"
        assert finding.message and "\n" not in finding.message


def test_a_journey_whose_id_is_refused_is_told_once(cxmap, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("journey: Our Customers\ntitle: x\nstages: []\nzzz: 1\n")
    told = [line.split(" ")[2] for line in cxmap("validate").stdout.splitlines()]
    assert told == ["bad-value", "unknown-key"]


def test_what_is_found_in_python_has_the_fingerprint_of_the_command_line(
    tmp_path: Path, cxmap: Any
) -> None:
    (tmp_path / "a.yaml").write_text("journey: x\nstages: [{nmae: y}, {nmae: z}]\n")
    report = json.loads(cxmap("validate", "--format", "json").stdout)
    prints = [finding["fingerprint"] for finding in report["findings"]]
    assert [f.fingerprint for f in load(tmp_path).findings] == prints
    assert len(set(prints)) == 2
