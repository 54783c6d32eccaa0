"""An acquirer's bill: read whole or refused, imported once, every difference a case."""

from __future__ import annotations

import base64

import msgspec
import pytest
from msgspec.structs import replace

from posapp.central.gateway.bill import Kind, Layout, read_bill
from posapp.central.gateway.bill_book import BillFile, bills, import_bill
from posapp.central.quarantine import Act
from posapp.central.report_shapes import AcquirerCounted, ZShown
from posapp.central.tables.gateway import pay_bill, pay_difference
from posapp.central.tables.inbox import case
from posapp.central.tables.ledger import posting
from posapp.central.tables.tenders import recorded_payment
from posapp.domain.charges import Stage, merchant_number
from posapp.domain.refund import external_attempt_id
from posapp.domain.sale import Tender, TenderKind
from posapp.errors import Refused
from posapp.wire.bills import BillGiven, BillsAsked, BillsListed, BillTaken
from posapp.wire.facts import SaleData
from tests.central.goods import A, cart, sale
from tests.central.test_case_desk import PIN, person
from tests.central.test_counter_facts import close, open_shift
from tests.central.test_gateway import LOST, Shop
from tests.central.tills import refusal

WECHAT_HEAD = (
    "交易时间,公众账号ID,商户号,微信订单号,商户订单号,交易类型,交易状态,货币种类,"
    "应结订单金额,微信退款单号,商户退款单号,退款金额"
)
ALIPAY_HEAD = (
    "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,订单金额（元）,"
    "商家实收（元）,退款批次号/请求号"
)
DAY = "2026-11-21"


def wechat(*rows, told=None, day=DAY):
    """A file as WeChat writes it: (state, number, refund number, amount in yuan)."""
    lines = [WECHAT_HEAD]
    for state, number, refund, amount in rows:
        back = amount if state == "REFUND" else "0.00"
        paid = "0.00" if state == "REFUND" else amount
        cells = (
            f"{day} 12:00:01,wx1,1900,4200{number[-6:]},{number},MICROPAY,{state},CNY,"
            f"{paid},0,{refund},{back}"
        )
        lines.append(",".join(f"`{cell}" for cell in cells.split(",")))
    count = len(rows) if told is None else told
    lines += ["总交易单数,应结订单总金额,退款总金额", f"`{count},`0.00,`0.00"]
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode()


def alipay(*rows):
    lines = ["#支付宝业务明细查询", "#账号：[2088]", ALIPAY_HEAD]
    for kind, number, refund, amount in rows:
        lines.append(
            f"2026112122001\t,{number}\t,{kind},乐园门票,{DAY} 12:00:00,{DAY} 12:00:01,"
            f"{amount},{amount},{refund}"
        )
    paid = sum(row[0] == "交易" for row in rows)
    lines += [
        "#-----------------业务明细列表结束------------",
        f"#交易合计：{paid}笔，商家实收共0.00元",
        f"#退款合计：{len(rows) - paid}笔，商家实收退款共0.00元",
    ]
    return "\r\n".join(lines).encode("gb18030")


