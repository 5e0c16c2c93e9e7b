"""A file as it is laid out: what stands where, with the comments that belong to it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text, as it is written.

    Attributes:
        text: what stands there, with its quotes; empty where nothing does.
        value: what it says.
        is_block: it begins with `|` or `>`, and goes on in the lines below.
        base: the column that the indent of such lines is counted from.
        beside: the comment at its end, with the spaces before it.
    """

    text: str
    value: str = ""
    is_block: bool = False
    base: int = 0
    beside: str = ""

    @property
    def lines(self) -> list[str]:
        """Its lines."""
        return self.text.split("\n")


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, or an item of a list.

    Attributes:
        value: the value.
        key: the key; None for an item.
        above: the lines above it: comments, and "" for a blank one.
        beside: the comment at the end of the key's line, where the value begins below.
        inner: comment lines between the key and its value.
        first: the number of the line on which its key or item begins.
        last: the number of its last line, with the comments that belong to it.
    """

    value: "Node"
    key: Scalar | None = None
    above: tuple[str, ...] = ()
    beside: str = ""
    inner: tuple[str, ...] = ()
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """A mapping or a list.

    Attributes:
        is_list: it is a list.
        entries: what it holds.
        ending: comment lines after the last entry.
        in_brackets: it is written in brackets or braces.
        lines: how many lines it takes, in brackets.
        opening: the comment after the opening bracket, with the spaces before it.
        beside: the comment after the closing one.
        column: the column of its entries, where it is not in brackets.
        closed: line and column of the closing bracket, both from 0.
    """

    is_list: bool
    entries: tuple[Entry, ...] = ()
    ending: tuple[str, ...] = ()
    in_brackets: bool = False
    lines: int = 1
    opening: str = ""
    beside: str = ""
    column: int = 0
    closed: tuple[int, int] = (0, 0)


Node = Scalar | Group


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole file.

    Attributes:
        root: what it holds.
        before: its lines up to `---`, where it has that mark.
        after: its lines from `...` on, where it has that mark.
    """

    root: Group
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
