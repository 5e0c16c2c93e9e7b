"""What the rules come from: five texts on customer experience, each by what it is about."""

import re

TEXTS = {
    "S0": "the experience map",
    "S1": "the eight steps",
    "S2": "strategy and its metrics",
    "S3": "measuring at every touchpoint",
    "S4": "stages as customers see them",
}
"""What each text is about, by the sign that a rule names it with."""

_SIGNS = re.compile(r"((?:S[0-4](?:, )?)+)\s*(.*)")


def named(source: str) -> str:
    """A source in words: `S0 know your customer` is "the experience map (know your customer)"."""
    found = _SIGNS.fullmatch(source)
    if found is None:
        return source
    texts = [TEXTS[sign] for sign in re.findall(r"S\d", found[1])]
    rest = re.sub(r"S[0-4]", lambda sign: TEXTS[sign[0]], found[2])
    return " and ".join(texts) + (f" ({rest})" if rest else "")
