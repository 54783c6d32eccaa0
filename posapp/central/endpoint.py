"""One endpoint: its path, shapes and handler, and the road from raw bytes to a signed answer."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec
from sqlalchemy.exc import DataError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from posapp.central.auth import authenticate, authenticate_operator, authenticate_reader
from posapp.central.caller import Caller
from posapp.central.idempotency import RequestKey
from posapp.central.retrying import again
from posapp.central.service import Central
from posapp.central.watching import SEEN, Seen
from posapp.domain.ids import is_uuid_text
from posapp.errors import PosError, Refused, Unavailable
from posapp.wire import signing
from posapp.wire.canonical import decode, encode
from posapp.wire.sync import ErrorBody, ErrorReply, PushReply

if TYPE_CHECKING:
    from starlette.requests import Request

_LOG: Final = logging.getLogger(__name__)
T = TypeVar("T")

MOST_BODY_BYTES: Final = 8 * 1024 * 1024
JSON: Final = "application/json"
RETRY_AFTER_S: Final = 2
_LATER: Final = (429, 503)


class Access(Enum):
    """Who may call: a till with its key, a till or an operator, an operator alone, or anybody."""

    TILL = "till"
    READER = "reader"
    OPERATOR = "operator"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request after its signature was checked; `place` holds what the path names."""

    central: Central
    path: str
    body: bytes
    query: Mapping[str, str]
    place: Mapping[str, str]
    request_id: str
    now_ms: int
    caller_or_none: Caller | None

    @property
    def caller(self) -> Caller:
        assert self.caller_or_none is not None
        return self.caller_or_none

    def read(self, kind: type[T]) -> T:
        """The body as a message. Raises Refused("wire.not_understood")."""
        return decode(self.body, kind)

    def key(self, chosen_id: str) -> RequestKey:
        """The idempotency key of this request. Raises Refused("request.id_not_valid")."""
        if not is_uuid_text(chosen_id):
            raise Refused("request.id_not_valid")
        return RequestKey.of(self.caller.terminal_id, self.path, chosen_id, self.body, self.now_ms)


Handler = Callable[[Call], msgspec.Struct]


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """What the application is told about one path; `refuses` lists the uncommon statuses.

    `shows` describes the answer in OpenAPI where the message itself cannot say it.
    """

    method: str
    path: str
    summary: str
    handler: Handler
    gives: type[msgspec.Struct]
    shows: type[msgspec.Struct] | None = None
    takes: type[msgspec.Struct] | None = None
    access: Access = Access.TILL
    query: tuple[str, ...] = ()
    refuses: tuple[int, ...] = ()


STATUS_OF: Final[Mapping[str, int]] = {
    "wire.not_understood": 400,
    "request.id_not_valid": 400,
    "request.other_body": 422,
    "request.running": 409,
    "request.too_large": 413,
    "sync.rebootstrap": 410,
    "member.unknown": 404,
    "merge.unknown": 404,
    "quarantine.unknown": 404,
    "case.unknown": 404,
    "recorded.unknown": 404,
    "hold.unknown": 404,
    "lease.unknown": 404,
    "sale.unknown": 404,
    "report.member_unknown": 404,
    "report.no_such_z": 404,
    "case_work.not_allowed": 403,
    "service.not_allowed": 403,
    "service.stale": 409,
    "hold.of_another_till": 403,
    "gateway.of_another_till": 403,
    "lease.of_another_till": 403,
    "lease.old_incarnation": 409,
    "codes.too_soon": 429,
    "codes.too_many_today": 429,
    "members.too_many_look_ups": 429,
    "central.busy": 429,
}
_AUTH: Final = "auth."


def status_of(error: PosError) -> int:
    """The HTTP status of a refusal; tills decide by the key."""
    if isinstance(error, Unavailable):
        return HTTPStatus.SERVICE_UNAVAILABLE
    if error.key in STATUS_OF:
        return STATUS_OF[error.key]
    is_auth = error.key.startswith(_AUTH)
    return HTTPStatus.UNAUTHORIZED if is_auth else HTTPStatus.UNPROCESSABLE_ENTITY


