"""What a shell offers while a command is typed; quick, since somebody waits for it."""

import re
from collections.abc import Callable, Iterable, Iterator

from cxmap import registry

_MOST_FILES = 5_000
_BEGINNING = 4_000  # bytes of a file in which its journey stands
_JOURNEY = re.compile(rb"""^journey[ \t]*:[ \t]*["']?([^\s"'#]+)""", re.MULTILINE)


def formats(incomplete: str) -> list[str]:
    """The formats of findings."""
    return _beginning(incomplete, registry.names("cxmap.output.findings"))


def changes(incomplete: str) -> list[str]:
    """The formats of changes."""
    from cxmap.commands._writing import CHANGES

    return _beginning(incomplete, [n for package in CHANGES for n in registry.names(package)])


def outputs(incomplete: str) -> list[str]:
    """The formats of findings, where a file comes after them."""
    return _beginning(incomplete, (f"{name}=" for name in registry.names("cxmap.output.findings")))


def rules(incomplete: str) -> list[str]:
    """The built-in rules, also after a comma."""
    before, comma, last = incomplete.rpartition(",")
    packages = ("cxmap.lint.reading", "cxmap.lint.rules")
    names = (name for package in packages for name in registry.names(package))
    return [before + comma + name for name in _beginning(last, names)]


def pages(incomplete: str) -> list[str]:
    """The built-in rules and the kinds of changes."""
    return [*rules(incomplete), *_beginning(incomplete, registry.names("cxmap.diff.kinds"))]


def journeys(incomplete: str) -> list[str]:
    """The ids of the journeys in the workspace around the current folder."""
    return _beginning(incomplete, sorted(set(_journeys())))


def one_of(*words: str) -> Callable[[str], list[str]]:
    """Some words."""

    def completed(incomplete: str) -> list[str]:
        return _beginning(incomplete, words)

    return completed


def _journeys() -> Iterator[str]:
    from cxmap.loading.discover import locate, skipper
    from cxmap.source.tree import Disk

    root = locate([]).root
    for path in Disk(root).paths(skipper(root, ()))[:_MOST_FILES]:
        try:
            with (root / path).open("rb") as file:
                found = _JOURNEY.search(file.read(_BEGINNING))
        except OSError:
            continue
        if found:
            yield found[1].decode("utf-8", "replace")


def _beginning(incomplete: str, words: Iterable[str]) -> list[str]:
    return [word for word in words if word.startswith(incomplete)]


def forms(incomplete: str) -> list[str]:
    """The forms of inventories."""
    return _beginning(incomplete, registry.names("cxmap.inventory.formats"))
