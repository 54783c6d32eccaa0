"""Central as operators run it: made, served as a child process, backed up."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import urllib.request

import pytest
from sqlalchemy import select

from posapp.central import commands
from posapp.central.backup import back_up, durable_seqs
from posapp.central.sample_store import SampleStore
from posapp.central.seeding import member_seed
from posapp.central.tables.shops import meta
from posapp.domain.codes import has_gtin_check_digit
from posapp.paths import resource
from posapp.wire.canonical import decode
from posapp.wire.facts import SaleData
from tests.central.goods import A, cart, cash, sale
from tests.central.tills import refusal


def test_init_makes_a_database_its_key_and_a_token_that_only_the_owner_reads(tmp_path):
    answer = commands.init(tmp_path / "c", sample=False)
    assert answer["members"] == 0
    for name in ("central.key", "operator.token"):
        assert (tmp_path / "c" / name).stat().st_mode & 0o777 == 0o600
    assert refusal(commands.init, tmp_path / "c", sample=False).key == "central.already_there"
    code = commands.enrol_code(tmp_path / "c", shop="1", till="A01")["code"]
    assert len(code) == 8


def test_the_sample_park_fits_its_shape_and_its_barcodes_check():
    store = decode(resource(commands.SAMPLE).read_bytes(), SampleStore)
    names = {category.name for category in store.categories}
    assert {product.category for product in store.products} <= names
    barcodes = [code for product in store.products for code in product.barcodes]
    assert len(set(barcodes)) == len(barcodes) > 30
    assert all(has_gtin_check_digit(code) for code in barcodes)
    assert len({product.code for product in store.products}) == len(store.products)
    prices = {product.code: (product.price, product.member_price) for product in store.products}
    assert prices["3901"] == (20_000, 18_000)
    assert prices["3902"] == (10_000, 9_000)
    for product in store.products:
        assert resource(f"icons/{product.icon}.svg").exists(), product.icon


def test_the_simulated_phone_can_be_given_a_members_seed(park):
    seed = member_seed(park.central, park.seeded.tenant_id, park.fang.number)
    assert seed == park.fang.seed
    assert seed.hex() not in repr(park.fang)
    assert refusal(member_seed, park.central, park.seeded.tenant_id, "0").key == "member.unknown"


@contextlib.contextmanager
def served(folder):
    program = (
        "import sys, pathlib; from posapp.central.commands import serve; "
        "serve(pathlib.Path(sys.argv[1]), host='127.0.0.1', port=0, with_parent=True, sms_spool=None)"
    )
    command = [sys.executable, "-c", program, str(folder)]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        line = child.stdout.readline()
        assert line.startswith("PORT ")
        yield child, int(line.split()[1])
    finally:
        child.kill()
        child.wait()
        child.stdin.close()
        child.stdout.close()


@pytest.mark.parametrize("end", ["parent", "signal"])
def test_the_server_says_its_port_and_ends_in_order(park, end):
    with served(park.folder) as (child, port):
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=10) as answer:
            assert json.load(answer)["status"] == "ok"
        if end == "parent":
            child.stdin.close()
        else:
            child.send_signal(signal.SIGTERM)
        assert child.wait(timeout=20) == 0


def test_a_backup_is_verified_and_moves_the_watermark(park):
    park.till.tell(
        *(
            SaleData(sale=sale(park.till.ids, cart(A), cash(park.till.ids, 20_000)))
            for _ in range(3)
        )
    )
    copy = park.folder / "copy.db"
    assert commands.backup(park.folder, to=copy) == {"file": str(copy), "facts": 3}
    assert durable_seqs(park.central) == {park.till.identity.terminal_id: 3}
    with contextlib.closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM sale").fetchone() == (3,)
    assert refusal(back_up, park.central, copy).key == "backup.file_exists"
    assert [name for name in os.listdir(park.folder) if name.startswith("copy.db.")] == []


def test_a_backup_put_in_place_is_another_epoch_so_that_tills_send_again(park, tmp_path):
    restored = tmp_path / "restored"
    restored.mkdir()
    commands.backup(park.folder, to=restored / "central.db")
    shutil.copy(park.folder / "central.key", restored / "central.key")
    central = commands.open_central(restored)
    try:
        assert epoch_of(central) != epoch_of(park.central)
    finally:
        central.database.close()


def epoch_of(central):
    with central.database.read() as connection:
        return connection.execute(select(meta.c.value).where(meta.c.name == "epoch")).scalar_one()
