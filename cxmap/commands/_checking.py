"""From findings to results, and to the exit code that they mean."""

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cxmap.commands._reading import place_and_tree, read_workspace
from cxmap.outcome import Outcome
from cxmap.output.results import Checked, Results

if TYPE_CHECKING:
    from cxmap.cache import Cache
    from cxmap.lint.run import Found
    from cxmap.loading.discover import Place
    from cxmap.loading.workspace import Loaded
    from cxmap.model.data_file import DataFiles
    from cxmap.source.tree import Tree


class Run(NamedTuple):
    """What is asked for.

    Attributes:
        command: `validate` or `lint`.
        today: the date to go by.
        profile: how strict to be; None for what the settings say, `starter` without settings.
        select: only these rules.
        ignore: not these rules.
    """

    command: str
    today: date
    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class Done(NamedTuple):
    """What a run came to.

    Attributes:
        outcome: what was found, and what the settings say of it.
        place: the workspace.
        tree: its files.
        loaded: what they hold; None where the outcome was remembered.
        mark: changes with any byte of them; empty where nothing may be remembered.
    """

    outcome: Outcome
    place: "Place"
    tree: "Tree"
    loaded: "Loaded | None" = None
    mark: str = ""


FAIL_ON = ("error", "warning", "info", "never")
"""From which severity on a run fails."""


class Sought(NamedTuple):
    """Where a run looks.

    Attributes:
        place: the workspace.
        tree: its files.
        mark: changes with any byte of them; empty where nothing may be remembered.
    """

    place: "Place"
    tree: "Tree"
    mark: str = ""

    def cache(self, *asked: object) -> "Cache | None":
        """Where the answer to what is asked of it is remembered, if it may be."""
        from cxmap.cache import Cache

        place = self.place
        named = (place.root, place.narrowed, place.only)
        return Cache((*named, *asked), self.mark) if self.mark else None


def seek(paths: Sequence[Path] | None, *, stdin_filename: str | None, cached: bool) -> Sought:
    """Find the workspace that a run is about.

    Args:
        paths: files and folders that were named.
        stdin_filename: the file that standard input stands for.
        cached: whether an unchanged workspace may be remembered.

    Raises:
        CxmapError: a path does not exist, or standard input is no text.
    """
    place, tree = place_and_tree(paths, stdin_filename)
    if not cached:
        return Sought(place, tree)
    from cxmap.snapshot import Snapshot

    snapshot = Snapshot(tree, place)
    return Sought(place, snapshot, snapshot.mark)


def check(run: Run, sought: Sought, jobs: int | None) -> Done:
    """Read a workspace and find what is wrong with it, or remember it where nothing changed.

    Args:
        run: what is asked for.
        sought: the workspace.
        jobs: how many processes may read.

    Raises:
        CxmapError: there is nothing to read, or a rule, profile or option is unknown.
    """
    place, tree, mark = sought
    cache = sought.cache(*run)
    outcome = cache.read(lambda path: _lines(tree, path)) if cache else None
    if outcome is not None:
        shown = replace(outcome.results, base=base(place.root))  # it may run elsewhere now
        return Done(replace(outcome, results=shown), place, tree, mark=mark)
    loaded = read_workspace(place, tree, jobs)
    outcome = outcome_of(run, loaded)
    if cache and outcome.lasting:
        cache.write(outcome)
    return Done(outcome, place, tree, loaded, mark)


def check_again(
    run: Run, paths: Sequence[Path] | None, before: "Loaded | None", jobs: int | None
) -> Done:
    """The same for somebody who checks again and again; of unchanged files nothing is read.

    Raises:
        CxmapError: there is nothing to read, or a rule, profile or option is unknown.
    """
    import gc

    place, tree = place_and_tree(paths, None)
    loaded = read_workspace(place, tree, jobs, before)
    done = Done(outcome_of(run, loaded), place, tree, loaded)
    gc.enable()  # what was read before is let go
    return done


def _lines(tree: "Tree", path: str) -> Sequence[str]:
    from cxmap.source.document import Document
    from cxmap.source.tree import Unreadable

    try:
        return Document(path, tree.read(path).decode("utf-8-sig")).lines
    except (Unreadable, UnicodeDecodeError):
        return ()


def outcome_of(run: Run, loaded: "Loaded") -> Outcome:
    """What a run comes to for a workspace that was read.

    Raises:
        CxmapError: a rule or profile is unknown.
    """
    from cxmap.lint.rule import OWN

    data = _look(run, loaded)
    found = _found(run, loaded, data)
    settings = loaded.settings.lint
    return Outcome(
        _results(run, loaded, found),
        loaded.place.settings,
        settings.fail_on,
        settings.coverage,
        settings.ratchet,
        lasting=not data and all(rule.origin in {"", OWN} for rule in found.rules),
    )


def results(run: Run, loaded: "Loaded") -> Results:
    """Everything a run finds in a workspace, as far as it is asked for.

    Raises:
        CxmapError: a rule or profile is unknown.
    """
    return _results(run, loaded, _found(run, loaded, _look(run, loaded)))


def _look(run: Run, loaded: "Loaded") -> "DataFiles":
    """What lies open of the files of feedback data, as they are now whatever version is read."""
    if run.command == "validate" or not any(source.files for source in loaded.workspace.data):
        return {}
    from cxmap.measure.files.looking import look, patterns_of

    return look(loaded.place.root, patterns_of(loaded.workspace))


def _found(run: Run, loaded: "Loaded", data: "DataFiles") -> "Found":
    from cxmap.lint.run import Wanted, lint, validate

    if run.command == "validate":
        return validate(loaded, run.today)
    wanted = Wanted(run.profile, run.select, run.ignore)
    return lint(loaded, run.today, wanted, data=data)


def _results(run: Run, loaded: "Loaded", found: "Found") -> Results:
    """What the formats show: what is asked for of all that was found."""
    from cxmap.model.coverage import Listening, break_down

    reports, settings = loaded.place.reports, loaded.place.settings
    workspace = loaded.workspace
    journeys = [j for j in workspace.journeys if reports(j.file)]
    documents = loaded.documents

    def lines(path: str) -> Sequence[str]:
        return documents[path].lines if path in documents else ()

    return Results(
        run.command,
        tuple(f for f in found.findings if reports(f.span.path) or f.span.path == settings),
        sum(1 for path in documents if reports(path)),
        tuple(Checked(j.path, j.label, j.file) for j in journeys),
        sum(len(stage.touchpoints) for journey in journeys for stage in journey.stages),
        break_down(Listening(workspace), workspace.teams, journeys),
        run.today,
        tuple(rule.about for rule in found.rules),
        lines,
        base(loaded.place.root),
    )


def base(root: Path) -> str:
    """The way from the current folder to the workspace; empty where it leads nowhere near."""
    try:
        way = os.path.relpath(root, Path.cwd())
    except ValueError:  # on another drive
        return root.as_posix()
    return "" if way == "." else Path(way).as_posix()
