"""Serving processes: they drain when told to stop, and several share one socket and one server."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from posapp.central import commands
from posapp.central.backup import back_up, durable_seqs
from posapp.central.data_folder import URL_VARIABLE
from posapp.central.tables.ledger import account
from posapp.central.tables.shops import meta
from posapp.wire.facts import SaleData
from tests.central.goods import A, cart, cash, sale
from tests.central.tills import refusal

GENEROUS_S = 60


@contextlib.contextmanager
def served(folder, *words, url=""):
    """`posapp central serve` in a process of its own, and its port."""
    command = [sys.executable, "-m", "posapp", "central", "serve", "--data", folder, "--port", "0"]
    environment = {**os.environ, URL_VARIABLE: url, "PYTHONPATH": str(Path.cwd())}
    child = subprocess.Popen(
        [*command, "--with-parent", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    try:
        line = child.stdout.readline()
        assert line.startswith("PORT "), line
        yield child, int(line.split()[1])
    finally:
        child.stdin.close()
        child.wait(timeout=GENEROUS_S)
        child.stdout.close()


def until(is_so):
    """Wait for a condition, generously."""
    end = time.monotonic() + GENEROUS_S
    while not is_so():
        assert time.monotonic() < end


def healthz(port):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=GENEROUS_S)
    with contextlib.closing(connection):
        connection.request("GET", "/healthz")
        answer = connection.getresponse()
        return answer.status, answer.getheader("Retry-After"), json.load(answer)


def test_what_is_under_way_is_finished_and_what_comes_is_told_to_come_again(park):
    body = b'{"code": "00000000", "public_key": "AA==", "app_version": "1"}'
    head = f"POST /v1/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    with served(park.folder) as (child, port):
        assert healthz(port)[0] == 200
        with socket.create_connection(("127.0.0.1", port), timeout=GENEROUS_S) as slow:
            slow.sendall(head + body[:10])
            assert healthz(port)[0] == 200
            child.send_signal(signal.SIGTERM)
            until(lambda: healthz(port)[0] == 503)
            status, later, refused = healthz(port)
            assert (status, later, refused["error"]["key"]) == (503, "2", "central.stopping")
            slow.sendall(body[10:])
            assert slow.makefile("rb").readline().split()[1] == b"422"
        assert child.wait(timeout=GENEROUS_S) == 0


def test_several_processes_over_a_file_are_refused(park):
    asked = {"host": "127.0.0.1", "port": 0, "with_parent": False, "sms_spool": None}
    error = refusal(commands.serve, park.folder, workers=2, **asked)
    assert error.key == "central.workers_need_a_server"


def children_of(pid):
    words = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return {each for each in map(int, words) if b"spawn_main" in cmdline(each)}


def cmdline(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


@pytest.mark.skipif(not Path("/proc").exists(), reason="finds its processes in /proc")
def test_several_processes_serve_one_server_and_a_killed_one_is_replaced(server_parks, tmp_path):
    with server_parks(tmp_path) as park:
        url = park.url
        with served(park.folder, "--workers", "2", url=url) as (child, port):
            assert healthz(port)[0] == 200
            until(lambda: len(children_of(child.pid)) == 2)
            before = children_of(child.pid)
            os.kill(min(before), signal.SIGKILL)
            until(lambda: len(children_of(child.pid) - {min(before)}) == 2)
            assert healthz(port)[0] == 200
            after = children_of(child.pid)
            child.send_signal(signal.SIGTERM)
            assert child.wait(timeout=GENEROUS_S) == 0
            assert not any(cmdline(pid) for pid in after)


def test_the_address_of_a_server_is_never_an_argument(server, tmp_path, monkeypatch):
    with server.database() as url:
        monkeypatch.setenv(URL_VARIABLE, url)
        made = commands.init(tmp_path / "c", sample=False)
        assert made["database"].startswith("postgresql+psycopg://")
        assert not (tmp_path / "c" / "central.db").exists()
        assert refusal(commands.init, tmp_path / "d", sample=False).key == "central.already_there"
        monkeypatch.delenv(URL_VARIABLE)
        assert refusal(commands.enrol_code, tmp_path / "c", shop="1", till="A").key == (
            "central.not_there"
        )
        file = tmp_path / "c" / "database.url"
        file.write_text(url + "\n")
        file.chmod(0o644)
        error = refusal(commands.enrol_code, tmp_path / "c", shop="1", till="A")
        assert error.key == "central.database_url_open_to_others"
        file.chmod(0o600)
        assert len(commands.enrol_code(tmp_path / "c", shop="1", till="A")["code"]) == 8


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("mysql://x@y/z", "central.database_url_not_valid"),
        ("not an address", "central.database_url_not_valid"),
        ("postgresql://nobody@/db?host=/nowhere", "central.database_unreachable"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_and_leaves_no_key(tmp_path, monkeypatch, url, key):
    monkeypatch.setenv(URL_VARIABLE, url)
    error = refusal(commands.init, tmp_path / "c", sample=False)
    assert error.key == key
    assert "nobody" not in repr(error)
    assert not (tmp_path / "c" / "central.key").exists()


def test_an_archive_of_a_server_is_verified_and_opens_as_another_epoch(
    server, server_parks, tmp_path, monkeypatch
):
    with server_parks(tmp_path) as park:
        sold = [sale(park.till.ids, cart(A), cash(park.till.ids, 20_000)) for _ in range(3)]
        park.till.tell(*(SaleData(sale=each) for each in sold))
        archive = tmp_path / "central.dump"
        assert back_up(park.central, archive) == 3
        assert durable_seqs(park.central) == {park.till.identity.terminal_id: 3}
        epoch = park.rows("SELECT value FROM meta WHERE name = 'epoch'")
        balances = park.rows("SELECT id, balance FROM account ORDER BY id")
        monkeypatch.setenv(URL_VARIABLE, park.url)
        error = refusal(commands.restore, tmp_path, backup=archive)
        assert error.key == "central.already_there"
        (tmp_path / "torn.dump").write_bytes(archive.read_bytes()[:-2_000])
    with server.database() as url:
        monkeypatch.setenv(URL_VARIABLE, url)
        error = refusal(commands.restore, tmp_path, backup=tmp_path / "torn.dump")
        assert error.key == "backup.not_verified"
        assert commands.restore(tmp_path, backup=archive)["facts"] == 3
        central = commands.central_of(tmp_path)
        try:
            with central.database.read() as connection:
                query = select(meta.c.value).where(meta.c.name == "epoch")
                restored = connection.execute(query).all()
                found = connection.execute(select(account.c.id, account.c.balance)).all()
        finally:
            central.database.close()
    assert len(restored) == 1
    assert [tuple(row) for row in restored] != epoch
    assert sorted(map(tuple, found)) == sorted(balances)