async def answer(central: Central, endpoint: Endpoint, request: Request) -> Response:
    """Read at most 8 MB, then check and handle on a worker thread; every outcome is JSON."""
    request_id = request.headers.get(signing.REQUEST_ID_HEADER, "")[:64] or central.ids.new()
    _seen(request).route = endpoint.path
    try:
        body = await _read_body(request)
        reply = await run_in_threadpool(_handle, central, endpoint, request, body, request_id)
        if isinstance(reply, PushReply):
            _seen(request).outcomes = tuple(item.outcome for item in reply.items)
        return _signed(central, request_id, HTTPStatus.OK, encode(reply))
    except PosError as error:
        return error_response(central, error, request_id)
    except IntegrityError:
        # An id that somebody else's row has already: nothing was written.
        return error_response(central, Refused("request.other_body"), request_id)
    except DataError:
        # A text or a number that no column can hold.
        return error_response(central, Refused("wire.not_understood", reason="value"), request_id)
    except (OperationalError, NoConnection):
        _LOG.exception("the database did not answer")
        busy = Unavailable("central.busy", seconds=RETRY_AFTER_S)
        return error_response(central, busy, request_id)


def error_response(central: Central, error: PosError, request_id: str, status: int = 0) -> Response:
    """A refusal as JSON; its status is the error's own where none is given."""
    reply = ErrorReply(
        request_id=request_id,
        error=ErrorBody(key=error.key, params=error.params),
        server_time_ms=central.clock.wall_ms(),
    )
    response = _signed(central, request_id, status or status_of(error), encode(reply))
    if response.status_code in _LATER:
        response.headers["Retry-After"] = str(error.params.get("seconds", RETRY_AFTER_S))
    return response


def _signed(central: Central, request_id: str, status: int, body: bytes) -> Response:
    """Nobody between here and the till can pass off an answer as central's."""
    signature = signing.sign_reply(central.keys.reply_key, request_id, int(status), body)
    headers = {signing.REPLY_HEADER: signature}
    return Response(body, status_code=status, media_type=JSON, headers=headers)


async def _read_body(request: Request) -> bytes:
    """Stops reading as soon as it is too much, whatever the length was said to be."""
    parts: list[bytes] = []
    size = 0
    try:
        async for part in request.stream():
            size += len(part)
            if size > MOST_BODY_BYTES:
                raise Refused("request.too_large", most=MOST_BODY_BYTES)
            parts.append(part)
    except ClientDisconnect as error:
        # A line that was cut, an hourly event: nobody hears this answer, and no log is filled.
        raise Refused("wire.not_understood", reason="cut off") from error
    return b"".join(parts)


def _handle(
    central: Central, endpoint: Endpoint, request: Request, body: bytes, request_id: str
) -> msgspec.Struct:
    signed = signing.Request(method=endpoint.method, target=_target(request), body=body)
    caller = _caller(central, endpoint.access, signed, request.headers)
    _seen(request).terminal = "" if caller is None else caller.terminal_id
    call = Call(
        central=central,
        path=endpoint.path,
        body=body,
        query=dict(request.query_params),
        place=dict(request.path_params),
        request_id=request_id,
        now_ms=central.clock.wall_ms(),
        caller_or_none=caller,
    )
    return again(lambda: endpoint.handler(call))


def _caller(
    central: Central, access: Access, signed: signing.Request, headers: Mapping[str, str]
) -> Caller | None:
    match access:
        case Access.TILL:
            return authenticate(central, signed, headers)
        case Access.READER:
            return authenticate_reader(central, signed, headers)
        case Access.OPERATOR:
            return authenticate_operator(central, headers)
        case Access.OPEN:
            return None


def _seen(request: Request) -> Seen:
    seen: Seen = request.scope[SEEN]
    return seen


def _target(request: Request) -> str:
    """The path with its query exactly as sent: that is what was signed."""
    scope: Any = request.scope
    raw: bytes = scope.get("raw_path") or request.url.path.encode()
    query: bytes = scope.get("query_string", b"")
    path = raw.split(b"?", 1)[0]
    return (path + b"?" + query if query else path).decode("latin-1")
