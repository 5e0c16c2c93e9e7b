"""What to fix first: the touchpoints where most is at stake and something is wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cxmap.model.journey import Journey, Stage
from cxmap.model.touchpoint import Touchpoint
from cxmap.report.say import many, sentence, spelled
from cxmap.report.studio import Studio
from cxmap.report.view.cut import Rest, elsewhere, fits
from cxmap.report.view.located import Located, Spot, located
from cxmap.report.view.reference import Reference, to_touchpoint
from cxmap.report.view.touchpoint import Card

MOST = 5
"""How many things a reader can fix first."""

_MOMENT, _IMPORTANCE = 10, 2
_UNOWNED, _UNHEARD, _MISSED, _BELOW, _FELT, _LATE = 8, 8, 6, 6, 4, 3
_NOBODY = "Nobody owns it"
_MATTERS = 4  # from this importance on a touchpoint counts like a moment of truth


@dataclass(frozen=True, slots=True)
class FixFirst:
    """A touchpoint to mend before the others.

    Attributes:
        where: the touchpoint.
        moment: it is a moment of truth.
        importance: 1 to 5, 0 where nobody said.
        reasons: what is wrong with it, worst first.
        action: the action that is to mend it; empty for none.
        action_state: how that action stands.
        weight: how much is at stake, to rank by.
    """

    where: Reference
    moment: bool
    importance: int
    reasons: tuple[str, ...]
    action: str
    action_state: str
    weight: int


def fix_first(journey: Journey, studio: Studio) -> tuple[FixFirst, ...]:
    """The touchpoints of a map to mend first, at most five: the most at stake at the top.

    In question comes what nobody owns, and what is wrong at a moment of truth or where customers
    find it important: a missed expectation, a measure below target, nobody who asks.
    """
    found = [
        stake
        for stage in journey.stages
        for touchpoint in stage.touchpoints
        if _matters(stake := at_stake(journey, stage, touchpoint, studio))
    ]
    return tuple(sorted(found, key=lambda f: -f.weight)[:MOST])


def _matters(stake: FixFirst) -> bool:
    important = stake.moment or stake.importance >= _MATTERS
    return bool(stake.reasons) and (important or _NOBODY in stake.reasons)


def heading(first: Sequence[FixFirst], gaps: int) -> str:
    """How many gaps there are and how many places come first: "20 gaps; fix these four first"."""
    start = f"{sentence(many(gaps, 'gap'))}; " if gaps else ""
    if len(first) == 1:
        return sentence(f"{start}fix this place first")
    return sentence(f"{start}fix these {spelled(len(first))} places first")


def at_stake(journey: Journey, stage: Stage, touchpoint: Touchpoint, studio: Studio) -> FixFirst:
    """What is wrong with a touchpoint, what is done about it, and how much is at stake."""
    card = studio.card(journey, touchpoint)
    reasons = sorted(_reasons(journey, touchpoint, card, studio), key=lambda r: -r[0])
    planned = studio.brief.facts.actions.planned(journey, stage, touchpoint)
    action = studio.action(planned[0]) if planned else None
    return FixFirst(
        to_touchpoint(journey, touchpoint, studio.brief, studio.links),
        card.moment,
        card.importance,
        tuple(words for _, words in reasons),
        action.title if action else "",
        action.words[:1].lower() + action.words[1:] if action else "",
        sum(weight for weight, _ in reasons)
        + _MOMENT * card.moment
        + _IMPORTANCE * card.importance,
    )


def some(
    found: Sequence[Spot], most: int, studio: Studio, query: str = ""
) -> tuple[tuple[Located, ...], Rest]:
    """Some touchpoints in their order; of a long list those with most at stake, and the rest.

    Args:
        found: the touchpoints.
        most: how many are shown of a long list.
        studio: what views are built with.
        query: what the filter on the pages of the rest is set to, such as `team=sales`.
    """
    if fits(len(found), most):
        return tuple(located(*spot, studio) for spot in found), Rest(total=len(found))
    ranked = sorted(found, key=lambda spot: _weight(spot, studio), reverse=True)[:most]
    kept = {id(touchpoint) for _, _, touchpoint in ranked}
    left = [(j.path, j.label) for j, _, touchpoint in found if id(touchpoint) not in kept]
    shown = tuple(located(*spot, studio) for spot in ranked)
    return shown, elsewhere(left, len(found), studio.links, query)


def _weight(spot: Spot, studio: Studio) -> int:
    journey, stage, touchpoint = spot
    return at_stake(journey, stage, touchpoint, studio).weight


def _reasons(
    journey: Journey, touchpoint: Touchpoint, card: Card, studio: Studio
) -> Iterator[tuple[int, str]]:
    """What is wrong, each with how much it weighs; what is accepted is not."""
    path = f"{journey.path}/{card.id}"
    accepted = studio.brief.accepted_rules.get(path, frozenset())
    kinds = {hole.kind for hole in card.holes}
    if "owner" in kinds and "touchpoint-without-owner" not in accepted:
        yield _UNOWNED, _NOBODY
    if card.moment and not card.heard and "moment-without-voice" not in accepted:
        yield _UNHEARD, "Nobody asks the customer"
    if journey.state == "target":
        return
    if card.met == "missed":
        yield _MISSED, f"Customers expect “{card.expectation}”, and it is missed"
    for metric in studio.brief.facts.metrics(card.measures):
        shown = studio.measure_at(metric, journey, touchpoint)
        if shown.verdict.state == "bad":
            yield _BELOW, f"{shown.name}: {shown.value}, {shown.verdict.brief}"
    felt = [f"{r.words}{f', {r.who}' if r.who else ''}" for r in card.ratings if r.sign == "neg"]
    if felt and card.moment:
        yield _FELT, f"How it feels: {'; '.join(felt)}"
    if card.late:
        yield _LATE, f"Takes {card.takes}, longer than promised"
