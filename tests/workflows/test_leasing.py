"""Stored value with central gone, against the real central: lent, proved, spent, given back."""

from collections.abc import Iterator

import pytest

from posapp.central.lease_commands import set_policy
from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import Cart
from posapp.domain.ids import SaleId
from posapp.domain.leases import LeasePolicy
from posapp.domain.own_codes import member_code
from posapp.errors import OutcomeUnknown, Refused
from posapp.wire.facts import LeaseReleaseData, SaleData
from posapp.wire.requests import Factor, HoldBegin, HoldLedger
from posapp.wire.sync import ItemOutcome
from posapp.workflows.lending import RECALLS_EVERY_MS
from posapp.workflows.pay_outcomes import Authorised, Declined, SecondFactorNeeded, WrongCode
from tests.workflows.site import OnlineCounter, enrolled_till, running, seeded_folder
from tests.workflows.test_with_central import cashier

DAY_MS = 86_400_000
MINUTE = 60_000
CAP = 30_000


@pytest.fixture(scope="module")
def seeded(tmp_path_factory):
    folder = tmp_path_factory.mktemp("park") / "central"
    return folder, seeded_folder(folder)


@pytest.fixture
def site(seeded, tmp_path):
    with running(*seeded, tmp_path / "central") as site:
        set_policy(site.central, "1", LeasePolicy(cap=CAP, ceiling=2 * CAP), commit=True)
        yield site


@pytest.fixture
def till(site, tmp_path) -> Iterator[OnlineCounter]:
    with enrolled_till(site, tmp_path / "a03", "A03") as till:
        yield till


def order(till, code="B", pieces=1):
    basket = till.counter.selling.join(Cart(), till.counter.cache.member_by_id(till.site.fang.id))
    basket, _ = carts.add(basket, till.counter.cache.product_by_code(code), pieces * 1_000)
    return payments.start(
        SaleId(till.counter.desk.new_id()), till.counter.selling.price(basket), "CNY"
    )


def lent(till):
    """She was served here while central answered; the round lends."""
    order(till)
    till.counter.leasing.round()
    return sum(each.amount for each in till.counter.leasing.lent)


def begin(till, payment, amount):
    paying = till.counter.paying
    return paying.begin_stored_value(payment, paying.new_tender_id(), amount)


def authorised(till, payment):
    outcome = begin(till, payment, payment.net)
    assert isinstance(outcome, SecondFactorNeeded), outcome
    code = till.site.shown_code()
    done = till.counter.paying.confirm(outcome.hold, Factor.DYNAMIC_CODE, code)
    assert isinstance(done, Authorised), done
    return payments.add(payment, done.tender, done.before)


def sold(till, payment, staff, shift):
    return till.counter.paying.complete(authorised(till, payment), staff, shift).sale


def rows(site, sql):
    with site.central.database.read() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


def all_applied(till):
    return set(till.push()) <= {ItemOutcome.APPLIED}


def test_a_member_pays_from_stored_value_while_central_is_away(till):
    staff = cashier(till)
    shift = till.counter.shifts.open(50_000, staff)
    assert lent(till) == CAP
    till.counter.go_offline()
    payment = order(till)
    sale = sold(till, payment, staff, shift)
    (tender,) = sale.tenders
    assert tender.lease_id is not None
    assert tender.hold_id is None
    assert [each.amount for each in till.counter.leasing.lent] == [CAP - payment.net]
    till.counter.link["online"] = True
    assert all_applied(till)
    assert rows(
        till.site, "SELECT left_amount, state FROM lease WHERE ledger = 'stored_value'"
    ) == [(CAP - payment.net, "open")]
    assert rows(till.site, "SELECT kind FROM open_case") == []
    fresh = till.fang()
    assert fresh.principal + fresh.bonus == 115_000 - CAP


def test_the_same_order_is_committed_once(till):
    staff = cashier(till)
    shift = till.counter.shifts.open(50_000, staff)
    lent(till)
    till.counter.go_offline()
    paid = authorised(till, order(till))
    first = till.counter.paying.complete(paid, staff, shift).sale
    assert till.counter.paying.complete(paid, staff, shift).sale == first
    assert len(till.counter.facts("SaleData")) == 1


