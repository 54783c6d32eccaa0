"""Held sales between two real tills and the real central: one till has an order, nobody twice."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.errors import OutcomeUnknown, PosError, Refused, Unavailable
from posapp.wire.held import RECALLED_HERE, Whereabouts
from posapp.wire.sync import ItemOutcome
from posapp.workflows.held_sales import HeldSales
from tests.workflows.site import enrolled_till, running, seeded_folder


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("park")
    seeded = seeded_folder(folder / "blank")
    with running(folder / "blank", seeded, folder / "central") as site:
        yield site


@pytest.fixture(scope="module")
def tills(site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tills")
    with (
        enrolled_till(site, folder / "a03", "A03") as here,
        enrolled_till(site, folder / "a04", "A04") as there,
    ):
        for till in (here, there):
            till.pull()
            staff = till.counter.signing_in.sign_in("1024", "135790")
            till.counter.shifts.open(50_000, staff)
        yield here, there


class Held:
    """The held sales of one till, with a line that can be cut and answers that can be lost."""

    def __init__(self, till):
        self.till, self.counter = till, till.counter
        self.counter.link["online"] = True
        self.api = LossyLine(self.counter.central)
        parts = (self.counter.store, self.api, self.counter.desk, self.counter.paper)
        self.held = HeldSales(self.counter.selling, *parts)
        self.staff = till.counter.store.staff.by_number("1024")
        self.shift = self.counter.shifts.current()
        for each in (*self.counter.store.drafts.parked(), *self.counter.store.drafts.asked()):
            self.counter.store.drafts.forget(each.id)
        self.counter.store.drafts.clear()

    def fresh(self):
        return self.counter.selling.new_draft()

    def hold(self, label="散客"):
        draft = self.fresh()
        product = self.counter.cache.product_by_code("A")
        basket, _ = carts.add(draft.cart, product)
        draft = replace(draft, cart=basket)
        self.held.hold(draft, label, self.staff, self.shift)
        return draft

    def look(self):
        return self.held.look()

    def recall(self, held_id):
        claimed = self.held.claim(held_id, self.fresh())
        return claimed, self.held.adopt(claimed, self.fresh(), self.staff, self.shift)

    def sell(self, draft):
        basket = self.counter.selling.price(draft.cart)
        payment = payments.start(draft.sale_id, basket, "CNY")
        payment = self.counter.paying.take_cash(payment, payment.remaining)
        return self.counter.paying.complete(payment, self.staff, self.shift, None)

    def go_away(self):
        self.counter.link["online"] = False

    def come_back(self):
        self.counter.link["online"] = True


class LossyLine:
    """Passes on what is asked; with `loses` central does it and the answer is lost."""

    def __init__(self, central):
        self._central = central
        self.loses = False
        self.is_cut = False

    def __getattr__(self, name):
        def ask(request):
            if self.is_cut:
                raise Unavailable("central.unreachable")
            reply = getattr(self._central, name)(request)
            if self.loses:
                raise OutcomeUnknown("central.no_answer")
            return reply

        return ask


@pytest.fixture
def both(tills, site):
    """Nothing waits anywhere."""
    with site.central.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM held_order")
    return tuple(Held(till) for till in tills)


@pytest.fixture
def here(both):
    return both[0]


@pytest.fixture
def there(both):
    return both[1]


def refusal(act, *args):
    with pytest.raises(Refused) as refused:
        act(*args)
    return refused.value


def test_an_order_held_here_is_sold_there_under_its_own_id(here, there):
    draft = here.hold("王*芳")
    here.look()
    (seen,) = there.look().waiting
    assert (seen.label, seen.amount, seen.till) == ("王*芳", 20_000, "A03")
    claimed, taken = there.recall(seen.id)
    assert not claimed.alone
    assert taken == draft
    assert there.counter.store.drafts.asked() == ()
    told = refusal(here.recall, seen.id)
    assert (told.key, told.params["till"]) == ("hold.taken_elsewhere", "A04")
    assert here.held.waiting() == ()


def test_held_where_it_was_taken_elsewhere_it_goes_from_the_list_and_is_told(here, there):
    here.hold("李*")
    here.look()
    there.recall(there.look().waiting[0].id)
    view = here.look()
    assert view.waiting == ()
    assert [(gone.label, gone.till) for gone in view.gone] == [("李*", "A04")]
    assert here.look().gone == ()


def test_two_tills_that_recall_at_once_have_one_winner(here, there):
    for _ in range(3):
        here.hold()
        here.look()
        held_id = there.look().waiting[0].id

        def claim(till, held_id=held_id):
            try:
                return till.held.claim(held_id, till.fresh())
            except PosError as error:
                return error

        with ThreadPoolExecutor(2) as threads:
            outcomes = list(threads.map(claim, (here, there)))
        lost = [each for each in outcomes if isinstance(each, PosError)]
        assert [each.key for each in lost] == ["hold.taken_elsewhere"]
        winner = there if isinstance(outcomes[0], PosError) else here
        won = next(each for each in outcomes if not isinstance(each, PosError))
        winner.held.adopt(won, winner.fresh(), winner.staff, winner.shift)
        here.look(), there.look()
        assert (here.held.waiting(), there.held.waiting()) == ((), ())


def test_an_answer_that_was_lost_is_asked_for_again_also_after_a_restart(here, there):
    draft = here.hold()
    here.look()
    (seen,) = there.look().waiting
    there.api.loses = True
    with pytest.raises(OutcomeUnknown):
        there.held.claim(seen.id, there.fresh())
    again = replace_held(there)
    assert [each.id for each in again.held.waiting()] == [seen.id]
    assert [each.id for each in again.look().waiting] == [seen.id]
    assert again.recall(seen.id)[1] == draft
    assert again.held.waiting() == ()


def replace_held(till):
    """The same till after its program ended."""
    parts = (till.counter.store, till.counter.central, till.counter.desk, till.counter.paper)
    till.held = HeldSales(till.counter.selling, *parts)
    return till


def test_offline_only_this_tills_orders_come_back(here, there):
    here.hold("甲")
    here.look()
    there.hold("乙")
    there.look()
    assert {each.label for each in here.look().waiting} == {"甲", "乙"}
    other = next(each for each in here.held.waiting() if each.label == "乙")
    here.go_away()
    assert [each.label for each in here.held.waiting()] == ["甲"]
    assert refusal(here.recall, other.id).key == "hold.needs_central"


def test_held_and_recalled_offline_nothing_is_told_to_anybody(here):
    here.go_away()
    draft = here.hold()
    before = len(here.counter.facts())
    claimed, taken = here.recall(here.held.waiting()[0].id)
    assert not claimed.alone
    assert taken == draft
    assert len(here.counter.facts()) == before


def test_recalled_alone_it_is_a_sale_of_its_own_and_central_learns_whose_it_is(here, there):
    draft = here.hold()
    here.look()
    (seen,) = there.look().waiting
    here.go_away()
    claimed, taken = here.recall(seen.id)
    assert claimed.alone
    assert taken.cart == draft.cart
    assert taken.sale_id != draft.sale_id
    assert taken.held_id == seen.id
    here.come_back()
    assert set(here.till.push()) == {ItemOutcome.APPLIED}
    assert refusal(there.recall, seen.id).params["till"] == "A03"
    assert here.held.settle(taken).where is Whereabouts.WAITING


def test_taken_there_while_this_till_was_alone_is_told_before_it_is_paid(here, there):
    here.hold()
    here.look()
    held_id = there.look().waiting[0].id
    here.go_away()
    taken = here.recall(held_id)[1]
    there.sell(there.recall(held_id)[1])
    here.come_back()
    told = here.held.settle(taken)
    assert (told.where, told.till) == (Whereabouts.TAKEN, "A04")


def test_sold_at_both_because_nobody_could_know_both_sales_stand_and_a_person_is_told(
    here, there, site
):
    here.hold()
    here.look()
    held_id = there.look().waiting[0].id
    here.go_away()
    sold_here = here.sell(here.recall(held_id)[1])
    sold_there = there.sell(there.recall(held_id)[1])
    here.come_back()
    assert set(here.till.push()) == {ItemOutcome.APPLIED}
    assert set(there.till.push()) == {ItemOutcome.APPLIED}
    assert sold_here.sale.id != sold_there.sale.id
    with site.central.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT kind, detail FROM open_case").fetchall()
    assert any(kind == "held.taken_twice" and held_id in detail for kind, detail in rows)


def test_without_an_answer_an_own_order_comes_back_alone(here):
    here.hold()
    here.look()
    here.api.loses = True
    claimed, taken = here.recall(here.held.waiting()[0].id)
    assert claimed.alone
    assert taken.held_id
    audits = [each.data for each in here.counter.facts("AuditData")]
    assert audits[-1].action == RECALLED_HERE
    here.api.loses = False
    assert here.held.settle(taken).where is Whereabouts.WAITING


def test_what_never_left_the_till_is_not_marked_as_sent(here):
    here.api.is_cut = True
    here.hold()
    assert [each.sent for each in here.look().waiting] == [False]
    here.api.is_cut = False
    assert [each.sent for each in here.look().waiting] == [True]


def test_an_order_in_work_is_never_thrown_away(here):
    here.hold()
    held_id = here.held.waiting()[0].id
    busy = here.hold()
    assert refusal(here.held.claim, held_id, busy).key == "hold.order_in_work"
    claimed = here.held.claim(held_id, here.fresh())
    late = refusal(here.held.adopt, claimed, busy, here.staff, here.shift)
    assert late.key == "hold.order_in_work"
    assert held_id in {each.id for each in here.held.waiting()}
    assert here.recall(held_id)[1].cart.lines


def test_an_order_with_an_unfinished_payment_is_not_held(here):
    draft = here.hold()
    here.recall(here.held.waiting()[0].id)
    basket = here.counter.selling.price(draft.cart)
    payment = payments.start(draft.sale_id, basket, "CNY")
    paying = here.counter.paying
    paying.charge(payment, paying.new_tender_id(), payment.remaining, "card")
    told = refusal(here.held.hold, draft, "", here.staff, here.shift)
    assert told.key == "hold.payment_open"


def test_a_slip_is_printed_where_the_shop_wants_one(here):
    here.counter.desk.use(replace(here.counter.desk.settings, print_hold_slips=True))
    here.hold("王*芳")
    here.counter.desk.use(replace(here.counter.desk.settings, print_hold_slips=False))
    job = here.counter.store.prints.last("hold")
    (waiting,) = here.held.waiting()
    assert job.receipt_number == waiting.id
    assert any(waiting.id.upper() in str(block) for block in job.document.blocks)


def test_the_slip_of_another_tills_order_is_enough_to_take_it(here, there):
    draft = there.hold()
    there.look()
    (waiting,) = there.held.waiting()
    assert here.recall(waiting.id)[1] == draft
