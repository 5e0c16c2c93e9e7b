"""What is to be compared: what the arguments of `diff` mean, and the two versions read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from os.path import lexists
from pathlib import Path

from cxmap.commands._reading import Progress, nothing_to_read
from cxmap.diff.accepted import read_accepted
from cxmap.diff.change import Change
from cxmap.diff.comparison import (
    Comparison,
    accept,
    compare_targets,
    compare_workspaces,
    narrowed,
)
from cxmap.diff.level import Level
from cxmap.errors import CxmapError
from cxmap.loading.discover import Place, locate
from cxmap.loading.revision import load_revision, load_staged
from cxmap.loading.workspace import Loaded, read
from cxmap.model.journey import Journey
from cxmap.source import git
from cxmap.source.tree import Disk
from cxmap.words import count, did_you_mean

NOW = "now"
"""What the files as they are on disk are called."""

_RANGE = re.compile(r"(?P<one>.*?)(?P<dots>\.\.\.?)(?P<other>.*)")


@dataclass(frozen=True, slots=True)
class Compared:
    """What was compared.

    Attributes:
        comparison: what changed.
        loaded: the workspace as it is, whose settings count.
        read: how much was read.
        root: the folder of the workspace as it was: another one where two folders are compared.
    """

    comparison: Comparison
    loaded: Loaded
    read: str
    root: Path


@dataclass(frozen=True, slots=True)
class Asked:
    """What the arguments mean.

    Attributes:
        journeys: ids of journeys.
        revision: a revision or a range of them, or nothing.
    """

    journeys: tuple[str, ...] = ()
    revision: str = ""


@dataclass
class Versions:
    """The workspace here, read when it is first asked for.

    Attributes:
        place: where it is.
        jobs: how many processes may read; None for as many as pay.
    """

    place: Place
    jobs: int | None
    _here: list[Loaded] = field(default_factory=list)

    @property
    def here(self) -> Loaded:
        """The files as they are on disk."""
        if not self._here:
            tree = Disk(self.place.root, self.place.only)
            with Progress() as progress:
                self._here.append(read(self.place, tree, jobs=self.jobs, tick=progress.tick))
        return self._here[0]

    @property
    def known(self) -> Loaded | None:
        """The files as they are on disk, where they have been read."""
        return self._here[0] if self._here else None

    def at(self, revision: str, before: Loaded | None) -> Loaded:
        """A revision; files that are the same as in `before` are not read again."""
        return load_revision(self.place, revision, before=before, jobs=self.jobs)


def compare(arguments: Sequence[str], *, staged: bool, guess: bool, jobs: int | None) -> Compared:
    """Compare what the arguments name.

    Args:
        arguments: paths, journeys, a revision or a range of them; nothing for all targets.
        staged: compare what is staged for the next commit.
        guess: whether items that are clearly alike are taken for one that got another id.
        jobs: how many processes may read; None for as many as pay.

    Raises:
        CxmapError: an argument means nothing or too much, or a version cannot be read.
    """
    import gc

    gc.disable()  # everything that is read is kept, so that looking for garbage only costs time
    paths = tuple(Path(argument) for argument in arguments if lexists(argument))
    words = [a for a in arguments if Path(a) not in paths]
    if len(paths) == len(("one", "other")) and not words and not staged:
        return _two_paths(*paths, guess=guess, jobs=jobs)
    if len(paths) > 1:
        raise CxmapError("two files or two folders are compared; other arguments go with one path")
    versions = Versions(locate(paths), jobs)
    asked = _understood(words, versions)
    if staged:
        return _staged(asked, versions, guess=guess)
    if asked.revision:
        return _revisions(asked, versions, guess=guess)
    return _targets(asked, versions, guess=guess)


def since(revision: str, paths: Sequence[Path], *, jobs: int | None) -> Compared:
    """Compare a revision with the files as they are.

    Args:
        revision: a revision; `main...` is where the history parted from `main`.
        paths: what is reported.
        jobs: how many processes may read; None for as many as pay.

    Raises:
        CxmapError: there is no such revision, or it cannot be read.
    """
    asked = Asked(revision=revision)
    return _revisions(asked, Versions(locate(paths), jobs), guess=True)


def accepted(compared: Compared, today: date) -> Comparison:
    """A comparison with those changes marked that somebody accepts.

    Raises:
        CxmapError: the file of accepted changes cannot be read.
    """
    loaded = compared.loaded
    path = loaded.settings.diff.accepted
    if path is None:
        return compared.comparison
    return accept(compared.comparison, read_accepted(loaded.place, path, today))


def fails(comparison: Comparison, threshold: str) -> bool:
    """Whether a change is at or above a threshold, one of `never`, `loss`, `risk` and `any`."""
    worst = {"loss": Level.LOSS, "risk": Level.RISK, "any": Level.NOTE}.get(threshold)
    return worst is not None and comparison.weighs(worst)


def _understood(words: Sequence[str], versions: Versions) -> Asked:
    """Tell journeys from revisions; one that is both has to be written out."""
    journeys: list[str] = []
    revisions: list[str] = []
    for word in words:
        kind, _, rest = word.partition(":")
        if kind == "rev" and rest:
            revisions.append(rest)
        elif kind == "journey" and rest:
            journeys.append(_journey(rest, versions) or _unknown(rest, versions))
        elif _is_range(word, versions.place):
            revisions.append(word)  # told without reading the files as they are
        else:
            journey, is_revision = _journey(word, versions), _is_revision(word, versions.place)
            if journey and is_revision:
                either = f"write `journey:{word}` or `rev:{word}`"
                raise CxmapError(f"`{word}` is both a journey and a revision; {either}")
            if journey:
                journeys.append(journey)
            elif is_revision or _RANGE.fullmatch(word) or _looks_like_a_revision(word, versions):
                revisions.append(word)
            else:
                _unknown(word, versions)
    if len(revisions) > 1:
        one, other = revisions[:2]
        raise CxmapError(f"name two revisions as `{one}..{other}`")
    return Asked(tuple(dict.fromkeys(journeys)), *revisions)


def _journey(word: str, versions: Versions) -> str | None:
    found = versions.here.workspace.maps_of(word)
    return found[0].id if found else None


def _is_revision(word: str, place: Place) -> bool:
    try:
        return git.is_commit(git.repository(place.root), word)
    except CxmapError:
        return False


def _is_range(word: str, place: Place) -> bool:
    found = _RANGE.fullmatch(word)
    ends = [end for end in (found["one"], found["other"]) if end] if found else []
    return bool(ends) and all(_is_revision(end, place) for end in ends)


def _looks_like_a_revision(word: str, versions: Versions) -> bool:
    """Whether git is the one to say why there is none: it may know how to bring it."""
    if not re.search(r"[~^/@]|^[0-9a-f]{7,40}$", word) or word.endswith((".yaml", ".yml")):
        return False
    return not _nearest_journey(word, versions)


def _nearest_journey(word: str, versions: Versions) -> str:
    return did_you_mean(word, versions.here.workspace.journey_ids)


def _unknown(word: str, versions: Versions) -> str:
    guess = _nearest_journey(word, versions)
    if not guess:
        try:
            git.commit(git.repository(versions.place.root), word)
        except CxmapError as why:
            if "did you mean" in str(why) or "run `git" in str(why):
                raise
    raise CxmapError(f"there is no file, journey or revision `{word}`{guess}")


def _targets(asked: Asked, versions: Versions, *, guess: bool) -> Compared:
    """The current maps of journeys against their targets."""
    loaded = versions.here
    workspace, place = loaded.workspace, versions.place
    _refuse_nothing(loaded)
    for name in asked.journeys:
        for state in ("current", "target"):
            if workspace.map_of(name, state) is None:
                label = workspace.maps_of(name)[0].label
                hint = "" if state == "current" else f"; `cxmap new target --in {name}` starts one"
                raise CxmapError(f'"{label}" has no {state} map to compare with{hint}')
    both = [name for name in workspace.journey_ids if workspace.map_of(name, "target")]
    both = [name for name in both if _is_reported(workspace.map_of(name), place)]
    wanted = asked.journeys or tuple(both)
    if not wanted:
        raise CxmapError("no journey has a current and a target map to compare; name a revision")
    return _done(compare_targets(loaded, wanted, guess=guess), loaded)


def _is_reported(journey: Journey | None, place: Place) -> bool:
    return journey is not None and place.reports(journey.at("journey").path)


def _staged(asked: Asked, versions: Versions, *, guess: bool) -> Compared:
    """A revision, or the last commit, against what is staged."""
    if _RANGE.fullmatch(asked.revision):
        raise CxmapError("`--staged` goes with one revision, not with a range")
    revision = asked.revision or "HEAD"
    after = load_staged(versions.place, before=versions.known, jobs=versions.jobs)
    before = versions.at(revision, after)
    names = _called(revision, versions.place), "staged"
    return _compared(before, after, names, asked, versions.place, guess=guess)


def _revisions(asked: Asked, versions: Versions, *, guess: bool) -> Compared:
    """A revision against the files as they are, or the one end of a range against the other."""
    place = versions.place
    found = _RANGE.fullmatch(asked.revision)
    one, dots, other = found.groups() if found else (asked.revision, "", "")
    after = versions.at(other, versions.known) if other else versions.here
    after_name = _called(other, place) if other else NOW
    one = one or "HEAD"
    before_name = _called(one, place)
    if dots == "...":
        repository = git.repository(place.root)
        commit = git.parting(repository, one, other or "HEAD")
        before_name = f"{one} where it parted ({commit[:7]})"
        one = commit
    before = versions.at(one, after)
    return _compared(before, after, (before_name, after_name), asked, place, guess=guess)


def _compared(
    before: Loaded,
    after: Loaded,
    names: tuple[str, str],
    asked: Asked,
    place: Place,
    *,
    guess: bool,
) -> Compared:
    _refuse_nothing(before, after)
    if asked.journeys:
        before, after = (_only(loaded, asked.journeys) for loaded in (before, after))
    comparison = compare_workspaces(before, after, names, guess=guess)
    if place.narrowed:
        comparison = narrowed(comparison, lambda change: _stands_in(change, place))
    return _done(comparison, replace(after, place=place))


def _stands_in(change: Change, place: Place) -> bool:
    spans = (change.before, change.after)
    return any(span is not None and place.reports(span.path) for span in spans)


def _only(loaded: Loaded, journeys: Sequence[str]) -> Loaded:
    """The same with no other journeys."""
    kept = tuple(j for j in loaded.workspace.journeys if j.id in journeys)
    return replace(loaded, workspace=replace(loaded.workspace, journeys=kept))


def _called(revision: str, place: Place) -> str:
    """A revision as it was written, with the commit it means beside a name."""
    commit = git.commit(git.repository(place.root), revision)
    return revision if commit.startswith(revision.lower()) else f"{revision} ({commit[:7]})"


def _two_paths(one: Path, other: Path, *, guess: bool, jobs: int | None) -> Compared:
    """Two files or two folders, each read in the workspace around it, for what names mean."""
    before, after = (_load_path(path, jobs) for path in (one, other))
    _refuse_nothing(before, after)
    names = one.as_posix(), other.as_posix()
    maps = [loaded.workspace.journeys for loaded in (before, after)]
    same = None
    if len(maps[0]) == len(maps[1]) == 1:
        same = maps[0][0], maps[1][0]
        if same[0].id == same[1].id and (same[0].state, same[1].state) == ("current", "target"):
            journeys = (*maps[0], *maps[1])
            both = replace(after, workspace=replace(after.workspace, journeys=journeys))
            found = compare_targets(both, (same[0].id,), guess=guess)
            return _done(replace(found, before=names[0], after=names[1]), after, before)
    return _done(compare_workspaces(before, after, names, guess=guess, same=same), after, before)


def _load_path(path: Path, jobs: int | None) -> Loaded:
    place = locate([path])
    loaded = read(place, Disk(place.root, place.only), jobs=jobs)
    kept = tuple(j for j in loaded.workspace.journeys if place.reports(j.at("journey").path))
    return replace(loaded, workspace=replace(loaded.workspace, journeys=kept))


def _refuse_nothing(*versions: Loaded) -> None:
    if not any(loaded.files or loaded.findings for loaded in versions):
        raise CxmapError(nothing_to_read(versions[-1].place, versions[-1]))


def _done(comparison: Comparison, after: Loaded, before: Loaded | None = None) -> Compared:
    workspace = after.workspace
    journeys = count(len(workspace.journey_ids), "journey")
    touchpoints = count(workspace.count_touchpoints(), "touchpoint")
    read = f"{count(after.files, 'file')}: {journeys}, {touchpoints}"
    return Compared(comparison, after, read, (before or after).place.root)
