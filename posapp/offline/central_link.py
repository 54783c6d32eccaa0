"""One signed request to central and what came back, within a total time; no meaning yet."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import requests
import urllib3.exceptions

from posapp.errors import Refused
from posapp.offline.sync_state import Failure
from posapp.offline.tracked_http import LARGEST_BODY, Wires, new_session
from posapp.wire import signing

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.clock import Clock, Ids

_CHUNK: Final = 64 * 1024
_NEVER_SENT: Final = (
    urllib3.exceptions.NewConnectionError,
    urllib3.exceptions.ConnectTimeoutError,
    urllib3.exceptions.NameResolutionError,
)
_RESET: Final = (ConnectionResetError, ConnectionAbortedError, BrokenPipeError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """Who signs: the terminal, its incarnation and the raw Ed25519 key of this device."""

    terminal_id: str
    incarnation: int
    private_key: bytes

    def __repr__(self) -> str:
        return f"Credentials({self.terminal_id}, {self.incarnation})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How long a request may take, ms: to connect, between two reads, and altogether."""

    connect_ms: int = 3_000
    read_ms: int = 10_000
    total_ms: int = 20_000

    @classmethod
    def of(cls, total_ms: int) -> Budget:
        """For a person who waits: nothing takes longer than the whole."""
        return cls(connect_ms=total_ms, read_ms=total_ms, total_ms=total_ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What is asked: method, target (path and query), body, and the id that the answer echoes."""

    method: str
    target: str
    body: bytes = b""
    request_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back, whatever it is, and the monotonic ms at which it was asked and complete."""

    status: int
    content_type: str
    retry_after: str
    body: bytes
    sent_mono_ms: int
    got_mono_ms: int


class Silence(Exception):
    """No complete answer came; `kind` says whether the request can have arrived at all."""

    def __init__(self, kind: Failure) -> None:
        super().__init__(kind)
        self.kind = kind


class CentralLink:
    """One connection to central. One call at a time, from the lane that owns it; `cut` from any.

    Without credentials nothing is signed (enrolment). Plain http is for loopback only.
    Raises Refused("central.plain_http") or Refused("central.address_not_valid") for the address.
    """

    def __init__(
        self,
        address: str,
        credentials: Credentials | None,
        clock: Clock,
        ids: Ids,
        ca_file: Path | None = None,
    ) -> None:
        self._address = checked_address(address)
        self._credentials = credentials
        self._clock = clock
        self._ids = ids
        self._wires = Wires()
        self._session = new_session(self._wires, str(ca_file) if ca_file else True)
        self._offset_ms = 0
        self._is_cut = False

    def new_request_id(self) -> str:
        return self._ids.new()

    def wall_ms(self) -> int:
        """This machine's time, corrected once central found a signature out of its window."""
        return self._clock.wall_ms() + self._offset_ms

    def correct_clock(self, server_ms: int) -> None:
        self._offset_ms = server_ms - self._clock.wall_ms()

    def use_incarnation(self, incarnation: int) -> None:
        if self._credentials is not None:
            self._credentials = replace(self._credentials, incarnation=incarnation)

    def exchange(self, call: Call, budget: Budget) -> Answer:
        """Ask and read the whole answer within the budget. Raises Silence.

        A kept-alive connection that central had closed already is replaced once: every request
        is idempotent by an id in its body.
        """
        deadline_ms = self._clock.mono_ms() + budget.total_ms
        try:
            return self._once(call, budget, budget.total_ms)
        except requests.exceptions.ConnectionError as error:
            left_ms = deadline_ms - self._clock.mono_ms()
            if self._is_cut or left_ms <= 0 or not _was_reset(error):
                raise self._silence(error) from error
        except requests.exceptions.RequestException as error:
            raise self._silence(error) from error
        try:
            return self._once(call, budget, left_ms)
        except requests.exceptions.RequestException as error:
            raise self._silence(error) from error

    def cut(self) -> None:
        """End whatever waits; every later call fails at once. Any thread."""
        self._is_cut = True
        self._wires.cut()

    def close(self) -> None:
        self.cut()
        self._session.close()

    def _once(self, call: Call, budget: Budget, total_ms: int) -> Answer:
        if self._is_cut:
            raise requests.exceptions.ConnectTimeout
        sent_mono_ms = self._clock.mono_ms()
        guard = threading.Timer(total_ms / 1000, self._wires.cut)
        guard.daemon = True
        guard.start()
        try:
            response = self._session.request(
                call.method,
                self._address + call.target,
                data=call.body or None,
                headers=self._headers(call),
                timeout=(budget.connect_ms / 1000, budget.read_ms / 1000),
                allow_redirects=False,
                stream=True,
            )
            with response:
                body = _whole_body(response)
        finally:
            guard.cancel()
        return Answer(
            status=response.status_code,
            content_type=response.headers.get("Content-Type", ""),
            retry_after=response.headers.get("Retry-After", ""),
            body=body,
            sent_mono_ms=sent_mono_ms,
            got_mono_ms=self._clock.mono_ms(),
        )

    def _headers(self, call: Call) -> dict[str, str]:
        headers = {
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            signing.REQUEST_ID_HEADER: call.request_id,
        }
        if call.body:
            headers["Content-Type"] = "application/json"
        if self._credentials is None:
            return headers
        stamp = signing.Stamp(
            terminal_id=self._credentials.terminal_id,
            incarnation=self._credentials.incarnation,
            time_ms=self.wall_ms(),
            nonce=self._ids.new(),
        )
        request = signing.Request(method=call.method, target=call.target, body=call.body)
        return headers | signing.headers_for(self._credentials.private_key, request, stamp)

    def _silence(self, error: requests.exceptions.RequestException) -> Silence:
        # A half-open connection must not serve the next call: begin with a fresh one.
        self._session.close()
        if isinstance(error, requests.exceptions.SSLError):
            return Silence(Failure.CERTIFICATE)
        return Silence(Failure.UNREACHABLE if _never_sent(error) else Failure.NO_ANSWER)


def checked_address(address: str) -> str:
    """`https://host[:port]`, or `http://` to this machine itself, without a slash at the end."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise Refused("central.address_not_valid") from error
    if parts.scheme not in ("http", "https") or not host or parts.username or parts.query:
        raise Refused("central.address_not_valid")
    if parts.scheme == "http" and not _is_loopback(host):
        raise Refused("central.plain_http")
    return address.rstrip("/")


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _whole_body(response: requests.Response) -> bytes:
    """At most 8 MB; more is cut off and then is no readable answer."""
    parts: list[bytes] = []
    size = 0
    for part in response.iter_content(_CHUNK):
        parts.append(part)
        size += len(part)
        if size > LARGEST_BODY:
            raise requests.exceptions.ContentDecodingError
    return b"".join(parts)


def _never_sent(error: requests.exceptions.RequestException) -> bool:
    if isinstance(error, requests.exceptions.ConnectTimeout):
        return True
    return any(isinstance(cause, _NEVER_SENT) for cause in _causes(error))


def _was_reset(error: requests.exceptions.RequestException) -> bool:
    """The other side closed before the first byte of an answer."""
    return any(isinstance(cause, _RESET) for cause in _causes(error))


def _causes(error: BaseException) -> list[BaseException]:
    """The error and all inside it: urllib3 keeps the real one in `reason` or in the arguments."""
    found: list[BaseException] = []
    left: list[object] = [error]
    while left:
        each = left.pop()
        if not isinstance(each, BaseException) or each in found:
            continue
        found.append(each)
        left += [each.__cause__, each.__context__, getattr(each, "reason", None), *each.args]
    return found
