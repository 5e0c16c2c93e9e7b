"""Ask every rule that is on about every subject it has."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from cxmap import registry
from cxmap.facts import Facts
from cxmap.finding import Finding, Related
from cxmap.lint.rule import Check, Context, Gap, Rule
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


def find_gaps(
    context: Context, choices: Iterable[Choice], files: Collection[str] | None = None
) -> list[Finding]:
    """What is missing, by the rules that are on.

    Args:
        context: the workspace and what belongs to it.
        choices: the rules with what was decided about them.
        files: ask about the workspace and what stands in these files only, a journey with both its
            maps; None for everything.

    Returns:
        the findings, a gap of both maps of a journey once, in no particular order.
    """
    on = [choice for choice in choices if choice.on]
    findings: list[Finding] = []
    asked: dict[tuple[object, str, str], list[tuple[Choice, Check]]] = {}
    for parts, here in _subjects(context, files):
        if not parts:
            continue
        case = (type(parts[0]), *here.kind_of_map)
        if case not in asked:
            asked[case] = [(c, _check(c)) for c in on if _is_asked(c, *case)]
        for choice, check in asked[case]:
            for part in parts:
                for gap in check(part, here):
                    findings.append(_finding(choice, gap, part, here))  # noqa: PERF401 (mostly none)
    return _once(findings, context)


def _check(choice: Choice) -> Check:
    """The check of a rule with its options."""
    return partial(choice.rule.check, **choice.options) if choice.options else choice.rule.check


def _is_asked(choice: Choice, subject: object, state: str, status: str) -> bool:
    """Whether a rule is asked of a kind of subject, on a map of that state and status if on one."""
    if subject not in choice.rule.subjects:
        return False
    if choice.rule.current_only and state == "target":
        return False
    draft = status == "draft" and not choice.named
    return not draft or choice.rule.profile is Profile.STARTER


def _subjects(
    context: Context, files: Collection[str] | None
) -> Iterator[tuple[Sequence[Part | Workspace], Context]]:
    """What is asked about, several of a kind at a time where they stand in one place."""
    workspace = context.workspace
    yield (workspace,), context
    journeys = workspace.journeys
    if files is not None:
        named = {journey.id for journey in journeys if journey.file in files}
        journeys = tuple(journey for journey in journeys if journey.id in named)
    for journey in journeys:
        inside = replace(context, journey=journey)
        yield (journey,), inside
        for stage in journey.stages:
            within = replace(inside, stage=stage)
            yield (stage,), within
            yield stage.touchpoints, within
    for index in workspace.library:
        yield [part for part in index if files is None or part.file in files], context
    if workspace.strategy is not None:
        yield (workspace.strategy,), context


def _finding(choice: Choice, gap: Gap, part: Part | Workspace, context: Context) -> Finding:
    spoken_of = gap.about or part
    about = _subject_of(spoken_of, context)
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


def _subject_of(part: Part | Workspace, context: Context) -> Subject:
    if isinstance(part, Workspace):
        return Subject("workspace")
    if isinstance(part, Journey):
        return subject.of_journey(part)
    if isinstance(part, Touchpoint):
        home = context.facts.places.home(part)
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
    journeys = {f.item.partition("@")[0] for f in findings if "@target" in f.item}
    if not journeys:
        return findings
    aliases = _aliases(context.workspace, context.facts, journeys)
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


def _aliases(workspace: Workspace, facts: Facts, journeys: Collection[str]) -> Mapping[str, str]:
    """The current item that a target touchpoint takes over from, by the target one's path."""
    found: dict[str, str] = {}
    for journey in workspace.journeys:
        if journey.state != "current" or journey.id not in journeys:
            continue
        target = facts.target(journey)
        for touchpoint in journey.touchpoints() if target else ():
            after = facts.redesign.successor(journey, touchpoint)
            if after is not None and target is not None:
                path = target.touchpoint_path(after)
                found.setdefault(path, journey.touchpoint_path(touchpoint))
    return found
