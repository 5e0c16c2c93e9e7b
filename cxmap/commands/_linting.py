"""What counts in a run of `lint`: not what was known before, and coverage that falls short."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from cxmap import baseline
from cxmap.commands import _adoption, _against, _writing
from cxmap.commands._checking import Done, Run, Sought, base, check
from cxmap.errors import CxmapError
from cxmap.words import count, did_you_mean

if TYPE_CHECKING:
    from cxmap.cache import Cache
    from cxmap.fraction import Fraction
    from cxmap.outcome import Outcome
    from cxmap.output.results import Look


@dataclass(frozen=True, slots=True)
class Demands:
    """What a run goes by.

    Attributes:
        against: the git revision since when gaps count, or None.
        baseline: the file of known gaps; None for the one of the workspace.
        ignore_baseline: whether known gaps count all the same.
        floors: the least share of touchpoints that must answer each question, in percent.
    """

    against: str | None = None
    baseline: Path | None = None
    ignore_baseline: bool = False
    floors: Mapping[str, float] = field(default_factory=dict)


class Shown(NamedTuple):
    """How a run shows what it found.

    Attributes:
        format: the format for standard output.
        look: how text may look there.
        fail_on: from which severity on it fails; None for what the settings say.
    """

    format: str
    look: "Look"
    fail_on: str | None


def say(run: Run, sought: Sought, demands: Demands, jobs: int | None, shown: Shown) -> NoReturn:
    """Print what a run finds and end it; where nothing changed, print what was printed last time.

    Raises:
        CxmapError: the workspace, the revision or the baseline cannot be read.
    """
    memory = _memory(run, sought, demands, shown)
    said = memory.read_said() if memory else None
    if said is None:
        done, notes = judge(run, check(run, sought, jobs), demands, jobs)
        outcome = done.outcome
        code = outcome.exit_code(shown.fail_on or outcome.fail_on)
        said = _writing.say_results(outcome.results, shown.format, shown.look, notes, code)
        if memory and outcome.lasting:
            memory.write_said(said)
    _writing.say(said)


def _memory(run: Run, sought: Sought, demands: Demands, shown: Shown) -> "Cache | None":
    """Where it is remembered what a run says, as long as that hangs on files alone."""
    if demands.against:
        return None
    known = "" if demands.ignore_baseline else _adoption.text(sought.place, demands.baseline)
    here = (base(sought.place.root), sys.stderr.isatty())
    return sought.cache("said", *run, *here, demands, known, *shown)


def judge(run: Run, done: Done, demands: Demands, jobs: int | None) -> tuple[Done, tuple[str, ...]]:
    """Leave out what was known, and hold coverage against its floors.

    Returns:
        the run with what counts, and what else is to say about it.

    Raises:
        CxmapError: the revision or the baseline cannot be read.
    """
    there = None if demands.ignore_baseline else _adoption.read(done, demands.baseline)
    before = _against.outcome_at(demands.against, run, done, jobs) if demands.against else None
    notes = []
    outcome = done.outcome
    if there is not None:
        known = {entry.fingerprint for entry in there.entries}
        outcome = outcome.new_since(known, untouched=before is None)
        closed = len(_adoption.closed(done, there))
        if closed:
            more = "`cxmap lint --prune-baseline` takes them out"
            notes.append(f"{count(closed, 'gap')} of {there.name} no longer found; {more}")
    if before is not None:
        then = {e.fingerprint for e in baseline.of(before.results.findings)}
        outcome = outcome.new_since(then, untouched=False)
    short = tuple(_shortfalls(done, before, demands))
    if short:
        outcome = replace(outcome, results=replace(outcome.results, shortfalls=short))
    return done._replace(outcome=outcome), tuple(notes)


def _shortfalls(done: Done, before: "Outcome | None", demands: Demands) -> Iterator[str]:
    whole = not done.place.narrowed
    now = done.outcome.results.coverage.whole
    floors = {**(done.outcome.floors if whole else {}), **demands.floors}
    for question, floor in floors.items():
        had = now[question]
        if had.answered * 100 < floor * had.asked:
            yield f"`{question}` is answered by {_share(had)}, and has to be by {floor:g}%"
    if before is None or not whole or not done.outcome.ratchet:
        return
    for question, had in now.items():
        then = before.results.coverage.whole[question]
        if had.asked and then.asked and had.answered * then.asked < then.answered * had.asked:
            place = f"in {demands.against}"
            yield f"`{question}` is answered by {_share(had)}, and was by {_share(then)} {place}"


def _share(had: "Fraction") -> str:
    percent = 100 * had.answered // had.asked if had.asked else 0
    return f"{had.answered} of {had.asked} ({percent}%)"


def read_floors(texts: Sequence[str] | None) -> Mapping[str, float]:
    """The floors of `--min-coverage who=90,when=80`.

    Raises:
        CxmapError: a question is unknown, or a share is none.
    """
    from cxmap.model.coverage import QUESTIONS
    from cxmap.model.numbers import read_number

    floors = {}
    for text in (part.strip() for given in texts or () for part in given.split(",")):
        question, equals, share = (part.strip() for part in text.partition("="))
        number = read_number(share.removesuffix("%"))
        if not equals or number is None or not 0 <= number <= 100:
            raise CxmapError(
                f"--min-coverage takes QUESTION=PERCENT, such as `who=90`, not `{text}`"
            )
        if question not in QUESTIONS:
            guess = did_you_mean(question, QUESTIONS) or ","
            known = ", ".join(QUESTIONS)
            raise CxmapError(f"--min-coverage `{question}` is unknown{guess} choose from {known}")
        floors[question] = number
    return floors
