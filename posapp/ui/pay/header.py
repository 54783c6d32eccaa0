"""Always in sight while paying: what is due, what came in, what remains, and whose order it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.member import masked_name
from posapp.ui.format import points
from posapp.ui.i18n import tr
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.icon_label import Disc
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.money_label import MoneyLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from posapp.domain.member import Member
    from posapp.ui.look import Look
    from posapp.ui.pay.state import PayState


class PayHeader(Card):
    """应收, 已收, 剩余."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=0, horizontal=True, name="pay.header", parent=parent)
        side = look.px(24)
        self.rows.setContentsMargins(side, 0, look.px(16), 0)
        # Room for a part payment in English at 150 % on a portrait screen, a member beside it.
        self.rows.setSpacing(look.px(18))
        self.setFixedHeight(look.px(80))
        self.due = MoneyLabel(look, size="display", caption=tr("应收"), name="pay.due")
        self.paid = MoneyLabel(look, size="h1", caption=tr("已收"), name="pay.paid")
        self.remaining = MoneyLabel(look, size="change", caption=tr("剩余"), name="pay.remaining")
        for place, part in enumerate((self.due, self.paid, self.remaining)):
            if place:
                self.rows.addWidget(self._bar(look))
            self.rows.addWidget(part)
        self.rows.addStretch(1)
        self._chip = MemberChip(look)
        self.rows.addWidget(self._chip)

    def show_state(self, state: PayState, earns: int) -> None:
        """`earns` are the points that this order will bring as it is paid so far."""
        payment = state.payment
        self.due.set_amount(payment.net)
        self.paid.set_amount(payment.collected)
        self.remaining.set_amount(payment.remaining)
        self._chip.show_member(state.member, earns)

    def _bar(self, look: Look) -> QWidget:
        bar = Divider(look, vertical=True)
        bar.setFixedHeight(look.px(40))
        return bar


class MemberChip(Card):
    """Her masked name, her tier, and what the order earns."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(
            look, back="member_weak", edge="", radius=6, padding=0, horizontal=True, parent=parent
        )
        self.setObjectName("pay.member")
        self.rows.setContentsMargins(look.px(10), 0, look.px(14), 0)
        self.rows.setSpacing(look.px(10))
        self.setFixedHeight(look.px(48))
        self._name = Label(look, bold=True, name="pay.member.name")
        self._tier = Label(look, size="small", bold=True, tone="member", name="pay.member.tier")
        self._earns = Label(look, size="small", tone="text2", name="pay.member.earns")
        self.rows.addWidget(Disc(look, icon="user", back="member", tone="surface", size=32))
        for part in (self._name, self._tier, self._earns):
            self.rows.addWidget(part)
        self.hide()

    def show_member(self, member: Member | None, earns: int) -> None:
        self.setVisible(member is not None)
        if member is None:
            return
        self._name.setText(masked_name(member.name) or member.number)
        self._tier.setText(tier_title(member.tier))
        self._earns.setText(tr("本单可得积分 {n}", n=points(earns)))


def tier_title(tier: str) -> str:
    """What a tier is called; one that this till does not know stands as it is."""
    names = {
        "ordinary": tr("普通会员"),
        "silver": tr("银卡"),
        "gold": tr("金卡"),
        "diamond": tr("钻石"),
    }
    return names.get(tier, tier)
