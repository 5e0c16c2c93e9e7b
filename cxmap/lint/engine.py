"""Ask every rule that is on about every subject it has."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from cxmap import registry
from cxmap.facts import Facts
from cxmap.finding import Finding, Related
from cxmap.lint.rule import Context, Gap, Rule
from cxmap.lint.selection import Choice
from cxmap.loading import subject
from cxmap.loading.subject import Subject
from cxmap.model.journey import Journey, Stage
from cxmap.model.part import Part
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.workspace import Workspace
from cxmap.profile import Profile
from cxmap.source.span import Span

RULES = "cxmap.lint.rules"


def all_rules() -> tuple[Rule, ...]:
    """Every built-in rule, by name."""
    return tuple(registry.load(RULES, name, Rule) for name in registry.names(RULES))


def find_gaps(context: Context, choices: Iterable[Choice]) -> list[Finding]:
    """What is missing, by the rules that are on.

    Args:
        context: the workspace and what belongs to it.
        choices: the rules with what was decided about them.

    Returns:
        the findings, a gap of both maps of a journey once, in no particular order.
    """
    asked = [choice for choice in choices if choice.on]
    findings: list[Finding] = []
    by_subject: dict[Any, list[Choice]] = {}
    for choice in asked:
        for kind in choice.rule.subjects:
            by_subject.setdefault(kind, []).append(choice)
    for part, about, here in _subjects(context):
        for choice in by_subject.get(type(part), ()):
            if not _is_asked(choice, here):
                continue
            gaps = choice.rule.check(part, here, **choice.options)
            findings += [_finding(choice, gap, part, about, here) for gap in gaps]
    return _once(findings, context)


def _is_asked(choice: Choice, context: Context) -> bool:
    journey = context.journey
    if journey is None:
        return True
    if choice.rule.current_only and journey.state != "current":
        return False
    draft = journey.status == "draft" and not choice.named
    return not draft or choice.rule.profile is Profile.STARTER


def _subjects(context: Context) -> Iterator[tuple[Part | Workspace, Subject, Context]]:
    workspace = context.workspace
    yield workspace, Subject("workspace"), context
    for journey in workspace.journeys:
        inside = replace(context, journey=journey)
        yield journey, subject.of_journey(journey), inside
        for stage in journey.stages:
            within = replace(inside, stage=stage)
            yield stage, subject.of_stage(journey, stage), within
            for touchpoint in stage.touchpoints:
                yield touchpoint, subject.of_touchpoint(journey, stage, touchpoint), within
    for index in (
        workspace.customers,
        workspace.teams,
        workspace.channels,
        workspace.metrics,
        workspace.listening,
        workspace.actions,
        workspace.data,
    ):
        for part in index:
            yield part, subject.of_item(part), context
    if workspace.strategy is not None:
        yield workspace.strategy, subject.of_item(workspace.strategy), context


def _finding(
    choice: Choice, gap: Gap, part: Part | Workspace, about: Subject, context: Context
) -> Finding:
    spoken_of = gap.about or part
    if gap.about is not None and gap.about is not part:
        about = _subject_of(gap.about, context)
    span = gap.span
    if span is None:
        span = _name_of(spoken_of) if isinstance(spoken_of, Part) else _top(context)
    return Finding(
        choice.rule.name,
        choice.weigh(gap.severity, draft=_is_draft(context)),
        gap.message,
        span,
        label=gap.label,
        why=choice.rule.page.why,
        hint=gap.hint or choice.rule.hint,
        item=about.item,
        field=gap.field,
        value=gap.value,
        trail=about.trail,
        moment=about.moment,
        importance=about.importance,
        clock=choice.rule.clock,
        fix=gap.fix,
        related=gap.related,
    )


def _is_draft(context: Context) -> bool:
    return context.journey is not None and context.journey.status == "draft"


def _subject_of(part: Part, context: Context) -> Subject:
    if isinstance(part, Journey):
        return subject.of_journey(part)
    if isinstance(part, Touchpoint):
        home = context.facts.home(part)
        return subject.of_touchpoint(home.journey, home.stage, part)
    if isinstance(part, Stage):
        for journey in (context.journey, *context.workspace.journeys):
            if journey is not None and any(part is stage for stage in journey.stages):
                return subject.of_stage(journey, part)
    return subject.of_item(part)


def _name_of(part: Part) -> Span:
    if isinstance(part, Journey):
        return part.at("journey")
    return part.place


def _top(context: Context) -> Span:
    """Where a finding about the whole workspace stands: its strategy, else its first map."""
    workspace = context.workspace
    if workspace.strategy is not None:
        return workspace.strategy.place
    if workspace.journeys:
        return workspace.journeys[0].at("journey")
    parts: Iterator[Part] = (p for index in (workspace.customers, workspace.teams) for p in index)
    first = next(parts, None)
    return first.place if first is not None else Span("")


def _once(findings: list[Finding], context: Context) -> list[Finding]:
    """A gap that stands in both the current and the target map is one, on the current one."""
    current = {_gap_key(f): f for f in findings if "@current" in f.item}
    if not any("@target" in f.item for f in findings):
        return findings
    aliases = _aliases(context.workspace, context.facts)
    merged: dict[tuple[str, ...], list[Related]] = {}
    kept = []
    for finding in findings:
        if "@target" in finding.item:
            key = _gap_key(finding)
            as_current = aliases.get(finding.item, key[1].replace("@target", "@current"))
            twin = current.get((key[0], as_current, key[2]))
            if twin is not None:
                related = Related(finding.span, "the same gap in the target map")
                merged.setdefault(_gap_key(twin), []).append(related)
                continue
        kept.append(finding)
    return [
        replace(f, related=(*f.related, *merged[_gap_key(f)])) if _gap_key(f) in merged else f
        for f in kept
    ]


def _gap_key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.item, finding.field


def _aliases(workspace: Workspace, facts: Facts) -> Mapping[str, str]:
    """The current item that a target touchpoint takes over from, by the target one's path."""
    found: dict[str, str] = {}
    for journey in workspace.journeys:
        if journey.state != "current":
            continue
        target = facts.target(journey)
        for touchpoint in journey.touchpoints() if target else ():
            after = facts.successor(journey, touchpoint)
            if after is not None and target is not None:
                path = target.touchpoint_path(after)
                found.setdefault(path, journey.touchpoint_path(touchpoint))
    return found
