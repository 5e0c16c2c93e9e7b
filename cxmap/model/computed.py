"""How a metric is computed from feedback data."""

from typing import Annotated

from cxmap.model.fields import Lasting, Text, listed, needed, said
from cxmap.model.part import Part, Refers


class Computed(Part):
    """Which columns of which data a metric is computed from."""

    KIND = "source"

    data: Annotated[Text, Refers("data")] = needed("the data: an id under `data`")
    value: Text | None = said("the column that holds the answer or figure")
    order: tuple[Text, ...] = listed("where answers are words: all of them, the lowest first")
    good: tuple[Text, ...] = listed("the words that count as good; the top two by default")
    yes: tuple[Text, ...] = listed("what stands for yes in `value`, such as `Yes`")
    from_: Text | None = said("the event, or column, that a time is taken from", "from")
    to: Text | None = said("the event, or column, up to which it is taken")
    within: Lasting | None = said("how soon counts as in time, such as `30 days`")
    start: Text | None = said("the column that says since when a customer is one")
    end: Text | None = said("the column that says since when no more")
    event: Text | None = said("the event that is counted")

    @classmethod
    def example(cls) -> str:
        """How a source is written."""
        return "{data: survey, value: csat}"
