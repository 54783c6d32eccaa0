"""Where the way to central ends: in this building, on the internet, or at central itself."""

from __future__ import annotations

import ipaddress
import socket
import threading
from contextlib import suppress
from enum import StrEnum
from typing import Final, Protocol
from urllib.parse import urlsplit

ASK_WITHIN_S: Final = 3.0
# RFC 5737: an address of documentation; asking the system for the way to it sends nothing.
_ANYWHERE: Final = ("192.0.2.1", 9)


class Away(StrEnum):
    """unknown: not told apart; lan: this machine has no network; internet: nothing beyond this
    building answers; service: the network is well, central does not answer.
    """

    UNKNOWN = "unknown"
    LAN = "lan"
    INTERNET = "internet"
    SERVICE = "service"


class Surroundings(Protocol):
    """The network as this machine sees it. Each answers within seconds and never raises."""

    def has_network(self) -> bool:
        """A cable or radio with an address and a way out."""
        ...

    def resolves(self, name: str) -> bool:
        """Somebody knows this name."""
        ...

    def answers(self, host: str, port: int) -> bool:
        """Something takes a connection there."""
        ...


def where_it_ends(url: str, probe: str, around: Surroundings) -> Away:
    """To be asked while central at `url` does not answer. `probe` is "host:port" on the internet,
    or empty: then it counts whether central's name resolves. Lane "care".
    """
    host = urlsplit(url).hostname or ""
    if _is_here(host):
        return Away.SERVICE
    if not around.has_network():
        return Away.LAN
    if _is_in_house(host):
        return Away.SERVICE
    name, _, port = probe.rpartition(":")
    if name and port.isdigit():
        return Away.SERVICE if around.answers(name, int(port)) else Away.INTERNET
    if _address(host) is not None:
        return Away.UNKNOWN
    return Away.SERVICE if around.resolves(host) else Away.INTERNET


class SystemSurroundings:
    """Asks the operating system; contacts only what it is told to."""

    def has_network(self) -> bool:
        with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
            asked.connect(_ANYWHERE)
            return not _is_here(asked.getsockname()[0])
        return False

    def resolves(self, name: str) -> bool:
        """The system's own resolver may take half a minute: it is not waited for that long."""
        found = threading.Event()

        def ask() -> None:
            with suppress(OSError, UnicodeError):
                socket.getaddrinfo(name, None)
                found.set()

        threading.Thread(target=ask, name="resolve", daemon=True).start()
        return found.wait(ASK_WITHIN_S)

    def answers(self, host: str, port: int) -> bool:
        with suppress(OSError), socket.create_connection((host, port), ASK_WITHIN_S):
            return True
        return False


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _is_here(host: str) -> bool:
    address = _address(host)
    return host == "localhost" if address is None else address.is_loopback


def _is_in_house(host: str) -> bool:
    address = _address(host)
    return address is not None and (address.is_private or address.is_link_local)
