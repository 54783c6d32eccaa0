"""A real till store in a temporary folder, and facts to put into it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from posapp.clock import Ids, ManualClock
from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import Cart, CartMember
from posapp.domain.catalog import Product
from posapp.domain.ids import (
    CategoryId,
    LotId,
    MemberId,
    ProductId,
    RefundId,
    SaleId,
    ShiftId,
    StaffId,
    TenderId,
)
from posapp.domain.offers import Offer, OfferPrices
from posapp.domain.payment import Balances
from posapp.domain.points import PointRules
from posapp.domain.pricing import Stage, price
from posapp.domain.receipt import ItemRow, Pair, Receipt, ReceiptKind, Text
from posapp.domain.refund import Refund, quote
from posapp.domain.sale import PointSlice, Sale, ValueSlice
from posapp.domain.shift import CashMove, CashMoveKind, Shift, ZReport, z_report
from posapp.offline.entries import (
    Entry,
    PrintRequest,
    RefundCommit,
    SaleCommit,
    ShiftCommit,
    TopUpCommit,
)
from posapp.offline.identity import Enrolment
from posapp.offline.keys import TillKeys
from posapp.offline.till_store import TillStore
from posapp.wire.facts import (
    Actor,
    AuditData,
    CashMoveData,
    Fact,
    FactData,
    FactHead,
    RefundData,
    SaleData,
    ShiftCloseData,
    ShiftOpenData,
    TopUpData,
)

if TYPE_CHECKING:
    from posapp.wire.sync import Attachment

KEYS = TillKeys(
    till_db=b"\x01" * 32,
    cache_db=b"\x02" * 32,
    black_box=b"\x03" * 32,
    device_private=b"\x04" * 32,
)
RULES = PointRules()
OFFERS = (
    Offer(
        code="gold", version=3, label="金卡", stage=Stage.MEMBER, basis_points=1_000, tier="gold"
    ),
    Offer(code="C20", version=1, label="减 20", stage=Stage.COUPON, amount=2_000, coupon=True),
)
ENROLMENT = Enrolment(
    tenant_id="tenant-1",
    tenant_name="示例乐园",
    shop_id="shop-1",
    shop_name="东门店",
    terminal_id="terminal-1",
    terminal_code="A03",
    terminal_label="3 号机",
    incarnation=1,
    currency="CNY",
    time_zone="Asia/Shanghai",
    seal_key="",
    epoch="epoch-1",
)
CUSTOMER = "欧阳娜娜"
SMALL_BALLAST = 64 * 1024


@dataclass
class Till:
    """A store with the clock and ids that its facts are made by."""

    folder: Path
    clock: ManualClock = field(default_factory=ManualClock)
    keys: TillKeys = KEYS
    enrolled: bool = True

    def __post_init__(self) -> None:
        self.ids = Ids(self.clock)
        self.shift: Shift | None = None
        self.open()

    def open(self) -> TillStore:
        self.store = TillStore.open(self.folder, self.keys, self.clock, ballast_bytes=SMALL_BALLAST)
        if self.enrolled and self.store.identity.enrolment() is None:
            self.store.identity.save(ENROLMENT)
        return self.store

    def reopen(self) -> TillStore:
        self.store.close()
        return self.open()

    def entry(self, data: FactData, attachments: tuple[Attachment, ...] = ()) -> Entry:
        self.clock.advance_ms(1_000)
        head = FactHead(
            event_id=self.ids.new(),
            tenant_id="tenant-1",
            shop_id="shop-1",
            terminal_id="terminal-1",
            incarnation=1,
            at_ms=self.clock.wall_ms(),
            business_date="2026-11-22",
            shift_id=self.shift.id if self.shift else None,
            actor=Actor(kind="staff", id="staff-1", name="王芳"),
            currency="CNY",
        )
        return Entry(fact=Fact(head=head, data=data), attachments=attachments)

    def audit(self, action: str = "sign_in") -> Entry:
        return self.entry(AuditData(action=action, subject=CUSTOMER))

    def open_shift(self, float_amount: int = 20_000) -> Shift:
        shift = Shift(
            id=ShiftId(self.ids.new()),
            staff_id=StaffId("staff-1"),
            staff_name="王芳",
            business_date="2026-11-22",
            opened_ms=self.clock.wall_ms(),
            float_amount=float_amount,
        )
        self.shift = shift
        return self.store.shifts.open(shift, self.entry(ShiftOpenData(shift=shift)))

    def move_cash(self, kind: CashMoveKind, amount: int) -> CashMove:
        move = CashMove(id=self.ids.new(), kind=kind, amount=amount, reason="零钱")
        return self.store.shifts.move(move, self.entry(CashMoveData(move=move)))

    def sell(self, *amounts: int, sale_id: str = "", paper: bool = True) -> Sale:
        """A sale in cash of one line for each amount."""
        return self.store.sales.commit(self.cash_sale(*amounts, sale_id=sale_id, paper=paper))

    def cash_sale(self, *amounts: int, sale_id: str = "", paper: bool = True):
        basket = _basket(*(amounts or (1_200,)))
        priced = price(basket, [])
        payment = payments.start(SaleId(sale_id or self.ids.new()), priced, "CNY")
        payment = payments.add_cash(payment, TenderId(self.ids.new()), priced.net)
        return self.commit_of(payment, paper=paper)

    def mixed_sale(self, sale_id: str = ""):
        """The worked example: 1,000 points, 200.00 of stored value, 40.00 in cash, 12.50 by card."""
        member = CartMember(member_id=MemberId("m-1"), number="M0038127", tier="gold")
        basket = carts.lay_coupon(_basket(20_000, 10_000, member=member), "C20")
        priced = price(basket, [OfferPrices(stage, OFFERS) for stage in Stage])
        payment = payments.start(SaleId(sale_id or self.ids.new()), priced, "CNY")
        points = payments.point_tender(
            TenderId(self.ids.new()), (PointSlice(lot_id=LotId("pl-1"), points=1_000),), RULES
        )
        value = payments.value_tender(
            TenderId(self.ids.new()),
            (ValueSlice(lot_id=LotId("vl-1"), principal=17_391, bonus=2_609),),
        )
        payment = payments.add(payment, points, Balances())
        payment = payments.add(payment, value, Balances())
        payment = payments.add_cash(payment, TenderId(self.ids.new()), 5_000)
        return self.commit_of(payment)

    def commit_of(self, payment, *, paper: bool = True):
        entry_ids: dict[str, Entry] = {}

        def build(receipt_number: str) -> SaleCommit:
            sale = payments.to_sale(payment, receipt_number, RULES)
            entry = entry_ids.setdefault(receipt_number, self.entry(SaleData(sale=sale)))
            prints = (self.paper(receipt_number),) if paper else ()
            return SaleCommit(sale=sale, entries=(entry,), prints=prints)

        return build

    def paper(self, number: str, kind: ReceiptKind = ReceiptKind.SALE) -> PrintRequest:
        blocks = (
            Text(text=CUSTOMER),
            ItemRow(name="矿泉水", measure="2 × 6.00", amount="12.00"),
            Pair(left="合计", right="12.00"),
        )
        document = Receipt(kind=kind, number=number, blocks=blocks, open_drawer=True)
        return PrintRequest(kind=kind.value, document=document, open_drawer=True)

    def refund(self, sale: Sale, wanted: dict[int, int], refund_id: str = "") -> Refund:
        return self.store.sales.commit_refund(self.refund_of(sale, wanted, refund_id))

    def refund_of(self, sale: Sale, wanted: dict[int, int], refund_id: str = "", *, local=True):
        before = self.store.sales.returned(sale.id)
        found = quote(sale, before, wanted)
        made_id = RefundId(refund_id or self.ids.new())

        def build(receipt_number: str) -> RefundCommit:
            refund = Refund(
                id=made_id,
                sale_id=sale.id,
                receipt_number=receipt_number,
                sale_receipt_number=sale.receipt_number,
                currency="CNY",
                lines=found.lines,
                gives=found.gives,
                net=found.net,
                tax=found.tax,
                claw=found.claw,
                reason="不合适",
            )
            return RefundCommit(
                refund=refund,
                entries=(self.entry(RefundData(refund=refund)),),
                prints=(self.paper(receipt_number, ReceiptKind.REFUND),),
                sale=None if local else sale,
            )

        return build

    def top_up(self, principal: int = 10_000, top_up_id: str = "") -> TopUpData:
        made_id = top_up_id or self.ids.new()

        def build(receipt_number: str) -> TopUpCommit:
            data = TopUpData(
                top_up_id=made_id,
                quote_id=self.ids.new(),
                quote_hash="h",
                member_id=self.ids.new(),
                receipt_number=receipt_number,
                principal=principal,
                bonus=0,
                tender_kind="cash",
                tendered=principal + 500,
                change=500,
            )
            return TopUpCommit(top_up=data, entries=(self.entry(data),))

        return self.store.sales.commit_top_up(build)

    def close_shift(self, counted: int) -> ZReport:
        shift = self.shift
        assert shift is not None

        def build(number, previous_digest, sums, waiting) -> ShiftCommit:
            z = z_report(
                number=number,
                previous_digest=previous_digest,
                shift=shift,
                sums=sums,
                count={1: counted},
                closed_ms=self.clock.wall_ms(),
                currency="CNY",
                difference_reason="数错",
                waiting_to_sync=waiting,
            )
            return ShiftCommit(z=z, entries=(self.entry(ShiftCloseData(z=z)),))

        return self.store.shifts.close(build)


def _basket(*amounts: int, member: CartMember | None = None) -> Cart:
    basket = Cart(member=member)
    for place, amount in enumerate(amounts):
        made = Product(
            id=ProductId(f"p-{place}"),
            code=f"A{place}",
            name=f"商品 {place}",
            category_id=CategoryId("c-1"),
            price=amount,
        )
        basket, _ = carts.add(basket, made)
    return basket
