"""Changes that somebody accepts, with who and why: a file of its own, by fingerprint."""

from collections.abc import Mapping
from datetime import date

from cxmap.diff.change import Accepted
from cxmap.errors import CxmapError
from cxmap.loading import files, refusals
from cxmap.loading.discover import Place
from cxmap.model.fields import Day, Text, listed, needed, said
from cxmap.model.part import Part
from cxmap.source.tree import Disk


class AcceptedChange(Part):
    """One change that somebody accepts."""

    KIND = "accepted change"

    fingerprint: Text = needed("the change's fingerprint, as `--format brief` shows it")
    who: Text = needed("who accepts it")
    why: Text = needed("the reason")
    what: Text | None = said("the change in words, for those who read the file")
    until: Day | None = said("the last day on which it is accepted")

    @classmethod
    def example(cls) -> str:
        """How one is written."""
        return "{fingerprint: 0123456789ab, who: Dana Whitfield, why: …}"


class AcceptedChanges(Part):
    """The file."""

    KIND = "file of accepted changes"

    accepted: tuple[AcceptedChange, ...] = listed("the changes that somebody accepts")

    @classmethod
    def example(cls) -> str:
        """How it begins."""
        return "accepted: [...]"


def read_accepted(place: Place, path: str, today: date) -> Mapping[str, Accepted]:
    """Who accepts which changes and why, by fingerprint.

    Args:
        place: the workspace.
        path: the file, relative to the workspace's root.
        today: the date that ends are held against.

    Raises:
        CxmapError: the file is missing, lies outside the workspace or cannot be read.
    """
    full = (place.root / path).resolve()
    if not full.is_relative_to(place.root.resolve()):
        raise CxmapError(f"cxmap.yaml: `diff: accepted` leads out of the workspace: {path}")
    text = files.decode(Disk(place.root), path)
    if text.document is None:
        reason = text.finding.message if text.finding else "it cannot be read"
        raise CxmapError(f"{path}, the file of accepted changes: {reason}")
    parsed = files.parse_text(text)
    if parsed.problems:
        line, column = text.document.position(parsed.problems[0].start)
        raise CxmapError(f"{path}:{line}:{column}: {parsed.problems[0].message}")
    if not isinstance(parsed.data, dict):
        raise CxmapError(f"{path}, the file of accepted changes, begins with `accepted:`")
    held, findings, _ = refusals.read(AcceptedChanges, text.document, parsed.data)
    if findings or held is None:
        span, message = findings[0].span, findings[0].message
        raise CxmapError(f"{path}:{span.line}:{span.column}: {message}")
    return {
        item.fingerprint: Accepted(item.who, item.why)
        for item in held.accepted
        if item.until is None or item.until >= today
    }
