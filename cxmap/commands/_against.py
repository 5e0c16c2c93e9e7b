"""What the same run would have found at an older revision."""

from dataclasses import replace
from typing import TYPE_CHECKING

from cxmap.commands._checking import Done, Run, outcome_of

if TYPE_CHECKING:
    from cxmap.outcome import Outcome

PARTED = "..."
"""After a revision: where the history parted from it."""


def outcome_at(revision: str, run: Run, done: Done, jobs: int | None) -> "Outcome":
    """What a run comes to at a git revision, by the rules and the settings of today.

    A rule that is turned on now finds old gaps at the old revision too, so they are not new.

    Args:
        revision: a commit; `main...` is where the history parted from `main`.
        run: what is asked for.
        done: what the run came to now.
        jobs: how many processes may read.

    Raises:
        CxmapError: the workspace is in no git repository, or the revision is unknown.
    """
    from cxmap.cache import Cache
    from cxmap.source import git

    repository = git.repository(done.place.root)
    if revision.endswith(PARTED):
        commit = git.parting(repository, revision.removesuffix(PARTED), "HEAD")
    else:
        commit = git.commit(repository, revision)
    if not done.mark:
        return _read(commit, run, done, jobs)
    place = done.place
    cache = Cache((place.root, place.only, *run, "at"), f"{commit} {done.mark}")
    outcome = cache.read(lambda _: ())
    if outcome is None:
        outcome = _read(commit, run, done, jobs)
        if outcome.lasting:
            cache.write(outcome)
    return outcome


def _read(commit: str, run: Run, done: Done, jobs: int | None) -> "Outcome":
    from cxmap.loading.revision import load_revision
    from cxmap.loading.workspace import read_settings

    now = done.loaded or read_settings(done.place, done.tree)
    then = load_revision(done.place, commit, before=done.loaded, jobs=jobs)
    then = replace(then, settings=now.settings, has_settings=now.has_settings)
    return outcome_of(run, then)
