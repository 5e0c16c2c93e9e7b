"""Shares of customers as figures, and whether they are what was promised."""

from cxmap.measure.conformance import Share
from cxmap.model.figures import SMALL
from cxmap.report.say import spelled
from cxmap.report.view.actual.parts import CustomerShare
from cxmap.report.view.measure import Verdict
from cxmap.report.view.scale import Bullet
from cxmap.words import count

MOST = 90.0
"""Percent of customers to whom a promise has to be kept: nine in ten."""


def figure(share: Share, least: int) -> CustomerShare:
    """A share of customers, without a verdict."""
    if share.part is None or share.whole is None or share.value is None:
        few = spelled(least)
        of = f"fewer than {few} customers"
        if share.whole is not None:
            of = f"of {count(share.whole, 'customer')}; it would tell of fewer than {few}"
        return CustomerShare("", of, few=False, bar=None)
    return CustomerShare(
        f"{share.value:.0f}%",
        f"{share.part:,} of {count(share.whole, 'customer')}",
        few=share.whole < SMALL,
        bar=Bullet(0.0, round(share.value, 2), None, None, None, "open"),
    )


def judged(share: Share, low: float | None, high: float | None, least: int) -> CustomerShare:
    """The same with its interval and a tick at nine in ten, in the colour of the verdict."""
    shown = figure(share, least)
    if shown.bar is None:
        return shown
    bar = Bullet(
        0.0,
        shown.bar.end,
        MOST,
        None if low is None else round(low, 2),
        None if high is None else round(high, 2),
        verdict(share, low, high).state,
    )
    return CustomerShare(shown.value, shown.of, shown.few, bar)


def verdict(share: Share, low: float | None, high: float | None) -> Verdict:
    """Whether nine customers in ten get what was promised, as far as chance lets one say."""
    if share.value is None or share.whole is None or low is None or high is None:
        return Verdict("hidden", "not shown", "not shown")
    reached = share.value >= MOST
    away = round(MOST - share.value)
    words = (
        "Nine in ten"
        if reached
        else f"{count(away, 'point')} below nine in ten"
        if away
        else "just below nine in ten"
    )
    if share.whole < SMALL:
        return Verdict("few", words, words)
    if reached:
        return Verdict("ok" if low >= MOST else "unsure", words, words)
    return Verdict("bad" if high < MOST else "unsure", words, words)
