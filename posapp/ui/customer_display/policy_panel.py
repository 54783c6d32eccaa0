"""The agreement and the privacy policy in full, for her to read and to scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScroller, QVBoxLayout, QWidget

from posapp.domain.policy_texts import policy_in
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.scroll import Scroller
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.ui.customer_display.sizes import Sizes
    from posapp.ui.customer_display.view import Consent
    from posapp.ui.customer_display.words import Words
    from posapp.ui.look import Look

_PAGE = 0.9


class PolicyPanel(Card):
    """Emits `closed`. A finger drags the text; two keys turn it by almost a page."""

    closed = Signal()

    def __init__(
        self, look: Look, words: Words, sizes: Sizes, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, padding=24, name="customer.policy", parent=parent)
        self._look, self._words, self._sizes = look, words, sizes
        tr = words.tr
        self._title = Label(look, size="h2", bold=True, name="customer.policy.title")
        self.rows.addWidget(self._title)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, look.px(16), 0)
        self._body = Label(look, size="h2", wrap=True, name="customer.policy.body")
        column.addWidget(self._body)
        column.addStretch(1)
        self.scroller = Scroller(page)
        QScroller.grabGesture(
            self.scroller.viewport(), QScroller.ScrollerGestureType.LeftMouseButtonGesture
        )
        self.rows.addWidget(self.scroller, 1)
        keys = QHBoxLayout()
        keys.setSpacing(look.px(24))
        self._up = self._key("up", tr("上一页"), lambda: self._turn(-_PAGE))
        self._down = self._key("down", tr("下一页"), lambda: self._turn(_PAGE))
        for key in (self._key("back", tr("返回"), self.closed.emit), self._up, self._down):
            keys.addWidget(key, 1)
        self.rows.addLayout(keys)
        bar = self.scroller.verticalScrollBar()
        bar.valueChanged.connect(self._show_ends)
        bar.rangeChanged.connect(self._show_ends)

    def _key(self, name: str, text: str, act: Callable[[], None]) -> TouchButton:
        key = TouchButton(self._look, f"customer.policy.{name}", text, size="h2")
        key.setFixedHeight(self._sizes.target)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.clicked.connect(lambda _on=False: act())
        return key

    def show_text(self, consent: Consent) -> None:
        """From its beginning."""
        tr = self._words.tr
        self._title.setText(tr("《会员协议》《隐私政策》{v}", v=consent.version))
        self._body.setText(policy_in(consent.texts, self._words.language))
        self.scroller.verticalScrollBar().setValue(0)
        self._show_ends()

    def _turn(self, pages: float) -> None:
        bar = self.scroller.verticalScrollBar()
        bar.setValue(bar.value() + round(bar.pageStep() * pages))

    def _show_ends(self) -> None:
        bar = self.scroller.verticalScrollBar()
        self._up.setEnabled(bar.value() > bar.minimum())
        self._down.setEnabled(bar.value() < bar.maximum())
