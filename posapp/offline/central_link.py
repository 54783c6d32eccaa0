"""One signed request to central and what came back, within a total time; no meaning yet."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from posapp.errors import Refused
from posapp.offline.sync_state import Failure
from posapp.offline.wires import HttpFailure, HttpRequest, Wires
from posapp.wire import signing

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.clock import Clock, Ids
    from posapp.offline.tracked_http import TrackedHttp


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """Who signs: the terminal, its incarnation and the raw Ed25519 key of this device.

    `server_key` is central's: with it an answer that central did not sign is no answer.
    """

    terminal_id: str
    incarnation: int
    private_key: bytes
    server_key: bytes = b""

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
    """What is asked: method, target (path and query), body, and the id that the answer echoes.

    `accepts` names how the answer may be packed on its way.
    """

    method: str
    target: str
    body: bytes = b""
    request_id: str
    accepts: str = "identity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back, whatever it is, and the monotonic ms at which it was asked and complete."""

    status: int
    content_type: str
    retry_after: str
    body: bytes
    sent_mono_ms: int
    got_mono_ms: int
    signature: str = ""


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
        self._verify = str(ca_file) if ca_file else True
        self._http: TrackedHttp | None = None
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

    @property
    def private_key(self) -> bytes:
        """The device key that the next call is signed with; nothing where nothing is signed."""
        return b"" if self._credentials is None else self._credentials.private_key

    def use_private_key(self, key: bytes) -> None:
        if self._credentials is not None:
            self._credentials = replace(self._credentials, private_key=key)

    def use_server_key(self, key: bytes) -> None:
        if self._credentials is not None:
            self._credentials = replace(self._credentials, server_key=key)

    def is_centrals(self, call: Call, answer: Answer) -> bool:
        """Whether central signed this answer to this call; always so while its key is not known."""
        key = b"" if self._credentials is None else self._credentials.server_key
        return not key or signing.is_reply_of(
            key, call.request_id, answer.status, answer.body, answer.signature
        )

    def exchange(self, call: Call, budget: Budget) -> Answer:
        """Ask and read the whole answer within the budget. Raises Silence.

        A kept-alive connection that central had closed already is replaced once: every request
        is idempotent by an id in its body.
        """
        deadline_ms = self._clock.mono_ms() + budget.total_ms
        try:
            return self._once(call, budget, budget.total_ms)
        except HttpFailure as failure:
            left_ms = deadline_ms - self._clock.mono_ms()
            if self._is_cut or left_ms <= 0 or not failure.was_reset:
                raise self._silence(failure) from failure
        try:
            return self._once(call, budget, left_ms)
        except HttpFailure as failure:
            raise self._silence(failure) from failure

    def cut(self) -> None:
        """End whatever waits; every later call fails at once. Any thread."""
        self._is_cut = True
        self._wires.cut()

    def close(self) -> None:
        self.cut()
        self._hang_up()

    def _once(self, call: Call, budget: Budget, total_ms: int) -> Answer:
        if self._is_cut:
            raise HttpFailure(Failure.UNREACHABLE)
        http = self._connection()
        request = HttpRequest(
            method=call.method,
            url=self._address + call.target,
            body=call.body,
            headers=self._headers(call),
            connect_s=budget.connect_ms / 1000,
            read_s=budget.read_ms / 1000,
        )
        sent_mono_ms = self._clock.mono_ms()
        guard = threading.Timer(total_ms / 1000, self._wires.cut)
        guard.daemon = True
        guard.start()
        try:
            reply = http.ask(request)
        finally:
            guard.cancel()
        return Answer(
            status=reply.status,
            content_type=reply.content_type,
            retry_after=reply.retry_after,
            body=reply.body,
            signature=reply.signature,
            sent_mono_ms=sent_mono_ms,
            got_mono_ms=self._clock.mono_ms(),
        )

    def _connection(self) -> TrackedHttp:
        if self._http is None:
            from posapp.offline.tracked_http import TrackedHttp

            self._http = TrackedHttp(self._wires, self._verify)
        return self._http

    def _hang_up(self) -> None:
        if self._http is not None:
            self._http.close()

    def _headers(self, call: Call) -> dict[str, str]:
        headers = {
            "Accept": "application/json",
            "Accept-Encoding": call.accepts,
            signing.REQUEST_ID_HEADER: call.request_id,
        }
        if call.body:
            headers["Content-Type"] = "application/json"
        # Another lane may change them meanwhile: one call is signed with what stood at its start.
        credentials = self._credentials
        if credentials is None:
            return headers
        stamp = signing.Stamp(
            terminal_id=credentials.terminal_id,
            incarnation=credentials.incarnation,
            time_ms=self.wall_ms(),
            nonce=self._ids.new(),
        )
        request = signing.Request(method=call.method, target=call.target, body=call.body)
        return headers | signing.headers_for(credentials.private_key, request, stamp)

    def _silence(self, failure: HttpFailure) -> Silence:
        # A half-open connection must not serve the next call: begin with a fresh one.
        self._hang_up()
        return Silence(failure.kind)


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
