"""The maps tell of customers only before or only after they buy."""

from collections.abc import Iterator

from cxmap.finding import Related, Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.journey import Stage
from cxmap.model.strategy import Strategy
from cxmap.profile import Profile
from cxmap.words import listed, slug

_BEFORE = frozenset(
    (
        *("before", "presale", "presales", "prepurchase", "prospect", "prospecting", "lead"),
        *("awareness", "consideration", "consider", "considering", "discover", "discovery"),
        *("evaluation", "evaluate", "evaluating", "choosing", "shopping", "acquisition"),
        *("interest", "research", "attract"),
    )
)
_AFTER = frozenset(
    (
        *("after", "postsale", "postsales", "postpurchase", "onboarding", "joining", "delivery"),
        *("implementation", "adoption", "adopt", "adopting", "use", "using", "usage", "service"),
        *("support", "retention", "retain", "renewal", "renewing", "staying", "loyalty"),
        *("advocacy", "leaving", "offboarding", "expansion", "nurturing"),
    )
)


@rule(Strategy, severity=Severity.INFO, profile=Profile.STRICT, source="S2 pre and post-sale")
def one_sided_phases(strategy: Strategy, context: Context) -> Iterator[Gap]:
    """Phases that all lie before the sale, or all after it.

    Customers have one experience, from the first question to the last invoice; what one side
    promises the other has to keep.

    Bad:

        # file: strategy.yaml
        strategy: {intent: "Every new customer knows by name whom to ring, from the first day on."}
        # file: buying.yaml
        journey: buying
        stages:
          - {name: I look around, phase: Pre-sale}
          - {name: I compare, phase: Consideration}

    Good:

        # file: strategy.yaml
        strategy: {intent: "Every new customer knows by name whom to ring, from the first day on."}
        # file: buying.yaml
        journey: buying
        stages:
          - {name: I look around, phase: Pre-sale}
          - {name: I start, phase: Post-sale}
    """
    del strategy
    phases: dict[str, Stage] = {}
    for journey in context.workspace.journeys:
        for stage in journey.stages if journey.state == "current" else ():
            if stage.phase and stage.wrote_answer("phase"):
                phases.setdefault(stage.phase, stage)
    sides = {_side(phase) for phase in phases}
    if len(sides) == 1 and (side := sides.pop()):
        other = "after" if side == "before" else "before"
        yield Gap(
            f"every phase is {side} the sale ({listed(tuple(phases), 5)}), and none {other} it",
            hint=f"map what customers live through {other} they buy too",
            related=tuple(
                Related(stage.at("phase"), f"{side} the sale") for stage in phases.values()
            )[:5],
        )


def _side(phase: str) -> str:
    """Whether a phase is before or after the sale, by its words; nothing where they do not say."""
    plain = slug(phase)
    for prefix in ("pre-", "post-"):
        plain = plain.replace(prefix, prefix[:-1])
    words = set(plain.split("-"))
    before, after = bool(words & _BEFORE), bool(words & _AFTER)
    return "" if before is after else "before" if before else "after"
