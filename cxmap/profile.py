"""How strict a workspace is with itself."""

from enum import IntEnum


class Profile(IntEnum):
    """The sets of rules, each holding the ones before it."""

    STARTER = 0
    STANDARD = 1
    STRICT = 2

    @property
    def word(self) -> str:
        """The word that users write."""
        return self.name.lower()
