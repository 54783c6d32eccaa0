"""The page of the till's health: one sentence, every component with what to do, recent events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.format import local_time, time_from_ms
from posapp.ui.health.words import (
    diagnosis,
    event_text,
    headline,
    health_rows,
    pill_mark,
    pill_text,
)
from posapp.ui.i18n import tr
from posapp.ui.navigation import Hint
from posapp.ui.page import Page
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.icon_label import IconLabel
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.scroll import Scroller
from posapp.ui.widgets.status_pill import Mark, StatusPill
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.health.presenter import HealthPresenter
    from posapp.ui.health.row import HealthRow
    from posapp.ui.health.state import HealthState
    from posapp.ui.look import Look

_LOUD = frozenset({Mark.WARNING, Mark.BROKEN, Mark.DEGRADED})


class HealthScreen(Page):
    """Esc goes back; nothing here can harm a sale."""

    def __init__(
        self, look: Look, presenter: HealthPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "health", tr("同步与健康"), parent)
        self._presenter = presenter
        self.comfort = TouchButton(
            look, "health.comfort", tr("显示与声音"), icon="eye", kind=Kind.GHOST, height=48
        )
        self.comfort.clicked.connect(presenter.ask_comfort)
        self.scanner_test = TouchButton(
            look, "health.scanner_test", tr("扫码测试"), icon="scan", kind=Kind.GHOST, height=48
        )
        self.scanner_test.clicked.connect(presenter.ask_scanner_test)
        self.keys = TouchButton(
            look, "health.keys", tr("键位"), icon="keyboard", kind=Kind.GHOST, height=48
        )
        self.keys.clicked.connect(presenter.ask_keys)
        for way in (self.scanner_test, self.keys):
            self.head.addWidget(way)
        self.head.addWidget(self.comfort)
        self.body.addWidget(self._summary())
        self.body.addWidget(self._table(), 1)
        self.body.addWidget(self._recent())
        presenter.changed.connect(self.show_state)
        self._rows: dict[str, _Row] = {}
        self.show_state(presenter.state)

    def _summary(self) -> Card:
        look = self.look
        card = Card(look, padding=16, horizontal=True, name="health.summary")
        card.rows.setSpacing(look.px(16))
        self.pill = StatusPill(look, name="health.pill")
        self._headline = Label(look, size="h1", bold=True, wrap=True, name="health.headline")
        self._since = Label(look, tone="text2", name="health.since")
        self.retry = TouchButton(
            look, "health.retry", tr("重试同步"), kind=Kind.PRIMARY, icon="sync", height=48
        )
        self.copy = TouchButton(look, "health.copy", tr("复制诊断"), icon="receipt", height=48)
        card.rows.addWidget(self.pill)
        card.rows.addWidget(self._headline, 1)
        for part in (self._since, self.retry, self.copy):
            card.rows.addWidget(part)
        self.retry.clicked.connect(self._presenter.retry)
        self.copy.clicked.connect(self._copy)
        return card

    def _table(self) -> Card:
        look = self.look
        card = Card(look, padding=0, name="health.table")
        card.rows.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(look.px(24), look.px(8), look.px(24), look.px(8))
        head.setSpacing(look.px(12))
        for caption, share in ((tr("组件"), 28), (tr("状态"), 16), (tr("说明和下一步"), 56)):
            head.addWidget(ElidedLabel(look, caption, size="small", tone="text2"), share)
        card.rows.addLayout(head)
        card.rows.addWidget(Divider(look))
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        card.rows.addWidget(Scroller(inner), 1)
        return card

    def _recent(self) -> Card:
        look = self.look
        card = Card(look, padding=16, horizontal=True, name="health.recent")
        card.rows.addWidget(Label(look, tr("最近事件"), bold=True))
        self._events = ElidedLabel(look, tone="text2", name="health.events")
        self._version = Label(look, size="small", tone="text2", name="health.version")
        card.rows.addWidget(self._events, 1)
        card.rows.addWidget(self._version)
        return card

    def enter(self, payload: object) -> None:
        self._presenter.ask_devices()

    def first_focus(self) -> QWidget | None:
        return self.retry

    def go_back(self) -> None:
        self._presenter.back()

    def hints(self) -> tuple[Hint, ...]:
        return (Hint("Esc", tr("返回")),)

    @Slot(object)
    def show_state(self, state: HealthState) -> None:
        self.pill.show_state(pill_mark(state), pill_text(state))
        self._headline.setText(headline(state))
        since = local_time(time_from_ms(state.since_ms)) if state.since_ms else ""
        self._since.setText(tr("自 {time} 起", time=since) if since else "")
        for row in health_rows(state):
            self._show_row(row)
        events = "    ".join(event_text(event) for event in reversed(state.events))
        self._events.setText(events or tr("没有"))
        self._version.setText(state.version)

    def _show_row(self, row: HealthRow) -> None:
        known = self._rows.get(row.name)
        if known is None:
            known = self._rows[row.name] = _Row(self.look, row)
            self._column.insertWidget(self._column.count() - 1, known)
        known.show_row(row)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(diagnosis(self._presenter.state))
        self.copy.set_text(tr("已复制"))


class _Row(Card):
    """Component, state, remark."""

    def __init__(self, look: Look, row: HealthRow) -> None:
        super().__init__(look, edge="", radius=0, padding=0, name=f"health.row.{row.name}")
        self.rows.setSpacing(0)
        grid = QGridLayout()
        grid.setContentsMargins(look.px(24), 0, look.px(24), 0)
        grid.setHorizontalSpacing(look.px(12))
        title = QHBoxLayout()
        title.setSpacing(look.px(12))
        title.addWidget(IconLabel(look, row.icon, size=20))
        title.addWidget(ElidedLabel(look, row.title), 1)
        self._state = StatusPill(look, name=f"health.row.{row.name}.state")
        name = f"health.row.{row.name}.remark"
        self._remark = Label(look, size="small", tone="text2", wrap=True, name=name)
        grid.addLayout(title, 0, 0)
        grid.addWidget(self._state, 0, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._remark, 0, 2)
        for column, share in enumerate((28, 16, 56)):
            grid.setColumnStretch(column, share)
            grid.setColumnMinimumWidth(column, look.px(4 * share))
        self.rows.addLayout(grid, 1)
        self.rows.addWidget(Divider(look))
        self.setFixedHeight(look.px(44))

    def show_row(self, row: HealthRow) -> None:
        self._state.show_state(row.mark, row.state)
        self._remark.setText(row.remark)
        self._remark.set_tone("text" if row.mark in _LOUD else "text2")
        self.set_colors("danger_weak" if row.mark is Mark.BROKEN else "surface")
