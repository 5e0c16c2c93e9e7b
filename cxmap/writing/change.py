"""A change of one file, and whether the workspace is as sound after it as it was before."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from cxmap.errors import CxmapError
from cxmap.finding import Finding, Severity
from cxmap.loading.workspace import Loaded, read
from cxmap.source.tree import Disk


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be written.

    Attributes:
        path: the file.
        after: its bytes.
        line: the first line of what is new, 0 for the whole file.
        shown: what is new, by itself.
    """

    path: str
    after: bytes
    line: int
    shown: str


def after(loaded: Loaded, tree: Disk, files: Mapping[str, bytes]) -> Loaded:
    """The workspace as it would be with some files written anew."""
    return read(loaded.place, replace(tree, over={**tree.over, **files}), before=loaded)


def new_findings(was: Loaded, now: Loaded) -> list[Finding]:
    """What is found after a change and was not before, errors first."""
    known = Counter(map(_key, was.findings))
    fresh = []
    for finding in now.findings:
        known[_key(finding)] -= 1
        if known[_key(finding)] < 0:
            fresh.append(finding)
    return sorted(fresh, key=lambda f: f.severity is not Severity.ERROR)


def refuse_errors(findings: Iterable[Finding]) -> None:
    """Stop where a change would bring an error.

    Raises:
        CxmapError: says the first of them, and what to do.
    """
    for finding in findings:
        if finding.severity is Severity.ERROR:
            raise CxmapError(f"nothing was written: {in_a_line(finding)}")


def in_a_line(finding: Finding) -> str:
    """What is wrong and what to do."""
    if finding.label.endswith("?"):
        return f"{finding.message}, {finding.label} {finding.hint}".rstrip()
    lists_them = "is none of " in finding.message and finding.hint.startswith("choose from ")
    return "; ".join(filter(None, (finding.message, "" if lists_them else finding.hint)))


def _key(finding: Finding) -> tuple[str, str, str, str]:
    return finding.rule, finding.span.path, finding.field, finding.value
