"""While central is away: what can be done, what cannot, and what must not be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from posapp.ui.frame import NARROW
from posapp.ui.i18n import tr
from posapp.ui.pay.state import Surroundings
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.icon_label import IconLabel
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.scroll import Scroller
from posapp.ui.widgets.sheet import Sheet
from posapp.ui.widgets.touch_button import Kind, TouchButton
from posapp.wire.requests import HoldLedger

if TYPE_CHECKING:
    from posapp.ui.frame import Frame
    from posapp.ui.shell import Status


class OfflineSheet(Sheet):
    """Covers the find side; selling goes on beside it. `retry_asked` tries the link at once."""

    retry_asked = Signal()

    def __init__(self, frame: Frame, status: Status, around: Surroundings | None = None) -> None:
        """`around` is what works here without central; without it what works everywhere."""
        super().__init__(frame, "offline", tr("离线时怎么收银"), icon="wifi-off")
        look = self.look
        self.reason = Label(look, size="small", tone="text2", wrap=True, name="offline.reason")
        self.body.addWidget(self.reason)
        inner = QWidget()
        columns = QHBoxLayout(inner)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(look.px(8))
        for title, icon, tone, back, texts in _columns(around or Surroundings()):
            columns.addWidget(self._column(title, icon, tone, back, texts), 1)
        self.body.addWidget(Scroller(inner), 1)
        self.body.addWidget(Divider(look))
        self.body.addLayout(self._foot())
        self.show_status(status)

    def show_status(self, status: Status) -> None:
        """The link's present state."""
        parts = (tr("{state}，正在自动重连", state=status.text), status.reason)
        self.reason.setText(tr("，").join(part for part in parts if part))
        n = status.waiting
        self.waiting.setText(tr("待同步 {n} 笔，恢复后自动上传，不会丢失", n=n))

    def _column(
        self, title: str, icon: str, tone: str, back: str, texts: tuple[str, ...]
    ) -> QWidget:
        look = self.look
        card = Card(look, back=back, edge="", radius=6, padding=12)
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(IconLabel(look, icon, tone=tone, size=20))
        head.addWidget(Label(look, title, bold=True, tone=tone), 1)
        card.rows.addLayout(head)
        size = "small" if self.host.width() < look.px(NARROW) else "body"
        for text in texts:
            line = QHBoxLayout()
            line.setSpacing(look.px(6))
            line.addWidget(Label(look, "•", size=size, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Label(look, text, size=size, wrap=True), 1)
            card.rows.addLayout(line)
        card.rows.addStretch(1)
        return card

    def _foot(self) -> QHBoxLayout:
        look = self.look
        foot = QHBoxLayout()
        foot.setSpacing(look.px(8))
        self.waiting = Label(look, wrap=True, name="offline.waiting")
        self.retry = TouchButton(
            look, "offline.retry", tr("立即重连"), kind=Kind.OUTLINE, icon="sync", height=48
        )
        self.retry.clicked.connect(self.retry_asked)
        foot.addWidget(IconLabel(look, "arrow-up", size=20))
        foot.addWidget(self.waiting, 1)
        foot.addWidget(self.retry)
        return foot


def _columns(around: Surroundings) -> tuple[tuple[str, str, str, str, tuple[str, ...]], ...]:
    """Title, icon, text colour, ground, sentences."""
    never = (
        tr("重装、清空或升级本机"),
        tr("修改系统时间"),
        tr("支付未确认时再收款"),
        tr("换收银机重收同一单"),
    )
    return (
        (tr("能做"), "check", "pay", "success_weak", _can(around)),
        (tr("不能做"), "close", "text2", "surface2", _cannot(around)),
        (tr("请勿"), "warning", "danger", "danger_weak", never),
    )


def _can(around: Surroundings) -> tuple[str, ...]:
    always = (
        tr("现金收款、打小票"),
        tr("扫码、查价、改数量"),
        tr("识别会员并积分"),
        tr("挂单和取单"),
        tr("登记会员"),
        tr("本机小票退现金"),
    )
    own_line = tr("终端自带网络时，可刷卡")
    if not around.codes_by_central:
        own_line = tr("终端自带网络时，可刷卡和扫码")
    lent = (
        (_lends_value(around), tr("用预留给本机的储值")),
        (_lends_rewards(around), tr("用预留给本机的积分和券")),
    )
    return (*always, own_line, *(text for is_lent, text in lent if is_lent))


def _cannot(around: Surroundings) -> tuple[str, ...]:
    value = tr("充值，未预留的储值") if _lends_value(around) else tr("储值支付和充值")
    rewards = tr("积分兑换和优惠券")
    if _lends_rewards(around):
        rewards = tr("未预留的积分和券")
    codes = (tr("扫付款码、出示收款码"),) if around.codes_by_central else ()
    return (value, rewards, *codes, tr("退其他收银机小票"))


def _lends_value(around: Surroundings) -> bool:
    return any(each.ledger is HoldLedger.STORED_VALUE for each in around.lent)


def _lends_rewards(around: Surroundings) -> bool:
    rights = (HoldLedger.COUPON, HoldLedger.POINTS)
    return any(each.ledger in rights for each in around.lent)
