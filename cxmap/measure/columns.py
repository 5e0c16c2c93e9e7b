"""A column of a source as SQL: what is missing is NULL, and so is what cannot be read."""

from collections.abc import Sequence
from dataclasses import dataclass

from cxmap.measure.engine import Dialect, Held, Table
from cxmap.model.data import DataSource

_YES = ("yes", "y", "true", "t", "1")
_NO = ("no", "n", "false", "f", "0")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one source.

    Attributes:
        source: what they mean.
        table: where they are.
        dialect: how the engine spells expressions.
        zone: the time zone of times without one, and of periods.
    """

    source: DataSource
    table: Table
    dialect: Dialect
    zone: str

    def filled(self, column: str) -> str:
        """The text of a cell; NULL where it is empty or stands for no answer."""
        text = self.dialect.text(self.dialect.name(column), self._held(column))
        for missing in self.source.csv.missing if self.source.csv else ():
            text = f"nullif({text}, {self.dialect.literal(missing)})"
        return text

    def number(self, column: str) -> str:
        """A cell as whole thousandths."""
        held = self._held(column)
        if held is Held.TEXT:
            return self.dialect.number(self._with_point(self.filled(column)), held)
        return self.dialect.number(self.dialect.name(column), held)

    def word(self, column: str, order: Sequence[str]) -> str:
        """A cell that holds one of some words as its place among them, in thousandths."""
        text = self.filled(column)
        cases = (
            f"when {text} = {self.dialect.literal(word)} then {place * 1000}"
            for place, word in enumerate(order, 1)
        )
        return f"case {' '.join(cases)} end"

    def yes(self, column: str, yes: Sequence[str]) -> str:
        """A cell as 1000 for yes and 0 for no; where `yes` names words, all others are a no."""
        text = self.filled(column)
        if yes:
            return (
                f"case when {self._one_of(text, yes)} then 1000 when {text} is not null then 0 end"
            )
        low = f"lower({text})"
        return (
            f"case when {self._one_of(low, _YES)} then 1000"
            f" when {self._one_of(low, _NO)} then 0 end"
        )

    def instant(self, column: str) -> str:
        """A cell as a point in time."""
        held = self._held(column)
        may_miss = held is Held.TEXT and self.source.csv is not None and self.source.csv.missing
        cell = self.filled(column) if may_miss else self.dialect.name(column)
        return self.dialect.instant(cell, held, self.zone)

    def is_event(self, event: str) -> str:
        """A condition: a row is about an event, by its name in the data or in the maps."""
        names = self.source.names or {}
        words = (event, *(data for data, ours in names.items() if ours == event))
        return self._one_of(self.filled(self.source.touchpoint or ""), words)

    def where(self) -> list[str]:
        """The conditions of the source itself."""
        return [
            f"{self.filled(column)} = {self.dialect.literal(value)}"
            for column, value in (self.source.where or {}).items()
        ]

    def _held(self, column: str) -> Held:
        return self.table.columns[column]

    def _one_of(self, text: str, words: Sequence[str]) -> str:
        return f"{text} in ({', '.join(map(self.dialect.literal, words))})"

    def _with_point(self, text: str) -> str:
        if self.source.csv is None or self.source.csv.decimal != ",":
            return text
        # A point parts thousands there, or it is a mistake: 4.5 would be read as 45.
        parted = f"{text} not like '%.%' or {text} like '%.___' or {text} like '%.___,%'"
        return f"case when {parted} then replace(replace({text}, '.', ''), ',', '.') end"


def segments(source: DataSource) -> dict[str, str]:
    """The columns that say what kind of customer, by what the kind is called."""
    if source.segment is None:
        return {}
    return (
        {source.segment: source.segment}
        if isinstance(source.segment, str)
        else dict(source.segment)
    )
