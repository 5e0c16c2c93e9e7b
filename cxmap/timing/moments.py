"""Which words after "on", "at", "upon" and "with" are a moment, and no place, day or habit."""

from cxmap.timing.phrases import NOT_COUNTED, words_of

# "On" and "at" are followed by places, days and habits more often than by events ("on demand",
# "at any time", "on Mondays"), so only these moments are read after them.
_MOMENTS = words_of(
    "acceptance activation admission approval arrival booking cancellation check-in check-out "
    "checkout closing closure completion delivery departure discharge dispatch enrolment "
    "enrollment expiration expiry go-live handover installation invoicing joining kick-off "
    "kickoff launch leaving login onboarding opening ordering payment purchase receipt "
    "registration renewal shipment sign-up signature signing signup termination"
)
_LINKS = words_of("of the a an by for in their your our")
_REQUESTS = words_of("request requests demand need needs occasion")
_NO_FIRSTS = NOT_COUNTED | words_of("opportunity chance sign signs glance sight instance come")
_COMPOUND = 3  # the most words of an event that ends in one of these moments: "contract signing"


def is_moment(word: str, event: str) -> bool:
    """Tell whether `event` after `word` is surely a moment.

    "Upon" is followed by nothing else, except where the customer asks; "with" is safe before
    "first order" alone; "on delivery of the goods" is a moment, "on the delivery note" none.
    """
    words = event.lower().split()
    if word == "upon":
        return not _REQUESTS.intersection(words)
    if words[0] == "first":
        return len(words) > 1 and not _NO_FIRSTS.intersection(words)
    if word == "with":
        return False
    if words[0] in _MOMENTS:
        return len(words) == 1 or words[1] in _LINKS
    return words[-1] in _MOMENTS and len(words) <= _COMPOUND
