"""A reference page of every key, made from the models that read them."""

import inspect
from collections.abc import Iterable, Iterator

from cxmap.loading.settings import Settings
from cxmap.model.data import DataSource
from cxmap.model.file import MapFile
from cxmap.model.part import Part, Refers
from cxmap.model.refused import with_article
from cxmap.model.takes import Takes
from cxmap.model.team import BUILT_IN_CHANNELS, Channel
from cxmap.schema.keys import (
    Answer,
    Choices,
    Key,
    keys_of,
    kinds_of,
    names_of,
    parts_within,
    short_form,
)
from cxmap.words import slug

_NOUNS = {DataSource.KIND: DataSource.noun()}

_BEGINNING = """\
# Every key of the files

Made from the program itself. **Bold** keys have to be there. An empty value is as good as none,
where a list is taken one value will do, and keys that begin with `x-` are your own. An id is left
out where the slug of the name will do.
"""


def reference() -> str:
    """The page in Markdown: a table for each part of a file, then for each part of the settings."""
    parts = [*parts_within(MapFile), *parts_within(Settings)]
    contents = " · ".join(_link(part) for part in parts)
    sections = "".join(f"\n{line}" for part in parts for line in _section(part))
    return f"{_BEGINNING}\n{contents}\n{sections}"


def _section(part: type[Part]) -> Iterator[str]:
    keys = keys_of(part)
    yield f"## {_title(part)}\n"
    yield f"{' '.join(_about(part))}\n"
    yield _table(("Key", "Takes", "Meaning"), ((_name(k), _takes(k), k.meaning) for k in keys))
    for key in keys:
        for answer in key.answers:
            if isinstance(answer, Choices) and answer.meanings:
                choices = zip(_coded(answer.words), answer.meanings, strict=True)
                yield _table((f"`{key.name}`", "Meaning"), choices)
    if part is Channel:
        built_in = (f"`{name}` ({kind})" for name, kind in BUILT_IN_CHANNELS.items())
        yield f"Every workspace has {', '.join(built_in)}.\n"


def _about(part: type[Part]) -> Iterator[str]:
    yield inspect.cleandoc(part.__doc__ or "").replace("\n\n", " ").replace("\n", " ")
    yield from filter(None, (short_form(part),))
    if names := names_of(part):
        yield f"It needs {_either(_coded(names))}."


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = (heads, ("---",) * len(heads), *rows)
    return "".join(f"| {' | '.join(lines_of)} |\n" for lines_of in map(_cells, lines))


def _cells(row: Iterable[str]) -> Iterator[str]:
    return (cell.replace("|", "\\|") for cell in row)


def _name(key: Key) -> str:
    return f"**`{key.name}`**" if key.needed else f"`{key.name}`"


def _takes(key: Key) -> str:
    one = _either([words for answer in key.answers for words in _words(answer)])
    usual = f"; `{key.usual}` by default" if key.usual is not None else ""
    return f"{one}{', or a list' if key.many else ''}{usual}"


def _words(answer: Answer) -> list[str]:
    if isinstance(answer, Takes):
        return [answer.words]
    if isinstance(answer, Choices):
        return list(_coded(answer.words))
    if isinstance(answer, Refers):
        kinds = [with_article(_NOUNS.get(k, k.replace("-", " "))) for k in kinds_of(answer)]
        return [f"the id or name of {_either(kinds)}"]
    return [_link(answer), *(["one line of text"] if short_form(answer) else [])]


def _either(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


def _coded(words: Iterable[str]) -> Iterator[str]:
    return (f"`{word}`" for word in words)


def _title(part: type[Part]) -> str:
    return "Settings, `cxmap.yaml`" if part is Settings else part.KIND.capitalize()


def _link(part: type[Part]) -> str:
    return f"[{part.KIND if part is not Settings else 'settings'}](#{slug(_title(part))})"
