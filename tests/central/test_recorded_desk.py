"""A manager at a till says what she found of a payment that was taken elsewhere; by her PIN alone."""

from __future__ import annotations

import pytest

from posapp.central.tables.inbox import case
from posapp.central.tables.tenders import recorded_payment
from posapp.domain.sale import Tender, TenderKind
from posapp.wire.facts import SaleData
from posapp.wire.recorded import (
    RecordedAsked,
    RecordedListed,
    RecordedSettled,
    RecordedSettling,
    Standing,
)
from tests.central.goods import A, cart, sale
from tests.central.test_case_desk import PIN, person
from tests.central.tills import refusal


class Books:
    def __init__(self, park):
        self.park, self.till = park, park.till
        self.boss = person(park)

    def record(self, reference, amount=5_000, taken_by="stand"):
        """A sale of 200 yuan; returns the payment's id."""
        elsewhere = Tender(
            id=self.till.ids.new(),
            kind=TenderKind.RECORDED,
            amount=amount,
            channel=taken_by,
            reference=reference,
        )
        cash = Tender(
            id=self.till.ids.new(),
            kind=TenderKind.CASH,
            amount=20_000 - amount,
            tendered=20_000 - amount,
        )
        made = sale(self.till.ids, cart(A), elsewhere, cash)
        assert self.till.tell(SaleData(sale=made)) == ["applied"]
        return elsewhere.id, made

    def listed(self, standing=Standing.OPEN, staff_id=""):
        asked = RecordedAsked(staff_id=staff_id or self.boss, standing=standing)
        return self.till.ask("/v1/desk/recorded", asked, RecordedListed)

    def settling(self, payment_id, *, seen=True, pin=PIN, note="已查到"):
        return RecordedSettling(
            staff_id=self.boss, pin=pin, payment_id=payment_id, seen=seen, note=note
        )

    def settle(self, payment_id, **how):
        asked = self.settling(payment_id, **how)
        return self.till.ask("/v1/desk/recorded/settle", asked, RecordedSettled)

    def refused(self, asked):
        return refusal(self.till.ask, "/v1/desk/recorded/settle", asked, RecordedSettled).key

    def rows(self, table):
        with self.park.central.database.read() as connection:
            return connection.execute(table.select()).all()


@pytest.fixture
def books(park):
    return Books(park)


def test_what_waits_is_listed_oldest_first_with_who_took_it(books):
    payment_id, made = books.record("STAND0001")
    books.record("QN-7777", 2_050, "voucher")
    told = books.listed()
    assert (told.total, told.amount) == (2, 7_050)
    first = next(row for row in told.rows if row.id == payment_id)
    assert (first.reference, first.taken_by, first.amount) == ("STAND0001", "stand", 5_000)
    assert (first.receipt, first.at_ms) == (made.receipt_number, told.rows[0].at_ms)
    assert first.terminal
    assert first.staff


def test_what_she_found_stands_in_her_name_and_leaves_the_list(books):
    payment_id, _made = books.record("STAND0001")
    assert books.settle(payment_id).standing is Standing.SEEN
    assert books.listed().rows == ()
    (row,) = books.listed(Standing.SEEN).rows
    assert (row.who, row.note) == ("周店长 (9001)", "已查到")
    assert books.refused(books.settling(payment_id)) == "recorded.settled"
    assert books.rows(case) == []


def test_what_is_missing_is_a_case_once_and_may_still_turn_up(books):
    payment_id, _made = books.record("STAND0001")
    books.settle(payment_id, seen=False, note="商户平台没有")
    assert [row.kind for row in books.rows(case)] == ["recorded.not_found"]
    assert books.refused(books.settling(payment_id, seen=False)) == "recorded.settled"
    assert len(books.rows(case)) == 1
    assert books.settle(payment_id).standing is Standing.SEEN


def test_without_her_pin_a_note_or_the_right_nothing_is_written(books):
    payment_id, _made = books.record("STAND0001")
    assert books.refused(books.settling(payment_id, pin="000000")) == "sign_in.wrong_pin"
    assert books.refused(books.settling(payment_id, note=" ")) == "case.note_needed"
    assert books.refused(books.settling("nothing")) == "recorded.unknown"
    stranger = RecordedAsked(staff_id=person(books.park, rights="sell", number="9002"))
    told = refusal(books.till.ask, "/v1/desk/recorded", stranger, RecordedListed)
    assert told.key == "case_work.not_allowed"
    assert [row.state for row in books.rows(recorded_payment)] == ["open"]


def test_another_company_sees_and_settles_nothing_of_it(books):
    payment_id, _made = books.record("STAND0001")
    with books.park.central.database.write() as connection:
        connection.execute(recorded_payment.update().values(tenant_id=books.till.ids.new()))
    assert books.listed().total == 0
    assert books.refused(books.settling(payment_id)) == "recorded.unknown"
