"""A full page: back button, title and remark at the top, a body, a row of actions at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.surface import Surface
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from posapp.ui.look import Look

NARROW: Final = 1200
WIDE_MARGIN: Final = 16
NARROW_MARGIN: Final = 12


class Page(Surface):
    """`head` takes what stands right of the title, `body` the content, `foot` the actions."""

    unused = frozenset({Action.TOP_UP, Action.WHY})

    def __init__(self, look: Look, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.look = look
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(look.px(8))
        self.back = TouchButton(look, f"{name}.back", "", label=tr("返回"), icon="chevron-left")
        self.back.setFixedSize(QSize(look.px(48), look.px(48)))
        self.title = Label(look, title, size="h1", bold=True, name=f"{name}.title")
        self.remark = ElidedLabel(look, tone="text2", name=f"{name}.remark")
        self.head = QHBoxLayout()
        self.head.setSpacing(look.px(16))
        self.head.addWidget(self.back)
        self.head.addWidget(self.title)
        self.head.addWidget(self.remark, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(look.px(8))
        self.foot = QHBoxLayout()
        self.foot.setSpacing(look.px(16))
        self._outer.addLayout(self.head)
        self._outer.addLayout(self.body, 1)
        self._outer.addLayout(self.foot)
        self._set_margin(WIDE_MARGIN)
        self.back.clicked.connect(self.go_back)

    def cap(self, action: Action) -> str:
        """The key that does it here, by the live map."""
        return self.look.keymap.key(self.key_context, action)

    def add_back_action(self, text: str) -> TouchButton:
        """The wide Esc button at the left of the bottom row."""
        button = TouchButton(self.look, f"{self.objectName()}.leave", text, key="Esc", height=64)
        button.setMinimumWidth(self.look.px(200))
        button.clicked.connect(self.go_back)
        self.foot.addWidget(button)
        return button

    def add_primary(self, text: str, key: str = "Enter", kind: Kind = Kind.PRIMARY) -> TouchButton:
        """The one primary at the right of the bottom row."""
        name = f"{self.objectName()}.confirm"
        button = TouchButton(self.look, name, text, key=key, kind=kind, height=64, size="h2")
        self.foot.addWidget(button, 1)
        return button

    def go_back(self) -> None:
        """One layer back; screens with layers of their own override this."""
        self.left.emit()

    def take_action(self, action: Action) -> bool:
        if action is Action.BACK:
            self.go_back()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < self.look.px(NARROW)
        self._set_margin(NARROW_MARGIN if narrow else WIDE_MARGIN)
        super().resizeEvent(event)

    def _set_margin(self, design_px: int) -> None:
        side = self.look.px(design_px)
        self._outer.setContentsMargins(side, self.look.px(8), side, self.look.px(8))
