"""What a rule is about, for lists, messages and formats."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class About:
    """What a rule is about: its one sentence and why a customer cares."""

    name: str
    finds: str
    why: str = ""
    source: str = ""


READING = (
    About("yaml-syntax", "a file that cannot be read as a map"),
    About("unknown-key", "a key that the format does not have"),
    About("wrong-type", "an answer in the wrong shape"),
    About("bad-value", "a value outside its choices, range or form"),
    About("missing-key", "a required key that is absent"),
    About("duplicate-id", "two items of a kind that share an id"),
    About("unknown-reference", "a reference to something that nobody declares"),
    About("unread-file", "a file that looks like a map and was not read as one"),
    About("bad-suppression", "an ignore remark that does nothing, or gives no reason"),
)
"""The rules of `validate`: whether a file can be read and hangs together."""
