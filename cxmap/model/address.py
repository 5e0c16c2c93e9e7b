"""Addresses of files elsewhere: `https://host/file.csv`, `s3://bucket/*.csv`, `gs://bucket/…`.

An address stands in git for everybody with the repository, so none holds a password or a key.
"""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import unquote

BUCKETS = ("s3", "gs")
_PORTS = {"https": 443, "http": 80}
_OTHER_WORDS = {"s3a": "s3", "s3n": "s3", "gcs": "gs"}
_BUCKET = re.compile(r"[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]")
_HOST = re.compile(
    r"(?P<host>[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]+\])(:(?P<port>[0-9]{1,5}))?"
)
_SIGNS = re.compile(r"[*?\[]")
_LOOPBACK_NAME = "localhost"


class AddressError(ValueError):
    """An address that is refused; the text is a message, and `hint` says what to write."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Address:
    """Where a file, several files or a folder is. There is nothing secret in it.

    Attributes:
        scheme: `https`, `s3`, `gs`, or `http` on this machine.
        host: the name of the host in small letters, or of the bucket.
        port: the port of the host; 0 for a bucket.
        path: from the host or bucket, without the slash at its beginning, as it is written.
    """

    scheme: str
    host: str
    port: int
    path: str

    def __str__(self) -> str:
        """As it is written, in small letters where those do not matter."""
        return f"{self.scheme}://{self.authority}/{self.path}"

    @property
    def authority(self) -> str:
        """The host with its port where that is not the usual one, or the bucket."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS.get(self.scheme, 0) else f"{host}:{self.port}"

    @property
    def is_bucket(self) -> bool:
        """Whether it is in a bucket, whose files can be listed."""
        return self.scheme in BUCKETS

    @property
    def is_pattern(self) -> bool:
        """Whether it may match several files; a web server does not list any."""
        return self.is_bucket and bool(_SIGNS.search(self.path))

    @property
    def folder(self) -> "Address":
        """The folder it lies in, up to the first sign of a pattern."""
        path = _SIGNS.split(self.path)[0] if self.is_bucket else self.path
        return Address(self.scheme, self.host, self.port, path[: path.rfind("/") + 1])

    def is_within(self, place: "Address") -> bool:
        """Whether it is a place itself, or lies in it as in a folder."""
        if (self.scheme, self.host, self.port) != (place.scheme, place.host, place.port):
            return False
        own, around = (
            found.path if found.is_bucket else unquote(found.path) for found in (self, place)
        )
        return own == around or own.startswith(f"{around.rstrip('/')}/" if around else "")


def is_address(text: str) -> bool:
    """Whether a text is an address and no path: no path has `://` in it."""
    return "://" in text


def read_address(text: str) -> Address:
    """The address that a text is.

    Raises:
        AddressError: it is none, or none that is read.
    """
    scheme, _, rest = text.partition("://")
    scheme = scheme.lower()
    if scheme not in {*_PORTS, *BUCKETS}:
        raise _strange(scheme)
    authority, _, path = rest.partition("/")
    if "@" in authority:
        raise AddressError(
            "an address with a name or password in it never stands in a file",
            "take out what stands before the `@`, and change the password: git remembers it",
        )
    if not rest.isprintable() or "\\" in rest:
        raise AddressError(
            "the address has blanks, backslashes or characters that nobody sees", _HOW
        )
    if scheme in BUCKETS:
        return _in_bucket(scheme, authority, path)
    return _on_host(scheme, authority, path)


_HOW = "write it as `https://host/file.csv` or `s3://bucket/folder/*.csv`"


def _strange(scheme: str) -> AddressError:
    if meant := _OTHER_WORDS.get(scheme):
        return AddressError(f"`{scheme}://` is written `{meant}://` here", f"write `{meant}://…`")
    known = "files are read from `https://`, `s3://`, `gs://` and the workspace"
    return AddressError("that is no address files are read from", known)


def _in_bucket(scheme: str, bucket: str, path: str) -> Address:
    if not _BUCKET.fullmatch(bucket):
        raise AddressError(f"the address names no bucket after `{scheme}://`", _HOW)
    if set(path.split("/")) & {".", ".."}:
        raise AddressError("the address has `.` or `..` in it", "write the whole path")
    return Address(scheme, bucket, 0, path)


def _on_host(scheme: str, authority: str, path: str) -> Address:
    if "?" in authority + path or "#" in authority + path:
        raise AddressError(
            "an address with `?` or `#` in it never stands in a file: what follows may be a key",
            "put the file where it needs no key, or into a bucket",
        )
    found = _HOST.fullmatch(authority.lower())
    port = int(found["port"] or _PORTS[scheme]) if found else 0
    if found is None or not 0 < port < 1 << 16:
        raise AddressError(f"the address names no host after `{scheme}://`", _HOW)
    host = found["host"].strip("[]")
    if scheme == "http" and not is_this_machine(host):
        raise AddressError("`http://` can be read and changed on its way", "write `https://…`")
    for part in path.split("/"):
        plain = unquote(part)
        if plain in {".", ".."} or "/" in plain or "\\" in plain or not plain.isprintable():
            raise AddressError("the address has `.` or `..` in it", "write the whole path")
    if "*" in path:
        raise AddressError(
            "a web server does not tell which files it has, so `*` matches none of them",
            "name every file: `files: [https://…/may.csv, https://…/june.csv]`",
        )
    return Address(scheme, host, port, path)


def is_this_machine(host: str) -> bool:
    """Whether a host is spelled as this machine itself, so that nothing goes over a network."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == _LOOPBACK_NAME
