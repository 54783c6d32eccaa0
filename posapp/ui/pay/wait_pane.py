"""A charge on its way, and a charge whose outcome nobody knows: asking and undoing only."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from posapp.domain.charges import (
    GIVE_UP_AFTER_MS,
    OFFER_CHANNEL,
    OFFER_VALID_MS,
    Stage,
    merchant_number,
)
from posapp.ui.format import local_seconds, money
from posapp.ui.i18n import tr
from posapp.ui.pay.state import CARD_CHANNEL, Charging, Unclear
from posapp.ui.pay.story_line import StoryLine
from posapp.ui.pay.unclear_words import unclear_text
from posapp.ui.pay.ways import channel_title
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.countdown_ring import CountdownRing
from posapp.ui.widgets.icon_label import IconLabel
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.qr_code import QrCode
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look

PATIENCE_S = GIVE_UP_AFTER_MS // 1000
OFFER_S = OFFER_VALID_MS // 1000
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class WaitPane(Card):
    """Emits `queried`, `reversed` and `put_aside`; they are shut while nobody has answered."""

    queried = Signal()
    reversed = Signal()
    put_aside = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=0, name="pay.wait", parent=parent)
        self.rows.setSpacing(0)
        self._head = WaitHead(look)
        self._ring = CountdownRing(look, "pay.wait.ring", tr("等待"))
        self.code = QrCode(look, "pay.wait.code", tr("收款码"), size=200)
        self.code.hide()
        self._waited = Label(look, size="small", tone="text2", align=_CENTRE, name="pay.waited")
        self._facts = FactTable(look)
        self._story = StoryLine(look)
        middle = QHBoxLayout()
        middle.setContentsMargins(look.px(32), look.px(8), look.px(32), look.px(8))
        middle.setSpacing(look.px(24))
        left = QVBoxLayout()
        left.addStretch(1)
        left.addWidget(self._ring, 0, _CENTRE)
        left.addWidget(self.code, 20)
        left.addWidget(self._waited, 0, _CENTRE)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self._facts)
        right.addWidget(self._story)
        right.addStretch(1)
        middle.addLayout(left, 10)
        middle.addLayout(right, 24)
        self.query = TouchButton(
            look,
            "pay.query",
            tr("立即查询结果"),
            kind=Kind.PRIMARY,
            icon="sync",
            key="Enter",
            height=64,
        )
        self.undo = TouchButton(
            look, "pay.reverse", tr("撤销本次收款"), kind=Kind.SECONDARY, icon="close", height=64
        )
        self.aside = TouchButton(
            look, "pay.set_aside", tr("放一边，店长授权"), icon="shield", height=60
        )
        self._again = TouchButton(look, "pay.wait.confirm", tr("确认收款"), height=60)
        self.rows.addWidget(self._head)
        self.rows.addLayout(middle, 1)
        self.rows.addWidget(Divider(look))
        self.rows.addLayout(self._buttons(look))
        self.query.clicked.connect(self.queried)
        self.undo.clicked.connect(self.reversed)
        self.aside.clicked.connect(self.put_aside)
        self._show_aside(offered=False)

    def _buttons(self, look: Look) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(look.px(32), look.px(8), look.px(32), look.px(8))
        foot.setSpacing(look.px(8))
        pair = QHBoxLayout()
        pair.setSpacing(look.px(24))
        pair.addWidget(self.query, 1)
        pair.addWidget(self.undo, 1)
        foot.addLayout(pair)
        foot.addWidget(self.aside)
        foot.addWidget(self._again)
        return foot

    def show_charging(self, phase: Charging) -> None:
        self._head.show_text(_waiting_text(phase), calm=True)
        self._facts.show_facts(_facts(phase.channel, phase.masked, phase.amount, phase.sent_ms))
        self._story.show_steps(())
        self._show_code("")
        for button in (self.query, self.undo):
            button.set_busy(False)
            button.refuse(tr("终端正在处理，请稍候"))
        self._show_aside(offered=False)
        self._again.set_text(tr("确认收款 {amount}", amount=money(phase.amount)))
        self._again.refuse(tr("正在等待上一笔的结果"))

    def show_unclear(self, phase: Unclear, code: str = "") -> None:
        """`code` is what is to be scanned here, where the customer has no window of her own."""
        calm = phase.watch.stage is Stage.USERPAYING
        self._head.show_text(unclear_text(phase), calm=calm)
        self._show_code(code)
        self.undo.set_text(tr("取消收款码") if phase.shown_code else tr("撤销本次收款"))
        leg = phase.leg
        self._facts.show_facts(_facts(leg.channel, phase.masked, leg.amount, phase.sent_ms), leg.id)
        self._story.show_steps(phase.story)
        self.query.refuse("")
        self.query.set_busy(phase.busy)
        self.undo.set_busy(phase.busy)
        self._again.set_text(tr("确认收款 {amount}", amount=money(leg.amount)))
        waits = tr("顾客付款后自动完成，不能再收第二次")
        self._again.refuse(waits if phase.shown_code else tr("上一笔结果未确认，不能再收第二次"))
        self._show_aside(offered=phase.watch.is_stuck)

    def _show_code(self, code: str) -> None:
        """In the place of the ring; the seconds stand below it."""
        self.code.show_content(code)
        comes, goes = (self.code, self._ring) if code else (self._ring, self.code)
        # Never both: the window would grow and stay grown.
        goes.hide()
        comes.show()

    def _show_aside(self, *, offered: bool) -> None:
        """In the place of what cannot be pressed, once asking and undoing came to nothing."""
        self.aside.setVisible(offered)
        self._again.setVisible(not offered)

    def show_time(self, phase: Charging | Unclear, now_ms: int) -> None:
        """`now_ms` is the monotonic count."""
        match phase:
            case Charging(since_ms=since):
                waited = max(0, now_ms - since) // 1000
                self._ring.show_seconds(PATIENCE_S - waited, PATIENCE_S, tr("秒内等终端应答"))
                self._waited.setText(tr("已等待 {n} 秒", n=waited))
            case Unclear(watch=watch):
                wait_s = -(-watch.wait_ms(now_ms) // 1000)
                self.undo.refuse(tr("再过 {n} 秒才能撤销", n=wait_s) if wait_s else "")
                if phase.shown_code:
                    self._show_life(-(-watch.left_ms(now_ms) // 1000))
                else:
                    self._show_patience(watch.stage, watch.left_ms(now_ms))
            case _:
                assert_never(phase)

    def _show_life(self, left: int) -> None:
        self._ring.show_seconds(left, OFFER_S, tr("秒后收款码失效"))
        # The ring says it where it is seen.
        below = self.code.has_content
        self._waited.setText(tr("收款码还有 {n} 秒", n=left) if below else "")

    def _show_patience(self, stage: Stage, left_ms: int) -> None:
        if stage in (Stage.REVERSING, Stage.MANUAL, Stage.PAID):
            by_itself = stage is Stage.REVERSING
            caption = tr("正在自动重试撤销") if by_itself else tr("请查询或再撤销")
            self._ring.show_seconds(0, PATIENCE_S, caption)
            self._waited.setText("")
            return
        left = -(-left_ms // 1000)
        self._ring.show_seconds(left, PATIENCE_S, tr("秒后自动撤销"))
        waited = max(0, PATIENCE_S - left)
        self._waited.setText(tr("已等待 {n} / {all} 秒", n=waited, all=PATIENCE_S))


class WaitHead(Card):
    """The sentence of the moment: calm while it is normal to wait, a warning when it is not."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, back="warn_weak", edge="", radius=10, padding=0, horizontal=True)
        self.rows.setContentsMargins(look.px(32), 0, look.px(32), 0)
        self.rows.setSpacing(look.px(16))
        self.setFixedHeight(look.px(80))
        self._icon = IconLabel(look, "warning", tone="warn")
        self._text = Label(look, size="h1", bold=True, wrap=True, name="pay.wait.title")
        self.rows.addWidget(self._icon)
        self.rows.addWidget(self._text, 1)

    def show_text(self, text: str, *, calm: bool) -> None:
        tone = "primary" if calm else "warn"
        self.set_colors(f"{tone}_weak")
        self._icon.set_icon("clock" if calm else "warning", tone)
        self._text.set_tone(tone)
        self._text.setText(text)


