"""What an answer of central means: a message that fits, or one entry of the table of failures."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final, TypeVar

from posapp.errors import OutcomeUnknown, ParamValue, PosError, Refused, Unavailable
from posapp.offline.sync_state import Failure
from posapp.wire.canonical import decode
from posapp.wire.sync import ErrorReply

if TYPE_CHECKING:
    from posapp.offline.central_link import Answer

T = TypeVar("T")

CLOCK_SKEW: Final = "auth.clock_skew"
SIGNATURE_WRONG: Final = "auth.signature_wrong"
_ONE_DAY_MS: Final = 86_400_000


class NotAnswered(Exception):
    """No message that can be used: why, and what central said about it when it said anything."""

    def __init__(
        self,
        kind: Failure,
        *,
        status: int = 0,
        key: str = "",
        params: dict[str, ParamValue] | None = None,
        retry_after_ms: int = 0,
        server_time_ms: int = 0,
    ) -> None:
        super().__init__(f"{kind} {key}".strip())
        self.kind = kind
        self.status = status
        self.key = key
        self.params = params or {}
        self.retry_after_ms = retry_after_ms
        self.server_time_ms = server_time_ms


def read(
    answer: Answer, kind: type[T], request_id: str, wall_ms: int, *, is_centrals: bool = True
) -> T:
    """The message of a 200 that is JSON, fits its schema and echoes the request id.

    `is_centrals`: its signature was checked, or cannot be yet.

    Raises NotAnswered for everything else: a portal's HTML with status 200 is no answer.
    """
    if not is_centrals:
        raise _unsigned(answer, wall_ms)
    if answer.status != 200:
        raise _failure(answer, request_id, wall_ms)
    if not _is_json(answer):
        raise NotAnswered(Failure.BAD_REPLY)
    try:
        message = decode(answer.body, kind)
    except Refused as error:
        raise NotAnswered(Failure.BAD_REPLY) from error
    if getattr(message, "request_id", None) != request_id:
        raise NotAnswered(Failure.BAD_REPLY)
    return message


def to_pos_error(error: NotAnswered) -> PosError:
    """The one table of errors for the person at the counter, by what she does next."""
    match error.kind:
        case Failure.REFUSED | Failure.NOT_ACCEPTED | Failure.GONE:
            return Refused(error.key or "central.refused", **error.params)
        case Failure.UNREACHABLE:
            return Unavailable("central.unreachable")
        case Failure.CERTIFICATE:
            return Unavailable("central.certificate")
        case Failure.BUSY if error.status == 409:
            return OutcomeUnknown("central.no_answer")
        case Failure.BUSY if error.status == 429 and error.key:
            return Refused(error.key, **error.params)
        case Failure.BUSY:
            return Unavailable("central.busy", seconds=(error.retry_after_ms + 999) // 1000)
        case _:
            return OutcomeUnknown("central.no_answer")


def retry_after_ms(text: str, wall_ms: int) -> int:
    """`Retry-After` in seconds or as an HTTP date; anything else is 0."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return min(int(text[:9]) * 1000, _ONE_DAY_MS)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return 0
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    until = moment - datetime.fromtimestamp(wall_ms // 1000, UTC)
    return min(max(int(until.total_seconds()) * 1000, 0), _ONE_DAY_MS)


def _unsigned(answer: Answer, wall_ms: int) -> NotAnswered:
    """Whoever stands before central may be busy or broken, or refuse what is too large; nothing
    else that it says counts.
    """
    kind = _kind(answer, is_centrals_own=False)
    if kind not in (Failure.BUSY, Failure.SERVER_ERROR) and answer.status != 413:
        kind = Failure.BAD_REPLY
    later_ms = retry_after_ms(answer.retry_after, wall_ms)
    return NotAnswered(kind, status=answer.status, retry_after_ms=later_ms)


def _failure(answer: Answer, request_id: str, wall_ms: int) -> NotAnswered:
    reply = _error_reply(answer, request_id)
    kind = _kind(answer, is_centrals_own=reply is not None)
    later_ms = retry_after_ms(answer.retry_after, wall_ms)
    if reply is None:
        return NotAnswered(kind, status=answer.status, retry_after_ms=later_ms)
    return NotAnswered(
        kind,
        status=answer.status,
        key=reply.error.key,
        params=dict(reply.error.params),
        retry_after_ms=later_ms,
        server_time_ms=reply.server_time_ms,
    )


def _kind(answer: Answer, *, is_centrals_own: bool) -> Failure:
    """A refusal counts only from central itself; 413 may come from what stands before it."""
    match answer.status:
        case 429 | 503:
            return Failure.BUSY
        case 413:
            return Failure.REFUSED
        case status if status >= 500:
            return Failure.SERVER_ERROR
        case status if status < 400 or not (is_centrals_own or _is_json(answer)):
            return Failure.BAD_REPLY
        case 401 | 403:
            return Failure.NOT_ACCEPTED
        case 409:
            return Failure.BUSY
        case 410:
            return Failure.GONE
        case _:
            return Failure.REFUSED


def _error_reply(answer: Answer, request_id: str) -> ErrorReply | None:
    if not _is_json(answer):
        return None
    try:
        reply = decode(answer.body, ErrorReply)
    except Refused:
        return None
    return reply if reply.request_id == request_id else None


def _is_json(answer: Answer) -> bool:
    return answer.content_type.partition(";")[0].strip().lower() == "application/json"
