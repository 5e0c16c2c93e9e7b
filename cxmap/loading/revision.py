"""A workspace as a git revision has it, read in place: the work tree is never touched."""

from collections.abc import Mapping
from dataclasses import replace

from cxmap.loading.discover import SETTINGS_NAMES, Place
from cxmap.loading.workspace import Loaded, read
from cxmap.source import git
from cxmap.source.revision import Revision


def load_revision(
    place: Place, revision: str, *, before: Loaded | None = None, jobs: int | None = 1
) -> Loaded:
    """Read a workspace as it is at a git revision.

    Args:
        place: where the workspace is.
        revision: a commit, such as `main`, `v1.2` or `HEAD~3`.
        before: the workspace at another time; files that are the same are not read again.
        jobs: how many processes may parse; None for as many as are worth it.

    Returns:
        the workspace; an empty one where the revision does not have it.

    Raises:
        CxmapError: the workspace is in no git repository, or the revision is unknown.
    """
    repository = git.repository(place.root)
    return _load(place, repository, git.files_at(repository, revision), before, jobs)


def load_staged(place: Place, *, before: Loaded | None = None, jobs: int | None = 1) -> Loaded:
    """Read a workspace as it is staged for the next commit; otherwise as `load_revision`."""
    repository = git.repository(place.root)
    return _load(place, repository, git.files_staged(repository), before, jobs)


def _load(
    place: Place,
    repository: git.Repository,
    entries: Mapping[str, git.Entry],
    before: Loaded | None,
    jobs: int | None,
) -> Loaded:
    settings = next((name for name in SETTINGS_NAMES if name in entries), None)
    only = tuple(path for path in place.only if path in entries) if place.only else None
    there = replace(place, settings=settings, only=only, narrowed=only or ())
    with git.objects(repository) as objects:
        return read(there, Revision(entries, objects, only), jobs=jobs, before=before)
