"""Fixing a workspace in memory, and reading it again to see that the fixes did what they should."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cxmap.finding import Finding, Severity
from cxmap.lint.fixing import Fixed, fix, is_wanted
from cxmap.loading.workspace import Loaded, read
from cxmap.source.editing import encoded
from cxmap.source.tree import Disk

Find = Callable[[Loaded], Sequence[Finding]]
"""What is found in a workspace, as far as it is asked for."""

Barred = Callable[[str], str]
"""Why a file must not be written; empty where it may be."""

_ROUNDS = 20  # a fix can bring to light what a next one mends, but never without end


@dataclass(frozen=True, slots=True)
class Mended:
    """A workspace that was fixed in memory.

    Attributes:
        before: the bytes of the files that change, as they were read.
        after: their bytes now.
        done: what was fixed.
        left: the findings whose fixes were asked for and could not be applied.
        guesses: how many more have a fix that only `unsafe` would apply.
        refused: files whose fixes would have done harm, and why.
    """

    before: Mapping[str, bytes] = field(default_factory=dict)
    after: Mapping[str, bytes] = field(default_factory=dict)
    done: tuple[Finding, ...] = ()
    left: tuple[Finding, ...] = ()
    guesses: int = 0
    refused: Mapping[str, str] = field(default_factory=dict)


def mend(loaded: Loaded, tree: Disk, find: Find, barred: Barred, *, unsafe: bool) -> Mended:
    """Apply fixes until none is left; a file that they would harm stays as it is.

    Args:
        loaded: the workspace as it was read.
        tree: where it was read from; nothing is written there.
        find: finds what is wrong with it.
        barred: says which files must not be written.
        unsafe: also apply the fixes that are good guesses.
    """
    after: dict[str, bytes] = {}
    refused: dict[str, str] = {}
    done: list[Finding] = []
    findings = find(loaded)
    for _ in range(_ROUNDS):
        paths = {f.span.path for f in findings if is_wanted(f, unsafe=unsafe)} - refused.keys()
        refused |= {path: why for path in paths if (why := barred(path))}
        texts = {path: document.text for path, document in loaded.documents.items()}
        fixed = fix(texts, (f for f in findings if f.span.path not in refused), unsafe=unsafe)
        if not fixed.texts:
            break
        new = {path: encoded(text, tree.read(path)) for path, text in fixed.texts.items()}
        over = replace(tree, over={**tree.over, **after, **new})
        again = read(loaded.place, over, before=loaded)
        found = find(again)
        harm = _harm(loaded, findings, fixed, again, found)
        if harm:
            refused |= harm
            continue
        after |= new
        done += fixed.done
        loaded, findings = again, found
    left = tuple(f for f in findings if is_wanted(f, unsafe=unsafe))
    guesses = sum(is_wanted(f, unsafe=True) for f in findings) - len(left)
    before = {path: tree.read(path) for path in after}
    return Mended(before, after, tuple(done), left, guesses, refused)


def _harm(
    was: Loaded, had: Iterable[Finding], fixed: Fixed, now: Loaded, has: Sequence[Finding]
) -> dict[str, str]:
    """Why files must not be changed: what was fixed is still found, or errors are new."""
    harm: dict[str, str] = {}
    before, after = Counter(map(_key, had)), Counter(map(_key, has))
    mended = Counter(map(_key, fixed.done))
    for finding in fixed.done:
        key = _key(finding)
        if finding.rule == "yaml-syntax":  # reading stops at the first: the next one is no harm
            same = [f for f in has if f.rule == finding.rule and f.span.path == finding.span.path]
            still = any(f.span <= finding.span for f in same)
        else:
            still = after[key] > before[key] - mended[key]
        if still:
            harm.setdefault(finding.span.path, f"it would still be found that {finding.message}")
    was_there = _brought_to_light(was, fixed)
    known = Counter(map(_key, was.findings))
    for finding in now.findings:
        path, key = finding.span.path, _key(finding)
        known[key] -= 1
        if was_there(finding):
            continue
        if finding.severity is Severity.ERROR and known[key] < 0:
            for blamed in [path] if path in fixed.texts else fixed.texts:
                harm.setdefault(blamed, f"it would then be found that {finding.message}")
    return harm


def _brought_to_light(was: Loaded, fixed: Fixed) -> Callable[[Finding], bool]:
    """Tells what was wrong before, in something that nobody could read until it was fixed.

    That is a file with broken YAML, a file with an item that had to be left out whole, and the
    answer under a key that was misspelt. Two items with one id are never only brought to light.
    """
    unread = {f.span.path for f in was.findings if f.rule == "yaml-syntax"}
    lost = {path for path, outcome in was.outcomes.items() if outcome.lost}
    fixes = (f.fix for f in fixed.done if f.rule == "unknown-key" and f.fix)
    keys = {(edit.span.path, edit.text) for fix in fixes for edit in fix.edits}

    def was_there(finding: Finding) -> bool:
        path = finding.span.path
        if path in unread:
            return True
        known = path in lost or (path, finding.field) in keys
        return known and finding.rule not in {"duplicate-id", "yaml-syntax"}

    return was_there


def _key(finding: Finding) -> tuple[str, str, str, str]:
    """What makes a finding the same though its line has moved, or its item has another name."""
    return finding.rule, finding.span.path, finding.field, finding.value
