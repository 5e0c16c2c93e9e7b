"""What stands in the way of reading a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a text is not a file of ours, in plain words.

    Attributes:
        message: what is wrong.
        start: where it begins, an offset into the text in code points.
        end: where it ends; exclusive.
        label: a few words to print under the place.
        hint: what to do.
        rule: `yaml-syntax`, or `bad-value` where the text is YAML and still not what was meant.
        other: the offset of another place that explains it, or None.
        other_message: what is to be seen there.
        better: what a program can write in its place; empty where that is for people to say.
        certain: there is no other meaning that `better` could miss.
    """

    message: str
    start: int
    end: int
    label: str = ""
    hint: str = ""
    rule: str = "yaml-syntax"
    other: int | None = None
    other_message: str = ""
    better: str = ""
    certain: bool = False


def bare_question_mark(start: int) -> Problem:
    """A `?` that is not quoted: YAML takes it for a key, people mean "nobody knows"."""
    return Problem(
        "a bare `?` means something else in YAML",
        start,
        start + 1,
        "cannot stand alone",
        'write `"?"` in quotes, or leave it out until somebody knows',
        better='"?"',
        certain=True,
    )


def leading_question_mark(start: int) -> Problem:
    """A line that begins with `?`: YAML takes it for a key, people mean "whatever it is"."""
    return Problem(
        "a line cannot begin with `?`, which means something else in YAML",
        start,
        start + 1,
        "say here what happens",
        "begin with a few words for what happens; `?` can stand for each answer after it",
    )
