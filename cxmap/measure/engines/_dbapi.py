"""What warehouses have in common: a connection of Python's database interface, PEP 249."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from cxmap.measure.engine import Cell, Dialect, EngineError, Held, Table
from cxmap.measure.engines._addresses import parts_of

_BATCH = 10_000


@dataclass(frozen=True)
class DatabaseEngine:
    """An engine behind such a connection.

    Attributes:
        name: what people call it.
        dialect: how it spells expressions.
        connection: the connection.
        columns: the query for the names and types of a table's columns, from the parts of its name.
        held: what a column of a type holds, by the type's name in lower case without its numbers.
        stop: stops the query of a cursor, as the driver has it; called from another thread.
    """

    name: str
    dialect: Dialect
    connection: Any
    columns: Callable[[list[str]], str]
    held: Mapping[str, Held]
    stop: Callable[[Any], object]
    _running: list[Any] = field(default_factory=list)

    def table(self, name: str) -> Table:
        """A table or view by its name, with its columns."""
        parts = parts_of(name)
        found = list(self.run(self.columns(parts)))
        if not found:
            raise EngineError(f"there is no table `{name}` that can be read")
        sql = ".".join(self.dialect.name(part) for part in parts)
        return Table(sql, {str(column): self._held(str(kind)) for column, kind in found})

    def _held(self, kind: str) -> Held:
        plain = kind.lower().partition("(")
        zone = " with time zone" if plain[2].endswith("with time zone") else ""
        return self.held.get(plain[0].strip() + zone, Held.OTHER)

    def run(self, sql: str) -> Iterator[tuple[Cell, ...]]:
        """Run one query and give its rows."""
        try:
            cursor = self.connection.cursor()
            self._running[:] = [cursor]
            cursor.execute(sql)
            while rows := cursor.fetchmany(_BATCH):
                for row in rows:
                    yield tuple(int(c) if isinstance(c, Decimal) else c for c in row)
        except Exception:  # noqa: BLE001 (every driver has errors of its own, and they quote cells)
            raise EngineError(f"{self.name} could not read the data") from None

    def cancel(self) -> None:
        """Stop the query that runs in another thread."""
        with suppress(Exception):  # it may be over already
            for cursor in self._running:
                self.stop(cursor)

    def close(self) -> None:
        """Let go of the connection."""
        self.connection.close()


def connected(name: str, connect: Callable[[], Any]) -> Any:  # noqa: ANN401 (any driver's)
    """A connection.

    Raises:
        EngineError: there is none; the text does not quote the address, which holds a password.
    """
    try:
        return connect()
    except Exception:  # noqa: BLE001 (the same)
        raise EngineError(f"{name} cannot be reached with this address") from None


TYPES = {
    "varchar": Held.TEXT,
    "char": Held.TEXT,
    "string": Held.TEXT,
    "text": Held.TEXT,
    "tinyint": Held.WHOLE,
    "smallint": Held.WHOLE,
    "int": Held.WHOLE,
    "integer": Held.WHOLE,
    "bigint": Held.WHOLE,
    "int64": Held.WHOLE,
    "decimal": Held.NUMBER,
    "number": Held.NUMBER,
    "numeric": Held.NUMBER,
    "bignumeric": Held.NUMBER,
    "real": Held.NUMBER,
    "float": Held.NUMBER,
    "float64": Held.NUMBER,
    "double": Held.NUMBER,
    "boolean": Held.YES_NO,
    "bool": Held.YES_NO,
    "date": Held.DATE,
}
"""What types hold whose names mean the same everywhere; those of times do not."""


def information_schema(
    parts: list[str], literal: Callable[[str], str], name: Callable[[str], str]
) -> str:
    """The query of SQL's own catalogue for the columns of `catalog.schema.table`."""
    *ahead, table = parts
    catalogue = f"{name(ahead[0])}." if len(ahead) > 1 else ""
    schema = f" and table_schema = {literal(ahead[-1])}" if ahead else ""
    return (
        f"select column_name, data_type from {catalogue}information_schema.columns"  # noqa: S608 (quoted)
        f" where table_name = {literal(table)}{schema} order by ordinal_position"
    )
