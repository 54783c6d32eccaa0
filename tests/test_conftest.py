"""The guards around every test work."""

import logging
import socket

import keyring
import keyring.errors
import pytest

pytest_plugins = ["pytester"]


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "example.org", b"example.org"])
def test_a_name_or_address_outside_this_machine_is_refused(host: str | bytes) -> None:
    with pytest.raises(AssertionError, match=r"192|2001|example"):
        socket.getaddrinfo(host, 80)


def test_a_connection_to_another_machine_is_refused() -> None:
    with socket.socket() as stream, pytest.raises(AssertionError, match=r"192\.0\.2\.1"):
        stream.connect(("192.0.2.1", 80))


def test_a_datagram_to_another_machine_is_refused() -> None:
    with (
        socket.socket(type=socket.SOCK_DGRAM) as datagram,
        pytest.raises(AssertionError, match=r"192\.0\.2\.1"),
    ):
        datagram.sendto(b"x", ("192.0.2.1", 9))


def test_a_connection_within_this_machine_passes() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as stream,
    ):
        assert stream.getpeername() == server.getsockname()


def test_the_keyring_refuses_instead_of_reaching_the_persons_own() -> None:
    with pytest.raises(keyring.errors.NoKeyringError):
        keyring.set_password("posapp", "test", "secret")


@pytest.mark.logs_error("drawer .* jammed")
def test_an_announced_error_log_is_no_failure() -> None:
    logging.getLogger("posapp.devices").error("drawer %s jammed", 1)


@pytest.mark.parametrize("announced", [False, True])
def test_log_and_announcement_must_agree(pytester: pytest.Pytester, announced: bool) -> None:
    with open(__file__.replace("test_conftest", "conftest"), encoding="utf-8") as guards:
        pytester.makeconftest(guards.read())
    mark, body = ("@pytest.mark.logs_error('jammed')", "pass"), ("", "logging.error('surprise')")
    decorator, statement = mark if announced else body
    pytester.makeini("[pytest]\nmarkers = logs_error(pattern)")
    pytester.makepyfile(f"import logging, pytest\n{decorator}\ndef test_a():\n    {statement}\n")
    result = pytester.runpytest_subprocess("-p", "no:randomly")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*announced but not logged*" if announced else "*surprise*"])
