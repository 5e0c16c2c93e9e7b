"""Small things about words: slugs, lists in prose, and the one *did you mean* of the program."""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

_EPSILON = 0.05  # ratings are shown with one decimal, and anything smaller shows as 0
_ASCII_WORDS = re.compile(r"[a-z0-9]+")
_PLAIN = re.compile(
    r"(?!null$)[^\W_](?:[^,\[\]{}:#&*!|>'\"%@`\\]*[^\s,\[\]{}:#&*!|>'\"%@`\\])?", re.IGNORECASE
)


@lru_cache(maxsize=100_000)
def slug(text: str) -> str:
    """Letters and digits of any script joined by hyphens: "Welcome letter" → `welcome-letter`."""
    if text.isascii():
        return "-".join(_ASCII_WORDS.findall(text.lower()))
    plain = unicodedata.normalize("NFC", text).lower()
    letters = (c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in plain)
    return "-".join("".join(letters).split())


def is_id(text: str) -> bool:
    """Tell whether `text` can be an id as it stands."""
    return bool(text) and slug(text) == text


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one known word that is clearly close to `word`, or None.

    Close means few letters apart for its length; on a tie there is no answer, since a wrong
    guess is worse than none.
    """
    folded = word.casefold()
    best: list[tuple[float, str]] = []
    for candidate in known:
        other = candidate.casefold()
        if other == folded:
            return candidate
        allowed = 1 if max(len(folded), len(other)) <= 4 else max(len(folded), len(other)) / 3
        if abs(len(other) - len(folded)) > allowed:
            continue
        away = distance(folded, other, int(allowed))
        if away <= allowed:
            best.append((away, candidate))
    best.sort()
    if not best or (len(best) > 1 and best[0][0] == best[1][0]):
        return None
    return best[0][1]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The tail of a message, ", did you mean `x`?", or nothing where no word is clearly close."""
    guess = nearest(word, known)
    return f", did you mean `{guess}`?" if guess else ""


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 error`, `2 errors`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def cut(text: str, most: int = 40) -> str:
    """Text that fits into a message: one line, shortened with an ellipsis."""
    plain = " ".join(text.split())
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"


def quoted(name: str, most: int = 60) -> str:
    """A name as customers know it, for a message: in double quotes, on one line, not too long."""
    return f'"{cut(name, most)}"'


def flow(text: str) -> str:
    """A text as it is written between brackets or braces: in quotes where it needs them."""
    plain = " ".join(text.split())
    return plain if _PLAIN.fullmatch(plain) else json.dumps(plain, ensure_ascii=False)


def listed(items: Sequence[str], most: int = 8) -> str:
    """Items in prose with commas, cut after `most` with a count of the rest."""
    shown = ", ".join(items[:most])
    return shown if len(items) <= most else f"{shown} and {len(items) - most} more"


def joined(items: Sequence[str], word: str = "and") -> str:
    """A list in prose: "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def signed(value: float) -> str:
    """A rating with its sign: +1, 0, −2, +0.5."""
    if abs(value) < _EPSILON:
        return "0"
    plain = f"{abs(value):.1f}".removesuffix(".0")
    return f"{'+' if value > 0 else '−'}{plain}"


def distance(a: str, b: str, limit: int) -> int:
    """How many slips of the finger part two words, or `limit` + 1 where it is more than `limit`.

    Optimal string alignment: insertions, deletions, changes and swapped neighbours.
    """
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        before, last = last, row
    return last[-1]
