"""Who she is, masked, what she has, and the keys of what can be done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from posapp.domain.member import MemberStatus
from posapp.ui.format import money, money_digits, points
from posapp.ui.i18n import tr
from posapp.ui.pay.header import tier_title
from posapp.ui.service.redress_words import tag_name
from posapp.ui.service.state import Act
from posapp.ui.service.words import act_title, status_title, why_not
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.plates import Plates
from posapp.ui.widgets.scroll import Scroller
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look
    from posapp.ui.service.state import ServiceState
    from posapp.wire.service_desk import MemberFile

KEYS: Final = tuple(act for act in Act if act is not Act.REVERSE)
"""The acts that have a key here; what reverses a row stands beside the rows."""


class FileCard(Card):
    """Emits `asked` with an act, `reveal_asked` with what is to be shown in full."""

    asked = Signal(object)
    reveal_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=12, name="service.file")
        self._look = look
        self.rows.setSpacing(look.px(4))
        self._name = ElidedLabel(look, size="h1", bold=True, name="service.name")
        self._tier = Label(look, size="small", tone="member", bold=True, name="service.tier")
        self._number = Label(look, size="small", tone="text2", name="service.number")
        self._phone = Label(look, name="service.phone")
        self._status = Label(look, size="small", tone="danger", bold=True, name="service.status")
        self.reveal = TouchButton(
            look, "service.reveal", tr("显示 5 秒"), icon="eye", kind=Kind.GHOST, height=48
        )
        self.reveal.setAccessibleName(tr("显示手机号 5 秒"))
        self.reveal.clicked.connect(partial(self.reveal_asked.emit, "phone"))
        self._value = ElidedLabel(look, bold=True, name="service.value")
        self._value_parts = ElidedLabel(look, size="small", tone="text2")
        self._points = ElidedLabel(look, bold=True, name="service.points")
        self.tags = Plates(look, "service.tags")
        self._lay_identity()
        self._keys: dict[Act, TouchButton] = {}
        self.rows.addWidget(self._key_grid(), 1)

    def _lay_identity(self) -> None:
        look = self._look
        first = QHBoxLayout()
        first.setSpacing(look.px(12))
        first.addWidget(self._name, 1)
        for label in (self._status, self._tier, self._number):
            first.addWidget(label)
        second = QHBoxLayout()
        second.setSpacing(look.px(8))
        second.addWidget(self._phone)
        second.addWidget(self.reveal)
        second.addStretch(1)
        self.rows.addLayout(first)
        self.rows.addLayout(second)
        self.rows.addWidget(self.tags)
        self.rows.addSpacing(look.px(4))
        for label in (self._value, self._value_parts, self._points):
            self.rows.addWidget(label)
        self.rows.addSpacing(look.px(8))

    def _key_grid(self) -> QWidget:
        """Scrolls on a small screen: no key becomes smaller than a finger."""
        look = self._look
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        grid = QGridLayout()
        grid.setSpacing(look.px(8))
        for place, act in enumerate(KEYS):
            key = TouchButton(look, f"service.act.{act.value}", act_title(act), height=48)
            key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            key.clicked.connect(partial(self._on_key, act))
            grid.addWidget(key, place // 2, place % 2)
            self._keys[act] = key
        column.addLayout(grid)
        column.addStretch(1)
        return Scroller(inner)

    def key(self, act: Act) -> TouchButton:
        return self._keys[act]

    def take_focus(self) -> None:
        """The first key that can be pressed has the cursor."""
        first = next((key for key in self._keys.values() if key.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_key(self, act: Act) -> None:
        self.asked.emit(act)

    def show_state(self, state: ServiceState) -> None:
        file = state.file
        if file is None:
            self._show_nobody()
        else:
            self._show_file(file, state)
        for act, key in self._keys.items():
            key.refuse(why_not(act, state))

    def _show_nobody(self) -> None:
        labels = (self._name, self._tier, self._number, self._phone, self._status)
        for label in (*labels, self._value, self._value_parts, self._points):
            label.setText("")
        self._status.hide()
        self.tags.show_texts(())
        self.reveal.hide()

    def _show_file(self, file: MemberFile, state: ServiceState) -> None:
        revealed = state.bare_text("phone")
        self.tags.show_texts(tuple(tag_name(each, state.language) for each in file.tags))
        nobody = tr("个人资料已删除") if file.is_forgotten else tr("未留姓名")
        self._name.setText(file.name or nobody)
        self._tier.setText(tier_title(file.tier))
        self._number.setText(file.number)
        self._phone.setText(revealed or file.phone)
        self.reveal.setVisible(bool(file.phone) and not revealed)
        self._status.setText(status_title(file.status))
        self._status.setVisible(file.status is not MemberStatus.NORMAL)
        self._value.setText(tr("储值 {value}", value=money(file.principal + file.bonus)))
        self._value_parts.setText(
            tr(
                "本金 {principal}，赠送 {bonus}，冻结 {held}",
                principal=money_digits(file.principal),
                bonus=money_digits(file.bonus),
                held=money_digits(file.held),
            )
        )
        self._points.setText(
            tr(
                "积分 {n}，待生效 {pending}，券 {coupons} 张",
                n=points(file.points),
                pending=points(file.points_pending),
                coupons=len(file.coupons),
            )
        )
