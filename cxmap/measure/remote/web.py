"""A file on a web server.

The standard library reads it, since what counts here is to whom it speaks: the connection goes to
the very internet address that was looked up and checked, and a redirect is checked as the first
address was. No cookie, password or key of anybody is ever sent.
"""

import http.client
import socket
from collections.abc import Iterator
from contextlib import closing, suppress
from urllib.parse import quote, urljoin, urlsplit

from cxmap.errors import CxmapError
from cxmap.measure.patience import wait_for
from cxmap.measure.remote.allowed import Allowed
from cxmap.measure.remote.dialling import connect, told
from cxmap.model.address import Address, AddressError, read_address
from cxmap.version import __version__

_CHUNK = 1 << 20
_MOST_REDIRECTS = 5
_REDIRECTS = frozenset([301, 302, 303, 307, 308])
_AS_IT_IS = "/%:@!$&'()*+,;=~"
"""What stays in a path as it is written; blanks and letters with accents get percent signs."""


def read(address: Address, allowed: Allowed) -> Iterator[tuple[bytes, int]]:
    """The pieces of a file, each with the size that the whole file is said to have, or 0.

    Raises:
        CxmapError: it cannot be read, leads to a place nobody allowed, or ends too early.
    """
    first, target = address, "/" + quote(address.path, _AS_IT_IS)
    for _ in range(_MOST_REDIRECTS + 1):
        with closing(connect(address, allowed)) as connection:
            answer = _ask(connection, address, target)
            if answer.status not in _REDIRECTS:
                yield from _pieces(answer, address)
                return
            address, target = _next(address, target, answer.getheader("Location") or "")
        allowed.check(address, f"`{first}` leads on to `{address}`, which")
    raise CxmapError(f"`{first}` leads on and on, and never to a file")


def _ask(
    connection: http.client.HTTPConnection, address: Address, target: str
) -> http.client.HTTPResponse:
    headers = {
        "Host": address.authority,
        "User-Agent": f"cxmap/{__version__}",
        "Accept": "*/*",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
    try:
        connection.request("GET", target, headers=headers)
        # A server that says a letter every now and then is never silent for long.
        return wait_for(connection.getresponse, lambda: _hang_up(connection))
    except (OSError, http.client.HTTPException) as error:
        raise told(error, address) from None


def _hang_up(connection: http.client.HTTPConnection) -> None:
    with suppress(OSError):
        connection.sock.shutdown(socket.SHUT_RDWR)


def _pieces(answer: http.client.HTTPResponse, address: Address) -> Iterator[tuple[bytes, int]]:
    if answer.status != http.client.OK:
        raise CxmapError(_refusal(answer.status, address))
    size = answer.length or 0
    taken = 0
    while True:
        try:
            piece = answer.read1(_CHUNK)  # what is there, so that the time is looked at
        except TimeoutError as error:
            raise told(error, address) from None
        except (OSError, http.client.HTTPException):
            raise _cut(address) from None
        if not piece:
            break
        taken += len(piece)
        yield piece, size
    if taken < size:
        raise _cut(address)


def _cut(address: Address) -> CxmapError:
    return CxmapError(f"the connection was cut before all of `{address}` was there: try again")


def _refusal(status: int, address: Address) -> str:
    if status in {404, 410}:
        return f"there is no `{address}`"
    if status in {401, 403}:
        return (
            f"`{address}` is not for everybody (answer {status}), and no password is ever sent:"
            " put it into a bucket, or copy it into the workspace first"
        )
    if status == http.client.TOO_MANY_REQUESTS or status >= http.client.INTERNAL_SERVER_ERROR:
        return f"`{address}` cannot be had now (answer {status}): try again later"
    return f"`{address}` cannot be had (answer {status})"


def _next(address: Address, target: str, location: str) -> tuple[Address, str]:
    """Where a redirect leads. What stands after its `?` may be a key: it is sent and never told.

    Raises:
        CxmapError: it leads where nothing is ever read from.
    """
    try:
        found = urlsplit(urljoin(f"{address.scheme}://{address.authority}{target}", location))
        path = quote(found.path, _AS_IT_IS)
        there = read_address(f"{found.scheme}://{found.netloc}{path}")
    except (AddressError, ValueError):
        there = None
    if there is None or there.is_bucket:
        raise CxmapError(f"`{address}` leads to a place that is never read") from None
    query = quote(found.query, _AS_IT_IS + "?")
    return there, f"/{there.path}" + (f"?{query}" if query else "")
