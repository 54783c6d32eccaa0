import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posapp.errors import Refused
from posapp.offline.attempts import Attempt, AttemptKind, AttemptState
from tests.offline.tills import Till


def test_a_sale_takes_the_next_receipt_number_and_is_found_by_it(till):
    till.open_shift()
    first, second = till.sell(1_200, 300), till.sell(500)
    assert (first.receipt_number, second.receipt_number) == ("A03-1-000001", "A03-1-000002")
    stored = till.store.sales.by_receipt("A03-1-000001")
    assert stored.sale == first
    assert (stored.staff_name, stored.business_date) == ("王芳", "2026-11-22")
    assert till.store.sales.by_id(second.id).sale == second
    assert till.store.sales.by_receipt("A03-1-000003") is None


def test_the_same_sale_committed_again_writes_nothing_and_uses_no_number(till):
    build = till.cash_sale(1_200)
    once = till.store.sales.commit(build)
    head = till.store.journal.head()
    again = till.store.sales.commit(build)
    assert again == once
    assert till.store.journal.head() == head
    assert till.sell(100).receipt_number == "A03-1-000002"
    assert len(till.store.prints.pending()) == 2


def test_a_refused_build_changes_nothing(till):
    def build(_number):
        raise Refused("pay.not_settled")

    with pytest.raises(Refused):
        till.store.sales.commit(build)
    assert till.store.journal.head()[1] == 0
    assert till.sell().receipt_number == "A03-1-000001"


def test_a_till_that_is_not_enrolled_sells_nothing(tmp_path):
    till = Till(tmp_path, enrolled=False)
    with pytest.raises(Refused, match=r"till.not_enrolled"):
        till.store.sales.commit(till.cash_sale(100))
    with pytest.raises(Refused, match=r"till.not_enrolled"):
        till.store.outbox.append(till.audit())
    till.store.close()


def test_a_sale_ends_its_draft_and_settles_its_attempts(till):
    sale_id = till.ids.new()
    till.store.drafts.save(sale_id, b"basket")
    attempt = Attempt(id="t-1", sale_id=sale_id, kind=AttemptKind.EXTERNAL, amount=100)
    till.store.attempts.put(attempt)
    till.store.attempts.update("t-1", AttemptState.AUTHORISED, reference="ref-1")
    till.sell(100, sale_id=sale_id)
    assert till.store.drafts.load() is None
    assert till.store.attempts.get("t-1").state is AttemptState.SETTLED
    assert till.store.attempts.open() == ()


def test_last_and_recent_sales_come_newest_first(till):
    assert till.store.sales.last() is None
    sales = [till.sell(amount) for amount in (100, 200, 300)]
    assert till.store.sales.last().sale == sales[2]
    assert [each.sale.net for each in till.store.sales.recent(2)] == [300, 200]
    assert [each.sale.net for each in till.store.sales.each()] == [100, 200, 300]


def test_totals_add_up_what_was_sold_and_given_back(till):
    till.open_shift()
    mixed = till.store.sales.commit(till.mixed_sale())
    till.sell(1_000)
    till.refund(mixed, {1: 1_000})
    till.top_up(10_000)
    totals = till.store.sales.totals()
    assert (totals.baskets, totals.lines, totals.list, totals.net) == (2, 3, 31_000, 26_000)
    assert (totals.member_reduction, totals.retailer_coupon) == (3_000, 2_000)
    assert dict(totals.tenders) == {"cash": 5_000, "points": 1_000, "stored_value": 20_000}
    assert (totals.refunds, totals.top_ups, totals.top_up_principal) == (1, 1, 10_000)


def test_returned_quantities_add_up_and_never_pass_what_was_sold(till):
    sale = till.sell(1_000, 2_000)
    till.refund(sale, {1: 400})
    late = till.refund_of(sale, {1: 600})
    till.refund(sale, {1: 600})
    assert till.store.sales.by_receipt(sale.receipt_number).returned == {1: 1_000}
    head = till.store.journal.head()
    with pytest.raises(Refused, match=r"refund.more_than_sold"):
        till.store.sales.commit_refund(late)
    assert till.store.journal.head() == head


def test_a_refund_of_a_sale_made_elsewhere_is_held_to_what_was_sold_there(till, tmp_path):
    other = Till(tmp_path / "other")
    sale = other.sell(1_000)
    other.store.close()
    till.store.sales.commit_refund(till.refund_of(sale, {1: 700}, local=False))
    over = till.refund_of(sale, {1: 300}, local=False)
    till.store.sales.commit_refund(till.refund_of(sale, {1: 300}, local=False))
    with pytest.raises(Refused, match=r"refund.more_than_sold"):
        till.store.sales.commit_refund(over)


def test_the_same_refund_and_top_up_again_change_nothing(till):
    sale = till.sell(1_000)
    build = till.refund_of(sale, {1: 1_000}, till.ids.new())
    once = till.store.sales.commit_refund(build)
    top_up_id = till.ids.new()
    topped = till.top_up(5_000, top_up_id)
    head = till.store.journal.head()
    assert till.store.sales.commit_refund(build) == once
    assert till.top_up(5_000, top_up_id) == topped
    assert till.store.journal.head() == head
    assert till.store.sales.refund_by_receipt(once.receipt_number) == once
    assert till.store.sales.refund_by_receipt("none") is None


def test_a_new_incarnation_counts_its_own_receipts(till):
    till.sell(100)
    till.store.identity.set_incarnation(2)
    assert till.sell(100).receipt_number == "A03-2-000001"
    assert till.store.journal.head()[:2] == (2, 1)
    assert till.store.journal.verify().holds


@settings(max_examples=12)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=8))
def test_committing_in_any_order_and_number_of_times_keeps_one_of_each(tmp_path_factory, order):
    till = Till(tmp_path_factory.mktemp("till"))
    builds = [till.cash_sale(100 * (n + 1)) for n in range(4)]
    for n in order:
        till.store.sales.commit(builds[n])
    report = till.store.journal.verify()
    assert report.holds
    assert report.entries == len(set(order))
    assert till.store.sales.totals().net == sum(100 * (n + 1) for n in set(order))
    till.store.close()
