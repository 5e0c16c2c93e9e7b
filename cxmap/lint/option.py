"""A rule's own options: what they are for, and how they are read."""

from dataclasses import dataclass
from typing import Any, get_args

_WORDS = {"true": True, "yes": True, "false": False, "no": False}


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a rule.

    Attributes:
        kind: the type of its values: `int`, `bool`, `str` or `tuple[str, ...]`.
        default: its value where nobody sets it.
        meaning: what it is for, in words.
    """

    kind: Any
    default: Any
    meaning: str = ""

    @classmethod
    def of(cls, annotation: Any, default: object) -> "Option":  # noqa: ANN401 (it is any type)
        """The option that a parameter stands for: `Annotated[int, "how many are too many"]`."""
        words = getattr(annotation, "__metadata__", ())
        kind = get_args(annotation)[0] if words else annotation
        return cls(kind, default, words[0] if words else "")

    @property
    def takes(self) -> str:
        """What may be written."""
        words = {int: "a whole number", bool: "true or false", str: "one text"}
        return words.get(self.kind, "a list of texts")

    def read(self, raw: object) -> object:
        """The value that was written in a file.

        Raises:
            ValueError: it is none.
        """
        if self.kind == tuple[str, ...]:
            items = raw if isinstance(raw, list) else [raw]
            if all(isinstance(item, str) for item in items):
                return tuple(items)
        elif isinstance(raw, str):
            if self.kind is str:
                return raw
            if self.kind is bool and raw.lower() in _WORDS:
                return _WORDS[raw.lower()]
            if self.kind is int and raw.isascii() and raw.isdigit() and len(raw) < 10:
                return int(raw)
        raise ValueError(self.takes)
