"""The policy on the clerk's own screen, turned to the customer: whole, in her own language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QHBoxLayout

from posapp.ui.customer_display.consent_panel import ConsentPanel
from posapp.ui.customer_display.policy_panel import PolicyPanel
from posapp.ui.customer_display.sizes import sizes_for
from posapp.ui.customer_display.words import Words
from posapp.ui.i18n import LANGUAGES, OWN_NAMES, tr
from posapp.ui.keymap import Action
from posapp.ui.widgets.sheet import Panel
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.customer_display.view import Consent
    from posapp.ui.frame import Frame

_PPI = 96


class TurnedPolicy(Panel):
    """Covers the whole window, so that she sees nothing of the clerk's work. `answered` as her own
    side gives it; Esc leaves without an answer.
    """

    answered = Signal(bool, object)

    def __init__(self, frame: Frame, consent: Consent, language: str) -> None:
        super().__init__(frame.look, "turned", tr("给顾客看"), frame.host, scrim=True)
        self._consent = consent
        self._sizes = sizes_for(frame.host.width(), frame.host.height(), _PPI)
        self.consent: ConsentPanel | None = None
        self.policy: PolicyPanel | None = None
        self._languages = QHBoxLayout()
        self._languages.setSpacing(frame.look.px(16))
        for each in LANGUAGES:
            name = f"turned.language.{each}"
            button = TouchButton(frame.look, name, OWN_NAMES[each], kind=Kind.OUTLINE, height=56)
            button.clicked.connect(lambda _on=False, chosen=each: self.speak(chosen))
            self._languages.addWidget(button)
        self.speak(language)
        self.card.rows.addLayout(self._languages)

    def speak(self, language: str) -> None:
        """Everything anew in her language; what she was reading stays open."""
        reading = self.policy is not None and not self.policy.isHidden()
        for old in (self.consent, self.policy):
            if old is not None:
                self.card.rows.removeWidget(old)
                old.hide()
                old.deleteLater()
        words = Words(language)
        self.consent = ConsentPanel(self.look, words, self._sizes)
        self.policy = PolicyPanel(self.look, words, self._sizes)
        self.consent.show_consent(self._consent)
        self.policy.show_text(self._consent)
        self.consent.answered.connect(self._on_answer)
        self.consent.read_asked.connect(lambda: self.read(True))
        self.policy.closed.connect(lambda: self.read(False))
        self.card.rows.insertWidget(0, self.consent, 1)
        self.card.rows.insertWidget(1, self.policy, 1)
        self.read(reading)

    def read(self, reading: bool) -> None:
        """The whole text, or the questions."""
        if self.consent is not None and self.policy is not None:
            self.consent.setVisible(not reading)
            self.policy.setVisible(reading)

    def area(self) -> QRect:
        return self.host.rect()

    def take_action(self, action: Action) -> bool:
        if action is Action.BACK:
            self.left.emit()
        return True

    def _on_answer(self, agreed: bool, purposes: frozenset[str]) -> None:
        self.answered.emit(agreed, purposes)
        self.left.emit()
