"""Planned against actual, as a journey's page shows it."""

from collections.abc import Iterator
from datetime import datetime, time

from cxmap.intervals import wilson
from cxmap.measure.conformance import Occasion, Promise, Step, Walked
from cxmap.measure.remembered import remembered
from cxmap.model import actual as model
from cxmap.model.figures import SMALL
from cxmap.model.journey import Journey
from cxmap.model.touchpoint import Touchpoint
from cxmap.output import conformed as say
from cxmap.report.say import long_date, months, sentence, spelled
from cxmap.report.studio import Studio
from cxmap.report.view.actual.figures import figure, judged, verdict
from cxmap.report.view.actual.parts import Account, Actual, Arrived, Detour, Due, Kept, Met
from cxmap.report.view.distance import weeks
from cxmap.report.view.reference import Reference, to_stage, to_touchpoint
from cxmap.timing.deadline import deadline
from cxmap.words import count


def actual(journey: Journey, studio: Studio) -> Actual:
    """What events told of a journey; nothing where nobody asked them."""
    every = studio.brief.facts.actual.of(journey)
    least = studio.brief.least
    walks = [(one, remembered(one, journey, least)) for one in every]
    return Actual(
        _heading([walked for _, walked in walks]),
        tuple(_Teller(journey, studio).told(one, walked) for one, walked in walks),
    )


def _heading(walks: list[Walked]) -> str:
    """The promise that is surely kept least, else where customers are lost, else the noun."""
    promises = [p for walked in walks for p in say.worst_first(walked)]
    broken = [p for p in promises if verdict(p.kept, p.low, p.high).state == "bad"]
    if broken:
        worst = min(broken, key=lambda p: p.kept.value or 0)
        return f"“{worst.touchpoint.what}” comes in time for {worst.kept.value:.0f}% of customers"
    for walked in walks:
        lost = [
            (share.value, stage.stage.name)
            for number, stage in enumerate(walked.stages)
            if (share := say.went_no_further(walked.stages, number))
            and share.value
            and share.whole
            and share.whole >= SMALL
        ]
        if lost:
            value, stage = max(lost)
            return f"{value:.0f}% of customers go no further than “{stage}”"
    return "Planned against actual"


class _Teller:
    """Tells of one journey."""

    def __init__(self, journey: Journey, studio: Studio) -> None:
        self.journey, self.studio, self.brief = journey, studio, studio.brief
        self.least = studio.brief.least

    def told(self, kept: model.Actual, walked: Walked) -> Account:
        brief, least = self.brief, self.least
        source = brief.workspace.data.get(kept.data)
        people = f"Fewer than {spelled(least)} customers"
        if walked.customers is not None:
            people = count(walked.customers, "customer")
        about = ", ".join(filter(None, (people, months(walked.since, walked.until))))
        return Account(
            (source.name or source.title or source.id) if source else kept.data,
            f"{about}; as of {long_date(kept.as_of)}",
            _gone(kept, walked),
            self._stale(kept),
            tuple(map(self._kept, say.worst_first(walked))),
            tuple(map(self._due, walked.occasions)),
            tuple(self._stages(walked)),
            tuple(self._met(walked)),
            tuple(
                Detour(self._to(w.before), self._to(w.after), count(w.customers, "customer"))
                for w in walked.ways
            ),
            tuple(
                (one.event, count(one.customers, "customer"))
                for one in kept.unmapped
                if one.customers >= least
            ),
            tuple((self._to(touchpoint), why) for touchpoint, why in walked.unsaid),
            say.hides(walked),
        )

    def _stale(self, kept: model.Actual) -> str:
        allowed = self.brief.settings.lint.limits.reading_after
        if allowed is None:
            return ""
        ended = datetime.combine(kept.as_of, time.max)
        until = deadline(ended, allowed, self.brief.calendar).date()
        return f"{weeks(kept.as_of, self.brief.today)} old" if until < self.brief.today else ""

    def _to(self, touchpoint: Touchpoint) -> Reference:
        return to_touchpoint(self.journey, touchpoint, self.brief, self.studio.links)

    def _kept(self, promise: Promise) -> Kept:
        return Kept(
            self._to(promise.touchpoint),
            promise.touchpoint.moment_of_truth,
            sentence(say.promised(promise)),
            judged(promise.kept, promise.low, promise.high, self.least),
            say.between(promise),
            sentence(say.really(promise)),
            verdict(promise.kept, promise.low, promise.high),
        )

    def _due(self, occasion: Occasion) -> Due:
        share = occasion.in_time
        low = high = None
        if share.part is not None and share.whole:
            low, high = (100 * end for end in wilson(share.part, share.whole))
        reached = f"fewer than {spelled(self.least)} customers"
        if occasion.reached is not None:
            reached = count(occasion.reached, "customer")
        return Due(
            self._to(occasion.touchpoint),
            occasion.touchpoint.moment_of_truth,
            self.studio.card(self.journey, occasion.touchpoint).when,
            reached,
            figure(occasion.got, self.least),
            judged(share, low, high, self.least),
            say.percents(low, high),
            verdict(share, low, high),
        )

    def _stages(self, walked: Walked) -> Iterator[Arrived]:
        for number, reached in enumerate(walked.stages):
            lost = say.went_no_further(walked.stages, number)
            drop = f"{lost.part:,} customers ({lost.value:.0f}%)" if lost and lost.part else ""
            known = [
                f"{share.part:,} {words}"
                for share, words in ((reached.left, "gone"), (reached.under_way, "under way"))
                if share is not None and share.part is not None
            ]
            yield Arrived(
                to_stage(self.journey, reached.stage, self.studio.links),
                figure(reached.reached, self.least),
                drop,
                ", ".join(known) if drop else "",
            )

    def _met(self, walked: Walked) -> Iterator[Met]:
        steps = {id(step.after): step for step in walked.steps}
        for met in walked.met:
            step = steps.get(id(met.touchpoint))
            yield Met(
                self._to(met.touchpoint),
                figure(met.customers, self.least),
                sentence(say.took(step, self.least)) if step else "",
                _order(step) if step else "",
            )


def _order(step: Step) -> str:
    if step.turned.part is None:
        return "not shown"
    return say.turned(step) or "as planned"


def _gone(kept: model.Actual, walked: Walked) -> str:
    lost = len(kept.touchpoints) - len(walked.met) if walked.customers is not None else 0
    are = "is" if lost == 1 else "are"
    return f"{count(lost, 'touchpoint')} of it {are} no longer on the map" if lost > 0 else ""
