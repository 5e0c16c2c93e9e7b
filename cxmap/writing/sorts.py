"""What can be added to a workspace, and what is asked about it in plain words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxmap import registry
from cxmap.kind import Kind
from cxmap.model.action import Action
from cxmap.model.customer import Customer
from cxmap.model.journey import Journey, Stage
from cxmap.model.listening import ListeningPost
from cxmap.model.metric import Metric
from cxmap.model.part import Part
from cxmap.model.team import Channel, Team
from cxmap.model.touchpoint import Touchpoint


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of item.

    Attributes:
        name: what users call it.
        part: what it is in the model.
        section: the key of the list it stands in; empty for a map, which has a file of its own.
        questions: what is asked, by key, the most needed first.
    """

    name: str
    part: type[Part]
    section: str
    questions: Mapping[str, str]

    @property
    def noun(self) -> str:
        """What users read: a listening post, where `listening` is what they write."""
        return "listening post" if self.part is ListeningPost else self.name

    def asks(self, key: str, told: Mapping[str, Sequence[str]]) -> bool:
        """Whether a question makes sense after some answers: customers are asked no duration."""
        if self.part is not Metric or key != "question":
            return True
        kind = next(iter(told.get("kind", ())), None)
        return kind is None or registry.load("cxmap.kinds", kind, Kind).voice == "customer"


_TOUCHPOINT = {
    "what": "What happens, in a few words?",
    "who": "Which one team owns it? `customer` where customers are alone",
    "how": "By which channels does it reach the customer?",
    "when": "When is it due, such as: within 2 business days of the kick-off call?",
    "measures": "By which metrics do we know how it went?",
    "expectation": "What does the customer expect here, in their words?",
    "emotion": "How does it feel to the customer today, from -2 (very bad) to 2 (very good)?",
    "moment_of_truth": "Is it one of the few that make or break the experience, yes or no?",
}
_STAGE = {
    "name": "What is the stage, in the customer's words, such as: I sign up?",
    "goal": "What does the customer want here?",
    "owner": "Which team answers for the stage across teams?",
}
_JOURNEY = {
    "title": "What is the journey called?",
    "customers": "Whose journey is it?",
    "owner": "Which team answers for the whole experience?",
    "trigger": "What starts it?",
    "outcome": "How does it end well for the customer?",
    "stages": "Through which stages does the customer go, in their words, such as: I sign up?",
}
_CUSTOMER = {
    "name": "What do you call this customer, such as: First-time buyer?",
    "kind": "One typical person, or a group of them?",
    "about": "Who are they, in a sentence?",
    "uses": "How do they use our products or services?",
    "goals": "What do they want to reach?",
    "expectations": "What do they expect of us?",
    "pains": "What hurts them?",
    "channels": "Which channels do they prefer?",
}
_TEAM = {
    "name": "What is the team called?",
    "lead": "Who leads it?",
    "function": "What does it do for customers?",
}
_CHANNEL = {
    "name": "What is the channel called?",
    "kind": "What kind of channel is it?",
}
_METRIC = {
    "name": "What is the metric called?",
    "kind": "What kind of metric is it?",
    "question": "What is the customer asked, in the words of the survey?",
    "target": "Which figure do you want to reach?",
    "owners": "Which teams share it?",
    "review": "How often is it looked at?",
}
_LISTENING = {
    "name": "What is it called, such as: Welcome survey?",
    "kind": "How are customers heard?",
    "touchpoints": "At which touchpoints, such as: onboarding/welcome-letter?",
    "measures": "Which metrics does it feed?",
    "owner": "Which team runs it?",
    "every": "How often, such as: 1 month?",
    "respond.who": "Which team answers unhappy customers?",
    "respond.within": "How soon, such as: 1 business day?",
}
_ACTION = {
    "title": "What will change, in a few words?",
    "touchpoints": "Which touchpoints does it change, such as: onboarding/welcome-letter?",
    "owner": "Which team answers for it?",
    "because": "Why: which metric or listening post says so, or which pain?",
    "verify": "Which metric must move before it counts as done?",
    "due": "When is it due, such as: 2026-12-01?",
    "benefit": "What does it bring, in words or money?",
    "effort": "How much work is it?",
}

SORTS = {
    sort.name: sort
    for sort in (
        Sort("journey", Journey, "", _JOURNEY),
        Sort("target", Journey, "", {}),
        Sort("stage", Stage, "stages", _STAGE),
        Sort("touchpoint", Touchpoint, "touchpoints", _TOUCHPOINT),
        Sort("customer", Customer, "customers", _CUSTOMER),
        Sort("team", Team, "teams", _TEAM),
        Sort("channel", Channel, "channels", _CHANNEL),
        Sort("metric", Metric, "metrics", _METRIC),
        Sort("listening", ListeningPost, "listening", _LISTENING),
        Sort("action", Action, "actions", _ACTION),
    )
}
"""Every sort of item by its name, in the order in which a map is made."""
