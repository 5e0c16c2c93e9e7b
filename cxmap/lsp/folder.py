"""A workspace of which files are open in the editor, kept up with what is typed."""

from collections.abc import Callable, Mapping
from datetime import date
from threading import Lock

from cxmap.finding import Finding
from cxmap.loading.discover import Place
from cxmap.lsp import diagnostics
from cxmap.lsp.view import Buffer, View, look

Findings = Mapping[str, tuple[Finding, ...]]


class Folder:
    """A workspace and what is open of it. Views of it are made once and never change."""

    def __init__(self, place: Place, today: Callable[[], date]) -> None:
        """Nothing is read before somebody asks.

        Args:
            place: the workspace.
            today: the date to go by, which may change while a server runs.
        """
        self.place = place
        self.buffers: dict[str, Buffer] = {}
        self.changes = 0
        self.latest: View | None = None
        self._found: dict[str, tuple[int, tuple[Finding, ...]]] = {}
        self.published: set[str] = set()
        self._uris: dict[str, str] = {}
        self._today = today
        self._lock = Lock()

    def put(self, path: str, buffer: Buffer | None) -> None:
        """Take note of a file's text in the editor; None where it was closed."""
        if buffer is None:
            self.buffers.pop(path, None)
        else:
            self.buffers[path] = buffer
            self._uris[path] = buffer.uri
        self.changes += 1

    def uri(self, path: str) -> str:
        """The address of a file, in the editor's own spelling where it was ever seen."""
        return self._uris.get(path) or (self.place.root / path).as_uri()

    def view(self, files: frozenset[str] | None = frozenset()) -> View:
        """The workspace as it is now.

        Args:
            files: the files of which the findings are wanted; None for all.

        Raises:
            CxmapError: it cannot be read at all.
        """
        with self._lock:
            number, latest = self.changes, self.latest
            if latest is None or not latest.serves(number, files):
                buffers = dict(self.buffers)
                latest = look(self.place, buffers, latest, number=number, closely=files)
                self.latest = latest
            return latest

    def find(self, view: View, files: frozenset[str] | None) -> Findings:
        """What `lint` finds; in some files only, or in all of them."""
        found = diagnostics.find(view, self._today(), files)
        for path in found if files is None else files:
            self._found[path] = view.number, found.get(path, ())
        return found

    def found_in(self, view: View, path: str) -> tuple[Finding, ...]:
        """What `lint` finds in a file, looked up where it was found before."""
        number, found = self._found.get(path, (-1, ()))
        return found if number == view.number else self.find(view, frozenset([path])).get(path, ())
