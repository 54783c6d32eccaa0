"""The member confirms: what is taken from which part of her value, and the ways to say yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.format import money, points
from posapp.ui.i18n import tr
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.icon_label import IconLabel
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.money_label import MoneyLabel
from posapp.ui.widgets.touch_button import Kind, TouchButton
from posapp.wire.requests import Factor, HoldLedger

if TYPE_CHECKING:
    from posapp.ui.look import Look
    from posapp.ui.pay.state import Confirming
    from posapp.workflows.pay_outcomes import OpenHold

LOCK_MINUTES = 15


class FactorPane(Card):
    """Emits `sms_asked`, `code_asked` (the field for a sent code) and `left`."""

    sms_asked = Signal()
    code_asked = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=0, name="pay.factor", parent=parent)
        self.rows.setSpacing(0)
        self._title = Label(look, size="h1", bold=True, name="pay.factor.title")
        self._amount = MoneyLabel(look, size="display", name="pay.factor.amount")
        head = self._row(look, 32, 12)
        head.addWidget(self._title, 1)
        head.addWidget(self._amount)
        self.rows.addWidget(Divider(look))
        self._facts = FactRow(look)
        self._row(look, 32, 16).addWidget(self._facts, 1)
        ask = self._row(look, 32, 8)
        ask.addWidget(Label(look, tr("请顾客任选一种方式验证"), bold=True), 1)
        self._tries = Label(look, size="small", tone="text2", name="pay.factor.tries")
        ask.addWidget(self._tries)
        self._code = WayCard(look, "qr", tr("会员码"), tr("扫顾客手机上的动态码，60 秒刷新"))
        self._code.add(Label(look, tr("随时可扫"), tone="pay"))
        self._sms = WayCard(look, "phone", tr("短信验证码"), "")
        self.send = TouchButton(
            look, "pay.factor.send", tr("发送验证码"), kind=Kind.OUTLINE, key="Enter", height=40
        )
        self._sms.add(self.send)
        for way in (self._code, self._sms):
            self._row(look, 32, 4).addWidget(way, 1)
        self.rows.addStretch(1)
        foot = self._row(look, 32, 16)
        leave = TouchButton(look, "pay.factor.leave", tr("返回，选其他方式"), key="Esc", height=48)
        foot.addWidget(leave)
        note = tr("验证通过即扣款，不会清空购物车")
        foot.addWidget(ElidedLabel(look, note, size="small", tone="text2"), 1)
        self._phase: Confirming | None = None
        self.send.clicked.connect(self._on_send)
        leave.clicked.connect(self.left)

    def show_phase(self, phase: Confirming, masked_phone: str) -> None:
        self._phase = phase
        hold = phase.hold
        is_value = hold.ledger is HoldLedger.STORED_VALUE
        self._title.setText(tr("储值支付") if is_value else tr("积分抵扣"))
        self._amount.setVisible(is_value)
        self._amount.set_amount(hold.amount)
        self._facts.show_facts(_facts(hold))
        tries = tr("剩余 {n} 次，用完锁定 {m} 分钟", n=hold.tries_left, m=LOCK_MINUTES)
        self._tries.setText(tries if hold.tries_left else "")
        self._code.setVisible(Factor.DYNAMIC_CODE in hold.factors)
        self._sms.setVisible(Factor.SMS in hold.factors)
        self._sms.show_note(_sms_note(phase, masked_phone))
        self.send.set_text(tr("发送验证码") if phase.sent is None else tr("输入验证码"))
        self.send.set_busy(phase.busy)

    def _on_send(self) -> None:
        if self._phase is not None and self._phase.sent is not None:
            self.code_asked.emit()
        else:
            self.sms_asked.emit()

    def _row(self, look: Look, side: int, upper: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(look.px(side), look.px(upper), look.px(side), look.px(upper))
        row.setSpacing(look.px(16))
        self.rows.addLayout(row)
        return row


class FactRow(QWidget):
    """Small caption over a bold figure, side by side."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs: list[tuple[Label, Label]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for place in range(4):
            column = QVBoxLayout()
            column.setSpacing(0)
            caption = Label(look, size="small", tone="text2")
            figure = Label(look, size="h2", bold=True, name=f"pay.factor.fact{place}")
            column.addWidget(caption)
            column.addWidget(figure)
            row.addLayout(column, 1)
            self._pairs.append((caption, figure))

    def show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        for place, (caption, figure) in enumerate(self._pairs):
            known = place < len(facts)
            caption.setText(facts[place][0] if known else "")
            figure.setText(facts[place][1] if known else "")


class WayCard(Card):
    """One way to confirm: icon, title, note, and what to do at the right."""

    def __init__(self, look: Look, icon: str, title: str, note: str) -> None:
        super().__init__(look, radius=6, padding=0, horizontal=True)
        self.rows.setContentsMargins(look.px(20), 0, look.px(20), 0)
        self.rows.setSpacing(look.px(20))
        self.setFixedHeight(look.px(64))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._note = ElidedLabel(look, note, size="small", tone="text2")
        words.addWidget(Label(look, title, bold=True))
        words.addWidget(self._note)
        self.rows.addWidget(IconLabel(look, icon))
        self.rows.addLayout(words, 1)

    def add(self, widget: QWidget) -> None:
        self.rows.addWidget(widget)

    def show_note(self, note: str) -> None:
        self._note.setText(note)


def _facts(hold: OpenHold) -> tuple[tuple[str, str], ...]:
    before = hold.before
    if hold.ledger is HoldLedger.POINTS:
        return (
            (tr("可用积分"), points(before.points)),
            (tr("抵扣积分"), points(hold.amount)),
            (tr("抵扣后积分"), points(before.points - hold.amount)),
        )
    return (
        (tr("可用"), money(before.stored_value)),
        (tr("扣本金"), money(hold.principal)),
        (tr("扣赠送"), money(hold.bonus)),
        (tr("支付后储值"), money(before.stored_value - hold.amount)),
    )


def _sms_note(phase: Confirming, masked_phone: str) -> str:
    if phase.sent is not None:
        return tr("已发到 {phone}，请顾客告知", phone=phase.sent.masked_phone)
    return tr("发到 {phone}，顾客告知", phone=masked_phone)
