"""A map in two versions: what changes for customers, who delivers it, what nobody planned."""

from collections.abc import Iterator
from dataclasses import dataclass

from cxmap.diff.level import Level
from cxmap.model.journey import Journey
from cxmap.output.balance import rows
from cxmap.output.changed import levels, tally
from cxmap.report.brief import Brief
from cxmap.report.comparisons import Compared
from cxmap.report.names import file_name
from cxmap.report.page import Here, Page, Stop
from cxmap.report.studio import Studio
from cxmap.report.view import action
from cxmap.report.view.action import ActionView
from cxmap.report.view.change import Load, Told, loads, told_at, unplanned
from cxmap.report.view.columns import columns
from cxmap.report.view.gist import emotion_heading, gist
from cxmap.report.view.marks import Marks
from cxmap.report.view.overlay import OverlaySheet, Sides, overlay_sheets
from cxmap.report.view.sheet import parted
from cxmap.report.view.sidebyside import Block, side_by_side
from cxmap.report.view.telling import Piece, carried

SECTIONS = ("losses", "curves", "touchpoints", "load", "delivery")
"""The parts of a comparison's page that can be included and excluded."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many touchpoints share a fate: the number, the word, and the mark for it."""

    number: int
    words: str
    kind: str
    mark: str


@dataclass(frozen=True, slots=True)
class Before:
    """A line of the table of before and after; `better` is yes, no or nothing."""

    name: str
    before: str
    after: str
    better: str


@dataclass(frozen=True, slots=True)
class ComparePage:
    """What the template of a comparison sees.

    Attributes:
        prefix: what every anchor on the page begins with.
        title: the journey's title.
        aim: today is compared with what is aimed for.
        target: it is the target whose versions are compared.
        before: what the one version is called.
        after: what the other is called.
        up: the page of all comparisons, or nothing.
        back: the page of the map, or nothing.
        other: the page of the other version, or nothing.
        standfirst: what it comes to, in pieces.
        counts: how many touchpoints came, went, moved, changed and stayed.
        levels: how many losses, risks, gains and notes there are.
        balance: the map before and after, counted.
        losses: what customers lose.
        risks: what nobody can tell from the maps alone.
        unplanned: what takes work that nobody has planned.
        heading: what becomes of the average rating.
        sheets: both curves and both ribbons of owners.
        hands_before: how often the customer changed hands.
        hands_after: how often the customer changes hands.
        blocks: everything side by side.
        loads: what it asks of each team.
        actions: the actions that deliver it.
        actions_heading: what stands out about them.
        contents: the sections that are shown, name and words, in order.
        source: the files that are compared.
    """

    prefix: str
    title: str
    aim: bool
    target: bool
    before: str
    after: str
    up: str
    back: str
    other: str
    standfirst: tuple[Piece, ...]
    counts: tuple[Count, ...]
    levels: str
    balance: tuple[Before, ...]
    losses: tuple[Told, ...]
    risks: tuple[Told, ...]
    unplanned: tuple[Told, ...]
    heading: str
    sheets: tuple[OverlaySheet, ...]
    hands_before: str
    hands_after: str
    blocks: tuple[Block, ...]
    loads: tuple[Load, ...]
    actions: tuple[ActionView, ...]
    actions_heading: str
    contents: tuple[tuple[str, str], ...]
    source: str

    def shows(self, section: str) -> bool:
        """Whether a section is shown."""
        return any(name == section for name, _ in self.contents)


def _stops(brief: Brief) -> Iterator[Stop]:
    for key, journey in brief.comparisons.keys(brief.journeys):
        identity, _, state = key.partition("@")
        file = file_name("compare", identity, "" if state == "current" else state)
        yield Stop("compare", key, file, title(journey))


def title(journey: Journey) -> str:
    """What a comparison is called in lists."""
    return f"{journey.label}: what changes"


def _build(studio: Studio, here: Here) -> ComparePage:
    compared = studio.brief.comparisons.of(here.stop.key)
    _, journey, comparison, shown = compared
    prefix, links = here.anchor(""), here.links
    both = columns(comparison, journey)
    sides = _sides(studio, compared)
    sheets = overlay_sheets(comparison, journey, list(parted(both)), sides, prefix)
    balance = comparison.balance(journey)
    overlays = [overlay for sheet in sheets for overlay in sheet.overlays]
    losses = tuple(told_at(shown, journey, Level.LOSS, links))
    risks = tuple(told_at(shown, journey, Level.RISK, links))
    missing = tuple(unplanned(shown, journey, links)) if comparison.aim else ()
    blocks = tuple(side_by_side(compared, both, links))
    asked = tuple(loads(comparison, journey, sides.after))
    actions = _actions(studio, compared)
    maps = comparison.maps_of(journey)
    was, now = (maps.before, maps.after) if maps else (journey, journey)
    content = {
        "losses": ("What to watch", bool(losses or risks or missing)),
        "curves": ("How it feels", any(s.before.segments or s.after.segments for s in sheets)),
        "touchpoints": ("Side by side", True),
        "load": ("Teams", bool(asked)),
        "delivery": ("Actions", bool(actions)),
    }
    changes = [change for group in shown.groups_of(journey) for change in group.changes]
    return ComparePage(
        prefix,
        journey.label,
        comparison.aim,
        journey.state == "target" and not comparison.aim,
        "Today" if comparison.aim else comparison.before,
        "Target" if comparison.aim else comparison.after,
        links.to("changes"),
        links.to("journey", was.path),
        links.to("journey", now.path),
        gist(balance, overlays, aim=comparison.aim),
        tuple(_counts(compared)),
        levels(changes),
        tuple(_balance(compared)),
        losses,
        risks,
        missing,
        emotion_heading(balance, aim=comparison.aim),
        sheets,
        carried(was, sides.before),
        carried(now, sides.after),
        blocks,
        asked,
        actions,
        action.heading(actions),
        tuple(
            (name, words) for name, (words, has) in content.items() if has and name in here.sections
        ),
        " and ".join(dict.fromkeys(j.at("journey").path for j in (was, now))),
    )


def _sides(studio: Studio, compared: Compared) -> Sides:
    """The marks of teams on both sides: the same where both are one workspace."""
    sight = compared.comparison.sight
    if sight.was.workspace is sight.now.workspace:
        return Sides(studio.marks, studio.marks)
    return Sides(Marks(sight.was.workspace, studio.links), studio.marks)


def _counts(compared: Compared) -> Iterator[Count]:
    found = tally(compared.comparison, compared.journey)
    counts = (
        Count(found.added, "added", "added", "add"),
        Count(found.removed, "removed", "removed", "remove"),
        Count(found.merged, "merged", "removed", "remove"),
        Count(found.changed, "changed", "changed", "change"),
        Count(found.moved, "moved", "moved", "move"),
        Count(found.same, "unchanged", "same", "same"),
    )
    yield from (count for count in counts if count.number)


def _balance(compared: Compared) -> Iterator[Before]:
    words = {None: "", True: "yes", False: "no"}
    for row in rows(compared.comparison.balance(compared.journey)):
        yield Before(row.name, row.before, row.after, words[row.better])


def _actions(studio: Studio, compared: Compared) -> tuple[ActionView, ...]:
    """The actions that deliver any of it."""
    groups = compared.shown.groups_of(compared.journey)
    found = {a.id: a for group in groups for a in group.actions}
    return action.in_order(studio.action(part) for part in found.values())


PAGE = Page("compare", "compare.html", SECTIONS, _stops, _build)
