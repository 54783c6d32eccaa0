"""Somebody registers: which policy, what it is for, and two answers of the same size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from posapp.domain.consents import Purpose
from posapp.ui.member.purposes import purpose_titles, purpose_uses
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
    """Emits `answered` with yes or no and the purposes that she chose; none is chosen for her.
    `read_asked` when she wants the whole text.
    """

    answered = Signal(bool, object)
    read_asked = Signal()

    def __init__(
        self, look: Look, words: Words, sizes: Sizes, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, padding=24, name="customer.consent", parent=parent)
        self._words = words
        self._look, self._sizes = look, sizes
        tr = words.tr
        self._title = Label(look, size="h1", bold=True, align=_CENTRE, wrap=True)
        self._title.setObjectName("customer.consent.title")
        self.rows.addWidget(self._title)
        self.rows.addStretch(1)
        uses = purpose_uses(tr)
        for text in (
            uses[Purpose.PRIVACY],
            uses[Purpose.AGREEMENT],
            tr("您可以随时查看、更正、撤回或删除。以下各项单独选择，不选不影响成为会员"),
        ):
            self.rows.addWidget(Label(look, text, wrap=True, align=_CENTRE))
        self.rows.addStretch(1)
        self._choices = QGridLayout()
        self._choices.setSpacing(look.px(8))
        self.rows.addLayout(self._choices)
        self._boxes: dict[str, TouchButton] = {}
        self.rows.addStretch(1)
        answers = QHBoxLayout()
        answers.setSpacing(look.px(24))
        no = self._key("no", tr("不同意"), Kind.SECONDARY)
        self._read = self._key("read", tr("阅读全文"), Kind.OUTLINE)
        yes = self._key("yes", tr("同意并登记"), Kind.PRIMARY)
        no.clicked.connect(lambda _on=False: self._answer(False))
        self._read.clicked.connect(lambda _on=False: self.read_asked.emit())
        yes.clicked.connect(lambda _on=False: self._answer(True))
        for key in (no, self._read, yes):
            answers.addWidget(key, 1)
        self.rows.addLayout(answers)

    def _key(self, name: str, text: str, kind: Kind) -> TouchButton:
        key = TouchButton(self._look, f"customer.consent.{name}", text, kind=kind, size="h2")
        key.setFixedHeight(self._sizes.target)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return key

    def show_consent(self, consent: Consent) -> None:
        tr = self._words.tr
        self._title.setText(tr("请阅读《会员协议》《隐私政策》{v}", v=consent.version))
        self._read.setVisible(bool(consent.texts))
        self._offer(consent.purposes)

    def _offer(self, purposes: tuple[str, ...]) -> None:
        """A button for each purpose, off until she presses it."""
        while (item := self._choices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        titles, uses = purpose_titles(self._words.tr), purpose_uses(self._words.tr)
        self._boxes = {each: self._box(each, titles, uses) for each in purposes if each in titles}
        for place, box in enumerate(self._boxes.values()):
            self._choices.addWidget(box, place // 2, place % 2)

    def _box(self, purpose: str, titles: dict[str, str], uses: dict[str, str]) -> TouchButton:
        name = f"customer.consent.{purpose}"
        title, use = titles[purpose], uses[purpose]
        box = TouchButton(
            self._look, name, title, label=f"{title}: {use}", sub=use, kind=Kind.CHOICE
        )
        box.setFixedHeight(min(self._sizes.target, self._look.px(60)))
        box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return box

    def _answer(self, agreed: bool) -> None:
        chosen = frozenset(each for each, box in self._boxes.items() if box.isChecked())
        self.answered.emit(agreed, chosen if agreed else frozenset())
