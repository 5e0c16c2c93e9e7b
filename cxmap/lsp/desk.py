"""All workspaces of which files are open in one editor."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from cxmap.loading.files import Text, may_be_ours
from cxmap.lsp.folder import Folder
from cxmap.lsp.home import Home, home
from cxmap.lsp.view import Buffer
from cxmap.source.document import Document

_Key = tuple[Path, tuple[str, ...] | None]


class Desk:
    """The workspaces at hand. A folder is read once a file is open that may be a map."""

    def __init__(self, today: Callable[[], date]) -> None:
        """Args: today: the date to go by."""
        self.today = today
        self._folders: dict[_Key, Folder] = {}
        self._homes: dict[str, Home] = {}

    def folders(self) -> Sequence[Folder]:
        """The workspaces of which files are open."""
        return tuple(self._folders.values())

    def put(self, buffer: Buffer, roots: Sequence[str]) -> tuple[Folder, str] | None:
        """Take note of a file that is open; return its workspace, or None where it is no map.

        Args:
            buffer: the file.
            roots: the folders that are open in the editor.
        """
        where = self._homes.get(buffer.uri) or home(buffer.uri, roots)
        if where is None:
            return None
        key = where.place.root, where.place.only
        folder = self._folders.get(key)
        if folder is None or where.path not in folder.buffers:
            text = Text(where.path, Document(where.path, buffer.text))
            if where.path != where.place.settings and not may_be_ours(text):
                return None
        if folder is None:
            folder = self._folders[key] = Folder(where.place, self.today)
        self._homes[buffer.uri] = where
        folder.put(where.path, buffer)
        return folder, where.path

    def find(self, uri: str) -> tuple[Folder, str] | None:
        """The workspace and the path of a file that is open."""
        where = self._homes.get(uri)
        if where is None:
            return None
        folder = self._folders.get((where.place.root, where.place.only))
        return (folder, where.path) if folder else None

    def close(self, uri: str) -> tuple[Folder, str] | None:
        """Take note that a file was closed; with its last file a workspace is let go."""
        found = self.find(uri)
        if found is not None:
            del self._homes[uri]
            folder, path = found
            folder.put(path, None)
            if not folder.buffers:
                del self._folders[folder.place.root, folder.place.only]
        return found

    def forget(self) -> list[Buffer]:
        """Let go of everything, since the editor has other folders now; return what was open."""
        buffers = [b for folder in self.folders() for b in folder.buffers.values()]
        self._folders.clear()
        self._homes.clear()
        return buffers
