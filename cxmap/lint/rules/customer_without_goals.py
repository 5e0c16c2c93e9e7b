"""Nobody wrote what a customer wants or expects."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.customer import Customer
from cxmap.profile import Profile
from cxmap.words import quoted

_HINTS = {
    "goals": "`goals: [<what they want to get done>]`",
    "expectations": "`expectations: [<what they take for granted of us>]`",
}


@rule(
    Customer, severity=Severity.WARNING, profile=Profile.STARTER, source="S0 know your customer, S2"
)
def customer_without_goals(customer: Customer, context: Context) -> Iterator[Gap]:
    """A customer without goals or expectations.

    Nobody can tell whether a touchpoint helps a customer when nobody wrote what that customer wants
    and expects.

    A segment need not say it where its personas stand for it.

    Bad:

        customers:
          - {id: new-buyer, name: First-time buyer, goals: [Be live before the month closes]}

    Good:

        customers:
          - id: new-buyer
            name: First-time buyer
            goals: [Be live before the month closes]
            expectations: [One named contact]
    """
    absent = [key for key in _HINTS if not customer.wrote_answer(key)]
    if not absent or customer.id in context.facts.segments:
        return
    what = {"goals": "wants", "expectations": "expects"}
    yield missing(
        customer,
        absent[0],
        f"nobody wrote what {quoted(customer.label)} {' or '.join(what[key] for key in absent)}",
        hint=" and ".join(_HINTS[key] for key in absent),
    )
