"""One line a finding, `path:line:column: severity rule message`: the form that editors read."""

import re

from cxmap.finding import Finding
from cxmap.output.findings._choice import about_the_rest, choose
from cxmap.output.findings._where import place_of
from cxmap.output.ink import painter
from cxmap.output.plain import plain
from cxmap.output.results import Format, Look, Results
from cxmap.output.wording import said

# Builds read their logs, and some take `##name[...]` for a command wherever it stands in a line.
_COMMAND = re.compile(r"##(?=[\w-]*\[)")


def _write(results: Results, look: Look) -> str:
    choice = choose(results, look)
    lines = (_line(finding, results, look) for finding in choice.shown)
    return "".join(f"{line}\n" for line in lines) + about_the_rest(choice, results, look)


def _line(finding: Finding, results: Results, look: Look) -> str:
    paint = painter(look)
    place = paint(plain(place_of(results, finding.span)), "title")
    severity = paint(finding.severity.word, finding.severity.word)
    line = f"{place}: {severity} {paint(finding.rule, 'quiet')} {plain(said(finding))}"
    return _COMMAND.sub("# #", line)


FORMAT = Format("concise", _write)
