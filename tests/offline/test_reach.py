"""Where the way to central ends, asked of simulated surroundings; the real ones on loopback."""

import socket

import pytest

from posapp.offline import reach
from posapp.offline.reach import Away, SystemSurroundings, where_it_ends

NAMED = "https://member.example"


class Around:
    """A network that knows some names and takes some connections; remembers what it was asked."""

    def __init__(self, *, network=True, names=(), open_ports=()):
        self.network, self.names, self.open_ports = network, names, open_ports
        self.asked = []

    def has_network(self):
        return self.network

    def resolves(self, name):
        self.asked.append(name)
        return name in self.names

    def answers(self, host, port):
        self.asked.append((host, port))
        return (host, port) in self.open_ports


@pytest.mark.parametrize(
    ("url", "probe", "around", "away"),
    [
        (NAMED, "", Around(network=False), Away.LAN),
        (NAMED, "", Around(), Away.INTERNET),
        (NAMED, "", Around(names=("member.example",)), Away.SERVICE),
        (NAMED, "dns.example:53", Around(names=("member.example",)), Away.INTERNET),
        (NAMED, "dns.example:53", Around(open_ports=(("dns.example", 53),)), Away.SERVICE),
        (NAMED, "no port", Around(names=("member.example",)), Away.SERVICE),
        ("https://10.1.2.3:8420", "", Around(), Away.SERVICE),
        ("https://10.1.2.3:8420", "", Around(network=False), Away.LAN),
        ("https://8.8.4.4", "", Around(), Away.UNKNOWN),
        ("https://8.8.4.4", "dns.example:53", Around(), Away.INTERNET),
        ("http://127.0.0.1:8420", "dns.example:53", Around(network=False), Away.SERVICE),
        ("http://localhost:8420", "", Around(network=False), Away.SERVICE),
        ("", "", Around(), Away.INTERNET),
    ],
)
def test_the_first_missing_part_of_the_way_is_named(url, probe, around, away):
    assert where_it_ends(url, probe, around) is away


def test_without_a_network_nobody_outside_is_asked():
    around = Around(network=False)
    where_it_ends(NAMED, "dns.example:53", around)
    assert around.asked == []


def test_this_machine_finds_what_listens_on_it_and_misses_what_does_not():
    around = SystemSurroundings()
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert around.answers("127.0.0.1", port)
    assert not around.answers("127.0.0.1", port)
    assert around.resolves("localhost")


def test_a_name_that_nobody_knows_does_not_resolve(monkeypatch):
    def unknown(*_asked):
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert not SystemSurroundings().resolves("member.example")


def test_a_way_out_that_leads_back_to_this_machine_is_no_network(monkeypatch):
    monkeypatch.setattr(reach, "_ANYWHERE", ("127.0.0.1", 9))
    assert not SystemSurroundings().has_network()
