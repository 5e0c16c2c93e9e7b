"""A customer has too few or too many moments of truth."""

from collections.abc import Iterator
from typing import Annotated

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.customer import Customer
from cxmap.words import count, quoted


@rule(Customer, severity=Severity.INFO, source="S4 10 to 20 moments of truth")
def moments_out_of_range(
    customer: Customer,
    context: Context,
    *,
    touchpoints: Annotated[int, "touchpoints from which too few moments are told"] = 40,
) -> Iterator[Gap]:
    """A customer with fewer than 10 or more than 20 moments of truth over all current maps.

    When everything matters nothing comes first, and when nothing does chance decides what
    customers remember.

    Under 40 touchpoints few are enough. `limits: {moments_of_truth: [10, 20]}` in cxmap.yaml sets
    other numbers. A segment is counted by its personas.

    Bad:

        # file: cxmap.yaml
        lint: {limits: {moments_of_truth: [1, 2]}}
        # file: onboarding.yaml
        journey: onboarding
        customers: [{name: Buyer}]
        stages:
          - name: I sign up
            touchpoints:
              - {what: Welcome letter, moment_of_truth: true}
              - {what: Kick-off call, moment_of_truth: true}
              - {what: Contract, moment_of_truth: true}

    Good:

        # file: cxmap.yaml
        lint: {limits: {moments_of_truth: [1, 2]}}
        # file: onboarding.yaml
        journey: onboarding
        customers: [{name: Buyer}]
        stages:
          - name: I sign up
            touchpoints:
              - {what: Welcome letter}
              - {what: Kick-off call, moment_of_truth: true}
              - {what: Contract}
    """
    if customer.id in context.facts.segments:
        return  # its personas live through it
    least, most = context.settings.lint.limits.moments_of_truth
    met, moments = context.facts.lived.get(customer.id, (0, 0))
    name = quoted(customer.name or customer.title or customer.id)
    has = f"{name} has {count(moments, 'moment')} of truth in {count(met, 'touchpoint')}"
    if moments > most:
        hint = "keep `moment_of_truth` for the few that make or break the experience"
        yield Gap(f"{has}, more than {most}", label=f"over {most}", hint=hint)
    elif moments < least and met >= touchpoints:
        hint = "`moment_of_truth: true` where the experience is made or broken"
        yield Gap(f"{has}, fewer than {least}", label=f"under {least}", hint=hint)
