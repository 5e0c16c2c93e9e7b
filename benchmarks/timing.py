"""Race whole processes against each other: wall time, CPU time and peak memory, medians of runs."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which
from statistics import median

METER = Path(__file__).with_name("meter.py")


@dataclass(frozen=True)
class Contestant:
    """One command line.

    Attributes:
        name: how the tables call it.
        command: the program and its arguments.
        folder: where it runs.
        does: what it checks, in a few words.
        environment: variables beside those of `clean_environment`.
        slow: run it once, without a warm-up, where the race says that once must do.
        code: the exit code that shows that it did its work.
        says: what it prints when it did; anything where this is empty.
    """

    name: str
    command: Sequence[str]
    folder: Path
    does: str = ""
    environment: Mapping[str, str] = field(default_factory=dict)
    slow: bool = False
    code: int = 0
    says: str = ""


@dataclass(frozen=True)
class Sample:
    """One run: exit code, wall and CPU seconds (its own processes together), peak MiB.

    The peak is that of the largest process, where a contestant starts several.
    """

    code: int
    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True)
class Result:
    """The medians of a contestant, or why there are none."""

    contestant: Contestant
    wall: float = 0
    cpu: float = 0
    peak: float = 0
    runs: int = 0
    failed: str = ""


def race(
    contestants: Sequence[Contestant], *, runs: int = 5, limit: int = 600, slow_once: bool = False
) -> dict[str, Result]:
    """Run all in turn, so that a busy minute hits everybody, after a round that is not counted.

    One that is not installed, fails, or takes longer than `limit` seconds is out, and says why.
    """
    samples: dict[str, list[Sample]] = {one.name: [] for one in contestants}
    out = {one.name: "not installed" for one in contestants if not which(one.command[0])}
    for turn in range(runs + 1):
        for one in contestants:
            once = one.slow and slow_once
            if one.name in out or (once and turn):
                continue
            sample, printed = run(one, limit)
            _tell(f"{one.name}: {sample.wall:.3g} s{'' if turn or once else ', warm-up'}")
            if sample.code != one.code or one.says not in printed:
                out[one.name] = _why(sample, limit)
                _tell(printed.strip()[-400:])
            elif turn or once:
                samples[one.name].append(sample)
    for name, why in out.items():
        _tell(f"{name}: left out, {why}")
    return {
        one.name: Result(one, failed=out[one.name])
        if one.name in out
        else _medians(one, samples[one.name])
        for one in contestants
    }


def run(contestant: Contestant, limit: int = 600) -> tuple[Sample, str]:
    """Run it once; what it took, and what it printed."""
    with tempfile.NamedTemporaryFile(suffix=".txt") as output:
        meter = [sys.executable, "-I", "-S", str(METER), str(limit), output.name]
        done = subprocess.run(
            [*meter, *contestant.command],
            cwd=contestant.folder,
            env=clean_environment() | dict(contestant.environment),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        code, wall, cpu, peak = done.stdout.split()
        printed = output.read().decode(errors="replace")
    return Sample(int(code), float(wall), float(cpu), float(peak)), printed


def clean_environment() -> dict[str, str]:
    """The caller's environment without what changes how Python starts or how tools look."""
    looks = {"FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES"}
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("PYTHON") and name not in looks
    }
    return kept | {"NO_COLOR": "1"}


def _medians(contestant: Contestant, samples: Sequence[Sample]) -> Result:
    return Result(
        contestant,
        wall=median(sample.wall for sample in samples),
        cpu=median(sample.cpu for sample in samples),
        peak=median(sample.peak for sample in samples),
        runs=len(samples),
    )


def _why(sample: Sample, limit: int) -> str:
    return f"over {limit} s" if sample.wall >= limit else f"failed with exit code {sample.code}"


def _tell(line: str) -> None:
    print(line, file=sys.stderr)
