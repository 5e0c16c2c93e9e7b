"""What every format says of a kind of change beside its page."""

from cxmap.diff.kind import ChangeKind
from cxmap.diff.level import Level


def said(kind: ChangeKind) -> str:
    """How it weighs, in a sentence."""
    return f"A change that `cxmap diff` tells: a {kind.level.word} unless configured."


def setting(kind: ChangeKind) -> str:
    """A line of `cxmap.yaml` that gives it another level."""
    other = Level.RISK if kind.level is Level.NOTE else Level.NOTE
    return f"diff: {{levels: {{{kind.name}: {other.word}}}}}"
