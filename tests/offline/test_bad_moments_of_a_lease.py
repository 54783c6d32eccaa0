"""The power goes while a sale spends what was lent: both are on the disk, or neither is."""

from __future__ import annotations

import shutil

from posapp.domain import payment as payments
from posapp.domain.cart import CartMember, attach_member, lay_coupon
from posapp.domain.ids import LeaseId, LotId, MemberId, SaleId, TenderId
from posapp.domain.leases import Lease, right_to, rights
from posapp.domain.offers import Offer, OfferPrices
from posapp.domain.payment import Balances
from posapp.domain.pricing import Stage, price
from posapp.domain.sale import Tender, TenderKind, ValueSlice
from posapp.offline.leases import KeptLease
from posapp.offline.till_store import TillStore
from posapp.wire.requests import HoldLedger
from tests.offline.each_write import Disk, image_of
from tests.offline.tills import KEYS, SMALL_BALLAST, Till, _basket

LEASE, MEMBER = LeaseId("0199f000-0000-7000-8000-000000000001"), MemberId("m-1")


def part(amount):
    return (ValueSlice(lot_id=LotId("vl-1"), principal=amount, bonus=0),)


def lend(till, amount):
    till.store.leases.ask(LEASE, MEMBER, 1)
    lease = Lease(id=LEASE, member_id=MEMBER, slices=part(amount), ends_ms=1 << 50)
    kept = KeptLease(lease=lease, incarnation=1, granted_ms=1, day="2026-11-22", day_key=b"k" * 32)
    till.store.leases.keep(kept, 0)


def paid_from_it(till, amount):
    payment = payments.start(SaleId(till.ids.new()), price(_basket(amount), []), "CNY")
    tender = Tender(
        id=TenderId(till.ids.new()),
        kind=TenderKind.STORED_VALUE,
        amount=amount,
        lease_id=LEASE,
        value_slices=part(amount),
    )
    return till.commit_of(payments.add(payment, tender, Balances()))


def lend_coupons(till, *codes):
    till.store.leases.ask(LEASE, MEMBER, 1, HoldLedger.COUPON)
    slices = tuple(right_to(code) for code in codes)
    lease = Lease(id=LEASE, member_id=MEMBER, slices=slices, ends_ms=1 << 50)
    kept = KeptLease(
        lease=lease, ledger=HoldLedger.COUPON, incarnation=1, granted_ms=1, day="", day_key=b""
    )
    till.store.leases.keep(kept, 0)


def with_coupon(till, code):
    offer = Offer(code=code, version=1, label=code, stage=Stage.COUPON, amount=100, coupon=True)
    hers = attach_member(_basket(400), CartMember(member_id=MEMBER, number="1", tier="gold"))
    priced = price(lay_coupon(hers, code), [OfferPrices(Stage.COUPON, [offer])])
    payment = payments.start(SaleId(till.ids.new()), priced, "CNY")
    return till.commit_of(payments.add_cash(payment, TenderId(till.ids.new()), priced.net))


def test_at_no_moment_is_a_sale_on_the_disk_whose_coupon_may_be_used_again(tmp_path):
    till = Till(tmp_path / "a")
    till.open_shift()
    lend_coupons(till, "C1", "C2")
    images = []

    def keep(count):
        images.append(image_of(till.folder, tmp_path / f"image-{count}"))

    with Disk(keep).watched():
        till.store.sales.commit(with_coupon(till, "C1"))
    images.append(image_of(till.folder, tmp_path / "told"))
    seen = set()
    for image in images:
        store = TillStore.open(image, KEYS, till.clock, ballast_bytes=SMALL_BALLAST)
        (kept,) = store.leases.open_leases()
        seen.add((len(tuple(store.sales.each())), rights(kept.lease.slices)))
        store.close()
        shutil.rmtree(image)
    assert seen == {(0, ("C1", "C2")), (1, ("C2",))}
    till.store.close()


def left(store) -> int:
    return sum(kept.lease.left for kept in store.leases.open_leases())


def test_at_no_moment_is_a_sale_on_the_disk_whose_lease_is_not_spent(tmp_path):
    """Or else the same money is spent again after the restart, and nobody is told."""
    till = Till(tmp_path / "a")
    till.open_shift()
    lend(till, 1_000)
    images = []

    def keep(count):
        images.append(image_of(till.folder, tmp_path / f"image-{count}"))

    with Disk(keep).watched():
        till.store.sales.commit(paid_from_it(till, 300))
    images.append(image_of(till.folder, tmp_path / "told"))
    seen = set()
    for image in images:
        store = TillStore.open(image, KEYS, till.clock, ballast_bytes=SMALL_BALLAST)
        sold = sum(each.sale.net for each in store.sales.each())
        seen.add((sold, left(store)))
        assert sold + left(store) == 1_000, image.name
        store.close()
        shutil.rmtree(image)
    assert seen == {(0, 1_000), (300, 700)}
    till.store.close()
