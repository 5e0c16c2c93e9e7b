"""Ways in which people break a map, to time what happens then."""

from collections.abc import Callable

Break = Callable[[str], str]


def _swap(old: str, new: str) -> Break:
    return lambda text: text.replace(old, new, 1)


BREAKS: tuple[Break, ...] = (
    lambda text: f"{text}  - {{what: Call\n",
    lambda text: f"{text}journey: twice\n",
    lambda text: f"{text}---\njourney: second\n",
    lambda text: f"{text}\tnote: a tab\n",
    _swap("\ntitle:", "\ntitel:"),
    _swap("\nstate: current", "\nstate: currant"),
    _swap("\nowner: ", "\nowner: no-such-team-"),
    _swap("\njourney: ", "\njourney: [] # "),
    _swap("\n    name: ", "\n    named: "),
    _swap("\nmeasures: [nps]", "\nmeasures: &all [nps]"),
)


def broken(text: str, number: int) -> str:
    """The map with one mistake, another one for each number up to the length of `BREAKS`."""
    return BREAKS[number % len(BREAKS)](text)
