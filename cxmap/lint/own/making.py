"""From `lint.custom` in `cxmap.yaml` to rules."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cxmap.about import Page
from cxmap.finding import Severity
from cxmap.lint.own.conditions import Condition, Reader
from cxmap.lint.rule import OWN, Check, Context, Gap, Rule
from cxmap.lint.slip import Slip
from cxmap.loading.settings import CustomRule
from cxmap.model.action import Action
from cxmap.model.customer import Customer
from cxmap.model.journey import Journey, Stage
from cxmap.model.listening import ListeningPost
from cxmap.model.metric import Metric
from cxmap.model.part import Part
from cxmap.model.strategy import Strategy
from cxmap.model.team import Channel, Team
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.workspace import Workspace
from cxmap.profile import Profile
from cxmap.words import quoted

_SUBJECTS: Mapping[str, type[Part]] = {
    part.KIND: part
    for part in (
        *(Journey, Stage, Touchpoint, Customer, Team, Channel, Metric),
        *(ListeningPost, Action, Strategy),
    )
}


def make(
    written: Sequence[CustomRule], taken: Iterable[str], workspace: Workspace | None = None
) -> tuple[list[Rule], list[Slip]]:
    """The rules that a workspace has written for itself.

    Args:
        written: what stands under `lint.custom`.
        taken: the names of the rules there are already.
        workspace: what its files declare, where they were read.

    Returns:
        the rules that are sound, and the slips in the others.
    """
    names = set(taken)
    rules: list[Rule] = []
    slips: list[Slip] = []
    for number, custom in enumerate(written):
        reader = Reader(workspace)
        rule = _rule(custom, reader, number)
        if custom.id in names:
            message = f"there is a rule `{custom.id}` already"
            reader.slips.append(Slip(custom.id, ("custom", number, "id"), message))
        names.add(custom.id)
        slips += reader.slips
        rules += [rule] * (not reader.slips)
    return rules, slips


def _rule(custom: CustomRule, reader: Reader, number: int) -> Rule:
    subject = _SUBJECTS[custom.subject]
    where = reader.read(custom.where or {}, subject, ("custom", number, "where"))
    require = reader.read(custom.require, subject, ("custom", number, "require"))
    bad, good = ((sample or "").strip("\n") for sample in (custom.bad, custom.good))
    return Rule(
        custom.id,
        (subject,),
        Severity[custom.severity.upper()],
        Profile.STARTER,
        hint=custom.hint or "",
        source="",
        clock=False,
        current_only=False,
        page=Page(_sentence(custom.message), custom.why or "", bad, good),
        check=_check(custom.message, where, require),
        origin=OWN,
    )


def _check(message: str, where: Sequence[Condition], require: Sequence[Condition]) -> Check:
    def check(part: Part, context: Context) -> Iterator[Gap]:
        if not all(condition.test(part, context) for condition in where):
            return
        broken = [condition for condition in require if not condition.test(part, context)]
        if broken:
            field = broken[0].key
            span = part.at(field) if field else None
            yield Gap(_said(message, part), span, field)

    return check


def _said(message: str, part: Part) -> str:
    """The message with the item's name: in the place of `{name}`, else before it."""
    name = quoted(_name(part))
    return message.replace("{name}", name) if "{name}" in message else f"{name}: {message}"


def _name(part: Part) -> str:
    names = (getattr(part, key, None) for key in (*part.NAMED_BY, "id"))
    return next((name for name in names if isinstance(name, str)), part.KIND)


def _sentence(message: str) -> str:
    text = message.replace("{name}", "it")
    return f"{text[:1].upper()}{text[1:]}."
