"""`cxmap` and `python -m cxmap`."""

import sys


def main() -> None:
    """Run the command line; `--version` is answered before anything else is imported."""
    if sys.argv[1:] == ["--version"]:
        from cxmap.version import __version__

        sys.stdout.write(f"cxmap {__version__}\n")
        return
    from cxmap.cli import run

    run()


if __name__ == "__main__":
    main()
