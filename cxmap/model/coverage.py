"""Coverage: how many touchpoints answer each question, counted and never scored."""

from collections.abc import Iterable

from cxmap.fraction import Fraction
from cxmap.model.journey import Journey
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.workspace import Workspace
from cxmap.words import slug

QUESTIONS = ("what", "who", "how", "when", "measure", "voice")
"""What is counted: the four questions, if anything is measured, and if customers are asked."""


class Listening:
    """Where customers are heard and where anything is measured."""

    def __init__(self, workspace: Workspace) -> None:
        self._metrics = workspace.metrics
        self._posts = {
            found.touchpoint_path(touchpoint)
            for post in workspace.listening
            for reference in post.touchpoints
            for found, touchpoint in _touchpoints(workspace, reference)
        }
        self._voices: dict[str, bool] = {}

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

    def posted(self, journey: Journey, touchpoint: Touchpoint) -> bool:
        """Whether a listening post stands at a touchpoint."""
        return bool(self._posts) and journey.touchpoint_path(touchpoint) in self._posts

    def measured(self, journey: Journey, touchpoint: Touchpoint) -> bool:
        """Whether anything is measured here."""
        return touchpoint.wrote_answer("measures") or self.posted(journey, touchpoint)

    def heard(self, journey: Journey, touchpoint: Touchpoint) -> bool:
        """Whether the customer is asked here."""
        return any(map(self.is_voice, touchpoint.measures)) or self.posted(journey, touchpoint)


def count(
    listening: Listening, touchpoints: Iterable[tuple[Journey, Touchpoint]]
) -> dict[str, Fraction]:
    """Count answers; a placeholder is none, what customers do alone is asked only what it is."""
    what = asked = who = how = when = measured = heard = named = 0
    for journey, touchpoint in touchpoints:
        what += 1
        named += touchpoint.wrote_answer("what")
        if touchpoint.by_customer:
            continue
        asked += 1
        who += touchpoint.wrote_answer("who")
        how += touchpoint.wrote_answer("how")
        when += touchpoint.wrote_answer("when")
        measured += listening.measured(journey, touchpoint)
        heard += listening.heard(journey, touchpoint)
    answers = (who, how, when, measured, heard)
    rest = (Fraction(answered, asked) for answered in answers)
    return dict(zip(QUESTIONS, (Fraction(named, what), *rest), strict=True))


def _touchpoints(workspace: Workspace, reference: str) -> tuple[tuple[Journey, Touchpoint], ...]:
    from cxmap.model.index import Ambiguous

    try:
        return workspace.touchpoints_of(reference)
    except Ambiguous:
        return ()
