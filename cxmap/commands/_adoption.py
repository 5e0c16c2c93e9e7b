"""The baseline on disk: which file it is, and when it may be written."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap import baseline
from cxmap.commands._writing import write_whole
from cxmap.errors import CxmapError
from cxmap.finding import Severity
from cxmap.words import count

if TYPE_CHECKING:
    from cxmap.commands._checking import Done, Run
    from cxmap.loading.discover import Place


@dataclass(frozen=True, slots=True)
class Baseline:
    """The baseline of a workspace.

    Attributes:
        file: where it is.
        name: how to speak of it.
        entries: the gaps it lists.
    """

    file: Path
    name: str
    entries: tuple[baseline.Entry, ...] = ()


def read(done: "Done", named: Path | None) -> Baseline | None:
    """The baseline that is named, or the one in the workspace's folder where there is one.

    Raises:
        CxmapError: the named one does not exist, or it is no baseline.
    """
    found = _place(done.place, named)
    try:
        text = found.file.read_text(encoding="utf-8")
    except FileNotFoundError:
        if named is None:
            return None
        raise CxmapError(f"there is no baseline {named}; `--write-baseline` makes it") from None
    except (OSError, UnicodeDecodeError):
        raise CxmapError(f"{found.name} cannot be read") from None
    return replace(found, entries=baseline.read(text, found.name))


def write(run: "Run", done: "Done", named: Path | None) -> str:
    """Write all that was found into the baseline; return what to say about it.

    Raises:
        CxmapError: not everything was looked at, or the file cannot be written.
    """
    _refuse_partial(run, done, "--write-baseline")
    there = _place(done.place, named)
    outcome = done.outcome
    found = (f for f in outcome.results.findings if f.span.path != outcome.settings)
    entries = baseline.of(found)
    write_whole(there.file, baseline.dump(entries))
    return f"{count(len(entries), 'gap')} written to {there.name}: from now on others count"


def prune(run: "Run", done: "Done", there: Baseline | None) -> str:
    """Take what is closed out of the baseline; return what to say about it.

    Raises:
        CxmapError: there is no baseline, or not everything was looked at.
    """
    if there is None:
        raise CxmapError("there is no baseline to prune; `--write-baseline` makes one")
    _refuse_partial(run, done, "--prune-baseline")
    gone = set(closed(done, there))
    if gone:
        write_whole(there.file, baseline.dump(e for e in there.entries if e not in gone))
    return f"{count(len(gone), 'closed gap')} taken out of {there.name}"


def closed(done: "Done", there: Baseline) -> tuple[baseline.Entry, ...]:
    """What the baseline lists and is there no more; nothing where only a part was looked at."""
    if _not_all(done):
        return ()
    results = done.outcome.results
    ran = {rule.name for rule in results.rules}
    return baseline.closed(there.entries, results.findings, ran)


def text(place: "Place", named: Path | None) -> str:
    """What the baseline holds, as it stands there; nothing where there is none."""
    try:
        return _place(place, named).file.read_bytes().decode("latin-1")
    except OSError:
        return ""


def _place(place: "Place", named: Path | None) -> Baseline:
    if named is not None:
        return Baseline(named, str(named))
    return Baseline(place.root / baseline.NAME, baseline.NAME)


def _refuse_partial(run: "Run", done: "Done", option: str) -> None:
    why = _not_all(done)
    if run.select or run.ignore:
        why = "is about all rules: leave --select and --ignore out"
    if why:
        raise CxmapError(f"{option} {why}")


def _not_all(done: "Done") -> str:
    """Why nobody can say which gaps the whole workspace has, or nothing."""
    if done.place.narrowed or done.place.only:
        return "is about the whole workspace: name no files beside it"
    outcome = done.outcome
    for finding in outcome.results.findings:
        path = finding.span.path
        if finding.rule == "yaml-syntax":
            return f"needs to know all gaps, and {path} cannot be read: mend it first"
        if path == outcome.settings and finding.severity is Severity.ERROR:
            return f"needs to know which rules are on, and {path} has an error: mend it first"
    return ""
