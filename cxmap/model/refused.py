"""Why a value is refused, in words for the person who wrote it."""

from collections.abc import Iterable, Sequence

from pydantic_core import PydanticCustomError

from cxmap.source.packed import Raw
from cxmap.words import cut, flow, listed, nearest, slug

OURS = "cxmap"
"""The type of the errors made here, to tell them from pydantic's own."""

Route = tuple[str | int, ...]


def bad_value(
    message: str,
    *,
    label: str = "",
    hint: str = "",
    better: str = "",
    certain: bool = False,
    route: Route = (),
) -> PydanticCustomError:
    """A value that is outside what the field takes.

    Args:
        message: what is wrong, in one line.
        label: a few words to print under the value.
        hint: what to write.
        better: the one text that was clearly meant, if there is one; a program may put it there.
        certain: there is no other meaning that `better` could miss.
        route: from the part that refuses to the value, where it is not the part itself.
    """
    return _error("bad-value", message, label, hint, better, certain=certain, route=route)


def missing(message: str, hint: str) -> PydanticCustomError:
    """A key that must be there is absent."""
    return _error("missing-key", message, "", hint)


def wrong(message: str, hint: str) -> PydanticCustomError:
    """An answer in the wrong shape."""
    return _error("wrong-type", message, "", hint)


def not_a_mapping(noun: str, example: str, raw: Raw) -> PydanticCustomError:
    """Text, a list or nothing where a mapping is due."""
    if raw is None:
        message = f"{with_article(noun)} should stand here, and nothing does"
        return wrong(message, f"write `{example}`, or delete the empty item")
    message = f"{with_article(noun)} is written as keys with values, not as {shape_of(raw)}"
    return wrong(message, f"write `{example}`")


def not_text(raw: Raw, field: str = "") -> PydanticCustomError:
    """A list or mapping where one line of text is due."""
    what = f"`{field}`" if field else "this"
    return wrong(f"{what} takes one text, not {shape_of(raw)}", "write it as one text")


def several_owners(
    field: str, noun: str, names: Sequence[str], *, helping: bool
) -> PydanticCustomError:
    """Several teams where one is accountable, and the others are helping where that is a key."""
    first, *others = map(flow, names)
    hint = f"`{field}: {first}`"
    if helping:
        hint += f" for the one, `with: [{', '.join(others)}]` for the rest"
    return wrong(f"one team owns {with_article(noun)}, and `{field}` names {len(names)}", hint)


def need_text(raw: Raw) -> str:
    """The one text that was written, where it is one.

    Raises:
        PydanticCustomError: it is a list, a mapping or nothing.
    """
    if not isinstance(raw, str):
        raise not_text(raw)
    return raw


def choose(value: str, choices: Iterable[str], *, route: Route = ()) -> PydanticCustomError:
    """A word that is not among the choices of its field; the beginning of one of them means it."""
    known = tuple(choices)
    begun = [choice for choice in known if len(value) > 2 and choice.startswith(value.casefold())]
    guess = nearest(value, known) or (begun[0] if len(begun) == 1 else "")
    hint = "choose from " + ", ".join(f"`{choice}`" for choice in known)
    if not guess:
        return bad_value(f"`{cut(value)}` is none of {listed(known)}", hint=hint, route=route)
    message = f"`{cut(value)}` is none of the choices"
    label = f"did you mean `{guess}`?"
    certain = slug(guess) == slug(value)
    return bad_value(message, label=label, hint=hint, better=guess, certain=certain, route=route)


def shape_of(raw: Raw) -> str:
    """What an answer looks like: `a list`, `a mapping`, `nothing`, or the text itself."""
    if raw is None:
        return "nothing"
    if isinstance(raw, dict):
        return "a mapping"
    if isinstance(raw, list | tuple):
        return "a list"
    return f"the text `{cut(str(raw))}`"


def with_article(noun: str) -> str:
    """`a touchpoint`, `an action`; what has a plural name goes by its key, as in "`lint`"."""
    first, _, last = noun.rpartition(" ")
    if last in {"settings", "limits"}:
        return f"`{first or last}`"
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _error(
    rule: str,
    message: str,
    label: str,
    hint: str,
    better: str = "",
    *,
    certain: bool = False,
    route: Route = (),
) -> PydanticCustomError:
    context = {
        "rule": rule,
        "message": message,
        "label": label,
        "hint": hint,
        "better": better,
        "certain": certain,
        "route": route,
    }
    return PydanticCustomError(OURS, "{message}", context)
