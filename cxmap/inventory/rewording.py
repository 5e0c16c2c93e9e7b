"""The names of a list in the words that the workspace and the map have for them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from cxmap.inventory.inventory import Answers, Inventory, Stage
from cxmap.loading.several import several
from cxmap.model.index import Index
from cxmap.model.journey import Stage as StagePart
from cxmap.model.part import Part
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.workspace import Workspace
from cxmap.source.packed import Raw
from cxmap.timing.words import is_placeholder
from cxmap.words import joined, quoted, slug


def with_known_channels(
    inventory: Inventory, workspace: Workspace
) -> tuple[Inventory, tuple[str, ...]]:
    """The same with channels as they are called here: `E-Mail` is `email`, and `Email / Phone` two.

    Args:
        inventory: stages and touchpoints.
        workspace: what is known.

    Returns:
        the inventory, and a note for every text that became another.
    """
    channels = workspace.all_channels
    squeezed = {channel.replace("-", ""): channel for channel in channels.ids()}
    notes: dict[str, str] = {}

    def known(text: str) -> str | None:
        return text if channels.get(text) else squeezed.get(slug(text).replace("-", ""))

    def called(text: str) -> tuple[str, ...]:
        if channels.get(text) or is_placeholder(text):
            return (text,)
        one = known(text)
        names = (one,) if one else several(text, known)
        if names:
            written = joined([f"`{name}`" for name in names])
            notes[text] = f"channel {quoted(text)} is written as {written}"
        return names or (text,)

    def reworded(touchpoint: Answers) -> Answers:
        how = touchpoint.get("how")
        if not isinstance(how, list) or not all(isinstance(text, str) for text in how):
            return touchpoint
        names = dict.fromkeys(name for text in how for name in called(text))
        return {**touchpoint, "how": list(names)}

    return _each(inventory, reworded), tuple(notes.values())


def in_the_words_of(listed: Inventory, current: Inventory, workspace: Workspace) -> Inventory:
    """The same list, where it means what the map says in the words of the map.

    `Marketing` in a list is no news to a map that says `marketing`, or `mkt` where that is its id.

    Args:
        listed: what a list says.
        current: what the map says.
        workspace: what is known.
    """
    indexes: Mapping[str, Index[Any]] = {
        "team": workspace.teams,
        "channel": workspace.all_channels,
        "metric": workspace.metrics,
        "customer": workspace.customers,
    }
    there = {touchpoint["id"]: touchpoint for touchpoint in current.touchpoints()}
    stages = {stage.answers["id"]: stage.answers for stage in current.stages}

    def meant(kind: str, value: Raw) -> list[str]:
        index = indexes[kind]
        texts = [str(text) for text in (value if isinstance(value, list) else [value])]
        return [item.id if (item := index.get(text)) else slug(text) or text for text in texts]

    def reworded(answers: Answers, old: Answers, part: type[Part]) -> Answers:
        same = {
            reference.key: old[reference.key]
            for reference in part.REFERENCES
            if reference.kind in indexes
            and reference.key in answers
            and reference.key in old
            and meant(reference.kind, answers[reference.key])
            == meant(reference.kind, old[reference.key])
        }
        return {**answers, **same}

    return replace(
        listed,
        stages=tuple(
            Stage(
                reworded(stage.answers, stages.get(stage.answers["id"], {}), StagePart),
                tuple(reworded(t, there.get(t["id"], {}), Touchpoint) for t in stage.touchpoints),
            )
            for stage in listed.stages
        ),
    )


def _each(inventory: Inventory, change: Callable[[Answers], Answers]) -> Inventory:
    return replace(
        inventory,
        stages=tuple(
            Stage(stage.answers, tuple(map(change, stage.touchpoints)))
            for stage in inventory.stages
        ),
    )