class FactTable(QWidget):
    """方式, 金额, 发送时间, 商户单号."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setHorizontalSpacing(look.px(16))
        grid.setColumnMinimumWidth(0, look.px(104))
        grid.setColumnStretch(1, 1)
        self._values: list[Label] = []
        for place, caption in enumerate((tr("方式"), tr("金额"), tr("发送时间"), tr("商户单号"))):
            value = Label(look, bold=place == 1, wrap=True, name=f"pay.wait.fact{place}")
            name = Label(look, caption, tone="text2")
            for part in (name, value):
                part.setMinimumHeight(look.px(40))
            grid.addWidget(name, 2 * place, 0)
            grid.addWidget(value, 2 * place, 1)
            grid.addWidget(Divider(look), 2 * place + 1, 0, 1, 2)
            self._values.append(value)

    def show_facts(self, facts: tuple[str, str, str], attempt_id: str = "") -> None:
        """The order number is what a manager looks it up by at the acquirer's."""
        for label, fact in zip(self._values, (*facts, merchant_number(attempt_id)), strict=True):
            label.setText(fact)


def _facts(channel: str, masked: str, amount: int, sent_ms: int) -> tuple[str, str, str]:
    what = f"{channel_title(channel)} {masked}".strip()
    return what, money(amount), local_seconds(sent_ms)


def _waiting_text(phase: Charging) -> str:
    if phase.channel == OFFER_CHANNEL:
        return tr("正在取收款码")
    if phase.channel == CARD_CHANNEL:
        return tr("请顾客在终端上刷卡")
    return tr("等待顾客确认付款")
