"""Running the preview: listen on this machine, follow the files, stop when told."""

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import uvicorn
from watchfiles import awatch
from watchfiles.main import FileChange

from cxmap.errors import CxmapError
from cxmap.serve.app import News, application
from cxmap.serve.preview import Preview
from cxmap.watching import followed

LOOPBACK = "127.0.0.1"
_SHOWN = frozenset({".yaml", ".yml", ".html", ".css", ".js", ".svg", ".png", ".jpg", ".jpeg"})
"""The endings of what pages are made of: maps, settings, templates and logos."""

_SETTLE = 100
"""Milliseconds in which saves that belong together are taken as one."""

_ROUND = 100
"""Milliseconds after which the watcher says that nothing happened."""

_GOODBYE = 1
"""Seconds that open pages get to finish when the preview stops."""


def listen(port: int) -> socket.socket:
    """Take a port on the loopback address; 0 takes any that is free.

    Raises:
        CxmapError: it is taken or not allowed.
    """
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":  # elsewhere this would let two programs share a port
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((LOOPBACK, port))
        listening.listen()  # whoever asks from now on is answered once we are ready
    except OSError as error:
        listening.close()
        why = f"{error.strerror or error}".lower()
        raise CxmapError(
            f"port {port} cannot be used: {why}; `--port 0` takes a free one"
        ) from None
    return listening


def serve(preview: Preview, listening: socket.socket, root: Path, say: Callable[[], None]) -> None:
    """Serve a preview until the program is told to stop.

    Args:
        preview: what is shown; it is read here, once the files are followed.
        listening: where browsers ask.
        root: the folder whose files are followed.
        say: called after every reading.
    """
    try:
        asyncio.run(_serve(preview, listening, root, say))
    except KeyboardInterrupt:
        return


async def _serve(
    preview: Preview, listening: socket.socket, root: Path, say: Callable[[], None]
) -> None:
    news = News()
    rounds = awatch(
        root,
        watch_filter=followed(root, _SHOWN),
        debounce=_SETTLE,
        step=20,
        rust_timeout=_ROUND,
        yield_on_timeout=True,
    )
    await anext(rounds)  # from here on no save is missed
    await _refresh(preview, say)
    config = uvicorn.Config(
        application(preview, news, listening.getsockname()[1]),
        log_level="error",
        access_log=False,
        server_header=False,
        lifespan="off",
        timeout_graceful_shutdown=_GOODBYE,
    )
    server = uvicorn.Server(config)
    following = asyncio.create_task(_follow(rounds, preview, news, say))
    try:
        await server.serve(sockets=[listening])
    finally:
        following.cancel()


async def _follow(
    rounds: AsyncIterator[set[FileChange]], preview: Preview, news: News, say: Callable[[], None]
) -> None:
    async for found in rounds:
        if found:
            await _refresh(preview, say)
            news.tell()


async def _refresh(preview: Preview, say: Callable[[], None]) -> None:
    await asyncio.to_thread(preview.refresh)
    say()
