"""Somebody registers: which policy, what it is for, and two answers of the same size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from posapp.ui.widgets.card import Card
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.customer_display.sizes import Sizes
    from posapp.ui.customer_display.view import Consent
    from posapp.ui.customer_display.words import Words
    from posapp.ui.look import Look

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class ConsentPanel(Card):
    """Emits `answered` with her yes or no."""

    answered = Signal(bool)

    def __init__(
        self, look: Look, words: Words, sizes: Sizes, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, padding=24, name="customer.consent", parent=parent)
        self._words = words
        tr = words.tr
        self._title = Label(look, size="h1", bold=True, align=_CENTRE, wrap=True)
        self._title.setObjectName("customer.consent.title")
        self.rows.addWidget(self._title)
        self.rows.addStretch(1)
        for text in (
            tr("我们用您的手机号识别会员身份、记录积分和储值"),
            tr("姓名和生日可以不填，您可以随时要求查看、更正或删除"),
            tr("营销短信另行征求同意，不同意不影响成为会员"),
        ):
            self.rows.addWidget(Label(look, text, size="h2", wrap=True, align=_CENTRE))
        self.rows.addStretch(1)
        answers = QHBoxLayout()
        answers.setSpacing(look.px(24))
        for name, text, kind, agreed in (
            ("no", tr("不同意"), Kind.SECONDARY, False),
            ("yes", tr("同意并登记"), Kind.PRIMARY, True),
        ):
            button = TouchButton(look, f"customer.consent.{name}", text, kind=kind, size="h2")
            button.setFixedHeight(sizes.target)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _on=False, answer=agreed: self.answered.emit(answer))
            answers.addWidget(button, 1)
        self.rows.addLayout(answers)

    def show_consent(self, consent: Consent) -> None:
        tr = self._words.tr
        self._title.setText(tr("请阅读《会员协议》《隐私政策》{v}", v=consent.version))
