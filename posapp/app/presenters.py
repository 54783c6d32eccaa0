"""The presenters of one till and what they tell each other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from posapp import __version__
from posapp.app.key_keeping import EXPORT_FOLDER
from posapp.devices.registry import Port
from posapp.domain.member import masked_phone
from posapp.domain.rounding import round_off
from posapp.lanes import STORE
from posapp.ui.approval.presenter import ApprovalPresenter
from posapp.ui.bills.presenter import BillsPresenter
from posapp.ui.cases.presenter import CasesPresenter
from posapp.ui.complaints.presenter import ComplaintsPresenter
from posapp.ui.customer_display.presenter import CustomerPresenter
from posapp.ui.customer_display.view import ConfirmValue, Consent, ScanToPay
from posapp.ui.health.asked_papers import AskedPapers
from posapp.ui.health.presenter import HealthPresenter
from posapp.ui.login.presenter import SignInPresenter
from posapp.ui.manager.presenter import ManagerPresenter
from posapp.ui.member.alike_presenter import AlikePresenter
from posapp.ui.member.family_presenter import FamilyPresenter
from posapp.ui.member.presenter import MemberPresenter
from posapp.ui.member.register_presenter import RegisterPresenter
from posapp.ui.member.top_up_presenter import TopUpPresenter
from posapp.ui.merging.presenter import MergingPresenter
from posapp.ui.pay.orphans import Orphans
from posapp.ui.pay.presenter import PayPresenter
from posapp.ui.pay.state import (
    Confirming,
    CounterRules,
    Done,
    PayState,
    Surroundings,
    Unclear,
)
from posapp.ui.recorded.presenter import RecordedPresenter
from posapp.ui.refund.presenter import RefundPresenter
from posapp.ui.search.presenter import SearchPresenter
from posapp.ui.sell.parts import SellParts, build_sell
from posapp.ui.service.presenter import ServicePresenter
from posapp.ui.shift.cash_presenter import CashPresenter
from posapp.ui.shift.close_presenter import ClosePresenter
from posapp.ui.shift.drawers_presenter import DrawersPresenter
from posapp.ui.shift.open_presenter import OpenPresenter
from posapp.ui.shift.x_presenter import XPresenter
from posapp.wire.requests import Factor
from posapp.workflows.gateway import Via

if TYPE_CHECKING:
    from posapp.app.till import Till
    from posapp.app.workflows import Workflows
    from posapp.devices.ports import Secret
    from posapp.domain.member import Member
    from posapp.domain.signed_off import SignedOff
    from posapp.ui.floor import Floor
    from posapp.ui.member.register_state import RegisterState
    from posapp.ui.sell.presenter import SellPresenter
    from posapp.workflows.revealing import Revealing


@dataclass(frozen=True, slots=True, kw_only=True)
class Presenters:
    """One of each; they live as long as the program, screens come and go over them."""

    sign_in: SignInPresenter
    sell: SellParts
    pay: PayPresenter
    orphans: Orphans
    member: MemberPresenter
    register: RegisterPresenter
    family: FamilyPresenter
    top_up: TopUpPresenter
    refund: RefundPresenter
    approval: ApprovalPresenter
    shift_open: OpenPresenter
    cash: CashPresenter
    shift_close: ClosePresenter
    drawers: DrawersPresenter
    x_report: XPresenter
    customer: CustomerPresenter
    health: HealthPresenter
    asked: AskedPapers
    manager: ManagerPresenter
    cases: CasesPresenter
    bills: BillsPresenter
    recorded: RecordedPresenter
    service: ServicePresenter
    complaints: ComplaintsPresenter
    merging: MergingPresenter
    search: SearchPresenter


def build_presenters(till: Till, floor: Floor, *, can_train: bool = False) -> Presenters:
    """Build and connect them, on the UI thread; `can_train` where somebody brings the training
    till in place of this one.
    """
    w = till.workflows
    approval = ApprovalPresenter(w.approving, floor)
    service = ServicePresenter(w.service_desk, floor)
    built = Presenters(
        sign_in=SignInPresenter(w.signing_in, floor),
        sell=build_sell(w.selling, w.members, w.voiding, approval, floor, held=w.held),
        pay=PayPresenter(
            w.paying,
            floor,
            partial(surroundings_of, till),
            approvals=approval,
            setting_aside=w.setting_aside,
        ),
        orphans=Orphans(
            w.paying, w.selling, floor, approvals=approval, setting_aside=w.setting_aside
        ),
        member=MemberPresenter(w.members, w.revealing, floor),
        register=RegisterPresenter(
            w.members, floor, approval, w.families, alike=AlikePresenter(w.likeness, floor)
        ),
        family=FamilyPresenter(w.families, w.members, floor, withdrawing=w.withdrawing),
        top_up=TopUpPresenter(w.topping_up, w.members, floor),
        refund=RefundPresenter(w.refunding, w.members, approval, floor, selling=w.selling),
        approval=approval,
        shift_open=OpenPresenter(w.shifts, floor, drawers=w.drawers),
        cash=CashPresenter(w.shifts, w.no_sale, approval, floor),
        shift_close=ClosePresenter(w.shifts, approval, floor),
        drawers=DrawersPresenter(w.drawers, floor),
        x_report=XPresenter(w.drawers, w.printing, floor),
        customer=CustomerPresenter(),
        health=HealthPresenter(
            till.station,
            till.sync.nudge,
            floor,
            version=__version__,
            server=till.server,
            away=till.away,
        ),
        asked=AskedPapers(w.printing, floor),
        manager=ManagerPresenter(
            w.reporting,
            w.paper,
            w.printing,
            floor,
            cases=w.case_work,
            exports=till.stores.folder / EXPORT_FOLDER,
            training=till.training if can_train else None,
        ),
        cases=CasesPresenter(w.case_work, floor),
        bills=BillsPresenter(w.bill_desk, floor),
        recorded=RecordedPresenter(w.recorded_desk, floor),
        service=service,
        complaints=ComplaintsPresenter(w.complaints, floor),
        merging=MergingPresenter(w.merging, floor),
        search=SearchPresenter(w.seeking, floor, lambda: service.state.recent),
    )
    _connect(built, w)
    till.board.watch(built.health.receive)
    return built


def _connect(p: Presenters, workflows: Workflows) -> None:
    sell = p.sell.presenter
    p.sign_in.watch_payment(lambda: p.pay.is_under_way)
    sell.is_fixed = p.pay.is_taking
    p.sell.exceptions.hand_back = p.pay.hand_back
    p.pay.completed.connect(sell.finish)
    p.pay.keeping.use(workflows.topping_up)
    p.pay.elsewhere.use(workflows.on_account)
    p.pay.rounding.wanted.connect(partial(_round_off, sell))
    p.pay.coupons.wanted.connect(p.sell.finder.rewards.come_from_pay)
    p.member.chosen.connect(sell.attach)
    p.member.paid = p.pay.joining.paid
    p.member.join_asked.connect(p.pay.joining.start)
    p.register.registered.connect(sell.attach)
    p.merging.moved.connect(partial(_reopen, p.service))
    p.top_up.renewed.connect(sell.renew)
    sell.cart_changed.connect(p.customer.show_cart)
    sell.member_changed.connect(p.customer.show_member)
    sell.member_changed.connect(p.pay.know_member)
    sell.member_opened.connect(partial(_note_opened, sell.floor, workflows.revealing))
    p.pay.changed.connect(partial(_tell_customer, p))
    p.pay.changed.connect(partial(_tell_taken, sell))
    p.pay.charges.ticked.connect(partial(_count_down, p))
    p.register.changed.connect(partial(_ask_consent, p))
    p.customer.entered.connect(partial(_bring_code, p))
    p.customer.cancelled.connect(p.pay.holds.abandon)
    p.customer.consented.connect(partial(_hear_consent, p))
    for side in (p.family.side, p.service.side):
        side.asked.connect(partial(_ask_beside, p))
        side.ended.connect(p.customer.settle)


def _note_opened(floor: Floor, revealing: Revealing, member: Member) -> None:
    """Behind the screen: nobody waits for it, and a journal that fails is told."""
    staff = floor.duty.staff
    if staff is not None:
        work = partial(revealing.opened, member.id, staff, floor.duty.shift)
        floor.background.run(STORE, work, failed=floor.messages.show_error)


def _round_off(sell: SellPresenter, step: int, approved: SignedOff | None) -> None:
    """The order is the sell screen's: it is priced there and comes back to be paid."""
    order = sell.state.order
    cart = round_off(order.cart, step, approved)
    if sell.change(order.changed(cart, order.selected)):
        sell.pay()


