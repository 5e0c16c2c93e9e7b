"""How numbers and times have to be written in columns of text, where an engine has to be told.

All patterns are of the kind that Python, Java and PostgreSQL read alike.
"""

NUMBER = r"[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,2})?"
"""A number without thousands marks."""

_DAY = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,6})?)?"
_ZONE = "(Z|[+-](0[0-9]|1[0-4])(:?[0-5][0-9])?)"

TIME = f"{_DAY}([T ]{_CLOCK}{_ZONE}?)?"
"""A date, or a time as ISO 8601 has it, with or without its zone; a 30 February fits too."""

ZONED = f"{_DAY}[T ]{_CLOCK}{_ZONE}"
"""A time that names its zone."""
