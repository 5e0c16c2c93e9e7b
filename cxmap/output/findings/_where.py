"""Where a finding stands, as every format shows it: 1-based, and in a consumer's own units."""

from collections.abc import Sequence

from cxmap.finding import Finding
from cxmap.output.results import Results
from cxmap.source.span import Span

UTF8, UTF16 = "utf-8", "utf-16-le"
_BYTES = {UTF8: 1, UTF16: 2}


def placed(span: Span) -> Span:
    """The span with nothing left open; a file as a whole stands at its first character."""
    line, column = max(span.line, 1), max(span.column, 1)
    end = max((line, column), (span.end_line, max(span.end_column, 1)))
    return span._replace(line=line, column=column, end_line=end[0], end_column=end[1])


def placed_in(span: Span, lines: Sequence[str], unit: str) -> Span:
    """The same, with columns that count UTF-8 bytes or UTF-16 units instead of code points."""
    whole = placed(span)
    return whole._replace(
        column=_column(lines, whole.line, whole.column, unit),
        end_column=_column(lines, whole.end_line, whole.end_column, unit),
    )


def path_of(results: Results, span: Span) -> str:
    """The file's path from the folder the command runs in."""
    path = span.path or "."
    return f"{results.base}/{path}" if results.base else path


def place_of(results: Results, span: Span) -> str:
    """`path:line:column`, which terminals and editors open on a click."""
    whole = placed(span)
    return f"{path_of(results, span)}:{whole.line}:{whole.column}"


def journey_of(finding: Finding) -> str:
    """The journey map a finding belongs to, such as `onboarding@current`, or nothing."""
    item = finding.item.partition("/")[0].partition("#")[0]
    return item if "@" in item else ""


def _column(lines: Sequence[str], line: int, column: int, unit: str) -> int:
    before = lines[line - 1][: column - 1] if line <= len(lines) else ""
    beyond = column - 1 - len(before)
    return len(before.encode(unit, "surrogatepass")) // _BYTES[unit] + beyond + 1
