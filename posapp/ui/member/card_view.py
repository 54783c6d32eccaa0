"""One member: who she is, masked; her value, points and coupons; how old the figures are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.domain.member import MemberStatus, masked_name, masked_phone
from posapp.domain.member_numbers import is_provisional
from posapp.ui.format import local_day_time, money, money_digits, points, time_from_ms
from posapp.ui.i18n import tr
from posapp.ui.pay.header import tier_title
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.icon_label import Disc, IconLabel
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.plates import Plates
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.domain.member import Member
    from posapp.ui.look import Look
    from posapp.ui.member.state import MemberState


class MemberCard(QWidget):
    """Emits `reveal_asked` for the whole phone number; `family` leads to her consents."""

    reveal_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16))
        column.addLayout(self._identity())
        self._warning = Label(look, tone="danger", bold=True, wrap=True, name="member.warning")
        column.addWidget(self._warning)
        self.tags = Plates(look, "member.tags")
        column.addWidget(self.tags)
        column.addLayout(self._balances())
        self._more = ElidedLabel(look, size="small", tone="text2", name="member.more")
        column.addWidget(self._more)
        self.family = TouchButton(
            look, "member.family", tr("同意与家庭"), icon="users", height=48, align_left=True
        )
        column.addWidget(self.family)

    def _identity(self) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        row.addWidget(Disc(look, icon="user", back="member", tone="surface", size=56))
        words = QVBoxLayout()
        words.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(look.px(12))
        self._name = Label(look, size="h1", bold=True, name="member.name")
        self._tier = Label(look, size="small", tone="member", bold=True, name="member.tier")
        self._number = ElidedLabel(look, size="small", tone="text2", name="member.number")
        first.addWidget(self._name)
        first.addWidget(self._tier)
        first.addWidget(self._number, 1)
        second = QHBoxLayout()
        second.setSpacing(look.px(12))
        self._phone = Label(look, name="member.phone")
        self.reveal = TouchButton(
            look, "member.reveal", tr("显示 5 秒，记日志"), icon="eye", kind=Kind.GHOST, height=40
        )
        second.addWidget(self._phone)
        second.addWidget(self.reveal)
        second.addStretch(1)
        words.addLayout(first)
        words.addLayout(second)
        row.addLayout(words, 1)
        self.reveal.clicked.connect(self.reveal_asked)
        return row

    def _balances(self) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self._value = BalanceCard(look, "wallet", tr("储值"), "member.value")
        self._points = BalanceCard(look, "star", tr("积分"), "member.points")
        self._coupons = BalanceCard(look, "coupon", tr("券"), "member.coupons")
        for card, share in ((self._value, 4), (self._points, 3), (self._coupons, 3)):
            row.addWidget(card, share)
        return row

    def show_member(self, member: Member, state: MemberState) -> None:
        self._name.setText(masked_name(member.name) or tr("未留姓名"))
        self._tier.setText(tier_title(member.tier))
        self._number.setText(member.number)
        self._phone.setText(state.phone or masked_phone(member.phone))
        self.reveal.setVisible(bool(member.phone) and not state.phone)
        self.tags.show_texts(state.tags)
        warning = _warning(member)
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        principal = tr("本金 {principal}", principal=money_digits(member.principal))
        bonus = tr("赠送 {bonus}", bonus=money_digits(member.bonus))
        held = tr("冻结 {held}", held=money_digits(member.held)) if member.held else ""
        self._value.show_figures(money(member.stored_value), principal, bonus, held)
        pending = tr("待生效 {n}", n=points(member.points_pending))
        self._points.show_figures(points(member.points), pending)
        count = tr("{n} 张", n=len(member.coupons))
        self._coupons.show_figures(count, "、".join(member.coupons[:2]))
        self._more.setText(_more(member, online=state.online))


class BalanceCard(Card):
    """Icon and name, the figure, up to three remarks below it."""

    def __init__(self, look: Look, icon: str, title: str, name: str) -> None:
        super().__init__(look, radius=6, padding=12)
        self.setObjectName(name)
        self.rows.setSpacing(look.px(4))
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(IconLabel(look, icon, tone="member", size=20))
        head.addWidget(Label(look, title), 1)
        self.rows.addLayout(head)
        self._figure = Label(look, size="h1", bold=True, name=f"{name}.figure")
        self._remarks = [ElidedLabel(look, size="small", tone="text2") for _ in range(3)]
        self.rows.addWidget(self._figure)
        for remark in self._remarks:
            self.rows.addWidget(remark)
        self.rows.addStretch(1)

    def show_figures(self, figure: str, *remarks: str) -> None:
        self._figure.setText(figure)
        for place, label in enumerate(self._remarks):
            text = remarks[place] if place < len(remarks) else ""
            label.setText(text)
            label.setVisible(bool(text))


def _warning(member: Member) -> str:
    match member.status:
        case MemberStatus.FROZEN:
            return tr("会员已冻结：可以识别和积分，不能用储值和积分支付")
        case MemberStatus.BLACKLISTED:
            return tr("会员已列入黑名单：不能绑定，请联系店长")
        case MemberStatus.CLOSED:
            return tr("会员已注销")
        case MemberStatus.NORMAL if is_provisional(member.number):
            return tr("待确认：总部还没有收到这次登记，收到后换成正式会员号")
        case MemberStatus.NORMAL:
            return ""


def _more(member: Member, *, online: bool) -> str:
    when = local_day_time(time_from_ms(member.as_of_ms)) if member.as_of_ms else "—"
    if not online:
        return tr("离线：储值是 {when} 的数据，储值和积分只能用预留的", when=when)
    parts = [tr("{when} 的数据", when=when)]
    if member.growth:
        parts.append(tr("成长值 {n}", n=points(member.growth)))
    if member.birthday:
        parts.append(tr("生日 {day}", day=member.birthday[5:]))
    return tr("，").join(parts)
