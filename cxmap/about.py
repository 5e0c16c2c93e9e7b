"""What a rule is about, for lists, messages and formats."""

from dataclasses import dataclass

from cxmap.finding import Severity


@dataclass(frozen=True, slots=True)
class About:
    """What a rule is about: its one sentence, why a customer cares, and how bad it is by itself."""

    name: str
    finds: str
    why: str = ""
    source: str = ""
    severity: Severity = Severity.WARNING


READING = (
    About("yaml-syntax", "a file that cannot be read as a map", severity=Severity.ERROR),
    About("unknown-key", "a key that the format does not have", severity=Severity.ERROR),
    About("wrong-type", "an answer in the wrong shape", severity=Severity.ERROR),
    About("bad-value", "a value outside its choices, range or form", severity=Severity.ERROR),
    About("missing-key", "a required key that is absent", severity=Severity.ERROR),
    About("duplicate-id", "two items of a kind that share an id", severity=Severity.ERROR),
    About(
        "unknown-reference",
        "a reference to something that nobody declares",
        severity=Severity.ERROR,
    ),
    About("unread-file", "a file that looks like a map and was not read as one"),
    About("bad-suppression", "an ignore remark that does nothing, or gives no reason"),
)
"""The rules of `validate`: whether a file can be read and hangs together."""
