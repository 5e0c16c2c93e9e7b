"""Standard input, output and error as a shell hands them over: closed, full, or read halfway."""

import os
import sys


def ready() -> None:
    """Make the three streams safe to use, whatever the shell closed.

    What is missing reads as empty and swallows what is written; only a result needs a place, so a
    closed standard output ends the program with 2. What maps hold is printed as it is, whatever
    the console's old encoding.
    """
    while (free := os.open(os.devnull, os.O_RDWR)) <= 2:  # or the next file takes their numbers
        pass
    os.close(free)
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 (pathlib is slow to import)
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 (the same)
    if not sys.stdout:
        _give_up("standard output is closed")
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace", newline=None)  # type: ignore[union-attr]


def write(text: str = "") -> None:
    """Hand over a text, and what is still to be written; end with 2 where that cannot be done."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        stop(error)


def is_output(error: OSError) -> bool:
    """Say whether an error comes from a stream: those of files name the file."""
    return error.filename is None


def stop(error: OSError) -> None:
    """End the program when its output cannot be written.

    With 0 where the reader has seen enough, such as `head`; else with 2 and the system's reason.
    """
    # What is left in the buffer would be tried again, and complained about, on the way out.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if isinstance(error, BrokenPipeError):
        sys.exit(0)
    _give_up(f"{error.strerror or error}".lower())


def _give_up(why: str) -> None:
    sys.stderr.write(f"cxmap: the result could not be written: {why}\n")
    sys.exit(2)
