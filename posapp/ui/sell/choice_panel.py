"""Several answers to one text, or the price that was asked for, over the tiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from posapp.domain.member import masked_name, masked_phone
from posapp.ui.format import money, points
from posapp.ui.i18n import tr
from posapp.ui.pay.header import tier_title
from posapp.ui.sell.choice_list import ChoiceList
from posapp.ui.sell.state import PointsChoice
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.choice_row import ChoiceRow
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.money_label import MoneyLabel
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.domain.catalog import Product
    from posapp.domain.member import Member
    from posapp.ui.look import Look
    from posapp.ui.sell.state import Checked, Choices
    from posapp.workflows.selling import CouponOffer


class ChoicePanel(Card):
    """Emits `chosen` with the place of the answer; `closed` when none is wanted."""

    chosen = Signal(int)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, edge="primary", name="sell.choices", parent=parent)
        self.set_colors("surface", "primary", 2)
        self.look = look
        self._choices: Choices | None = None
        self.title = Label(look, bold=True, wrap=True, name="sell.choices.title")
        close = TouchButton(
            look, "sell.choices.close", tr("都不是"), key="Esc", kind=Kind.GHOST, height=40
        )
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(close)
        self.list = ChoiceList(look)
        self.rows.addLayout(head)
        self.rows.addWidget(self.list, 1)
        self.hide()

    def show_choices(self, choices: Choices | None, chosen: int) -> None:
        if choices is None:
            self._choices = None
            self.hide()
            return
        if choices is not self._choices:
            self._choices = choices
            self._fill(choices)
        self.list.mark(chosen)
        self.setVisible(True)
        self.raise_()

    def _fill(self, choices: Choices) -> None:
        self.list.clear()
        asked = tr("“{text}”指的是哪一个", text=choices.text)
        self.title.setText(choices.text if choices.rewards else asked)
        for reward in choices.rewards:
            self._add(self._reward_row(reward))
        if choices.product is not None:
            self._add(self._product_row(choices.product.product))
        for member in choices.members:
            self._add(self._member_row(member))

    def _add(self, row: ChoiceRow) -> None:
        place = len(self.list.rows)
        row.clicked.connect(lambda: self.chosen.emit(place))
        self.list.add(row)

    def _product_row(self, product: Product) -> ChoiceRow:
        title = f"{product.name} {product.spec}".strip()
        return ChoiceRow(
            self.look,
            "sell.choice.product",
            title,
            tr("商品"),
            icon="tag",
            value=money(product.price),
        )

    def _reward_row(self, reward: CouponOffer | PointsChoice) -> ChoiceRow:
        if isinstance(reward, PointsChoice):
            have = tr("积分 {points}", points=points(reward.points))
            return ChoiceRow(self.look, "sell.choice.points", tr("积分抵扣"), have, icon="star")
        sub = f"{reward.code}  {tr('可离线使用')}" if reward.is_here else reward.code
        if reward.laid:
            sub = tr("已用在本单，再选一次取消")
        row = ChoiceRow(
            self.look,
            f"sell.choice.{reward.code}",
            reward.label,
            sub,
            icon="coupon",
            value=money(-reward.saves),
        )
        if reward.where:
            row.refuse(tr("预留于 {where}", where=reward.where))
        elif not reward.saves:
            row.refuse(tr("满 {amount} 可用", amount=money(reward.threshold)))
        return row

    def _member_row(self, member: Member) -> ChoiceRow:
        title = f"{masked_name(member.name)}  {masked_phone(member.phone)}".strip()
        return ChoiceRow(
            self.look,
            f"sell.choice.{member.number}",
            title,
            f"{tr('会员')}  {tier_title(member.tier)}  {member.number}",
            icon="user",
        )


class PricePanel(Card):
    """The price of one product, without adding it to the order: `closed`, or `wanted` after all."""

    closed = Signal()
    wanted = Signal()

    def __init__(self, look: Look, repeat_key: str, parent: QWidget) -> None:
        super().__init__(look, edge="primary", name="sell.price", parent=parent)
        self.set_colors("surface", "primary", 2)
        self._checked: Checked | None = None
        self.title = Label(look, size="h2", bold=True, wrap=True, name="sell.price.name")
        self.detail = Label(look, tone="text2", wrap=True, name="sell.price.detail")
        self.amount = MoneyLabel(look, size="change", name="sell.price.amount")
        close = TouchButton(
            look, "sell.price.close", tr("收起"), key="Esc", kind=Kind.GHOST, height=40
        )
        close.clicked.connect(self.closed)
        self.add = TouchButton(
            look, "sell.price.add", tr("加入订单"), kind=Kind.OUTLINE, key=repeat_key, height=40
        )
        self.add.clicked.connect(self.wanted)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.amount)
        low = QHBoxLayout()
        low.addStretch(1)
        low.addWidget(self.add)
        low.addWidget(close)
        self.rows.addLayout(head)
        self.rows.addWidget(self.detail)
        self.rows.addLayout(low)
        self.hide()

    def show_checked(self, checked: Checked | None) -> None:
        if checked is None:
            self._checked = None
            self.hide()
            return
        if checked is not self._checked:
            self._checked = checked
            product = checked.product
            self.title.setText(f"{product.name} {product.spec}".strip())
            self.amount.set_amount(product.price)
            self.detail.setText(_detail(checked))
            self.add.refuse(tr("售罄") if product.sold_out else "")
        self.setVisible(True)
        self.raise_()


def _detail(checked: Checked) -> str:
    product = checked.product
    parts = [tr("编码 {code}", code=product.code)]
    if checked.member_price is not None:
        parts.append(tr("这位会员 {price}", price=money(checked.member_price)))
    elif product.member_price is not None:
        parts.append(tr("会员价 {price}", price=money(product.member_price)))
    if product.sold_out:
        parts.append(tr("售罄"))
    elif product.stock_left is not None:
        parts.append(tr("余 {n}", n=product.stock_left))
    return "   ".join(parts)
