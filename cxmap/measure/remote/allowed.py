"""What may be read from elsewhere. Only who runs the program says so, never a workspace.

A map may come from a stranger, who would make it read what only this machine can reach: the
company's network, or its buckets with its credentials.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from cxmap.errors import CxmapError
from cxmap.model.address import Address, AddressError, is_address, is_this_machine, read_address

OPTION = "--allow-remote"
VARIABLE = "CXMAP_REMOTE"
GIGABYTE = 1_000_000_000
MOST = 10 * GIGABYTE
"""Bytes that are copied in one run where nobody says otherwise."""

_SIZE = re.compile(r"([0-9]{1,9}) ?(kB|MB|GB|TB)", re.IGNORECASE)
_UNITS = {"kb": 1_000, "mb": 1_000_000, "gb": GIGABYTE, "tb": 1_000 * GIGABYTE}
_NAT64 = ip_network("64:ff9b::/96")

Network = IPv4Network | IPv6Network
Ip = IPv4Address | IPv6Address


def _silent(_: str) -> None:
    """Nobody is told how far it got."""


@dataclass(slots=True)
class Allowed:
    """What may be read from elsewhere, and how much of it is left in this run.

    Attributes:
        places: folders, buckets or hosts; what lies in one may be read.
        networks: networks inside the company that hosts may be in.
        most: how many bytes in one run.
        tell: is told how far a copy has got.
        taken: how many bytes there were already.
    """

    places: tuple[Address, ...] = ()
    networks: tuple[Network, ...] = ()
    most: int = MOST
    tell: Callable[[str], None] = field(default=_silent)
    taken: int = 0

    def check(self, address: Address, subject: str = "") -> None:
        """Refuse an address that lies in no place.

        Args:
            address: the address.
            subject: how the message begins, where the address alone does not say enough.

        Raises:
            CxmapError: it does not; the text says how to allow it.
        """
        if not any(address.is_within(place) for place in self.places):
            raise CxmapError(
                f"{subject or f'`{address}`'} is outside this workspace, where nothing is read"
                f" unless you allow it: add `{OPTION} {address.folder}`, or set {VARIABLE} to that"
            )

    def is_open(self, ip: str, host: str) -> bool:
        """Whether a host may be spoken to at an internet address.

        On this machine and inside a company only where that network was allowed, or the host is
        spelled as such an address, since then the place that was allowed says so already. Where
        machines ask for their credentials, never.

        Args:
            ip: the internet address.
            host: the host, as it is spelled in the address of the file.
        """
        found = _inner(ip)
        if is_never_open(ip):
            return False
        if any(found in network for network in self.networks):
            return True
        if found.is_loopback:
            return is_this_machine(host)
        return found.is_global or host == str(found)

    def take(self, size: int) -> None:
        """Count bytes.

        Raises:
            CxmapError: there are too many.
        """
        self.taken += size
        if self.taken > self.most:
            raise self.too_much()

    def expect(self, size: int) -> None:
        """Refuse bytes before they are read, where somebody says how many there are.

        Raises:
            CxmapError: there would be too many.
        """
        if self.taken + size > self.most:
            raise self.too_much()

    def too_much(self) -> CxmapError:
        """What to say where there are too many bytes."""
        return CxmapError(
            f"there is more than {in_words(self.most)} to copy: if that is meant, allow more with"
            " `--remote-limit`"
        )


def read_allowed(places: Iterable[str], most: str | None, tell: Callable[[str], None]) -> Allowed:
    """What somebody allows on the command line.

    Args:
        places: places and networks, as they are written.
        most: how many bytes, such as `500 MB`.
        tell: is told how far a copy has got.

    Raises:
        CxmapError: one of them means nothing.
    """
    found: list[Address] = []
    networks: list[Network] = []
    for place in places:
        if is_address(place):
            found.append(_place(place))
        else:
            networks.append(_network(place))
    return Allowed(tuple(found), tuple(networks), _size(most), tell)


def in_words(size: int) -> str:
    """A number of bytes: `10 GB`, `1.5 MB`, `12 kB`."""
    for unit in ("GB", "MB", "kB"):
        if size >= _UNITS[unit.lower()]:
            return f"{size / _UNITS[unit.lower()]:.1f}".removesuffix(".0") + f" {unit}"
    return f"{size} bytes"


def _place(text: str) -> Address:
    try:
        place = read_address(text)
    except AddressError as error:
        raise CxmapError(f"{OPTION}: {error}; {error.hint}") from None
    if place.is_pattern:
        raise CxmapError(f"{OPTION} takes folders, in which every file may be read, no patterns")
    return place


def _network(text: str) -> Network:
    try:
        return ip_network(text)
    except ValueError:
        raise CxmapError(
            f"{OPTION} `{text}` is no place: write a folder such as `s3://bucket/feedback/` or"
            " `https://host/feedback/`, or a network such as `10.0.0.0/8`"
        ) from None


def _size(text: str | None) -> int:
    if text is None:
        return MOST
    found = _SIZE.fullmatch(text.strip())
    if found is None:
        raise CxmapError(f"--remote-limit `{text}` is no size: write `500MB` or `20GB`")
    return int(found[1]) * _UNITS[found[2].lower()]


def is_never_open(ip: str) -> bool:
    """Whether nothing is read from an internet address, whatever somebody allows.

    Link-local ones are where clouds give credentials to their machines; others mean no host.
    """
    found = _inner(ip)
    if found.is_loopback:
        return False
    return found.is_link_local or found.is_multicast or found.is_unspecified or found.is_reserved


def _inner(text: str) -> Ip:
    """An internet address; of version 4 where it is one of version 6 that only leads to it."""
    ip = ip_address(text.partition("%")[0])
    if isinstance(ip, IPv4Address):
        return ip
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFF_FFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else ip)
