"""Coverage: how many touchpoints answer each question, counted and never scored."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cxmap.fraction import Fraction
from cxmap.words import slug

if TYPE_CHECKING:  # what is shown from the cache needs no models, which take long to import
    from cxmap.model.index import Index
    from cxmap.model.journey import Journey
    from cxmap.model.team import Team
    from cxmap.model.touchpoint import Touchpoint
    from cxmap.model.workspace import Workspace

QUESTIONS = ("what", "who", "how", "when", "measure", "voice")
"""What is counted: the four questions, if anything is measured, and if customers are asked."""


class Listening:
    """Where customers are heard and where anything is measured."""

    def __init__(self, workspace: "Workspace") -> None:
        self._metrics = workspace.metrics
        self._posts = {
            found.touchpoint_path(touchpoint)
            for post in workspace.listening
            for reference in post.touchpoints
            for found, touchpoint in _touchpoints(workspace, reference)
        }
        self._voices: dict[str, bool] = {}
        self._asks: dict[tuple[str, ...], bool] = {}

    def is_voice(self, reference: str) -> bool:
        """Whether a measure is the customer's voice: its kind asks the customer.

        A metric that nobody declared is one where its name says so, as `nps` or `csat-welcome`.
        """
        known = self._voices.get(reference)
        if known is None:
            metric = self._metrics.get(reference)
            if metric is not None:
                known = metric.voice == "customer"
            else:
                known = bool({"nps", "csat", "ces", "rating"} & set(slug(reference).split("-")))
            self._voices[reference] = known
        return known

    def posted(self, journey: "Journey", touchpoint: "Touchpoint") -> bool:
        """Whether a listening post stands at a touchpoint."""
        return bool(self._posts) and journey.touchpoint_path(touchpoint) in self._posts

    def measured(self, journey: "Journey", touchpoint: "Touchpoint") -> bool:
        """Whether anything is measured here."""
        return touchpoint.wrote_answer("measures") or self.posted(journey, touchpoint)

    def heard(self, journey: "Journey", touchpoint: "Touchpoint") -> bool:
        """Whether the customer is asked here."""
        measures = touchpoint.measures
        if measures not in self._asks:
            self._asks[measures] = any(map(self.is_voice, measures))
        return self._asks[measures] or self.posted(journey, touchpoint)


_Row = tuple[int, ...]
"""Of a touchpoint, or of several: how many there are, how many say what they are, how many are
asked the other questions, and how many answer each of these."""

Counts = Mapping[str, Fraction]
"""How many answer, by question."""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The coverage of some maps, as a whole and by part.

    Attributes:
        whole: of all touchpoints.
        journeys: by the item path of a map, such as `onboarding@current`.
        stages: by the item path of a stage, such as `onboarding@current#sign`.
        teams: by the id of the team that owns the touchpoints; empty for those nobody owns. What
            customers do alone is no team's.
    """

    whole: Counts
    journeys: Mapping[str, Counts] = field(default_factory=dict)
    stages: Mapping[str, Counts] = field(default_factory=dict)
    teams: Mapping[str, Counts] = field(default_factory=dict)


def count(
    listening: Listening, touchpoints: "Iterable[tuple[Journey, Touchpoint]]"
) -> dict[str, Fraction]:
    """Count answers; a placeholder is none, what customers do alone is asked only what it is."""
    return _fractions(_sum([_row(listening, journey, t) for journey, t in touchpoints]))


def break_down(
    listening: Listening, teams: "Index[Team]", journeys: "Iterable[Journey]"
) -> Breakdown:
    """Count the answers of maps, as a whole and by map, stage and team."""
    whole: list[_Row] = []
    by_journey, by_stage = {}, {}
    by_team: dict[str, list[_Row]] = {}
    for journey in journeys:
        of_journey = []
        for stage in journey.stages:
            of_stage = []
            for touchpoint in stage.touchpoints:
                row = _row(listening, journey, touchpoint)
                of_stage.append(row)
                if not touchpoint.by_customer:
                    by_team.setdefault(touchpoint.who or "", []).append(row)
            tally = _sum(of_stage)
            by_stage[journey.stage_path(stage)] = _fractions(tally)
            of_journey.append(tally)
        tally = _sum(of_journey)
        by_journey[journey.path] = _fractions(tally)
        whole.append(tally)
    by_id: dict[str, list[_Row]] = {}
    for reference, rows in by_team.items():
        team = teams.get(reference) if reference else None
        by_id.setdefault(team.id if team else slug(reference), []).extend(rows)
    of_teams = {identity: _fractions(_sum(by_id[identity])) for identity in sorted(by_id)}
    return Breakdown(_fractions(_sum(whole)), by_journey, by_stage, of_teams)


_NONE: _Row = (0,) * 8


def _row(listening: Listening, journey: "Journey", touchpoint: "Touchpoint") -> _Row:
    answers = touchpoint.wrote_answer
    if touchpoint.by_customer:
        return (1, answers("what"), 0, 0, 0, 0, 0, 0)
    return (
        *(1, answers("what"), 1, answers("who"), answers("how"), answers("when")),
        *(listening.measured(journey, touchpoint), listening.heard(journey, touchpoint)),
    )


def _sum(rows: Sequence[_Row]) -> _Row:
    return tuple(map(sum, zip(*rows, strict=True))) or _NONE


def _fractions(tally: _Row) -> dict[str, Fraction]:
    what, named, asked, *answered = tally
    rest = (Fraction(number, asked) for number in answered)
    return dict(zip(QUESTIONS, (Fraction(named, what), *rest), strict=True))


def _touchpoints(
    workspace: "Workspace", reference: str
) -> "tuple[tuple[Journey, Touchpoint], ...]":
    from cxmap.model.index import Ambiguous

    try:
        return workspace.touchpoints_of(reference)
    except Ambiguous:
        return ()
