"""From findings to results, and to the exit code that they mean."""

import os
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cxmap import registry
from cxmap.about import READING, About
from cxmap.commands._options import check_choice
from cxmap.commands._reading import place_and_tree, read_workspace
from cxmap.finding import Finding, fingerprinted, in_order
from cxmap.outcome import Outcome
from cxmap.output.results import Checked, Results

if TYPE_CHECKING:
    from cxmap.loading.workspace import Loaded
    from cxmap.snapshot import Snapshot


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


FAIL_ON = ("error", "warning", "info", "never")
"""From which severity on a run fails."""


def check(
    run: Run,
    paths: Sequence[Path] | None,
    *,
    stdin_filename: str | None,
    jobs: int | None,
    cached: bool,
) -> Outcome:
    """Read a workspace and find what is wrong with it, or remember it where nothing changed.

    Args:
        run: what is asked for.
        paths: files and folders that were named.
        stdin_filename: the file that standard input stands for.
        jobs: how many processes may read.
        cached: whether an unchanged workspace may be remembered.

    Raises:
        CxmapError: there is nothing to read, or a rule, profile or option is unknown.
    """
    place, tree = place_and_tree(paths, stdin_filename)
    if not cached:
        return _outcome(run, read_workspace(place, tree, jobs))
    from cxmap.cache import Cache
    from cxmap.snapshot import Snapshot

    snapshot = Snapshot(tree, place)
    cache = Cache((place.root, place.narrowed, place.only, *run), snapshot.mark)
    outcome = cache.read(lambda path: _lines(snapshot, path))
    if outcome is None:
        outcome = _outcome(run, read_workspace(place, snapshot, jobs))
        cache.write(outcome)
    return outcome


def _lines(snapshot: "Snapshot", path: str) -> Sequence[str]:
    from cxmap.source.document import Document
    from cxmap.source.tree import Unreadable

    try:
        return Document(path, snapshot.read(path).decode("utf-8-sig")).lines
    except (Unreadable, UnicodeDecodeError):
        return ()


def _outcome(run: Run, loaded: "Loaded") -> Outcome:
    settings = loaded.settings.lint
    if run.command == "lint":
        found = lint_results(loaded, run)
    else:
        found = results(run, loaded, loaded.findings, READING)
    return Outcome(
        found, loaded.place.settings, settings.fail_on, settings.coverage, settings.ratchet
    )


def results(
    run: Run,
    loaded: "Loaded",
    findings: Iterable[Finding],
    rules: Sequence[About],
) -> Results:
    """Everything one run found, for the formats: suppressed where a remark says so, in order."""
    from cxmap.loading import remarks
    from cxmap.model import coverage

    names = {rule.name for rule in rules}
    marked = remarks.apply(
        findings, loaded.documents.values(), today=run.today, ran=names, known=known_rules()
    )
    reports = loaded.place.reports
    workspace = loaded.workspace
    journeys = [j for j in workspace.journeys if reports(j.at("journey").path)]
    listening = coverage.Listening(workspace)
    touchpoints = [(j, touchpoint) for j in journeys for touchpoint in j.touchpoints()]
    documents = loaded.documents

    def lines(path: str) -> Sequence[str]:
        return documents[path].lines if path in documents else ()

    return Results(
        run.command,
        tuple(fingerprinted(in_order(f for f in marked if reports(f.span.path)))),
        sum(1 for path in documents if reports(path)),
        tuple(Checked(j.path, j.label, j.at("journey").path) for j in journeys),
        len(touchpoints),
        coverage.count(listening, touchpoints),
        run.today,
        tuple(rules),
        lines,
        _base(loaded.place.root),
    )


def _base(root: Path) -> str:
    """The way from the current folder to the workspace; empty where it leads nowhere near."""
    try:
        way = os.path.relpath(root, Path.cwd())
    except ValueError:  # on another drive
        return root.as_posix()
    return "" if way == "." else Path(way).as_posix()


def lint_results(loaded: "Loaded", run: Run) -> Results:
    """Everything that reading and the rules find.

    Raises:
        CxmapError: a profile, rule or option is unknown.
    """
    from cxmap.facts import Facts
    from cxmap.lint import engine
    from cxmap.lint.rule import Context
    from cxmap.lint.selection import choose
    from cxmap.profile import Profile

    settings = loaded.settings
    name = run.profile or (settings.lint.profile if loaded.has_settings else "starter")
    known = {p.word: p for p in Profile}
    check_choice(name, tuple(known), "--profile")
    rules = engine.all_rules()
    names = {rule.name for rule in READING}
    choices = choose(
        rules,
        settings.lint,
        known[name],
        select=[s for s in run.select if s not in names],
        ignore=[i for i in run.ignore if i not in names],
    )
    context = Context(
        loaded.workspace,
        Facts(loaded.workspace),
        settings,
        settings.calendar.calendar(),
        run.today,
        known[name],
    )
    gaps = engine.find_gaps(context, choices)
    asked = [
        About(c.rule.name, c.rule.page.finds, c.rule.page.why, c.rule.source, c.weigh())
        for c in choices
        if c.on
    ]
    return results(run, loaded, [*loaded.findings, *gaps], (*READING, *asked))


def known_rules() -> frozenset[str]:
    """The names of all rules there are, those of `lint` too."""
    return frozenset((*(rule.name for rule in READING), *registry.names("cxmap.lint.rules")))
