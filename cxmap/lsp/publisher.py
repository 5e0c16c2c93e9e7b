"""Checks after every pause of the typing, and tells the editor what was found."""

import asyncio
import gc
import sys
import traceback
from collections.abc import Callable, Iterable

from lsprotocol import types

from cxmap.errors import CxmapError
from cxmap.lsp import diagnostics
from cxmap.lsp.columns import UTF_16
from cxmap.lsp.folder import Findings, Folder
from cxmap.lsp.view import View

PAUSE = 0.01
"""Seconds after a keystroke until the file is checked."""

REST = 0.5
"""Seconds without a keystroke until the other files of the workspace are checked too."""

Publish = Callable[[types.PublishDiagnosticsParams], None]
Complain = Callable[[str], None]


class Publisher:
    """Publishes what is found. First about what was typed, then about the whole workspace."""

    def __init__(self, publish: Publish, complain: Complain) -> None:
        """Take what tells the editor of findings, and what tells its user that all is in vain."""
        self._publish = publish
        self._complain = complain
        self._waiting: dict[Folder, set[str]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._told: set[str] = set()
        self.units = UTF_16

    def changed(self, folder: Folder, paths: Iterable[str]) -> None:
        """Check a workspace soon, some of its files at once."""
        running = folder in self._waiting
        self._waiting.setdefault(folder, set()).update(paths)
        if not running:
            self._start(folder)

    def clear(self, folder: Folder, paths: Iterable[str] | None = None) -> None:
        """Take back what was said of some files, or of all."""
        gone = folder.published if paths is None else folder.published.intersection(paths)
        for path in sorted(gone):
            self._publish(types.PublishDiagnosticsParams(folder.uri(path), []))
        folder.published -= set(gone)

    def _start(self, folder: Folder) -> None:
        task = asyncio.get_running_loop().create_task(self._follow(folder))
        self._tasks.add(task)  # a loop holds its tasks weakly
        task.add_done_callback(self._tasks.discard)

    async def _follow(self, folder: Folder) -> None:
        try:
            while self._waiting[folder]:
                await asyncio.sleep(PAUSE)
                paths, self._waiting[folder] = self._waiting[folder], set()
                await self._check(folder, frozenset(paths))
        finally:
            del self._waiting[folder]
        number = folder.changes
        await asyncio.sleep(REST)
        if folder.changes == number and folder.buffers:
            await self._check(folder, None)
            gc.freeze()  # what is read stays, and looking for garbage in it takes long

    async def _check(self, folder: Folder, paths: frozenset[str] | None) -> None:
        try:
            view, found = await asyncio.to_thread(_look, folder, paths)
        except CxmapError as error:
            if str(error) not in self._told:
                self._told.add(str(error))
                self._complain(str(error))
        except Exception:  # noqa: BLE001 (the next keystroke may be fine again)
            traceback.print_exc(file=sys.stderr)
        else:
            outdated = folder.changes != view.number
            if folder.buffers and not (outdated and paths is None):
                self._tell(folder, view, found, paths)

    def _tell(
        self, folder: Folder, view: View, found: Findings, paths: frozenset[str] | None
    ) -> None:
        """Publish what is new: all that is open, and errors elsewhere."""
        if paths is None:
            paths = frozenset((*folder.published, *found, *view.buffers))
        for path in sorted(paths):
            buffer = view.buffers.get(path)
            shown = diagnostics.shown(found.get(path, ()), is_open=buffer is not None)
            if shown or path in folder.published or buffer is not None:
                told = [diagnostics.diagnostic(finding, view, self.units) for finding in shown]
                version = buffer.version if buffer else None
                self._publish(types.PublishDiagnosticsParams(view.uri(path), told, version))
                folder.published.add(path)


def _look(folder: Folder, paths: frozenset[str] | None) -> tuple[View, Findings]:
    view = folder.view(paths)
    return view, folder.find(view, paths)