def _tell_taken(sell: SellPresenter, state: PayState) -> None:
    """Whoever goes back to the order sees what is left to pay."""
    payment = state.payment
    if payment.sale_id == sell.state.order.draft.sale_id:
        taken = 0 if isinstance(state.phase, Done) else payment.collected
        if taken != sell.state.collected:
            sell.show(collected=taken)


def _tell_customer(p: Presenters, state: PayState) -> None:
    """What the member's side of the counter shows of a payment."""
    match state.phase:
        case Confirming() as asked:
            phone = "" if state.member is None else masked_phone(state.member.phone)
            p.customer.ask_to_confirm(_request(asked, phone))
        case Unclear(shown_code=code) as offer if code:
            p.customer.show_payment(state.payment)
            p.customer.ask_to_scan(_scan(offer, p.pay.now_ms))
        case Done(committed=committed):
            sale = committed.sale
            p.customer.thank(sale.net, sale.change, sale.points_earned)
        case _:
            p.customer.show_payment(state.payment, p.pay.points_to_earn)


def _reopen(service: ServicePresenter, member_id: str) -> None:
    """Her file is other than it was; whoever looked at one of the two sees the one that stays."""
    if service.state.member_id:
        service.open(member_id)


def _count_down(p: Presenters, now_ms: int) -> None:
    """A second less to scan the shop's code."""
    phase = p.pay.state.phase if p.pay.is_open else None
    if isinstance(phase, Unclear) and phase.shown_code:
        p.customer.ask_to_scan(_scan(phase, now_ms))


