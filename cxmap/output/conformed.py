"""How a planned journey is held against the actual one, said the same by every format."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from cxmap.measure.conformance import Conformed, Promise, Share, Step
from cxmap.measure.times import natural_unit, size_of
from cxmap.output.results import Look
from cxmap.timing.duration import Duration
from cxmap.words import count


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write it: its name and a function to the whole text."""

    name: str
    write: Callable[[Conformed, Look], str]


def of(part: Share, least: int) -> str:
    """`81 of 100 (81 %)`, with what too few people share left out."""
    if part.whole is None:
        return f"under {least} customers"
    if part.part is None or part.value is None:
        return f"of {part.whole:,}, too few or all but a few to be told"
    return f"{part.part:,} of {part.whole:,} ({part.value:.0f} %)"


def lasting(micros: int | None) -> str:
    """A time in the unit in which it reads best; nothing where it is hidden."""
    if micros is None:
        return ""
    unit = natural_unit(micros)
    return str(Duration(Decimal(f"{micros / size_of(unit):.1f}").normalize() + 0, unit))


def took(step: Step, least: int) -> str:
    """How long a step took."""
    if step.median is None:
        return f"under {least} customers went this way"
    return f"half within {lasting(step.median)}, nine tenths within {lasting(step.nine_tenths)}"


def turned(step: Step) -> str:
    """That customers went the other way round; nothing where none did, or too few to be told."""
    if not step.turned.part or step.turned.value is None:
        return ""
    return f"{step.turned.value:.0f} % the other way round"


def promised(promise: Promise) -> str:
    """A promise in words."""
    if promise.touchpoint.when is not None and promise.touchpoint.when.before is not None:
        return f"at least {promise.within} before {promise.since}"
    return f"within {promise.within} after {promise.since}"


def between(promise: Promise) -> str:
    """The interval of a promise; nothing where it is hidden."""
    if promise.low is None or promise.high is None:
        return ""
    return f"{promise.low:.0f} to {promise.high:.0f} %"


def remarks(conformed: Conformed) -> list[str]:
    """What belongs to no journey: what is in the data and not on the maps."""
    return [
        f"`{value}` in data `{source}` is on no map: {count(who, 'customer')}"
        for source, value, who in conformed.unmapped
    ]
