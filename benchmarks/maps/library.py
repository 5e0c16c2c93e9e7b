"""What the journeys of the corpus share: teams, channels, customers, metrics and a strategy."""

from collections.abc import Sequence

from maps.yamltext import Item, Node

TEAMS = {
    "marketing": "Marketing",
    "sales": "Sales",
    "customer-care": "Customer care",
    "billing": "Billing",
    "delivery": "Delivery",
    "field-service": "Field service",
    "digital": "Digital channels",
    "branches": "Branches",
    "legal": "Legal and privacy",
    "operations": "Operations",
    "partners": "Partner management",
    "quality": "Quality and complaints",
}
CHANNELS = ["email", "phone", "sms", "letter", "chat", "app", "portal", "web", "face-to-face"]
OWN_CHANNELS = {"kiosk": "Kiosk in the branch", "meter-display": "Display on the meter"}
CUSTOMERS = [
    f"{who}-{where}"
    for who in ("first-time-buyer", "family", "tenant", "landlord", "small-business", "pensioner")
    for where in ("north", "south", "coast", "islands")
]
# Kinds of metric, each with its target and other values it had.
VALUES: dict[str, list[Node]] = {
    "csat": [85, 82.5, 86],
    "ces": [80, 81, 78],
    "rate": [95, 95, 96.5],
    "duration": ["4 hours", "3 hours", "5 hours"],
    "cost": [12, 11, 13.4],
}
VOICE = ("csat", "ces")

CONFIGURATION: Item = {
    "cxmap": 1,
    "organization": "Meridian Home Services",
    "language": "en",
    "currency": "EUR",
    "calendar": {"country": "FR", "timezone": "Europe/Paris"},
    "lint": {"profile": "standard", "fail_on": "never"},
}


def library(journeys: Sequence[str], actions: Sequence[Node]) -> Item:
    """The one file beside the journeys; grows with them by an action each."""
    return {
        "cxmap": 1,
        "strategy": _strategy(),
        "teams": [_team(*team) for team in TEAMS.items()],
        "channels": [
            {"id": key, "name": name, "kind": "digital"} for key, name in OWN_CHANNELS.items()
        ],
        "customers": [_customer(key) for key in CUSTOMERS],
        "metrics": [_metric(team, kind) for team in TEAMS for kind in VALUES] + [_loyalty()],
        "listening": _listening(journeys),
        "actions": list(actions),
    }


def _strategy() -> Item:
    return {
        "intent": "Moving home feels like one conversation with people who remember you",
        "criteria": [
            {"text": "A named person answers within a day", "measures": ["duration-customer-care"]},
            {"text": "Nobody explains the same thing twice", "measures": ["ces-customer-care"]},
        ],
        "always_expect": ["Reliable", "A positive attitude"],
        "sponsor": "Chief executive",
        "leader": "Head of customer experience",
        "communications": [
            {
                "audience": list(TEAMS),
                "message": "Who our customers are and what they told us",
                "covers": list(CUSTOMERS),
                "who": "leader",
                "when": {"every": "3 months"},
                "last": "2026-09-15",
            }
        ],
        "training": [
            {
                "topic": "The first conversation",
                "teams": list(TEAMS),
                "who": "customer-care",
                "when": {"every": "6 months"},
                "last": "2026-06-02",
            }
        ],
        "recognition": [
            {
                "because": ["csat-customer-care"],
                "reward": "Story of the month",
                "for": list(TEAMS),
                "who": "sponsor",
                "when": {"every": "1 month"},
            }
        ],
        "reviews": {"who": "leader", "when": {"every": "1 month"}, "last": "2026-10-05"},
    }


def _team(key: str, name: str) -> Item:
    return {"id": key, "name": name, "lead": f"Head of {name.lower()}", "customer_facing": True}


def _customer(key: str) -> Item:
    name = key.replace("-", " ").capitalize()
    return {
        "id": key,
        "name": name,
        "about": f"{name}, moves home once in seven years and compares three offers",
        "uses": ["Electricity and heating every day", "The app once a month"],
        "goals": ["Be warm on the first evening", "One bill that can be read"],
        "expectations": ["One named contact", "An answer the same day"],
        "channels": ["email", "phone"],
        "quotes": [{"text": "I moved, my contract did not", "source": "Interview 2026-09"}],
    }


def _metric(team: str, kind: str) -> Item:
    metric: Item = {
        "id": f"{kind}-{team}",
        "name": f"{kind.upper()} of {TEAMS[team]}",
        "kind": kind,
    }
    if kind in VOICE:
        metric["question"] = f"How did you find your contact with {TEAMS[team]}?"
    values = VALUES[kind]
    return metric | {
        "target": values[0],
        "owners": [team, "quality"],
        "review": "monthly",
        "readings": [
            {
                "period": f"2026-{month:02}",
                "value": values[month % len(values)],
                "n": 180 + 7 * month,
            }
            for month in range(1, 11)
        ],
    }


def _loyalty() -> Item:
    return {
        "id": "nps",
        "name": "Would you recommend us",
        "kind": "nps",
        "question": "How likely are you to recommend us to a friend?",
        "target": 40,
        "owners": ["marketing", "customer-care"],
        "readings": [{"period": "2026-Q3", "value": 41, "n": 1204}],
    }


def _listening(journeys: Sequence[str]) -> list[Node]:
    return [
        {
            "id": f"survey-{team}",
            "name": f"Survey after contact with {TEAMS[team]}",
            "kind": "survey",
            "stages": [f"{journey}#start" for journey in journeys[number :: len(TEAMS)][:20]],
            "measures": [f"csat-{team}"],
            "owner": team,
            "every": "1 month",
            "respond": {"who": "customer-care", "within": "1 business day"},
        }
        for number, team in enumerate(TEAMS)
        if number < len(journeys)
    ]
