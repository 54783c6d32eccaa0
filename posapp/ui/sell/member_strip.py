"""Who the order belongs to, in the member's colour; or how to identify a member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from posapp.domain.member import masked_name, masked_phone
from posapp.ui.format import local_time, money, money_digits, points, time_from_ms
from posapp.ui.i18n import tr
from posapp.ui.pay.header import tier_title
from posapp.ui.plate import paint_plate
from posapp.ui.size_class import SizeClass
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.icon_label import Disc
from posapp.ui.widgets.key_hint import KeyHint
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.naming import name_control
from posapp.ui.widgets.touch_button import Kind, TouchButton
from posapp.wire.requests import HoldLedger

if TYPE_CHECKING:
    from datetime import tzinfo

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from posapp.domain.member import Member
    from posapp.ui.look import Look
    from posapp.workflows.lease_shelf import Lent


class MemberStrip(QWidget):
    """`opened` asks for the member panel, `detached` takes the member off the order."""

    opened = Signal()
    detached = Signal()

    def __init__(
        self, look: Look, zone: tzinfo | None, parent: QWidget | None = None, *, key: str = "F2"
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._key = key
        self._zone = zone
        self._shown: tuple[Member | None, bool, str] | None = None
        self.setFixedHeight(look.px(56))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._make_empty())
        self._stack.addWidget(self._make_member())

    def show_member(
        self, member: Member | None, *, online: bool, lent: tuple[Lent, ...] = ()
    ) -> None:
        """`lent` is what this till may spend of whomever; shown while central is away."""
        usable = "" if member is None or online else _usable(member, lent)
        if self._shown == (member, online, usable):
            return
        self._shown = (member, online, usable)
        self._stack.setCurrentIndex(0 if member is None else 1)
        if member is None:
            return
        self.name.setText(masked_name(member.name) or member.number)
        self.tier.setText(f" {tier_title(member.tier)} ")
        self.phone.setText(masked_phone(member.phone))
        self.figures.setText(self._figures(member))
        self._strip.setAccessibleName(f"{tr('会员')} {self.name.text()}")
        self._strip.setAccessibleDescription(self.figures.text())
        as_of = local_time(time_from_ms(member.as_of_ms), self._zone) if member.as_of_ms else ""
        stale = bool(as_of) and not online
        self.as_of.setText(tr("{time} 的数据", time=as_of) if stale else "")
        self.as_of.setVisible(stale)
        self.usable.setText(usable)
        self.usable.setVisible(bool(usable))

    def _figures(self, member: Member) -> str:
        """What a narrow strip cuts off is what her value is made of, never that she has some."""
        parts = [tr("积分 {points}", points=points(member.points))]
        if member.coupons:
            parts.append(tr("券 {n}", n=len(member.coupons)))
        value = tr("储值 {amount}", amount=money(member.stored_value))
        if member.bonus:
            value += tr(
                "（本金 {principal} + 赠送 {bonus}）",
                principal=money_digits(member.principal),
                bonus=money_digits(member.bonus),
            )
        return "   ".join((*parts, value))

    def _make_empty(self) -> QWidget:
        look = self._look
        strip = _Pressable(look, "sell.member.empty", tr("会员：扫会员码，或输入手机号"))
        strip.clicked.connect(self.opened)
        strip.rows.setContentsMargins(look.px(12), 0, look.px(8), 0)
        strip.rows.addWidget(Disc(look, icon="user", back="surface2", tone="text2", size=36))
        hint = ElidedLabel(look, tr("会员：扫会员码，或输入手机号"), tone="text2")
        strip.rows.addWidget(hint, 1)
        strip.rows.addWidget(KeyHint(look, self._key))
        return strip

    def _make_member(self) -> QWidget:
        look = self._look
        strip = self._strip = _Pressable(look, "sell.member", tr("会员"), back="", edge="")
        strip.clicked.connect(self.opened)
        strip.rows.setContentsMargins(look.px(12), 0, look.px(8), 0)
        self.name = Label(look, bold=True, name="sell.member.name")
        self.tier = Label(look, size="small", bold=True, tone="member", name="sell.member.tier")
        self.tier.setProperty("chip", True)
        self.tier.setFixedHeight(look.px(22))
        self.phone = Label(look, size="small", tone="text2", name="sell.member.phone")
        self.figures = ElidedLabel(look, size="small", name="sell.member.figures")
        self.as_of = Label(look, size="small", tone="warn")
        self.usable = Label(look, size="small", bold=True, name="sell.member.usable")
        first = QHBoxLayout()
        first.setSpacing(look.px(8))
        for part in (self.name, self.tier, self.phone):
            first.addWidget(part)
        first.addStretch(1)
        second = QHBoxLayout()
        second.setSpacing(look.px(8))
        second.addWidget(self.figures, 1)
        second.addWidget(self.usable)
        second.addWidget(self.as_of)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.setContentsMargins(0, look.px(6), 0, look.px(6))
        lines.addLayout(first)
        lines.addLayout(second)
        strip.rows.addWidget(Disc(look, icon="user", back="member", tone="surface", size=36))
        strip.rows.addLayout(lines, 1)
        strip.rows.addWidget(KeyHint(look, self._key))
        close = TouchButton(
            look,
            "sell.member.detach",
            "",
            label=tr("取消会员"),
            icon="close",
            kind=Kind.GHOST,
            height=40,
        )
        close.setFixedWidth(look.px(40))
        close.clicked.connect(self.detached)
        band = Card(look, back="member_weak", edge="", radius=6, padding=0, horizontal=True)
        band.rows.setContentsMargins(0, 0, look.px(8), 0)
        band.rows.setSpacing(look.px(4))
        band.rows.addWidget(strip, 1)
        band.rows.addWidget(close)
        return band


def _usable(member: Member, lent: tuple[Lent, ...]) -> str:
    """What she may pay with, and use, here although central does not answer."""
    paid = _payable(member, lent)
    n = sum(len(each.coupons) for each in lent if each.member_id == member.id)
    if not n:
        return paid
    return tr("{paid} + {n} 张券", paid=paid, n=n) if paid else tr("可离线使用 {n} 张券", n=n)


def _payable(member: Member, lent: tuple[Lent, ...]) -> str:
    sums = dict.fromkeys(HoldLedger, 0)
    for each in lent:
        if each.member_id == member.id:
            sums[each.ledger] = max(sums[each.ledger], each.amount)
    value, earned = sums[HoldLedger.STORED_VALUE], sums[HoldLedger.POINTS]
    if value and earned:
        return tr("可离线使用 {left} + {n} 积分", left=money(value), n=points(earned))
    if earned:
        return tr("可离线使用 {n} 积分", n=points(earned))
    return tr("可离线使用 {left}", left=money(value)) if value else ""


class _Pressable(QAbstractButton):
    """Pressed as a whole by finger, Space or Enter; an empty `back` lets its band through."""

    size_class = SizeClass.LIST_ROW

    def __init__(
        self, look: Look, name: str, label: str, *, back: str = "surface", edge: str = "divider"
    ) -> None:
        super().__init__()
        name_control(self, name, label)
        self._look, self._back, self._edge = look, back, edge
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # A button's own roles would colour the texts that lie on it.
        self.setBackgroundRole(QPalette.ColorRole.NoRole)
        self.setForegroundRole(QPalette.ColorRole.NoRole)
        self.rows = QHBoxLayout(self)
        self.rows.setSpacing(look.px(12))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._back:
            return
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = look.color(self._edge)
        area = QRectF(self.rect())
        fill = look.color(self._back)
        paint_plate(painter, look, area, look.px(6), fill=fill, edge=edge, width=1)
        painter.end()
