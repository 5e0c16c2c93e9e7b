"""Which actions deliver a change, in words."""

from cxmap.facts import Facts
from cxmap.model.action import Action


def planned(action: Action, facts: Facts) -> str:
    """An action with who answers for it and how far it is."""
    owner = facts.team_name(action.owner) if action.owner else "nobody answers for it"
    due = f", due {action.due.isoformat()}" if action.due and action.open else ""
    return f"{action.label} ({owner}, {action.status.replace('-', ' ')}{due})"
