"""What the preview answers: a shell with the findings, the pages inside it, and news of changes."""

import asyncio
from collections.abc import AsyncIterator
from mimetypes import guess_type
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from cxmap import resources
from cxmap.errors import CxmapError
from cxmap.serve.guard import Guard, hosts
from cxmap.serve.preview import Preview

_STILL_HERE = 15.0
"""Seconds after which a silent stream says that it is still there."""

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
    " frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class News:
    """Tells everybody who waits that something changed."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def tell(self) -> None:
        """Wake all who wait."""
        self._event.set()
        self._event = asyncio.Event()

    async def wait(self, seconds: float) -> None:
        """Wait for a change, or for so long."""
        try:
            await asyncio.wait_for(self._event.wait(), seconds)
        except TimeoutError:
            return


def application(preview: Preview, news: News, port: int) -> Starlette:
    """The preview as an ASGI application.

    Args:
        preview: what is shown.
        news: tells of changes.
        port: where it listens; requests meant for another are refused.
    """

    def shell(_: Request) -> Response:
        return _own("index.html", {"Content-Security-Policy": _POLICY})

    def part(request: Request) -> Response:
        return _own(request.url.path.removeprefix("/"), {})

    def page(request: Request) -> Response:
        name = request.path_params["name"]
        try:
            data = preview.file(name)
        except CxmapError as error:
            return PlainTextResponse(f"{error}\n", 500)
        if data is None:
            return PlainTextResponse("there is no such page any more\n", 404)
        return Response(data, media_type=guess_type(name)[0] or "application/octet-stream")

    def state(_: Request) -> Response:
        return JSONResponse(preview.moment.state)

    async def events(_: Request) -> Response:
        return StreamingResponse(_changes(preview, news), media_type="text/event-stream")

    return Starlette(
        routes=[
            Route("/", shell),
            Route("/preview.css", part),
            Route("/preview.js", part),
            Route("/state", state),
            Route("/events", events),
            Route("/pages/{name}", page),
        ],
        middleware=[Middleware(Guard, hosts=hosts(port))],
    )


def _own(name: str, headers: dict[str, str]) -> Response:
    file: Path = resources.templates() / "serve" / name
    return Response(file.read_bytes(), media_type=guess_type(name)[0], headers=headers)


async def _changes(preview: Preview, news: News) -> AsyncIterator[str]:
    """The number of the moment that is shown, whenever it changes."""
    told = -1
    while True:
        number = preview.moment.number
        yield f"data: {number}\n\n" if number != told else ": still here\n\n"
        told = number
        await news.wait(_STILL_HERE)
