"""Files from elsewhere, copied into a private folder that goes when the source is closed.

The engine never speaks to a network: it reads the copies, as it reads files of the workspace, and
so gives the same digits.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from cxmap.errors import CxmapError
from cxmap.measure.files.find import kind_of_file
from cxmap.measure.patience import TimeUp, left
from cxmap.measure.remote import web
from cxmap.measure.remote.allowed import Allowed, in_words
from cxmap.measure.remote.bucket import Buckets
from cxmap.model.address import Address, AddressError, read_address
from cxmap.words import cut

_MOST_FILES = 10_000
_GZIP = b"\x1f\x8b"


def fetch(patterns: Sequence[str], source: str, folder: Path, allowed: Allowed) -> dict[str, Path]:
    """Copy the files that some addresses name.

    Args:
        patterns: the addresses; in a bucket, patterns.
        source: the id of the source, for messages.
        folder: where to.
        allowed: what may be read.

    Returns:
        The copies, by the addresses of the files, sorted.

    Raises:
        CxmapError: one lies in no place that is allowed, is not there, or cannot be read; there is
            too much; or a library is missing.
    """
    try:
        addresses = [_address(pattern) for pattern in patterns]
        for address in addresses:
            allowed.check(address)
        clouds = {
            scheme: Buckets(scheme)
            for scheme in sorted({found.scheme for found in addresses if found.is_bucket})
        }
        files = _found(addresses, clouds)
        for file in files:
            kind_of_file(str(file))
            allowed.check(file)
        allowed.expect(sum(files.values()))
        copies: dict[str, Path] = {}
        for number, (file, size) in enumerate(files.items()):
            pieces = (
                clouds[file.scheme].read(file, size) if file.is_bucket else web.read(file, allowed)
            )
            copies[str(file)] = _copied(file, pieces, folder / f"remote-{number}", source, allowed)
    except TimeUp:
        raise
    except CxmapError as error:
        raise CxmapError(f"data `{source}`: {error}") from None
    return dict(sorted(copies.items()))


def _address(pattern: str) -> Address:
    try:
        return read_address(pattern)
    except AddressError as error:
        raise CxmapError(f"{error}; {error.hint}") from None


def _found(addresses: Iterable[Address], clouds: dict[str, Buckets]) -> dict[Address, int]:
    """The files with their sizes, where those are known before they are read, and 0 elsewhere."""
    found: dict[Address, int] = {}
    for address in addresses:
        if not address.is_bucket:
            found[address] = 0
            continue
        files = clouds[address.scheme].find(address)
        if not files:
            raise CxmapError(f"no file matches `{address}`")
        found |= files
        if len(found) > _MOST_FILES:
            raise CxmapError(f"`{address}` matches over 10,000 files")
    return found


def _copied(
    file: Address,
    pieces: Iterator[tuple[bytes, int]],
    to: Path,
    source: str,
    allowed: Allowed,
) -> Path:
    suffix = _suffix(file)
    beginning = b""
    taken = 0
    with to.open("wb") as out:
        for piece, size in pieces:
            left()
            if not taken:
                allowed.expect(size)
            allowed.take(len(piece))
            taken += len(piece)
            beginning = (beginning + piece)[: len(_GZIP)]
            _write(out, piece, to)
            whole = f" of {in_words(size)}" if size else ""
            allowed.tell(f"{source}, {in_words(taken)}{whole} from {cut(file.host)}")
    # Some servers and buckets keep texts packed without saying so in the name.
    packed = beginning == _GZIP and suffix != ".parquet" and not suffix.endswith(".gz")
    return to.rename(to.with_name(to.name + suffix + (".gz" if packed else "")))


def _suffix(file: Address) -> str:
    name = file.path.rpartition("/")[2].lower()
    inner = name.removesuffix(".gz")
    return inner[inner.rfind(".") :] + name[len(inner) :]


def _write(out: BinaryIO, piece: bytes, to: Path) -> None:
    try:
        out.write(piece)
    except OSError:
        raise CxmapError(
            f"there is no room for the copy in {to.parent.parent}: set TMPDIR to a larger folder"
        ) from None
