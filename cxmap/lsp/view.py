"""A workspace as an editor sees it at one moment: files as they are typed, saved or not."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from cxmap.loading.discover import Place
from cxmap.loading.workspace import Loaded, put_together, read
from cxmap.model.file import MapFile
from cxmap.model.journey import Journey
from cxmap.model.workspace import Workspace
from cxmap.schema.known import Known, known_ids
from cxmap.source.document import Document
from cxmap.source.tree import Disk, left_out


class Buffer(NamedTuple):
    """A file as it is open in the editor.

    Attributes:
        uri: its address, in the editor's spelling.
        version: the editor's count of its changes, where it counts.
        text: the whole text.
    """

    uri: str
    version: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Typed:
    """The files on disk under those that are open; see `cxmap.source.tree.Tree`.

    A file that is open belongs to the workspace where it would if it were saved.
    """

    disk: Disk
    over: Mapping[str, bytes]

    def paths(self, skip: Callable[[str, bool], bool]) -> list[str]:
        """The YAML files, sorted."""
        return sorted({*self.disk.paths(skip), *left_out(self.over, skip)})

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return self.over[path] if path in self.over else self.disk.read(path)


@dataclass(frozen=True)
class View:
    """A workspace at one moment.

    Attributes:
        number: how many changes it has seen.
        loaded: what its files hold now.
        good: the same, with what the files that cannot be read now held last.
        sound: what each file held when it could last be read, by path.
        buffers: the files that are open in the editor, by path.
        closely: the files whose references were followed; None for all.
    """

    number: int
    loaded: Loaded
    good: Workspace
    sound: Mapping[str, MapFile] = field(repr=False)
    buffers: Mapping[str, Buffer] = field(repr=False)
    closely: frozenset[str] | None = None

    def serves(self, number: int, files: frozenset[str] | None) -> bool:
        """Whether it is as the workspace is after so many changes, as far as some files go."""
        known = self.closely
        return self.number == number and (known is None or (files is not None and files <= known))

    @cached_property
    def known(self) -> Known:
        """The ids that may be completed, also those of files that cannot be read now."""
        return known_ids(self.good)

    def journey(self, path: str) -> Journey | None:
        """The map that a file holds, or held when it could last be read."""
        return self.sound[path].journey if path in self.sound else None

    def uri(self, path: str) -> str:
        """The address of a file, in the editor's own spelling where it is open there."""
        if path in self.buffers:
            return self.buffers[path].uri
        return (self.loaded.place.root / path).as_uri()

    def lines(self, path: str) -> Sequence[str]:
        """The lines of a file; none where it is not known."""
        if path in self.loaded.documents:
            return self.loaded.documents[path].lines
        return Document(path, self.buffers[path].text).lines if path in self.buffers else ()


def look(
    place: Place,
    buffers: Mapping[str, Buffer],
    before: View | None = None,
    *,
    number: int = 0,
    closely: frozenset[str] | None = None,
) -> View:
    """Read a workspace; of files that have not changed since before nothing is read again.

    Args:
        place: the workspace.
        buffers: what stands for files as they are not yet saved, by path.
        before: the same workspace at another time.
        number: how many changes there have been.
        closely: look for references that lead nowhere in these files only; None for all.

    Raises:
        CxmapError: the folder is too large to be a workspace.
    """
    over = {path: b.text.encode("utf-8", "surrogatepass") for path, b in buffers.items()}
    tree = Typed(Disk(place.root, place.only), over)
    loaded = read(place, tree, before=before.loaded if before else None, closely=closely)
    old = before.sound if before else {}
    sound = {
        path: model
        for path, outcome in loaded.outcomes.items()
        if (model := outcome.model or old.get(path)) is not None
    }
    broken = any(loaded.outcomes[path].model is None for path in sound)
    good = put_together(sound.values()) if broken else loaded.workspace
    return View(number, loaded, good, sound, dict(buffers), closely)