def test_a_code_counts_once_also_after_a_restart(till):
    staff = cashier(till)
    shift = till.counter.shifts.open(50_000, staff)
    lent(till)
    till.counter.go_offline()
    sold(till, order(till), staff, shift)
    code = till.site.shown_code()
    assert till.counter.store.leases.code_use(till.site.fang.id).step > 0
    outcome = begin(till, order(till), 1_000)
    again = till.counter.paying.confirm(outcome.hold, Factor.DYNAMIC_CODE, code)
    assert isinstance(again, WrongCode)
    till.site.clock.advance_ms(MINUTE)
    scanned = member_code(till.site.fang.number, till.site.shown_code())
    done = till.counter.paying.confirm(outcome.hold, Factor.DYNAMIC_CODE, scanned)
    assert isinstance(done, Authorised)


def test_five_wrong_codes_pause_her_here_for_fifteen_minutes(till):
    lent(till)
    till.counter.go_offline()
    outcome = begin(till, order(till), 1_000)
    confirm = till.counter.paying.confirm
    tries = [confirm(outcome.hold, Factor.DYNAMIC_CODE, "12345678") for _ in range(5)]
    assert [each.tries_left for each in tries[:4]] == [4, 3, 2, 1]
    assert isinstance(tries[4], Declined)
    assert tries[4].key == "factor.paused"
    second = begin(till, order(till), 1_000)
    right = till.site.shown_code()
    assert confirm(second.hold, Factor.DYNAMIC_CODE, right).key == "factor.paused"
    till.site.clock.advance_ms(15 * MINUTE)
    right = till.site.shown_code()
    assert isinstance(confirm(second.hold, Factor.DYNAMIC_CODE, right), Authorised)


def test_more_than_was_lent_is_declined_with_what_there_is(till):
    lent(till)
    till.counter.go_offline()
    payment = order(till, "A")
    first = begin(till, payment, 100)
    assert isinstance(first, SecondFactorNeeded)
    other = order(till, "A")
    with pytest.raises(Refused) as refusal:
        begin(till, other, 100)
    assert refusal.value.key == "pay.needs_connection"
    till.counter.paying.give_up(first.hold, cashier(till))
    declined = begin(till, order(till, "A"), 18_000)
    assert isinstance(declined, SecondFactorNeeded)


def test_without_centrals_time_nothing_is_lent_out(till):
    lent(till)
    till.counter.go_offline()
    till.counter.link["sure"] = False
    with pytest.raises(Refused) as refusal:
        begin(till, order(till), 1_000)
    assert refusal.value.key == "pay.needs_connection"


def test_with_central_there_she_pays_from_all_that_she_has(till):
    staff = cashier(till)
    shift = till.counter.shifts.open(50_000, staff)
    lent(till)
    payment = order(till)
    outcome = begin(till, payment, payment.net)
    assert outcome.hold.before.stored_value == 115_000
    till.counter.paying.give_up(outcome.hold, staff)
    sale = sold(till, order(till), staff, shift)
    assert sale.tenders[0].hold_id is not None
    assert till.counter.leasing.lent == ()
    assert all_applied(till)
    states = rows(till.site, "SELECT state FROM lease WHERE ledger = 'stored_value'")
    assert states == [("released",)]
    till.counter.leasing.round()
    assert sum(each.amount for each in till.counter.leasing.lent) == CAP


def test_a_till_that_dies_while_it_gives_back_spends_nothing_of_it_any_more(till, monkeypatch):
    """Central has freed it, the till has not written it down: nobody may spend it twice."""
    assert lent(till) == CAP
    leasing = till.counter.leasing

    class PowerCut(BaseException):
        pass

    def die(_entry):
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(till.counter.store.outbox, "append", die)
        with pytest.raises(PowerCut):
            leasing.lending.give_back(till.site.fang.id)
    till.counter.go_offline()
    assert isinstance(begin(till, order(till), 1_000), Declined)
    till.counter.link["online"] = True
    leasing.round()
    assert not leasing.shelf.has_lent(till.site.fang.id)
    assert all_applied(till)
    assert rows(
        till.site, "SELECT left_amount, state FROM lease WHERE ledger = 'stored_value'"
    ) == [(0, "released")]
    assert till.counter.store.leases.open_leases() == ()


