"""What a form of inventories is: how it is read, and how it is written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cxmap.inventory.inventory import Inventory
from cxmap.inventory.reading import Asked, Reading


class Offered(NamedTuple):
    """What a form may offer to those who fill it in.

    Attributes:
        choices: known names by key: teams for `who`, channels for `how`.
        empty: it is a blank form for a workshop.
    """

    choices: Mapping[str, Sequence[str]] = {}
    empty: bool = False


NOTHING_OFFERED = Offered()


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
        write: an inventory, as it is, with what may be answered.
        is_text: it can be shown on a terminal.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, Asked], Reading]
    write: Callable[[Inventory, Offered], Written]
    is_text: bool = True
