"""Says to a screen reader what changed by itself: states of payments, messages, the link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from posapp.ui.format import money
from posapp.ui.i18n import tr
from posapp.ui.messages import Level, Message
from posapp.ui.pay.state import Charging, Collecting, Confirming, Done, PayState, Unclear
from posapp.ui.pay.unclear_words import unclear_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from posapp.ui.shell import Status


class Aloud(QObject):
    """Speaks in the name of the window; each sentence once, as long as it stays true."""

    def __init__(self, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._payment = ""
        self._banner = False

    @Slot(object)
    def tell_message(self, message: Message) -> None:
        self._say(message.text, at_once=message.level is not Level.INFO)

    @Slot(object)
    def tell_payment(self, state: PayState) -> None:
        words = payment_words(state)
        if words and words != self._payment:
            self._say(words, at_once=isinstance(state.phase, (Unclear, Done)))
        self._payment = words

    def tell_status(self, status: Status) -> None:
        """A banner came up; its minutes may go on without being read again and again."""
        if status.banner and not self._banner:
            self._say(status.banner, at_once=status.banner_level == "danger")
        self._banner = bool(status.banner)

    def _say(self, words: str, *, at_once: bool) -> None:
        event = QAccessibleAnnouncementEvent(self._window, words)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
        QAccessible.updateAccessibility(event)


def payment_words(state: PayState) -> str:
    """Where the payment stands, in one sentence; empty while there is nothing to tell."""
    match state.phase:
        case Collecting() if state.payment.tenders:
            left = max(0, state.payment.remaining)
            return tr("还差 {amount}", amount=money(left))
        case Confirming(hold=hold):
            return tr("等待顾客确认 {amount}", amount=money(hold.amount))
        case Charging(amount=amount):
            return tr("正在收款 {amount}，等待结果", amount=money(amount))
        case Unclear() as unclear:
            return unclear_text(unclear)
        case Done(committed=committed):
            sale = committed.sale
            if not sale.change:
                return tr("收款成功 {amount}", amount=money(sale.net))
            return tr(
                "收款成功 {amount}，找零 {change}",
                amount=money(sale.net),
                change=money(sale.change),
            )
        case _:
            return ""
