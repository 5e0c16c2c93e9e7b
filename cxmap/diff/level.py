"""What a change means for the customer."""

from enum import IntEnum


class Level(IntEnum):
    """How a change weighs; sorts with what customers lose first."""

    LOSS = 0
    """A promise or an accountability is weakened."""
    RISK = 1
    """Nobody can tell from the map whether it is for the better."""
    GAIN = 2
    """It is strengthened."""
    NOTE = 3
    """Words and order."""

    @property
    def word(self) -> str:
        """The lower-case word that users read and write."""
        return self.name.lower()


LEVELS = tuple(level.word for level in Level)
"""The words for levels, the worst first."""
