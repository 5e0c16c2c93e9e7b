"""Touchpoints in one line whose name holds a dash, so that the rest of it looks like a channel."""

from collections.abc import Callable

from cxmap.model.line import FIELDS, split, with_longer_name
from cxmap.model.notes import ONE_LINE
from cxmap.model.part import Part
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.workspace import Workspace
from cxmap.words import flow


def line_of(part: Part) -> str:
    """The line that a touchpoint was written in, or nothing where it was written otherwise.

    Quotes and folded lines can hide where its pieces stand; nothing is said of those.
    """
    written = part.written
    if written is None or not (written.notes or {}).get(ONE_LINE):
        return ""
    places = [place for key in FIELDS if (place := written.offsets(key))]
    line = written.document.text[places[0][0] : places[-1][1]]
    return line if len(split(line)) == len(set(places)) > 1 else ""


def better_written(part: Part, is_channel: Callable[[str], bool]) -> str:
    """How a touchpoint in one line is written where a dash belongs to its name; else nothing."""
    line = line_of(part)
    if not line or "|" in line:
        return ""
    name, how, *others = with_longer_name(line, is_channel)
    pieces = split(line)
    if (
        not how
        and len(pieces) > 2
        and not ("when" in pieces and len(split(pieces["when"].text)) > 1)
    ):
        return ""  # it has the parts of a touchpoint, and only the channel is strange
    answers = [name, how or "<channel>", *others]
    keys = zip(FIELDS, answers, strict=False)
    long = ", ".join(
        f"{key}: {answer if answer == '<channel>' else flow(answer)}" for key, answer in keys
    )
    return f"`{' | '.join(answers)}` or `{{{long}}}`"


def moved_on(touchpoint: Touchpoint, workspace: Workspace) -> bool:
    """Whether a dash in its name has moved the channel to where the team is due."""
    channels, who = workspace.all_channels, touchpoint.who
    return (
        who is not None
        and channels.get(who) is not None
        and not any(channels.get(how) is not None for how in touchpoint.how)
        and bool(better_written(touchpoint, lambda text: channels.get(text) is not None))
    )
