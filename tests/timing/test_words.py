import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.timing.duration import parse_duration
from cxmap.timing.words import is_placeholder, is_vague, read_words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("within 3 minutes", {"within": "3 minutes"}),
        ("answered within 3 minutes", {"within": "3 minutes"}),
        ("same day", {"within": "same day"}),
        ("The same day.", {"within": "same day"}),
        ("within the same day", {"within": "same day"}),
        ("on the same day as the order", {"after": "order", "within": "same day"}),
        (
            "within 2 business days of the kick-off call",
            {"after": "kick-off call", "within": "2 business days"},
        ),
        ("Within 24h of Signing", {"after": "Signing", "within": "24 hours"}),
        ("within two weeks after go-live", {"after": "go-live", "within": "2 weeks"}),
        ("Within 1 hour of the first payday", {"after": "first payday", "within": "1 hour"}),
        ("within 2 days of the second call", {"after": "second call", "within": "2 days"}),
        ("within 2 days of the 100th order", {"at": "order", "nth": 100, "within": "2 days"}),
        ("after signing", {"after": "signing"}),
        ("after signing, within 2 days", {"after": "signing", "within": "2 days"}),
        ("after signing within 2 days", {"after": "signing", "within": "2 days"}),
        ("after contract-signed, within the same day",
         {"after": "contract-signed", "within": "same day"}),
        ("2 days after signing", {"after": "signing", "in": "2 days"}),
        ("24 h from the order", {"after": "order", "in": "24 hours"}),
        ("a week after the trial ends", {"after": "trial ends", "in": "1 week"}),
        ("90\u00a0days after first-payday", {"after": "first-payday", "in": "90 days"}),
        ("no later than 3 days after delivery", {"after": "delivery", "within": "3 days"}),
        ("at most 3 days after delivery", {"after": "delivery", "within": "3 days"}),
        ("30 days before renewal", {"before": "renewal", "by": "30 days"}),
        ("30 days prior to the renewal", {"before": "renewal", "by": "30 days"}),
        ("at least 30 days before renewal", {"before": "renewal", "by": "30 days"}),
        ("at the latest 30 days before renewal", {"before": "renewal", "by": "30 days"}),
        ("6 weeks before year end", {"before": "year end", "by": "6 weeks"}),
        ("before the first call", {"before": "first call"}),
        ("120 days out from contract renewal", {"before": "contract renewal", "by": "120 days"}),
        ("45- days out from closing", {"before": "closing", "by": "45 days"}),
        ("every 3 months", {"every": "3 months"}),
        ("every six months", {"every": "6 months"}),
        ("Every month", {"every": "1 month"}),
        ("each quarter", {"every": "3 months"}),
        ("every other week", {"every": "2 weeks"}),
        ("every business day", {"every": "1 business day"}),
        ("once a month", {"every": "1 month"}),
        ("once every 3 months", {"every": "3 months"}),
        ("Monthly", {"every": "1 month"}),
        ("quarterly", {"every": "3 months"}),
        ("the 100th order", {"at": "order", "nth": 100}),
        ("100th order", {"at": "order", "nth": 100}),
        ("At the 1,000th order", {"at": "order", "nth": 1000}),
        ("with the 100th order", {"at": "order", "nth": 100}),
        ("the third support contact", {"at": "support contact", "nth": 3}),
        ("the third contact within a month", {"at": "contact", "nth": 3, "per": "1 month"}),
        ("the 3rd contact in 30 days", {"at": "contact", "nth": 3, "per": "30 days"}),
        (
            "Within 1 business day of the third contact in a month",
            {"at": "contact", "nth": 3, "per": "1 month", "within": "1 business day"},
        ),
        ("upon signing of contract", {"at": "signing of contract"}),
        (
            "Upon signing of contract, within 1 business day",
            {"at": "signing of contract", "within": "1 business day"},
        ),
        ("upon the 3rd call, within 1 day", {"at": "call", "nth": 3, "within": "1 day"}),
        ("at signing", {"at": "signing"}),
        ("on signing the contract", {"at": "signing the contract"}),
        ("on delivery", {"at": "delivery"}),
        ("at contract signing", {"at": "contract signing"}),
        ("with the first order", {"at": "first order"}),
        ("within 2 days, takes 3-6 days", {"within": "2 days", "takes": "3 to 6 days"}),
        (
            "2 days after signing, but really takes 5 days today",
            {"after": "signing", "in": "2 days", "takes": "5 days"},
        ),
    ],
)  # fmt: skip
def test_plain_words_are_read(words, said):
    assert read_words(words) == said


