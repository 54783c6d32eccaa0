"""The same workflows against the real central over HTTP: the worked examples on both sides."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from posapp.central.tables.merging import member_pair
from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import Cart
from posapp.domain.ids import SaleId
from posapp.domain.member import Consent, Profile
from posapp.domain.money import QUANTITY_ONE
from posapp.domain.payment import Balances
from posapp.domain.permissions import Permission
from posapp.domain.phones import Region
from posapp.domain.sale import Part
from posapp.errors import Refused
from posapp.wire.requests import Factor, HoldLedger
from posapp.wire.sync import ItemOutcome
from posapp.workflows.likeness import Likeness, whole
from posapp.workflows.members import AlreadyMember, VerifiedPhone
from posapp.workflows.merging import MergeDesk
from posapp.workflows.pay_outcomes import (
    Authorised,
    Declined,
    OpenHold,
    SecondFactorNeeded,
    WrongCode,
)
from tests.workflows.site import OnlineCounter, enrolled_till, running, seeded_folder
from tests.workflows.test_shifts import pieces

CASHIER_PIN, MANAGER_PIN = "135790", "246802"


@pytest.fixture(scope="module")
def seeded(tmp_path_factory):
    folder = tmp_path_factory.mktemp("park") / "central"
    return folder, seeded_folder(folder)


@pytest.fixture
def site(seeded, tmp_path):
    with running(*seeded, tmp_path / "central") as site:
        yield site


@pytest.fixture
def till(site, tmp_path) -> Iterator[OnlineCounter]:
    with enrolled_till(site, tmp_path / "a03", "A03") as till:
        yield till


def cashier(till):
    return till.counter.signing_in.sign_in("1024", CASHIER_PIN)


def e1_order(till):
    selling = till.counter.selling
    basket = selling.join(Cart(), till.fang())
    for code in ("A", "B"):
        basket, _ = carts.add(basket, till.counter.cache.product_by_code(code))
    basket = carts.lay_coupon(basket, "C20")
    return payments.start(SaleId(till.counter.desk.new_id()), selling.price(basket), "CNY")


def hold_value(till, payment, amount):
    paying = till.counter.paying
    tender = paying.new_tender_id()
    asked = paying.begin_stored_value(payment, tender, amount)
    assert isinstance(asked, SecondFactorNeeded)
    till.site.clock.advance_ms(60_000)
    outcome = paying.confirm(asked.hold, Factor.DYNAMIC_CODE, till.site.shown_code())
    assert isinstance(outcome, Authorised)
    return payments.add(payment, outcome.tender, outcome.before)


def hold_points(till, payment, points):
    paying = till.counter.paying
    outcome = paying.begin_points(payment, paying.new_tender_id(), points)
    if isinstance(outcome, SecondFactorNeeded):
        till.site.clock.advance_ms(60_000)
        outcome = paying.confirm(outcome.hold, Factor.DYNAMIC_CODE, till.site.shown_code())
    assert isinstance(outcome, Authorised)
    return payments.add(payment, outcome.tender, outcome.before)


def e1_sale(till, staff, shift):
    payment = hold_points(till, e1_order(till), 1_000)
    payment = hold_value(till, payment, 20_000)
    payment = till.counter.paying.take_cash(payment, 5_000)
    return till.counter.paying.complete(payment, staff, shift, till.fang()).sale


def test_e1_and_e2_come_out_to_the_fen_on_both_sides(till):
    counter, staff = till.counter, cashier(till)
    shift = counter.shifts.open(50_000, staff)
    sale = e1_sale(till, staff, shift)
    parts = {column.part: column.total for column in sale.matrix}
    assert (parts[Part.PRINCIPAL], parts[Part.BONUS], parts[Part.CASH]) == (17_391, 2_609, 4_000)
    assert sale.points_earned == 213
    assert set(till.push()) == {ItemOutcome.APPLIED}
    after = till.fang()
    assert (after.principal, after.bonus, after.points) == (82_609, 12_391, 1_000)
    assert (after.points_pending, after.held) == (213, 0)

    refundable = counter.refunding.find(sale.receipt_number)
    assert (refundable.local, refundable.confirmed) == (True, True)
    plan = counter.refunding.plan(refundable, {2: QUANTITY_ONE}, staff)
    approval = counter.approving.approve(
        Permission.REFUND, plan.quote.net, staff, "9001", MANAGER_PIN, reason="破损", shift=shift
    )
    done = counter.refunding.refund(plan, "破损", approval, staff, shift)
    assert (done.refund.of_part(Part.CASH), done.refund.claw) == (1_333, 70)
    assert set(till.push()) == {ItemOutcome.APPLIED}
    back = till.fang()
    assert (back.principal, back.bonus, back.points) == (88_406, 13_261, 1_333)
    assert back.points_pending == 143

    sums = counter.central.sums(terminal=counter.desk.place.terminal_code)
    assert (sums.list, sums.net, sums.points, sums.receipts) == (30_000, 25_000, 213, 2)
    z = counter.shifts.close(pieces(50_000 + 4_000 - 1_333), "", staff)
    assert (z.difference, z.net) == (0, 16_667)
    till.push()
    comparison = counter.shifts.compare_with_central(shift.id)
    assert comparison.agrees
    assert comparison.waiting == 0


def test_a_wrong_code_counts_down_and_a_code_works_once(till):
    staff = cashier(till)
    shift = till.counter.shifts.open(0, staff)
    payment = e1_order(till)
    paying = till.counter.paying
    asked = paying.begin_stored_value(payment, paying.new_tender_id(), 10_000)
    till.site.clock.advance_ms(60_000)
    right = till.site.shown_code()
    wrong = paying.confirm(asked.hold, Factor.DYNAMIC_CODE, f"{(int(right) + 1) % 10**8:08d}")
    assert isinstance(wrong, WrongCode)
    outcome = paying.confirm(asked.hold, Factor.DYNAMIC_CODE, right)
    assert isinstance(outcome, Authorised)
    payment = payments.add(payment, outcome.tender, outcome.before)
    again = paying.begin_stored_value(payment, paying.new_tender_id(), 5_000)
    reused = paying.confirm(again.hold, Factor.DYNAMIC_CODE, right)
    assert isinstance(reused, WrongCode | Declined)
    assert shift.float_amount == 0


def test_five_wrong_codes_pause_the_member(till):
    paying, payment = till.counter.paying, e1_order(till)
    hold = paying.begin_stored_value(payment, paying.new_tender_id(), 100).hold
    outcomes = [paying.confirm(hold, Factor.DYNAMIC_CODE, "00000000") for _ in range(5)]
    tries = [outcome.tries_left for outcome in outcomes if isinstance(outcome, WrongCode)]
    assert tries[:4] == [4, 3, 2, 1]
    assert outcomes[-1] != outcomes[0]


def test_an_sms_code_confirms_too(till):
    paying, payment = till.counter.paying, e1_order(till)
    hold = paying.begin_stored_value(payment, paying.new_tender_id(), 100).hold
    sent = paying.send_sms(hold)
    assert sent.masked_phone == "138****5678"
    assert isinstance(paying.confirm(hold, Factor.SMS, till.site.texted_code()), Authorised)


def test_a_dropped_hold_frees_the_balance_at_once(till):
    staff, paying = cashier(till), till.counter.paying
    payment = hold_value(till, e1_order(till), 20_000)
    assert till.fang().held == 20_000
    payment = paying.drop(payment, payment.tenders[0].id, staff)
    assert till.fang().held == 0
    assert set(till.push()) == {ItemOutcome.APPLIED}


def test_a_confirmation_that_is_sent_again_still_says_usable(till):
    paying, payment = till.counter.paying, e1_order(till)
    hold = paying.begin_stored_value(payment, paying.new_tender_id(), 100).hold
    code = till.site.shown_code()
    first = paying.confirm(hold, Factor.DYNAMIC_CODE, code)
    assert isinstance(first, Authorised)
    assert paying.confirm(hold, Factor.DYNAMIC_CODE, code) == first


def test_a_hold_released_before_central_saw_it_can_never_be_used(till):
    staff, paying = cashier(till), till.counter.paying
    payment, tender = e1_order(till), paying.new_tender_id()
    lost = OpenHold(
        tender_id=tender,
        sale_id=payment.sale_id,
        member_id=till.site.fang.id,
        ledger=HoldLedger.STORED_VALUE,
        amount=100,
        before=Balances(),
    )
    paying.give_up(lost, staff)
    till.push()
    assert isinstance(paying.begin_stored_value(payment, tender, 100), Declined)
    assert till.fang().held == 0


def test_more_than_she_has_is_declined_with_a_reason(till):
    basket = Cart()
    for _ in range(8):
        basket, _key = carts.add(basket, till.counter.cache.product_by_code("A"))
    basket = till.counter.selling.join(basket, till.fang())
    priced = till.counter.selling.price(basket)
    payment = payments.start(SaleId(till.counter.desk.new_id()), priced, "CNY")
    paying = till.counter.paying
    outcome = paying.begin_stored_value(payment, paying.new_tender_id(), 120_000)
    assert outcome == Declined("stored_value.short")


def test_a_top_up_is_quoted_paid_and_credited(till):
    staff = cashier(till)
    shift = till.counter.shifts.open(0, staff)
    quote = till.counter.topping_up.quote(till.fang(), 10_000, staff)
    assert (quote.principal, quote.bonus, quote.before_principal) == (10_000, 0, 100_000)
    till.counter.topping_up.take_cash(quote, 10_000, till.fang(), staff, shift)
    assert set(till.push()) == {ItemOutcome.APPLIED}
    assert till.fang().principal == 110_000
    z = till.counter.shifts.close(pieces(10_000), "", staff)
    assert (z.difference, z.sums.top_up_cash) == (0, 10_000)


def test_change_that_she_leaves_here_is_hers_and_the_drawer_still_counts(till):
    staff = cashier(till)
    shift = till.counter.shifts.open(0, staff)
    order, _ = carts.add(Cart(), till.counter.cache.product_by_code("A"))
    payment = payments.start(
        SaleId(till.counter.desk.new_id()), till.counter.selling.price(order), "CNY"
    )
    payment = till.counter.paying.take_cash(payment, payment.net + 980)
    sale = till.counter.paying.complete(payment, staff, shift).sale
    topping_up = till.counter.topping_up
    quote = topping_up.quote_change(till.fang(), sale, staff)
    kept = topping_up.keep_change(quote, sale, till.fang(), staff, shift)
    assert (kept.tender_kind, kept.sale_id, kept.principal) == ("change", sale.id, 980)
    assert topping_up.keep_change(quote, sale, till.fang(), staff, shift) == kept
    assert set(till.push()) == {ItemOutcome.APPLIED}
    assert till.fang().principal == 100_980
    sums = till.counter.store.shifts.sums(shift.id)
    assert (sums.cash_net, sums.top_up_cash, sums.top_up_count) == (sale.net + 980, 0, 0)
    assert [(each.name, each.taken) for each in sums.liabilities] == [("kept_change", 980)]
    assert sums.ties
    assert till.counter.store.prints.pending()[-1].open_drawer is False
    with pytest.raises(Refused) as refusal:
        topping_up.keep_change(quote, replace(sale, tenders=()), till.fang(), staff, shift)
    assert refusal.value.key == "topup.not_the_change"
    z = till.counter.shifts.close(pieces(sale.net + 980), "", staff)
    assert z.difference == 0


class TestRegistering:
    PROFILE = Profile(phone="", name="𠮷田·芳")

    def test_with_a_code_she_is_a_member_everywhere(self, till):
        members, staff = till.counter.members, cashier(till)
        sent = members.send_code("13700000000")
        verified = members.verify_code(sent, "13700000000", till.site.texted_code())
        assert isinstance(verified, VerifiedPhone)
        consent = Consent(policy_version="v3", channel="display", at_ms=till.site.clock.wall_ms())
        member = members.register(verified, self.PROFILE, consent, staff, None)
        assert set(till.push()) == {ItemOutcome.APPLIED}
        (found,) = members.look_up("13700000000")
        assert (found.id, found.number, found.name) == (member.id, verified.number, "𠮷田·芳")
        with pytest.raises(Refused) as refusal:
            members.send_code("13700000000")
        assert refusal.value.key == "codes.too_soon"
        till.site.clock.advance_ms(60_000)
        sent = members.send_code("13700000000")
        again = members.verify_code(sent, "13700000000", till.site.texted_code())
        assert isinstance(again, AlreadyMember)
        assert again.member.id == member.id

    def test_a_wrong_code_is_refused_with_the_tries_left(self, till):
        members = till.counter.members
        sent = members.send_code("13700000000")
        wrong = f"{(int(till.site.texted_code()) + 1) % 10**6:06d}"
        with pytest.raises(Refused) as refusal:
            members.verify_code(sent, "13700000000", wrong)
        assert refusal.value.key == "codes.wrong"
        assert refusal.value.params["left"] == 2

    def test_offline_she_gets_her_number_when_the_fact_arrives(self, till):
        staff = cashier(till)
        till.counter.go_offline()
        verified = till.counter.members.without_code("13700000001")
        consent = Consent(policy_version="v3", channel="paper", at_ms=1)
        member = till.counter.members.register(verified, self.PROFILE, consent, staff, None)
        assert till.counter.cache.member_by_phone("13700000001") == member
        assert set(till.push()) <= {ItemOutcome.APPLIED}
        till.counter.link["online"] = True
        (found,) = till.counter.members.look_up("13700000001")
        assert found.id == member.id


def test_a_sale_of_one_till_is_refunded_at_another(till, site, tmp_path):
    staff = cashier(till)
    sale = e1_sale(till, staff, till.counter.shifts.open(0, staff))
    till.push()
    with enrolled_till(site, tmp_path / "a04", "A04") as other:
        manager = other.counter.signing_in.sign_in("9001", MANAGER_PIN)
        shift = other.counter.shifts.open(10_000, manager)
        refundable = other.counter.refunding.find(sale.receipt_number)
        assert not refundable.local
        plan = other.counter.refunding.plan(refundable, {1: QUANTITY_ONE}, manager)
        other.counter.refunding.refund(plan, "不想要", None, manager, shift)
        assert set(other.push()) == {ItemOutcome.APPLIED}
        assert other.fang().principal == 82_609 + 11_594
    again = till.counter.refunding.find(sale.receipt_number)
    with pytest.raises(Refused) as refusal:
        till.counter.refunding.quote(again, {1: QUANTITY_ONE})
    assert refusal.value.key == "refund.more_than_sold"


class TestTwoFiles:
    """Fang was registered again: named at once, made one, and two again."""

    PHONE = "13700000009"

    def second_file(self, till, staff):
        members = till.counter.members
        sent = members.send_code(self.PHONE)
        verified = members.verify_code(sent, self.PHONE, till.site.texted_code())
        consent = Consent(policy_version="v3", channel="display", at_ms=till.site.clock.wall_ms())
        her = members.register(verified, Profile(phone="", name="王芳"), consent, staff, None)
        assert set(till.push()) == {ItemOutcome.APPLIED}
        return her

    def test_a_typed_phone_names_who_is_here_and_offline_the_cache_does(self, till):
        counter = till.counter
        likeness = Likeness(till.desk_calls, counter.members, counter.cache, counter.desk)
        asked = whole(till.site.fang.phone, Region.MAINLAND)
        (found,) = likeness.alike(asked)
        assert (found.member_id, found.phone, found.reasons) == (
            till.site.fang.id,
            "138****5678",
            ("phone",),
        )
        assert likeness.her(found) == till.fang()
        till.pull()
        counter.go_offline()
        assert [each.member_id for each in likeness.alike(asked)] == [till.site.fang.id]
        assert likeness.alike(whole(self.PHONE, Region.MAINLAND)) == ()

    def test_a_manager_merges_and_takes_back_what_has_not_moved(self, till):
        counter = till.counter
        staff = counter.signing_in.sign_in("9001", MANAGER_PIN)
        other = self.second_file(till, staff)
        desk = MergeDesk(till.desk_calls, counter.members, counter.desk)
        with pytest.raises(Refused) as refusal:
            desk.pairs(cashier(till))
        assert refusal.value.key == "permission.needs_approval"
        assert desk.other(staff, self.PHONE).member_id == other.id
        told = desk.show(staff, till.site.fang.id, other.id)
        assert (told.why_not, told.kept.principal, told.gone.principal) == ("", 100_000, 0)
        merge_id = counter.desk.new_id()
        with pytest.raises(Refused) as refusal:
            desk.merge(staff, told, "registered_twice", "000000", merge_id)
        assert refusal.value.key == "sign_in.wrong_pin"
        for _ in range(2):
            done = desk.merge(staff, told, "registered_twice", MANAGER_PIN, merge_id)
            assert (done.kept_id, done.state) == (till.site.fang.id, "merged")
        (found,) = counter.members.look_up(self.PHONE)
        assert (found.id, found.principal) == (till.site.fang.id, 100_000)
        (known,) = desk.pairs(staff, till.site.fang.id).merges
        assert (known.gone_number, known.may_undo) == (other.number, True)
        assert desk.undo(staff, merge_id, MANAGER_PIN).state == "undone"
        (found,) = counter.members.look_up(self.PHONE)
        assert found.id == other.id

    def test_pairs_of_a_member_are_hers_alone_until_they_are_two(self, till):
        counter = till.counter
        staff = counter.signing_in.sign_in("9001", MANAGER_PIN)
        desk = MergeDesk(till.desk_calls, counter.members, counter.desk)
        members = [till.site.fang.id, self.second_file(till, staff).id]
        rows = [
            {
                "tenant_id": till.site.seeded.tenant_id,
                "first_id": min(members),
                "second_id": max(members),
                "reason": "sound",
                "state": "open",
                "found_ms": 1,
            }
        ]
        with till.site.central.database.write() as connection:
            connection.execute(member_pair.insert(), rows)
        (pair,) = desk.pairs(staff, members[0]).pairs
        assert desk.pairs(staff, till.site.seeded.members[1].id).pairs == ()
        desk.different(staff, pair.first.member_id, pair.second.member_id, MANAGER_PIN)
        assert desk.pairs(staff).pairs == ()
