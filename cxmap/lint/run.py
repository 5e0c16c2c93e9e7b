"""From a workspace that was read to everything that is wrong with it or missing in it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cxmap.errors import CxmapError
from cxmap.finding import Finding, fingerprinted, in_order
from cxmap.lint import catalogue, configuration
from cxmap.lint.catalogue import Catalogue
from cxmap.lint.rule import Context, Rule
from cxmap.lint.selection import Choice, choose
from cxmap.loading import remarks
from cxmap.loading.discover import matcher
from cxmap.loading.workspace import Loaded
from cxmap.model.data_file import DataFiles
from cxmap.profile import Profile
from cxmap.words import did_you_mean


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a run of `lint` is asked for on the command line.

    Attributes:
        profile: how strict to be; None for what the settings say.
        select: only these rules.
        ignore: not these rules.
    """

    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a run found.

    Attributes:
        findings: by file and place, each with its fingerprint; suppressed ones included.
        rules: the rules that ran.
    """

    findings: tuple[Finding, ...]
    rules: tuple[Rule, ...]


def validate(loaded: Loaded, today: date) -> Found:
    """What is wrong with a workspace as far as reading it tells.

    Args:
        loaded: the workspace.
        today: the date that remarks with an end are held against.
    """
    rules, slips = configuration.read(loaded.settings.lint, loaded.workspace)
    found = [*loaded.findings, *slips]
    ran = catalogue.reading()
    known = remarks.apply(
        found,
        loaded.documents.values(),
        today=today,
        ran={rule.name for rule in ran},
        known=rules,
    )
    return Found(tuple(fingerprinted(in_order(known))), ran)


def lint(
    loaded: Loaded,
    today: date,
    wanted: Wanted,
    *,
    files: Collection[str] | None = None,
    data: DataFiles | None = None,
) -> Found:
    """What is wrong with a workspace, and what is missing in it.

    Args:
        loaded: the workspace.
        today: the date to go by.
        wanted: what the command line asks for.
        files: only what is found in these files counts; the others are not looked into as closely.
        data: what lies open of the files of feedback data; None where nobody looked.

    Raises:
        CxmapError: a profile or a rule is unknown; the text names the nearest.
    """
    from cxmap.facts import Facts
    from cxmap.lint import engine

    rules, slips = configuration.read(loaded.settings.lint, loaded.workspace)
    choices = decide(loaded, rules, wanted)
    by_name = {choice.rule.name: choice for choice in choices}
    settings = loaded.settings
    context = Context(
        loaded.workspace,
        Facts(loaded.workspace),
        settings,
        settings.calendar.calendar(),
        today,
        choices[0].profile,
        files=data or {},
    )
    found = [
        *loaded.findings,
        *slips,
        *engine.find_gaps(context, choices, files),
    ]
    ran = tuple(choice.rule for choice in choices if choice.on)
    return Found(_settled(found, loaded, today, by_name, rules), ran)


def decide(loaded: Loaded, rules: Catalogue, wanted: Wanted) -> tuple[Choice, ...]:
    """Decide which rules are on, and how much each weighs.

    Raises:
        CxmapError: a profile or a rule is unknown; the text names the nearest.
    """
    settings = loaded.settings.lint
    name = wanted.profile or (settings.profile if loaded.has_settings else "starter")
    known = {profile.word: profile for profile in Profile}
    if name not in known:
        guess = did_you_mean(name, known) or ","
        raise CxmapError(f"there is no profile `{name}`{guess} choose from {', '.join(known)}")
    return choose(rules.values(), settings, known[name], select=wanted.select, ignore=wanted.ignore)


def _settled(
    found: Iterable[Finding],
    loaded: Loaded,
    today: date,
    choices: Mapping[str, Choice],
    rules: Collection[str],
) -> tuple[Finding, ...]:
    """Findings in order, weighed, suppressed where a remark says so, without what is spared."""
    ran = {name for name, choice in choices.items() if choice.on}
    marked = remarks.apply(found, loaded.documents.values(), today=today, ran=ran, known=rules)
    spared = _spared(loaded.settings.lint.per_file)
    kept = (
        finding
        for finding in _weighed(marked, choices)
        if not spared(finding) or choices[finding.rule].rule.always
    )
    return tuple(fingerprinted(in_order(kept)))


def _weighed(findings: Iterable[Finding], choices: Mapping[str, Choice]) -> Iterator[Finding]:
    """What reading finds is no gap that the engine weighs, but can be off or configured too."""
    for finding in findings:
        choice = choices[finding.rule]
        if choice.on:
            severity = finding.severity if choice.severity is None else choice.severity
            yield finding if severity is finding.severity else replace(finding, severity=severity)


def _spared(per_file: Mapping[str, Sequence[str]]) -> Callable[[Finding], bool]:
    """Whether the settings spare a file a rule."""
    globs: dict[str, list[str]] = {}
    for glob, names in per_file.items():
        for name in names:
            globs.setdefault(name, []).append(glob)
    spared = {name: matcher(found) for name, found in globs.items()}

    def is_spared(finding: Finding) -> bool:
        matches = spared.get(finding.rule)
        return matches is not None and matches(finding.span.path)

    return is_spared
