"""What reading data may cost, and how it is stopped: when time is up, or by Ctrl-C."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from dataclasses import dataclass
from typing import Generic, TypeVar

from cxmap.errors import CxmapError

Answer = TypeVar("Answer")

MOST_PRIVATE = 50
"""Gigabytes of private files: what does not fit into memory, or has to be unpacked or rewritten."""

STOPPING = 10.0
"""Seconds that an engine gets to stop what it is told to stop."""


class TimeUp(CxmapError):  # noqa: N818 (it says what happened)
    """It took longer than it may; the whole run ends, and nothing is written."""


_END: ContextVar[tuple[float, str] | None] = ContextVar("_END", default=None)


@contextmanager
def at_most(seconds: float, told: str) -> Iterator[None]:
    """Let all that happens in the block take so long.

    Args:
        seconds: how long.
        told: the same in words, for messages.
    """
    before = _END.set((time.monotonic() + seconds, told))
    try:
        yield
    finally:
        _END.reset(before)


def left() -> float | None:
    """The seconds that are left; None where nobody set a limit.

    Raises:
        TimeUp: there are none.
    """
    end = _END.get()
    if end is None:
        return None
    seconds = end[0] - time.monotonic()
    if seconds <= 0:
        raise TimeUp(
            f"reading the data took longer than {end[1]}, so it was stopped and nothing was"
            " written: give it more with `--timeout`, or less to read"
        )
    return seconds


@dataclass(slots=True)
class _Call(Generic[Answer]):
    """A call in a thread of its own."""

    call: Callable[[], Answer]
    done: threading.Event
    answer: Answer | None = None
    error: BaseException | None = None

    def __call__(self) -> None:
        try:
            self.answer = self.call()
        except BaseException as error:  # noqa: BLE001 (it is raised where somebody waits for it)
            self.error = error
        finally:
            self.done.set()


def _stop(cancel: Callable[[], None], done: threading.Event) -> None:
    """Cancel until it is done: a query that has not begun yet cannot be stopped."""
    for _ in range(int(STOPPING)):
        cancel()
        if done.wait(1):
            return


def wait_for(call: Callable[[], Answer], cancel: Callable[[], None]) -> Answer:
    """Call something that may take long, and stop it when time is up or somebody presses Ctrl-C.

    It runs in a thread of its own: drivers and databases do not look up while they work.

    Args:
        call: what to do.
        cancel: makes it stop; called while it runs.

    Raises:
        TimeUp: there was not enough time.
    """
    left()
    running = _Call(call, threading.Event())
    threading.Thread(target=copy_context().run, args=(running,), daemon=True).start()
    try:
        while not running.done.wait(min(left() or 1.0, 1.0)):
            pass
    except BaseException:
        # In a thread too, since a server may not answer.
        threading.Thread(target=_stop, args=(cancel, running.done), daemon=True).start()
        running.done.wait(STOPPING)
        raise
    if running.error is not None:
        raise running.error
    return running.answer  # type: ignore[return-value]  # there is one where there is no error
