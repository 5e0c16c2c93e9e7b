"""What points at something that nobody declares."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from cxmap.finding import Edit, Finding, Fix, Related, Severity
from cxmap.loading import dashes, subject
from cxmap.loading.settings import EngineSettings
from cxmap.loading.several import as_list, several
from cxmap.loading.subject import Subject
from cxmap.model.data import DataSource
from cxmap.model.index import Ambiguous, Identified, Index
from cxmap.model.journey import Journey
from cxmap.model.mentions import Mention, mentions, outside_maps
from cxmap.model.part import Part
from cxmap.model.touchpoint import CUSTOMER, Touchpoint
from cxmap.model.workspace import Workspace
from cxmap.source.span import Span
from cxmap.timing.words import is_placeholder
from cxmap.words import cut, flow, is_id, listed, nearest, slug


def check(
    workspace: Workspace,
    explained: Callable[[str], bool],
    files: Collection[str] | None = None,
    engines: Index[EngineSettings] | None = None,
) -> list[Finding]:
    """Find references that lead nowhere, where the workspace declares their kind at all.

    Args:
        workspace: everything that was read.
        explained: tells whether a file that could not be read may declare a name.
        files: look at what stands in these files only; None for all.
        engines: those that `cxmap.yaml` knows.
    """
    checker = _Checker(workspace, explained, engines or Index(()))
    findings: list[Finding] = []
    for journey in workspace.journeys:
        if files is not None and journey.file not in files:
            continue
        findings += checker.part(journey, subject.of_journey(journey), journey)
        for stage in journey.stages:
            findings += checker.part(stage, subject.of_stage(journey, stage), journey)
            for touchpoint in stage.touchpoints:
                if checker.has_suspects(touchpoint, journey):
                    about = subject.of_touchpoint(journey, stage, touchpoint)
                    findings += checker.part(touchpoint, about, journey)
    for item in outside_maps(workspace):
        if files is not None and item.file not in files:
            continue
        findings += checker.part(item, subject.of_item(item), None)
    return findings


@dataclass(frozen=True, slots=True)
class _Target:
    """A kind that can be pointed at: its nouns, and the ids a reference may be."""

    one: str
    many: str
    declared: tuple[str, ...]
    place: Callable[[str], Span | None]


_LOOKED_AT = tuple(
    r for r in Touchpoint.REFERENCES if r.kind not in {"channel", "current-touchpoint"}
)


_WITH_A_MARK = {"touchpoint", "stage", "covered", "place"}
"""What is written as `journey/touchpoint` or `journey#stage`, which are no two of anything."""
_MARK = re.compile(r"\S[/#]\S")


class _Checker:
    def __init__(
        self,
        workspace: Workspace,
        explained: Callable[[str], bool],
        engines: Index[EngineSettings],
    ) -> None:
        self.workspace = workspace
        self.explained = explained
        self.engines = engines
        self.sound: defaultdict[str, set[str]] = defaultdict(set)

    def has_suspects(self, touchpoint: Touchpoint, journey: Journey) -> bool:
        """A quick look, since nearly all touchpoints are sound."""
        values = touchpoint.__dict__
        for field, kind, many, _ in _LOOKED_AT:
            value = values[field]
            if value:
                sound = self.sound[kind]
                if not sound.issuperset(value) if many else value not in sound:
                    return True
        emotion = touchpoint.emotion
        if isinstance(emotion, Mapping) and not self.sound["customer"].issuperset(emotion):
            return True
        return not all(self._in_current_map(text, journey) for text in touchpoint.replaces)

    def part(self, part: Part, about: Subject, journey: Journey | None) -> Iterator[Finding]:
        """The references of a part that lead nowhere."""
        for found in mentions(part):
            if not self.leads_somewhere(found.kind, found.text, journey):
                yield from self._finding(found, about)

    def leads_somewhere(self, kind: str, text: str, journey: Journey | None) -> bool:
        if kind == "channel":
            return True  # `unknown-channel` is a gap, which `lint` tells
        if kind == "current-touchpoint":
            return self._in_current_map(text, journey)
        sound = self.sound[kind]
        if text not in sound and self._resolves(kind, text):
            sound.add(text)
        return text in sound

    def _resolves(self, kind: str, text: str) -> bool:
        if is_placeholder(text) or (kind == "team" and text == CUSTOMER):
            return True
        index = self._index(kind)
        if index is not None:
            return self._in(index, text)
        if kind == "audience":
            return self._is_audience(text)
        if kind == "covered":
            return self._can_be_covered(text)
        return self._in_maps(kind, text)

    def _index(self, kind: str) -> Index[Identified] | None:
        indexes: dict[str, Index[Identified]] = {
            "team": self.workspace.teams,
            "customer": self.workspace.customers,
            "metric": self.workspace.metrics,
            "data": self.workspace.data,
            "engine": self.engines,
        }
        return indexes.get(kind)

    def _is_audience(self, text: str) -> bool:
        if slug(text) in {"customer", "customers", "everyone", "all-teams"}:
            return True
        teams, customers = self.workspace.teams, self.workspace.customers
        known = self._in(teams, text, default=False) or self._in(customers, text, default=False)
        return known or not (teams or customers)

    def _can_be_covered(self, text: str) -> bool:
        for mark, kind in (("/", "touchpoint"), ("#", "stage")):
            if mark in text:
                return self._resolves(kind, text)
        customers = self.workspace.customers
        known = self._in(customers, text, default=False) or bool(self.workspace.maps_of(text))
        return known or not customers

    def _in_maps(self, kind: str, text: str) -> bool:
        workspace = self.workspace
        look_up: Callable[[str], Iterable[object]] = {
            "journey": workspace.maps_of,
            "stage": workspace.stages_of,
            "touchpoint": workspace.touchpoints_of,
            "place": self._places,
        }[kind]
        return not workspace.journeys or self._find(look_up, text)

    def _places(self, text: str) -> tuple[str, ...]:
        """The one place that is meant.

        Raises:
            Ambiguous: it may be several.
        """
        found = self.workspace.places_of(text)
        if len(found) > 1:
            raise Ambiguous(found)
        return found

    def _in(self, index: Index[Identified], text: str, *, default: bool = True) -> bool:
        if not len(index):
            return default
        try:
            return index.find(text) is not None
        except Ambiguous:
            return False

    @staticmethod
    def _find(look_up: Callable[[str], Iterable[object]], text: str) -> bool:
        try:
            return bool(look_up(text))
        except Ambiguous:
            return False

    def _in_current_map(self, text: str, journey: Journey | None) -> bool:
        if journey is None or is_placeholder(text):
            return True
        current = self.workspace.map_of(journey.id, "current")
        if current is None:
            return True
        try:
            own = text.removeprefix(f"{journey.id}/")
            return self.workspace.touchpoint_index(current).find(own) is not None
        except Ambiguous:
            return False

    def _finding(self, found: Mention, about: Subject) -> Iterator[Finding]:
        kind, text, span = found.kind, found.text, found.span
        if self.explained(text):
            return
        target = self._target(kind, text, about.journey)
        ambiguous = self._ambiguous(kind, text)
        guess = nearest(text, target.declared) or nearest(slug(text), target.declared) or ""
        message = f"no {target.one} has the id or name `{cut(text)}`"
        label = f"did you mean `{guess}`?" if guess else ""
        hint = _choices(kind, text, target, guess)
        if ambiguous:
            message = f"`{cut(text)}` is the name of {len(ambiguous)} {target.many}"
            label, guess = "", ""
            hint = f"write one of their ids: {listed(ambiguous)}"
        elif kind == "team" and self._swapped(found):
            message = f"`{cut(text)}` is a channel, not a team: `who` and `how` look swapped"
            hint = "the order is what - how - who - when"
        elif kind == "team" and found.key == "who" and self._moved_on(found.holder):
            message = f"`{cut(text)}` is a channel, not a team: a dash in the name parts it too"
            hint = dashes.better_written(found.holder, self._is_channel)

        def known(piece: str) -> str | None:
            return piece if self.leads_somewhere(kind, piece, about.journey) else None

        pieces = () if kind in _WITH_A_MARK and _MARK.search(text) else several(text, known)
        if pieces:
            label, guess, message, hint = _written_as_one(found, pieces, target.many, message)
        related: tuple[Related, ...] = ()
        place = target.place(guess or (target.declared[0] if target.declared else ""))
        if place is not None:
            words = f"{target.many} are declared here: {listed(target.declared, 12)}"
            related = (Related(place, words),)
        fix = as_list(found, pieces) if pieces else None
        if guess and span.line and span.line == span.end_line:
            fix = Fix(f"write `{guess}`", (Edit(span, guess),))
        yield Finding(
            "unknown-reference",
            Severity.ERROR,
            message,
            span,
            label=label,
            hint=hint,
            item=about.item,
            field=found.key,
            value=text,
            trail=about.trail,
            moment=about.moment,
            importance=about.importance,
            fix=fix,
            related=related,
        )

    def _is_channel(self, text: str) -> bool:
        return self.workspace.all_channels.get(text) is not None

    def _moved_on(self, part: Part) -> bool:
        return isinstance(part, Touchpoint) and dashes.moved_on(part, self.workspace)

    def _swapped(self, found: Mention) -> bool:
        touchpoint, teams = found.holder, self.workspace.teams
        if not isinstance(touchpoint, Touchpoint) or found.key != "who" or not touchpoint.how:
            return False
        return self._is_channel(found.text) and teams.get(touchpoint.how[0]) is not None

    def _ambiguous(self, kind: str, text: str) -> tuple[str, ...]:
        index = self._index(kind)
        try:
            if index is not None:
                index.find(text)
            elif kind == "touchpoint":
                self.workspace.touchpoints_of(text)
            elif kind == "stage":
                self.workspace.stages_of(text)
            elif kind == "place":
                self._places(text)
        except Ambiguous as several:
            return several.ids
        return ()

    def _target(self, kind: str, text: str, journey: Journey | None) -> _Target:
        workspace = self.workspace
        if kind in {"covered", "place"}:
            plainly = "customer" if kind == "covered" else "place"
            kind = "touchpoint" if "/" in text else "stage" if "#" in text else plainly
        kind = "team" if kind == "audience" else kind
        index = self._index(kind)
        if index is not None:
            noun = DataSource.noun() if kind == "data" else kind
            return _of_index(noun, f"{noun}s", index)
        if kind == "place":
            return self._any_place()
        if kind == "journey":
            return self._journeys()
        if kind == "current-touchpoint":
            current = workspace.map_of(journey.id) if journey else None
            index = workspace.touchpoint_index(current) if current else Index(())
            many = "touchpoints of the current map"
            return _of_index("touchpoint of the current map", many, index)
        mark = "/" if kind == "touchpoint" else "#"
        name = text.partition(mark)[0]
        maps = workspace.maps_of(name)
        if not maps:
            known = self._journeys()
            if mark in text:
                guess = nearest(name, known.declared)
                better = f"{guess}{mark}{text.partition(mark)[2]}" if guess else ""
                declared = (better,) if better and not self._resolves(kind, name) else ()
                return _Target(kind, "journeys", declared or known.declared, lambda _: None)
            return _Target(
                f"{kind} (written `journey{mark}{kind}`)",
                "journeys",
                known.declared,
                lambda _: None,
            )
        found: dict[str, Part] = {}
        for held in reversed(maps):
            items = held.stages if kind == "stage" else tuple(held.touchpoints())
            found |= {f"{held.id}{mark}{item.id}": item for item in items}
        many = f"{kind}s of {maps[0].label}"
        return _Target(
            kind, many, tuple(found), lambda name: found[name].place if name in found else None
        )

    def _any_place(self) -> _Target:
        """Touchpoints by their names alone, and journeys."""
        found: dict[str, Part] = {}
        for journey in self.workspace.journeys:
            found.setdefault(journey.id, journey)
            for touchpoint in journey.touchpoints():
                found.setdefault(touchpoint.id, touchpoint)
        return _Target(
            "touchpoint or journey",
            "places",
            tuple(found),
            lambda name: found[name].place if name in found else None,
        )

    def _journeys(self) -> _Target:
        workspace = self.workspace

        def place(name: str) -> Span | None:
            found = workspace.maps_of(name)
            return found[0].at("journey") if found else None

        return _Target("journey", "journeys", workspace.journey_ids, place)


_SECTIONS = {"team": "teams", "audience": "teams", "customer": "customers", "metric": "metrics"}
"""Where something is declared in a line, by what a reference asks for."""


def _choices(kind: str, text: str, target: _Target, guess: str) -> str:
    """What to write: the one that was meant or one of those there are, or a line that declares."""
    known = [f"`{name}`" for name in target.declared]
    hint = f"write `{guess}`" if guess else f"choose from {listed(known, 12)}"
    section = _SECTIONS.get(kind)
    if section is None or is_placeholder(text):
        return hint
    named = f"{'id' if is_id(text) else 'name'}: {flow(cut(text))}"
    more = ", kind: …" if kind == "metric" else ""
    return f"{hint}, or declare it: `{section}: [{{{named}{more}}}]`"


def _written_as_one(
    found: Mention, pieces: tuple[str, ...], many: str, message: str
) -> tuple[str, str, str, str]:
    """What to say of several ids in one text: label, guess, message and hint."""
    if found.item is not None:
        return "these are several", "", message, f"`{found.key}: [{', '.join(pieces)}]`"
    message = f"`{cut(found.text)}` are {len(pieces)} {many}, and `{found.key}` takes one"
    first, *others = pieces
    if isinstance(found.holder, Touchpoint) and found.key == "who":
        helping = f"`with: [{', '.join(others)}]`"
        return (
            "one team owns it",
            "",
            message,
            f"`who: {first}` for the one, {helping} for the rest",
        )
    return "", "", message, f"`{found.key}: {first}`"


def _of_index(one: str, many: str, index: Index[Identified]) -> _Target:
    def place(name: str) -> Span | None:
        item = index.get(name)
        return item.place if isinstance(item, Part) and item.written else None

    return _Target(one, many, index.ids(), place)
