"""Whether a workspace means after a change of layout what it meant before."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date

from cxmap.finding import Finding
from cxmap.lint.run import Wanted, lint
from cxmap.loading import remarks
from cxmap.loading.workspace import Loaded


def differing(was: Loaded, now: Loaded, changed: Collection[str], today: date) -> list[str]:
    """The files, among those that were changed, of which other things are said than before.

    Where somebody accepted gaps in one of them, the same gaps must still be accepted.

    Args:
        was: the workspace before.
        now: the workspace with the changed files.
        changed: their paths.
        today: the date that remarks with an end are held against.
    """
    documents = [was.documents[path] for path in changed if path in was.documents]
    if any(remarks.find(document) for document in documents):
        strict = Wanted(profile="strict")
        before = _said(lint(was, today, strict).findings)
        after = _said(lint(now, today, strict).findings)
    else:
        before, after = _said(was.findings), _said(now.findings)
    paths = {key[0] for key in (before - after) + (after - before)}
    return sorted(paths & set(changed)) or sorted(changed if paths else ())


def _said(findings: Iterable[Finding]) -> Counter[tuple[str, ...]]:
    return Counter(
        (f.span.path, f.rule, f.item, f.field, f.value, f.suppressed or "") for f in findings
    )
