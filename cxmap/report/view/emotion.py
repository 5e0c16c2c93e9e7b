"""How a journey feels: the points of its emotion curve, for one customer or for several."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cxmap.model.journey import Journey, Stage
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.workspace import Workspace
from cxmap.words import signed

STYLES = 4
"""How many kinds of line there are; a fifth customer's is drawn like the first one's."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One rating.

    Attributes:
        x: where it lies, 0 to 1 across the sheet.
        value: −2 to +2, or None where nobody has rated it.
        number: the touchpoint's number.
        name: the touchpoint's name.
        moment: it is a moment of truth.
        assumed: the rating is assumed, not heard.
    """

    x: float
    value: float | None
    number: str
    name: str
    moment: bool
    assumed: bool


@dataclass(frozen=True, slots=True)
class Line:
    """What one customer lives through.

    Attributes:
        name: the customer; empty where one curve stands for all.
        style: 1 to 4, how the line is drawn.
        dots: the touchpoints that the customer meets, in order.
    """

    name: str
    style: int
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Extreme:
    """The high or low point of the whole journey.

    Attributes:
        number: the touchpoint's number.
        name: its name.
        value: the rating.
        moment: it is a moment of truth.
        who: the customer it is so for, where they differ.
    """

    number: str
    name: str
    value: float
    moment: bool
    who: str


@dataclass(frozen=True, slots=True)
class Emotion:
    """The curve of one sheet of a map.

    Attributes:
        anchor: a name that no other curve on the page has.
        stages: how many stages the sheet has.
        lines: one per customer who feels otherwise than the others, else one.
        high: the high point of the journey, or None where it has none.
        low: its low point, or None.
        wish: the map is a target, so that nobody has felt this yet.
        title: the curve in words.
    """

    anchor: str
    stages: int
    lines: tuple[Line, ...]
    high: Extreme | None
    low: Extreme | None
    wish: bool
    title: str

    @property
    def rated(self) -> bool:
        """Whether there is any rating on this sheet."""
        return any(dot.value is not None for line in self.lines for dot in line.dots)


def emotions(
    journey: Journey,
    sheets: Sequence[Sequence[Stage]],
    numbers: Mapping[str, str],
    workspace: Workspace,
    anchor: str = "c",
) -> tuple[Emotion, ...]:
    """The curves of a map's sheets, which together are one curve.

    Args:
        journey: the map.
        sheets: its stages, parted as they are drawn.
        numbers: the numbers of its touchpoints, by id.
        workspace: where its customers are declared.
        anchor: what the names of the curves begin with.
    """
    wish = journey.state == "target"
    named = customers_apart(journey, workspace)
    drawn = [
        tuple(
            Line(name, n % STYLES + 1, tuple(_dots(journey, stages, numbers, customer, workspace)))
            for n, (customer, name) in enumerate(named.items())
        )
        for stages in sheets
    ]
    high, low = _extremes([line for lines in drawn for line in lines])
    title = _title(high, low, wish=wish)
    return tuple(
        Emotion(f"{anchor}{n}", len(stages), lines, high, low, wish, title)
        for n, (stages, lines) in enumerate(zip(sheets, drawn, strict=True), 1)
    )


def customers_apart(journey: Journey, workspace: Workspace) -> dict[str, str]:
    """The customers whose ratings differ on a map, id to name; one nameless one where none do."""
    rated: dict[str, str] = {}
    for touchpoint in journey.touchpoints():
        if isinstance(touchpoint.emotion, Mapping):
            for reference in touchpoint.emotion:
                found = workspace.customers.get(reference)
                identity = found.id if found else reference
                rated[identity] = found.label if found else reference
    if len(rated) < 2:
        return {"": ""}
    return rated


def feelings(touchpoint: Touchpoint, workspace: Workspace) -> dict[str, int]:
    """The ratings of a touchpoint by customer id; empty where it has none or one for all."""
    if not isinstance(touchpoint.emotion, Mapping):
        return {}
    found = {}
    for reference, value in touchpoint.emotion.items():
        customer = workspace.customers.get(reference)
        found[customer.id if customer else reference] = value
    return found


def _dots(
    journey: Journey,
    stages: Sequence[Stage],
    numbers: Mapping[str, str],
    customer: str,
    workspace: Workspace,
) -> Iterable[Dot]:
    for s, stage in enumerate(stages):
        total = len(stage.touchpoints)
        for t, touchpoint in enumerate(stage.touchpoints):
            if customer and not meets(customer, touchpoint, workspace):
                continue
            based_on = touchpoint.based_on or stage.based_on or journey.based_on
            yield Dot(
                (s + (t + 0.5) / total) / len(stages),
                rating(touchpoint, customer, workspace),
                numbers.get(touchpoint.id, ""),
                touchpoint.what,
                touchpoint.moment_of_truth,
                based_on == "assumption",
            )


def rating(touchpoint: Touchpoint, customer: str, workspace: Workspace) -> float | None:
    """How a touchpoint feels to a customer, by id; to all on average where it names none."""
    by_customer = feelings(touchpoint, workspace)
    if customer and by_customer:
        return by_customer.get(customer)
    return touchpoint.feeling()


def meets(customer: str, touchpoint: Touchpoint, workspace: Workspace) -> bool:
    """Whether a customer, by id, comes to a touchpoint at all."""
    if not touchpoint.customers:
        return True
    found = (workspace.customers.get(reference) for reference in touchpoint.customers)
    return customer in {c.id for c in found if c} | set(touchpoint.customers)


def _extremes(lines: Sequence[Line]) -> tuple[Extreme | None, Extreme | None]:
    """The high and the low point; neither where all ratings are equal."""
    rated = [
        Extreme(dot.number, dot.name, dot.value, dot.moment, line.name)
        for line in lines
        for dot in line.dots
        if dot.value is not None
    ]
    if len({extreme.value for extreme in rated}) < 2:
        return None, None
    high = min(rated, key=lambda e: (-e.value, not e.moment))
    low = min(rated, key=lambda e: (e.value, not e.moment))
    return high, low


def _title(high: Extreme | None, low: Extreme | None, *, wish: bool) -> str:
    what = "What the target aims for by touchpoint" if wish else "Emotion by touchpoint"
    ends = [
        f"{word} point {e.number} {e.name} ({signed(e.value)}{f', {e.who}' if e.who else ''})"
        for word, e in (("High", high), ("low", low))
        if e is not None
    ]
    said = f" {'; '.join(ends)}." if ends else ""
    return f"{what}.{said} All ratings are in the touchpoint table."
