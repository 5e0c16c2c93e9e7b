"""Laws of comparing: what differs is all that differs, and nothing else."""

import json
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from cxmap.diff.answers import answers
from cxmap.diff.compare import differences
from cxmap.diff.difference import Difference, Sort
from cxmap.diff.judge import DETAILS, WORDING, all_kinds, kind_of
from cxmap.diff.matching import SECTIONS, Matched, match_workspaces
from cxmap.diff.order import moved
from cxmap.diff.sides import Sides
from cxmap.diff.sight import Sight
from cxmap.facts import Facts
from cxmap.loading.discover import Place
from cxmap.loading.workspace import read
from cxmap.model.workspace import Workspace
from cxmap.source.tree import Memory
from cxmap.timing.calendar import Calendar

TEAMS = ["sales", "support", "billing", "People and learning"]
WORDS = ["Welcome letter", "Kick-off call", "First invoice", "A phone line", "Offer", "Review"]

texts = st.sampled_from(WORDS)
teams = st.sampled_from(TEAMS)
some = lambda items: st.lists(st.sampled_from(items), unique=True, max_size=3)  # noqa: E731
durations = st.sampled_from(["1 day", "2 business days", "24 hours", "same day", "3 weeks"])
timelines = st.one_of(
    texts,
    st.fixed_dictionaries({"within": durations}, optional={"takes": durations}),
    st.fixed_dictionaries(
        {"after": st.sampled_from(["a", "b", "Signing"])}, optional={"within": durations}
    ),
    st.fixed_dictionaries({"every": durations}, optional={"note": texts}),
)
touchpoint_answers = st.fixed_dictionaries(
    {"what": texts},
    optional={
        "who": teams,
        "with": some(TEAMS),
        "how": some(["email", "phone", "app"]),
        "when": timelines,
        "measures": some(["csat", "nps"]),
        "emotion": st.one_of(st.integers(-2, 2), st.just({"buyer": 1, "clerk": -1})),
        "moment_of_truth": st.booleans(),
        "customers": some(["buyer", "clerk"]),
        "pains": st.lists(texts, unique=True, max_size=2),
        "expectation": texts,
        "note": texts,
        "tags": some(["a", "b"]),
        "x-own": st.sampled_from(["1", {"a": ["b"]}]),
    },
)


@st.composite
def journeys(draw: st.DrawFn, identity: str, state: str = "current") -> dict[str, Any]:
    ids = draw(st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=6))
    stages = draw(st.lists(st.sampled_from(["sign", "use", "pay"]), unique=True, min_size=1))
    held: dict[str, list[Any]] = {stage: [] for stage in stages}
    for item in ids:
        touchpoint = {"id": item, **draw(touchpoint_answers)}
        if state == "target":
            touchpoint["replaces"] = draw(some("abcdefgh"))
        held[draw(st.sampled_from(stages))].append(touchpoint)
    found = {"journey": identity, "state": state, "title": draw(texts)}
    if draw(st.booleans()):
        found["owner"] = draw(teams)
    found["stages"] = [
        {"id": stage, "name": draw(texts), "goal": draw(texts), "touchpoints": held[stage]}
        for stage in stages
    ]
    return found


@st.composite
def workspaces(draw: st.DrawFn) -> dict[str, Any]:
    files: dict[str, Any] = {}
    for identity in draw(st.lists(st.sampled_from(["joining", "paying", "leaving"]), unique=True)):
        files[f"{identity}.yaml"] = draw(journeys(identity))
    if draw(st.booleans()):
        files["target.yaml"] = draw(journeys("joining", "target"))
    metrics = [
        {"id": i, "kind": "csat", "name": draw(texts), "target": draw(st.integers(1, 99))}
        for i in draw(some(["csat", "nps", "ces"]))
    ]
    files["library.yaml"] = {
        "teams": [{"id": "sales"}, {"id": "support"}, {"id": "billing"}, {"name": TEAMS[3]}],
        "customers": [{"id": i, "goals": draw(some(WORDS))} for i in ("buyer", "clerk")],
        "metrics": metrics,
        "actions": [
            {"id": i, "title": draw(texts), "touchpoints": draw(some(["joining/a", "joining/b"]))}
            for i in draw(some(["one", "two"]))
        ],
        "readings": [
            {"metric": m["id"], "period": p, "value": draw(st.integers(0, 100))}
            for m in metrics
            for p in draw(some(["2026-08", "2026-09"]))
        ],
        "strategy": {
            "intent": draw(texts),
            "criteria": [{"text": t, "measures": draw(some(["csat"]))} for t in draw(some(WORDS))],
            "always_expect": draw(some(WORDS)),
        },
    }
    return files


def workspace(files: dict[str, str]) -> Workspace:
    tree = Memory({path: text.encode() for path, text in files.items()})
    return read(Place(Path("nowhere"), None), tree).workspace


