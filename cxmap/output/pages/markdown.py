"""Rules' pages as Markdown; several begin with a table of them all."""

from collections.abc import Iterator, Sequence

from cxmap.lint.rule import Rule
from cxmap.output.pages._facts import facts, setting, written
from cxmap.output.results import Format, Look

_TABLE = "| Rule | Severity | Profile | Finds |\n| --- | --- | --- | --- |\n"


def _write(rules: Sequence[Rule], _look: Look) -> str:
    pages = ("\n".join(_page(rule)) for rule in rules)
    return "\n".join([_table(rules)] * (len(rules) > 1) + list(pages))


def _table(rules: Sequence[Rule]) -> str:
    return _TABLE + "".join(map(_row, rules))


def _row(rule: Rule) -> str:
    profile = "always" if rule.always else rule.profile.word
    link = f"[`{rule.name}`](#{rule.name})"
    return f"| {link} | {rule.severity.word} | {profile} | {rule.page.finds} |\n"


def _page(rule: Rule) -> Iterator[str]:
    page = rule.page
    yield f"## {rule.name}\n"
    yield f"{page.finds} {page.why}\n"
    if page.more:
        yield f"{page.more}\n"
    if rule.hint:
        yield f"What to do: {rule.hint}.\n"
    for title, sample in (("Bad", page.bad), ("Good", page.good)):
        if sample:
            yield f"{title}:\n\n```yaml\n{sample}\n```\n"
    if rule.options:
        yield "| Option | Default | Takes | Meaning |\n| --- | --- | --- | --- |"
        for name, option in rule.options.items():
            yield f"| `{name}` | `{written(option)}` | {option.takes} | {option.meaning} |"
        yield f"\nIn `cxmap.yaml`: `{setting(rule)}`\n"
    yield " ".join(facts(rule)) + "\n"


FORMAT = Format("markdown", _write)
