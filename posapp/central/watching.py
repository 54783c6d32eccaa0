"""Around every request: how long it took, what became of it, one line of log without a person."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from posapp.domain.ids import is_uuid_text
from posapp.wire.signing import REQUEST_ID_HEADER
from posapp.wire.sync import ItemOutcome

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from posapp.central.meters import Meters

LINES: Final = "posapp.central.requests"
SEEN: Final = "posapp.seen"
"""Where in its scope a request carries what is known of it."""

_LOG: Final = logging.getLogger(LINES)
_QUIET: Final = ("/healthz", "/metrics")
_ID_HEADER: Final = REQUEST_ID_HEADER.lower().encode()
_BUG: Final = 500


@dataclass(slots=True)
class Seen:
    """What may be told of a request. `terminal` only once its signature was checked."""

    route: str = ""
    terminal: str = ""
    status: int = _BUG
    outcomes: tuple[ItemOutcome, ...] = ()


class Watch:
    """Around the application, on the event loop's thread."""

    def __init__(self, app: ASGIApp, meters: Meters) -> None:
        self._app = app
        self._meters = meters

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        seen = scope[SEEN] = Seen()
        begun = time.perf_counter()

        async def passed_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                seen.status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, passed_on)
        finally:
            self._tell(scope, seen, time.perf_counter() - begun)

    def _tell(self, scope: Scope, seen: Seen, seconds: float) -> None:
        route = seen.route or (scope["path"] if scope["path"] in _QUIET else "other")
        self._meters.request(route, seen.status, seconds)
        for outcome in seen.outcomes:
            self._meters.outcome(outcome)
        if route in _QUIET and seen.status < _BUG:
            return
        level = logging.INFO if seen.status < _BUG else logging.WARNING
        fields = {
            "route": route,
            "status": seen.status,
            "ms": round(seconds * 1_000, 1),
            "terminal": seen.terminal,
            "request_id": _request_id(scope),
        }
        _LOG.log(level, "request", extra={"fields": fields})


def _request_id(scope: Scope) -> str:
    """As the caller chose it, if it is an id at all and not a text of its own."""
    given = next((value for name, value in scope["headers"] if name == _ID_HEADER), b"")
    text = given.decode("latin-1")
    return text if is_uuid_text(text) else ""
