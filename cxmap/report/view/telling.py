"""Sentences about a journey: what stands out, by plain rules, computed from the map alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cxmap.experience import average, drops, handoffs
from cxmap.model.journey import Journey
from cxmap.report.brief import Brief
from cxmap.report.say import many, sentence, spelled, times
from cxmap.report.view.coverage import Strip, silent
from cxmap.report.view.emotion import Emotion, Extreme
from cxmap.report.view.marks import Marks
from cxmap.report.view.ribbon import owners
from cxmap.words import joined, signed

_NAMED = 3  # moments of truth that are named one by one


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence; strong where it is what the sentence is about."""

    text: str
    strong: bool = False


def standfirst(
    journey: Journey, strips: Sequence[Strip], curves: Sequence[Emotion], brief: Brief
) -> tuple[Piece, ...]:
    """What a map says in three sentences: its size, its low point, what is missing."""
    total = sum(len(stage.touchpoints) for stage in journey.stages)
    if not total:
        return (Piece("Nothing is on this map yet."),)
    size = f"{sentence(many(total, 'touchpoint'))} in {many(len(journey.stages), 'stage')}. "
    pieces = [Piece(size)]
    low = curves[0].low if curves else None
    if journey.state == "target":
        pieces += _lift(journey, brief)
    elif low is not None and low.value < 0:
        pieces += _low_point(low)
    missing = _missing(strips, journey, brief)
    if missing:
        pieces.append(Piece(f"{missing}."))
    return tuple(pieces)


def _low_point(low: Extreme) -> Iterator[Piece]:
    yield Piece("The low point is ")
    yield Piece(f"{low.number} {low.name}", strong=True)
    who = f" for {low.who}" if low.who else ""
    yield Piece(f"{who}, a moment of truth. " if low.moment else f"{who}. ")


def _lift(target: Journey, brief: Brief) -> Iterator[Piece]:
    """What a target aims for; nobody has felt it yet."""
    current = brief.facts.current(target)
    after = average(target.touchpoints())
    before = average(current.touchpoints()) if current else None
    if after is None:
        return
    if before is None or signed(before) == signed(after):
        yield Piece(f"The target aims for an average of {signed(after)}. ")
    elif after > before:
        yield Piece("The target ")
        yield Piece(
            f"aims to lift the average from {signed(before)} to {signed(after)}", strong=True
        )
        yield Piece(". ")
    else:
        yield Piece(
            f"The target lets the average go from {signed(before)} to {signed(after)}. ",
            strong=True,
        )


def _missing(strips: Sequence[Strip], journey: Journey, brief: Brief) -> str:
    """What is missing: "Three touchpoints belong to nobody, and at eight we never ask …"."""
    parts = []
    unowned = silent(strips, "who")
    asked = next((s.asked for s in strips if s.question == "voice"), 0)
    unheard = silent(strips, "voice")
    if unowned and unowned == asked:
        parts.append("nobody owns any of them")
    elif unowned:
        verb = "belongs" if unowned == 1 else "belong"
        parts.append(f"{many(unowned, 'touchpoint')} {verb} to nobody")
    if unheard:
        of = "" if parts else f" of {asked}"
        words = f"at {spelled(unheard)}{of} we never ask the customer"
        if unheard == asked:
            words = "nowhere do we ask the customer"
        counted = _counted(journey, brief)
        if counted == unheard:
            words += ", we only count"
        elif counted:
            words += f"; at {spelled(counted)} of those we only count"
        parts.append(words)
    return sentence(", and ".join(parts))


def _counted(journey: Journey, brief: Brief) -> int:
    listening = brief.facts.listening
    return sum(
        listening.measured(journey, t) and not listening.heard(journey, t)
        for t in journey.touchpoints()
        if not t.by_customer
    )


def map_heading(journey: Journey) -> str:
    """Where it is hardest, or goes best; "The map" where the ratings do not say."""
    means = [
        (mean, number, stage.name)
        for number, stage in enumerate(journey.stages, 1)
        if (mean := average(stage.touchpoints)) is not None
    ]
    if len(means) < 2 or journey.state == "target":
        return "The target" if journey.state == "target" else "The map"
    low, high = min(means), max(means)
    if [m for m, _, _ in means].count(low[0]) == 1 and low[0] < 0:
        return f"It is hardest in stage {low[1]}, {low[2]}"
    if [m for m, _, _ in means].count(high[0]) == 1 and high[0] > 0:
        return f"It goes best in stage {high[1]}, {high[2]}"
    return "The map"


def moments(journey: Journey, brief: Brief) -> str:
    """How many moments of truth there are, and at which of them nobody asks."""
    found = [t for t in journey.touchpoints() if t.moment_of_truth]
    if not found:
        return "No moment of truth is marked"
    numbers = brief.numbers(journey)
    listening = brief.facts.listening
    unheard = [f"{numbers[t.id]} {t.what}" for t in found if not listening.heard(journey, t)]
    count = sentence(many(len(found), "moment of truth", "moments of truth"))
    if not unheard:
        return f"{count}, and the customer is asked at {'it' if len(found) == 1 else 'each'}"
    if len(unheard) > _NAMED:
        return f"{count}; at {spelled(len(unheard))} of them nobody asks"
    return f"{count}; nobody asks at {joined(unheard)}"


def hands(journey: Journey, marks: Marks) -> str:
    """How often the customer changes hands and is dropped; nothing where nobody owns anything."""
    run = owners(journey.stages, marks)
    if not any(run):
        return ""
    changes, lost = handoffs(run), drops(run)
    parts = [f"changes hands {times(changes)}"] if changes else ["stays in one pair of hands"]
    if lost:
        parts.append(f"is left to nobody {times(lost)}")
    return f"The customer {' and '.join(parts)}"


def carried(journey: Journey, marks: Marks) -> str:
    """The same for the head of a lane: "8 handoffs, dropped 3 times"."""
    run = owners(journey.stages, marks)
    if not any(run):
        return "Nobody owns any of it"
    changes, lost = handoffs(run), drops(run)
    words = f"{changes} handoff{'' if changes == 1 else 's'}"
    return f"{words}, dropped {times(lost)}" if lost else words


def assumed(journey: Journey, brief: Brief) -> str:
    """How many ratings are assumed rather than heard; nothing where none is."""
    rated = [t for t in journey.touchpoints() if t.emotion is not None]
    found = sum(
        (b := brief.facts.places.based_on(t)) is not None and b[0] == "assumption" for t in rated
    )
    if not found:
        return ""
    return f"{found} of {len(rated)} ratings are assumed, and drawn hollow"