def of(data: dict[str, Any]) -> Workspace:
    return workspace({path: json.dumps(file) for path, file in data.items()})


def compare(before: Workspace, after: Workspace) -> list[Difference]:
    return list(differences(match_workspaces(before, after)))


@given(workspaces())
def test_a_workspace_does_not_differ_from_itself(data) -> None:
    assert compare(of(data), of(data)) == []


@given(workspaces(), st.randoms(use_true_random=False))
def test_formatting_order_of_keys_comments_and_files_are_no_change(data, random) -> None:
    def shuffled(value: Any) -> Any:
        if isinstance(value, list):
            return [shuffled(item) for item in value]
        if not isinstance(value, dict):
            return value
        pairs = list(value.items())
        random.shuffle(pairs)
        return {key: shuffled(item) for key, item in pairs}

    library = data["library.yaml"]
    files = {f"moved/{path}": file for path, file in data.items() if path != "library.yaml"}
    files |= {f"library/{section}.yaml": {section: items} for section, items in library.items()}
    texts = {
        path: "# A comment\n" + yaml.safe_dump(shuffled(file), sort_keys=False, allow_unicode=True)
        for path, file in files.items()
    }
    assert compare(of(data), workspace(texts)) == []


OTHER_WAY = {
    Sort.ADDED: Sort.REMOVED,
    Sort.REMOVED: Sort.ADDED,
    Sort.MERGED: Sort.SPLIT,
    Sort.SPLIT: Sort.MERGED,
}


@given(workspaces(), workspaces())
def test_the_way_back_is_the_mirror_of_the_way_there(one, other) -> None:
    def seen(difference: Difference, *, turned: bool) -> tuple[Any, ...]:
        ends = [spot.item if spot else None for spot in (difference.before, difference.after)]
        values = [difference.was, difference.now]
        sort = difference.sort
        if turned:
            ends, values = ends[::-1], values[::-1]
            sort = OTHER_WAY.get(sort, sort)
        return sort, *ends, difference.field, difference.item, *values

    there = Counter(seen(d, turned=False) for d in compare(of(one), of(other)))
    back = Counter(seen(d, turned=True) for d in compare(of(other), of(one)))
    assert there == back


@given(workspaces(), workspaces())
def test_every_difference_is_one_kind_of_change_with_words_of_its_own(one, other) -> None:
    before, after = of(one), of(other)
    matched = match_workspaces(before, after)
    sight = Sight(Facts(before), Facts(after), Calendar())
    for difference in differences(matched):
        special = [kind for kind in all_kinds().values() if kind.name not in {WORDING, DETAILS}]
        fitting = [kind for kind in special if kind.fits(difference)]
        assert sum(kind.says(difference, sight) is not None for kind in fitting) <= 1
        assert kind_of(difference, sight)[1].message


class Outline:
    """All that a workspace says, under one name for both versions of an item."""

    def __init__(self, matched: Matched, *, after: bool) -> None:
        self.matched, self.after, self.sides = matched, after, Sides(matched)
        self.answers: dict[str, Any] = {}
        self.ids: dict[str, str] = {}
        self.order: dict[str, list[str]] = {}
        self.names: dict[int, str] = {}
        matches = [(m, f"{m.after.path} ") for m in matched.maps]
        for maps, top in matches:
            self.names[id(maps.before)] = self.names[id(maps.after)] = top
            for pair in (*maps.stages.pairs, *maps.touchpoints.pairs):
                self.names[id(pair.before)] = self.names[id(pair.after)] = (
                    f"{top}{pair.after.KIND} {pair.after.id}"
                )
        for kind, found in matched.library.items():
            for pair in found.pairs:
                self.names[id(pair.before)] = self.names[id(pair.after)] = f"{kind} {pair.after.id}"
        workspace = matched.after if after else matched.before
        for journey in workspace.journeys:
            self.add(journey, journey)
        for items in SECTIONS.values():
            for item in items(workspace):
                self.add(item, None)

    def name(self, part: Any) -> str:
        return self.names.setdefault(id(part), f"only here: {part.KIND} {part.id} {id(part)}")

    def said(self, part: Any, journey: Any, *, after: bool) -> dict[Any, Any]:
        maps = [m for m in self.matched.maps if journey in (m.before, m.after)]
        side = (self.sides.of(maps[0]) if maps else self.sides.library())[after]
        return {key: answer.common for key, answer in answers(part, side).items()}

    def add(self, part: Any, journey: Any, *, inside: bool = True) -> None:
        name = self.name(part)
        self.answers[name] = self.said(part, journey, after=self.after)
        self.ids[name] = part.id
        if inside:
            held = (
                getattr(part, "stages" if part is journey else "touchpoints", ()) if journey else ()
            )
            self.order[name] = [self.name(item) for item in held]
            for item in held:
                self.add(item, journey)

    def remove(self, part: Any, *, inside: bool = True) -> None:
        name = self.name(part)
        for inner in self.order.pop(name, []) if inside else []:
            self.answers.pop(inner, None)
            for item in self.order.pop(inner, []):
                self.answers.pop(item, None)
                self.ids.pop(item, None)
            self.ids.pop(inner, None)
        self.answers.pop(name, None)
        self.ids.pop(name, None)


