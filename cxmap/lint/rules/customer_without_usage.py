"""Nobody wrote how a customer uses what we offer."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.missing import missing
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.customer import Customer
from cxmap.words import quoted


@rule(
    Customer,
    severity=Severity.WARNING,
    hint="`uses: [<what they use, how often and where>]`",
    source="S0 how they use it",
)
def customer_without_usage(customer: Customer, context: Context) -> Iterator[Gap]:
    """A customer of whom nobody wrote how they use the products or services.

    Somebody who uses it once a month on a tablet at night needs another experience than somebody
    who has it open all day.

    A segment need not say it where its personas stand for it.

    Bad:

        customers:
          - {id: new-buyer, name: First-time buyer}

    Good:

        customers:
          - {id: new-buyer, name: First-time buyer, uses: [Payroll once a month]}
    """
    if not customer.wrote_answer("uses") and customer.id not in context.facts.segments:
        message = f"nobody wrote how {quoted(customer.label)} uses what we offer"
        yield missing(customer, "uses", message)
