"""What a process does not take on: anything once it is to stop, or more than it gets through."""

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
MOST_AT_ONCE: Final = 100
"""Requests under way in one process: more would only wait here for those to be done."""


class Drain:
    """Around the application, on the event loop's thread."""

    def __init__(self, app: ASGIApp, central: Central, most: int = MOST_AT_ONCE) -> None:
        self._app = app
        self._most = most
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
        if scope["type"] == "http" and (self._is_closed or self._under_way >= self._most):
            await self._refuse(scope, receive, send)
            return
        self._under_way += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._under_way -= 1

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        request_id = Request(scope).headers.get(REQUEST_ID_HEADER, "")[:64]
        key = "central.stopping" if self._is_closed else "central.busy"
        later = Unavailable(key, seconds=_LATER_S)
        reply = error_response(self._central, later, request_id or self._central.ids.new())
        if self._is_closed:
            reply.headers["Connection"] = "close"
        await reply(scope, receive, send)
