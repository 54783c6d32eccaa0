"""The papers of this till, in its language and time zone: facts go in, documents come out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from posapp.domain.member import Member, masked_name, masked_phone
from posapp.domain.payment import Payment
from posapp.domain.points import PointRules
from posapp.domain.receipt import CopyMark
from posapp.domain.receipt_head import PaperHead, PaperMember
from posapp.domain.receipt_hold import hold_slip
from posapp.domain.receipt_refund import refund_receipt
from posapp.domain.receipt_sale import sale_receipt
from posapp.domain.receipt_topup import TopUpPaper, cash_move_receipt, topup_receipt
from posapp.domain.receipt_words import Words
from posapp.domain.receipt_z import ZPaper, x_receipt, z_receipt
from posapp.domain.shift import Heading
from posapp.offline.entries import PrintRequest
from posapp.wire.facts import KEPT_CHANGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.domain.refund import Refund
    from posapp.domain.sale import Sale
    from posapp.domain.shift import CashMove, Shift, ZReport
    from posapp.domain.shop import Shop
    from posapp.wire.facts import TopUpData
    from posapp.wire.requests import TopUpQuote
    from posapp.workflows.desk import Desk

DAY_MS: Final = 86_400_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidOrder:
    """What the receipt of a sale says beyond the sale itself."""

    payment: Payment
    member: Member | None
    rules: PointRules
    cashier: str
    offline: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """What the receipt of a refund says beyond the refund itself."""

    cashier: str
    member: Member | None
    approved_by: str


class Paper:
    """Makes print requests; pure apart from the desk's clock. `shop` is the feed's row, if any."""

    def __init__(self, desk: Desk, shop: Callable[[], Shop | None], version: str) -> None:
        self._desk = desk
        self._shop = shop
        self._version = version

    def sale(self, sale: Sale, order: PaidOrder, *, open_drawer: bool) -> PrintRequest:
        """The receipt of a sale with what it left of the member's balances."""
        document = sale_receipt(
            sale,
            self.head(order.cashier),
            None if order.member is None else self._sale_member(order.member, order),
            open_drawer=open_drawer,
            offline=order.offline,
        )
        return PrintRequest(kind="sale", document=document, open_drawer=open_drawer)

    def refund(
        self, refund: Refund, sale: Sale, back: TakenBack, *, open_drawer: bool
    ) -> PrintRequest:
        """The receipt of a refund, for the customer's signature."""
        document = refund_receipt(
            refund,
            sale,
            self.head(back.cashier),
            None if back.member is None else paper_member(back.member),
            approved_by=back.approved_by,
            open_drawer=open_drawer,
        )
        return PrintRequest(kind="refund", document=document, open_drawer=open_drawer)

    def top_up(
        self, top_up: TopUpData, quote: TopUpQuote, cashier: str, member: Member
    ) -> PrintRequest:
        """The receipt of a top-up: before, this, after."""
        figures = TopUpPaper(
            number=top_up.receipt_number,
            principal=top_up.principal,
            bonus=top_up.bonus,
            before=(quote.before_principal, quote.before_bonus),
            tendered=top_up.tendered,
            change=top_up.change,
            kept_change=top_up.tender_kind == KEPT_CHANGE,
        )
        # Kept change came with a sale, which has opened the drawer.
        opens = not figures.kept_change
        document = topup_receipt(
            figures, self.head(cashier), paper_member(member), open_drawer=opens
        )
        return PrintRequest(kind="topup", document=document, open_drawer=opens)

    def cash_move(self, move: CashMove, cashier: str, approved_by: str = "") -> PrintRequest:
        """The slip of cash in or out."""
        document = cash_move_receipt(
            move, self.head(cashier), approved_by=approved_by, open_drawer=True
        )
        return PrintRequest(kind="cash_move", document=document, open_drawer=True)

    def hold_slip(self, held_id: str, label: str, total: int, cashier: str) -> PrintRequest:
        """The slip with which a held sale is found again; `label` is masked already."""
        document = hold_slip(held_id, label, total, self.head(cashier))
        return PrintRequest(kind="hold", document=document)

    def z(self, report: ZReport, approved_by: str = "") -> PrintRequest:
        """The Z report."""
        times = self.z_times(report, approved_by)
        document = z_receipt(report, self.head(report.staff_name), times)
        return PrintRequest(kind="shift_z", document=document)

    def x(self, report: ZReport, *, blind: bool) -> PrintRequest:
        """An open shift so far; no receipt, so that it is never the last one to print again."""
        head = self.head(report.staff_name)
        document = x_receipt(report, head, self.z_times(report), blind=blind)
        return PrintRequest(kind="shift_x", document=document, copy_of="X")

    def z_times(self, report: ZReport, approved_by: str = "") -> ZPaper:
        """When the shift opened and closed at the shop, and the program that made the report."""
        heading = report.heading
        return ZPaper(
            opened=self._desk.local_time(report.opened_ms),
            closed=self._desk.local_time(report.closed_ms),
            version=self._version if heading is None else heading.version,
            approved_by=approved_by,
        )

    def heading(self, shift: Shift) -> Heading:
        """Where a report of this shift is made, as it is called and set up now."""
        paper, at_ms = self.head(shift.staff_name), self._desk.now_ms()
        return Heading(
            shop=paper.shop,
            till=paper.till,
            drawer=shift.drawer,
            time_zone=paper.zone,
            utc_offset_min=self._desk.utc_offset_min(at_ms),
            version=self._version,
            training=self._desk.place.training,
        )

    def copy_mark(self, by: str) -> CopyMark:
        """What a reprint carries."""
        words = Words(self._desk.settings.language)
        return CopyMark(words=words("copy"), at=self._desk.local_time(self._desk.now_ms()), by=by)

    def head(self, cashier: str) -> PaperHead:
        """Brand, shop, till, cashier and the moment."""
        place, settings, now_ms = self._desk.place, self._desk.settings, self._desk.now_ms()
        shop = self._shop()
        return PaperHead(
            language=settings.language,
            brand=place.tenant_name if shop is None or not shop.brand else shop.brand,
            shop=place.shop_name if shop is None else shop.name,
            till=place.terminal_label,
            cashier=cashier,
            at=self._desk.local_time(now_ms),
            zone=self._desk.zone_name(now_ms),
            return_days=settings.return_window_days,
        )

    def _sale_member(self, member: Member, order: PaidOrder) -> PaperMember:
        value, points = order.payment.before_value, order.payment.before_points
        known = points if points is not None else value
        pending_days = order.rules.pending_days
        available_ms = self._desk.now_ms() + pending_days * DAY_MS
        return PaperMember(
            name=masked_name(member.name),
            tier=member.tier,
            phone=masked_phone(member.phone),
            value_before=None if value is None else (value.principal, value.bonus),
            points_before=None if known is None else known.points,
            points_from=self._desk.local_time(available_ms)[:10] if pending_days else "",
        )


def paper_member(member: Member) -> PaperMember:
    """Her masked name and phone, without balances."""
    return PaperMember(
        name=masked_name(member.name), tier=member.tier, phone=masked_phone(member.phone)
    )
