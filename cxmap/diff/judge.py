"""From what differs to what that means: the kind, the level and the words of every change."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cache

from cxmap import registry
from cxmap.diff.change import Change
from cxmap.diff.difference import Difference, Sort
from cxmap.diff.kind import ChangeKind, Said
from cxmap.diff.level import Level
from cxmap.diff.sight import Sight
from cxmap.errors import CxmapError
from cxmap.model.changes import DELIVERED
from cxmap.model.meaning import plain
from cxmap.words import did_you_mean

KINDS = "cxmap.diff.kinds"
WORDING, DETAILS = "wording-changed", "details-changed"

_NAMES = frozenset({"what", "name", "title", "note", "when.note"})
"""Keys whose words can change without anything else changing."""


@cache
def all_kinds() -> Mapping[str, ChangeKind]:
    """Every kind of change, by name."""
    return {name: registry.load(KINDS, name, ChangeKind) for name in registry.names(KINDS)}


@cache
def _special() -> Mapping[tuple[Sort, str], tuple[ChangeKind, ...]]:
    """The kinds to ask by what happened and to which key."""
    found: dict[tuple[Sort, str], list[ChangeKind]] = {}
    for kind in all_kinds().values():
        if kind.name not in {WORDING, DETAILS}:
            for sort in kind.sorts:
                for field in kind.fields or {""}:
                    found.setdefault((sort, field), []).append(kind)
    return {key: tuple(kinds) for key, kinds in found.items()}


def read_levels(configured: Mapping[str, str]) -> Mapping[str, Level]:
    """The level of every kind of change, as configured.

    Raises:
        CxmapError: a kind does not exist; the text names the nearest.
    """
    kinds = all_kinds()
    for name in configured:
        if name not in kinds:
            guess = did_you_mean(name, kinds) or ","
            message = (
                f"cxmap.yaml: `diff: levels` names a kind of change `{name}` that does not exist"
            )
            raise CxmapError(f"{message}{guess} `cxmap explain {DETAILS}` shows one")
    own = {name: kind.level for name, kind in kinds.items()}
    return own | {name: Level[word.upper()] for name, word in configured.items()}


def judge(
    differences: Iterable[Difference], sight: Sight, levels: Mapping[str, Level]
) -> Iterator[Change]:
    """What each difference means.

    Args:
        differences: what differs.
        sight: both sides.
        levels: the level of every kind of change.
    """
    for difference in differences:
        kind, said = kind_of(difference, sight)
        yield Change(
            kind.name,
            levels[kind.name],
            said.message,
            difference,
            said.hint,
            takes_work=_takes_work(difference),
        )


def kind_of(difference: Difference, sight: Sight) -> tuple[ChangeKind, Said]:
    """The one kind of change that a difference is, and what is said of it."""
    if not _is_wording(difference):
        field = "" if difference.sort is not Sort.ANSWERED else difference.field
        for kind in _special().get((difference.sort, field), ()):
            said = kind.says(difference, sight) if kind.fits(difference) else None
            if said is not None:
                return kind, said if isinstance(said, Said) else Said(said)
    wording = _is_wording(difference) or difference.field in _NAMES
    kind = all_kinds()[WORDING if wording else DETAILS]
    said = kind.says(difference, sight)
    return kind, said if isinstance(said, Said) else Said(said or "")


def _is_wording(difference: Difference) -> bool:
    """Whether both say the same but for case and punctuation."""
    if difference.sort is not Sort.ANSWERED or difference.was is None or difference.now is None:
        return False
    return _loosely(difference.was) == _loosely(difference.now)


def _loosely(meaning: Hashable) -> Hashable:
    if isinstance(meaning, str):
        return plain(meaning)
    if isinstance(meaning, tuple):
        return tuple(_loosely(part) for part in meaning)
    if isinstance(meaning, frozenset):
        return frozenset(_loosely(part) for part in meaning)
    return meaning


def _takes_work(difference: Difference) -> bool:
    """Whether somebody has to do something for it: not where a feeling or a name is another."""
    if difference.sort is not Sort.ANSWERED:
        return difference.sort not in {Sort.RENAMED, Sort.REORDERED}
    field = difference.field.partition(".")[0]
    return difference.spot.journey is not None and field in {*DELIVERED, "owner"}
