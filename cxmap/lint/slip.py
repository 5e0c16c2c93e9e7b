"""A slip in what `cxmap.yaml` says of `lint`, and the finding that tells of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from cxmap.finding import Edit, Finding, Fix, Severity
from cxmap.source.document import Document
from cxmap.source.packed import Raw
from cxmap.source.place import at, key_at
from cxmap.words import nearest

Route = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """Something in the settings that means nothing.

    Attributes:
        value: the text that means nothing.
        route: where it stands below `lint`.
        message: what is wrong.
        hint: what to do.
        known: what it could have been.
        is_key: it is the key at the end of the route, not its value.
    """

    value: str
    route: Route
    message: str
    hint: str = ""
    known: Sequence[str] = ()
    is_key: bool = False


def tell(slip: Slip, document: Document, raw: Raw) -> Finding:
    """The finding about a slip in the settings, which `raw` holds as they were read."""
    span = (key_at if slip.is_key else at)(document, raw, ("lint", *slip.route))
    guess = nearest(slip.value, slip.known)
    return Finding(
        "bad-value",
        Severity.ERROR,
        slip.message,
        span,
        label=f"did you mean `{guess}`?" if guess else "",
        hint="" if guess else slip.hint,
        field=str(slip.route[0]),
        value=slip.value,
        fix=Fix(f"write `{guess}`", (Edit(span, guess),)) if guess else None,
    )
