"""Rules that installed packages bring along, through the entry point group `cxmap.rules`.

A package says in its `pyproject.toml` where its rules are:

    [project.entry-points."cxmap.rules"]
    letter-shows-itself = "acme_rules:letter_shows_itself"

Only what was installed is found, never a file in the folder of the maps.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from cxmap.errors import CxmapError
from cxmap.lint.rule import Rule

GROUP = "cxmap.rules"


def rules(taken: Iterable[str]) -> Iterator[Rule]:
    """The rules of installed packages, by name.

    Args:
        taken: the names of the rules there are already.

    Raises:
        CxmapError: a package offers something else, or a rule that is there already.
    """
    names = set(taken)
    for entry in _entries():
        rule = _load(entry)
        if rule.name in names:
            raise CxmapError(
                f"{_package(entry)} brings a rule `{rule.name}`, which there is already"
            )
        names.add(rule.name)
        yield rule


@cache
def _entries() -> tuple[EntryPoint, ...]:
    """What is installed: a process that checks again and again looks once."""
    found = entry_points(group=GROUP)
    return tuple(sorted(found, key=lambda entry: (entry.name, entry.value)))


def _load(entry: EntryPoint) -> Rule:
    try:
        rule = entry.load()
    except Exception as error:  # noqa: BLE001 (whatever the code of others does)
        why = f"{type(error).__name__}: {error}"
        raise CxmapError(f"{_package(entry)} cannot bring its rule `{entry.name}`: {why}") from None
    if not isinstance(rule, Rule):
        raise CxmapError(f"{_package(entry)} brings `{entry.value}`, which is not a rule")
    return replace(rule, origin=_package(entry))


def _package(entry: EntryPoint) -> str:
    return f"package {entry.dist.name}" if entry.dist else f"package {entry.module}"
