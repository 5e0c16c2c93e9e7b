"""One journey as customers went, all parts together."""

from cxmap.measure.conformance import Met, Walked, share
from cxmap.measure.queries.paths import first, total
from cxmap.measure.walking import moments, promises, stages, steps, unsaid
from cxmap.measure.walking.walk import Walk


def walked(walk: Walk) -> Walked:
    """What became of a journey, but for the ways beside its map and its dates."""
    journey = walk.plan.journey
    nodes = range(len(walk.touchpoints))
    sums = {
        "all": total(" or ".join(f"{first(node)} is not null" for node in nodes)),
        **{f"met {node}": total(f"{first(node)} is not null") for node in nodes},
        **steps.sums(walk),
        **stages.sums(walk),
        **promises.sums(walk),
    }
    counts, took = walk.counted(sums)
    least, whole = walk.ask.min_n, counts["all"]
    if whole < least:
        return Walked(journey, walk.source.id)
    homes = [stage for stage in journey.stages for _ in stage.touchpoints]
    return Walked(
        journey,
        walk.source.id,
        whole,
        met=tuple(
            Met(homes[node], walk.touchpoints[node], share(counts[f"met {node}"], whole, least))
            for node in walk.known
        ),
        stages=tuple(stages.told(walk, counts)),
        steps=tuple(steps.told(walk, counts, took)),
        promises=tuple(promises.told(walk, counts, took)),
        occasions=tuple(moments.told(walk)),
        unsaid=tuple(unsaid.told(walk)),
    )
