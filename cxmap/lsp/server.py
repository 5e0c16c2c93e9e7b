"""The server: which part of the program answers which message."""

from collections.abc import Callable
from datetime import date
from typing import BinaryIO

from lsprotocol import types

from cxmap.lsp import answers, events
from cxmap.lsp.session import Session


def serve(today: Callable[[], date], stdin: BinaryIO, stdout: BinaryIO) -> None:
    """Serve one editor until it says good-bye or goes away.

    Args:
        today: the date to go by.
        stdin: where the editor's messages come from.
        stdout: where answers go, and nothing else.
    """
    make(today).start_io(stdin, stdout)


def make(today: Callable[[], date]) -> Session:
    """A session that answers everything there is an answer for."""
    session = Session(today)
    on = session.feature
    on(types.INITIALIZED)(events.initialized)
    on(types.TEXT_DOCUMENT_DID_OPEN)(events.opened)
    on(types.TEXT_DOCUMENT_DID_CHANGE)(events.changed)
    on(types.TEXT_DOCUMENT_DID_CLOSE)(events.closed)
    on(types.TEXT_DOCUMENT_DID_SAVE)(events.saved)
    on(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(events.changed_on_disk)
    on(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(events.other_folders)
    on(types.TEXT_DOCUMENT_CODE_ACTION, answers.FIXES)(answers.fixes)
    on(types.TEXT_DOCUMENT_COMPLETION, answers.COMPLETION)(answers.completion)
    on(types.TEXT_DOCUMENT_HOVER)(answers.hover)
    on(types.TEXT_DOCUMENT_DEFINITION)(answers.definition)
    on(types.TEXT_DOCUMENT_REFERENCES)(answers.references)
    on(types.TEXT_DOCUMENT_PREPARE_RENAME)(answers.prepare_rename)
    on(types.TEXT_DOCUMENT_RENAME, answers.RENAME)(answers.renaming)
    on(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)(answers.symbols)
    return session
