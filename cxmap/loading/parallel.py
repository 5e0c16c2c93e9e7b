"""Parse many files with several processes."""

import marshal
import os
import sys
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection

from cxmap.source.parse import Parsed, parse
from cxmap.source.problem import Problem

WORTH_FORKING = 2_000_000
"""Characters of YAML from which a second process pays for itself where it can be forked."""

WORTH_SPAWNING = 6_000_000
"""The same where it has to be started afresh."""


def parse_all(texts: Sequence[str], jobs: int | None, tick: Callable[[int], None]) -> list[Parsed]:
    """Parse texts, in their order.

    Args:
        texts: what to parse.
        jobs: how many processes; None for as many as are worth it.
        tick: is told how many are done, now and then.
    """
    processes = _processes(sum(map(len, texts)), jobs)
    if processes < 2:
        done = []
        for number, text in enumerate(texts, 1):
            done.append(parse(text))
            tick(number)
        return done
    return _with_others(texts, processes, tick)


def _processes(size: int, jobs: int | None) -> int:
    if jobs is not None:
        return jobs
    worth = WORTH_FORKING if _can_fork() else WORTH_SPAWNING
    return min(_cores(), size // worth + 1)


def _can_fork() -> bool:
    return hasattr(os, "fork") and sys.platform != "darwin"


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _with_others(texts: Sequence[str], processes: int, tick: Callable[[int], None]) -> list[Parsed]:
    """Deal the texts out by size; this process takes its share while the others work."""
    order = sorted(range(len(texts)), key=lambda n: len(texts[n]), reverse=True)
    shares = [order[n::processes] for n in range(processes)]
    context = get_context("fork" if _can_fork() else "spawn")
    others = []
    for share in shares[1:]:
        here, there = context.Pipe(duplex=False)
        process = context.Process(
            target=_answer, args=(there, [texts[n] for n in share]), daemon=True
        )
        process.start()
        there.close()
        others.append((process, here, share))
    done: dict[int, Parsed] = {}
    for number in shares[0]:
        done[number] = parse(texts[number])
        tick(len(done) * processes)
    for process, here, share in others:
        try:
            answers = marshal.loads(here.recv_bytes())  # noqa: S302 (our own process's answer)
        except (EOFError, OSError):
            answers = None  # it was killed, perhaps for want of memory: do its share here
        process.join()
        for place, number in enumerate(share):
            if answers is None:
                done[number] = parse(texts[number])
            else:
                data, problems = answers[place]
                done[number] = Parsed(data, tuple(Problem(*problem) for problem in problems))
        tick(len(done))
    return [done[number] for number in range(len(texts))]


def _answer(pipe: Connection, texts: Sequence[str]) -> None:
    parsed = [parse(text) for text in texts]
    pipe.send_bytes(marshal.dumps([(p.data, [_fields(x) for x in p.problems]) for p in parsed]))
    pipe.close()


def _fields(problem: Problem) -> tuple[str | int | None, ...]:
    return tuple(getattr(problem, name) for name in Problem.__slots__)
