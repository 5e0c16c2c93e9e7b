"""How something feels to customers, in words, and what became of that."""

from collections.abc import Hashable, Mapping

from cxmap.diff.difference import Difference
from cxmap.diff.promise import Turn
from cxmap.diff.sight import Sight, feeling


def what_felt(difference: Difference) -> Turn | None:
    """Whether it feels better or worse; worse where it does to any customer. None if unrated."""
    was, now = difference.was, difference.now
    if was is None or now is None:
        return None
    old, new = _by_customer(was), _by_customer(now)
    pairs = [(_rating(old, name, was), _rating(new, name, now)) for name in {**old, **new}]
    known = [(one, other) for one, other in pairs or [(was, now)] if _rated(one) and _rated(other)]
    if any(other < one for one, other in known):  # type: ignore[operator] # both are numbers
        return Turn.LOOSENED
    return Turn.TIGHTENED if any(one != other for one, other in known) else None


def felt(difference: Difference, sight: Sight) -> str:
    """How it feels now, and how it did."""
    begins = "aims for" if sight.aim else "rated"
    now = f"{begins} {feeling(difference.now, sight.now)}"
    return sight.instead(now, feeling(difference.was, sight.was))


def _by_customer(rating: Hashable) -> Mapping[str, int]:
    return dict(rating) if isinstance(rating, frozenset) else {}


def _rating(by_customer: Mapping[str, int], name: str, whole: Hashable) -> Hashable:
    return by_customer.get(name) if by_customer else whole


def _rated(rating: Hashable) -> bool:
    return isinstance(rating, int)
