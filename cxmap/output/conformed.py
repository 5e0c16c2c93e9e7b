"""How a planned journey is held against the actual one, said the same by every format."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from cxmap.measure.conformance import Conformed, Promise, Reached, Share, Step, Walked
from cxmap.measure.times import natural_unit, size_of
from cxmap.model.figures import SMALL
from cxmap.model.timeline import event_in_words
from cxmap.output.measured import of_source
from cxmap.output.results import Look
from cxmap.timing.duration import Duration
from cxmap.timing.units import Unit
from cxmap.words import count


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write it: its name and a function to the whole text."""

    name: str
    write: Callable[[Conformed, Look], str]


def of(part: Share, least: int) -> str:
    """`81 of 100 (81%)`, with what too few people share left out."""
    if part.whole is None:
        return f"under {least} customers"
    if part.part is None or part.value is None:
        return f"hidden, of {part.whole:,}"
    few = ", few" if part.whole < SMALL else ""
    return f"{part.part:,} of {part.whole:,} ({part.value:.0f}%{few})"


HIDDEN = "hidden: the number would tell of too few customers"
"""What stands under figures of which one is hidden."""


def hides(walked: Walked) -> bool:
    """Whether any number of a journey is hidden although its whole is told."""
    shares = (
        *(met.customers for met in walked.met),
        *(stage.reached for stage in walked.stages),
        *(promise.kept for promise in walked.promises),
        *(share for occasion in walked.occasions for share in (occasion.got, occasion.in_time)),
    )
    return any(share.whole is not None and share.part is None for share in shares)


def worst_first(walked: Walked) -> list[Promise]:
    """The promises, the least kept one first, those that cannot be told last."""
    return sorted(walked.promises, key=lambda p: (p.kept.value is None, p.kept.value or 0))


def lasting(micros: int) -> str:
    """A time in the unit in which it reads best."""
    whole_days = micros and micros % size_of(Unit.DAY) == 0  # as in data that have days only
    unit = Unit.DAY if whole_days else natural_unit(micros)
    return str(Duration(Decimal(f"{micros / size_of(unit):.1f}").normalize() + 0, unit))


def took(step: Step, least: int) -> str:
    """How long a step took."""
    if step.median is None or step.nine_tenths is None:
        return f"under {least} customers went this way"
    half, most = (
        f"within {lasting(micros)}" if micros else "at the same time"
        for micros in (step.median, step.nine_tenths)
    )
    return f"half {half}, nine tenths {most}"


def turned(step: Step) -> str:
    """That customers went the other way round; nothing where none did, or too few to be told."""
    if not step.turned.part or step.turned.value is None:
        return ""
    return f"{step.turned.value:.0f}% the other way round"


def promised(promise: Promise) -> str:
    """A promise in words, such as "within 2 days after “Kick-off call”"."""
    anchor = promise.anchor
    since = f"“{anchor.what}”" if anchor else event_in_words(promise.since)
    if promise.at_least:
        return f"at least {promise.within} before {since}"
    if promise.within.unit is Unit.SAME_DAY:
        return f"the same day as {since}"
    return f"within {promise.within} after {since}"


def between(promise: Promise) -> str:
    """The interval of a promise; nothing where it is hidden."""
    return percents(promise.low, promise.high)


def percents(low: float | None, high: float | None) -> str:
    """From a share to another; nothing where they are hidden."""
    return "" if low is None or high is None else f"{low:.0f} to {high:.0f}%"


def really(promise: Promise) -> str:
    """How long it really took; nothing where too few got it."""
    if promise.median is None or promise.nine_tenths is None:
        return ""
    half, most = (_taken(part, promise) for part in (promise.median, promise.nine_tenths))
    return f"half {half}, nine tenths {most}"


def _taken(taken: Duration, promise: Promise) -> str:
    if not taken.amount:
        whole_days = taken.unit in {Unit.DAY, Unit.BUSINESS_DAY}
        return "the same day" if whole_days else "at the same time"
    return f"{'at least' if promise.at_least else 'within'} {taken}"


def went_no_further(stages: Sequence[Reached], number: int) -> Share | None:
    """Of those who reached a stage, who reached none after it; None for the last one.

    They are known wherever it is told who reached the one and who the other.
    """
    if number == len(stages) - 1:
        return None
    here, there = stages[number].reached, stages[number + 1].reached
    if here.part is None or there.part is None:
        return Share(None, here.part)
    return Share(here.part - there.part, here.part)


def drop(stages: Sequence[Reached], number: int) -> str:
    """How many went no further than a stage, and what is known of them; nothing for none."""
    left, stage = went_no_further(stages, number), stages[number]
    if left is None or not left.part:
        return ""
    told = [
        f"{share.part:,} {words}"
        for share, words in ((stage.left, "gone"), (stage.under_way, "under way"))
        if share is not None and share.part is not None
    ]
    return f"{left.part:,} went no further ({left.value:.0f}%)" + "".join(
        f", {one}" for one in told
    )


def people(walked: Walked, least: int) -> str:
    """Whose events they are, and of which months."""
    if walked.customers is None:
        return f"under {least} customers in {walked.source}"
    months = " to ".join(dict.fromkeys(filter(None, (walked.since, walked.until))))
    return f"{count(walked.customers, 'customer')} in {walked.source}, {months}".rstrip(", ")


def strangers(conformed: Conformed) -> Iterator[str]:
    """What happens in the data and is on no map."""
    for source in conformed.sources:
        for value, who, perhaps in source.unmapped:
            hint = f": is it {perhaps}?" if perhaps else ""
            yield f"`{value}` in {source.id}: {count(who, 'customer')}{hint}"


def remarks(conformed: Conformed) -> Iterator[str]:
    """What else its owner should know of the data, one sentence each."""
    for source in conformed.sources:
        yield from of_source(replace(source, unmapped=()))


def ways(walked: Walked, arrow: str) -> Sequence[Sequence[str]]:
    """What follows what beside the map, with how many customers went so."""
    return [[f"{w.before.what} {arrow} {w.after.what}", f"{w.customers:,}"] for w in walked.ways]
