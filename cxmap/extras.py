"""Libraries that only some commands use, which are installed by asking for them."""

from importlib.util import find_spec

from cxmap.errors import CxmapError


def need(extra: str, *modules: str) -> None:
    """Make sure that the libraries of an extra are installed.

    Args:
        extra: its name, as in `cxmap[serve]`.
        modules: what it brings, by the names they are imported by.

    Raises:
        CxmapError: one is missing; the text says what to install.
    """
    missing = [name for name in modules if find_spec(name) is None]
    if missing:
        what = " and ".join(missing)
        raise CxmapError(f'this needs {what}; install it with `pip install "cxmap[{extra}]"`')
