"""An inventory as a table: a row for each touchpoint, a column for each kind of answer."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from typing import NamedTuple

from cxmap.errors import CxmapError
from cxmap.inventory import cells
from cxmap.inventory.columns import STAGE, knows, likened, recognised, title, titles
from cxmap.inventory.inventory import Answers, Inventory, Stage
from cxmap.inventory.reading import (
    LONGEST,
    MOST_COLUMNS,
    MOST_ROWS,
    Asked,
    Found,
    Reading,
    Rejected,
    sound,
)
from cxmap.model.journey import Stage as StagePart
from cxmap.model.touchpoint import Touchpoint
from cxmap.words import cut, listed, slug

ALWAYS = ("id", STAGE, "what", "how", "who", "when", "measures")
"""The columns that every table has."""

WORKSHOP = (
    *(key for key in ALWAYS if key != "id"),
    "expectation",
    "emotion",
    "moment_of_truth",
    "pains",
    "opportunities",
    "note",
)
"""The columns of a blank form."""

NO_STAGE = "Touchpoints"
"""The stage of touchpoints that stand below none."""

HEADER_WITHIN = 30
"""Rows among which the header has to be."""

_TOTALS = frozenset(
    {"total", "totals", "grand total", "subtotal", "sum", "totale", "somma", "somme", "sous-total"}
    | {"summe", "gesamt", "gesamtsumme", "zwischensumme", "insgesamt", "suma", "soma", "totaal"}
)
"""What people call a row that adds up the column above it."""

_FIGURE = re.compile(r"[+−-]?[$€£]?\s?\d[\d.,'\s]*\s?[%$€£]?")


class Record(NamedTuple):
    """A row as it stands in a file.

    Attributes:
        line: its line, or the row of a sheet.
        cells: its texts.
        is_heading: it looks like the heading of the rows below: one text, across the table.
    """

    line: int
    cells: tuple[str, ...]
    is_heading: bool = False


class Table(NamedTuple):
    """A table to write: keys of the columns, and rows of texts."""

    keys: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def titles(self) -> tuple[str, ...]:
        """What the columns are called."""
        return tuple(title(key) for key in self.keys)


def to_table(inventory: Inventory, *, empty: bool = False) -> Table:
    """The table of an inventory: the columns that always stand there, and all that have answers.

    Args:
        inventory: the stages and touchpoints.
        empty: the columns that a workshop fills in stand there too.
    """
    always = WORKSHOP if empty else ALWAYS
    rows = list(_written(inventory))
    if any(stage.answers["id"] != slug(_name(stage)) for stage in inventory.stages):
        used = {key for row in rows for key in row}
    else:
        used = {key for row in rows for key in row if key != "stage.id"}
    own = sorted(key for key in used if key not in titles())
    keys = (*(key for key in titles() if key in always or key in used), *own)
    texts = (tuple(cells.write(k, row[k]) if k in row else "" for k in keys) for row in rows)
    return Table(keys, tuple(texts))


def _written(inventory: Inventory) -> Iterator[Answers]:
    for stage in inventory.stages:
        about = {f"stage.{k}": v for k, v in stage.answers.items() if k != "name"}
        about[STAGE] = _name(stage)
        for touchpoint in stage.touchpoints:
            yield {**touchpoint, **about}
        if not stage.touchpoints:
            yield about


def _name(stage: Stage) -> str:
    return str(stage.answers.get("name") or stage.answers["id"] or "?")


def from_table(records: Iterable[Record], asked: Asked) -> Reading:
    """What the rows of a table say.

    Args:
        records: its rows; titles and blank rows may stand above its header.
        asked: what a user says of the file.

    Raises:
        CxmapError: no row has a column for the name of a touchpoint, or there are too many.
    """
    few = list(_few(records, asked.name))
    if why := on_its_side(few, asked):
        raise CxmapError(f"{asked.name}: {why}; or name a column by `--column what=HEADER`")
    rows = iter(few)
    above, first = _header(rows, asked)
    header, rows = _whole(first, rows, asked)
    if header.line != first.line:
        above.append(first)
    keys = recognised(header.cells, asked.named)
    if "what" not in keys:
        raise CxmapError(_no_header(header, asked.name))
    reader = _Rows(asked, header, keys)
    for record in rows:
        reader.read(record)
    columns = tuple(zip(header.cells, keys, strict=True))
    skipped = tuple(
        f"line {r.line} stands above the table and is left out: {cut(_shown(r), 60)}" for r in above
    )
    notes = (*skipped, *_own_notes(columns, reader, asked), *reader.notes)
    return Reading(
        tuple(reader.found),
        columns=tuple((h, k) for h, k in columns if h.strip() or k in reader.used),
        rejected=tuple(reader.rejected),
        notes=notes,
    )


def _few(records: Iterable[Record], name: str) -> Iterator[Record]:
    filled = 0
    for record in records:
        if not any(cell.strip() for cell in record.cells):
            continue
        filled += 1
        if filled > MOST_ROWS:
            raise CxmapError(f"{name} has more than {MOST_ROWS:,} rows; a map is made of far fewer")
        if len(record.cells) > MOST_COLUMNS:
            message = f"{name}, line {record.line}: more than {MOST_COLUMNS} columns"
            raise CxmapError(message)
        yield record


def _header(rows: Iterator[Record], asked: Asked) -> tuple[list[Record], Record]:
    above: list[Record] = []
    for record in rows:
        if is_header(record.cells, asked):
            return above, record
        above.append(record)
        if len(above) >= HEADER_WITHIN:
            break
    if not above:
        raise CxmapError(f"{asked.name} is empty")
    raise CxmapError(_no_header(max(above[:5], key=lambda r: len(r.cells)), asked.name))


def _whole(header: Record, rows: Iterator[Record], asked: Asked) -> tuple[Record, Iterator[Record]]:
    """The header with its second line, where the first only groups columns or is a title."""
    below = next(rows, None)
    if below is None:
        return header, rows
    keys = recognised(header.cells, asked.named)
    at = keys.index("what") if "what" in keys else len(keys)
    filled = [cell for cell in below.cells if cell.strip()]
    names_none = "".join(below.cells[at : at + 1]).strip() in {
        "",
        "".join(header.cells[at : at + 1]),
    }
    if names_none and 1 < len(filled) <= 2 * sum(map(knows, filled)):
        pairs = zip_longest(header.cells, below.cells, fillvalue="")
        return Record(header.line, tuple(b if b.strip() else a for a, b in pairs)), rows
    if is_header(below.cells, asked) and _known(below, asked) > _known(header, asked):
        return below, rows
    return header, chain([below], rows)


def _known(record: Record, asked: Asked) -> int:
    return sum(not key.startswith("x-") for key in recognised(record.cells, asked.named))


def on_its_side(records: Sequence[Record], asked: Asked) -> str:
    """What to do with a table that has its headers below one another; nothing for any other."""
    if asked.columns:
        return ""  # whoever names a column knows where the headers are
    first = [r for r in records[:HEADER_WITHIN] if any(cell.strip() for cell in r.cells)]
    if any(is_header(record.cells, asked) and _known(record, asked) > 1 for record in first):
        return ""
    for column in range(3):
        texts = [r.cells[column] for r in first if len(r.cells) > column + 1]
        names = Record(1, tuple(text for text in texts if text.strip()))
        known = _known(names, asked)
        if known > 1 and 2 * known > len(names.cells) and is_header(names.cells, asked):
            return (
                "the table lies on its side, with touchpoints in a row; turn it first: in a"
                " spreadsheet copy it, then paste special, transpose"
            )
    return ""


def is_header(texts: Sequence[str], asked: Asked) -> bool:
    """Whether a row names the columns of a table of touchpoints."""
    named = {likened(header) for header, key in asked.columns.items() if key == "what"}
    if named:
        return any(likened(text) in named for text in texts)
    return "what" in recognised(texts, asked.named) and all(map(_is_short, texts))


def may_be_header(texts: Sequence[str], asked: Asked) -> bool:
    """Whether a row is a header, or holds a column that a user named for this file."""
    named = set(map(likened, asked.columns))
    return is_header(texts, asked) or any(likened(text) in named for text in texts)


def _is_short(text: str) -> bool:
    return len(text) < 100 and (not text or "\n" not in text.strip() or knows(text))


def _no_header(record: Record, name: str) -> str:
    shown = [f"`{cut(cell)}`" for cell in record.cells if cell.strip()]
    return (
        f"{name}: no column is called as touchpoints are; name it by `--column what=HEADER`:"
        f" line {record.line} has {listed(shown)}"
    )


def _shown(record: Record) -> str:
    return " ".join(cell.strip() for cell in record.cells if cell.strip())


def _adds_up(record: Record) -> bool:
    """Whether a row holds the total of a spreadsheet: one word for it, and otherwise figures."""
    filled = [cell.strip() for cell in record.cells if cell.strip()]
    words = [text for text in filled if not _FIGURE.fullmatch(text)]
    is_total = len(words) == 1 and words[0].rstrip(":").strip().casefold() in _TOTALS
    return is_total and len(filled) > 1


def _own_notes(columns: Iterable[tuple[str, str]], reader: "_Rows", asked: Asked) -> Iterator[str]:
    named = set(asked.named.values())
    for header, key in columns:
        own = key.startswith("x-") and key not in named
        if own and key != header.strip() and key in reader.used:
            what = f"column `{cut(header)}`" if header.strip() else "a column without a name"
            yield f"{what} is kept as `{key}`"


@dataclass
class _Rows:
    """Reads rows one after the other, since a stage goes on until the next one is named."""

    asked: Asked
    header: Record
    keys: tuple[str, ...]
    found: list[Found] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    stage: Answers = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)

    def read(self, record: Record) -> None:
        if [c.strip() for c in record.cells] == [c.strip() for c in self.header.cells]:
            return  # the header again, as printed sheets have it on each page
        why = self._unfit(record)
        if why:
            self.rejected.append(Rejected(record.line, why))
            return
        if _adds_up(record):
            shown = cut(_shown(record), 60)
            self.notes.append(f"line {record.line} only adds up others and is left out: {shown}")
            return
        texts = {k: c for k, c in zip(self.keys, record.cells, strict=False) if c.strip()}
        if self._is_heading(record, texts):
            name = next(iter(texts.values())).strip().removesuffix(":").strip()
            self.stage = {"name": name}
            self.found.append(Found(self.stage, None, record.line))
            return
        self.used |= texts.keys()
        answers = {key: cells.read(key, text) for key, text in texts.items()}
        about = {k.partition(".")[2] or "name": v for k, v in answers.items() if _of_stage(k)}
        if about:
            self._begin(about, record.line)
        touchpoint = {key: value for key, value in answers.items() if not _of_stage(key)}
        if touchpoint:
            self._add(touchpoint, record.line)
        else:
            self.found.append(Found(self.stage, None, record.line))

    def _unfit(self, record: Record) -> str:
        more = [cell for cell in record.cells[len(self.keys) :] if cell.strip()]
        if more:
            return f"it has more cells than the header: `{cut(more[0])}` stands below no column"
        if any(len(cell) > LONGEST for cell in record.cells):
            return f"a cell has more than {LONGEST:,} characters"
        return ""

    def _is_heading(self, record: Record, texts: dict[str, str]) -> bool:
        if len(texts) != 1 or STAGE in texts:
            return False
        (text,) = texts.values()
        ends = text.rstrip().endswith(":") and STAGE not in self.keys
        return record.is_heading or ends or self.asked.stage_rows

    def _begin(self, about: Answers, line: int) -> None:
        kept, notes = _settled_stage(about, line)
        if "name" not in kept and "id" not in kept:
            kept = {**kept, "name": self.stage.get("name", NO_STAGE)}
        if kept != self.stage:
            self.stage = kept
            self.notes += notes

    def _add(self, answers: Answers, line: int) -> None:
        what = answers.get("what")
        if not isinstance(what, str) or not slug(what):
            known = slug(str(answers.get("id", "")))
            why = "no touchpoint is named" if not what else f"`{cut(str(what))}` is no name"
            self.rejected.append(Rejected(line, f"{why}{f' for `{known}`' if known else ''}"))
            return
        written = slug(str(answers.get("id", "")))
        if written and written in self.ids:
            why = f"the id `{cut(written)}` stands on line {self.ids[written]} already"
            self.rejected.append(Rejected(line, why))
            return
        given = {**answers, "id": written} if written else answers
        if written:
            self.ids[written] = line
        kept, notes = sound(given, Touchpoint, line)
        self.notes += notes
        self.stage = self.stage or {"name": NO_STAGE}
        self.found.append(Found(self.stage, kept, line))


def _settled_stage(about: Answers, line: int) -> tuple[Answers, list[str]]:
    written = slug(str(about.get("id", "")))
    named = {key: value for key, value in about.items() if key != "id"}
    return sound({**named, "id": written} if written else named, StagePart, line)


def _of_stage(key: str) -> bool:
    return key == STAGE or key.startswith("stage.")
