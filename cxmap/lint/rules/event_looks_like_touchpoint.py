"""An event that is probably a touchpoint, misspelt."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from cxmap.finding import Edit, Fix, Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.index import Ambiguous
from cxmap.model.journey import Journey
from cxmap.model.touchpoint import Touchpoint
from cxmap.words import cut, distance, quoted, slug


@rule(Journey, severity=Severity.WARNING, source="S0 on signing, or with the first order?")
def event_looks_like_touchpoint(journey: Journey, context: Context) -> Iterator[Gap]:
    """A timeline that hangs on an event spelled nearly like a touchpoint of the journey.

    A timeline that hangs on nothing is late for nobody: the customer waits, and no clock runs.

    What differs by hyphens only is always pointed out; a slip of the finger only where no other
    timeline of the journey hangs on the same event.

    Bad:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Kick-off call}
              - {what: Plan by email, when: {after: kickoff-call, within: 2 days}}

    Good:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Kick-off call}
              - {what: Plan by email, when: {after: kick-off-call, within: 2 days}}
    """
    hanging = list(_on_events(journey, context))
    if not hanging:
        return
    spellings = _Spellings(journey)
    times = Counter(slug(event) for _, _, event in hanging)
    for touchpoint, key, event in hanging:
        meant = spellings.meant_by(slug(event), often=times[slug(event)] > 1)
        if meant is None or meant is touchpoint:
            continue
        when = touchpoint.when
        exact = when is not None and when.written is not None
        span = when.at(key) if when is not None and exact else touchpoint.at("when")
        fix = Fix(f"write `{meant.id}`", (Edit(span, meant.id),)) if exact else None
        yield Gap(
            f"{quoted(touchpoint.what)} is timed by `{cut(event)}`, which is no touchpoint here",
            span,
            "when",
            f"did you mean `{meant.id}`?",
            f"write `{meant.id}` for {quoted(meant.what)}, or call the event something else",
            about=touchpoint,
            fix=fix,
        )


def _on_events(journey: Journey, context: Context) -> Iterator[tuple[Touchpoint, str, str]]:
    """The touchpoints that hang on something that is no touchpoint, with the key and the event."""
    index = context.workspace.touchpoint_index(journey)
    for touchpoint in journey.touchpoints():
        when = touchpoint.when
        if when is None or when.event is None:
            continue
        try:
            if index.find(when.event) is None:
                key = "at" if when.at_ else "after" if when.after else "before"
                yield touchpoint, key, when.event
        except Ambiguous:
            continue


class _Spellings:
    """The ids and names of a journey's touchpoints, so that near ones are found at once."""

    def __init__(self, journey: Journey) -> None:
        self._names = [
            (name, touchpoint)
            for touchpoint in journey.touchpoints()
            for name in {touchpoint.id, slug(touchpoint.what)}
        ]
        self._joined: dict[str, list[Touchpoint]] = {}
        for name, touchpoint in self._names:
            self._joined.setdefault(name.replace("-", ""), []).append(touchpoint)

    @cached_property
    def _but_one(self) -> dict[tuple[str, ...], list[tuple[str, Touchpoint]]]:
        found: dict[tuple[str, ...], list[tuple[str, Touchpoint]]] = {}
        for name, touchpoint in self._names:
            for word, rest in _but_one(name):
                found.setdefault(rest, []).append((word, touchpoint))
        return found

    def meant_by(self, event: str, *, often: bool) -> Touchpoint | None:
        """The one touchpoint whose name an event nearly is.

        That is where only the hyphens differ, or a slip of the finger in one word. An event that
        several timelines hang on is no slip.
        """
        found = self._joined.get(event.replace("-", ""), [])
        if not found and not often:
            found = [
                touchpoint
                for word, rest in _but_one(event)
                for other, touchpoint in self._but_one.get(rest, ())
                if _is_slip(word, other)
            ]
        return found[0] if len({id(touchpoint) for touchpoint in found}) == 1 else None


def _but_one(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each word of a name, with the others around a gap."""
    words = name.split("-")
    for place, word in enumerate(words):
        yield word, (*words[:place], "", *words[place + 1 :])


_SHORT = 5
_LONG = 9


def _is_slip(one: str, other: str) -> bool:
    """Whether two words are one word with a slip, or in the singular and the plural.

    Short words are left alone: "call" and "mail" are two things.
    """
    if any(c.isdigit() for c in one + other):
        return False
    if f"{one}s" == other or f"{other}s" == one:
        return True
    shortest = min(len(one), len(other))
    allowed = 0 if shortest < _SHORT else 1 if shortest < _LONG else 2
    return 0 < distance(one, other, allowed) <= allowed
