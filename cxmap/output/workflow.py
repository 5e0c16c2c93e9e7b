"""Lines that the runner of a GitHub workflow reads as commands."""

import os
import posixpath
from collections.abc import Mapping
from pathlib import Path

from cxmap.output.plain import plain


def command(name: str, properties: Mapping[str, object], text: str) -> str:
    """One command, without a line end; nothing in it can begin another."""
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(text)}"


def from_the_top(path: str) -> str:
    """A file's path from the top of the checkout, where GitHub looks for it.

    Args:
        path: from the folder the command runs in, which a step may have set.
    """
    top, here = os.environ.get("GITHUB_WORKSPACE", ""), Path.cwd()
    if not top or not here.is_relative_to(Path(top).resolve()):
        return path
    way = here.relative_to(Path(top).resolve()).as_posix()
    return posixpath.normpath(posixpath.join(way, path))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(plain(text)).replace(":", "%3A").replace(",", "%2C")
