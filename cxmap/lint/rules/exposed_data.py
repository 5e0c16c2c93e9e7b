"""Feedback data that lie open: in git, or with columns that say who a customer is."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.data import DataSource
from cxmap.words import cut, listed, quoted

_LISTED = """
email emails mail mails emailaddress mailadresse emailadresse courriel courriels correo
phone phones telephone telefon telefono telefone telefoon phonenumber telefonnummer cellphone msisdn
comment comments verbatim verbatims remark remarks freetext freitext kommentar kommentare
commentaire commentaires comentario comentarios commento commenti bemerkung bemerkungen anmerkung
anmerkungen opmerking opmerkingen
firstname lastname surname fullname vorname nachname prenom apellido apellidos
"""
_ALONE = """
mobile mobil handy cell tel portable movil
"""
_ABOUT = """
count counts number sent opened clicked date at on time calls app channel opt consent type kind
language lang length score rating anzahl datum
"""
_WORDS = frozenset(_LISTED.split())
_WHOLE = frozenset(_ALONE.split())
"""Words that say it where they are the whole name."""
_HARMLESS = frozenset(_ABOUT.split())
"""Words beside one of these that make it a figure or a time, as in `phone_calls`."""
_NUMBERS = frozenset(["phone", "telephone", "mobile", "cell"])
"""What `number` behind is no count of."""


@rule(
    DataSource,
    severity=Severity.WARNING,
    hint="keep it out of git (`.gitignore`) and export it without what says who a customer is",
)
def exposed_data(source: DataSource, context: Context) -> Iterator[Gap]:
    """Feedback data that lie open: in git, or with columns of e-mails, phones, comments or names.

    Customers answered to be heard, not to be read by everybody who has the repository; and what
    git has once it keeps for good.

    `measure` never reads a column that is not mapped, but a file can be opened by hand. Of files
    the first line is looked at, never a row. A column of addresses or comments as `touchpoint` or
    `segment` would print them as names of groups.

    Bad:

        data:
          - id: survey
            files: feedback/survey.csv
            time: answered_at
            segment: {who: email}

    Good:

        data:
          - id: survey
            files: feedback/survey.csv
            time: answered_at
            segment: plan
    """
    yield from _mapped(source)
    files = context.files.get(source.files, ())
    kept = [f"`{cut(file.path)}`" for file in files if file.in_git]
    if kept:
        message = f"answers of customers are in git: {listed(kept, 3)}"
        hint = "add it to `.gitignore`, and take it out with `git rm --cached`; history keeps it"
        yield Gap(message, source.at("files"), "files", "git keeps this", hint)
    for path, columns in ((file.path, _personal(file.columns)) for file in files):
        if columns:
            shown = listed([f"`{cut(column)}`" for column in columns], 3)
            message = f"{cut(path, 80)} has columns that may say who a customer is: {shown}"
            hint = "leave them out of the export: no figure needs them"
            yield Gap(message, source.at("files"), "files", hint=hint, value=path)
            return  # the other files of an export have the same


def _mapped(source: DataSource) -> Iterator[Gap]:
    """Columns whose values would be printed."""
    segment = source.segment or {}
    named = [
        ("segment", c) for c in ([segment] if isinstance(segment, str) else dict(segment).values())
    ]
    if source.touchpoint is not None:
        named.append(("touchpoint", source.touchpoint))
    for key, column in named:
        if _personal([column]):
            message = (
                f"{quoted(column)} as `{key}` would print what customers wrote or who they are"
            )
            yield Gap(message, source.at(key), key, hint="group by something many customers share")


def _personal(columns: Iterable[str]) -> list[str]:
    """The columns among some that are named like an address, a number to call or a comment."""
    return [column for column in columns if _is_personal(column)]


def _is_personal(column: str) -> bool:
    plain = unicodedata.normalize("NFKD", re.sub(r"([a-z])([A-Z])", r"\1 \2", column))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    words = re.findall(r"[^\W\d_]+", letters)
    if "".join(words) in _WORDS | _WHOLE:
        return True
    harmless = _HARMLESS - {"number"} if _NUMBERS & set(words) else _HARMLESS
    if harmless & set(words):
        return False
    pairs = {one + two for one, two in pairwise(words)}
    return bool((_WORDS & {*words, *pairs}) or (_WHOLE & set(words) and "number" in words))