GOES = {Sort.REMOVED, Sort.MERGED}
COMES = {Sort.ADDED, Sort.SPLIT}
CHANGES_PLACE = {Sort.MOVED, Sort.REORDERED}


def applied(matched: Matched, found: list[Difference]) -> Outline:
    """What becomes of the workspace before where the listed changes are made, and no others."""
    outline = Outline(matched, after=False)
    outline.after = True
    found = [d for d in found if d.spot.part.KIND in {"journey", "stage", "touchpoint", *SECTIONS}]
    for difference in found:
        if difference.sort is Sort.ANSWERED:
            answer_otherwise(outline, difference)
        elif difference.sort in {Sort.RENAMED, Sort.REPLACED}:
            outline.ids[outline.name(difference.after.part)] = difference.after.part.id
    for difference in found:
        if difference.sort in GOES | CHANGES_PLACE:
            take_out(outline, difference)
    put_in(outline, [d for d in found if d.sort in COMES | CHANGES_PLACE])
    return outline


def answer_otherwise(outline: Outline, difference: Difference) -> None:
    old = outline.answers[outline.name(difference.after.part)]
    says = outline.said(difference.after.part, difference.after.journey, after=True)
    key = difference.field, difference.item
    old.pop(key, None)
    if key in says:
        old[key] = says[key]


def take_out(outline: Outline, difference: Difference) -> None:
    part = difference.before.part
    for items in outline.order.values():
        if outline.name(part) in items:
            items.remove(outline.name(part))
    if difference.sort in GOES:
        outline.remove(part, inside=part.KIND == "journey")
        outline.order.pop(outline.name(part), None)


def put_in(outline: Outline, found: list[Difference]) -> None:
    for difference in sorted(found, key=lambda d: d.after.place):
        after = difference.after
        if difference.sort in COMES:
            outline.add(after.part, after.journey, inside=after.kind == "journey")
    for difference in sorted(found, key=lambda d: d.after.place):
        after = difference.after
        if after.kind in {"stage", "touchpoint"}:
            around = outline.name(after.journey if after.kind == "stage" else after.stage)
            outline.order.setdefault(around, []).insert(after.place - 1, outline.name(after.part))


@given(workspaces(), workspaces())
def test_the_listed_changes_made_to_the_one_give_the_other(one, other) -> None:
    matched = match_workspaces(of(one), of(other))
    made, wanted = applied(matched, list(differences(matched))), Outline(matched, after=True)
    for name, part in wanted.names.items():
        made.names.setdefault(name, part)
    assert made.answers == wanted.answers
    assert made.ids == wanted.ids
    assert {k: v for k, v in made.order.items() if v} == {
        k: v for k, v in wanted.order.items() if v
    }


@given(journeys("joining"), st.data())
def test_another_id_is_one_change(data, choose) -> None:
    held = [t for stage in data["stages"] for t in stage["touchpoints"]]
    if not held:
        return
    old = choose.draw(st.sampled_from(held))["id"]
    text = json.dumps(data)
    renamed = json.loads(text)
    for stage in renamed["stages"]:
        for touchpoint in stage["touchpoints"]:
            touchpoint["id"] = "new" if touchpoint["id"] == old else touchpoint["id"]
            when = touchpoint.get("when")
            if isinstance(when, dict) and when.get("after") == old:
                when["after"] = "new"
    action = {"actions": [{"id": "do", "touchpoints": [f"joining/{old}"]}]}
    moved = {"actions": [{"id": "do", "touchpoints": ["joining/new"]}]}
    found = compare(
        of({"a.yaml": data, "b.yaml": action}), of({"a.yaml": renamed, "b.yaml": moved})
    )
    assert [d.sort for d in found] == [Sort.RENAMED]
    assert (found[0].before.part.id, found[0].after.part.id) == (old, "new")


@given(st.permutations("abcdefgh"), st.permutations("abcdefgh"))
def test_what_moves_is_the_fewest_and_the_same_on_the_way_back(one, other) -> None:
    moves = moved(one, other)
    assert [i for i in one if i not in moves] == [i for i in other if i not in moves]
    assert moves == moved(other, one)
    kept = len(one) - len(moves)
    assert not any(
        [i for i in one if i in some] == [i for i in other if i in some]
        for some in combinations("abcdefgh", kept + 1)
    )
