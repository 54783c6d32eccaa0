"""The drill of docs/drill-broken-till.md, played: a broken till is replaced and nothing is lost."""

from __future__ import annotations

import shutil
from contextlib import ExitStack, contextmanager

import pytest
from sqlalchemy import select

from posapp.app.enrolling import enrol_till
from posapp.app.escrow import fetch_keys
from posapp.app.keeping import restore
from posapp.app.rekeying import begin_recovery
from posapp.app.stores import open_stores
from posapp.central.enrolment import make_enrol_code
from posapp.central.escrow import release
from posapp.central.exports import take_export
from posapp.central.quarantine import Act
from posapp.central.seeding import only_tenant
from posapp.central.tables.sales import sale as sales
from posapp.clock import Ids
from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import Cart
from posapp.domain.ids import SaleId
from posapp.offline.central_api import CentralApi, SyncCalls
from posapp.offline.central_link import CentralLink, Credentials
from posapp.offline.journal_export import export_waiting
from posapp.offline.keys import new_keys
from posapp.offline.recovery_secret import RecoveryFile
from posapp.offline.till_backup import BackupFolder
from tests.offline.test_recovery_secret import MemoryStore
from tests.workflows.counter import station, wired
from tests.workflows.site import OnlineCounter

ACT = Act(who="owner", note="A03 fell from the counter")


@pytest.fixture
def site(shared_site):
    return shared_site


def enrol(site, folder, keys, name):
    code = make_enrol_code(
        site.central, tenant_id=site.seeded.tenant_id, shop_code="1", terminal_code=name, label="3"
    )
    enrol_till(folder, keys, site.clock, url=site.url, code=code)


@contextmanager
def machine(site, folder, keys):
    """The till in this folder, with its workflows and its lines to central."""
    with ExitStack() as closing:
        stores = open_stores(folder, keys, site.clock, closing)
        enrolment = stores.till.identity.required()
        credentials = Credentials(
            terminal_id=enrolment.terminal_id,
            incarnation=enrolment.incarnation,
            private_key=keys.device_private,
        )
        ids = Ids(site.clock)
        api = CentralApi(CentralLink(site.url, credentials, site.clock, ids), 5_000)
        calls = SyncCalls(CentralLink(site.url, credentials, site.clock, ids))
        devices = station(folder)
        for each in (devices, calls, api):
            closing.callback(each.close)
        counter = wired(folder, site.clock, stores.till, stores.cache, devices, central=api)
        yield OnlineCounter(counter, calls, site)


def sell(till, times: int) -> list[str]:
    """Receipt numbers."""
    counter = till.counter
    cashier = counter.signing_in.sign_in("1024", "135790")
    shift = counter.shifts.current() or counter.shifts.open(50_000, cashier)
    numbers = []
    for _ in range(times):
        till.site.clock.advance_ms(1_000)
        basket, _ = carts.add(Cart(), counter.cache.product_by_code("B"))
        priced = counter.selling.price(basket)
        payment = payments.start(SaleId(counter.desk.new_id()), priced, "CNY")
        payment = counter.paying.take_cash(payment, payment.remaining)
        numbers.append(counter.paying.complete(payment, cashier, shift).sale.receipt_number)
    return numbers


@contextmanager
def broken(site, tmp_path, name):
    """A till sold five: two are at central, then came the backup on the stick, then the machine died.

    What is left: its disk (with the box), the stick, and the secret in the safe.
    """
    keys, folder = new_keys(), tmp_path / "old machine"
    enrol(site, folder, keys, name)
    secret = begin_recovery(folder, keys)["recovery_secret"]
    with machine(site, folder, keys) as till:
        numbers = sell(till, 2)
        till.push()
        numbers += sell(till, 1)
        till.counter.store.back_up(BackupFolder(tmp_path / "stick", keys.till_db, 3))
        numbers += sell(till, 2)
    for part in folder.glob("till.db*"):
        part.unlink()
    (backup,) = (tmp_path / "stick").glob("till-*.db")
    yield numbers, folder, backup, secret


def release_code(site, name) -> str:
    return release(site.central, only_tenant(site.central), name, ACT)


def replaced(site, tmp_path, keys, name):
    """A new machine under the old name sells at once."""
    enrol(site, tmp_path / "new machine", keys, name)
    with machine(site, tmp_path / "new machine", keys) as till:
        numbers = sell(till, 2)
        till.push()
    assert numbers == [f"{name}-2-000001", f"{name}-2-000002"]
    return numbers


def brought(site, tmp_path, old, backup, keys):
    """The old disk's box and the backup become a folder again; what waits goes as a sealed file."""
    found = tmp_path / "found"
    shutil.copytree(old / "blackbox", found / "blackbox")
    answer = restore(found, keys, site.clock, backup)
    assert answer["holds"]
    assert answer["put_back"] == 3
    with ExitStack() as closing:
        till = open_stores(found, keys, site.clock, closing).till
        data, waiting = export_waiting(till, keys.device_private)
    assert waiting == answer["waiting"]
    tenant = only_tenant(site.central)
    taken = take_export(site.central, tenant, data, ACT)
    again = take_export(site.central, tenant, data, ACT)
    assert set(taken) == {"applied"}
    assert set(again) == {"duplicate"}


@pytest.mark.parametrize(("way", "name"), [("recovery secret", "A03"), ("escrow", "A04")])
def test_a_new_machine_sells_at_once_and_the_old_sales_follow_exactly_once(
    site, tmp_path, way, name
):
    with broken(site, tmp_path, name) as (sold, old, backup, secret):
        new = new_keys()
        numbers = [*sold, *replaced(site, tmp_path, new, name)]
        if way == "escrow":
            code = release_code(site, name)
            keys = fetch_keys(backup, MemoryStore(), site.clock, url=site.url, code=code)
        else:
            keys = RecoveryFile(old).open(secret)
        brought(site, tmp_path, old, backup, keys)
        assert at_central(site, name) == sorted(numbers)
        with machine(site, tmp_path / "new machine", new) as till:
            numbers += sell(till, 1)
            till.push()
    assert at_central(site, name) == sorted(numbers)


def test_with_stick_and_disk_at_hand_the_new_machine_goes_on_as_the_old_one(site, tmp_path):
    name = "A05"
    with broken(site, tmp_path, name) as (sold, old, backup, _secret):
        fresh = tmp_path / "new machine"
        shutil.copytree(old / "blackbox", fresh / "blackbox")
        code = release_code(site, name)
        keys = fetch_keys(backup, MemoryStore(), site.clock, url=site.url, code=code)
        assert restore(fresh, keys, site.clock, backup)["put_back"] == 3
        with machine(site, fresh, keys) as till:
            till.pull()
            numbers = [*sold, *sell(till, 1)]
            till.push()
        assert numbers[-1] == f"{name}-1-000006"
    assert at_central(site, name) == sorted(numbers)


def at_central(site, name) -> list[str]:
    with site.central.database.read() as connection:
        numbers = connection.execute(select(sales.c.receipt_number)).scalars()
        return sorted(number for number in numbers if number.startswith(name))
