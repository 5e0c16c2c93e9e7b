"""JUnit XML: a case for each rule and journey, so that a build server shows what passes too.

A suite is a journey map; the last one is the workspace, for what belongs to no journey. Errors
and warnings fail a case; notes are its output.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape

from cxmap.finding import Finding, Severity
from cxmap.output.findings._choice import standing
from cxmap.output.findings._where import journey_of, place_of
from cxmap.output.plain import plain
from cxmap.output.results import Format, Look, Results
from cxmap.output.wording import advice, said

_WORKSPACE = "workspace"


def _write(results: Results, _look: Look) -> str:
    found: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in standing(results):
        found[journey_of(finding) or _WORKSPACE, finding.rule].append(finding)
    suites = dict.fromkeys([journey.item for journey in results.journeys])
    suites |= dict.fromkeys(sorted({suite for suite, _ in found} - {_WORKSPACE}))
    rules = dict.fromkeys([rule.name for rule in results.rules])
    rules |= dict.fromkeys(sorted({rule for _, rule in found}))
    short = results.shortfalls
    failed = sum(_fails(findings) for findings in found.values()) + bool(short)
    total = (len(suites) + 1) * len(rules) + bool(short)
    lines = ['<?xml version="1.0" encoding="utf-8"?>']
    lines.append(f'<testsuites name="cxmap {results.command}" {_counts(total, failed)}>')
    for suite in [*suites, _WORKSPACE]:
        cases = {rule: found.get((suite, rule), []) for rule in rules}
        here = short if suite == _WORKSPACE else ()
        failed = sum(_fails(findings) for findings in cases.values()) + bool(here)
        lines.append(
            f"  <testsuite name={_value(suite)} {_counts(len(cases) + bool(here), failed)}>"
        )
        for rule, findings in cases.items():
            lines.extend(_case(suite, rule, findings, results))
        lines.extend(_coverage(here))
        lines.append("  </testsuite>")
    lines.append("</testsuites>")
    return "\n".join(lines) + "\n"


def _case(suite: str, rule: str, findings: Sequence[Finding], results: Results) -> Iterator[str]:
    start = f"    <testcase classname={_value(suite)} name={_value(rule)}"
    if not findings:
        yield f"{start}/>"
        return
    yield f"{start}>"
    failing = [finding for finding in findings if finding.severity is not Severity.INFO]
    if failing:
        worst = min(failing, key=lambda finding: finding.severity)
        more = f" (and {len(failing) - 1} more)" if len(failing) > 1 else ""
        opening = f"message={_value(said(worst) + more)} type={_value(worst.severity.word)}"
        yield f"      <failure {opening}>{_listed(failing, results)}</failure>"
    notes = [finding for finding in findings if finding.severity is Severity.INFO]
    if notes:
        yield f"      <system-out>{_listed(notes, results)}</system-out>"
    yield "    </testcase>"


def _coverage(shortfalls: Sequence[str]) -> Iterator[str]:
    """The case that fails where coverage is less than it has to be."""
    if shortfalls:
        told = escape("\n".join(map(plain, shortfalls)))
        opening = f'message={_value(shortfalls[0])} type="error"'
        yield f'    <testcase classname="{_WORKSPACE}" name="coverage">'
        yield f"      <failure {opening}>{told}</failure>"
        yield "    </testcase>"


def _listed(findings: Sequence[Finding], results: Results) -> str:
    lines = []
    for finding in findings:
        lines.append(f"{place_of(results, finding.span)}: {finding.severity.word} {said(finding)}")
        lines.extend(f"  {word}: {text}" for word, text in advice(finding))
    return "\n".join(escape(plain(line)) for line in lines)


def _fails(findings: Sequence[Finding]) -> bool:
    return any(finding.severity is not Severity.INFO for finding in findings)


def _counts(tests: int, failures: int) -> str:
    return f'tests="{tests}" failures="{failures}" errors="0" skipped="0"'


def _value(text: str) -> str:
    return f'"{escape(plain(text))}"'


FORMAT = Format("junit", _write)
