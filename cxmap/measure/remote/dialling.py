"""Connections to web servers, none of them to where nobody allowed."""

import http.client
import socket
import ssl
from base64 import b64encode
from ipaddress import ip_address
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from cxmap.errors import CxmapError
from cxmap.measure.patience import left
from cxmap.measure.remote.allowed import OPTION, Allowed, is_never_open
from cxmap.model.address import Address

SILENCE = 30
"""Seconds that a server may say nothing."""


def connect(address: Address, allowed: Allowed) -> http.client.HTTPConnection:
    """A connection to the host of an address, or to the proxy that the environment names.

    A proxy looks up the host itself, and whom it speaks to is for the company to say.

    Raises:
        CxmapError: the host cannot be reached, or is where nobody allowed.
    """
    proxy = _proxy(address)
    try:
        if proxy is not None:
            return _through(proxy, address, allowed)
        connection = http.client.HTTPConnection(address.host, address.port, timeout=_silence())
        connection.sock = _dialled(address, allowed)
    except (OSError, http.client.HTTPException) as error:
        raise told(error, address) from None
    return connection


def told(error: Exception, address: Address) -> CxmapError:
    """What went wrong on the way to a host, in our words: the libraries' may quote anything."""
    left()  # where time is up, that is what went wrong
    host = address.authority
    if isinstance(error, ssl.SSLCertVerificationError):
        why = (
            f"`{host}` cannot show that it is `{host}`: its certificate is not to be trusted; if"
            " your company signs its own, set SSL_CERT_FILE to the file with its certificate"
        )
    elif isinstance(error, TimeoutError):
        why = f"`{host}` said nothing for {SILENCE} seconds: try again later"
    elif isinstance(error, socket.gaierror):
        why = f"there is no host `{host}`, or no network: is it spelled right?"
    elif isinstance(error, ConnectionRefusedError):
        why = f"nobody answers at `{host}`"
    elif isinstance(error, http.client.HTTPException | ssl.SSLError):
        why = f"`{host}` does not answer as a web server does"
    else:
        why = f"`{host}` cannot be reached"
    return CxmapError(why)


def _silence() -> float:
    return min(SILENCE, left() or SILENCE)


def _dialled(address: Address, allowed: Allowed) -> socket.socket:
    found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    ips = list(dict.fromkeys(str(where[0]) for *_, where in found))
    open_ones = [ip for ip in ips if allowed.is_open(ip, address.host)]
    if not open_ones:
        raise _inside(address, ips[0])
    reached = _first_that_answers(open_ones, address.port)
    if address.scheme != "https":
        return reached
    try:
        return ssl.create_default_context().wrap_socket(reached, server_hostname=address.host)
    except BaseException:
        reached.close()
        raise


def _first_that_answers(ips: list[str], port: int) -> socket.socket:
    for ip in ips[:-1]:
        try:
            return socket.create_connection((ip, port), _silence())
        except OSError:
            continue
    return socket.create_connection((ips[-1], port), _silence())


def _inside(address: Address, ip: str) -> CxmapError:
    if is_never_open(ip):
        return CxmapError(f"`{address.host}` is at {ip}, where no file is ever read from")
    return CxmapError(
        f"`{address.host}` is at {ip}, which is no address of the internet but one inside a"
        f" network, where a map must not lead: if that is meant, add `{OPTION}` with that network,"
        " such as `10.0.0.0/8`"
    )


def _proxy(address: Address) -> SplitResult | None:
    if address.scheme != "https" or proxy_bypass(address.host):
        return None
    named = getproxies().get("https", "")
    found = urlsplit(named if "://" in named else f"http://{named}") if named else None
    return found if found is not None and found.hostname else None


def _through(proxy: SplitResult, address: Address, allowed: Allowed) -> http.client.HTTPConnection:
    if _is_ip(address.host) and not allowed.is_open(address.host, address.host):
        raise _inside(address, address.host)
    connection = http.client.HTTPSConnection(
        proxy.hostname or "",
        proxy.port or 80,
        timeout=_silence(),
        context=ssl.create_default_context(),
    )
    headers = {}
    if proxy.username:
        name = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
        headers["Proxy-Authorization"] = "Basic " + b64encode(name.encode()).decode()
    connection.set_tunnel(address.host, address.port, headers)
    connection.connect()
    return connection


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
