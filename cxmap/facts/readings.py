"""What metrics read: their readings in order, and the newest of them."""

from functools import cached_property

from cxmap.facts.periods import period_end
from cxmap.facts.references import stages_of, touchpoints_of
from cxmap.model.journey import Journey, Stage
from cxmap.model.metric import Metric, Reading
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.workspace import Workspace


class Readings:
    """The readings of a workspace's metrics."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @cached_property
    def _readings(self) -> dict[str, list[Reading]]:
        """The overall readings of each metric: one written with the metric wins over the rest."""
        found: dict[str, dict[tuple[str, ...], Reading]] = {}
        for metric in self._workspace.metrics:
            own = found.setdefault(metric.id, {})
            for reading in metric.readings:
                own.setdefault(_key(reading), reading)
        for reading in self._workspace.readings:
            metric_found = self._workspace.metrics.get(reading.metric)
            if metric_found is not None:
                found[metric_found.id].setdefault(_key(reading), reading)
        return {
            metric: sorted(rows.values(), key=lambda r: (period_end(r.period), r.period))
            for metric, rows in found.items()
        }

    def of(self, metric: Metric, *, everywhere: bool = False) -> tuple[Reading, ...]:
        """A metric's readings, oldest first: of all customers and places, or of each too."""
        rows = self._readings.get(metric.id, ())
        return tuple(r for r in rows if everywhere or _is_overall(r))

    def newest(self, metric: Metric, *, everywhere: bool = False) -> Reading | None:
        """A metric's newest reading: of all customers and places, or of any of them."""
        rows = self.of(metric, everywhere=everywhere)
        return rows[-1] if rows else None

    def latest(self, metric: Metric) -> tuple[Reading, ...]:
        """A metric's newest overall reading; where it has none, the newest of each place."""
        overall = self.newest(metric)
        if overall is not None:
            return (overall,)
        rows = self.of(metric, everywhere=True)
        places = {(r.journey, r.stage, r.touchpoint): r for r in rows if not r.segment}
        return tuple(places.values())

    def at(self, metric: Metric, journey: Journey, part: Stage | Touchpoint) -> tuple[Reading, ...]:
        """A metric's readings of one touchpoint or stage, of all customers, oldest first."""
        return tuple(self._placed.get((metric.id, journey.id, type(part), part.id), ()))

    @cached_property
    def _placed(self) -> dict[tuple[str, str, type, str], list[Reading]]:
        """The readings that name a touchpoint or stage, on whichever maps of the journey it is."""
        found: dict[tuple[str, str, type, str], list[Reading]] = {}
        for metric, rows in self._readings.items():
            for reading in rows:
                for place in () if reading.segment else self._places(reading):
                    found.setdefault((metric, *place), []).append(reading)
        return found

    def _places(self, reading: Reading) -> set[tuple[str, type, str]]:
        stages = stages_of(self._workspace, reading.stage or "")
        touchpoints = touchpoints_of(self._workspace, reading.touchpoint or "")
        return {
            *((journey.id, Stage, stage.id) for journey, stage in stages),
            *((journey.id, Touchpoint, touchpoint.id) for journey, touchpoint in touchpoints),
        }

    @cached_property
    def exist(self) -> bool:
        """Whether any metric was ever read."""
        return any(self._readings.values())

    def place_of(self, reading: Reading) -> str:
        """What customers call the place that a reading is of; nothing where it is of all."""
        touchpoints = touchpoints_of(self._workspace, reading.touchpoint or "")
        stages = stages_of(self._workspace, reading.stage or "")
        maps = self._workspace.maps_of(reading.journey or "")
        names = (*(t.what for _, t in touchpoints), *(s.name for _, s in stages))
        return next(iter((*names, *(m.label for m in maps))), "")


def _key(reading: Reading) -> tuple[str, ...]:
    segment = (
        reading.segment
        if not isinstance(reading.segment, dict)
        else tuple(
            sorted((str(k), str(v)) for k, v in reading.segment.items() if isinstance(k, str))
        )
    )
    place = (reading.journey or "", reading.stage or "", reading.touchpoint or "")
    return (reading.period, *place, str(segment or ""))


def _is_overall(reading: Reading) -> bool:
    return not (reading.journey or reading.stage or reading.touchpoint or reading.segment)
