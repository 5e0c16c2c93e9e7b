"""Run one command and print what it took: exit code, wall and CPU seconds, peak memory in MiB.

    python -I -S meter.py SECONDS OUTPUT COMMAND...

A process of its own because the peak that the system reports for a child counts the memory of the
one that started it: this one is smaller than any contestant. `timing.py` is what to use.
"""

import os
import signal
import sys
import time


def main() -> None:
    limit, output, *command = sys.argv[1:]
    to_file = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    started = time.perf_counter()
    child = os.posix_spawnp(
        command[0],
        command,
        os.environ,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, output, to_file, 0o600),
            (os.POSIX_SPAWN_DUP2, 1, 2),
        ],
        setpgroup=0,
    )
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(child, signal.SIGKILL))
    signal.alarm(int(limit))
    try:
        _, status, usage = os.wait4(child, 0)
    except KeyboardInterrupt:
        os.killpg(child, signal.SIGKILL)
        raise
    wall = time.perf_counter() - started
    unit = 2**20 if sys.platform == "darwin" else 2**10
    code, cpu = os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime
    print(code, wall, cpu, usage.ru_maxrss / unit)


if __name__ == "__main__":
    main()
