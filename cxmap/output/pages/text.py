"""A rule's page for a terminal."""

from collections.abc import Iterator, Sequence
from textwrap import indent

from cxmap.lint.rule import Rule
from cxmap.output.ink import painter
from cxmap.output.pages._facts import facts, remark, setting, written
from cxmap.output.plain import folded
from cxmap.output.results import Format, Look

_INDENT = "  "


def _write(rules: Sequence[Rule], look: Look) -> str:
    return "\n\n".join("\n".join(_page(rule, look)) for rule in rules) + "\n"


def _page(rule: Rule, look: Look) -> Iterator[str]:
    paint = painter(look)
    page = rule.page
    yield paint(rule.name, "title")
    yield from _words(" ".join(facts(rule)), look, "")
    yield ""
    yield from _words(page.finds, look, "")
    for title, text in (("Why a customer cares", page.why), ("Also", page.more)):
        if text:
            yield from ("", paint(title, "title"))
            for number, paragraph in enumerate(text.split("\n\n")):
                yield from [""] * bool(number)
                yield from _words(paragraph, look, _INDENT)
    if rule.hint:
        yield from ("", paint("What to do", "title"))
        yield from _words(rule.hint, look, _INDENT)
    for title, sample in (("Bad", page.bad), ("Good", page.good)):
        if sample:
            yield from ("", paint(title, "title"), indent(sample, _INDENT))
    if rule.options:
        yield from ("", paint("Options", "title"))
        for name, option in rule.options.items():
            said = f"{name}: {option.meaning}; {option.takes}, {written(option)} by default"
            yield from _words(said, look, _INDENT)
        yield _INDENT + setting(rule)
    if not rule.always:
        yield from ("", paint("To accept one", "title"), _INDENT + remark(rule))


def _words(text: str, look: Look, before: str) -> Iterator[str]:
    room = None if look.width is None else max(20, look.width - len(before))
    yield from (before + line for line in folded(text, room))


FORMAT = Format("text", _write)
