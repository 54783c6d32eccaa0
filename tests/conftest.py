"""What holds for every test: no display, no keyring, no foreign network, no unexpected error log."""

import ipaddress
import logging
import os
import re
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

if not os.environ.get("POSAPP_TEST_DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
# The fail backend answers like a Linux machine without a keyring, in child processes too.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


class ContactOutsideLoopback(AssertionError):
    """A test reached for a machine other than this one. No OSError, so that nothing swallows it."""


def _is_loopback(host: object) -> bool:
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host in {None, "", "localhost"}:
        return True
    try:
        address = ipaddress.ip_address(str(host).partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _refuse_strangers(family: int, address: Any) -> None:
    if family not in {socket.AF_INET, socket.AF_INET6}:
        return
    if not _is_loopback(address[0]):
        raise ContactOutsideLoopback(address)


@pytest.fixture(autouse=True, scope="session")
def loopback_only() -> Iterator[None]:
    """Let sockets and name look-ups reach this machine only."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
        look_up = socket.getaddrinfo

        def guarded_look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
            if not _is_loopback(host):
                raise ContactOutsideLoopback(host)
            return look_up(host, *args, **kwargs)

        patch.setattr(socket, "getaddrinfo", guarded_look_up)
        yield


def _guarded(original: Any) -> Any:
    def call(self: socket.socket, *args: Any) -> Any:
        _refuse_strangers(self.family, args[-1])
        return original(self, *args)

    return call


@pytest.fixture(autouse=True)
def no_unexpected_error_log(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """Fail when the program logs an error that no `logs_error` marker of the test announced."""
    yield
    expected = [str(mark.args[0]) for mark in request.node.iter_markers("logs_error")]
    logged = [
        record.getMessage()
        for record in caplog.get_records("setup") + caplog.get_records("call")
        if record.levelno >= logging.ERROR
    ]
    unexpected = [text for text in logged if not any(re.search(p, text) for p in expected)]
    assert not unexpected, f"logged as errors: {unexpected}"
    missing = [p for p in expected if not any(re.search(p, text) for text in logged)]
    assert not missing, f"announced but not logged: {missing}"
