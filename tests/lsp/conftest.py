"""A real client: it starts `cxmap lsp` in a process of its own and speaks the protocol over pipes."""

import itertools
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

PATIENCE = 120
"""Seconds after which a server that says nothing counts as dead."""


class Client:
    """An editor, as far as a server sees one."""

    def __init__(self, *folders: Path, **capabilities: Any) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "cxmap", "lsp", "--today", "2026-10-15"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUTF8": "1"},
        )
        self.log: list[bytes] = []
        self.said: list[dict[str, Any]] = []
        self._messages: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._ids = itertools.count(1)
        self._versions = itertools.count(1)
        threading.Thread(target=self._listen, daemon=True).start()
        threading.Thread(target=lambda: self.log.extend(self.process.stderr), daemon=True).start()
        named = [{"uri": folder.as_uri(), "name": folder.name} for folder in folders]
        self.server = self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": None,
                "capabilities": capabilities,
                "workspaceFolders": named,
            },
        )
        self.tell("initialized", {})

    def _listen(self) -> None:
        stream = self.process.stdout
        while header := stream.readline():
            name, _, length = header.partition(b": ")
            assert name == b"Content-Length", header
            while stream.readline().strip():
                pass
            self._messages.put(json.loads(stream.read(int(length))))
        self._messages.put(None)

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def tell(self, method: str, params: Any) -> None:
        self.send({"method": method, "params": params})

    def wait(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The next message that is wanted; what comes before it is kept in `said`."""
        while True:
            message = self._messages.get(timeout=PATIENCE)
            assert message is not None, b"".join(self.log).decode()
            if wanted(message):
                return message
            self.said.append(message)

    def answer(self, method: str, params: Any) -> dict[str, Any]:
        number = next(self._ids)
        self.send({"id": number, "method": method, "params": params})
        return self.wait(lambda m: m.get("id") == number and "method" not in m)

    def ask(self, method: str, params: Any) -> Any:
        answer = self.answer(method, params)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def open(self, file: Path, text: str | None = None) -> None:
        text = file.read_text(encoding="utf-8") if text is None else text
        document = {
            "uri": file.as_uri(),
            "languageId": "yaml",
            "version": next(self._versions),
            "text": text,
        }
        self.tell("textDocument/didOpen", {"textDocument": document})

    def type(self, file: Path, text: str) -> int:
        """Replace a text, as an editor that sends whole texts; return the version it has then."""
        version = next(self._versions)
        self.tell(
            "textDocument/didChange",
            {
                "textDocument": {"uri": file.as_uri(), "version": version},
                "contentChanges": [{"text": text}],
            },
        )
        return version

    def close(self, file: Path) -> None:
        self.tell("textDocument/didClose", {"textDocument": {"uri": file.as_uri()}})

    def found(self, file: Path, version: int | None = None) -> list[dict[str, Any]]:
        """What is said next of a file, of a version of it where that is named."""

        def wanted(message: dict[str, Any]) -> bool:
            if message.get("method") != "textDocument/publishDiagnostics":
                return False
            params = message["params"]
            return params["uri"] == file.as_uri() and version in {None, params.get("version")}

        return self.wait(wanted)["params"]["diagnostics"]

    def at(self, file: Path, line: int, character: int, **more: Any) -> dict[str, Any]:
        position = {"line": line, "character": character}
        return {"textDocument": {"uri": file.as_uri()}, "position": position, **more}

    def leave(self) -> int:
        self.ask("shutdown", None)
        self.tell("exit", None)
        return self.process.wait(PATIENCE)


@pytest.fixture
def editor() -> Iterator[Callable[..., Client]]:
    """Start editors, each with a server of its own, and see that all of them end."""
    clients: list[Client] = []

    def start(*folders: Path, **capabilities: Any) -> Client:
        clients.append(Client(*folders, **capabilities))
        return clients[-1]

    yield start
    for client in clients:
        client.process.stdin.close()
        client.process.wait(PATIENCE)
        client.process.stdout.close()
        client.process.stderr.close()


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """A small workspace that is sound."""
    folder = tmp_path / "company"
    folder.mkdir()
    for name, text in COMPANY.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


COMPANY = {
    "cxmap.yaml": "cxmap: 1\nlint: {profile: starter}\n",
    "library.yaml": (
        "teams:\n"
        "  - {id: marketing, name: Marketing, lead: A. Osei}\n"
        "  - {id: support, name: Customer service}\n"
        "customers:\n"
        "  - {id: new-buyer, name: First-time buyer}\n"
        "metrics:\n"
        "  - id: csat-welcome\n"
        "    name: Welcome satisfaction\n"
        "    kind: csat\n"
        "    target: 85\n"
        "    readings:\n"
        "      - {period: 2026-09, value: 81.2, n: 212}\n"
        "actions:\n"
        "  - {title: Name the contact, owner: support, touchpoints: [onboarding/welcome-letter], verify: csat-welcome}\n"
    ),
    "onboarding.yaml": (
        "journey: onboarding\n"
        "title: New customer onboarding\n"
        "customers: [new-buyer]\n"
        "stages:\n"
        "  - id: sign\n"
        "    name: I sign up\n"
        "    touchpoints:\n"
        "      - id: welcome-letter\n"
        "        what: Welcome letter 😀\n"
        "        who: marketing\n"
        "        how: email\n"
        "        when: same day\n"
        "        measures: [csat-welcome]\n"
        "      - {what: Kick-off call, who: Customer service, how: phone, when: {after: welcome-letter, within: 2 days}, measures: csat-welcome}\n"
    ),
}
