"""One editor's session: the server with the desk in front of it."""

import sys
from collections.abc import Callable
from datetime import date
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from cxmap.lsp.desk import Desk
from cxmap.lsp.publisher import Publisher
from cxmap.lsp.view import Buffer
from cxmap.version import __version__


class Session(LanguageServer):
    """A server for one editor."""

    def __init__(self, today: Callable[[], date]) -> None:
        """Take the date to go by, which may change while the server runs."""
        # Whole texts, since ways of counting lines differ: what YAML calls one, editors do not.
        super().__init__(
            "cxmap", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
        )
        self.desk = Desk(today)
        self.publisher = Publisher(self.text_document_publish_diagnostics, self._complain)

    @property
    def units(self) -> str:
        """How the editor counts columns."""
        encoding = self.workspace.position_encoding
        return str(getattr(encoding, "value", encoding) or "utf-16")

    @property
    def roots(self) -> list[str]:
        """The folders that are open in the editor."""
        folders = list(self.workspace.folders)
        return folders or ([self.workspace.root_uri] if self.workspace.root_uri else [])

    def put(self, buffer: Buffer) -> None:
        """Take note of a text, and check it."""
        found = self.desk.put(buffer, self.roots)
        if found is not None:
            self.publisher.units = self.units
            self.publisher.changed(found[0], [found[1]])

    def _complain(self, text: str) -> None:
        self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, text))

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ANN401 (as above)
        """Nobody can do anything about it in an editor: it stands in the log, which is stderr."""
        sys.stderr.write(f"{source.__name__}: {error}\n")
