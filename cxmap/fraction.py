"""A counted share."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fraction:
    """How many touchpoints answer a question, of those that are asked it."""

    answered: int
    asked: int
