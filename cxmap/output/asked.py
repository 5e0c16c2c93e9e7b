"""What a comparison asks of a team, in words."""

from collections.abc import Iterator, Sequence

from cxmap.diff.asks import Ask
from cxmap.diff.difference import Spot
from cxmap.words import joined, quoted


def asked(ask: Ask) -> str:
    """What changes for a team: "takes over …; hands over …"; `nothing` where nothing does."""
    return "; ".join(_parts(ask)) or "nothing"


def _parts(ask: Ask) -> Iterator[str]:
    if ask.adds:
        yield f"adds {_names(ask.adds)}"
    nobody = ask.team is None
    for spot, who in ask.takes_over:
        yield f"{quoted(spot.name)} is left by {who}" if nobody else _taken(spot, who)
    for spot, who in ask.hands_over:
        goes = "goes" if nobody else "hands over"
        yield f"{quoted(spot.name)} {goes} to {who}" if nobody else f"{goes} {_to(spot, who)}"
    if ask.drops:
        gone = joined([quoted(spot.name) for spot in ask.drops])
        yield f"{gone} {'is' if len(ask.drops) == 1 else 'are'} gone" if nobody else f"drops {gone}"
    if ask.changes:
        yield f"changes {_names(ask.changes)}"


def _taken(spot: Spot, who: str) -> str:
    return f"takes over {quoted(spot.name)} from {who}"


def _to(spot: Spot, who: str) -> str:
    return f"{quoted(spot.name)} to {who}"


def _names(spots: Sequence[Spot]) -> str:
    return joined([quoted(spot.name) for spot in spots])
