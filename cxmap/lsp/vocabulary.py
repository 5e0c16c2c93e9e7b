"""Which keys may stand at a place of a file, and what they take, as the models say."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from cxmap.loading.settings import Settings
from cxmap.lsp.cursor import Route
from cxmap.model.file import MapFile
from cxmap.model.journey import BESIDE, Journey
from cxmap.model.part import Part
from cxmap.schema.keys import Key, keys_of

_LIBRARY, _JOURNEY, _SETTINGS = "library", "journey", "settings"


def keys_at(route: Route, kind: str) -> Mapping[str, Key]:
    """The keys of the mapping that a route leads to; none where it is no mapping of ours.

    Args:
        route: keys and numbers from the top of the file.
        kind: of the file, see `kind_of`.
    """
    keys = _top(kind)
    for step in route:
        if isinstance(step, str):
            keys = _within(keys[step]) if step in keys else {}
    return keys


def key_at(route: Route, kind: str) -> Key | None:
    """The key whose value a route leads to, or into."""
    names = [n for n, step in enumerate(route) if isinstance(step, str)]
    if not names:
        return None
    *_, last = names
    return keys_at(route[:last], kind).get(str(route[last]))


def kind_of(text: str, *, settings: bool) -> str:
    """What a file is: settings, a journey with its keys at the top, or a library of sections."""
    if settings:
        return _SETTINGS
    begun = text.startswith("journey:") or "\njourney:" in text
    return _JOURNEY if begun or text.lstrip().startswith("{journey") else _LIBRARY


@cache
def _top(kind: str) -> Mapping[str, Key]:
    if kind == _SETTINGS:
        return _keys(Settings)
    if kind == _LIBRARY:
        return _keys(MapFile)
    sections = {name: key for name, key in _keys(MapFile).items() if name in BESIDE}
    return MappingProxyType({**_keys(Journey), **sections})


def _within(key: Key) -> Mapping[str, Key]:
    found: dict[str, Key] = {}
    for answer in key.answers:
        if isinstance(answer, type):
            found |= _keys(answer)
    return found


@cache
def _keys(part: type[Part]) -> Mapping[str, Key]:
    return MappingProxyType({key.name: key for key in keys_of(part)})
