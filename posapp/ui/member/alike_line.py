"""A calm line under the phone: somebody who is here already may be this person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from posapp.ui.i18n import tr
from posapp.ui.merging.words import like_title
from posapp.ui.widgets.icon_label import IconLabel
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look
    from posapp.ui.member.alike_presenter import AlikeState


class AlikeLine(QWidget):
    """Hidden while nobody is like her. Emits `taken` when the clerk serves the one who is here,
    `opened` for her file.
    """

    taken = Signal()
    opened = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("register.alike")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(8), 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(IconLabel(look, "info", tone="primary", size=20))
        self.text = Label(look, wrap=True, name="register.alike_text")
        row.addWidget(self.text, 1)
        self.open = TouchButton(look, "register.alike_open", tr("打开档案"), height=44)
        self.take = TouchButton(
            look, "register.alike_take", tr("就用这位会员"), kind=Kind.OUTLINE, height=44
        )
        self.open.clicked.connect(self.opened)
        self.take.clicked.connect(self.taken)
        row.addWidget(self.open)
        row.addWidget(self.take)
        self.hide()

    @Slot(object)
    def show_state(self, state: AlikeState) -> None:
        text = alike_text(state)
        self.text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))


def alike_text(state: AlikeState) -> str:
    """Who, masked, and why; empty while nobody is."""
    first = state.first
    if first is None:
        return ""
    who = "  ".join(part for part in (first.name, first.phone, first.number) if part)
    why = "、".join(like_title(each) for each in first.reasons)
    text = tr("可能已是会员：{who}，{why}", who=who, why=why)
    others = len(state.members) - 1
    return tr("{text}，另有 {n} 位", text=text, n=others) if others else text
