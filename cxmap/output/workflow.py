"""Lines that the runner of a GitHub workflow reads as commands."""

from collections.abc import Mapping

from cxmap.output.plain import plain


def command(name: str, properties: Mapping[str, object], text: str) -> str:
    """One command, without a line end; nothing in it can begin another."""
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(plain(text)).replace(":", "%3A").replace(",", "%2C")
