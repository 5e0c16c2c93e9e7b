"""A stage with too much in it."""

from collections.abc import Iterator
from typing import Annotated

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.journey import Stage
from cxmap.profile import Profile
from cxmap.words import quoted


@rule(
    Stage,
    severity=Severity.INFO,
    profile=Profile.STRICT,
    hint="split the stage where what the customer wants changes",
    source="S4 stages from the customer's view",
)
def crowded_stage(
    stage: Stage,
    context: Context,
    *,
    most: Annotated[int, "touchpoints that a reader keeps in mind"] = 12,
) -> Iterator[Gap]:
    """A stage with more touchpoints than a reader keeps in mind.

    A customer who goes through that much in one stage wants more than one thing there, and people
    who look at the map see none of it.

    Bad:

        journey: eating-out
        stages:
          - name: I eat
            touchpoints:
              [Door, Coat, Table, Menu, Order, Bread, Wine, Dish, Salt, Coffee, Bill, Tip, Taxi]

    Good:

        journey: eating-out
        stages:
          - name: I eat
            touchpoints: [Door, Coat, Table, Menu, Order, Bread, Wine, Dish, Salt, Coffee]
          - name: I leave
            touchpoints: [Bill, Tip, Taxi]
    """
    del context
    number = len(stage.touchpoints)
    if number > most:
        yield Gap(
            f"{quoted(stage.name)} has {number} touchpoints, more than the {most} a reader keeps"
            " in mind",
            field="touchpoints",
            label=f"{number} touchpoints",
        )
