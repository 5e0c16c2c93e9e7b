"""Public holidays by country. Slow to import, so only calendars that name a country do."""

import re
from datetime import date
from functools import lru_cache

import holidays

from cxmap.words import did_you_mean, listed

_LANGUAGE = "en_US"  # the names are not used; this keeps the machine's own language out of it


@lru_cache(maxsize=4_096)
def public_holidays(country: str, subdivision: str, year: int) -> frozenset[date]:
    """The public holidays of a year, as observed, in a country and its part, if one is named."""
    part = subdivision or None
    return frozenset(holidays.country_holidays(country, part, years=year, language=_LANGUAGE))


def country_code(text: str) -> str:
    """The two letters of a country whose public holidays are known: `ca` is `CA`.

    Raises:
        ValueError: it is none; the text is a message for the person who wrote it.
    """
    code = text.strip().upper()
    if re.fullmatch("[A-Z]{2}", code) and hasattr(holidays, code):
        return code
    # The library knows countries by name and by three letters too; here they have one spelling.
    name = code if re.fullmatch("[A-Z]{3}", code) else re.sub("[^A-Za-z]", "", text.title())
    known = getattr(getattr(holidays, name, None), "country", None)
    guess = f"did you mean `{known}`?" if known else "write its two letters, such as `CA`"
    message = f"there is no country `{text}`, {guess}"
    raise ValueError(message)


def subdivision_code(country: str, text: str) -> str:
    """The code of a part of a country, by code or name: `bc` and `British Columbia` are `BC`.

    Raises:
        ValueError: the country has no such part; the text is a message for the person who wrote it.
    """
    parts = holidays.country_holidays(country, language=_LANGUAGE)
    if not parts.subdivisions:
        message = f"the holidays of `{country}` are the same everywhere: leave `subdivision` out"
        raise ValueError(message)
    names = parts.subdivisions_aliases | {code: code for code in parts.subdivisions}
    folded = {name.casefold(): code for name, code in names.items()}
    if code := folded.get(text.strip().casefold()):
        return code
    guess = did_you_mean(text, names) or f", choose from {listed(parts.subdivisions)}"
    message = f"`{country}` has no part `{text}`{guess}"
    raise ValueError(message)
