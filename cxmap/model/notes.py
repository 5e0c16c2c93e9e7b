"""Notes that reading leaves on a mapping as it was read, under numbers, which no key can be."""

GIVEN_ID = 1
"""The item's id, where it is neither written nor just the slug of its name."""

REFUSED = 2
"""What had to be left out: keys, and pairs of a key and the number of an item in its list."""

ONE_LINE = 3
"""The touchpoint was written in one line."""
