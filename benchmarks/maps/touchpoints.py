"""One touchpoint of the corpus, as it is today and as it should be."""

from maps.author import Author
from maps.library import CHANNELS, OWN_CHANNELS, TEAMS
from maps.yamltext import Item, Node

# How often an answer is missing. Together with the one-liners, which nobody measures, these make
# some fourteen gaps a journey, as in maps that a team keeps up by hand.
GAPS = {"who": 0.03, "when": 0.05, "how": 0.03, "measures": 0.08, "expectation": 0.08}


def one_line(author: Author, what: str) -> str:
    """What - how - who - when; the team by its name, as people write it."""
    channel, team = author.random.choice(CHANNELS), TEAMS[author.team()]
    return f"{what} - {channel} - {team} - {author.event()}"


def touchpoint(author: Author, key: str, what: str, team: str, earlier: str) -> Item:
    """A touchpoint of today; `earlier` is the id of one that it may follow, or empty."""
    moment = author.some(0.08)
    item: Item = {"id": key, "what": what, "who": team}
    if author.some(0.3):
        item["with"] = author.random.sample([other for other in TEAMS if other != team], 2)
    if author.some(0.1):
        item["contact"] = author.random.choice(["Account manager", "Technician", "Voice assistant"])
    if len(author.customers) > 1 and author.some(0.1):
        item["customers"] = author.customers[:1]
    if author.some(0.05):
        item["if"] = author.sentence()
    item["how"] = author.random.sample([*CHANNELS, *OWN_CHANNELS], 2 if author.some(0.25) else 1)
    item["when"] = _when(author, earlier)
    item["measures"] = _measures(author, team)
    item["expectation"] = author.sentence()
    if author.some(0.4):
        item["met"] = author.random.choices(["met", "exceeded", "missed"], [12, 3, 1])[0]
    if moment or author.some(0.1):
        item["standard"] = author.sentence()
    item["emotion"] = _emotion(author, lowest=0 if moment else -2)
    if moment:
        return item | {"moment_of_truth": True, "importance": author.random.randint(4, 5)}
    missing = {field for field, share in GAPS.items() if author.some(share)}
    return {key: item[key] for key in item if key not in missing} | _background(author)


def improved(author: Author, item: Node) -> Node:
    """The touchpoint in the target map: the same promise or a tighter one, and no pains."""
    if not isinstance(item, dict):
        return item
    better = {key: value for key, value in item.items() if key not in {"pains", "met", "emotion"}}
    when = item.get("when")
    if isinstance(when, dict) and "within" in when:
        better["when"] = {key: value for key, value in when.items() if key != "takes"}
        if "after" in when and author.some(0.3):
            better["when"] = {"after": when["after"], "within": "1 business day"}
    if author.some(0.1):
        better["standard"] = author.sentence()
    return better


def _when(author: Author, earlier: str) -> Node:
    event, number = author.event(), author.random.randint(2, 9)
    promise: Item = {
        "after": earlier if earlier and author.some(0.5) else event,
        "within": f"{number} business days",
    }
    forms: list[Node] = [
        promise,
        promise,
        promise | {"takes": f"{number - 1} business days"},
        {"at": event},
        {"at": event, "within": "24 hours"},
        {"before": event, "by": f"{number * 5} days"},
        {"every": f"{number} months"},
        {"at": event, "nth": 100},
        {"at": event, "nth": 3, "per": "1 month"},
        {"after": event, "in": f"{number * 10} days"},
        {"within": f"{number} minutes"},
        event,
    ]
    return author.random.choice(forms)


def _measures(author: Author, team: str) -> list[str]:
    voice = f"{author.random.choice(['csat', 'ces'])}-{team}"
    delivery = f"{author.random.choice(['rate', 'duration'])}-{team}"
    return [voice, delivery] if author.some(0.3) else [voice]


def _emotion(author: Author, lowest: int) -> Node:
    """From -2 to 2, mostly a little good; by customer where the journey has several."""
    felt = {
        customer: max(lowest, author.random.choices(range(-2, 3), [1, 2, 7, 7, 3])[0])
        for customer in author.customers
    }
    return felt if len(felt) > 1 else next(iter(felt.values()))


def _background(author: Author) -> Item:
    """What stands behind a touchpoint; most have one of these."""
    item: Item = {}
    if author.some(0.08):
        told: Item = {"text": author.sentence(), "source": "Interview 2026-09"}
        item["pains"] = [author.sentence(), told]
        item["opportunities"] = [author.sentence()]
    if author.some(0.05):
        item["works_well"] = [author.sentence()]
    if author.some(0.1):
        item["evidence"] = ["The printed letter", "The e-mail with the date"]
    if author.some(0.1):
        item["frontstage"] = [author.sentence()]
        item["backstage"] = ["Operations checks the contract", "Billing opens the account"]
        item["support"] = ["CRM", "Meter data service"]
    if author.some(0.04):
        item["note"] = author.paragraph()
    return item
