"""`cxmap` and `python -m cxmap`."""

import gc
import os
import sys


def main() -> None:
    """Run the command line; `--version` is answered before anything else is imported."""
    _leave_the_current_folder()
    from cxmap import streams

    streams.ready()
    if sys.argv[1:] == ["--version"]:
        from cxmap.version import __version__

        streams.write(f"cxmap {__version__}\n")
        return
    gc.disable()  # nothing that is imported becomes garbage; what runs on turns it on again
    from cxmap.cli import run

    run()


def _leave_the_current_folder() -> None:
    """Import nothing from the folder of the maps, where `python -m` would look first."""
    home = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 (pathlib is slow to import)
    here = os.getcwd()  # noqa: PTH109
    sys.path[:] = [path for path in sys.path if path == home or path not in {"", ".", here}]


if __name__ == "__main__":
    main()
