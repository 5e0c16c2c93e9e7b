"""A journey as customers went as a record for other programs; times of steps are in seconds."""

from typing import Any

from cxmap.measure.conformance import Share, Walked

_MICROS = 1_000_000


def record(walked: Walked) -> dict[str, Any]:
    """A journey as the schema of `conform` has it."""
    journey = walked.journey
    return {
        "journey": journey.path,
        "data": walked.source,
        "customers": walked.customers,
        "from": walked.since or None,
        "to": walked.until or None,
        "touchpoints": [
            {"item": journey.touchpoint_path(m.touchpoint), **_share(m.customers)}
            for m in walked.met
        ],
        "stages": [
            {
                "item": journey.stage_path(s.stage),
                "reached": _share(s.reached),
                "left": _share(s.left) if s.left else None,
                "under_way": _share(s.under_way) if s.under_way else None,
            }
            for s in walked.stages
        ],
        "steps": [
            {
                "from": journey.touchpoint_path(s.before),
                "to": journey.touchpoint_path(s.after),
                "customers": s.n,
                "median": _seconds(s.median),
                "p90": _seconds(s.nine_tenths),
                "turned": _share(s.turned),
            }
            for s in walked.steps
        ],
        "promises": [
            {
                "item": journey.touchpoint_path(p.touchpoint),
                "since": p.since,
                "within": str(p.within),
                "at_least": p.at_least,
                "kept": _share(p.kept),
                "low": p.low,
                "high": p.high,
                "median": str(p.median) if p.median else None,
                "p90": str(p.nine_tenths) if p.nine_tenths else None,
            }
            for p in walked.promises
        ],
        "moments": [
            {
                "item": journey.touchpoint_path(o.touchpoint),
                "reached": o.reached,
                "got": _share(o.got),
                "in_time": _share(o.in_time),
            }
            for o in walked.occasions
        ],
        "ways": [
            {
                "from": journey.touchpoint_path(w.before),
                "to": journey.touchpoint_path(w.after),
                "customers": w.customers,
            }
            for w in walked.ways
        ],
        "unsaid": [
            {"item": journey.touchpoint_path(touchpoint), "why": why}
            for touchpoint, why in walked.unsaid
        ],
    }


def _share(share: Share) -> dict[str, int | None]:
    return {"part": share.part, "whole": share.whole}


def _seconds(micros: int | None) -> float | None:
    return None if micros is None else micros / _MICROS
