"""A process that is to stop: what it began it finishes, what comes now is told to come again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from starlette.requests import Request

from posapp.central.endpoint import error_response
from posapp.errors import Unavailable
from posapp.wire.signing import REQUEST_ID_HEADER

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from posapp.central.service import Central

_LATER_S: Final = 2


class Drain:
    """Around the application, on the event loop's thread."""

    def __init__(self, app: ASGIApp, central: Central) -> None:
        self._app = app
        self._central = central
        self._is_closed = False
        self._under_way = 0

    @property
    def is_done(self) -> bool:
        """Closed, and nothing is under way any more."""
        return self._is_closed and self._under_way == 0

    def close(self) -> None:
        """From now on requests get 503 with Retry-After. Safe to call from a signal handler."""
        self._is_closed = True

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and self._is_closed:
            await self._refuse(scope, receive, send)
            return
        self._under_way += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._under_way -= 1

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        request_id = Request(scope).headers.get(REQUEST_ID_HEADER, "")[:64]
        stopping = Unavailable("central.stopping", seconds=_LATER_S)
        reply = error_response(self._central, stopping, request_id or self._central.ids.new())
        reply.headers["Connection"] = "close"
        await reply(scope, receive, send)