@pytest.mark.parametrize(
    "words",
    [
        "",
        "within",
        "after",
        "upon",
        "the",
        "once",
        "soon",
        "2 days",
        "in 2 days",
        "the deal closes",
        "when the contract is signed",
        "within 5 m",
        "within 999999999 days of signing",
        "within 2 days before signing",
        "within 2 days of signing or payment",
        "within 2 days of signing, then weekly",
        "within 2 days of signing - paper only",
        "within 2 days of signing (paper only)",
        "within 2 days of day 1",
        "resolved within 3 days",
        "answered promptly",
        "about 2 days after signing",
        "2 days from now",
        "at least 2 days after signing",
        "at most 3 days before renewal",
        "no later than Friday",
        "by Friday",
        "after hours",
        "after that",
        "after 5pm",
        "before noon",
        "before May",
        "before and after the call",
        "after the third contact within a month",
        "after a step that takes two pages to tell in all its parts, as some do",
        "on demand",
        "on request",
        "upon request",
        "upon the customer's request",
        "on Mondays",
        "on the website",
        "on the delivery note",
        "with the contract",
        "at any time",
        "at 9am",
        "at the end of the month",
        "at the first opportunity",
        "Any time, before first contact",
        "monthly newsletter",
        "twice a year",
        "every months",
        "every Monday",
        "every 100th order",
        "every month, 5th working day",
        "every 3 months after signing",
        "once 3 months",
        "once signed",
        "the third party",
        "third support contact",
        "the 3rd Monday of the month",
        "the 5th of each month",
        "the 1st order",
        "the second half of onboarding",
        "the third contact in summer within reach",
        "24 hours a day",
        "same day delivery",
        "within 2 days, takes ages",
        "whenever it suits, takes 2 days",
        "within 2 days of " + "a very long event " * 12,
    ],
)
def test_other_words_stay_words(words):
    assert read_words(words) is None


def test_what_was_read_is_the_readers_own_copy():
    read_words("after signing").clear()
    assert read_words("after signing") == {"after": "signing"}


PIECES = (
    "within 2 3rd third the a of after before by at upon on every once other days business day "
    "month signing call order , takes to same no later than least - or per in"
)
phrases = st.lists(st.sampled_from(PIECES.split()), max_size=12).map(" ".join)


@given(phrases | st.text(max_size=250))
def test_whatever_is_read_is_a_mapping_that_the_format_has(text):
    said = read_words(text) or {"within": "same day"}
    anchors = said.keys() & {"at", "after", "before", "every"}
    assert len(anchors) == 1 or (not anchors and "within" in said)
    assert not said.keys() & {"by"} or "before" in said
    assert not said.keys() & {"in"} or "after" in said
    assert not said.keys() & {"nth", "per"} or "at" in said
    assert not said.keys() & {"within"} or not said.keys() & {"before", "every"}
    for key in said.keys() & {"within", "by", "in", "every", "per"}:
        assert str(parse_duration(said[key])) == said[key]


@given(phrases)
def test_an_event_keeps_the_words_that_were_written(text):
    said = read_words(text) or {}
    for key in said.keys() & {"at", "after", "before"}:
        assert said[key] in text


@pytest.mark.parametrize(
    "words",
    [
        "soon",
        "Soon.",
        "ASAP",
        "as soon as possible after the call",
        "as quickly as we can",
        "later",
        "a bit later",
        "Later on",
        "when possible",
        "as needed",
        "in due course",
        "shortly before renewal",
        "promptly",
        "at some point",
        "some time",
        "after a while",
        "at the earliest opportunity",
        "at our convenience",
        "regularly",
        "from time to time",
    ],
)
def test_words_without_a_limit_are_vague(words):
    assert is_vague(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "as soon as the contract is signed",
        "promptly, within 2 days",
        "as soon as possible, at most an hour later",
        "no later than May",
        "a later stage",
        "immediately",
        "at any time",
        "on request",
        "upon signing",
        "monthly",
        "same day",
        "TBD",
    ],
)
def test_words_that_say_when_are_not_vague(words):
    assert not is_vague(words)


@pytest.mark.parametrize(
    "text", ["?", "???", "? ?", "TODO", " todo ", "(tbc)", "[TBD]", "TBC?", "n/a", "N/A.", "\uff1f"]
)
def test_a_placeholder_is_no_answer(text):
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text", ["", " ", "...", "Todo list", "TBD by sales", "why?", "na", "?" * 99]
)
def test_other_text_is_an_answer(text):
    assert not is_placeholder(text)
