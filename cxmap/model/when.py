"""The fourth question of a touchpoint: when, and how long it may take."""

from functools import lru_cache
from typing import Annotated, Self

from pydantic import Field, PlainValidator, model_validator

from cxmap.model.fields import Lasting, LastingRange, Text, said
from cxmap.model.numbers import Whole
from cxmap.model.part import Part
from cxmap.model.refused import bad_value
from cxmap.source.packed import Raw
from cxmap.timing.words import read_words

WORDS = "\0words"

_ANCHORS = ("at", "after", "before", "every")
_GOES_WITH = {
    "within": ("at", "after"),
    "by": ("before",),
    "in": ("after",),
    "nth": ("at",),
    "per": ("nth",),
}
_Count = Annotated[int, PlainValidator(Whole(1, 1_000_000))]


@lru_cache(maxsize=1024)
def _slip_in(given: frozenset[str]) -> tuple[str, str] | None:
    """What is wrong with the keys of a timeline taken together, and what to do about it."""
    anchors = [key for key in _ANCHORS if key in given]
    if len(anchors) > 1:
        both = " and ".join(f"`{key}`" for key in anchors)
        return f"a timeline has one anchor, and this has {both}", "keep one of them"
    if not anchors and "within" not in given:
        message = "a timeline needs `at`, `after`, `before`, `every` or `within`"
        return message, "or write it in words, without a mapping"
    for key, partners in _GOES_WITH.items():
        alone = key == "within" and not anchors
        if key in given and not alone and not any(partner in given for partner in partners):
            wanted = " or ".join(f"`{partner}`" for partner in partners)
            return f"`{key}` goes with {wanted}", f"add {wanted}, or take `{key}` out"
    return None


class When(Part):
    """A timeline: words, or a form that can be computed with.

    Words that plainly say one of the forms are read as such.
    """

    KIND = "timeline"

    words: str | None = Field(None, alias=WORDS)  # as they were written, where they were
    at_: Text | None = said("the event it happens at", "at")
    after: Text | None = said("the event, or the touchpoint of this journey, that it follows")
    before: Text | None = said("the event it comes before")
    every: Lasting | None = said("how often it recurs, such as `3 months`")
    nth: _Count | None = said("with `at`: which occurrence of the event, such as 100")
    per: Lasting | None = said("with `nth`: the time in which occurrences are counted")
    within: Lasting | None = said("the promise: the longest it may take, such as `1 business day`")
    by: Lasting | None = said("with `before`: how long before the event")
    in_: Lasting | None = said(
        "with `after`: how long after the event; a date, not a promise", "in"
    )
    takes: LastingRange | None = said("what it really takes today, such as `3 to 6 days`")
    note: Text | None = said("words beside it")

    @classmethod
    def from_text(cls, text: str) -> dict[str | int, Raw]:
        """A timeline may be words."""
        said = read_words(text) or {}
        return {**{key: str(value) for key, value in said.items()}, WORDS: text}

    @classmethod
    def example(cls) -> str:
        """How a timeline is written."""
        return "{after: contract-signed, within: 1 business day}"

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if self.words is not None or not self.written:
            return self
        slip = _slip_in(self.written.keys())
        if slip is not None:
            message, hint = slip
            raise bad_value(message, hint=hint)
        return self

    @property
    def event(self) -> str | None:
        """What it hangs on, in the writer's words: an event or a touchpoint."""
        return self.at_ or self.after or self.before
