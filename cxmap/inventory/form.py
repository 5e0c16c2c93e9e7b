"""What a form of inventories is: how it is read, and how it is written."""

from collections.abc import Callable
from dataclasses import dataclass

from cxmap.inventory.inventory import Inventory
from cxmap.inventory.reading import Asked, Reading


@dataclass(frozen=True, slots=True)
class Written:
    """An inventory written down.

    Attributes:
        data: the bytes of the file.
        notes: what the form cannot say, each a line.
    """

    data: bytes
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A form.

    Attributes:
        name: what users call it.
        suffixes: the endings of files of this form.
        read: from the bytes of a file; None for one that only goes out.
        write: an inventory, as it is.
        is_text: it can be shown on a terminal.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, Asked], Reading]
    write: Callable[[Inventory], Written]
    is_text: bool = True
