"""The gap that a question leaves where nobody answered it."""

from cxmap.finding import Severity
from cxmap.lint.rule import Gap
from cxmap.model.notes import ONE_LINE
from cxmap.model.part import Part


def missing(
    part: Part, key: str, message: str, *, hint: str = "", severity: Severity | None = None
) -> Gap:
    """A gap about a key that is absent, empty, or holds a placeholder such as TBD.

    Args:
        part: what the key is asked of.
        key: the key as it is written in files.
        message: what is missing, in plain words.
        hint: what to write, where that is more than the rule's own hint.
        severity: another than the rule's default.

    Returns:
        the gap, standing on what was written for the key, or on the part's name.
    """
    label = f"no `{key}` here"
    written = part.written
    if written is not None and key in written.keys():  # noqa: SIM118 (no mapping)
        one_line = bool(written.notes and written.notes.get(ONE_LINE))
        empty = written.value(key) == written.key(key) and not one_line
        label = "nothing is written here" if empty else "not answered yet"
    return Gap(message, part.at(key), key, label, hint, severity)