class TestReading:
    def test_a_wechat_bill(self):
        bill = read_bill(
            wechat(("SUCCESS", "n1", "", "50.00"), ("REFUND", "n1", "r1", "0.5")), Layout.WECHAT
        )
        assert bill.day == DAY
        told = [(row.kind, row.number, row.amount) for row in bill.rows]
        assert told == [(Kind.PAID, "n1", 5_000), (Kind.REFUND, "r1", 50)]

    def test_an_alipay_bill_in_its_own_encoding(self):
        bill = read_bill(
            alipay(("交易", "n1", "", "50.00"), ("退款", "n1", "r1", "-20.00")), Layout.ALIPAY
        )
        told = [(row.kind, row.number, row.amount) for row in bill.rows]
        assert told == [(Kind.PAID, "n1", 5_000), (Kind.REFUND, "r1", 2_000)]

    def test_wherever_a_file_is_cut_off_it_is_refused(self):
        rows = [("SUCCESS", f"number{n}", "", "1.00") for n in range(4)]
        whole = wechat(*rows)
        assert len(read_bill(whole, Layout.WECHAT).rows) == 4
        end = whole.index("总交易单数".encode())
        for size in range(20, end + 20, 7):
            with pytest.raises(Refused) as refusal:
                read_bill(whole[:size], Layout.WECHAT)
            assert refusal.value.key.startswith("bill.")

    def test_an_alipay_file_without_its_end_is_refused(self):
        whole = alipay(("交易", "n1", "", "50.00"))
        with pytest.raises(Refused) as refusal:
            read_bill(whole[: whole.index("#退款合计".encode("gb18030"))], Layout.ALIPAY)
        assert refusal.value.key == "bill.cut_off"

    @pytest.mark.parametrize(
        ("data", "key"),
        [
            (wechat(("SUCCESS", "n1", "", "1.00"), told=2), "bill.cut_off"),
            (wechat(("SUCCESS", "n1", "", "1.005")), "bill.row_not_understood"),
            (wechat(("SUCCESS", "n1", "", "ten")), "bill.row_not_understood"),
            (wechat(("NEWSTATE", "n1", "", "1.00")), "bill.row_not_understood"),
            (wechat(("SUCCESS", "n1", "", "1.00"), day="21.11.2026"), "bill.row_not_understood"),
            (wechat(*[("SUCCESS", "n1", "", "1.00")] * 2), "bill.number_twice"),
            (wechat(), "bill.day_needed"),
            (b"", "bill.heading_missing"),
            ("姓名,电话\n王,1\n总交易单数\n1".encode(), "bill.heading_missing"),
            (b"\xff\xfe\x00\x81", "bill.not_text"),
            (b"x" * (5 * 1024 * 1024 + 1), "bill.too_large"),
        ],
    )
    def test_what_is_no_bill_says_why(self, data, key):
        with pytest.raises(Refused) as refusal:
            read_bill(data, Layout.WECHAT)
        assert refusal.value.key == key

    def test_two_days_in_one_file_are_refused(self):
        both = wechat(("SUCCESS", "n1", "", "1.00"), ("SUCCESS", "n2", "", "1.00"))
        first, _, second = both.rpartition(b"2026-11-21")
        with pytest.raises(Refused) as refusal:
            read_bill(first + b"2026-11-22" + second, Layout.WECHAT)
        assert refusal.value.key == "bill.several_days"

    def test_a_day_without_a_payment_names_its_day(self):
        assert read_bill(wechat(), Layout.WECHAT, "2026-11-21").rows == ()


class Books(Shop):
    """A shop whose charges are sold, but for those that a test leaves out."""

    def paid(self, amount=5_000, *, code=None, sell=True):
        told = self.charge(code, amount) if code else self.charge(amount=amount, code=self.fresh())
        if sell:
            self.sell(told.attempt_id, amount)
        return told.attempt_id

    _next = 0

    def fresh(self):
        self._next += 1
        return f"13451234567890{self._next:02d}00"

    def sell(self, tender_id, amount):
        tender = Tender(id=tender_id, kind=TenderKind.EXTERNAL, amount=amount, channel="wechat")
        goods = cart(A)
        rest = Tender(
            id=self.till.ids.new(),
            kind=TenderKind.CASH,
            amount=20_000 - amount,
            tendered=20_000 - amount,
        )
        data = SaleData(sale=sale(self.till.ids, goods, tender, rest))
        assert self.till.tell(data) == ["applied"]

    def take(self, data, layout=Layout.WECHAT, day=""):
        file = BillFile(acquirer="sim", layout=layout, name="bill.csv", data=data, day=day)
        tenant = self.tenant
        return import_bill(self.central, tenant, file, Act(who="周店长", note="对账"))

    @property
    def tenant(self):
        from posapp.central.seeding import only_tenant

        return only_tenant(self.central)

    @property
    def day(self):
        from datetime import datetime

        now = datetime.fromtimestamp(self.clock.wall_ms() / 1000, self.tenant.zone)
        return now.date().isoformat()

    def file(self, *rows):
        return wechat(*rows, day=self.day)


@pytest.fixture
def books(park):
    made = Books(park)
    yield made
    made.till.site.client.close()


def row(attempt_id, amount="50.00", state="SUCCESS", refund=""):
    return (state, merchant_number(attempt_id), merchant_number(refund), amount)


def test_a_day_that_agrees_has_no_case(books):
    one, two = books.paid(), books.paid(3_000)
    told = books.take(books.file(row(one), row(two, "30.00")))
    assert (told.rows, told.matched, told.differences) == (2, 2, ())
    assert books.rows(case) == []


