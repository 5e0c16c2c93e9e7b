"""What a finding says where there is no excerpt beside it."""

from cxmap.finding import Finding
from cxmap.output.plain import plain


def said(finding: Finding) -> str:
    """The message, with the guess that `full` prints under the marked text."""
    guess = finding.label.startswith("did you mean")
    return f"{finding.message}, {finding.label}" if guess else finding.message


def advice(finding: Finding) -> tuple[tuple[str, str], ...]:
    """Why it matters and what to do, each with the word that introduces it.

    A hint that begins with a line of YAML says what to add; any other says what to do.
    """
    yaml = finding.hint.startswith("`") and ":" in finding.hint.split("`")[1]
    notes = (("why", finding.why), ("add" if yaml else "do", finding.hint))
    return tuple((word, text) for word, text in notes if text)


def told(finding: Finding) -> str:
    """All of it, safe to print: the message, then why and what to do on lines of their own."""
    notes = (f"{word}: {plain(text)}" for word, text in advice(finding))
    return "\n".join([plain(said(finding)), *notes])
