"""Inventories of all sorts, to be written and read back."""

from hypothesis import strategies as st

from cxmap.inventory.inventory import of_raw
from cxmap.output.plain import ODD
from cxmap.words import slug

_ODD = st.sampled_from(
    [
        "=1+1",
        "+1",
        "-x",
        "@a",
        "'=x",
        '"a"',
        "[a, b]",
        "{a: b}",
        "a; b",
        "a|b",
        "a\nb",
        "?",
        "x: y",
        "-1",
    ]
)
_LETTERS = st.characters(
    blacklist_categories=["Cs", "Cc", "Cn", "Co"],
    blacklist_characters="\u2028\u2029\ufeff\ufffe\uffff",
)
text = (
    (st.text(_LETTERS, min_size=1, max_size=12) | _ODD)
    .map(str.strip)
    .filter(lambda said: said and not ODD.search(said.replace("\n", "")))
)
name = text.filter(slug)
plain_name = st.from_regex(r"[A-Z][a-zé]{1,8}( [a-z0-9]{1,6}){0,2}", fullmatch=True)
_list = st.lists(text, min_size=1, max_size=3)
_emotion = st.integers(-2, 2).map(str)
_own = (
    text
    | st.lists(text, min_size=1, max_size=2)
    | st.dictionaries(text, text, min_size=1, max_size=2)
)

_ANSWERS = {
    "who": text,
    "how": _list,
    "when": text
    | st.just({"after": "contract-signed", "within": "2 days", "takes": "3 to 6 days"}),
    "with": _list,
    "measures": _list,
    "customers": _list,
    "expectation": text,
    "met": st.sampled_from(["missed", "met", "exceeded"]),
    "emotion": _emotion | st.dictionaries(name, _emotion, min_size=1, max_size=2),
    "moment_of_truth": st.just("yes"),
    "importance": st.integers(1, 5).map(str),
    "pains": st.lists(
        text | st.fixed_dictionaries({"text": text, "source": text}), min_size=1, max_size=3
    ),
    "works_well": _list,
    "tags": _list,
    "note": text,
    "x-squad": _own,
}
touchpoints = st.fixed_dictionaries({"what": name}, optional=_ANSWERS)
stages = st.fixed_dictionaries(
    {"name": name, "touchpoints": st.lists(touchpoints, max_size=3)},
    optional={"goal": text, "phase": text, "measures": _list, "x-room": _own},
)


def made(raw):
    """An inventory of some stages."""
    return of_raw({"stages": raw}, "onboarding", "Onboarding", "current")


inventories = (
    st.lists(stages, min_size=1, max_size=3)
    .filter(lambda all_stages: any(stage["touchpoints"] for stage in all_stages))
    .map(made)
)
