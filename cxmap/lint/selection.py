"""Which rules are on, how much a gap weighs, and who decided so."""

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from cxmap.errors import CxmapError
from cxmap.finding import Severity
from cxmap.lint.rule import OWN, Rule
from cxmap.loading.settings import LintSettings
from cxmap.profile import Profile
from cxmap.words import did_you_mean


@dataclass(frozen=True, slots=True)
class Choice:
    """A rule with what was decided about it.

    Attributes:
        rule: the rule.
        on: whether it is asked.
        why: who decided: the profile, the configuration, or the command line.
        severity: the severity that the configuration gives it, or None for its own.
        profile: the profile of the run.
        named: it was selected by name, so that drafts get it too.
        options: its options.
    """

    rule: Rule
    on: bool
    why: str
    severity: Severity | None
    profile: Profile
    named: bool = False
    options: Mapping[str, Any] = field(default_factory=dict)

    def weigh(self, own: Severity | None = None, *, draft: bool = False) -> Severity:
        """How much a gap weighs: as configured, else as the rule says for this gap or for all.

        In `starter`, and in a draft, a gap is at most a warning; so is one that hangs on the date.
        """
        if self.severity is not None:
            return self.severity
        severity = own if own is not None else self.rule.severity
        if self.rule.always:
            return severity
        mild = self.profile is Profile.STARTER or draft or self.rule.clock
        return max(severity, Severity.WARNING) if mild else severity


def choose(
    rules: Iterable[Rule],
    settings: LintSettings,
    profile: Profile,
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
) -> tuple[Choice, ...]:
    """Decide about every rule.

    Names and options in the settings that mean nothing are passed over, for
    `cxmap.lint.configuration` tells of them.

    Args:
        rules: all rules there are.
        settings: what the configuration says.
        profile: how strict the run is.
        select: rules named on the command line; these alone are asked, whatever the profile.
        ignore: rules left out on the command line.

    Raises:
        CxmapError: a rule named on the command line is unknown; the text names the nearest.
    """
    known = {rule.name: rule for rule in rules}
    for name in (*select, *ignore):
        check_name(name, known)
    return tuple(
        _decide(rule, settings, profile, select=select, ignore=ignore) for rule in known.values()
    )


def check_name(name: str, known: Collection[str], others: Collection[str] = ()) -> None:
    """Refuse a rule that does not exist.

    Args:
        name: what was asked for.
        known: the rules there are.
        others: what can be meant besides.

    Raises:
        CxmapError: there is no such rule; the text names the nearest.
    """
    if name not in known:
        guess = did_you_mean(name, [*known, *others]) or ","
        raise CxmapError(f"there is no rule `{name}`{guess} see `cxmap rules`")


def _decide(
    rule: Rule,
    settings: LintSettings,
    profile: Profile,
    *,
    select: Collection[str],
    ignore: Collection[str],
) -> Choice:
    if rule.always:
        return Choice(rule, on=True, why="always on", severity=None, profile=profile)
    on, why = rule.profile <= profile, f"profile {profile.word}"
    if rule.origin:
        why = f"from {rule.origin}"
    word = settings.severity.get(rule.name)
    if word is not None:
        on, why = True, "severity in cxmap.yaml"
    if rule.name in settings.ignore:
        on, why = False, "ignored in cxmap.yaml"
    if select:
        on, why = rule.name in select, "--select"
    if rule.name in ignore:
        on, why = False, "--ignore"
    severity = Severity[word.upper()] if word else rule.severity if rule.origin == OWN else None
    options = _options(rule, settings.options.get(rule.name, {}))
    return Choice(rule, on, why, severity, profile, rule.name in select, options)


def _options(rule: Rule, written: Mapping[str, Any]) -> Mapping[str, Any]:
    options = {}
    for name, raw in written.items():
        if name in rule.options:
            with suppress(ValueError):
                options[name] = rule.options[name].read(raw)
    return options
