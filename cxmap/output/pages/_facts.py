"""What every format says of a rule beside its page."""

import json
from collections.abc import Iterator

from cxmap.lint.option import Option
from cxmap.lint.rule import Rule


def facts(rule: Rule) -> Iterator[str]:
    """How bad it is, when it is on, and where it comes from, a sentence each."""
    if rule.always:
        yield "Always on, and always an error."
    else:
        yield f"Severity: {rule.severity.word}{', never an error' if rule.clock else ''}."
        yield f"On in profile {rule.profile.word} and above." if rule.profile else "On everywhere."
    if rule.clock:
        yield "It goes by the date of the run (`--today`)."
    if rule.source:
        yield f"Source: {rule.source}."
    if rule.origin:
        yield f"Comes from {rule.origin}."


def written(option: Option) -> str:
    """The default of an option as one would write it in `cxmap.yaml`."""
    value = list(option.default) if isinstance(option.default, tuple) else option.default
    return json.dumps(value, ensure_ascii=False)


def setting(rule: Rule) -> str:
    """How its options are set."""
    given = ", ".join(f"{name}: {written(option)}" for name, option in rule.options.items())
    return f"lint: {{options: {{{rule.name}: {{{given}}}}}}}"


def remark(rule: Rule) -> str:
    """How one finding is accepted."""
    return f"# cxmap: ignore[{rule.name}] the reason"
