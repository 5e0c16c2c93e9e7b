"""All comparisons at a glance: what changes on each map, and what changes outside of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cxmap.diff.groups import Group
from cxmap.diff.level import Level
from cxmap.output.balance import rows
from cxmap.output.changed import happened, levels, tally
from cxmap.report.brief import Brief
from cxmap.report.comparisons import Compared
from cxmap.report.page import Here, Page, Stop
from cxmap.report.say import many, sentence, times
from cxmap.report.studio import Studio

_FEELS = "Average emotion"


@dataclass(frozen=True, slots=True)
class MapRow:
    """A map that changes.

    Attributes:
        title: the journey's title.
        href: the page of its comparison.
        target: it is the target whose versions are compared.
        touchpoints: how many of its touchpoints came, went, moved, changed and stayed.
        levels: how many losses, risks, gains and notes there are.
        losses: how many losses nobody accepts.
        felt: the average rating before; empty where neither version is rated.
        feels: the average rating after, likewise.
        better: what gets better, in a word or two each.
        worse: what gets worse.
        unplanned: how many items take work that nobody has planned.
    """

    title: str
    href: str
    target: bool
    touchpoints: str
    levels: str
    losses: int
    felt: str
    feels: str
    better: tuple[str, ...]
    worse: tuple[str, ...]
    unplanned: int


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Something outside the maps that changes: what it is, what happened to it, and the changes."""

    kind: str
    name: str
    words: str
    level: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What the template of all comparisons sees.

    Attributes:
        prefix: what every anchor on the page begins with.
        aim: today is compared with what is aimed for.
        before: what the one version is called.
        after: what the other is called.
        standfirst: what it comes to, in a sentence.
        maps: the maps that change.
        elsewhere: what changes outside the maps.
        unread: files that could not be read in full.
    """

    prefix: str
    aim: bool
    before: str
    after: str
    standfirst: str
    maps: tuple[MapRow, ...]
    elsewhere: tuple[Elsewhere, ...]
    unread: tuple[str, ...]


def _stops(brief: Brief) -> Iterator[Stop]:
    comparisons = brief.comparisons
    number = len({key for key, _ in comparisons.keys(brief.journeys)})
    given = comparisons.given
    if given is None:
        if number > 1:
            yield Stop("changes", "", "changes.html", "What the targets change")
    elif number != 1 or given.groups_elsewhere:
        yield Stop("changes", "", "changes.html", "What changes")


def _build(studio: Studio, here: Here) -> ChangesPage:
    brief = studio.brief
    comparisons = brief.comparisons
    keys = dict.fromkeys(key for key, _ in comparisons.keys(brief.journeys))
    compared = tuple(comparisons.of(key) for key in keys)
    maps = tuple(_map(one, here) for one in compared)
    shown = comparisons.shown or comparisons.given
    given = comparisons.given
    aim = given is None or given.aim
    elsewhere = tuple(_elsewhere(one) for one in shown.groups_elsewhere) if shown else ()
    return ChangesPage(
        here.anchor(""),
        aim,
        "today" if given is None or aim else given.before,
        "target" if given is None or aim else given.after,
        _standfirst(maps, elsewhere, aim=aim),
        maps,
        elsewhere,
        given.unread if given else (),
    )


def _standfirst(maps: Sequence[MapRow], elsewhere: Sequence[Elsewhere], *, aim: bool) -> str:
    if not maps and not elsewhere:
        return "Nothing changes for customers."
    parts = []
    if maps:
        words = "journey has a target" if aim else "map changes"
        more = "journeys have a target" if aim else "maps change"
        parts.append(f"{sentence(many(len(maps), words, more))}.")
    lost = sum(row.losses for row in maps)
    if lost:
        parts.append(f"Customers lose something {times(lost)}.")
    missing = sum(row.unplanned for row in maps)
    if missing:
        parts.append(f"Nobody has planned {many(missing, 'change')}.")
    return " ".join(parts)


def _map(compared: Compared, here: Here) -> MapRow:
    key, journey, comparison, shown = compared
    changes = [change for group in shown.groups_of(journey) for change in group.changes]
    balance = list(rows(comparison.balance(journey)))
    felt = next((row for row in balance if row.name == _FEELS), None)
    counted = [row for row in balance if row is not felt]
    groups = comparison.groups_of(journey)
    return MapRow(
        journey.label,
        here.links.to("compare", key),
        journey.state == "target" and not comparison.aim,
        tally(comparison, journey).said(),
        levels(changes),
        sum(c.level is Level.LOSS and c.accepted is None for c in changes),
        felt.before if felt else "",
        felt.after if felt else "",
        tuple(f"{row.name}: {row.before} → {row.after}" for row in counted if row.better),
        tuple(f"{row.name}: {row.before} → {row.after}" for row in counted if row.better is False),
        sum(group.uncovered for group in groups) if comparison.aim else 0,
    )


def _elsewhere(group: Group) -> Elsewhere:
    said = tuple(sentence(change.message) for change in group.changes)
    spot = group.spot
    return Elsewhere(spot.kind, spot.name, happened(group), group.level.word, said)


PAGE = Page("changes", "changes.html", (), _stops, _build)