def test_what_is_left_goes_back_when_the_day_ends_and_its_key_is_forgotten(till):
    lent(till)
    till.counter.go_offline()
    till.site.clock.advance_ms(DAY_MS)
    till.counter.leasing.round()
    assert till.counter.store.leases.open_leases() == ()
    (release,) = till.counter.facts("LeaseReleaseData")
    assert isinstance(release.data, LeaseReleaseData)
    assert release.data.reason == "day_over"
    till.counter.link["online"] = True
    assert all_applied(till)
    fresh = till.fang()
    assert fresh.principal + fresh.bonus == 115_000


def test_an_order_that_spends_a_lease_keeps_it_from_going_back(till):
    staff = cashier(till)
    shift = till.counter.shifts.open(50_000, staff)
    lent(till)
    till.counter.go_offline()
    paid = authorised(till, order(till))
    till.site.clock.advance_ms(DAY_MS)
    till.counter.leasing.round()
    assert till.counter.facts("LeaseReleaseData") == []
    till.counter.paying.complete(paid, staff, shift)
    till.counter.leasing.round()
    kinds = [type(fact.data) for fact in till.counter.facts()]
    assert kinds.index(SaleData) < kinds.index(LeaseReleaseData)
    till.counter.link["online"] = True
    assert all_applied(till)
    assert rows(till.site, "SELECT count(*) FROM open_case WHERE kind = 'sale.not_covered'") == [
        (0,)
    ]


def test_a_recalled_lease_goes_back(site, till, tmp_path):
    lent(till)
    with enrolled_till(site, tmp_path / "a04", "A04") as other:
        payment = order(other, "A", pieces=6)
        tender_id = other.counter.paying.new_tender_id()
        reply = other.counter.central.begin_hold(_hold(other, payment, tender_id, 100_000))
        assert (reply.reason, reply.reserved[0].terminal_code) == ("stored_value.short", "A03")
        said = other.counter.paying.begin_stored_value(payment, tender_id, 100_000)
        assert (said.key, dict(said.params)) == (
            "stored_value.reserved",
            {"reserved_amount": CAP, "where": f"{reply.reserved[0].shop_name} A03"},
        )
    till.site.clock.advance_ms(RECALLS_EVERY_MS)
    till.counter.leasing.round()
    assert till.counter.leasing.lent == ()
    assert all_applied(till)
    assert rows(site, "SELECT state FROM lease WHERE ledger = 'stored_value'") == [("released",)]


def _hold(till, payment, tender_id, amount):
    return HoldBegin(
        hold_id=tender_id,
        sale_id=payment.sale_id,
        member_id=till.site.fang.id,
        ledger=HoldLedger.STORED_VALUE,
        amount=amount,
    )


def test_a_lost_answer_to_a_grant_is_asked_for_again_under_the_same_id(till, monkeypatch):
    api = till.counter.central
    grant = api.grant_lease

    def lose(request):
        grant(request)
        raise OutcomeUnknown("central.no_answer")

    monkeypatch.setattr(api, "grant_lease", lose)
    assert lent(till) == 0
    monkeypatch.setattr(api, "grant_lease", grant)
    till.counter.leasing.round()
    assert sum(each.amount for each in till.counter.leasing.lent) == CAP
    assert rows(till.site, "SELECT count(*) FROM lease WHERE ledger = 'stored_value'") == [(1,)]


def test_a_shop_that_lends_nothing_is_asked_no_more_for_a_while(site, till, monkeypatch):
    set_policy(site.central, "1", LeasePolicy(), commit=True)
    assert lent(till) == 0
    assert lent(till) == 0
    assert rows(site, "SELECT count(*) FROM lease WHERE ledger = 'stored_value'") == [(1,)]
    till.site.clock.advance_ms(10 * MINUTE)
    lent(till)
    assert rows(site, "SELECT count(*) FROM lease WHERE ledger = 'stored_value'") == [(2,)]


