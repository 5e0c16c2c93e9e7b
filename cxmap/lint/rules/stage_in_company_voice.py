"""A stage is named as the company sees it."""

import re
from collections.abc import Iterator
from typing import Annotated

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.journey import Stage
from cxmap.timing.phrases import words_of
from cxmap.words import quoted, slug

_OWN_WORDS = words_of(
    "prospect prospects prospecting leads upsell upselling upsells pipeline nurture nurturing "
    "dunning kyc underwriting provisioning churn winback funnel monetization monetisation "
    "deprovisioning decommissioning crm erp"
)
"""Words of the trade, in which no customer speaks of what they do."""

_OWN_NAMES = words_of(
    "acquisition conversion retention activation qualification fulfilment fulfillment triage "
    "escalation intake cross-sell cross-selling up-sell win-back"
)
"""Names that are the trade's when they stand alone: a loft conversion is a customer's word."""

_INSIDE_STEP = re.compile(
    r"(?:.+-)?(?:processing|management|administration|workflow|handling|operations|scoring|routing"
    r"|reconciliation)|lead-\w+|.+-(?:qualification|triage|escalation|fulfill?ment)"
)
"""What the company does to the customer's case: order processing, lead qualification."""

_CUSTOMER = words_of("i me my myself we us our ourselves you your")
_AROUND = re.compile(r"^(?:\d+-)?(?:stage-|phase-)?|-(?:stage|phase|process|team|department)$")


@rule(
    Stage,
    severity=Severity.INFO,
    hint="name it as the customer would tell it to a friend, such as `I find out what it costs`",
    source="S4 customer's point of view",
)
def stage_in_company_voice(
    stage: Stage,
    context: Context,
    *,
    words: Annotated[tuple[str, ...], "stage names of your own that no customer would use"] = (),
) -> Iterator[Gap]:
    """A stage named after a team, a system, or a step inside the company.

    Customers do not know that they are being qualified; a map in the company's words leads to
    improvements for the company.

    Names in the first person are always fine.

    Bad:

        journey: buying
        stages:
          - name: Lead qualification

    Good:

        journey: buying
        stages:
          - name: I find out whether it fits
    """
    name = _AROUND.sub("", slug(stage.name))
    parts = frozenset(name.split("-"))
    if not name or parts & _CUSTOMER:
        return
    team = context.workspace.teams.get(name)
    if team is not None:
        what = f"after the team {quoted(context.facts.team_name(name))}"
    elif name in context.facts.systems:
        what = "after a system"
    elif name in set(map(slug, words)) or (
        (context.settings.language or "en").startswith("en") and _is_inside(name, parts)
    ):
        what = "in the company's words"
    else:
        return
    yield Gap(f"the stage {quoted(stage.name)} is named {what}", stage.at("name"), "name")


def _is_inside(name: str, parts: frozenset[str]) -> bool:
    return bool(parts & _OWN_WORDS or name in _OWN_NAMES or _INSIDE_STEP.fullmatch(name))