def test_every_way_to_differ_is_found_and_is_a_case(books):
    agreed = books.paid()
    dearer = books.paid()
    unsold = books.paid(sell=False)
    missing = books.paid(4_000)
    undone = books.paid(sell=False)
    books.reverse(undone)
    lost = books.charge(LOST).attempt_id
    refunded = books.paid()
    refund_id = external_attempt_id(books.till.ids.new(), refunded)
    data = books.file(
        row(agreed),
        row(dearer, "51.00"),
        row(unsold),
        row(undone),
        row(lost),
        row(refunded),
        row(refunded, "20.00", "REFUND", refund_id),
        ("SUCCESS", "of-nobody", "", "1.00"),
    )
    told = books.take(data)
    found = {(each.finding, each.number): (each.here, each.there) for each in told.differences}
    assert found == {
        ("amount_differs", merchant_number(dearer)): (5_000, 5_100),
        ("no_sale", merchant_number(unsold)): (5_000, 5_000),
        ("paid_there", merchant_number(undone)): (0, 5_000),
        ("paid_there", merchant_number(lost)): (0, 5_000),
        ("paid_there", "of-nobody"): (0, 100),
        ("refunded_there", merchant_number(refund_id)): (0, 2_000),
        ("missing_there", merchant_number(missing)): (4_000, 0),
    }
    assert (told.rows, told.matched) == (8, 2)
    kinds = sorted(each.kind for each in books.rows(case))
    assert kinds == sorted(f"bill.{each.finding}" for each in told.differences)
    assert all(each.open for each in told.differences)


def test_a_refund_that_both_know_agrees(books):
    paid = books.paid()
    refund_id = books.till.ids.new()
    assert books.refund(paid, 2_000, refund_id).state is Stage.PAID
    back = external_attempt_id(refund_id, paid)
    told = books.take(books.file(row(paid), row(paid, "20.00", "REFUND", back)))
    assert told.differences == ()


def test_a_z_stands_beside_what_its_acquirer_says(books):
    shift = open_shift(books.park, 0, books.day)
    paid, other = books.paid(), books.paid(3_000)
    assert books.refund(paid, 2_000, books.till.ids.new()).state is Stage.PAID
    books.charge(LOST, 700)
    z = close(books.park, shift, 0)
    before = books.till.get(f"/v1/reports/z/{shift.id}", ZShown)
    counted = AcquirerCounted(
        acquirer="sim",
        charges=2,
        taken=8_000,
        refunds=1,
        given_back=2_000,
        unclear=1,
        billed=0,
    )
    assert (before.acquirers, before.bills) == ((counted,), ())
    told = books.take(books.file(row(paid), row(other, "30.00")))
    after = books.till.get(f"/v1/reports/z/{shift.id}", ZShown)
    assert after.acquirers == (replace(counted, billed=2),)
    assert after.bills == (told,)
    assert (after.z, after.rows, after.holds) == (z, before.rows, True)


def test_the_same_file_again_and_another_of_the_same_day_are_recognised(books):
    paid = books.paid()
    data = books.file(row(paid))
    books.take(data)
    for again, key in ((data, "bill.imported_already"), (data + b"\r\n", "bill.day_imported")):
        with pytest.raises(Refused) as refusal:
            books.take(again)
        assert (refusal.value.key, refusal.value.params) == (key, {"day": books.day})
    assert len(books.rows(pay_bill)) == 1


def test_a_file_that_is_cut_off_leaves_nothing_behind(books):
    paid = books.paid()
    data = books.file(row(paid), ("SUCCESS", "of-nobody", "", "1.00"))
    with pytest.raises(Refused):
        books.take(data[: data.index("总交易单数".encode())])
    for table in (pay_bill, pay_difference, case):
        assert books.rows(table) == []
    assert len(books.take(data).differences) == 1


def test_of_an_acquirer_that_nobody_set_up_there_is_no_bill(books):
    file = BillFile(acquirer="other", layout=Layout.WECHAT, name="b.csv", data=wechat())
    with pytest.raises(Refused) as refusal:
        import_bill(books.central, books.tenant, file, Act(who="周店长", note="对账"))
    assert refusal.value.key == "gateway.not_set_up"


