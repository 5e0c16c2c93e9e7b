"""A channel that nobody declared."""

from collections.abc import Iterator

from cxmap.finding import Edit, Fix, Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.loading import dashes
from cxmap.loading.several import as_list, several
from cxmap.model.customer import Customer
from cxmap.model.index import Ambiguous, Index
from cxmap.model.mentions import Mention, mentions
from cxmap.model.part import Part
from cxmap.model.strategy import Strategy
from cxmap.model.team import Channel
from cxmap.model.touchpoint import Touchpoint
from cxmap.profile import Profile
from cxmap.timing.words import is_placeholder
from cxmap.words import flow, listed, nearest, quoted, slug

_ALSO_CALLED = {
    "telephone": "phone",
    "call": "phone",
    "post": "letter",
    "website": "web",
    "online": "web",
    "in-person": "face-to-face",
    "visit": "face-to-face",
    "meeting": "face-to-face",
    "text-message": "sms",
    "whatsapp": "messaging",
    "video": "video-call",
    "live-chat": "chat",
    "bot": "chatbot",
    "social-media": "social",
    "shop": "store",
    "branch": "store",
    "advert": "advertising",
    "ads": "advertising",
    "referral": "word-of-mouth",
}
"""What people call built-in channels too."""


@rule(
    *(Touchpoint, Customer, Strategy),
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    source="S0 email, phone, face to face",
)
def unknown_channel(part: Part, context: Context) -> Iterator[Gap]:
    """A channel that is neither built in nor declared.

    A misspelt channel looks like one more that customers have to use, and nobody looks after it.

    Where a dash belongs to the name of a touchpoint in one line, the rest of the name is taken for
    its channel; the hint shows how to write it then.

    Bad:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Void cheque, who: billing, how: fax}

    Good:

        journey: onboarding
        stages:
          - name: I sign up
            touchpoints:
              - {what: Void cheque, who: billing, how: fax}
        channels:
          - {name: Fax, kind: digital}
    """
    channels = context.workspace.all_channels
    if isinstance(part, Touchpoint):
        if all(map(channels.get, part.how)):
            return
        if context.workspace.teams and dashes.moved_on(part, context.workspace):
            return  # reading the file told that its name holds a dash
    for found in mentions(part):
        if found.kind == "channel" and not is_placeholder(found.text):
            yield from _gaps(found, part, context)


def _gaps(found: Mention, part: Part, context: Context) -> Iterator[Gap]:
    channels, text = context.workspace.all_channels, found.text
    try:
        if channels.find(text) is not None:
            return
    except Ambiguous as many:
        message = f"{quoted(text)} is the name of {len(many.ids)} channels"
        hint = f"write one of their ids: {listed(many.ids)}"
        yield Gap(message, found.span, found.key, hint=hint)
        return
    if context.workspace.teams.get(text) is not None:
        if not isinstance(part, Touchpoint) or channels.get(part.who) is None:
            message = f"{quoted(text)} is a team, and `{found.key}` takes a channel"
            hint = f"write one of {listed(channels.ids())}"
            yield Gap(message, found.span, found.key, hint=hint)
        return  # `who` and `how` are swapped, as reading the file told
    message = f"{_begun(part)} {quoted(text)}, and no channel has that name"
    pieces = several(text, lambda piece: _known(piece, channels))
    if pieces:
        label = "these are several"
        hint = f"`{found.key}: [{', '.join(pieces)}]`"
        if dashes.line_of(part):
            hint = f"{hint}, in the long form: `{{what: …, how: …}}`"
        yield Gap(message, found.span, found.key, label, hint, fix=as_list(found, pieces))
        return
    guess = _guess(text, channels)
    hint = f"`channels: [{{name: {flow(text)}, kind: digital}}]` (digital, human or physical)"
    if guess:
        fix = Fix(f"write `{guess}`", (Edit(found.span, guess),))
        hint = f"write `{guess}`, or declare it: {hint}"
        yield Gap(message, found.span, found.key, f"did you mean `{guess}`?", hint, fix=fix)
    else:
        hint += _if_the_dash_is_part_of_the_name(part, channels)
        yield Gap(message, found.span, found.key, "neither built in nor declared", hint)


def _begun(part: Part) -> str:
    if isinstance(part, Touchpoint):
        return f"{quoted(part.what)} comes by"
    if isinstance(part, Customer):
        return f"{quoted(part.name or part.title or part.id)} prefers"
    return "a communication goes out by"


def _known(text: str, channels: Index[Channel]) -> str | None:
    return _ALSO_CALLED.get(slug(text)) if channels.get(text) is None else text


def _guess(text: str, channels: Index[Channel]) -> str | None:
    key, ids = slug(text), channels.ids()
    return _ALSO_CALLED.get(key) or nearest(text, ids) or nearest(key, ids)


def _if_the_dash_is_part_of_the_name(part: Part, channels: Index[Channel]) -> str:
    better = dashes.better_written(part, lambda text: channels.get(text) is not None)
    return f"; where the dash belongs to the name: {better}" if better else ""
