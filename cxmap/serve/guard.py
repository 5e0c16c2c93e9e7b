"""Who may ask: this machine's browser, for pages of this address, and nobody else."""

from collections.abc import Collection

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
}


def hosts(port: int) -> frozenset[str]:
    """The names under which a browser of this machine finds us."""
    return frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost"))


class Guard:
    """Refuses what a stranger's page makes a browser ask, such as by a name that points here.

    A page elsewhere can make a browser send requests to a loopback address; the `Host` and
    `Origin` they carry give them away.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        """Stand before an application.

        Args:
            app: what is guarded.
            hosts: the hosts, with port, that are ours.
        """
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass or answer it with 403."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if not self._welcome(Headers(scope=scope)):
            refusal = PlainTextResponse("this preview is for this machine only\n", 403)
            await refusal(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                extra = [(name.lower().encode(), text.encode()) for name, text in HEADERS.items()]
                message = {**message, "headers": [*message["headers"], *extra]}
            await send(message)

        await self._app(scope, receive, send_with_headers)

    def _welcome(self, headers: Headers) -> bool:
        origin = headers.get("origin", "")
        return (
            headers.get("host", "") in self._hosts
            and (not origin or origin.removeprefix("http://") in self._hosts)
            and headers.get("sec-fetch-site", "none") in {"none", "same-origin"}
        )
