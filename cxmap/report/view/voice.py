"""Where we ask customers, and where we only count, stage by stage."""

from collections.abc import Iterator
from dataclasses import dataclass

from cxmap.model.journey import Journey, Stage
from cxmap.report.studio import Studio

ROWS = (
    ("Satisfaction (CSAT)", frozenset({"csat"})),
    ("Effort (CES)", frozenset({"ces"})),
    ("Loyalty (NPS)", frozenset({"nps"})),
    ("Ratings", frozenset({"rating"})),
)
"""The kinds of question, with the kinds of metric that ask it."""

_POSTS = "Asked without a score"
_COUNTED = "We only count"


@dataclass(frozen=True, slots=True)
class Question:
    """One kind of question: for every stage the numbers of touchpoints, or of the stage itself."""

    words: str
    asks: bool
    stages: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """Where customers are asked on one journey.

    Attributes:
        title: the journey's title.
        href: its page.
        key: its id, for anchors.
        stages: the names of its stages.
        rows: the kinds of question that are asked anywhere, and what is counted.
        sums: for every stage at how many of how many touchpoints we ask; empty where nobody asks.
        silent: in how many stages nobody asks.
    """

    title: str
    href: str
    key: str
    stages: tuple[str, ...]
    rows: tuple[Question, ...]
    sums: tuple[str, ...]
    silent: int


def heard(journey: Journey, studio: Studio) -> Heard:
    """Where customers are asked on a journey."""
    stages = [
        _stage(journey, stage, number, studio) for number, stage in enumerate(journey.stages, 1)
    ]
    words = [*(w for w, _ in ROWS), _POSTS, _COUNTED]
    rows = tuple(
        Question(word, word != _COUNTED, tuple(tuple(stage.get(word, ())) for stage in stages))
        for word in words
    )
    sums = tuple(_sum(journey, stage, studio) for stage in journey.stages)
    return Heard(
        journey.label,
        studio.links.to("journey", journey.path),
        journey.id,
        tuple(stage.name for stage in journey.stages),
        tuple(row for row in rows if any(row.stages) or row.words in {words[0], _COUNTED}),
        sums,
        sums.count(""),
    )


def _stage(journey: Journey, stage: Stage, number: int, studio: Studio) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for touchpoint in stage.touchpoints:
        card = studio.card(journey, touchpoint)
        for word in _words(journey, card.measures, studio, heard=card.heard):
            found.setdefault(word, []).append(card.number)
    posts = studio.brief.facts.measures.posts_on(journey.stage_path(stage))
    references = (*stage.measures, *(r for post in posts for r in post.measures))
    ids = tuple(metric.id for metric in studio.brief.facts.metrics(references))
    for word in _words(journey, ids, studio, heard=bool(posts)):
        found.setdefault(word, []).append(f"stage {number}")
    return found


def _words(
    journey: Journey, measures: tuple[str, ...], studio: Studio, *, heard: bool
) -> Iterator[str]:
    del journey
    metrics = studio.brief.facts.metrics(measures)
    asked = False
    for word, kinds in ROWS:
        if any(metric.kind in kinds for metric in metrics):
            asked = True
            yield word
    if heard and not asked:
        yield _POSTS
    if any(metric.voice == "operations" for metric in metrics):
        yield _COUNTED


def _sum(journey: Journey, stage: Stage, studio: Studio) -> str:
    cards = [studio.card(journey, touchpoint) for touchpoint in stage.touchpoints]
    asked = sum(card.heard for card in cards)
    if asked:
        return f"{asked} of {len(cards)}"
    return "The stage" if studio.brief.facts.asked(journey, stage) else ""
