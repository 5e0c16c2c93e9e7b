"""From findings to results, and to the exit code that they mean."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from cxmap import registry
from cxmap.about import READING, About
from cxmap.commands._options import check_choice
from cxmap.finding import Finding, Severity, fingerprinted, in_order
from cxmap.output.results import Checked, Results

if TYPE_CHECKING:
    from cxmap.loading.workspace import Loaded

FAIL_ON = ("error", "warning", "info", "never")
"""From which severity on a run fails."""


def results(
    command: str,
    loaded: "Loaded",
    findings: Iterable[Finding],
    rules: Sequence[About],
    today: date,
) -> Results:
    """Everything one run found, for the formats: suppressed where a remark says so, in order."""
    from cxmap.loading import remarks
    from cxmap.model import coverage

    names = {rule.name for rule in rules}
    marked = remarks.apply(
        findings, loaded.documents.values(), today=today, ran=names, known=known_rules()
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
        command,
        tuple(fingerprinted(in_order(f for f in marked if reports(f.span.path)))),
        sum(1 for path in documents if reports(path)),
        tuple(Checked(j.path, j.label, j.at("journey").path) for j in journeys),
        len(touchpoints),
        coverage.count(listening, touchpoints),
        today,
        tuple(rules),
        lines,
    )


def lint_results(
    loaded: "Loaded",
    today: date,
    *,
    profile: str | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> Results:
    """Everything that reading and the rules find.

    Args:
        loaded: the workspace.
        today: the date to go by.
        profile: how strict to be; None for what the settings say, `starter` without settings.
        select: only these rules.
        ignore: not these rules.

    Raises:
        CxmapError: a profile, rule or option is unknown.
    """
    from cxmap.facts import Facts
    from cxmap.lint import engine
    from cxmap.lint.rule import Context
    from cxmap.lint.selection import choose
    from cxmap.profile import Profile

    settings = loaded.settings
    name = profile or (settings.lint.profile if loaded.has_settings else "starter")
    known = {p.word: p for p in Profile}
    check_choice(name, tuple(known), "--profile")
    rules = engine.all_rules()
    names = {rule.name for rule in READING}
    choices = choose(
        rules,
        settings.lint,
        known[name],
        select=[s for s in select if s not in names],
        ignore=[i for i in ignore if i not in names],
    )
    context = Context(
        loaded.workspace,
        Facts(loaded.workspace),
        settings,
        settings.calendar.calendar(),
        today,
        known[name],
    )
    gaps = engine.find_gaps(context, choices)
    asked = [
        About(c.rule.name, c.rule.page.finds, c.rule.page.why, c.rule.source)
        for c in choices
        if c.on
    ]
    return results("lint", loaded, [*loaded.findings, *gaps], (*READING, *asked), today)


def known_rules() -> frozenset[str]:
    """The names of all rules there are, those of `lint` too."""
    return frozenset((*(rule.name for rule in READING), *registry.names("cxmap.lint.rules")))


def exit_code(results: Results, loaded: "Loaded", fail_on: str) -> int:
    """0, 1 where something is found at or above the threshold, 2 where the settings are unsound."""
    settings = loaded.place.settings
    found = [f for f in results.findings if f.suppressed is None]
    if any(f.severity is Severity.ERROR and f.span.path == settings for f in found):
        return 2
    if fail_on == "never":
        return 0
    worst = Severity[fail_on.upper()]
    return 1 if any(f.severity <= worst for f in found) else 0
