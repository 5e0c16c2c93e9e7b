"""Where nobody was asked at all."""

from collections.abc import Iterable, Iterator

from cxmap.facts import Facts
from cxmap.measure.readings import Figure
from cxmap.model.workspace import Workspace


def unheard(workspace: Workspace, figures: Iterable[Figure]) -> Iterator[str]:
    """The touchpoints of the current maps that no answer is about, as `journey/touchpoint`.

    An answer is about a touchpoint where the data say so, and where its metric stands at it or at
    a listening post on it. A metric that somebody else computes counts once it has a reading.
    """
    facts = Facts(workspace)
    found = list(figures)
    heard = {figure.group.place.touchpoint for figure in found}
    asked = {figure.metric.id for figure in found if figure.metric.voice == "customer"}
    asked |= {
        m.id
        for m in facts.measures.voices
        if m.source is None and facts.readings.newest(m, everywhere=True)
    }
    for journey, _, touchpoint in workspace.touchpoints():
        path = f"{journey.id}/{touchpoint.id}"
        if journey.state != "current" or path in heard:
            continue
        here = facts.metrics(facts.measures.at(journey, touchpoint))
        if not any(metric.id in asked for metric in here):
            yield path
