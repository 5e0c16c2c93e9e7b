"""The leadership asks for it and never speaks of it."""

from collections.abc import Iterator

from cxmap.finding import Severity
from cxmap.lint.rule import Context, Gap, rule
from cxmap.model.strategy import Strategy
from cxmap.profile import Profile
from cxmap.words import slug


@rule(Strategy, severity=Severity.INFO, profile=Profile.STRICT, source="S1 from the top")
def no_leader_voice(strategy: Strategy, context: Context) -> Iterator[Gap]:
    """Communications of which none comes from the sponsor or the leader.

    Teams do what their leadership speaks about; when only a department writes, customers come
    after everything else.

    Bad:

        strategy:
          sponsor: Chief executive
          communications:
            - {audience: [support], message: Who our customers are, who: people}

    Good:

        strategy:
          sponsor: Chief executive
          communications:
            - {audience: [support], message: Who our customers are, who: people}
            - {audience: everyone, message: What I heard from customers, who: sponsor}
    """
    del context
    if not strategy.communications or "communications" in strategy.refused:
        return
    names = {"sponsor", "leader"}
    for name in filter(None, (strategy.sponsor, strategy.leader)):
        names |= {slug(name), *(slug(part) for part in name.split(","))}
    if not any(slug(plan.who or "") in names for plan in strategy.communications):
        yield Gap(
            "no communication comes from the leadership itself",
            strategy.key_at("communications"),
            "communications",
            "none from the sponsor or the leader",
            "`who: sponsor` or `who: leader` in one of the communications",
        )