def test_a_manager_hands_one_in_at_a_till_with_her_pin(books):
    staff_id = person(books.park)
    paid = books.paid()
    given = BillGiven(
        staff_id=staff_id,
        pin=PIN,
        acquirer="sim",
        layout="wechat",
        file_name="bill.csv",
        content=base64.b64encode(books.file(row(paid, "51.00"))).decode(),
    )
    wrong = msgspec.structs.replace(given, pin="000000")
    assert refusal(books.till.ask, "/v1/desk/bill", wrong, BillTaken).key == "sign_in.wrong_pin"
    nonsense = msgspec.structs.replace(given, content="?")
    told = refusal(books.till.ask, "/v1/desk/bill", nonsense, BillTaken)
    assert told.key == "wire.not_understood"
    taken = books.till.ask("/v1/desk/bill", given, BillTaken).bill
    assert [each.finding for each in taken.differences] == ["amount_differs"]
    assert taken.who == "周店长 (9001)"
    listed = books.till.ask("/v1/desk/bills", BillsAsked(staff_id=staff_id), BillsListed)
    assert (listed.bills, listed.acquirers) == ((taken,), ("sim",))
    stranger = BillsAsked(staff_id=books.till.ids.new())
    told = refusal(books.till.ask, "/v1/desk/bills", stranger, BillsListed)
    assert told.key == "case_work.not_allowed"


def test_the_bills_that_stand_are_listed_and_a_closed_case_shows(books):
    from posapp.central.quarantine import close_case

    told = books.take(books.file(("SUCCESS", "of-nobody", "", "1.00")))
    (difference,) = told.differences
    close_case(books.central, books.tenant, difference.case_id, Act(who="周店长", note="测试单"))
    with books.central.database.read() as connection:
        (shown,) = bills(connection, books.tenant.id)
    assert (shown.day, shown.who, shown.file_name) == (books.day, "周店长", "bill.csv")
    assert [each.open for each in shown.differences] == [False]


class TestTakenElsewhere:
    """A payment that a till recorded under its number is found in the bill by itself."""

    def record(self, books, reference, amount=5_000, taken_by="stand"):
        tenders = (
            Tender(
                id=books.till.ids.new(),
                kind=TenderKind.RECORDED,
                amount=amount,
                channel=taken_by,
                reference=reference,
            ),
            Tender(
                id=books.till.ids.new(),
                kind=TenderKind.CASH,
                amount=20_000 - amount,
                tendered=20_000 - amount,
            ),
        )
        data = SaleData(sale=sale(books.till.ids, cart(A), *tenders))
        assert books.till.tell(data) == ["applied"]

    def states(self, books):
        return [(row.reference, row.state, row.who) for row in books.rows(recorded_payment)]

    @pytest.mark.parametrize("reference", ["STAND000777", "4200000777"])
    def test_by_the_order_number_or_the_acquirers_own(self, books, reference):
        self.record(books, reference)
        told = books.take(books.file(("SUCCESS", "STAND000777", "", "50.00")))
        assert (told.matched, told.differences) == (1, ())
        assert self.states(books) == [(reference, "seen", "周店长")]
        assert books.rows(case) == []

    def test_what_is_found_moves_to_the_acquirers_account(self, books):
        self.record(books, "STAND000777")
        books.take(books.file(("SUCCESS", "STAND000777", "", "50.00")))
        kinds = [row.kind for row in books.rows(posting)]
        assert kinds.count("recorded_seen") == 1

    @pytest.mark.parametrize(
        ("amount", "taken_by", "state"),
        [(4_000, "stand", "SUCCESS"), (5_000, "voucher", "SUCCESS"), (5_000, "stand", "REFUND")],
    )
    def test_another_amount_another_kind_or_a_voucher_is_for_a_person(
        self, books, amount, taken_by, state
    ):
        self.record(books, "STAND000777", amount, taken_by)
        told = books.take(books.file((state, "STAND000777", "r1", "50.00")))
        assert len(told.differences) == 1
        assert [row[1] for row in self.states(books)] == ["open"]

    def test_two_of_one_number_are_for_a_person(self, books):
        for _ in range(2):
            self.record(books, "STAND000777")
        told = books.take(books.file(("SUCCESS", "STAND000777", "", "50.00")))
        assert len(told.differences) == 1
        assert [row[1] for row in self.states(books)] == ["open", "open"]
