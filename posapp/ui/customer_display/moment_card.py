"""Everything that is one sentence and at most one amount."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import Qt

from posapp.ui.customer_display.view import Paying, Ringing, Thanks, Welcome
from posapp.ui.format import money, points
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.icon_label import Disc
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.money_label import MoneyLabel

if TYPE_CHECKING:
    from posapp.ui.customer_display.words import Words
    from posapp.ui.look import Look

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class MomentCard(Card):
    """A greeting, what is due, or thanks with the change."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__(look, padding=24, name="customer.moment")
        self._words = words
        self._disc = Disc(look, icon="check", back="success_weak", tone="pay", size=64)
        self._title = Label(look, size="h1", align=_CENTRE, wrap=True, name="customer.title")
        self._amount = MoneyLabel(look, size="customer", align=_CENTRE, name="customer.amount")
        self._note = Label(look, size="h2", tone="text2", align=_CENTRE, wrap=True)
        self._note.setObjectName("customer.note")
        self.rows.addStretch(1)
        self.rows.addWidget(self._disc, 0, _CENTRE)
        self.rows.addSpacing(look.px(16))
        self.rows.addWidget(self._title)
        self.rows.addWidget(self._amount, 0, _CENTRE)
        self.rows.addSpacing(look.px(8))
        self.rows.addWidget(self._note)
        self.rows.addStretch(1)

    def show_moment(self, moment: Welcome | Ringing | Paying | Thanks) -> None:
        tr = self._words.tr
        match moment:
            case Welcome():
                self._show(tr("欢迎光临"), None, tr("会员请出示会员码"))
            case Ringing(member=member):
                hello = tr("{name}，您好", name=member) if member else tr("正在为您结算")
                self._show(hello, None, tr("请核对商品和价格"))
            case Paying(remaining=remaining, member=member):
                title = tr("{name}，请支付", name=member) if member else tr("请支付")
                self._show(title, remaining, self._due_note(moment))
            case Thanks():
                self._show_thanks(moment)
            case _:
                assert_never(moment)

    def _due_note(self, due: Paying) -> str:
        tr = self._words.tr
        paid = tr("已收 {paid}", paid=money(due.paid)) if due.paid else ""
        earn = tr("本单可得积分 {n}", n=points(due.points)) if due.points else ""
        return "\n".join(part for part in (paid, earn) if part)

    def _show_thanks(self, thanks: Thanks) -> None:
        tr = self._words.tr
        earned = (
            tr("本单获得积分 {n}", n=points(thanks.points_earned)) if thanks.points_earned else ""
        )
        if thanks.change:
            self._show(tr("已收 {paid}，找零", paid=money(thanks.paid)), thanks.change, earned)
        else:
            self._show(tr("支付成功，谢谢光临"), thanks.paid, earned)
        self._disc.setVisible(True)

    def _show(self, title: str, amount: int | None, note: str) -> None:
        self._disc.setVisible(False)
        self._title.setText(title)
        self._amount.setVisible(amount is not None)
        if amount is not None:
            self._amount.set_amount(amount)
        self._note.setText(note)
