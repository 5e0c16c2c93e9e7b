"""What a rule is about, for lists, pages, messages and formats."""

import inspect
from dataclasses import dataclass

from cxmap.finding import Severity


@dataclass(frozen=True, slots=True)
class Page:
    """What `explain` shows of a rule.

    Attributes:
        finds: one sentence.
        why: why a customer cares; every finding says it.
        bad: a sample that the rule speaks of, a whole file, or several that begin with `# file:`.
        good: the same without the gap.
        more: what else to know: what counts, and what is left alone.
    """

    finds: str
    why: str
    bad: str
    good: str
    more: str = ""


def read_page(text: str, samples: tuple[str, str] = ("Bad:", "Good:")) -> Page:
    """The page that a docstring holds, with what stands before its two samples."""
    sections: dict[str, list[str]] = {"words": [], **{sample: [] for sample in samples}}
    section = "words"
    for line in inspect.cleandoc(text).splitlines():
        if line in samples:
            section = line
        else:
            sections[section].append(line)
    words = "\n".join(sections["words"]).strip().split("\n\n")
    finds, why, *more = (" ".join(part.split()) for part in (*words, ""))
    bad, good = (inspect.cleandoc("\n".join(sections[name])) for name in samples)
    return Page(finds, why, bad, good, "\n\n".join(filter(None, more)))


@dataclass(frozen=True, slots=True)
class About:
    """What a rule is about: its one sentence, why a customer cares, and how bad it is by itself."""

    name: str
    finds: str
    why: str = ""
    source: str = ""
    severity: Severity = Severity.WARNING
