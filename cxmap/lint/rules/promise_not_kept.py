"""Something takes longer than promised, and nobody acts."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.hints import act_on
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.touchpoint import Touchpoint
from cxmap.timing.deadline import Order, compare
from cxmap.words import quoted


@rule(Touchpoint, severity=Severity.WARNING, source="S0 expected timeline", current_only=True)
def promise_not_kept(touchpoint: Touchpoint, context: Context) -> Iterator[Gap]:
    """A touchpoint that takes longer than promised, and that no action names.

    A customer who was promised a day and waits for three stops believing the other promises too.

    The longest that it takes counts. Where the units differ and only on some days of the year it is
    too long, it is a note.

    Bad:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - what: First call back
                when: {after: enquiry, within: 4 business hours, takes: 2 business days}

    Good:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - what: First call back
                when: {after: enquiry, within: 4 business hours, takes: 1 to 3 business hours}
    """
    when = touchpoint.when
    if when is None or when.takes is None or when.within is None:
        return
    order = compare(when.takes.high, when.within, context.calendar)
    late = order is Order.LONGER
    if (late or order is Order.MIXED) and not context.facts.actions.planned(
        *context.home(), touchpoint
    ):
        tail = "and no action names it" if late else "which is too long on some days of the year"
        yield Gap(
            f"{quoted(touchpoint.what)} takes {when.takes}"
            f" instead of the promised {when.within}, {tail}",
            when.at("takes") if when.written else touchpoint.at("when"),
            "when",
            f"longer than {when.within}" if late else "longer on some days",
            act_on(touchpoint, context),
            severity=None if late else Severity.INFO,
        )