def _scan(offer: Unclear, now_ms: int) -> ScanToPay:
    left_s = -(-offer.watch.left_ms(now_ms) // 1000)
    return ScanToPay(content=offer.shown_code, amount=offer.leg.amount, left_s=left_s)


def _request(asked: Confirming, phone: str) -> ConfirmValue:
    hold = asked.hold
    return ConfirmValue(
        member="",
        amount=hold.amount,
        left_after=hold.before.stored_value - hold.amount,
        by_code=Factor.DYNAMIC_CODE in hold.factors,
        by_sms=Factor.SMS in hold.factors,
        sms_to=phone,
        sms_sent=asked.sent is not None,
        tries_left=None if asked.refusal is None else hold.tries_left,
        busy=asked.busy,
    )


def _bring_code(p: Presenters, factor: Factor, code: Secret) -> None:
    """What she typed at her side goes to central and nowhere else."""
    p.pay.holds.confirm(factor, code.reveal())


def _ask_consent(p: Presenters, state: RegisterState) -> None:
    """Once the phone is proved to be hers, the policy is put before her."""
    if state.verified is not None and not state.busy:
        purposes = tuple(each.value for each in p.register.purposes)
        p.customer.ask_consent(p.register.policy_version, purposes, p.register.policy_texts)
    else:
        p.customer.settle()


def _ask_beside(p: Presenters, asked: Consent) -> None:
    """A guardian or a new holder is asked as everybody is."""
    p.customer.ask_consent(asked.version, asked.purposes, asked.texts)


def _hear_consent(p: Presenters, agreed: bool, purposes: frozenset[str]) -> None:
    """Whoever was asked last, on the page that is open."""
    for side in (p.family.side, p.service.side):
        if side.is_open:
            side.hear(agreed, purposes)
            return
    p.register.hear_consent(agreed, purposes)


def surroundings_of(till: Till) -> Surroundings:
    """What decides at this moment which ways to pay are open."""
    settings = till.desk.settings
    return Surroundings(
        online=till.board.is_online(),
        terminal_ready=till.station.has(Port.TERMINAL),
        codes_by_central=settings.payment_codes == Via.CENTRAL,
        rules=till.workflows.price_book.rules(),
        lent=till.workflows.leasing.lent,
        accounts=till.workflows.on_account.accounts(),
        counter=CounterRules(
            notes=settings.quick_cash,
            change_most=settings.change_most,
            rounding=till.workflows.price_book.rounding(),
        ),
    )
