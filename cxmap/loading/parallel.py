"""Parse many files with several processes."""

import marshal
import os
import sys
from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from cxmap.source.parse import Parsed, parse
from cxmap.source.problem import Problem

WORTH_FORKING = 2_000_000
"""Characters of YAML from which a second process pays for itself where it can be forked."""

WORTH_SPAWNING = 6_000_000
"""The same where it has to be started afresh."""

_BATCH = 200_000  # characters whose data are sent at a time


def parse_each(texts: Sequence[str], jobs: int | None = 1) -> Iterator[tuple[int, Parsed]]:
    """Parse texts, each as soon as a process has the time.

    Args:
        texts: what to parse.
        jobs: how many processes; None for as many as are worth it.

    Yields:
        the number of a text and what it holds, every text once, in no particular order.
    """
    processes = _processes(sum(map(len, texts)), jobs)
    if processes == 1 or len(texts) == 1:
        for number, text in enumerate(texts):
            yield number, parse(text)
    else:
        yield from _with_others(texts, processes - 1)


def _processes(size: int, jobs: int | None) -> int:
    if jobs is not None:
        return jobs
    return min(cores(), size // (WORTH_FORKING if can_fork() else WORTH_SPAWNING) + 1)


def can_fork() -> bool:
    """Whether a process can be split in two, which takes its memory along without copying it."""
    return hasattr(os, "fork") and sys.platform != "darwin"


def cores() -> int:
    """How many processes can run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Other:
    """A process that parses a range of texts from its front, while we take from its back."""

    def __init__(self, texts: Sequence[str], first: int, end: int) -> None:
        self.next = first  # the first text that it has not answered yet
        self.end = end  # the first text that is not its own any more
        context = get_context("fork" if can_fork() else "spawn")
        self.pipe, there = context.Pipe(duplex=False)
        self.process: BaseProcess = context.Process(  # type: ignore[attr-defined]
            target=_answer, args=(there, texts[first:end], first), daemon=True
        )
        self.process.start()
        there.close()

    def answers(self) -> Iterator[tuple[int, Parsed]]:
        """What it has ready."""
        try:
            while self.next < self.end and self.pipe.poll():
                for number, data, problems in marshal.loads(self.pipe.recv_bytes()):  # noqa: S302
                    if number < self.end:
                        self.next = number + 1
                        yield number, Parsed(data, tuple(Problem(*p) for p in problems))
        except (EOFError, OSError):
            return  # it was killed, perhaps for want of memory: its texts are parsed here

    def stop(self) -> None:
        """Let it go; what it still works on is done here already."""
        self.pipe.close()
        self.process.terminate()
        self.process.join()


def _with_others(texts: Sequence[str], count: int) -> Iterator[tuple[int, Parsed]]:
    bounds = [len(texts) * n // count for n in range(count + 1)]
    others = [_Other(texts, bounds[n], bounds[n + 1]) for n in range(count)]
    try:
        while True:
            for other in others:
                yield from other.answers()
            most = max(others, key=lambda other: other.end - other.next)
            if most.next >= most.end:
                return
            most.end -= 1
            yield most.end, parse(texts[most.end])
    finally:
        for other in others:
            other.stop()


def _answer(pipe: Connection, texts: Sequence[str], first: int) -> None:
    batch: list[tuple[int, object, list[object]]] = []
    size = 0
    try:
        for number, text in enumerate(texts, first):
            parsed = parse(text)
            batch.append((number, parsed.data, [_fields(p) for p in parsed.problems]))
            size += len(text)
            if size > _BATCH:
                pipe.send_bytes(marshal.dumps(batch))
                batch, size = [], 0
        pipe.send_bytes(marshal.dumps(batch))
        pipe.close()
    except OSError:
        pass  # nobody waits for the rest


def _fields(problem: Problem) -> tuple[object, ...]:
    return tuple(getattr(problem, name) for name in Problem.__slots__)
