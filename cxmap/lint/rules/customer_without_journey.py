"""A customer that no map follows."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.customer import Customer
from cxmap.words import quoted


@rule(Customer, severity=Severity.INFO, source="S3 several customer types")
def customer_without_journey(customer: Customer, context: Context) -> Iterator[Gap]:
    """A kind of customer that no map follows.

    What these customers live through is known to nobody, so it is made for somebody else.

    A segment is followed where one of its personas is, and a persona where its segment is.

    Bad:

        customers:
          - {id: bookkeeper, name: Bookkeeper}

    Good:

        # file: library.yaml
        customers:
          - {id: bookkeeper, name: Bookkeeper}
        # file: onboarding.yaml
        journey: onboarding
        customers: [bookkeeper]
    """
    if customer.id not in context.facts.followed:
        yield Gap(
            f"no map follows {quoted(customer.label)}",
            label="on no journey",
            hint=f"`customers: [{customer.id}]` on the journey they live through",
        )
