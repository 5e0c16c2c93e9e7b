"""How long an editor waits for `cxmap lsp`: medians of answers on a workspace of any size.

    python benchmarks/corpus.py DIR --journeys 100
    python benchmarks/lsp.py DIR

An editor is played by a small client over pipes, so the times are those a person waits for, the
protocol included. Every keystroke goes to another place of the file; findings count from the
keystroke to the moment they are back, with the pause that the server makes to let people type.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import IO, Any, cast

from machine import machine, python_versions

ROOT = Path(__file__).parent.parent
GOAL = 100
"""Milliseconds."""

REST = 4
"""Seconds between two kinds of answers."""


class Editor:
    """The least that a server takes for an editor."""

    def __init__(self, python: str, folder: Path) -> None:
        self.process = subprocess.Popen(
            [python, "-m", "cxmap", "lsp", "--today", "2026-10-15"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        self.number = 0
        self.ask(
            "initialize",
            {"processId": None, "capabilities": {}, "rootUri": folder.as_uri()},
        )
        self.tell("initialized", {})

    def send(self, **message: object) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = cast("IO[bytes]", self.process.stdin)
        stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        stream.flush()

    def tell(self, method: str, params: object) -> None:
        self.send(method=method, params=params)

    def ask(self, method: str, params: object) -> object:
        self.number += 1
        self.send(id=self.number, method=method, params=params)
        return self.wait(lambda message: message.get("id") == self.number)["result"]

    def wait(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while True:
            message = self.read()
            if wanted(message):
                return message

    def read(self) -> dict[str, Any]:
        stream = cast("IO[bytes]", self.process.stdout)
        length = int(stream.readline().partition(b":")[2])
        while stream.readline().strip():
            pass
        found: dict[str, Any] = json.loads(stream.read(length))
        return found

    def checked(self, uri: str, version: int) -> None:
        """Wait for what is found in a version of a file."""
        self.wait(
            lambda m: (
                m.get("method") == "textDocument/publishDiagnostics"
                and m["params"]["uri"] == uri
                and m["params"].get("version") == version
            )
        )

    def cpu(self) -> float:
        """Milliseconds of processor time that the server has used; 0 where nobody says."""
        try:
            about = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8")
        except OSError:
            return 0
        used = about.rpartition(")")[2].split()
        return 1000 * (int(used[11]) + int(used[12])) / os.sysconf("SC_CLK_TCK")

    def leave(self) -> None:
        self.ask("shutdown", None)
        self.tell("exit", None)
        self.process.wait()


def measure(editor: Editor, file: Path, rounds: int) -> Iterator[tuple[str, list[float]]]:
    """Milliseconds of each kind of answer, once the server has come to rest."""
    uri, text = file.as_uri(), file.read_text(encoding="utf-8")
    document = {"uri": uri, "languageId": "yaml", "version": 0, "text": text}
    begun = time.perf_counter()
    editor.tell("textDocument/didOpen", {"textDocument": document})
    editor.checked(uri, 0)
    yield "the first findings, everything read", [1000 * (time.perf_counter() - begun)]
    version = iter(range(1, 1_000_000))
    lines = text.split("\n")
    owners = [n for n, line in enumerate(lines) if line.strip().startswith("who: ")]

    def type_at(number: int, what: str) -> int:
        changed = [*lines]
        changed[number] += what
        now = next(version)
        named = {"uri": uri, "version": now}
        change = {"textDocument": named, "contentChanges": [{"text": "\n".join(changed)}]}
        editor.tell("textDocument/didChange", change)
        return now

    def timed(act: Callable[[int], object]) -> list[float]:
        times = []
        for turn in range(rounds):
            begun = time.perf_counter()
            act(owners[turn % len(owners)])
            times.append(1000 * (time.perf_counter() - begun))
        return times

    def at(number: int, method: str, **more: object) -> object:
        place = {"line": number, "character": len(lines[number])}
        return editor.ask(
            f"textDocument/{method}", {"textDocument": {"uri": uri}, "position": place, **more}
        )

    yield "findings after a keystroke", timed(lambda n: editor.checked(uri, type_at(n, "x")))
    editor.checked(uri, type_at(0, ""))

    def complete(number: int) -> None:
        type_at(number, "")
        at(number, "completion")

    yield "completion right after a keystroke", timed(complete)
    yield "hover", timed(lambda n: at(n, "hover"))
    yield "go to definition", timed(lambda n: at(n, "definition"))
    context = {"includeDeclaration": True}
    yield "references of a team", timed(lambda n: at(n, "references", context=context))
    asked = {"textDocument": {"uri": uri}}
    yield "outline", timed(lambda _: editor.ask("textDocument/documentSymbol", asked))

    def fixes(number: int) -> None:
        place = {"line": number, "character": 0}
        span = {"start": place, "end": place}
        editor.ask(
            "textDocument/codeAction", {**asked, "range": span, "context": {"diagnostics": []}}
        )

    yield "quick fixes", timed(fixes)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure what an editor waits for.")
    parser.add_argument("folder", metavar="DIR", type=Path, help="a corpus")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--output", type=Path, default=ROOT / "benchmarks/results/lsp.md")
    asked = parser.parse_args()
    folder = asked.folder.resolve()
    files = sorted(folder.rglob("*.current.yaml"))
    editor = Editor(asked.python, folder)
    rows = []
    before = editor.cpu()
    for name, times in measure(editor, files[len(files) // 2], asked.rounds):
        used = (editor.cpu() - before) / len(times)
        is_start = len(times) == 1
        met = "-" if is_start else "yes" if median(times) <= GOAL else "**no**"
        spent = f"{median(times):.0f} | {max(times):.0f} | {used:.0f}"
        rows.append(f"| {name} | {len(times)} | {spent} | {met} |")
        print(rows[-1], flush=True)
        time.sleep(REST)  # the whole workspace is checked once the typing stops
        before = editor.cpu()
    editor.leave()
    text = "\n".join(
        [
            "# What an editor waits for",
            "",
            f"- Machine: {machine()}",
            f"- {', '.join(python_versions(asked.python, ['pygls', 'pydantic', 'PyYAML']))}",
            f"- A workspace of {len(files)} journeys; one file is open and typed in",
            f"- Goal: at most {GOAL} ms, median",
            "",
            "| answer | runs | median ms | worst ms | mean CPU ms | goal met |",
            "| --- | ---: | ---: | ---: | ---: | --- |",
            *rows,
            "",
        ]
    )
    asked.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
