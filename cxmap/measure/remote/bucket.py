"""Files in buckets: `s3://` and `gs://`, through fsspec, with the credentials of this machine."""

import logging
import os
import warnings
from collections.abc import Iterator
from typing import Any

from cxmap.errors import CxmapError
from cxmap.extras import need
from cxmap.measure.patience import TimeUp, left
from cxmap.model.address import Address

_CHUNK = 8 << 20
_PATIENCE = 120
"""Seconds that one piece of a file, or a list of files, may take."""
_EXTRA = "cloud"
_LIBRARIES = {"s3": "s3fs", "gs": "gcsfs"}
_DEBUG = "CXMAP_DEBUG"
_LOGGERS = ("aiobotocore", "aiohttp", "asyncio", "botocore", "fsspec", "gcsfs", "google", "s3fs")
_LOG_IN = {
    "s3": "log in, for instance by `aws sso login` or AWS_PROFILE",
    "gs": "log in, for instance by `gcloud auth application-default login`",
}


class Buckets:
    """The buckets of one kind of cloud."""

    def __init__(self, scheme: str) -> None:
        """Open them.

        Raises:
            CxmapError: the library is not installed.
        """
        need(_EXTRA, "fsspec", _LIBRARIES[scheme])
        self._scheme = scheme
        _hush()
        self._files = self._opened(anonymous=False)

    def find(self, pattern: Address) -> dict[Address, int]:
        """The files that a pattern matches, with their sizes in bytes; empty where none does.

        Raises:
            CxmapError: there is no such bucket or file, or it cannot be listed.
        """
        try:
            found = self._found(pattern)
        except _NoLoginError:
            # A bucket for everybody needs none.
            self._files = self._opened(anonymous=True)
            found = self._found(pattern)
        files = {
            Address(self._scheme, pattern.host, 0, name.partition("/")[2]): int(info["size"] or 0)
            for name, info in found.items()
            if info["type"] == "file" and not name.endswith("/")
        }
        return dict(sorted(files.items(), key=lambda item: item[0].path))

    def read(self, file: Address, size: int) -> Iterator[tuple[bytes, int]]:
        """The pieces of a file, each with the size of the whole.

        Raises:
            CxmapError: it cannot be read, or changed meanwhile.
        """
        path = f"{file.host}/{file.path}"
        before = _mark(self._ask("_info", file, path))
        for start in range(0, size, _CHUNK):
            end = min(start + _CHUNK, size)
            piece = self._ask("_cat_file", file, path, start=start, end=end)
            if len(piece) != end - start:
                raise _changed(file)
            yield piece, size
        if _mark(self._ask("_info", file, path)) != before:
            raise _changed(file)

    def _found(self, pattern: Address) -> dict[str, dict[str, Any]]:
        path = f"{pattern.host}/{pattern.path}"
        if pattern.is_pattern:
            found: dict[str, dict[str, Any]] = self._ask("_glob", pattern, path, detail=True)
            return found
        return {path: self._ask("_info", pattern, path)}

    def _opened(self, *, anonymous: bool) -> Any:  # noqa: ANN401 (fsspec has no types)
        private = {"skip_instance_cache": True, "use_listings_cache": False}
        if self._scheme == "s3":
            from s3fs import S3FileSystem

            patience = {"connect_timeout": 10, "read_timeout": 60}
            return S3FileSystem(anon=anonymous, config_kwargs=patience, **private)
        from gcsfs.core import GCSFileSystem

        token = "anon" if anonymous else None
        return GCSFileSystem(token=token, access="read_only", requests_timeout=60, **private)

    def _is_anonymous(self) -> bool:
        if self._scheme == "s3":
            return bool(self._files.anon)
        return self._files.credentials.credentials is None

    def _ask(self, what: str, address: Address, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 (fsspec has no types)
        from fsspec.asyn import sync

        try:
            run = getattr(self._files, what)
            patience = min(_PATIENCE, left() or _PATIENCE)
            return sync(self._files.loop, run, *arguments, timeout=patience, **named)
        except TimeUp:
            raise
        except Exception as error:  # every library below raises its own
            left()  # where time is up, that is what went wrong
            raise _told(error, address, anonymous=self._is_anonymous()) from error


def _hush() -> None:
    """Keep what the libraries log and warn of from standard error, where it may quote anything."""
    if os.environ.get(_DEBUG):
        return
    for name in _LOGGERS:
        logging.getLogger(name).addHandler(logging.NullHandler())
    warnings.filterwarnings("ignore", module=r"(google|gcsfs|s3fs|fsspec|aiobotocore|botocore)\b")


class _NoLoginError(CxmapError):
    """Nobody is logged in."""


def _changed(file: Address) -> CxmapError:
    return CxmapError(f"`{file}` was changed while it was read: try again")


def _mark(info: dict[str, Any]) -> tuple[Any, ...]:
    """What differs once a file was written again."""
    return tuple(info.get(key) for key in ("size", "ETag", "etag", "generation", "LastModified"))


def _told(error: Exception, address: Address, *, anonymous: bool) -> CxmapError:
    """What went wrong, in our words: those of the libraries may quote anything."""
    scheme = address.scheme
    codes = set(_codes(error))
    raw = f" ({error!r})" if os.environ.get(_DEBUG) else ""
    refused = (
        isinstance(error, PermissionError)
        or str(error).startswith("Forbidden")
        or bool(codes & {"401", "403", "AccessDenied"})
    )
    if (refused and anonymous) or codes & {"NoCredentialsError", "PartialCredentialsError"}:
        return _NoLoginError(
            f"nobody is logged in who could read `{address}`: {_LOG_IN[scheme]}{raw}"
        )
    if codes & {"ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired", "RefreshError"}:
        why = f"the login has run out with which `{address}` was to be read: {_LOG_IN[scheme]}"
    elif "NoSuchBucket" in codes:
        why = f"there is no bucket `{address.host}`"
    elif isinstance(error, FileNotFoundError):
        why = f"there is no `{address}`"
    elif refused:
        why = f"who is logged in may not read or list `{address}`"
    elif isinstance(error, TimeoutError) or "FSTimeoutError" in codes:
        why = f"`{address}` took too long: try again later"
    else:
        why = f"`{address}` cannot be read; `cxmap --debug …` shows what was answered"
    return CxmapError(why + raw)


def _codes(error: BaseException | None) -> Iterator[str]:
    """What an error and its causes are called, and the codes that came from the cloud."""
    while error is not None:
        yield type(error).__name__
        answer = getattr(error, "response", None)
        if isinstance(answer, dict):
            yield str(answer.get("Error", {}).get("Code", ""))
        yield str(getattr(error, "code", ""))
        error = error.__cause__ or error.__context__
