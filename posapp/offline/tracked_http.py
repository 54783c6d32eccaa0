"""A requests session whose connections can be cut: deadlines hold and closing never waits.

Imported with the first call to central: the library takes longer than the first scan may wait.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import requests
import urllib3.exceptions
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from posapp.offline.sync_state import Failure
from posapp.offline.wires import HttpFailure, HttpReply
from posapp.wire import signing

if TYPE_CHECKING:
    from posapp.offline.wires import HttpRequest, Wires

LARGEST_BODY: Final = 8 * 1024 * 1024
_CHUNK: Final = 64 * 1024
_NEVER_SENT: Final = (
    urllib3.exceptions.NewConnectionError,
    urllib3.exceptions.ConnectTimeoutError,
    urllib3.exceptions.NameResolutionError,
)
_RESET: Final = (ConnectionResetError, ConnectionAbortedError, BrokenPipeError)


class TrackedHttp:
    """Ignores the environment (proxies, CA bundles) and registers its sockets. One lane at a time.

    `verify` is True or the path of a file of certificates.
    """

    def __init__(self, wires: Wires, verify: str | bool) -> None:
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.verify = verify
        self._session.mount("http://", _TrackingAdapter(wires))
        self._session.mount("https://", _TrackingAdapter(wires))

    def ask(self, request: HttpRequest) -> HttpReply:
        """Send it and read the whole reply. Raises HttpFailure."""
        try:
            return self._ask(request)
        except requests.exceptions.RequestException as error:
            raise _failure(error) from error

    def close(self) -> None:
        self._session.close()

    def _ask(self, request: HttpRequest) -> HttpReply:
        response = self._session.request(
            request.method,
            request.url,
            data=request.body or None,
            headers=request.headers,
            timeout=(request.connect_s, request.read_s),
            allow_redirects=False,
            stream=True,
        )
        with response:
            return HttpReply(
                status=response.status_code,
                content_type=response.headers.get("Content-Type", ""),
                retry_after=response.headers.get("Retry-After", ""),
                body=_whole_body(response),
                signature=response.headers.get(signing.REPLY_HEADER, ""),
            )


class _TrackingAdapter(HTTPAdapter):
    """Registers every connection that it opens. Never retries by itself."""

    def __init__(self, wires: Wires) -> None:
        self._wires = wires
        super().__init__(max_retries=0, pool_connections=1, pool_maxsize=1)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _pools(self._wires)


def _pools(wires: Wires) -> dict[str, type[HTTPConnectionPool]]:
    class PlainConnection(HTTPConnection):
        def connect(self) -> None:
            super().connect()
            wires.add(self.sock)

    class TlsConnection(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            wires.add(self.sock)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = PlainConnection

    class TlsPool(HTTPSConnectionPool):
        ConnectionCls = TlsConnection

    return {"http": PlainPool, "https": TlsPool}


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


def _failure(error: requests.exceptions.RequestException) -> HttpFailure:
    was_reset = isinstance(error, requests.exceptions.ConnectionError) and _was_reset(error)
    if isinstance(error, requests.exceptions.SSLError):
        return HttpFailure(Failure.CERTIFICATE, was_reset=was_reset)
    kind = Failure.UNREACHABLE if _never_sent(error) else Failure.NO_ANSWER
    return HttpFailure(kind, was_reset=was_reset)


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
