"""The short marks of teams and channels: monogram and tint, icon and name."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from cxmap.model.index import Index
from cxmap.model.team import Team
from cxmap.model.touchpoint import CUSTOMER
from cxmap.model.workspace import Workspace
from cxmap.report.page import Links
from cxmap.words import slug

TINTS = 8
"""How many tints there are; a ninth team has the first one's. The monogram tells them apart."""

_ICONS = {
    **{name: name for name in ("email", "phone", "letter", "chat", "sms", "web", "app", "event")},
    **{name: name for name in ("face-to-face", "social", "store", "portal", "search")},
    "video-call": "video",
    "messaging": "chat",
    "chatbot": "bot",
    "advertising": "megaphone",
    "word-of-mouth": "megaphone",
}
_ICON_OF_KIND = {"digital": "web", "human": "face-to-face", "physical": "store"}


@dataclass(frozen=True, slots=True)
class TeamMark:
    """A team as it is shown everywhere.

    Attributes:
        id: its id, for filters and anchors.
        name: its name.
        monogram: two letters that no other team has.
        tint: 1 to 8, a colour that only repeats the monogram; 0 for the customer.
        href: its page, or nothing where the report has none.
        customer: it is no team but the customer alone.
    """

    id: str
    name: str
    monogram: str
    tint: int
    href: str
    customer: bool = False


@dataclass(frozen=True, slots=True)
class ChannelMark:
    """A channel: its id, its name, and the name of its icon."""

    id: str
    name: str
    icon: str


ALONE = TeamMark(CUSTOMER, "The customer, alone", "", 0, "", customer=True)
"""The mark of what customers do or wait for without us."""


class Marks:
    """The marks of a workspace's teams and channels, the same on every page."""

    def __init__(self, workspace: Workspace, links: Links) -> None:
        self._workspace = workspace
        self._links = links
        self._channel_marks: dict[str, ChannelMark] = {}

    @cached_property
    def _teams(self) -> dict[str, TeamMark]:
        names = {team.id: team.label for team in self._workspace.teams}
        for reference in _undeclared(self._workspace):
            names.setdefault(slug(reference), reference)
        monograms = _monograms(names.values())
        return {
            identity: TeamMark(
                identity, name, monogram, number % TINTS + 1, self._links.to("team", identity)
            )
            for number, ((identity, name), monogram) in enumerate(
                zip(names.items(), monograms, strict=True)
            )
        }

    def team(self, reference: str) -> TeamMark:
        """The mark of the team that a reference means, declared or not."""
        if reference == CUSTOMER:
            return ALONE
        declared = self._workspace.teams.get(reference)
        identity = declared.id if declared else slug(reference)
        known = self._teams.get(identity)
        return known or TeamMark(identity, reference, _letters(reference)[:2].upper(), 1, "")

    def teams(self, references: Iterable[str]) -> tuple[TeamMark, ...]:
        """The marks of several teams, each once."""
        return tuple(dict.fromkeys(self.team(reference) for reference in references))

    def declared(self) -> tuple[TeamMark, ...]:
        """The marks of the teams that the workspace declares, in their order."""
        return tuple(self._teams[team.id] for team in _first(self._workspace.teams))

    def channel(self, reference: str) -> ChannelMark:
        """The mark of the channel that a reference means, declared or not."""
        known = self._channel_marks.get(reference)
        if known is None:
            known = self._channel_marks[reference] = self._channel(reference)
        return known

    def _channel(self, reference: str) -> ChannelMark:
        channel = self._workspace.all_channels.get(reference)
        if channel is None:
            return ChannelMark(slug(reference), reference, "other")
        name = channel.name or channel.title or channel.id.replace("-", " ")
        if channel.id == "sms" and name == channel.id:
            name = "SMS"
        icon = _ICONS.get(channel.id) or _ICON_OF_KIND.get(channel.kind or "", "other")
        return ChannelMark(channel.id, name[:1].upper() + name[1:], icon)


def _first(teams: Index[Team]) -> Iterator[Team]:
    """Each team once, were it declared twice."""
    for identity in teams.ids():
        team = teams.get(identity)
        if team is not None:
            yield team


def _undeclared(workspace: Workspace) -> Iterator[str]:
    """Team references that nothing declares, in the order of the maps."""
    known: set[str] = set()
    for journey in workspace.journeys:
        for touchpoint in journey.touchpoints():
            for reference in (touchpoint.who, *touchpoint.with_):
                if reference and reference != CUSTOMER and reference not in known:
                    known.add(reference)
                    if workspace.teams.get(reference) is None:
                        yield reference


def _monograms(names: Iterable[str]) -> Iterator[str]:
    """Two letters for each name: initials, else the first letters, never the same twice."""
    taken: set[str] = set()
    for name in names:
        found = next((m for m in _candidates(name) if m not in taken), "")
        number = 2
        while not found or found in taken:
            found = f"{_letters(name)[:1].upper()}{number}"
            number += 1
        taken.add(found)
        yield found


def _candidates(name: str) -> Iterator[str]:
    words = [letters for word in name.split() if (letters := _letters(word))]
    if len(words) > 1:
        yield (words[0][0] + words[1][0]).upper()
    letters = "".join(words)
    for second in letters[1:]:
        yield (letters[0] + second).upper()


def _letters(text: str) -> str:
    """Letters and digits alone: what a monogram can be made of."""
    return "".join(c for c in unicodedata.normalize("NFC", text) if c.isalnum())
