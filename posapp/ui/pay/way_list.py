"""The column of ways to pay."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.pay.state import WAYS, Way
from posapp.ui.pay.ways import ICONS, WayRow, way_title
from posapp.ui.widgets.choice_row import ChoiceRow
from posapp.ui.widgets.label import Label

if TYPE_CHECKING:
    from posapp.ui.keymap import KeyMap
    from posapp.ui.look import Look


class WayList(QWidget):
    """Emits `chosen` with a `Way`; a shut row shows its reason in place of its second line."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pay.ways")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        head = QHBoxLayout()
        head.addWidget(Label(look, tr("支付方式"), bold=True))
        head.addStretch(1)
        head.addWidget(Label(look, _how(look.keymap), size="small", tone="text2"))
        column.addLayout(head)
        self._group = QButtonGroup(self)
        self._rows: dict[Way, ChoiceRow] = {}
        for place, way in enumerate(WAYS, start=1):
            key = look.keymap.key("pay", Action(f"tender_{place}"))
            row = ChoiceRow(look, f"pay.way.{way}", way_title(way), icon=ICONS[way], key=key)
            row.clicked.connect(partial(self._on_clicked, way))
            self._group.addButton(row)
            self._rows[way] = row
            column.addWidget(row)
        column.addStretch(1)
        hint = tr("混合支付：先输这部分金额，再选下一种")
        column.addWidget(Label(look, hint, size="small", tone="text2", wrap=True))
        self.setMinimumWidth(look.px(304))

    def show_rows(self, rows: tuple[WayRow, ...]) -> None:
        for row in rows:
            widget = self._rows[row.way]
            widget.setVisible(row.shown)
            widget.show_texts(row.title, row.sub)
            widget.refuse(row.reason)
            widget.setChecked(row.chosen)

    def row(self, way: Way) -> ChoiceRow:
        return self._rows[way]

    def _on_clicked(self, way: Way) -> None:
        self.chosen.emit(way)


def _how(keymap: KeyMap) -> str:
    """With keys that form no row each row's own cap says it."""
    walk, row = keymap.up_and_down("pay"), keymap.tenders(len(WAYS))
    return tr("{keys} 或 {walk} 选择", keys=row, walk=walk) if row else tr("{walk} 选择", walk=walk)
