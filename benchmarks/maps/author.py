"""The source of all choices in a journey of the corpus: its language, its customers, its dice."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from maps.library import CUSTOMERS, TEAMS

Words = Mapping[str, Sequence[str]]

WORDS: Mapping[str, Words] = json.loads(
    Path(__file__).with_name("words.json").read_text(encoding="utf-8")
)


@dataclass(frozen=True)
class Author:
    """Writes one journey: the same author for the same number and seed."""

    language: str
    words: Words
    customers: Sequence[str]
    random: Random

    def some(self, share: float) -> bool:
        """True for that share of the times it is asked."""
        return self.random.random() < share

    def event(self) -> str:
        return self.random.choice(self.words["events"])

    def team(self) -> str:
        return self.random.choice(list(TEAMS))

    def sentence(self) -> str:
        return " ".join(self.random.choice(self.words[part]) for part in ("starts", "ends"))

    def paragraph(self) -> str:
        return f"{self.sentence()}\n{self.sentence()}\n"

    def names(self, count: int) -> list[tuple[str, str]]:
        """Different touchpoints: an id in English, as most people write them, and a name."""
        english, here = (
            [f"{thing} {way}" for thing in words["things"] for way in words["ways"]]
            for words in (WORDS["en"], self.words)
        )
        pairs = [
            (key.lower().replace(" ", "-"), name) for key, name in zip(english, here, strict=True)
        ]
        return self.random.sample(pairs, count)


def author(number: int, seed: int) -> Author:
    """The author of journey `number`, from 1, who does not depend on the size of the corpus."""
    random = Random(f"{seed}/{number}")  # noqa: S311 - the same every time is the point
    language = list(WORDS)[(number - 1) % len(WORDS)]
    customers = random.sample(CUSTOMERS, random.randint(1, 2))
    return Author(language, WORDS[language], customers, random)