def test_points_that_were_lent_pay_offline_without_a_code(site, till):
    points = LeasePolicy(cap=500, ceiling=800)
    set_policy(site.central, "1", LeasePolicy(cap=CAP, ceiling=CAP), points=points, commit=True)
    staff = cashier(till)
    shift = till.counter.shifts.open(50_000, staff)
    order(till)
    till.counter.leasing.round()
    assert lent_points(till) == 500
    till.counter.go_offline()
    payment = order(till)
    paying = till.counter.paying
    short = paying.begin_points(payment, paying.new_tender_id(), 600)
    assert (short.key, dict(short.params)) == ("lease.points_short", {"points": 500})
    done = paying.begin_points(payment, paying.new_tender_id(), 400)
    assert isinstance(done, Authorised), done
    assert lent_points(till) == 0
    payment = payments.add_cash(
        payments.add(payment, done.tender), paying.new_tender_id(), payment.net - 400
    )
    paying.complete(payment, staff, shift)
    assert lent_points(till) == 100
    till.counter.link["online"] = True
    assert all_applied(till)
    assert rows(site, "SELECT kind FROM open_case") == []
    till.counter.leasing.lending.give_back(site.fang.id, HoldLedger.POINTS)
    assert till.fang().points == 2_000 - 400


def lent_points(till):
    found = till.counter.leasing.lent
    return sum(each.amount for each in found if each.ledger is HoldLedger.POINTS)


def test_points_are_paid_through_central_while_it_answers(site, till):
    points = LeasePolicy(cap=500, ceiling=800)
    set_policy(site.central, "1", LeasePolicy(), points=points, commit=True)
    lent(till)
    assert lent_points(till) == 500
    payment = order(till)
    paying = till.counter.paying
    done = paying.begin_points(payment, paying.new_tender_id(), 1_500)
    assert isinstance(done, Authorised), done
    assert (done.tender.hold_id is not None, done.before.points, lent_points(till)) == (
        True,
        2_000,
        0,
    )


def test_a_lease_that_was_spent_from_is_exchanged_for_a_whole_one(site, till):
    staff = cashier(till)
    shift = till.counter.shifts.open(50_000, staff)
    assert lent(till) == CAP
    till.counter.go_offline()
    payment = order(till)
    sold(till, payment, staff, shift)
    till.counter.link["online"] = True
    assert all_applied(till)
    assert lent(till) == CAP
    states = rows(site, "SELECT state FROM lease WHERE ledger = 'stored_value' ORDER BY id")
    assert states == [("released",), ("open",)]
    assert len(till.counter.store.leases.open_leases()) == 1
    till.counter.leasing.round()
    assert lent(till) == CAP
    assert len(rows(site, "SELECT id FROM lease WHERE ledger = 'stored_value'")) == 2


def test_a_till_that_is_not_sure_where_it_stands_neither_lends_nor_spends(till):
    assert lent(till) == CAP
    till.counter.go_offline()
    outcome = begin(till, order(till), 1_000)
    till.counter.link["sure"] = False
    code = till.site.shown_code()
    assert till.counter.paying.confirm(outcome.hold, Factor.DYNAMIC_CODE, code).key == "lease.over"
    assert till.counter.leasing.lent == ()
    till.counter.paying.give_up(outcome.hold, cashier(till))
    till.site.clock.advance_ms(DAY_MS)
    till.counter.link["online"] = True
    till.counter.leasing.round()
    assert till.counter.facts("LeaseReleaseData") == []
    till.counter.link["sure"] = True
    till.counter.leasing.round()
    assert len(till.counter.facts("LeaseReleaseData")) == 1


def test_leases_of_an_older_incarnation_are_frozen(till):
    lent(till)
    till.counter.desk.use_incarnation(till.counter.desk.place.incarnation + 1)
    till.counter.go_offline()
    assert isinstance(begin(till, order(till), 1_000), Declined)
    till.counter.leasing.round()
    assert till.counter.leasing.lent == ()
    assert till.counter.store.leases.open_leases() == ()
    assert till.counter.facts("LeaseReleaseData") == []
